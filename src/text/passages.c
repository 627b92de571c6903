/* SPDX-License-Identifier: MIT */
#include "text/passages.h"

#include "lang/label.h"
#include "text/cues.h"
#include "text/name_run.h"

#include <string.h>

#define PASSAGE_ENTRIES 48u
#define PASSAGE_WORDS 20u
#define TEASER_WORDS 10u    /* of "Click here for"; a longer sentence says something */
#define HEADLINE_WORDS 12u  /* of a teaser, with the words before its colon */
#define CAPTION_WORDS 30u   /* of a block that ends in a credit */
#define CREDIT_ENTRIES 16u  /* of a credit in brackets */
#define COPYRIGHT 0xA9u     /* the sign */
#define REPLACEMENT 0xFFFDu /* what is left of it where bytes were bad */

static bool is_sign(const lede_word *w) {
    return cue_is_mark(w, COPYRIGHT) || cue_is_mark(w, REPLACEMENT);
}

/* The first entry that is a word, behind a bracket or a dash; not behind quotes. */
static uint32_t first_word(const lede_document *d, const passage *p) {
    uint32_t at = p->first;
    while (at < p->end && (cue_is_mark(&d->words.items[at], '(') ||
                           cue_is_mark(&d->words.items[at], '[') ||
                           entry_is_mark(&d->words.items[at], MARK_DASH))) {
        at++;
    }
    return at;
}

/* Behind what stops stand. */
static uint32_t without_stops(const lede_document *d, const passage *p) {
    uint32_t end = p->end;
    while (end > p->first && entry_is_mark(&d->words.items[end - 1], MARK_STOP)) {
        end--;
    }
    return end;
}

static bool ends_in_bracket(const lede_document *d, const passage *p) {
    uint32_t end = without_stops(d, p);
    return end > p->first && entry_is_mark(&d->words.items[end - 1], MARK_CLOSE);
}

/* What the rules below look for first. */
#define OPENING_KINDS                                                                    \
    (1u << PACK_LINE_TEASER | 1u << PACK_LINE_TEASER_START | 1u << PACK_LINE_CAPTION |   \
     1u << PACK_LINE_CREDIT | 1u << PACK_LINE_RIGHTS | 1u << PACK_LINE_SHARE)

/* Is the word at this entry a line of the lists, or does it begin one together with the
 * next? Terms have the keys that lines are sorted by. */
static bool opens_line(const lede_document *d, uint32_t at, uint32_t end) {
    char key[LABEL_MAX];
    const lede_word *w = &d->words.items[at];
    if (!cue_may_begin(d, at)) {
        return false;
    }
    lede_span first = d->terms.items[w->term].key;
    size_t n = first.end - first.begin;
    if (!entry_is_word(cue_entry(d, at + 1, end)) || (w->flags & LEDE_WORD_APPROX) != 0 ||
        (w->flags & (LEDE_WORD_LOWER | LEDE_WORD_UPPER)) == 0) {
        return true;
    }
    lede_span second = d->terms.items[w[1].term].key;
    size_t more = second.end - second.begin;
    if (n + 1 + more > sizeof key) {
        return false;
    }
    memcpy(key, d->keys.items + first.begin, n);
    key[n] = ' ';
    memcpy(key + n + 1, d->keys.items + second.begin, more);
    uint32_t whole = 0;
    (void)pack_kinds_from(d->pack, key, n, &whole);
    return (whole & OPENING_KINDS) != 0 ||
           (pack_kinds_from(d->pack, key, n + 1 + more, &whole) & OPENING_KINDS) != 0;
}

bool passage_is_likely(const lede_document *d, const passage *p) {
    const lede_word *w = &d->words.items[p->first];
    if (p->end - p->first > PASSAGE_ENTRIES) {
        return false;
    }
    uint32_t at = first_word(d, p);
    return is_sign(w) || (at < p->end && opens_line(d, at, p->end)) ||
           (p->block && ends_in_bracket(d, p));
}

static uint32_t count_words(const lede_document *d, uint32_t at, uint32_t end) {
    uint32_t count = 0;
    for (; at < end; at++) {
        count += d->words.items[at].kind != LEDE_WORD_MARK;
    }
    return count;
}

/* What opens with a bracket is a credit or a caption only if nothing stands behind it:
 * "(Photo: IANS) She was busy." is a sentence. */
static bool is_closed(const lede_document *d, const passage *p) {
    const lede_word *w = &d->words.items[p->first];
    uint32_t end = without_stops(d, p), at = p->first + 1;
    if (!entry_is_mark(w, MARK_OPEN)) {
        return true;
    }
    while (at < end && !entry_is_mark(&d->words.items[at], MARK_CLOSE)) {
        at++;
    }
    return at + 1 == end;
}

