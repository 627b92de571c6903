/* SPDX-License-Identifier: MIT */
#include "render/text.h"

#include "render/explain.h"
#include "render/names.h"
#include "render/visible.h"

#define ANY_BLOCK 0 /* for lines that no blank line keeps apart */

/* Where the writer stands: is a blank line due before the next line? */
typedef struct lines {
    out *out;
    const lede_document *document;
    bool blank_due;
    uint32_t block; /* of the line before; LEDE_NONE at the start */
} lines;

static lines lines_begin(out *o, const lede_document *document, bool after) {
    return (lines){
        .out = o, .document = document, .blank_due = after, .block = LEDE_NONE};
}

/* Called only when a line follows, so that no blank line stands alone. */
static void begin_line(lines *l, uint32_t block) {
    bool new_block = l->block != LEDE_NONE && l->block != block;
    if (l->blank_due || new_block) {
        out_bytes(l->out, "\n", 1);
    }
    l->blank_due = false;
    l->block = block;
}

static void end_line(lines *l, lede_span span) {
    visible_write(l->out, l->document->page.text + span.begin, span.end - span.begin);
    out_bytes(l->out, "\n", 1);
}

void text_summary(out *o, const lede_document *document, const lede_summary *summary,
                  bool after, bool explain) {
    lines l = lines_begin(o, document, after);
    const lede_document *const one[] = {document};
    const explain_texts texts = {one, NULL};
    for (size_t i = 0; i < summary->picks.count; i++) {
        uint32_t sentence = summary->picks.items[i].sentence;
        begin_line(&l, ANY_BLOCK);
        end_line(&l, document->sentences.items[sentence].span);
        if (explain) {
            explain_pick(o, &texts, &summary->picks.items[i]);
        }
    }
    if (explain && summary->picks.count > 0) {
        explain_not_chosen(o, &texts, summary);
    }
}

void text_sentences(out *o, const lede_document *document, bool after, bool explain) {
    lines l = lines_begin(o, document, after);
    size_t next = 0;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const lede_sentence *sentence = &document->sentences.items[i];
        begin_line(&l, sentence->block);
        end_line(&l, sentence->span);
        if (explain) {
            next = explain_sentence(o, document, (uint32_t)i, next);
        }
    }
}

static void write_word(lines *l, uint32_t block, const lede_word *word) {
    if (word->kind == LEDE_WORD_MARK) {
        return;
    }
    begin_line(l, block);
    out_text(l->out, names_word_kind(word->kind));
    out_bytes(l->out, "\t", 1);
    end_line(l, word->span);
}

void text_words(out *o, const lede_document *document, bool after) {
    lines l = lines_begin(o, document, after);
    for (size_t i = 0; i < document->sentences.count; i++) {
        const lede_sentence *sentence = &document->sentences.items[i];
        uint32_t end = sentence->first_word + sentence->word_count;
        for (uint32_t k = sentence->first_word - sentence->aside; k < end; k++) {
            write_word(&l, sentence->block, &document->words.items[k]);
        }
    }
}
