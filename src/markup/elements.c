/* SPDX-License-Identifier: MIT */
#include "markup/elements.h"

#include <string.h>

#define BLOCK(name)                                                                      \
    { name, ELEMENT_BLOCK, 0, false, false }
#define CODE(name)                                                                       \
    { name, ELEMENT_CODE, 0, false, false }
#define EMPTY(name, kind)                                                                \
    { name, kind, 0, true, false }
#define HEADING(name, level)                                                             \
    { name, ELEMENT_HEADING, level, false, false }
#define HIDDEN(name)                                                                     \
    { name, ELEMENT_HIDDEN, 0, false, false }
#define OF_KIND(name, kind)                                                              \
    { name, kind, 0, false, false }
#define RAW(name)                                                                        \
    { name, ELEMENT_HIDDEN, 0, false, true }

/*
 * Ascending. Hidden is what a browser does not show (head, script, template), shows only
 * instead of a thing it cannot (audio, canvas, iframe, object, video), what is drawn
 * (math, svg), what a reader fills in or presses (button, form, select, textarea), and
 * what stands around an article (aside, footer, nav). kbd and samp are code: what is
 * typed and what a machine answers are no prose; var is not, a quantity is named in a
 * sentence.
 */
static const element elements[] = {
    BLOCK("address"),
    EMPTY("area", ELEMENT_OTHER),
    BLOCK("article"),
    HIDDEN("aside"),
    HIDDEN("audio"),
    EMPTY("base", ELEMENT_OTHER),
    OF_KIND("blockquote", ELEMENT_QUOTE),
    BLOCK("body"),
    EMPTY("br", ELEMENT_BREAK),
    HIDDEN("button"),
    HIDDEN("canvas"),
    OF_KIND("caption", ELEMENT_CAPTION),
    BLOCK("center"),
    CODE("code"),
    EMPTY("col", ELEMENT_OTHER),
    BLOCK("colgroup"),
    HIDDEN("datalist"),
    BLOCK("dd"),
    BLOCK("details"),
    BLOCK("dialog"),
    BLOCK("dir"),
    BLOCK("div"),
    BLOCK("dl"),
    BLOCK("dt"),
    EMPTY("embed", ELEMENT_OTHER),
    BLOCK("fieldset"),
    OF_KIND("figcaption", ELEMENT_CAPTION),
    BLOCK("figure"),
    HIDDEN("footer"),
    HIDDEN("form"),
    HEADING("h1", 1),
    HEADING("h2", 2),
    HEADING("h3", 3),
    HEADING("h4", 4),
    HEADING("h5", 5),
    HEADING("h6", 6),
    HIDDEN("head"),
    BLOCK("header"),
    BLOCK("hgroup"),
    EMPTY("hr", ELEMENT_BLOCK),
    BLOCK("html"),
    HIDDEN("iframe"),
    EMPTY("img", ELEMENT_IMAGE),
    EMPTY("input", ELEMENT_OTHER),
    CODE("kbd"),
    BLOCK("legend"),
    OF_KIND("li", ELEMENT_LIST_ITEM),
    EMPTY("link", ELEMENT_OTHER),
    CODE("listing"),
    BLOCK("main"),
    HIDDEN("math"),
    BLOCK("menu"),
    EMPTY("meta", ELEMENT_OTHER),
    HIDDEN("nav"),
    HIDDEN("noframes"),
    HIDDEN("noscript"),
    HIDDEN("object"),
    BLOCK("ol"),
    BLOCK("p"),
    EMPTY("param", ELEMENT_OTHER),
    CODE("pre"),
    CODE("samp"),
    RAW("script"),
    BLOCK("search"),
    BLOCK("section"),
    HIDDEN("select"),
    EMPTY("source", ELEMENT_OTHER),
    RAW("style"),
    BLOCK("summary"),
    HIDDEN("svg"),
    BLOCK("table"),
    BLOCK("tbody"),
    OF_KIND("td", ELEMENT_CELL),
    HIDDEN("template"),
    RAW("textarea"),
    BLOCK("tfoot"),
    OF_KIND("th", ELEMENT_CELL),
    BLOCK("thead"),
    RAW("title"),
    BLOCK("tr"),
    EMPTY("track", ELEMENT_OTHER),
    CODE("tt"),
    BLOCK("ul"),
    HIDDEN("video"),
    EMPTY("wbr", ELEMENT_OTHER),
    CODE("xmp"),
};

/* Below, at or above 0 as name[0..n) stands before, at or behind e's. */
static int compare_name(const char *name, size_t n, const element *e) {
    size_t size = strlen(e->name);
    int order = memcmp(name, e->name, n < size ? n : size);
    return order != 0 ? order : (n > size) - (n < size);
}

const element *element_find(const char *name, size_t n) {
    size_t low = 0, high = sizeof elements / sizeof elements[0];
    while (n <= ELEMENT_NAME_MAX && low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_name(name, n, &elements[middle]);
        if (order == 0) {
            return &elements[middle];
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}
