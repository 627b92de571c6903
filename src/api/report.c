/* SPDX-License-Identifier: MIT */
#include "render/report.h"

#include "render/files.h"
#include "render/languages.h"
#include "render/records.h"
#include "render/text.h"
#include "render/visible.h"
#include "unicode/segment.h"

#include <lede/lede.h>

/* ---- What every call shares --------------------------------------------- */

static bool is_format(lede_format format) {
    return format == LEDE_FORMAT_TEXT || format == LEDE_FORMAT_LINES ||
           format == LEDE_FORMAT_JSON || format == LEDE_FORMAT_JSON_LINES;
}

/* May anything be written? A failed write is remembered for good. */
static lede_status check_report(const lede_report *report) {
    if (report == NULL || report->sink.write == NULL || !is_format(report->format)) {
        return LEDE_INVALID_ARGUMENT;
    }
    return report->status;
}

static lede_status check_file(const lede_report *report, const char *path) {
    lede_status status = check_report(report);
    return status == LEDE_OK && path == NULL ? LEDE_INVALID_ARGUMENT : status;
}

/* `text` is the other format the call has, besides the two of JSON. */
static lede_status check_document(const lede_report *report, const char *path,
                                  const lede_document *document, lede_format text) {
    lede_status status = check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (document == NULL ||
        (report->format != LEDE_FORMAT_JSON && report->format != LEDE_FORMAT_JSON_LINES &&
         report->format != text)) {
        return LEDE_INVALID_ARGUMENT;
    }
    return LEDE_OK;
}

static json_writer begin_element(const lede_report *report, out *o) {
    json_writer j;
    report_resume(&j, o, report->files == 0);
    return j;
}

/* One more file, of the state that `state` counts. */
static lede_status finish_file(lede_report *report, out *o, uint32_t *state) {
    report->status = out_flush(o);
    report->files++;
    (*state)++;
    return report->status;
}

/* ---- The report ----------------------------------------------------------- */

lede_status lede_report_begin(lede_report *report, lede_format format, lede_sink sink) {
    if (report == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    *report = (lede_report){.sink = sink, .format = format};
    lede_status status = check_report(report);
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
    lede_status status = check_report(report);
    if (status == LEDE_OK && report->format == LEDE_FORMAT_JSON) {
        out o;
        out_init(&o, report->sink);
        report_end(&o, report);
        report->status = out_flush(&o);
        status = report->status;
    }
    return status;
}

/* ---- One file --------------------------------------------------------------- */

/* A summary of another document could point beyond this one's sentences. */
static bool is_summary_of(const lede_summary *summary, const lede_document *document) {
    for (size_t i = 0; i < summary->picks.count; i++) {
        if (summary->picks.items[i].sentence >= document->sentences.count) {
            return false;
        }
    }
    const lede_runner_up *next = &summary->next;
    return next->pick.sentence == LEDE_NONE ||
           next->pick.sentence < document->sentences.count;
}

lede_status lede_report_summary(lede_report *report, const char *path,
                                const lede_document *document,
                                const lede_summary *summary) {
    lede_status status = check_document(report, path, document, LEDE_FORMAT_TEXT);
    if (status != LEDE_OK) {
        return status;
    }
    if (summary == NULL || !is_summary_of(summary, document)) {
        return LEDE_INVALID_ARGUMENT;
    }
    bool explain = report->explain != 0;
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = begin_element(report, &o);
        files_summary(&j, path, document, summary, explain);
    } else if (report->format == LEDE_FORMAT_JSON_LINES) {
        records_summary(&o, path, document, summary, explain);
    } else {
        text_summary(&o, document, summary, report->done > 0, explain);
    }
    return finish_file(report, &o, &report->done);
}

lede_status lede_report_split(lede_report *report, const char *path,
                              const lede_document *document, int with_words) {
    lede_status status = check_document(report, path, document, LEDE_FORMAT_LINES);
    if (status != LEDE_OK) {
        return status;
    }
    bool explain = report->explain != 0;
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = begin_element(report, &o);
        files_split(&j, path, document, with_words != 0, explain);
    } else if (report->format == LEDE_FORMAT_JSON_LINES) {
        records_split(&o, path, document, explain);
    } else if (with_words != 0) {
        text_words(&o, document, report->done > 0);
    } else {
        text_sentences(&o, document, report->done > 0, explain);
    }
    return finish_file(report, &o, &report->done);
}

lede_status lede_report_failure(lede_report *report, const char *path,
                                const lede_error *error) {
    lede_status status = check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (error == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = begin_element(report, &o);
        files_failure(&j, path, error);
    } else if (report->format == LEDE_FORMAT_JSON_LINES) {
        records_failure(&o, path, error);
    }
    return finish_file(report, &o, &report->failed);
}

lede_status lede_report_not_scored(lede_report *report, const char *path,
                                   const char *reason) {
    lede_status status = check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (reason == NULL) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    if (report->format == LEDE_FORMAT_JSON) {
        json_writer j = begin_element(report, &o);
        files_not_scored(&j, path, reason);
    }
    return finish_file(report, &o, &report->not_scored);
}

lede_status lede_report_uax29(lede_report *report, const char *path, const char *bytes,
                              size_t n, int with_words) {
    lede_status status = check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (report->format != LEDE_FORMAT_JSON || (bytes == NULL && n > 0)) {
        return LEDE_INVALID_ARGUMENT;
    }
    out o;
    out_init(&o, report->sink);
    json_writer j = begin_element(report, &o);
    files_segments(&j, path, bytes, n,
                   with_words != 0 ? segment_word_end : segment_sentence_end);
    return finish_file(report, &o, &report->done);
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
