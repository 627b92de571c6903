/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/elements.h"
#include "unit/markup/markup_support.h"

/* From memory of the name's exact size. */
static const element *find(const char *name, size_t n) {
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, name, n);
    const element *found = element_find(exact, n);
    free(exact);
    return found;
}

typedef struct known {
    const char *name;
    element_kind kind;
    unsigned level;
    bool empty;
    bool raw;
} known;

static const known all[] = {
    {"address", ELEMENT_BLOCK, 0, false, false},
    {"area", ELEMENT_OTHER, 0, true, false},
    {"article", ELEMENT_BLOCK, 0, false, false},
    {"aside", ELEMENT_HIDDEN, 0, false, false},
    {"audio", ELEMENT_HIDDEN, 0, false, false},
    {"base", ELEMENT_OTHER, 0, true, false},
    {"blockquote", ELEMENT_QUOTE, 0, false, false},
    {"body", ELEMENT_BLOCK, 0, false, false},
    {"br", ELEMENT_BREAK, 0, true, false},
    {"button", ELEMENT_HIDDEN, 0, false, false},
    {"canvas", ELEMENT_HIDDEN, 0, false, false},
    {"caption", ELEMENT_CAPTION, 0, false, false},
    {"center", ELEMENT_BLOCK, 0, false, false},
    {"code", ELEMENT_CODE, 0, false, false},
    {"col", ELEMENT_OTHER, 0, true, false},
    {"colgroup", ELEMENT_BLOCK, 0, false, false},
    {"datalist", ELEMENT_HIDDEN, 0, false, false},
    {"dd", ELEMENT_BLOCK, 0, false, false},
    {"details", ELEMENT_BLOCK, 0, false, false},
    {"dialog", ELEMENT_BLOCK, 0, false, false},
    {"dir", ELEMENT_BLOCK, 0, false, false},
    {"div", ELEMENT_BLOCK, 0, false, false},
    {"dl", ELEMENT_BLOCK, 0, false, false},
    {"dt", ELEMENT_BLOCK, 0, false, false},
    {"embed", ELEMENT_OTHER, 0, true, false},
    {"fieldset", ELEMENT_BLOCK, 0, false, false},
    {"figcaption", ELEMENT_CAPTION, 0, false, false},
    {"figure", ELEMENT_BLOCK, 0, false, false},
    {"footer", ELEMENT_HIDDEN, 0, false, false},
    {"form", ELEMENT_HIDDEN, 0, false, false},
    {"h1", ELEMENT_HEADING, 1, false, false},
    {"h2", ELEMENT_HEADING, 2, false, false},
    {"h3", ELEMENT_HEADING, 3, false, false},
    {"h4", ELEMENT_HEADING, 4, false, false},
    {"h5", ELEMENT_HEADING, 5, false, false},
    {"h6", ELEMENT_HEADING, 6, false, false},
    {"head", ELEMENT_HIDDEN, 0, false, false},
    {"header", ELEMENT_BLOCK, 0, false, false},
    {"hgroup", ELEMENT_BLOCK, 0, false, false},
    {"hr", ELEMENT_BLOCK, 0, true, false},
    {"html", ELEMENT_BLOCK, 0, false, false},
    {"iframe", ELEMENT_HIDDEN, 0, false, false},
    {"img", ELEMENT_IMAGE, 0, true, false},
    {"input", ELEMENT_OTHER, 0, true, false},
    {"kbd", ELEMENT_CODE, 0, false, false},
    {"legend", ELEMENT_BLOCK, 0, false, false},
    {"li", ELEMENT_LIST_ITEM, 0, false, false},
    {"link", ELEMENT_OTHER, 0, true, false},
    {"listing", ELEMENT_CODE, 0, false, false},
    {"main", ELEMENT_BLOCK, 0, false, false},
    {"math", ELEMENT_HIDDEN, 0, false, false},
    {"menu", ELEMENT_BLOCK, 0, false, false},
    {"meta", ELEMENT_OTHER, 0, true, false},
    {"nav", ELEMENT_HIDDEN, 0, false, false},
    {"noframes", ELEMENT_HIDDEN, 0, false, false},
    {"noscript", ELEMENT_HIDDEN, 0, false, false},
    {"object", ELEMENT_HIDDEN, 0, false, false},
    {"ol", ELEMENT_BLOCK, 0, false, false},
    {"p", ELEMENT_BLOCK, 0, false, false},
    {"param", ELEMENT_OTHER, 0, true, false},
    {"pre", ELEMENT_CODE, 0, false, false},
    {"samp", ELEMENT_CODE, 0, false, false},
    {"script", ELEMENT_HIDDEN, 0, false, true},
    {"search", ELEMENT_BLOCK, 0, false, false},
    {"section", ELEMENT_BLOCK, 0, false, false},
    {"select", ELEMENT_HIDDEN, 0, false, false},
    {"source", ELEMENT_OTHER, 0, true, false},
    {"style", ELEMENT_HIDDEN, 0, false, true},
    {"summary", ELEMENT_BLOCK, 0, false, false},
    {"svg", ELEMENT_HIDDEN, 0, false, false},
    {"table", ELEMENT_BLOCK, 0, false, false},
    {"tbody", ELEMENT_BLOCK, 0, false, false},
    {"td", ELEMENT_CELL, 0, false, false},
    {"template", ELEMENT_HIDDEN, 0, false, false},
    {"textarea", ELEMENT_HIDDEN, 0, false, true},
    {"tfoot", ELEMENT_BLOCK, 0, false, false},
    {"th", ELEMENT_CELL, 0, false, false},
    {"thead", ELEMENT_BLOCK, 0, false, false},
    {"title", ELEMENT_HIDDEN, 0, false, true},
    {"tr", ELEMENT_BLOCK, 0, false, false},
    {"track", ELEMENT_OTHER, 0, true, false},
    {"tt", ELEMENT_CODE, 0, false, false},
    {"ul", ELEMENT_BLOCK, 0, false, false},
    {"video", ELEMENT_HIDDEN, 0, false, false},
    {"wbr", ELEMENT_OTHER, 0, true, false},
    {"xmp", ELEMENT_CODE, 0, false, false},
};