/* Nothing but stops and closing brackets up to the end? */
static bool is_done(const lede_document *d, uint32_t at, uint32_t end) {
    while (at < end && (entry_is_mark(&d->words.items[at], MARK_STOP) ||
                        entry_is_mark(&d->words.items[at], MARK_CLOSE))) {
        at++;
    }
    return at == end;
}

static bool matches(const lede_document *d, pack_line_kind kind, uint32_t at,
                    uint32_t end) {
    uint32_t word = at;
    while (word < end && d->words.items[word].kind == LEDE_WORD_MARK) {
        word++;
    }
    if (!cue_begins(d, word, end, kind)) {
        return false; /* nearly always; the rest need not be folded */
    }
    uint32_t begin = d->words.items[at].span.begin;
    return label_matches(d->pack, kind, d->page.text + begin,
                         d->words.items[end - 1].span.end - begin);
}

/* ---- Credits --------------------------------------------------------------- */

/* "Photo by Jane Roe / Reuters", "Source: Reuters": a word alone needs a colon, and what
 * opens captions too a bar behind the name. */
static bool is_credit_at(const lede_document *d, uint32_t at, uint32_t end) {
    uint32_t opener = cue_end(d, at, end, PACK_LINE_CREDIT);
    bool caption = opener == at;
    opener = caption ? cue_end(d, at, end, PACK_LINE_CAPTION) : opener;
    bool colon = cue_is_mark(cue_entry(d, opener, end), ':');
    if (opener == at || (!colon && (caption || opener - at < 2))) {
        return false;
    }
    name_run run = name_run_read(d, opener + (colon ? 1 : 0), end);
    bool bar = !caption;
    for (uint32_t i = opener; i < run.end && !bar; i++) {
        bar = cue_is_mark(&d->words.items[i], '/') ||
              cue_end(d, i, run.end, PACK_LINE_AGENCY) > i;
    }
    return bar && (run.names > 0 || run.role) && !run.open && is_done(d, run.end, end);
}

static bool is_year(const lede_document *d, const lede_word *w) {
    const char *text = w != NULL ? d->page.text + w->span.begin : NULL;
    return entry_is_number(w) && entry_length(w) >= 4 &&
           (text[0] == '1' || text[0] == '2') && text[1] >= '0' && text[1] <= '9' &&
           text[2] >= '0' && text[2] <= '9' && text[3] >= '0' && text[3] <= '9';
}

/* "(c)", as three entries; else `at`. */
static uint32_t behind_letter(const lede_document *d, uint32_t at, uint32_t end) {
    const lede_word *w = cue_entry(d, at, end);
    bool letter =
        end - at > 2 && cue_is_mark(w, '(') && entry_has(&w[1], LEDE_WORD_SINGLE) &&
        (d->page.text[w[1].span.begin] | 0x20) == 'c' && cue_is_mark(&w[2], ')');
    return letter ? at + 3 : at;
}

/* "(c) 2003 The Company", "Copyright 2003", or a phrase of the lists alone. */
static bool is_rights(const lede_document *d, const passage *p) {
    uint32_t at = p->first, opener = cue_end(d, at, p->end, PACK_LINE_RIGHTS);
    uint32_t sign = opener + (is_sign(cue_entry(d, opener, p->end)) ? 1 : 0);
    sign = sign == opener ? behind_letter(d, sign, p->end) : sign;
    const lede_word *w = cue_entry(d, sign, p->end);
    if (sign > at && is_year(d, w)) {
        return true;
    }
    bool named = cue_is_mark(&d->words.items[at], COPYRIGHT) && cue_is_capital(w);
    return named || matches(d, PACK_LINE_RIGHTS, at, p->end);
}

static bool is_credit(const lede_document *d, const passage *p, uint32_t words) {
    uint32_t at = first_word(d, p);
    return words <= PASSAGE_WORDS &&
           (is_rights(d, p) || (at < p->end && is_credit_at(d, at, p->end)));
}

/* ---- Captions --------------------------------------------------------------- */

/* "Pictured: Jane and Tom". */
static bool has_opener(const lede_document *d, const passage *p, uint32_t at) {
    uint32_t opener = at < p->end ? cue_end(d, at, p->end, PACK_LINE_CAPTION) : at;
    return opener > at && cue_is_capital(&d->words.items[at]) &&
           cue_is_mark(cue_entry(d, opener, p->end), ':');
}

/* "It cost 5 million (Source: Harbour Office).": a sentence ends behind the bracket, and
 * its word opens no captions. */
static bool tells_source(const lede_document *d, uint32_t at, const passage *p) {
    return entry_is_mark(&d->words.items[p->end - 1], MARK_STOP) &&
           cue_is_mark(cue_entry(d, at + 1, p->end), ':') &&
           cue_end(d, at, p->end, PACK_LINE_CAPTION) == at;
}

