/* SPDX-License-Identifier: MIT */
#include "cli/markup.h"

#include <stdbool.h>
#include <string.h>

/* R Markdown and Quarto are Markdown with code that runs. */
static const struct {
    const char *suffix;
    lede_markup markup;
} suffixes[] = {{".md", LEDE_MARKUP_MARKDOWN},     {".markdown", LEDE_MARKUP_MARKDOWN},
                {".mdown", LEDE_MARKUP_MARKDOWN},  {".mkd", LEDE_MARKUP_MARKDOWN},
                {".mkdn", LEDE_MARKUP_MARKDOWN},   {".mdwn", LEDE_MARKUP_MARKDOWN},
                {".mdtext", LEDE_MARKUP_MARKDOWN}, {".qmd", LEDE_MARKUP_MARKDOWN},
                {".rmd", LEDE_MARKUP_MARKDOWN},    {".mdx", LEDE_MARKUP_MDX}};

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool ends_in(const char *name, const char *suffix) {
    size_t n = strlen(name), m = strlen(suffix);
    bool same = n >= m;
    for (size_t i = 0; same && i < m; i++) {
        same = lower(name[n - m + i]) == suffix[i];
    }
    return same;
}

lede_markup markup_of_name(const char *name) {
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (ends_in(name, suffixes[i].suffix)) {
            return suffixes[i].markup;
        }
    }
    return LEDE_MARKUP_PLAIN;
}

const char *markup_unread(const char *name) {
    return ends_in(name, ".html") || ends_in(name, ".htm") ? "HTML" : NULL;
}
