/* SPDX-License-Identifier: MIT */
/* What must hold of all that a text says again. */
#include "fuzz/oracle.h"

#include "text/folds.h"

typedef struct subject {
    const lede_document *d;
    const lede_repeats *r;
    const lede_repeats_options *o;
    lede_repeats_facts facts;
    folds f;
    const lede_repeat_place *places;
    size_t place_count;
} subject;

static uint32_t least(uint64_t a, uint64_t b) {
    return (uint32_t)(a < b ? a : b);
}

/* ---- Places --------------------------------------------------------------------------
 */

static const lede_word *word_at(const subject *s, uint32_t word, uint32_t sentence) {
    ORACLE(sentence < s->d->sentences.count && word < s->d->words.count);
    const lede_sentence *of = &s->d->sentences.items[sentence];
    ORACLE(word >= of->first_word && word < of->first_word + of->word_count);
    ORACLE(s->d->words.items[word].kind != LEDE_WORD_MARK);
    return &s->d->words.items[word];
}

static void check_place(const subject *s, const lede_repeat_place *x) {
    ORACLE(x->first_word <= x->last_word && x->flags < 16);
    (void)word_at(s, x->first_word, x->sentence);
    (void)word_at(s, x->last_word, x->sentence);
    bool heading = (x->flags & LEDE_PLACE_HEADING) != 0;
    ORACLE(heading ? x->before == LEDE_NONE : x->before < s->facts.words);
    ORACLE(!heading || s->o->count_headings == 0);
    ORACLE((x->flags & LEDE_PLACE_QUOTED) == 0 || heading || s->o->ignore_quotes == 0);
}

static uint32_t class_at(const subject *s, uint32_t word) {
    return s->f.class_of[s->d->words.items[word].term];
}

/* The words of both are the same but for their forms. */
static uint32_t words_in_common(const subject *s, const lede_repeat_place *x,
                                const lede_repeat_place *y) {
    uint32_t a = x->first_word, b = y->first_word, words = 0;
    const lede_word *w = s->d->words.items;
    while (a <= x->last_word && b <= y->last_word) {
        if (w[a].kind == LEDE_WORD_MARK || w[b].kind == LEDE_WORD_MARK) {
            a += w[a].kind == LEDE_WORD_MARK;
            b += w[b].kind == LEDE_WORD_MARK;
            continue;
        }
        ORACLE(class_at(s, a++) == class_at(s, b++));
        words++;
    }
    ORACLE(a == x->last_word + 1 && b == y->last_word + 1);
    return words;
}

/* All of them, in the order of the text. */
static const lede_repeat_place *check_places(const subject *s, uint32_t first,
                                             uint32_t count) {
    ORACLE(count > 0 && count <= LEDE_REPEAT_PLACES);
    ORACLE(first <= s->place_count && count <= s->place_count - first);
    const lede_repeat_place *x = &s->places[first];
    for (uint32_t i = 0; i < count; i++) {
        check_place(s, &x[i]);
        bool headings =
            i > 0 && ((x[i].flags ^ x[i - 1].flags) & LEDE_PLACE_HEADING) != 0;
        ORACLE(i == 0 || headings || x[i].first_word > x[i - 1].last_word);
        ORACLE(!headings || (x[i].flags & LEDE_PLACE_HEADING) != 0);
    }
    return x;
}

/* ---- Phrases -------------------------------------------------------------------------
 */

static void check_times(const subject *s, const lede_repeat *p,
                        const lede_repeat_place *x) {
    uint32_t nearest = UINT32_MAX, quoted = 0, body = 0;
    for (uint32_t i = 0; i < p->place_count; i++) {
        ORACLE(words_in_common(s, &x[0], &x[i]) == p->words);
        if ((x[i].flags & LEDE_PLACE_HEADING) != 0) {
            continue;
        }
        uint32_t gap = body > 0 ? x[i].before - x[i - 1].before : UINT32_MAX;
        ORACLE(gap >= p->words && (s->o->ignore_quotes || gap != 0));
        nearest = body > 0 ? least(nearest, gap - p->words) : nearest;
        quoted += (x[i].flags & LEDE_PLACE_QUOTED) != 0;
        body++;
    }
    ORACLE(body == least(p->count, LEDE_REPEAT_PLACES));
    ORACLE(p->place_count - body == least(p->in_headings, LEDE_REPEAT_PLACES - body));
    ORACLE(p->nearest <= nearest && quoted <= p->quoted && p->quoted <= p->count);
    ORACLE(body < p->count || (p->nearest == nearest && quoted == p->quoted));
}