/* "The pier at dawn. (Photo by Jane Roe)", "... (AP Photo/Jane Roe)". */
static bool ends_in_credit(const lede_document *d, const passage *p) {
    const lede_word *words = d->words.items;
    uint32_t end = without_stops(d, p), at = end - 1, least = p->first;
    if (!ends_in_bracket(d, p)) {
        return false;
    }
    least = end - least > CREDIT_ENTRIES ? end - CREDIT_ENTRIES : least;
    while (at > least && !entry_is_mark(&words[at], MARK_OPEN)) {
        at--;
    }
    uint32_t agency = cue_end(d, at + 1, end, PACK_LINE_AGENCY);
    return entry_is_mark(&words[at], MARK_OPEN) && !tells_source(d, at + 1, p) &&
           (is_credit_at(d, at + 1, end) || has_opener(d, p, at + 1) ||
            (agency > at + 1 && cue_end(d, agency, end, PACK_LINE_CAPTION) > agency));
}

static bool is_caption(const lede_document *d, const passage *p, uint32_t words) {
    if (words <= PASSAGE_WORDS && has_opener(d, p, first_word(d, p)) && is_closed(d, p)) {
        return true;
    }
    return p->block && words <= CAPTION_WORDS && ends_in_credit(d, p);
}

/* ---- Share bars -------------------------------------------------------------- */

/* "Share on Facebook Tweet Email": two buttons or more, and nothing else. */
static bool is_share(const lede_document *d, const passage *p, uint32_t words) {
    uint32_t buttons = 0, at = p->first;
    while (at < p->end && words <= PASSAGE_WORDS) {
        uint32_t behind = cue_end(d, at, p->end, PACK_LINE_SHARE);
        buttons += behind > at;
        if (behind == at) {
            behind = cue_end(d, at, p->end, PACK_LINE_SHARE_LINK);
        }
        if (behind == at && d->words.items[at].kind != LEDE_WORD_MARK) {
            return false;
        }
        at = behind > at ? behind : at + 1;
    }
    return p->block && buttons > 1;
}

/* ---- Teasers ------------------------------------------------------------------ */

static bool is_shouted(const lede_document *d, const passage *p) {
    for (uint32_t i = p->first; i < p->end; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind == LEDE_WORD_WORD && (w->flags & LEDE_WORD_ALL_UPPER) == 0) {
            return false;
        }
    }
    return true;
}

/* A sentence of prose may have two words of a teaser ("Keep reading."): such a one stands
 * at a border of its paragraph, in capitals or without a full stop. */
static bool is_whole_teaser(const lede_document *d, const passage *p, uint32_t words) {
    bool stop = d->words.items[p->end - 1].kind == LEDE_WORD_MARK;
    bool plain = words > 2 || (words == 2 && p->border && (!stop || is_shouted(d, p)));
    return plain && matches(d, PACK_LINE_TEASER, p->first, p->end);
}

/* "READ MORE: How boats float". No headline is longer; a sentence may have run into it.
 */
static bool has_teaser_before_colon(const lede_document *d, const passage *p,
                                    uint32_t words) {
    if (words > HEADLINE_WORDS) {
        return false;
    }
    uint32_t head = cue_end(d, p->first, p->end, PACK_LINE_TEASER);
    return head > p->first + 1 && cue_is_mark(cue_entry(d, head, p->end), ':');
}

static bool is_teaser(const lede_document *d, const passage *p, uint32_t words) {
    const lede_word *w = &d->words.items[p->first];
    if (!cue_is_capital(w)) {
        return false;
    }
    return (!p->block && is_whole_teaser(d, p, words)) ||
           has_teaser_before_colon(d, p, words) ||
           (words <= TEASER_WORDS &&
            cue_end(d, p->first, p->end, PACK_LINE_TEASER_START) > p->first);
}

/* ---- All ----------------------------------------------------------------------- */

/* In this order: what a credit says may also open a caption. */
static const struct {
    bool (*fits)(const lede_document *d, const passage *p, uint32_t words);
    lede_rule rule;
} rules[] = {{is_credit, LEDE_RULE_CREDIT},
             {is_caption, LEDE_RULE_CAPTION},
             {is_share, LEDE_RULE_SHARE},
             {is_teaser, LEDE_RULE_TEASER}};

lede_rule passage_rule(const lede_document *d, const passage *p) {
    uint32_t words = count_words(d, p->first, p->end);
    for (size_t i = 0; i < sizeof rules / sizeof *rules && words > 0; i++) {
        bool kept = (d->keep_rules & LEDE_RULE_BIT(rules[i].rule)) != 0;
        if (!kept && rules[i].fits(d, p, words)) {
            return rules[i].rule;
        }
    }
    return LEDE_RULE_NONE;
}