static void says_what_elements_are(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(all); i++) {
        const element *e = find(all[i].name, strlen(all[i].name));
        if (e == NULL) {
            fail_msg("%s is not found", all[i].name);
            return;
        }
        assert_string_equal(e->name, all[i].name);
        assert_int_equal(e->kind, all[i].kind);
        assert_int_equal(e->level, all[i].level);
        assert_int_equal(e->empty, all[i].empty);
        assert_int_equal(e->raw, all[i].raw);
    }
}

static void knows_no_others(void **state) {
    (void)state;
    static const char *const none[] = {
        "",     "a",    "b",  "em",  "span",      "strong",      "var", "q",
        "h",    "h0",   "h7", "h11", "blockquot", "blockquotes", "P",   "zzz",
        "aaaa", "Code", "pr", "s",   "figcaptio", "figcaption ", "!",   "\x7F",
    };
    for (size_t i = 0; i < COUNT(none); i++) {
        assert_null(find(none[i], strlen(none[i])));
    }
    assert_null(find(BYTES("p\0")));
    assert_null(find(BYTES("p\0x")));
    assert_null(find(BYTES("\0")));
    assert_null(find(BYTES("\xFF")));
}

/* All names of at most two letters or digits, so that one out of order is missed. */
static void finds_short_names(void **state) {
    (void)state;
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    char found[64] = "";
    for (size_t i = 0; i < 26; i++) {
        for (size_t k = 0; letters[k] != '\0'; k++) {
            char name[3] = {letters[i], letters[k], '\0'};
            if (element_find(name, 2) != NULL) {
                strcat(strcat(found, name), " ");
            }
        }
    }
    assert_string_equal(found, "br dd dl dt hr h1 h2 h3 h4 h5 h6 li ol td th tr tt ul ");
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_elements_are),
        cmocka_unit_test(knows_no_others),
        cmocka_unit_test(finds_short_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