static void check_phrase(const subject *s, const lede_repeat *p) {
    ORACLE(p->count >= 2 && p->words >= 2 && p->content >= 1);
    ORACLE(p->content <= p->words && p->group < LEDE_REPEAT_GROUPS);
    ORACLE(p->cost == least((uint64_t)(p->count - 1) * p->content, UINT32_MAX));
    ORACLE(p->words >= s->o->min_words && p->keyness == 0);
    ORACLE(s->o->max_words == 0 || p->words <= s->o->max_words);
    ORACLE(p->count >= s->o->min_count && p->words <= s->facts.words);
    ORACLE(p->accepted == 0 || s->o->accepted != NULL);
    ORACLE(p->group != LEDE_REPEAT_FORMULA || (s->facts.formulas && p->words >= 4));
    check_times(s, p, check_places(s, p->first_place, p->place_count));
}

/* Leaders are in order, and their variants behind them too. */
static void check_order(const lede_repeat *p, uint32_t i) {
    const lede_repeat *leader = &p[p[i].leader];
    ORACLE(p[i].leader <= i && leader->leader == p[i].leader);
    ORACLE(leader->accepted == p[i].accepted && leader->group <= p[i].group);
    ORACLE(leader->cost >= p[i].cost);
    if (i == 0) {
        return;
    }
    bool leads = p[i].leader == i;
    ORACLE(leads || p[i - 1].leader == p[i].leader);
    const lede_repeat *before = leads ? &p[p[i - 1].leader] : &p[i - 1];
    if (before->accepted == p[i].accepted && (leads || before->leader != i - 1)) {
        ORACLE(before->group <= p[i].group);
        ORACLE(before->group < p[i].group || before->cost >= p[i].cost);
    }
    ORACLE(before->accepted <= p[i].accepted);
}

static void check_phrases(const subject *s) {
    size_t count = 0, groups[LEDE_REPEAT_GROUPS] = {0};
    const lede_repeat *p = lede_repeats_phrases(s->r, &count);
    bool all = (s->facts.capped & LEDE_CAPPED_PHRASES) == 0;
    ORACLE(count <= LEDE_REPEAT_PHRASES && (all || count == LEDE_REPEAT_PHRASES));
    for (uint32_t i = 0; i < count; i++) {
        check_phrase(s, &p[i]);
        check_order(p, i);
        groups[p[i].group] += p[i].accepted == 0;
    }
    for (size_t i = 0; i < LEDE_REPEAT_GROUPS; i++) {
        ORACLE(all ? groups[i] == s->facts.phrases[i] : groups[i] <= s->facts.phrases[i]);
    }
}

/* ---- What is redundant --------------------------------------------------------------
 */

/* By each word of the body: 1 in a topic, 3 in a stock phrase or formula. */
static void paint(const subject *s, uint8_t *paint_of) {
    size_t count = 0;
    const lede_repeat *p = lede_repeats_phrases(s->r, &count);
    for (size_t i = 0; i < count; i++) {
        bool none = p[i].accepted != 0 || p[i].group == LEDE_REPEAT_NAME;
        for (uint32_t k = 1; k < p[i].count && !none; k++) {
            for (uint32_t w = 0; w < p[i].words; w++) {
                paint_of[s->places[p[i].first_place + k].before + w] |=
                    p[i].group == LEDE_REPEAT_TOPIC ? 1 : 3;
            }
        }
    }
}

static void check_window(const subject *s, const uint8_t *paint_of) {
    uint32_t most = 0, own = 0;
    for (uint32_t i = 0; i < s->facts.words; i++) {
        own += paint_of[i] > 1;
        own -= i >= LEDE_REDUNDANCY_WINDOW && paint_of[i - LEDE_REDUNDANCY_WINDOW] > 1;
        most = own > most ? own : most;
    }
    ORACLE(s->facts.window_words == least(s->facts.words, LEDE_REDUNDANCY_WINDOW));
    double words = s->facts.window_words;
    ORACLE(s->facts.window_per_1000 == (most > 0 ? most * 1000.0 / words : 0));
    ORACLE((s->facts.window_first == LEDE_NONE) == (most == 0));
}

