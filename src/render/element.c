/* SPDX-License-Identifier: MIT */
#include "render/element.h"

#include "render/names.h"
#include "render/span.h"
#include "unicode/utf8.h"

#include <string.h>

void element_begin(json_writer *j, const char *path, const char *state) {
    jw_object_begin(j);
    jw_member_text(j, "path", path);
    jw_member_text(j, "state", state);
}

void element_language(json_writer *j, const lede_document_facts *facts) {
    jw_member_text(j, "language", facts->language);
    jw_member_bool(j, "language_known", facts->language_known != 0);
    jw_member_u64(j, "language_confidence", facts->language_confidence);
    jw_member_bool(j, "hard_wrapped", facts->hard_wrapped != 0);
}

static void write_ledger(json_writer *j, const lede_document *document, const char *key,
                         bool filled) {
    jw_key(j, key);
    jw_array_begin(j);
    for (size_t i = 0; filled && i < document->ledger.count; i++) {
        const lede_ledger_entry *entry = &document->ledger.items[i];
        jw_object_begin(j);
        jw_member_text(j, "rule", names_rule(entry->rule));
        span_write_place(j, document, entry->span);
        span_write_text(j, document, entry->span);
        jw_object_end(j);
    }
    jw_array_end(j);
}

static void write_bad_bytes(json_writer *j, const lede_document_facts *facts) {
    uint64_t count = facts->bad_bytes + facts->nul_bytes;
    if (count == 0) {
        return;
    }
    jw_key(j, "bad_bytes");
    jw_object_begin(j);
    jw_member_u64(j, "count", count);
    jw_key(j, "first");
    jw_object_begin(j);
    jw_member_u64(j, "offset", facts->first_bad.offset);
    jw_member_u64(j, "line", facts->first_bad.line);
    jw_member_u64(j, "column", facts->first_bad.column);
    jw_object_end(j);
    jw_object_end(j);
}

/* ---- Markup -------------------------------------------------------------- */

static void write_front_matter(json_writer *j, const lede_document *document) {
    const lede_document_facts *facts = &document->facts;
    if (facts->front_matter == LEDE_FRONT_MATTER_NONE) {
        return;
    }
    jw_key(j, "front_matter");
    jw_object_begin(j);
    bool read = facts->front_matter == LEDE_FRONT_MATTER_READ;
    jw_member_text(j, "state", read ? "read" : "set-aside");
    if (document->declared[0] != '\0') {
        jw_member_text(j, "language", document->declared);
    }
    if (facts->front_matter_problem != NULL) {
        jw_member_text(j, "problem", facts->front_matter_problem);
        jw_member_u64(j, "offset", facts->front_matter_place.offset);
        jw_member_u64(j, "line", facts->front_matter_place.line);
        jw_member_u64(j, "column", facts->front_matter_place.column);
    }
    jw_object_end(j);
}

static void write_omitted(json_writer *j, const lede_document *document) {
    uint64_t counts[LEDE_OMITTED_COUNT] = {0};
    for (size_t i = 0; i < document->page.omissions.count; i++) {
        counts[document->page.omissions.items[i].kind]++;
    }
    jw_key(j, "omitted");
    jw_object_begin(j);
    for (int kind = 0; kind < LEDE_OMITTED_COUNT; kind++) {
        if (counts[kind] > 0) {
            jw_member_u64(j, names_omission_kind(kind), counts[kind]);
        }
    }
    jw_object_end(j);
}

/* Plain text has none of it. */
static void write_markup(json_writer *j, const lede_document *document) {
    lede_markup markup = document->facts.markup;
    if (markup == LEDE_MARKUP_PLAIN) {
        return;
    }
    jw_member_text(j, "markup", markup == LEDE_MARKUP_MDX ? "mdx" : "markdown");
    write_front_matter(j, document);
    write_omitted(j, document);
}

void element_end(json_writer *j, const lede_document *document) {
    bool marked = document->hygiene == LEDE_HYGIENE_MARK;
    write_markup(j, document);
    write_ledger(j, document, "dropped", !marked);
    if (marked) {
        write_ledger(j, document, "marked", true);
    }
    write_bad_bytes(j, &document->facts);
    jw_object_end(j);
}

/* ---- JSON Lines ---------------------------------------------------------- */

static void write_id(out *o, const char *id) {
    size_t n = strlen(id);
    for (size_t at = 0; at < n;) {
        size_t valid = utf8_valid_prefix(id + at, n - at);
        out_bytes(o, id + at, valid);
        at += valid;
        if (at < n) {
            out_text(o, "\xEF\xBF\xBD");
            at += utf8_decode(id + at, n - at).bytes;
        }
    }
}

json_writer element_begin_record(out *o, const char *id) {
    json_writer j;
    jw_init(&j, o);
    jw_object_begin(&j);
    jw_key(&j, "id");
    write_id(o, id);
    j.comma = true;
    return j;
}

void element_end_record(json_writer *j) {
    jw_object_end(j);
    out_bytes(j->out, "\n", 1);
}
