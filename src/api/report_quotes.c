/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/quotes.h"

#include <lede/lede.h>

static lede_status check_arguments(const lede_report *report, const char *path,
                                   const lede_quotes *quotes,
                                   const char *const *source_paths) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    bool fine = quotes != NULL && (report->format == LEDE_FORMAT_JSON ||
                                   report->format == LEDE_FORMAT_TEXT);
    for (size_t i = 0; fine && i < quotes->source_count; i++) {
        fine = source_paths != NULL && source_paths[i] != NULL;
    }
    return fine ? LEDE_OK : LEDE_INVALID_ARGUMENT;
}

lede_status lede_report_quotes(lede_report *report, const char *path,
                               const lede_quotes *quotes, const char *const *source_paths,
                               size_t source_count) {
    lede_status status = check_arguments(report, path, quotes, source_paths);
    if (status != LEDE_OK || source_count != quotes->source_count) {
        return status != LEDE_OK ? status : LEDE_INVALID_ARGUMENT;
    }
    quotations s = quotes_open(path, quotes, source_paths, &report->quotes);
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = reports_begin_element(report, &o);
        quotes_json(&j, &s);
    } else {
        quotes_text(&o, &s, report->done > 0);
    }
    return reports_finish_file(report, &o, &report->done);
}
