/* SPDX-License-Identifier: MIT */
#include "text/head.h"

#include "text/byline.h"
#include "text/cues.h"
#include "text/dateline.h"
#include "text/worded_stamp.h"

#define HEAD_BLOCKS 8u     /* title, subtitle, caption, byline, date ... */
#define HEAD_SENTENCES 6u  /* of a block: a title, a subtitle and what follows them */
#define HEAD_ENTRIES 100u  /* prose of as many is the article itself */
#define PIECE_ENTRIES 400u /* longer are drawn lines; `aside` has 16 bits */

static bool is_kept(const lede_document *d, lede_rule rule) {
    return (d->keep_rules & LEDE_RULE_BIT(rule)) != 0;
}

/* The piece that begins at entry `at`; end == first: none. A dateline opens prose. */
static head_piece piece_at(const lede_document *d, uint32_t at, uint32_t end,
                           bool prose) {
    uint32_t behind = is_kept(d, LEDE_RULE_BYLINE) ? at : byline_end(d, at, end);
    if (behind > at) {
        return (head_piece){at, behind, LEDE_RULE_BYLINE};
    }
    behind = is_kept(d, LEDE_RULE_DATE_STAMP) ? at : worded_stamp_end(d, at, end);
    if (behind > at) {
        return (head_piece){at, behind, LEDE_RULE_DATE_STAMP};
    }
    behind = prose && !is_kept(d, LEDE_RULE_DATELINE) ? dateline_end(d, at, end) : at;
    return (head_piece){at, behind, LEDE_RULE_DATELINE};
}

/* Bars and stops between pieces, and behind the last one, belong to none of the text. */
static uint32_t behind_bars(const lede_document *d, uint32_t at, uint32_t end) {
    const lede_word *w = cue_entry(d, at, end);
    while (entry_is_mark(w, MARK_STOP) || cue_is_mark(w, '|')) {
        w = cue_entry(d, ++at, end);
    }
    return at;
}

/* All pieces from the beginning of a sentence on; where they end. */
static uint32_t read_pieces(article_head *h, const lede_document *d, uint32_t at,
                            uint32_t end, bool prose) {
    bool more = true;
    while (more && at < end && h->count < HEAD_PIECES) {
        head_piece found = piece_at(d, at, end, prose);
        uint32_t behind = found.end > at ? behind_bars(d, found.end, end) : at;
        more = behind > at && behind - at <= PIECE_ENTRIES;
        if (more) {
            found.end = at = behind;
            h->pieces[h->count++] = found;
            more = found.rule != LEDE_RULE_DATELINE;
        }
    }
    return at;
}

/* Is this the article? Then its first block has been read. */
static bool read_block(article_head *h, const lede_document *d, const lede_block *b) {
    const lede_sentence *s = &d->sentences.items[b->first_sentence];
    const lede_sentence *last = s + b->sentence_count - 1;
    uint32_t end = last->first_word + last->word_count, behind = s->first_word;
    bool prose = b->kind == LEDE_BLOCK_PROSE;
    uint32_t before = h->count, seen = 0;
    for (; s <= last && seen < HEAD_SENTENCES; s++) {
        if (s->first_word >= behind) {
            behind = read_pieces(h, d, s->first_word, end, prose);
            seen++;
        }
    }
    bool sent = h->count > before && h->pieces[h->count - 1].rule == LEDE_RULE_DATELINE;
    return sent || (prose && end - d->sentences.items[b->first_sentence].first_word >
                                 HEAD_ENTRIES);
}

void head_read(article_head *h, const lede_document *d) {
    uint32_t blocks = 0;
    h->count = 0;
    for (size_t i = 0; i < d->page.blocks.count && blocks < HEAD_BLOCKS; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        bool none = b->sentence_count == 0 || b->kind == LEDE_BLOCK_METADATA ||
                    b->kind == LEDE_BLOCK_TITLE || b->kind == LEDE_BLOCK_DESCRIPTION;
        blocks++;
        if (!none && read_block(h, d, b)) {
            return;
        }
    }
}