static void check_redundant(const subject *s) {
    const lede_repeats_facts *x = &s->facts;
    double words = (double)x->words;
    ORACLE(x->redundant_stock <= x->redundant && x->redundant <= x->words);
    ORACLE(x->per_1000 == (words > 0 ? (double)x->redundant * 1000.0 / words : 0));
    ORACLE(x->stock_per_1000 ==
           (words > 0 ? (double)x->redundant_stock * 1000.0 / words : 0));
    ORACLE(x->window_first == LEDE_NONE || x->window_first < s->d->sentences.count);
    if ((x->capped & (LEDE_CAPPED_PHRASES | LEDE_CAPPED_PLACES)) != 0) {
        return;
    }
    uint8_t *paint_of = calloc((size_t)x->words + 1, 1);
    uint64_t all = 0, own = 0;
    ORACLE(paint_of != NULL);
    paint(s, paint_of);
    for (uint64_t i = 0; i < x->words; i++) {
        all += paint_of[i] > 0;
        own += paint_of[i] > 1;
    }
    ORACLE(all == x->redundant && own == x->redundant_stock);
    check_window(s, paint_of);
    free(paint_of);
}

/* ---- Words ---------------------------------------------------------------------------
 */

static void check_frames(const subject *s, const lede_overused *o, uint32_t class) {
    for (uint32_t i = 0; i < o->frame_count; i++) {
        const lede_frame *f = &o->frames[i];
        ORACLE(f->count >= 2 && f->count <= o->count && f->first_word < f->last_word);
        ORACLE(f->last_word < s->d->words.count);
        ORACLE(class_at(s, f->first_word) == class || class_at(s, f->last_word) == class);
        ORACLE(i == 0 || o->frames[i - 1].count >= f->count);
    }
}

static void check_overused(const subject *s) {
    size_t count = 0;
    const lede_overused *o = lede_repeats_overused(s->r, &count);
    ORACLE(count <= 10);
    for (size_t i = 0; i < count; i++) {
        const lede_repeat_place *x = check_places(s, o[i].first_place, o[i].place_count);
        uint32_t class = class_at(s, x->first_word);
        ORACLE(o[i].count >= 5 && (uint64_t)o[i].count * 100 >= s->facts.words);
        ORACLE(o[i].place_count == least(o[i].count, LEDE_REPEAT_PLACES));
        ORACLE(i == 0 || o[i - 1].count >= o[i].count);
        ORACLE(o[i].frame_count <= LEDE_FRAMES && o[i].keyness == 0);
        for (uint32_t k = 0; k < o[i].place_count; k++) {
            ORACLE(x[k].first_word == x[k].last_word);
            ORACLE(class_at(s, x[k].first_word) == class);
        }
        check_frames(s, &o[i], class);
    }
}

static void check_echo(const subject *s, const lede_echo *e) {
    const lede_repeat_place *x = check_places(s, e->first_place, e->place_count);
    uint32_t window = s->o->window > 0 ? s->o->window : LEDE_ECHO_WINDOW;
    uint32_t nearest = UINT32_MAX;
    ORACLE(e->count >= 2 && e->place_count == least(e->count, LEDE_REPEAT_PLACES));
    for (uint32_t k = 0; k < e->place_count; k++) {
        ORACLE(x[k].first_word == x[k].last_word);
        ORACLE(class_at(s, x[k].first_word) == class_at(s, x[0].first_word));
        uint32_t gap = k > 0 ? x[k].before - x[k - 1].before : 1;
        ORACLE(gap >= 1 && gap <= window);
        nearest = k > 0 ? least(nearest, gap - 1) : nearest;
    }
    ORACLE(e->place_count < e->count ? e->nearest <= nearest : e->nearest == nearest);
}

static void check_echoes(const subject *s) {
    size_t count = 0;
    const lede_echo *e = lede_repeats_echoes(s->r, &count);
    ORACLE(count <= LEDE_REPEAT_PHRASES);
    for (size_t i = 0; i < count; i++) {
        check_echo(s, &e[i]);
        ORACLE(i == 0 || e[i - 1].nearest <= e[i].nearest);
    }
}

static void check_doubled(const subject *s) {
    size_t count = 0;
    const lede_doubled *x = lede_repeats_doubled(s->r, &count);
    ORACLE(count <= LEDE_REPEAT_PHRASES);
    for (size_t i = 0; i < count; i++) {
        const lede_word *a = word_at(s, x[i].first_word, x[i].sentence);
        const lede_word *b = word_at(s, x[i].second_word, x[i].sentence);
        ORACLE(b == a + 1 && a->term == b->term);
        ORACLE((x[i].across_lines != 0) == ((b->flags & LEDE_WORD_NEWLINE) != 0));
        ORACLE(i == 0 || x[i - 1].first_word < x[i].first_word);
    }
}

/* ---- Sentences -----------------------------------------------------------------------
 */

