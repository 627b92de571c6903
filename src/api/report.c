/* SPDX-License-Identifier: MIT */
#include "render/report.h"

#include "api/reports.h"
#include "render/files.h"
#include "render/languages.h"
#include "render/records.h"
#include "render/text.h"
#include "render/visible.h"
#include "unicode/segment.h"

#include <lede/lede.h>

/* ---- The report ----------------------------------------------------------- */

lede_status lede_report_begin(lede_report *report, lede_format format, lede_sink sink) {
    if (report == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    *report = (lede_report){.sink = sink, .format = format};
    lede_status status = reports_check(report);
    if (status == LEDE_OK && format == LEDE_FORMAT_JSON) {
        out o;
        out_init(&o, sink);
        report_begin(&o);
        report->status = out_flush(&o);
        status = report->status;
    }
    return status;
}

lede_status lede_report_end(lede_report *report) {
    lede_status status = reports_check(report);
    bool json = status == LEDE_OK && report->format == LEDE_FORMAT_JSON;
    bool empty_table =
        status == LEDE_OK && report->format == LEDE_FORMAT_CSV && report->files == 0;
    out o;
    if (!json && !empty_table) {
        return status;
    }
    out_init(&o, report->sink);
    if (json) {
        report_end(&o, report);
    } else {
        reports_csv_header(report, &o);
    }
    report->status = out_flush(&o);
    return report->status;
}

/* ---- One file --------------------------------------------------------------- */

static lede_status check_split(const lede_report *report, const char *path,
                               const lede_document *document) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (document == NULL ||
        (report->format != LEDE_FORMAT_JSON && report->format != LEDE_FORMAT_JSON_LINES &&
         report->format != LEDE_FORMAT_LINES)) {
        return LEDE_INVALID_ARGUMENT;
    }
    return LEDE_OK;
}

lede_status lede_report_split(lede_report *report, const char *path,
                              const lede_document *document, int with_words) {
    lede_status status = check_split(report, path, document);
    if (status != LEDE_OK) {
        return status;
    }
    bool explain = report->explain != 0;
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = reports_begin_element(report, &o);
        files_split(&j, path, document, with_words != 0, explain);
    } else if (report->format == LEDE_FORMAT_JSON_LINES) {
        records_split(&o, path, document, explain);
    } else if (with_words != 0) {
        text_words(&o, document, report->done > 0);
    } else {
        text_sentences(&o, document, report->done > 0, explain);
    }
    return reports_finish_file(report, &o, &report->done);
}

lede_status lede_report_failure(lede_report *report, const char *path,
                                const lede_error *error) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (error == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = reports_begin_element(report, &o);
        files_failure(&j, path, error);
    } else if (report->format == LEDE_FORMAT_JSON_LINES) {
        records_failure(&o, path, error);
    } else if (report->format == LEDE_FORMAT_CSV) {
        reports_csv_state(report, &o, path, "failed");
    }
    return reports_finish_file(report, &o, &report->failed);
}

lede_status lede_report_not_scored(lede_report *report, const char *path,
                                   const char *reason) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (reason == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = reports_begin_element(report, &o);
        files_not_scored(&j, path, reason);
    } else if (report->format == LEDE_FORMAT_CSV) {
        reports_csv_state(report, &o, path, "not_scored");
    }
    return reports_finish_file(report, &o, &report->not_scored);
}

lede_status lede_report_uax29(lede_report *report, const char *path, const char *bytes,
                              size_t n, int with_words) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (report->format != LEDE_FORMAT_JSON || (bytes == NULL && n > 0)) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    json_writer j = reports_begin_element(report, &o);
    files_segments(&j, path, bytes, n,
                   with_words != 0 ? segment_word_end : segment_sentence_end);
    return reports_finish_file(report, &o, &report->done);
}

/* ---- Without a report ------------------------------------------------------- */

lede_status lede_report_languages(lede_format format, lede_sink sink) {
    if (sink.write == NULL ||
        (format != LEDE_FORMAT_TEXT && format != LEDE_FORMAT_JSON)) {
        return LEDE_INVALID_ARGUMENT;
    }
    size_t count = 0;
    const language_pack *packs = pack_list(&count);
    out o;
    out_init(&o, sink);
    if (format == LEDE_FORMAT_JSON) {
        languages_json(&o, packs, count);
    } else {
        languages_text(&o, packs, count);
    }
    return out_flush(&o);
}

lede_status lede_write_visible(lede_sink sink, const char *bytes, size_t n) {
    if (sink.write == NULL || (bytes == NULL && n > 0)) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, sink);
    visible_write(&o, bytes, n);
    return out_flush(&o);
}
