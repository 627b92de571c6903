/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

/* What looks like a construct but is code, a comment or raw HTML. */
static void code_stays(void **state) {
    static const mask_case cases[] = {
        {"Set `{{< ref >}}` here.\n", NULL, ""},
        {"Set ``a ` {{ b }}`` here.\n", NULL, ""},
        {"One ` tick {{ a }} alone.\n", "One ` tick xxxxxxx alone.\n", "S[{{ a }}]"},
        {"Over `two\nlines {{ a }}` it goes.\n", NULL, ""},
        {"Not over ` a\n\nblank {{ a }} line `.\n",
         "Not over ` a\n\nblank xxxxxxx line `.\n", "S[{{ a }}]"},
        {"- one ` tick\n- {{ a }} and ` two\n", "- one ` tick\n- xxxxxxx and ` two\n",
         "S[{{ a }}]"},
        {"\\`{{ a }}\\` is shown.\n", "\\`xxxxxxx\\` is shown.\n", "S[{{ a }}]"},
        {"\\{{ a }} is shown.\n", NULL, ""},
        {"A <!-- {{ a }} --> comment.\n", NULL, ""},
        {"<!-- never\n\n{{ a }}\n", NULL, ""},
        {"A <!-- never {{ a }}\n", "A <!-- never xxxxxxx\n", "S[{{ a }}]"},
        {"<script>\n\n{{ a }}\n\n</script>\nThen {{ b }}.\n",
         "<script>\n\n{{ a }}\n\n</script>\nThen xxxxxxx.\n", "S[{{ b }}]"},
        {"<PRE class=\"a\">{{ a }}\n</Pre>\n", NULL, ""},
        {"<prefix>{{ a }}\n", "<prefix>xxxxxxx\n", "S[{{ a }}]"},
    };
    MASK_CHECK(cases, false);
}

