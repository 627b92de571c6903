/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/repeats.h"

#include <lede/lede.h>

static lede_status check_arguments(const lede_report *report, const char *path,
                                   const lede_document *document,
                                   const lede_repeats *repeats) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    bool fine = document != NULL && repeats != NULL && repeats->d == document &&
                report->format != LEDE_FORMAT_LINES &&
                reports_has_columns(report, LEDE_COLUMNS_REPEATS);
    return fine ? LEDE_OK : LEDE_INVALID_ARGUMENT;
}

static void write_format(lede_report *report, out *o, const repetition *s) {
    bool after = report->done > 0;
    json_writer j;
    switch (report->format) {
    case LEDE_FORMAT_JSON:
        j = reports_begin_element(report, o);
        repeats_json(&j, s);
        break;
    case LEDE_FORMAT_JSON_LINES:
        repeats_record(o, s);
        break;
    case LEDE_FORMAT_CSV:
        reports_csv_begin(report, o, LEDE_COLUMNS_REPEATS);
        repeats_csv(o, s);
        break;
    case LEDE_FORMAT_MARKDOWN:
        repeats_markdown(o, s, after);
        break;
    case LEDE_FORMAT_TEXT:
    case LEDE_FORMAT_LINES:
        repeats_text(o, s, after);
        break;
    }
}

lede_status lede_report_repeats(lede_report *report, const char *path,
                                const lede_document *document,
                                const lede_repeats *repeats) {
    lede_status status = check_arguments(report, path, document, repeats);
    if (status != LEDE_OK) {
        return status;
    }
    repetition s = repeats_open(path, document, repeats, &report->repeats);
    out o;
    out_init(&o, report->sink);
    write_format(report, &o, &s);
    return reports_finish_file(report, &o, &report->done);
}
