/* SPDX-License-Identifier: MIT */
#include "api/reports.h"
#include "render/files.h"
#include "render/records.h"
#include "render/summary_markdown.h"
#include "render/text.h"

#include <lede/lede.h>

/* A summary of another document could point beyond this one's sentences. */
static bool is_summary_of(const lede_summary *summary, const lede_document *document) {
    if (summary->facts.documents > 1) {
        return false;
    }
    for (size_t i = 0; i < summary->picks.count; i++) {
        if (summary->picks.items[i].sentence >= document->sentences.count) {
            return false;
        }
    }
    const lede_runner_up *next = &summary->next;
    return next->pick.sentence == LEDE_NONE ||
           next->pick.sentence < document->sentences.count;
}

static bool has_format(const lede_report *report) {
    return report->format == LEDE_FORMAT_TEXT || report->format == LEDE_FORMAT_JSON ||
           report->format == LEDE_FORMAT_JSON_LINES ||
           report->format == LEDE_FORMAT_MARKDOWN;
}

/* What is written of one file. */
typedef struct summarized {
    const char *path;
    const lede_document *document;
    const lede_summary *summary;
    summary_extras extras;
} summarized;

static void write_text(out *o, const summarized *s, bool after) {
    bool explain = s->extras.explain;
    text_summary(o, s->document, s->summary, after, explain);
    keywords_text(o, s->extras.keywords, after || s->summary->picks.count > 0, explain);
}

static void write_format(const lede_report *report, out *o, const summarized *s) {
    bool after = report->done > 0;
    json_writer j;
    switch (report->format) {
    case LEDE_FORMAT_JSON:
        j = reports_begin_element(report, o);
        files_summary(&j, s->path, s->document, s->summary, &s->extras);
        break;
    case LEDE_FORMAT_JSON_LINES:
        records_summary(o, s->path, s->document, s->summary, &s->extras);
        break;
    case LEDE_FORMAT_MARKDOWN:
        out_text(o, after ? "\n" : "");
        summary_markdown(o, s->path, s->document, s->summary, &s->extras);
        break;
    case LEDE_FORMAT_TEXT:
    case LEDE_FORMAT_LINES:
    case LEDE_FORMAT_CSV:
        write_text(o, s, after);
        break;
    }
}

lede_status lede_report_summary(lede_report *report, const char *path,
                                const lede_document *document,
                                const lede_summary *summary) {
    return lede_report_summary_with(report, path, document, summary, NULL);
}

lede_status lede_report_summary_with(lede_report *report, const char *path,
                                     const lede_document *document,
                                     const lede_summary *summary,
                                     const lede_keywords *keywords) {
    lede_status status = reports_check_file(report, path);
    if (status != LEDE_OK) {
        return status;
    }
    if (document == NULL || summary == NULL || !has_format(report) ||
        !is_summary_of(summary, document) ||
        (keywords != NULL && keywords->d != document)) {
        return LEDE_INVALID_ARGUMENT;
    }
    summarized s = {path, document, summary, {keywords, report->explain != 0}};
    out o;
    out_init(&o, report->sink);
    write_format(report, &o, &s);
    return reports_finish_file(report, &o, &report->done);
}
