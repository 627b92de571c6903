/* SPDX-License-Identifier: MIT */
#include "render/rhythm.h"

#define LINES 2u
#define HEIGHTS 8u
#define STEP 5u /* words */

/* Words of the next so many sentences that count, their number in *count, and the
 * block of the first. */
typedef struct bin {
    uint64_t words;
    size_t count;
    uint32_t block;
} bin;

static bin take_bin(const lede_metrics *m, size_t *sentence, size_t per_bar) {
    bin b = {0, 0, LEDE_NONE};
    while (*sentence < m->sentences && b.count < per_bar) {
        const lede_sentence *s = &m->d->sentences.items[*sentence];
        if (m->counted[*sentence] != 0) {
            b.block = b.count == 0 ? s->block : b.block;
            b.words += s->words;
            b.count++;
        }
        (*sentence)++;
    }
    return b;
}

static size_t count_paragraphs(const lede_metrics *m) {
    size_t count = 0, sentence = 0;
    uint32_t block = LEDE_NONE;
    for (bin b = take_bin(m, &sentence, 1); b.count > 0; b = take_bin(m, &sentence, 1)) {
        count += b.block != block ? 1 : 0;
        block = b.block;
    }
    return count;
}

static unsigned height_of(const bin *b) {
    uint64_t step = STEP * b->count, height = (b->words + step - 1) / step;
    height = height < HEIGHTS ? height : HEIGHTS;
    return (unsigned)height; /* at least 1: a bar has a word */
}

rhythm rhythm_measure(const lede_metrics *m, size_t columns) {
    size_t sentences = (size_t)m->counts.sentences, room = LINES * columns;
    size_t gaps = sentences > 0 ? count_paragraphs(m) - 1 : 0;
    rhythm r = {
        .per_bar = 1, .columns = columns, .gaps = gaps > 0 && sentences + gaps <= room};
    if (sentences > room) {
        r.per_bar = (sentences + room - 1) / room;
    }
    size_t at = 0;
    for (bin b = take_bin(m, &at, r.per_bar); b.count > 0;
         b = take_bin(m, &at, r.per_bar)) {
        r.bars++;
    }
    return r;
}

rhythm_reader rhythm_begin(const lede_metrics *m, const rhythm *r) {
    return (rhythm_reader){m, r, 0, LEDE_NONE};
}

unsigned rhythm_next(rhythm_reader *reader, bool *gap) {
    const rhythm *r = reader->r;
    bin b = take_bin(reader->m, &reader->sentence, r->per_bar);
    *gap = false;
    if (b.count == 0) {
        return 0;
    }
    *gap = r->gaps && reader->block != LEDE_NONE && reader->block != b.block;
    reader->block = b.block;
    return height_of(&b);
}

const char *rhythm_bar(unsigned height, bool ascii) {
    static const char *const blocks[HEIGHTS + 1] = {"",  "▁", "▂", "▃", "▄",
                                                    "▅", "▆", "▇", "█"};
    static const char *const plain[HEIGHTS + 1] = {"",  "1", "2", "3", "4",
                                                   "5", "6", "7", "8"};
    return (ascii ? plain : blocks)[height <= HEIGHTS ? height : HEIGHTS];
}
