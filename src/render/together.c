/* SPDX-License-Identifier: MIT */
#include "render/together.h"

#include "render/files.h"
#include "render/visible.h"

#include <string.h>

static void write_heading(out *o, const char *path, bool first) {
    out_text(o, first ? "==> " : "\n==> ");
    visible_write(o, path, strlen(path));
    out_text(o, " <==\n");
}

void together_text(out *o, const explain_texts *texts, const lede_summary *summary,
                   bool explain) {
    const lede_pick *picks = summary->picks.items;
    for (size_t i = 0; i < summary->picks.count; i++) {
        const lede_document *d = explain_document(texts, &picks[i]);
        lede_span span = d->sentences.items[picks[i].sentence].span;
        bool is_new = i == 0 || picks[i].document != picks[i - 1].document;
        if (is_new) {
            write_heading(o, texts->paths[picks[i].document], i == 0);
        }
        visible_write(o, d->page.text + span.begin, span.end - span.begin);
        out_text(o, "\n");
        if (explain) {
            explain_pick(o, texts, &picks[i]);
        }
    }
    if (explain && summary->picks.count > 0) {
        explain_not_chosen(o, texts, summary);
    }
}

void together_json(json_writer *j, const explain_texts *texts,
                   const lede_summary *summary, bool explain) {
    const lede_summary_facts *facts = &summary->facts;
    jw_key(j, "together");
    jw_object_begin(j);
    jw_member_u64(j, "documents", facts->documents);
    jw_member_text(j, "language", facts->language);
    jw_member_u64(j, "in_language", facts->in_language);
    const summary_extras extras = {NULL, explain};
    files_write_choice(j, texts, summary, &extras);
    jw_object_end(j);
}
