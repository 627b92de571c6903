/* SPDX-License-Identifier: MIT */
#include "text/enumerators.h"

#include "text/boundary.h"
#include "text/bytes.h"
#include "text/entries.h"
#include "text/evidence.h"
#include "text/marks.h"

#include <string.h>

#define GAP 200u      /* bytes of an item: longer ones are paragraphs */
#define LARGEST 1000u /* numbers from here on are years and the like */
#define BULLETS "\xE2\x80\xA2\xE2\x81\x83\xE2\x80\xA3\xE2\x97\xA6" /* • ⁃ ‣ ◦ */

/* What tells the lists of a text apart. */
enum {
    FORM_DIGITS = 1,
    FORM_UPPER = 2,
    FORM_LOWER = 4,
    FORM_STOP = 8,
    FORM_BRACKET = 16,
    FORM_BULLET = 32
};

static bool is_mark(const lede_word *w, mark_kind kind) {
    return w->kind == LEDE_WORD_MARK && w->mark == kind;
}

static bool is_glued(const lede_word *w) {
    return (w->flags & LEDE_WORD_GLUED) != 0;
}

static bool is_bullet(const char *text, const lede_word *w) {
    bool one = w->span.end - w->span.begin == 3;
    for (size_t i = 0; w->kind == LEDE_WORD_MARK && one && i < sizeof BULLETS - 1;
         i += 3) {
        if (memcmp(&BULLETS[i], text + w->span.begin, 3) == 0) {
            return true;
        }
    }
    return false;
}

/* 0: no figure and no letter that counts. */
static uint32_t read_value(const char *text, const lede_word *w, uint32_t *form) {
    uint32_t n = w->span.end - w->span.begin, value = 0;
    unsigned class = byte_at(text, w->span.begin);
    if (n == 1 && (class & (BYTE_LOWER | BYTE_UPPER)) != 0) {
        *form = (class & BYTE_LOWER) != 0 ? FORM_LOWER : FORM_UPPER;
        return ((unsigned char)text[w->span.begin] | 0x20u) - 'a' + 1;
    }
    for (uint32_t i = w->span.begin; i < w->span.end && value < LARGEST; i++) {
        if ((byte_at(text, i) & BYTE_DIGIT) == 0) {
            return 0;
        }
        value = value * 10 + (uint32_t)(text[i] - '0');
    }
    *form = FORM_DIGITS;
    return value < LARGEST ? value : 0;
}

/* Behind the mark of an enumerator: ".", ")", ".)", ".-"; i when there is none. */
static uint32_t read_mark(const lede_word *words, uint32_t i, uint32_t end,
                          uint32_t *form) {
    if (i < end && is_mark(&words[i], MARK_STOP) && is_glued(&words[i])) {
        *form |= FORM_STOP;
        i++;
        bool dash = i < end && is_mark(&words[i], MARK_DASH) && is_glued(&words[i]);
        i += dash;
    }
    if (i < end && is_mark(&words[i], MARK_CLOSE) && is_glued(&words[i]) &&
        words[i].term == ')') {
        *form |= FORM_BRACKET;
        i++;
    }
    return i;
}

bool enumerator_at(const char *text, const lede_word *words, lede_span entries,
                   enumerator *out) {
    uint32_t i = entries.begin, form = 0, marks = 0;
    *out = (enumerator){i, i, 0, 0};
    bool bullet = i < entries.end && is_bullet(text, &words[i]);
    i += bullet;
    if (i >= entries.end || words[i].kind == LEDE_WORD_MARK) {
        return false;
    }
    out->value = read_value(text, &words[i], &form);
    out->end = read_mark(words, i + 1, entries.end, &marks);
    out->form = form | marks | (bullet ? FORM_BULLET : 0u);
    bool item_follows = out->end < entries.end && !is_glued(&words[out->end]);
    return out->value > 0 && marks != 0 && item_follows;
}

bool enumerator_at_own(const lede_document *d, const lede_word *words, lede_span entries,
                       enumerator *out) {
    if (enumerator_at(d->page.text, words, entries, out) &&
        enumerator_counts(d, words, entries.begin, out)) {
        return true;
    }
    uint32_t i = entries.begin, form = 0;
    if (i >= entries.end || words[i].kind != LEDE_WORD_WORD) {
        return false;
    }
    uint32_t end = read_mark(words, i + 1, entries.end, &form);
    bool dash = end > i + 2 && is_mark(&words[end - 1], MARK_DASH);
    bool counts =
        (form & FORM_STOP) != 0 &&
        ((dash && (words[i].flags & LEDE_WORD_ALL_UPPER) != 0) ||
         (evidence_is_roman(d, &words[i]) && (words[i].flags & LEDE_WORD_SINGLE) == 0));
    bool item_follows = end < entries.end && !is_glued(&words[end]);
    *out = (enumerator){i, end, 0, form};
    return counts && item_follows;
}

/* What stands before a number in the middle of a paragraph: abbreviations belong to it
 * ("Sec. 2."), and words of grammar where it may be an ordinal ("gegen 2. Liga"). */
static bool leads_to_number(const lede_document *d, const lede_word *words,
                            lede_span before) {
    const uint32_t grammar = d->pack->ordinals ? LEDE_TERM_STOP | LEDE_TERM_STARTER : 0;
    if (before.begin >= before.end) {
        return false;
    }
    const lede_word *last = &words[before.end - 1];
    if (is_mark(last, MARK_STOP)) {
        return before.end - before.begin > 1 &&
               (entry_term(d, last - 1) & BOUNDARY_CLASSES) != 0;
    }
    return (entry_term(d, last) & (LEDE_TERM_ORDINAL_BEFORE | grammar)) != 0;
}

bool enumerator_counts(const lede_document *d, const lede_word *words, uint32_t begin,
                       const enumerator *item) {
    bool initial = item->form == (FORM_UPPER | FORM_STOP);
    bool ordinal = item->form == (FORM_DIGITS | FORM_STOP) &&
                   (entry_term(d, &words[item->end]) & LEDE_TERM_ORDINAL_AFTER) != 0;
    return !initial && !ordinal &&
           !leads_to_number(d, words, (lede_span){begin, item->first});
}

bool enumerator_next(const lede_document *d, const lede_word *words, uint32_t end,
                     enumerator *last) {
    uint32_t from = words[last->first].span.begin, begin = last->end;
    for (uint32_t i = begin + 1; i < end && words[i].span.begin - from < GAP; i++) {
        enumerator next;
        if (!is_glued(&words[i]) &&
            enumerator_at(d->page.text, words, (lede_span){i, end}, &next) &&
            next.value == last->value + 1 && next.form == last->form &&
            enumerator_counts(d, words, begin, &next)) {
            *last = next;
            return true;
        }
    }
    return false;
}
