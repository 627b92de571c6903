/* SPDX-License-Identifier: MIT */
/* What is not in the text, or not counted: front matter, markup, what rules set aside. */
#include "cli/message.h"
#include "cli/notes.h"

#include <string.h>

#define OMISSION_SHOWN 60u /* bytes of one */

/* ---- Front matter -------------------------------------------------------- */

void notes_front_matter(const char *name, const lede_document_facts *facts) {
    bool read = facts->front_matter == LEDE_FRONT_MATTER_READ;
    const char *problem = facts->front_matter_problem;
    if (facts->front_matter == LEDE_FRONT_MATTER_NONE || (read && problem == NULL)) {
        return;
    }
    out o;
    message_begin_at(&o, name, facts->front_matter_place.line,
                     facts->front_matter_place.column);
    out_text(&o, read ? "front matter: " : "front matter is not read: ");
    out_text(&o, problem != NULL ? problem : "it is not YAML");
    message_end(&o);
}

void notes_declared(const char *name, const char *code) {
    out o;
    message_begin(&o, "note: ");
    message_visible(&o, name, strlen(name));
    out_text(&o, ": no data for language ");
    message_visible(&o, code, strlen(code));
    out_text(&o, " of its front matter: neutral rules");
    message_end(&o);
}

/* ---- One by one ---------------------------------------------------------- */

static void begin_entry(out *o, const char *name, lede_place place, const char *why) {
    message_begin(o, "");
    message_visible(o, name, strlen(name));
    out_text(o, ":");
    out_u64(o, place.line);
    out_text(o, ":");
    out_u64(o, place.column);
    out_text(o, ": ");
    out_text(o, why);
    out_text(o, ": ");
}

static void list_entry(const char *name, const lede_document *document,
                       const lede_ledger_entry *entry) {
    size_t size = 0;
    const char *text = lede_document_text(document, &size);
    out o;
    begin_entry(&o, name, lede_document_place(document, entry->span.begin),
                lede_rule_name(entry->rule));
    message_visible(&o, text + entry->span.begin, entry->span.end - entry->span.begin);
    message_end(&o);
}

static size_t without_white_end(const char *bytes, size_t n) {
    while (n > 0 &&
           (bytes[n - 1] == ' ' || (bytes[n - 1] >= '\t' && bytes[n - 1] <= '\r'))) {
        n--;
    }
    return n;
}

/* Where to cut a text that is longer than what is shown: before a code point. */
static size_t shown_of(const char *bytes, size_t n) {
    size_t shown = n < OMISSION_SHOWN ? n : OMISSION_SHOWN;
    while (shown < n && shown > 0 && ((unsigned char)bytes[shown] & 0xC0) == 0x80) {
        shown--;
    }
    return shown;
}

static void list_omission(const input *in, const lede_document *document,
                          const lede_omission *omission) {
    const char *bytes = in->bytes + omission->source.begin;
    size_t n = without_white_end(bytes, omission->source.end - omission->source.begin);
    size_t shown = shown_of(bytes, n);
    out o;
    begin_entry(&o, in->name,
                lede_document_source_place(document, omission->source.begin),
                lede_omission_kind_name(omission->kind));
    message_visible(&o, bytes, shown);
    out_text(&o, shown < n ? "…" : "");
    message_end(&o);
}

void notes_dropped(const input *in, const lede_document *document) {
    size_t entry_count = 0, omission_count = 0, k = 0;
    const lede_ledger_entry *entries = lede_document_ledger(document, &entry_count);
    const lede_omission *omissions = lede_document_omissions(document, &omission_count);
    for (size_t i = 0; i < entry_count; i++) {
        uint32_t at = lede_document_place(document, entries[i].span.begin).offset;
        while (k < omission_count && omissions[k].source.begin < at) {
            list_omission(in, document, &omissions[k++]);
        }
        list_entry(in->name, document, &entries[i]);
    }
    while (k < omission_count) {
        list_omission(in, document, &omissions[k++]);
    }
}

/* ---- In one line --------------------------------------------------------- */

/* What may hold words that someone misses; tags and targets of links do not. */
static const struct {
    lede_omission_kind kind;
    const char *noun;
} told[] = {
    {LEDE_OMITTED_CODE_BLOCK, "code block"}, {LEDE_OMITTED_CODE, "piece of code"},
    {LEDE_OMITTED_HIDDEN, "hidden element"}, {LEDE_OMITTED_COMMENT, "comment"},
    {LEDE_OMITTED_SHORTCODE, "shortcode"},   {LEDE_OMITTED_EXPRESSION, "expression"},
    {LEDE_OMITTED_MODULE, "module line"},    {LEDE_OMITTED_IMAGE, "image"}};

static void count_omissions(const summary_notes *n, uint64_t *counts) {
    for (size_t d = 0; d < n->count; d++) {
        size_t count = 0;
        const lede_omission *omissions = lede_document_omissions(n->documents[d], &count);
        for (size_t i = 0; i < count; i++) {
            counts[omissions[i].kind]++;
        }
    }
}

/* "12 pieces of code": the plural is in the first word. */
static void write_told(out *o, uint64_t count, const char *noun) {
    const char *of = strstr(noun, " of ");
    if (of == NULL) {
        message_count(o, count, noun);
        return;
    }
    out_u64(o, count);
    out_text(o, " ");
    out_bytes(o, noun, (size_t)(of - noun));
    out_text(o, count == 1 ? "" : "s");
    out_text(o, of);
}

void notes_left_out(const summary_notes *n) {
    uint64_t counts[LEDE_OMITTED_COUNT] = {0};
    bool any = false;
    count_omissions(n, counts);
    out o;
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (counts[told[i].kind] > 0) {
            if (!any) {
                notes_begin(&o, n);
            }
            out_text(&o, any ? ", " : "left out as markup: ");
            write_told(&o, counts[told[i].kind], told[i].noun);
            any = true;
        }
    }
    if (any) {
        out_text(&o, n->dropped_shown ? "" : " (--show-dropped lists them)");
        message_end(&o);
    }
}
