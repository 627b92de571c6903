/* SPDX-License-Identifier: MIT */
/* What a writer can do something about, beside the hardest sentences. */
#include "render/score_text.h"

#include "measure/formulas.h"
#include "measure/frequent.h"
#include "measure/openers.h"
#include "render/listing.h"
#include "render/shown.h"

#define WORD_COLUMNS 32u    /* of a word that is named */
#define OPENING_COLUMNS 48u /* of the words that sentences begin with */
#define LISTING_LINES 2u
#define FEW_NOUNS 3u      /* fewer heavy nouns weigh nothing */
#define LIGHT_PER_CENT 2u /* nor does a share that is no higher */

/* ---- Pieces of the text --------------------------------------------------- */

void score_put_words(phrase *p, const score *s, uint32_t first, uint32_t count) {
    shown_put_excerpt(p, s->document, shown_words(s->document, first, first + count - 1),
                      WORD_COLUMNS);
}

/* ---- Words -------------------------------------------------------------------- */

static bool is_known(const score *s, lede_hit_kind kind) {
    return (s->metrics->statistics.hit_kinds & 1u << kind) != 0;
}

/* "36, 6.8 % of the words" */
static phrase share_of(const score *s, uint32_t hits) {
    uint64_t words = s->metrics->counts.words;
    double share = words > 0 ? 100.0 * hits / (double)words : 0;
    phrase p = score_phrase(s);
    phrase_count(&p, hits);
    phrase_text(&p, ", ");
    phrase_trimmed(&p, share, share < 10 ? 1 : 0);
    phrase_text(&p, " % of the words");
    return p;
}

/* "implementation 3×, prioritization 2×, utilization, …" */
static void list_words(flow f, const score *s, const frequent *found) {
    listing l = listing_begin(f, found->count + (found->more ? 1 : 0), LISTING_LINES);
    l.counted = false;
    for (size_t i = 0; i < found->count; i++) {
        phrase p = score_phrase(s);
        score_put_words(&p, s, found->words[i].word, 1);
        if (found->words[i].count > 1) {
            phrase_text(&p, " ");
            phrase_count(&p, found->words[i].count);
            phrase_text(&p, "×");
        }
        if (!listing_add(&l, &p)) {
            break;
        }
    }
    listing_end(&l);
}

static void write_words(out *o, const score *s, const char *label, lede_hit_kind kind) {
    uint32_t hits = s->metrics->statistics.hits[kind];
    if (!is_known(s, kind) || hits == 0) {
        return;
    }
    frequent found = s->metrics->frequent[kind];
    flow f = score_label(o, s, label);
    phrase p = share_of(s, hits);
    phrase_text(&p, found.count > 0 ? ":" : "");
    flow_words(&f, &p);
    found.more = found.more && found.count > 0;
    list_words(f, s, &found);
}

/* They are few: their share would say nothing. */
static void write_long_words(out *o, const score *s) {
    const frequent *found = &s->metrics->frequent[LEDE_HIT_LONG_WORD];
    if (found->count > 0) {
        list_words(score_label(o, s, "Long words"), s, found);
    }
}

/* ---- Places --------------------------------------------------------------------- */

/* "was closed (5:10), is delivered (13:2), 9 more"; with --all every one. sentences: of
 * each sentence only the first, and how many of them there are; 0: all hits. */
static void list_places(flow f, const score *s, lede_hit_kind kind, uint32_t sentences) {
    const lede_metrics *m = s->metrics;
    size_t wanted = sentences > 0 ? sentences : m->statistics.hits[kind];
    listing l =
        listing_begin(f, m->hits.count > 0 ? wanted : 0, s->all ? 0 : LISTING_LINES);
    uint32_t last = LEDE_NONE;
    for (size_t i = 0; i < m->hits.count; i++) {
        const lede_hit *hit = &m->hits.items[i];
        if (hit->kind != kind || (sentences > 0 && hit->sentence == last)) {
            continue;
        }
        last = hit->sentence;
        phrase p = score_phrase(s);
        score_put_words(&p, s, hit->first_word, hit->word_count);
        phrase_text(&p, " (");
        shown_put_place(&p, s->document,
                        s->document->words.items[hit->first_word].span.begin);
        phrase_text(&p, ")");
        if (!listing_add(&l, &p)) {
            break;
        }
    }
    listing_end(&l);
}

static void write_passives(out *o, const score *s) {
    const lede_statistics *st = &s->metrics->statistics;
    if (!is_known(s, LEDE_HIT_PASSIVE) || st->passive_sentences == 0) {
        return;
    }
    flow f = score_label(o, s, "Passive");
    phrase p = score_phrase(s);
    phrase_text(&p, "perhaps in ");
    phrase_count(&p, st->passive_sentences);
    phrase_text(&p, " of ");
    phrase_counted(&p, s->metrics->counts.sentences, "sentence");
    phrase_text(&p, s->metrics->hits.count > 0 ? ":" : "");
    flow_words(&f, &p);
    list_places(f, s, LEDE_HIT_PASSIVE, s->all ? 0 : st->passive_sentences);
}

static void write_places(out *o, const score *s, const char *label, lede_hit_kind kind) {
    uint32_t hits = s->metrics->statistics.hits[kind];
    if (!is_known(s, kind) || hits == 0) {
        return;
    }
    flow f = score_label(o, s, label);
    phrase p = share_of(s, hits);
    phrase_text(&p, s->metrics->hits.count > 0 ? ":" : "");
    flow_words(&f, &p);
    list_places(f, s, kind, 0);
}

