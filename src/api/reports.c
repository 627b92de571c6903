/* SPDX-License-Identifier: MIT */
#include "api/reports.h"

#include "render/report.h"
#include "render/score.h"

static bool is_format(lede_format format) {
    return format == LEDE_FORMAT_TEXT || format == LEDE_FORMAT_LINES ||
           format == LEDE_FORMAT_JSON || format == LEDE_FORMAT_JSON_LINES ||
           format == LEDE_FORMAT_CSV || format == LEDE_FORMAT_MARKDOWN;
}

lede_status reports_check(const lede_report *report) {
    if (report == NULL || report->sink.write == NULL || !is_format(report->format)) {
        return LEDE_INVALID_ARGUMENT;
    }
    return report->status;
}

lede_status reports_check_file(const lede_report *report, const char *path) {
    lede_status status = reports_check(report);
    return status == LEDE_OK && path == NULL ? LEDE_INVALID_ARGUMENT : status;
}

json_writer reports_begin_element(const lede_report *report, out *o) {
    json_writer j;
    report_resume(&j, o, report->files == 0);
    return j;
}

lede_status reports_finish_file(lede_report *report, out *o, uint32_t *state) {
    report->status = out_flush(o);
    report->files++;
    (*state)++;
    return report->status;
}

void reports_csv_state(const lede_report *report, out *o, const char *path,
                       const char *state) {
    if (report->files == 0) {
        score_csv_header(o, &report->score);
    }
    score_csv_state(o, path, state, &report->score);
}
