/* SPDX-License-Identifier: MIT */
#include "render/records.h"

#include "base/real.h"
#include "render/explain.h"
#include "render/names.h"
#include "render/span.h"
#include "unicode/utf8.h"

#include <string.h>

/* Byte for byte, but for what is not UTF-8: no reader of JSON would take it. */
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

/* Opens the object with its id; the key of the result comes next. */
static json_writer begin_record(out *o, const char *id) {
    json_writer j;
    jw_init(&j, o);
    jw_object_begin(&j);
    jw_key(&j, "id");
    write_id(o, id);
    j.comma = true;
    return j;
}

static void end_record(json_writer *j) {
    jw_object_end(j);
    out_bytes(j->out, "\n", 1);
}

static void write_text(json_writer *j, const lede_document *document, lede_span span) {
    jw_string(j, document->page.text + span.begin, span.end - span.begin);
}

static void write_pick(json_writer *j, const lede_document *document,
                       const lede_pick *pick, bool explain) {
    lede_span span = document->sentences.items[pick->sentence].span;
    jw_object_begin(j);
    span_write_text(j, document, span);
    jw_member_u64(j, "sentence", (uint64_t)pick->sentence + 1);
    span_write_offsets(j, document, span);
    if (explain) {
        explain_score(j, pick);
        explain_alike(j, pick);
    } else {
        jw_key(j, "score");
        jw_double(j, real_from_fixed(pick->score));
    }
    jw_object_end(j);
}

void records_summary(out *o, const char *id, const lede_document *document,
                     const lede_summary *summary, bool explain) {
    json_writer j = begin_record(o, id);
    jw_key(&j, "summary");
    jw_array_begin(&j);
    for (size_t i = 0; i < summary->picks.count; i++) {
        write_pick(&j, document, &summary->picks.items[i], explain);
    }
    jw_array_end(&j);
    if (explain) {
        explain_next(&j, document, summary, span_write_offsets);
    }
    end_record(&j);
}

void records_split(out *o, const char *id, const lede_document *document, bool explain) {
    json_writer j = begin_record(o, id);
    jw_key(&j, "sentences");
    jw_array_begin(&j);
    for (size_t i = 0; i < document->sentences.count; i++) {
        write_text(&j, document, document->sentences.items[i].span);
    }
    jw_array_end(&j);
    if (explain) {
        explain_boundaries(&j, document, span_write_offsets);
    }
    end_record(&j);
}

void records_failure(out *o, const char *id, const lede_error *error) {
    json_writer j = begin_record(o, id);
    jw_key(&j, "error");
    jw_object_begin(&j);
    jw_member_text(&j, "code", names_status((int)error->status));
    jw_key(&j, "message");
    jw_string(&j, error->text, strnlen(error->text, sizeof error->text));
    jw_member_u64(&j, "offset", error->offset);
    jw_object_end(&j);
    end_record(&j);
}
