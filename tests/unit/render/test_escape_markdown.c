/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include "render/escape_markdown.h"

static void expect_markdown(const char *text, const char *wanted) {
    kept k = {0};
    out o;
    out_init(&o, kept_sink(&k));
    escape_markdown(&o, text, strlen(text));
    (void)out_flush(&o);
    kept_expect(&k, wanted);
}

static void marks_lose_their_meaning(void **state) {
    (void)state;
    expect_markdown("plain, text. 1", "plain, text. 1");
    expect_markdown("a|b *c* _d_ `e`", "a\\|b \\*c\\* \\_d\\_ \\`e\\`");
    expect_markdown("[x](http://y) <b> &amp; \\",
                    "\\[x\\]\\(http://y\\) \\<b\\> \\&amp; \\\\");
}

/* A line end would end the row of a table. */
static void lines_are_joined(void **state) {
    (void)state;
    expect_markdown("one\n\ntwo\r\nthree", "one two three");
    expect_markdown("a\x1b[0m", "a\\\\x1b\\[0m");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_lose_their_meaning),
        cmocka_unit_test(lines_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
