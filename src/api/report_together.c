/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/files.h"
#include "render/report.h"
#include "render/together.h"

#include <lede/lede.h>

static bool has_format(const lede_report *report) {
    return report->format == LEDE_FORMAT_JSON || report->format == LEDE_FORMAT_TEXT;
}

lede_status lede_report_joined(lede_report *report, const char *path,
                               const lede_document *document) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (document == NULL || !has_format(report)) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = reports_begin_element(report, &o);
        files_joined(&j, path, document);
    }
    return reports_finish_file(report, &o, &report->done);
}

/* Does the sentence exist? One of other documents might not. */
static bool is_of(const lede_document *const *documents, size_t count, uint32_t document,
                  uint32_t sentence) {
    return document < count && sentence < documents[document]->sentences.count;
}

static bool is_pick_of(const lede_document *const *documents, size_t count,
                       const lede_pick *pick) {
    return is_of(documents, count, pick->document, pick->sentence) &&
           (pick->alike == LEDE_NONE ||
            is_of(documents, count, pick->alike_document, pick->alike));
}

static bool is_summary_of(const lede_summary *summary,
                          const lede_document *const *documents, size_t count) {
    bool fine = summary != NULL && count > 0 && summary->facts.documents == count;
    for (size_t i = 0; fine && i < summary->picks.count; i++) {
        fine = is_pick_of(documents, count, &summary->picks.items[i]);
    }
    return fine && (summary->next.pick.sentence == LEDE_NONE ||
                    is_pick_of(documents, count, &summary->next.pick));
}

static bool are_given(const char *const *paths, const lede_document *const *documents,
                      size_t count) {
    bool fine = paths != NULL && documents != NULL;
    for (size_t i = 0; fine && i < count; i++) {
        fine = paths[i] != NULL && documents[i] != NULL;
    }
    return fine;
}

lede_status lede_report_together(lede_report *report, const char *const *paths,
                                 const lede_document *const *documents, size_t count,
                                 const lede_summary *summary) {
    lede_status status = reports_check(report);
    if (status != LEDE_OK) {
        return status;
    }
    if (!has_format(report) || report->shared != 0 || report->together != 0 ||
        !are_given(paths, documents, count) ||
        !is_summary_of(summary, documents, count)) {
        return LEDE_INVALID_ARGUMENT;
    }
    const explain_texts texts = {documents, paths};
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = report_end_files(&o);
        together_json(&j, &texts, summary, report->explain != 0);
    } else {
        together_text(&o, &texts, summary, report->explain != 0);
    }
    report->together = 1;
    report->status = out_flush(&o);
    return report->status;
}
