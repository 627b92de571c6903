/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/score.h"

#include <lede/lede.h>

static lede_status check_arguments(const lede_report *report, const char *path,
                                   const lede_document *document,
                                   const lede_metrics *metrics) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    bool fine = document != NULL && metrics != NULL && metrics->d == document &&
                report->format != LEDE_FORMAT_LINES &&
                reports_has_columns(report, LEDE_COLUMNS_SCORE);
    return fine ? LEDE_OK : LEDE_INVALID_ARGUMENT;
}

static void write_format(lede_report *report, out *o, const score *s) {
    bool after = report->done > 0;
    json_writer j;
    switch (report->format) {
    case LEDE_FORMAT_JSON:
        j = reports_begin_element(report, o);
        score_json(&j, s);
        break;
    case LEDE_FORMAT_JSON_LINES:
        score_record(o, s);
        break;
    case LEDE_FORMAT_CSV:
        reports_csv_begin(report, o, LEDE_COLUMNS_SCORE);
        score_csv(o, s, &report->score);
        break;
    case LEDE_FORMAT_MARKDOWN:
        score_markdown(o, s, after);
        break;
    case LEDE_FORMAT_TEXT:
    case LEDE_FORMAT_LINES:
        score_text(o, s, after);
        break;
    }
}

lede_status lede_report_score(lede_report *report, const char *path,
                              const lede_document *document,
                              const lede_metrics *metrics) {
    return lede_report_score_with(report, path, document, metrics, NULL);
}

lede_status lede_report_score_with(lede_report *report, const char *path,
                                   const lede_document *document,
                                   const lede_metrics *metrics,
                                   const lede_repeats *repeats) {
    lede_status status = check_arguments(report, path, document, metrics);
    if (status == LEDE_OK && repeats != NULL && repeats->d != document) {
        status = LEDE_INVALID_ARGUMENT;
    }
    if (status != LEDE_OK) {
        return status;
    }
    score s;
    out o;
    score_open(&s, path, document, metrics, report);
    s.repeats = repeats;
    out_init(&o, report->sink);
    write_format(report, &o, &s);
    return reports_finish_file(report, &o, &report->done);
}