static void fences_stay(void **state) {
    static const mask_case cases[] = {
        {"```\n{{ a }}\n```\n{{ b }} out\n", "```\n{{ a }}\n```\nxxxxxxx out\n",
         "S[{{ b }}]"},
        {"~~~ go\n{{ a }}\n```\n{{ b }}\n~~~~\n", NULL, ""},
        {"````\n```\n{{ a }}\n````\nThen {{ b }}\n",
         "````\n```\n{{ a }}\n````\nThen xxxxxxx\n", "S[{{ b }}]"},
        {"``` a`b\n{{ c }} d\n", "``` a`b\nxxxxxxx d\n", "S[{{ c }}]"},
        {"> ```\n> {{ a }}\n> ```\n> {{ b }} c\n",
         "> ```\n> {{ a }}\n> ```\n> xxxxxxx c\n", "S[{{ b }}]"},
        {"> ```\n> {{ a }}\nText {{ b }}.\n", "> ```\n> {{ a }}\nText xxxxxxx.\n",
         "S[{{ b }}]"},
        {"- ```\n  {{ a }}\n  ```\n- {{ b }} c\n",
         "- ```\n  {{ a }}\n  ```\n- xxxxxxx c\n", "S[{{ b }}]"},
        {"1. A step\n\n   ```\n   {{ a }}\n   ```\n", NULL, ""},
        {"- ```\n  {{ a }}\n\nText {{ b }}.\n", "- ```\n  {{ a }}\n\nText xxxxxxx.\n",
         "S[{{ b }}]"},
        {"- item\n```\n{{ a }}\n```\n", NULL, ""},
        {"```\r\n{{ a }}\r\n```\r\n{{ b }} c\r\n",
         "```\r\n{{ a }}\r\n```\r\nxxxxxxx c\r\n", "S[{{ b }}]"},
        {"```\n{{ a }}\n\n{{ b }}", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void indented_code_stays(void **state) {
    static const mask_case cases[] = {
        {"Text.\n\n    {{ a }}\n\n    {{ b }}\nThen {{ c }}.\n",
         "Text.\n\n    {{ a }}\n\n    {{ b }}\nThen xxxxxxx.\n", "S[{{ c }}]"},
        {"\t{{ a }}\n", NULL, ""},
        {"Text\n    goes {{ a }} on.\n", "Text\n    goes xxxxxxx on.\n", "S[{{ a }}]"},
        {"- item\n\n    goes {{ a }} on.\n", "- item\n\n    goes xxxxxxx on.\n",
         "S[{{ a }}]"},
        {"- item\n\n      {{ a }}\n", NULL, ""},
        {"    - {{ a }}\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

/* MDX has no code by indentation, but has fences at any. */
static void indented_mdx(void **state) {
    static const mask_case cases[] = {
        {"<Tabs>\n      ```c\n  {a}\n  ```\n</Tabs>\n", NULL, "T[<Tabs>]T[</Tabs>]"},
        {"Text.\n\n    Goes {on}.\n", NULL, "X[{on}]"},
    };
    MASK_CHECK(cases, true);
}

/* A line without anything beside is blank; elsewhere something inert stands. */
static void copies(void **state) {
    static const mask_case cases[] = {
        {"", NULL, ""},
        {"Plain *text*.\n", NULL, ""},
        {"{{ a }}", "       ", "S[{{ a }}]"},
        {"  {{ a }} {{ b }}  \n", "                   \n", "S[{{ a }}]S[{{ b }}]"},
        {"> {{ a }}\n> b\n", ">        \n> b\n", "S[{{ a }}]"},
        {"- {{ a }}\n- b\n", "-        \n- b\n", "S[{{ a }}]"},
        {"## {{ a }}\n", "## xxxxxxx\n", "S[{{ a }}]"},
        {"{{ \xC3\xA9 }} b\n", "xxxxxxxx b\n", "S[{{ \xC3\xA9 }}]"},
        {"**b**{{ a }}*c*\n", "**b**,xxxxx,*c*\n", "S[{{ a }}]"},
        {"See [a]({{ b }}).\n", "See [a](xxxxxxx).\n", "S[{{ b }}]"},
        {"One {% a\n b\n%} two\n", "One xxxx\nxx\nxx two\n", "S[{% a\n b\n%}]"},
        {"One\n{% a\n b\n%}\ntwo\n", "One\n    \n  \n  \ntwo\n", "S[{% a\n b\n%}]"},
        {"One {% a\n b\n%}\ntwo\n", "One xxxx\n  \n  \ntwo\n", "S[{% a\n b\n%}]"},
        {"\xEF\xBB\xBF{{ a }}\n", "\xEF\xBB\xBF       \n", "S[{{ a }}]"},
    };
    MASK_CHECK(cases, false);
}

/* Nothing before the begin is looked at. */
static void begins_behind(void **state) {
    static const char text[] = "a: {{ b }}\nSee {{ c }}.\n";
    sheet s;
    mask m = {0};
    sheet_source(&s, text, sizeof text - 1);
    assert_int_equal(mask_read(&m, &memory_default, &s.source, 11, false), LEDE_OK);
    mask_check_form(&s, &m);
    assert_int_equal(m.spans.count, 1);
    assert_int_equal(m.spans.items[0].span.begin, 15);
    assert_int_equal(m.copy.count, sizeof text - 1);
    mask_free(&m, &memory_default);
    assert_null(m.copy.items);
    assert_int_equal(m.spans.count, 0);
    sheet_close(&s);
}

/* Each call that asks for memory fails once. */
static void no_memory(void **state) {
    static const char text[] = "{{ a }} b {{ c }}\n{{ d }}{{ e }}{{ f }}{{ g }}{{ h }}\n";
    size_t failures = 0;
    for (size_t n = 1;; n++) {
        counting c;
        sheet s;
        mask m = {0};
        sheet_source(&s, text, sizeof text - 1);
        counting_init(&c, n);
        lede_status status = mask_read(&m, &c.allocator, &s.source, 0, false);
        mask_free(&m, &c.allocator);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
        sheet_close(&s);
        if (status == LEDE_OK) {
            break;
        }
        assert_int_equal(status, LEDE_NO_MEMORY);
        failures++;
    }
    assert_true(failures >= 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_stays),          cmocka_unit_test(fences_stay),
        cmocka_unit_test(indented_code_stays), cmocka_unit_test(copies),
        cmocka_unit_test(begins_behind),       cmocka_unit_test(no_memory),
        cmocka_unit_test(indented_mdx),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
