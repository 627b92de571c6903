/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/repeats.h"
#include "render/report.h"
#include "render/shared.h"

#include <lede/lede.h>

static bool has_paths(const lede_shared *shared, const char *const *paths, size_t count) {
    bool fine =
        count == lede_shared_measure(shared).files && (paths != NULL || count == 0);
    for (size_t i = 0; fine && i < count; i++) {
        fine = paths[i] != NULL;
    }
    return fine;
}

static shared_list list_of(const lede_report *report, const lede_shared *shared,
                           const char *const *paths) {
    const lede_repeats_view *view = &report->repeats;
    size_t bytes = 0, places = 0;
    shared_list s = {.paths = paths,
                     .facts = lede_shared_measure(shared),
                     .all = view->all != 0,
                     .ascii = view->ascii != 0,
                     .width = repeats_width(view)};
    s.passages = lede_shared_passages(shared, &s.count);
    s.places = lede_shared_places(shared, &places);
    s.bytes = lede_shared_bytes(shared, &bytes);
    return s;
}

static void write_format(lede_report *report, out *o, const shared_list *s) {
    json_writer j;
    switch (report->format) {
    case LEDE_FORMAT_JSON:
        j = report_end_files(o);
        shared_json(&j, s);
        break;
    case LEDE_FORMAT_CSV:
        reports_csv_begin(report, o, LEDE_COLUMNS_REPEATS);
        shared_csv(o, s);
        break;
    case LEDE_FORMAT_MARKDOWN:
        shared_markdown(o, s, report->done > 0);
        break;
    case LEDE_FORMAT_TEXT:
    case LEDE_FORMAT_LINES:
    case LEDE_FORMAT_JSON_LINES:
        shared_text(o, s, report->done > 0);
        break;
    }
}

lede_status lede_report_shared(lede_report *report, const lede_shared *shared,
                               const char *const *paths, size_t path_count) {
    lede_status status = reports_check(report);
    if (status != LEDE_OK) {
        return status;
    }
    if (shared == NULL || report->shared != 0 || report->together != 0 ||
        report->format == LEDE_FORMAT_LINES || report->format == LEDE_FORMAT_JSON_LINES ||
        !has_paths(shared, paths, path_count) ||
        !reports_has_columns(report, LEDE_COLUMNS_REPEATS)) {
        return LEDE_INVALID_ARGUMENT;
    }
    shared_list s = list_of(report, shared, paths);
    out o;
    out_init(&o, report->sink);
    write_format(report, &o, &s);
    report->shared = 1;
    report->status = out_flush(&o);
    return report->status;
}
