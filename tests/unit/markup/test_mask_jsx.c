/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/mask_support.h"

static void expressions(void **state) {
    static const mask_case cases[] = {
        {"In {year} we met.\n", NULL, "X[{year}]"},
        {"In {a({b: '}'})} we met.\n", NULL, "X[{a({b: '}'})}]"},
        {"In {`}`} and {/* } */ a} and {\"\\\"}\"}.\n", NULL,
         "X[{`}`}]X[{/* } */ a}]X[{\"\\\"}\"}]"},
        {"{a // }\n} b\n", NULL, "X[{a // }\n}]"},
        {"{a && <p>don't</p>} b\n", NULL, "X[{a && <p>don't</p>}]"},
        {"{/* a\n\nb */} c\n", NULL, "C[{/* a\n\nb */}]"},
        {"`{a}` and \\{b}\n", NULL, ""},
        {"Never { closed\n", NULL, ""},
        {"{{a: 1}} b\n", NULL, "X[{{a: 1}}]"},
    };
    MASK_CHECK(cases, true);
}

static void tags(void **state) {
    static const mask_case cases[] = {
        {"<Note>\n\nKept.\n\n</Note>\n", "      \n\nKept.\n\n       \n",
         "T[<Note>]T[</Note>]"},
        {"A <b>bold</b> word<br/>and <>b</>.\n", NULL, "T[<b>]T[</b>]T[<>]T[</>]"},
        {"<img src={a} /> and <img src=\"a\">\n", NULL, "T[<img src={a} />]"},
        {"<A\n  b=\"c > d\"\n  e={{f: '>'}}\n/> g\n", NULL,
         "T[<A\n  b=\"c > d\"\n  e={{f: '>'}}\n/>]"},
        {"<A b={() => {\n\n}} /> c\n", NULL, "T[<A b={() => {\n\n}} />]"},
        {"a < b and c > d\n", NULL, ""},
        {"<https://example.org/a> stays\n", NULL, ""},
        {"<A never closed\n\n>\n", NULL, ""},
        {"<A <B> c\n", NULL, "T[<B>]"},
    };
    MASK_CHECK(cases, true);
}

/* Without MDX, only what no HTML is called. */
static void in_markdown(void **state) {
    static const mask_case cases[] = {
        {"<Tabs>\n<Tabs.Item a={b}>\nKept.\n</Tabs.Item>\n</Tabs>\n", NULL,
         "T[<Tabs>]T[<Tabs.Item a={b}>]T[</Tabs.Item>]T[</Tabs>]"},
        {"<b>bold</b> <DIV> <> {a} <T>\n", NULL, ""},
        {"{/* a */} b\n", NULL, "C[{/* a */}]"},
        {"{/* never\n", NULL, ""},
    };
    MASK_CHECK(cases, false);
}

static void depth(void **state) {
    char text[256] = {0}, spans[256] = {0};
    /* 64 braces inside each other are an expression, one more is none. */
    for (size_t i = 0; i < 64; i++) {
        text[i] = '{';
        text[64 + i] = '}';
    }
    strcpy(spans, "X[");
    strcat(spans, text);
    strcat(spans, "]");
    const mask_case most = {text, NULL, spans};
    mask_check(&most, true);
    char deeper[256] = "{";
    strcat(deeper, text);
    strcat(deeper, "}");
    const mask_case more = {deeper, NULL, spans};
    mask_check(&more, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions),
        cmocka_unit_test(tags),
        cmocka_unit_test(in_markdown),
        cmocka_unit_test(depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
