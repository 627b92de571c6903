/* SPDX-License-Identifier: MIT */
#include "unit/measure/measure_support.h"

#include "measure/ending.h"

/* Of the last sentence. */
static void expect_ending(const char *text, const char *language, ending wanted) {
    subject s;
    subject_open(&s, text, language);
    const lede_document *d = &s.o.d;
    assert_true(d->sentences.count > 0);
    ending found = ending_of(d, &d->sentences.items[d->sentences.count - 1]);
    if (found != wanted) {
        fail_msg("\"%s\": %d, expected %d", text, (int)found, (int)wanted);
    }
    subject_close(&s);
}

static void test_plain(void **state) {
    expect_ending("The boat came in today.", NULL, ENDING_OTHER);
    expect_ending("Did the boat come in today?", NULL, ENDING_QUESTION);
    expect_ending("The boat came in today!", NULL, ENDING_EXCLAMATION);
    expect_ending("The boat came in today", NULL, ENDING_OTHER);
    expect_ending("The boat came in ...", NULL, ENDING_OTHER);
}

static void test_runs(void **state) {
    expect_ending("Did the boat come in today?!", NULL, ENDING_QUESTION);
    expect_ending("Did the boat come in today!?", NULL, ENDING_QUESTION);
    expect_ending("The boat came in today!!!", NULL, ENDING_EXCLAMATION);
    expect_ending("Did the boat come in ...?", NULL, ENDING_QUESTION);
    expect_ending("The boat came in !...", NULL, ENDING_EXCLAMATION);
}

static void test_closers(void **state) {
    expect_ending("She asked: \"Did it come in?\"", NULL, ENDING_QUESTION);
    expect_ending("She asked: \xE2\x80\x9C"
                  "Did it come in?\xE2\x80\x9D)",
                  NULL, ENDING_QUESTION);
    expect_ending("(What a boat that was!)", NULL, ENDING_EXCLAMATION);
    expect_ending("What a boat that was! \xF0\x9F\x98\x80", NULL, ENDING_EXCLAMATION);
    expect_ending("She asked \"Did it?\" twice.", NULL, ENDING_OTHER);
    expect_ending("\"It did.\"", NULL, ENDING_OTHER);
}

static void test_other_scripts(void **state) {
    expect_ending("\xE8\x88\xB9\xE6\x9D\xA5\xE4\xBA\x86\xE5\x90\x97\xEF\xBC\x9F", "zh",
                  ENDING_QUESTION);
    expect_ending("\xE8\x88\xB9\xE6\x9D\xA5\xE4\xBA\x86\xEF\xBC\x81", "zh",
                  ENDING_EXCLAMATION);
    expect_ending("\xE8\x88\xB9\xE6\x9D\xA5\xE4\xBA\x86\xE3\x80\x82", "zh", ENDING_OTHER);
    expect_ending("\xD9\x87\xD9\x84 \xD8\xAC\xD8\xA7\xD8\xA1\xD8\x9F", "ar",
                  ENDING_QUESTION);
}

/* The Greek question mark looks like a semicolon and mostly is one. */
static void test_greek(void **state) {
    static const char *const asks = "\xCE\xA4\xCE\xB9 \xCE\xB5\xCE\xB9\xCE\xBD\xCE\xB1"
                                    "\xCE\xB9 \xCE\xB1\xCF\x85\xCF\x84\xCE\xBF";
    char text[64] = "";
    strcat(strcat(text, asks), ";");
    expect_ending(text, "el", ENDING_QUESTION);
    expect_ending("The boat came in;", "en", ENDING_OTHER);
    text[0] = '\0';
    strcat(strcat(text, asks), "\xCD\xBE");
    expect_ending(text, "el", ENDING_QUESTION);
}

static void test_marks_alone(void **state) {
    expect_ending("?", NULL, ENDING_QUESTION);
    expect_ending("\"\"", NULL, ENDING_OTHER);
    expect_ending("\xF0\x9F\x98\x80", NULL, ENDING_OTHER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain),   cmocka_unit_test(test_runs),
        cmocka_unit_test(test_closers), cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_greek),   cmocka_unit_test(test_marks_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