static void write_nouns(out *o, const score *s) {
    uint64_t hits = s->metrics->statistics.hits[LEDE_HIT_NOMINALISATION];
    if (s->all) {
        write_places(o, s, "Heavy nouns", LEDE_HIT_NOMINALISATION);
    } else if (hits >= FEW_NOUNS &&
               hits * 100 > s->metrics->counts.words * LIGHT_PER_CENT) {
        write_words(o, s, "Heavy nouns", LEDE_HIT_NOMINALISATION);
    }
}

/* ---- Openings --------------------------------------------------------------------- */

static void write_opening(out *o, const score *s, const lede_opener_run *run) {
    const lede_sentence *first = &s->document->sentences.items[run->first_sentence];
    uint32_t word = openers_first_word(s->document, first);
    flow f = score_label(o, s, "Same opening");
    phrase p = score_phrase(s);
    phrase_text(&p, "sentences ");
    phrase_count(&p, (uint64_t)run->first_sentence + 1);
    phrase_text(&p, "–");
    phrase_count(&p, (uint64_t)run->last_sentence + 1);
    phrase_text(&p, " (at ");
    shown_put_place(&p, s->document, first->span.begin);
    phrase_text(&p, ") begin with “");
    shown_put_excerpt(&p, s->document,
                      shown_words(s->document, word, word + run->shared - 1),
                      OPENING_COLUMNS);
    phrase_text(&p, "”");
    flow_words(&f, &p);
    flow_end(&f);
}

void score_text_style(out *o, const score *s) {
    const lede_metrics *m = s->metrics;
    write_words(o, s, "Hard words", LEDE_HIT_HARD_WORD);
    write_long_words(o, s);
    write_nouns(o, s);
    write_passives(o, s);
    if (s->all) {
        write_places(o, s, "Hedges", LEDE_HIT_HEDGE);
        write_places(o, s, "Adverbs", LEDE_HIT_ADVERB);
        write_places(o, s, "Transitions", LEDE_HIT_TRANSITION);
    }
    for (size_t i = 0; i < m->opener_runs.count; i++) {
        write_opening(o, s, &m->opener_runs.items[i]);
    }
}

/* ---- What makes values doubtful -------------------------------------------- */

/* The least number of words that a formula of the headline asks for and does not get;
 * 0: they have enough. Those that are listed say it themselves. */
static uint32_t unmet_words(const score *s) {
    const lede_grade *grade = &s->metrics->grade;
    uint32_t named[sizeof grade->formulas / sizeof *grade->formulas + 2];
    uint32_t n = 0, least = 0;
    named[n++] = grade->main;
    named[n++] = grade->ease;
    for (uint32_t i = 0; i < grade->formula_count; i++) {
        named[n++] = grade->formulas[i];
    }
    for (uint32_t i = 0; i < n; i++) {
        if (named[i] == LEDE_NONE ||
            score_value(s, &s->metrics->counts, named[i]).status != LEDE_VALUE_OK) {
            continue;
        }
        uint32_t words = formulas_at(named[i])->minimum_words;
        bool unmet = words > s->metrics->counts.words;
        least = unmet && (least == 0 || words < least) ? words : least;
    }
    return least;
}

static bool has_flag(const score *s, uint8_t flag) {
    for (size_t i = 0; i < s->formula_count; i++) {
        lede_value v = score_value(s, &s->metrics->counts, s->formulas[i]);
        if (v.status == LEDE_VALUE_OK && (v.flags & flag) != 0) {
            return true;
        }
    }
    return false;
}

static void warn(out *o, const score *s, const phrase *p) {
    flow f = score_label(o, s, "");
    flow_words(&f, p);
    flow_end(&f);
}

static void warn_of_length(out *o, const score *s) {
    phrase p = score_phrase(s);
    uint32_t words = unmet_words(s);
    uint8_t flags = score_part_value(s, &s->metrics->counts).flags;
    bool few = s->metrics->counts.words < LEDE_MINIMUM_WORDS;
    if (words == 0 && (!few || (flags & LEDE_VALUE_BELOW_MINIMUM) == 0)) {
        return;
    }
    phrase_text(&p, "short text: these values are rough (");
    phrase_counted(&p, s->metrics->counts.words, "word");
    if (words > 0) {
        phrase_text(&p, "; the formulas ask for ");
        phrase_count(&p, words);
        phrase_text(&p, " and more");
    }
    phrase_text(&p, ")");
    warn(o, s, &p);
}

void score_text_warnings(out *o, const score *s) {
    const lede_counts *c = &s->metrics->counts;
    warn_of_length(o, s);
    if (has_flag(s, LEDE_VALUE_LONG_UNITS)) {
        phrase p = score_phrase(s);
        phrase_text(&p, "over 60 words a sentence: are full stops missing, or are line "
                        "ends the ends of paragraphs (--newlines hard)?");
        warn(o, s, &p);
    }
    if (c->approximate > 0) {
        phrase p = score_phrase(s);
        phrase_counted(&p, c->approximate, "character");
        phrase_text(&p, " of scripts without spaces counted as words");
        warn(o, s, &p);
    }
}