static void check_opening(const subject *s, const lede_opening *x) {
    const lede_sentence *of = s->d->sentences.items;
    const lede_word *first = word_at(s, x->word, x->first_sentence);
    ORACLE(x->last_sentence < s->d->sentences.count && x->sentences >= 3);
    ORACLE(x->last_sentence - x->first_sentence + 1 == x->sentences);
    ORACLE(x->shared >= 1 && x->shared <= 8);
    for (uint32_t i = x->first_sentence; i <= x->last_sentence; i++) {
        const lede_word *w = &s->d->words.items[of[i].first_word];
        const lede_word *end = w + of[i].word_count;
        ORACLE(of[i].block == of[x->first_sentence].block);
        for (; w < end && w->kind == LEDE_WORD_MARK; w++) {
        }
        for (uint32_t k = 0; k < x->shared; k++) {
            ORACLE(w + k < end && w[k].kind != LEDE_WORD_MARK);
            ORACLE(w[k].term == first[k].term);
        }
    }
}

static void check_openings(const subject *s) {
    size_t count = 0;
    const lede_opening *x = lede_repeats_openings(s->r, &count);
    ORACLE(count <= LEDE_REPEAT_PHRASES);
    for (size_t i = 0; i < count; i++) {
        check_opening(s, &x[i]);
        ORACLE(i == 0 || x[i - 1].last_sentence < x[i].first_sentence);
    }
    ORACLE(s->facts.top_opener_count <= s->facts.sentences);
    ORACLE((s->facts.top_opener == LEDE_NONE) == (s->facts.sentences == 0));
    ORACLE(s->facts.sentences == 0 || s->facts.top_opener < s->d->words.count);
}

static void check_told(const subject *s) {
    size_t count = 0;
    const lede_told_twice *t = lede_repeats_told(s->r, &count);
    ORACLE(count <= LEDE_REPEAT_PHRASES && (count == 0 || s->o->no_sentences == 0));
    for (size_t i = 0; i < count; i++) {
        ORACLE(t[i].first < t[i].second && t[i].second < s->d->sentences.count);
        ORACLE(t[i].shared >= 4 && t[i].smaller >= 6);
        ORACLE(t[i].shared <= t[i].smaller && t[i].smaller <= 2 * t[i].shared);
        ORACLE(t[i].word_count == least(t[i].shared, LEDE_TOLD_WORDS));
        for (uint32_t k = 0; k < t[i].word_count; k++) {
            (void)word_at(s, t[i].words[k], t[i].first);
        }
    }
}

/* ---- All of it -----------------------------------------------------------------------
 */

void oracle_repeats(const lede_document *d, const lede_repeats *r,
                    const lede_repeats_options *options) {
    subject s = {.d = d, .r = r, .o = options, .facts = lede_repeats_measure(r)};
    s.places = lede_repeats_places(r, &s.place_count);
    ORACLE(folds_build(&s.f, d, &memory_default));
    ORACLE((s.facts.folded != 0) == s.f.folded && s.facts.capped < 32);
    check_phrases(&s);
    check_redundant(&s);
    check_overused(&s);
    check_echoes(&s);
    check_doubled(&s);
    check_openings(&s);
    check_told(&s);
    folds_free(&s.f);
}

static void expect_same_phrases(const lede_repeats *a, const lede_repeats *b) {
    size_t n = 0, m = 0;
    const lede_repeat *p = lede_repeats_phrases(a, &n), *q = lede_repeats_phrases(b, &m);
    ORACLE(n == m);
    for (size_t i = 0; i < n; i++) {
        ORACLE(p[i].first_place == q[i].first_place && p[i].count == q[i].count);
        ORACLE(p[i].place_count == q[i].place_count && p[i].leader == q[i].leader);
        ORACLE(p[i].nearest == q[i].nearest && p[i].group == q[i].group);
    }
}

void oracle_same_repeats(const lede_repeats *a, const lede_repeats *b) {
    size_t n = 0, m = 0;
    lede_repeats_facts x = lede_repeats_measure(a), y = lede_repeats_measure(b);
    ORACLE(x.words == y.words && x.redundant == y.redundant && x.capped == y.capped);
    ORACLE(x.top_opener == y.top_opener && x.window_first == y.window_first);
    expect_same_phrases(a, b);
    const lede_repeat_place *p = lede_repeats_places(a, &n);
    const lede_repeat_place *q = lede_repeats_places(b, &m);
    ORACLE(n == m);
    for (size_t i = 0; i < n; i++) {
        ORACLE(p[i].first_word == q[i].first_word && p[i].last_word == q[i].last_word);
        ORACLE(p[i].before == q[i].before && p[i].flags == q[i].flags);
    }
    (void)lede_repeats_told(a, &n);
    (void)lede_repeats_told(b, &m);
    ORACLE(n == m);
    (void)lede_repeats_openings(a, &n);
    (void)lede_repeats_openings(b, &m);
    ORACLE(n == m);
}
