/* SPDX-License-Identifier: MIT */
#include "api/reports.h"

#include "render/repeats.h"
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
    bool fine = status != LEDE_OK ||
                (path != NULL && report->shared == 0 && report->together == 0);
    return fine ? status : LEDE_INVALID_ARGUMENT;
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

/* ---- Tables ------------------------------------------------------------------ */

bool reports_has_columns(const lede_report *report, lede_columns columns) {
    return report->format != LEDE_FORMAT_CSV || report->files == 0 ||
           report->columns == columns;
}

void reports_csv_header(const lede_report *report, out *o) {
    if (report->columns == LEDE_COLUMNS_REPEATS) {
        repeats_csv_header(o);
    } else {
        score_csv_header(o, &report->score);
    }
}

void reports_csv_begin(lede_report *report, out *o, lede_columns columns) {
    if (report->files == 0) {
        report->columns = columns;
        reports_csv_header(report, o);
    }
}

void reports_csv_state(const lede_report *report, out *o, const char *path,
                       const char *state) {
    if (report->files == 0) {
        reports_csv_header(report, o);
    }
    if (report->columns == LEDE_COLUMNS_REPEATS) {
        repeats_csv_state(o, path, state);
    } else {
        score_csv_state(o, path, state, &report->score);
    }
}
