/* SPDX-License-Identifier: MIT */
#include "render/records.h"

#include "base/real.h"
#include "render/element.h"
#include "render/explain.h"
#include "render/names.h"
#include "render/span.h"

#include <string.h>

static void write_text(json_writer *j, const lede_document *document, lede_span span) {
    jw_string(j, document->page.text + span.begin, span.end - span.begin);
}

static void write_pick(json_writer *j, const explain_texts *texts, const lede_pick *pick,
                       bool explain) {
    const lede_document *document = explain_document(texts, pick);
    lede_span span = document->sentences.items[pick->sentence].span;
    jw_object_begin(j);
    span_write_text(j, document, span);
    jw_member_u64(j, "sentence", (uint64_t)pick->sentence + 1);
    span_write_offsets(j, document, span);
    if (explain) {
        explain_score(j, pick);
        explain_causes(j, texts, pick);
    } else {
        jw_key(j, "score");
        jw_double(j, real_from_fixed(pick->score));
    }
    jw_object_end(j);
}

void records_summary(out *o, const char *id, const lede_document *document,
                     const lede_summary *summary, const summary_extras *extras) {
    const lede_document *const one[] = {document};
    const explain_texts texts = {one, NULL};
    json_writer j = element_begin_record(o, id);
    jw_key(&j, "summary");
    jw_array_begin(&j);
    for (size_t i = 0; i < summary->picks.count; i++) {
        write_pick(&j, &texts, &summary->picks.items[i], extras->explain);
    }
    jw_array_end(&j);
    keywords_json(&j, extras->keywords, span_write_offsets);
    if (extras->explain) {
        explain_next(&j, &texts, summary, span_write_offsets);
    }
    element_end_record(&j);
}

void records_split(out *o, const char *id, const lede_document *document, bool explain) {
    json_writer j = element_begin_record(o, id);
    jw_key(&j, "sentences");
    jw_array_begin(&j);
    for (size_t i = 0; i < document->sentences.count; i++) {
        write_text(&j, document, document->sentences.items[i].span);
    }
    jw_array_end(&j);
    if (explain) {
        explain_boundaries(&j, document, span_write_offsets);
    }
    element_end_record(&j);
}

void records_failure(out *o, const char *id, const lede_error *error) {
    json_writer j = element_begin_record(o, id);
    jw_key(&j, "error");
    jw_object_begin(&j);
    jw_member_text(&j, "code", names_status((int)error->status));
    jw_key(&j, "message");
    jw_string(&j, error->text, strnlen(error->text, sizeof error->text));
    jw_member_u64(&j, "offset", error->offset);
    jw_object_end(&j);
    element_end_record(&j);
}
