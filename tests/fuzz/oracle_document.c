/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"
#include "text/marks.h"

bool oracle_is_utf16(const char *bytes, size_t n) {
    return n >= 2 &&
           (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* ---- Spans ----------------------------------------------------------------- */

static void check_span(const lede_document *d, lede_span span, uint32_t least) {
    ORACLE(span.begin >= least && span.begin < span.end && span.end <= d->page.size);
    ORACLE(reference_is_utf8(d->page.text + span.begin, span.end - span.begin));
    ORACLE(reference_is_blank(d->page.text + least, span.begin - least));
}

static bool has_space(const char *text, size_t n) {
    for (size_t at = 0; at < n;) {
        reference_point point = reference_decode(text + at, n - at);
        if (reference_is_space(point.code)) {
            return true;
        }
        at += point.bytes;
    }
    return false;
}

/* ---- Words and sentences ----------------------------------------------------- */

/* Words ascend, none holds white space, and nothing else lies between them. */
static void check_words(const lede_document *d) {
    uint32_t end = 0;
    for (size_t i = 0; i < d->words.count; i++) {
        const lede_word *w = &d->words.items[i];
        check_span(d, w->span, end);
        ORACLE(!has_space(d->page.text + w->span.begin, w->span.end - w->span.begin));
        bool glued = w->span.begin == end && i > 0;
        ORACLE(((w->flags & LEDE_WORD_GLUED) != 0) == glued);
        ORACLE(w->kind <= LEDE_WORD_MARK);
        ORACLE(w->kind == LEDE_WORD_MARK || w->term < d->terms.count);
        end = w->span.end;
    }
    ORACLE(reference_is_blank(d->page.text + end, d->page.size - end));
}

static void check_sentence(const lede_document *d, const lede_sentence *s) {
    ORACLE(s->word_count > 0 && s->word_count <= d->words.count - s->first_word);
    const lede_word *w = &d->words.items[s->first_word];
    uint32_t words = 0;
    for (uint32_t i = 0; i < s->word_count; i++) {
        words += w[i].kind != LEDE_WORD_MARK;
    }
    ORACLE(s->words == words);
    ORACLE(s->aside <= s->first_word);
    ORACLE(s->span.begin == d->words.items[s->first_word - s->aside].span.begin);
    ORACLE(s->span.end == w[s->word_count - 1].span.end);
    ORACLE(s->ended_by <= LEDE_END_LIST && s->role <= LEDE_ROLE_METADATA);
}

/* Blocks hold all sentences, sentences all words, each once and in order. */
static void check_sentences(const lede_document *d) {
    uint32_t sentence = 0, word = 0, end = 0;
    for (uint32_t i = 0; i < d->page.blocks.count; i++) {
        const lede_block *b = &d->page.blocks.items[i];
        check_span(d, b->span, end);
        ORACLE(b->first_sentence == sentence && b->sentence_count > 0);
        ORACLE(b->sentence_count <= d->sentences.count - sentence);
        const lede_sentence *s = &d->sentences.items[sentence];
        ORACLE(s[0].span.begin == b->span.begin);
        ORACLE(s[b->sentence_count - 1].span.end == b->span.end);
        for (uint32_t k = 0; k < b->sentence_count; k++) {
            ORACLE(s[k].block == i && s[k].first_word - s[k].aside == word);
            check_sentence(d, &s[k]);
            word += s[k].aside + s[k].word_count;
        }
        sentence += b->sentence_count;
        end = b->span.end;
    }
    ORACLE(sentence == d->sentences.count && word == d->words.count);
}

/* ---- Boundaries ---------------------------------------------------------------- */

static int amount(int weight) {
    return weight < 0 ? -weight : weight;
}

/* The weights named are of the score, the largest first. */
static void check_weights(const lede_boundary *b, const evidence *e) {
    bool scored = b->rule == LEDE_BOUNDARY_SCORE;
    ORACLE(b->score == (scored ? model_score(e) : 0));
    ORACLE(!scored || (b->ends != 0) == (b->score > 0));
    for (size_t i = 0; i < LEDE_BOUNDARY_TERMS; i++) {
        const lede_boundary_term *t = &b->terms[i];
        bool named = t->of[0] != NULL;
        ORACLE(named == (t->weight != 0) && (scored || !named));
        ORACLE((t->of[1] != NULL) == named && (t->is[0] != NULL) == named);
        ORACLE((t->is[1] != NULL) == named);
        ORACLE(i == 0 || amount(t->weight) <= amount(t[-1].weight));
    }
}

/* Boundaries ascend; the last of each sentence, and no other, ends it. */
static void check_boundaries(const lede_document *d) {
    size_t sentence = 0;
    lede_span last = {0, 0};
    ORACLE(d->boundaries.count == d->evidence.count);
    ORACLE(d->keep_boundaries || d->boundaries.count == 0);
    for (size_t i = 0; i < d->boundaries.count; i++) {
        const lede_boundary *b = &d->boundaries.items[i];
        ORACLE(b->rule <= LEDE_BOUNDARY_SCORE && b->sentence == sentence);
        ORACLE(sentence < d->sentences.count);
        lede_span s = d->sentences.items[sentence].span;
        ORACLE(b->span.begin >= s.begin && b->span.begin < b->span.end);
        ORACLE((b->ends != 0) == (b->span.end == s.end));
        ORACLE(b->span.begin >= last.end && b->span.end <= s.end);
        check_weights(b, &d->evidence.items[i]);
        last = b->span;
        sentence += b->ends != 0;
    }
    ORACLE(!d->keep_boundaries || sentence == d->sentences.count);
}

/* ---- Terms --------------------------------------------------------------------- */

typedef struct tally {
    uint32_t occurrences;
    uint32_t stops;
    uint32_t body_count;
    uint32_t sentence_count;
    uint32_t last; /* body sentence that counted it, from 1 */
    bool lower;
} tally;

static bool has_stop_behind(const lede_document *d, size_t i) {
    const lede_word *w = &d->words.items[i];
    if ((w->flags & LEDE_WORD_FINAL_DOT) != 0) {
        return true;
    }
    return i + 1 < d->words.count && w[1].kind == LEDE_WORD_MARK &&
           w[1].mark == MARK_STOP && (w[1].flags & LEDE_WORD_GLUED) != 0;
}

static void count_word(const lede_document *d, uint32_t sentence, size_t i, tally *all) {
    const lede_word *w = &d->words.items[i];
    if (w->kind == LEDE_WORD_MARK) {
        return;
    }
    tally *t = &all[w->term];
    const lede_sentence *s = &d->sentences.items[sentence];
    bool body = s->role == LEDE_ROLE_BODY && i >= s->first_word;
    t->occurrences++;
    t->stops += has_stop_behind(d, i);
    t->lower |= (w->flags & LEDE_WORD_LOWER) != 0;
    t->body_count += body;
    t->sentence_count += body && t->last != sentence + 1;
    t->last = body ? sentence + 1 : t->last;
}

static void check_term(const lede_document *d, const lede_term *t, const tally *wanted) {
    lede_span k = t->key;
    ORACLE(t->occurrences == wanted->occurrences && t->stops == wanted->stops);
    ORACLE(t->body_count == wanted->body_count);
    ORACLE(t->sentence_count == wanted->sentence_count);
    ORACLE(((t->flags & LEDE_TERM_SEEN_LOWER) != 0) == wanted->lower);
    ORACLE(k.begin <= k.end && k.end <= d->keys.count);
    ORACLE(reference_is_utf8(d->keys.items + k.begin, k.end - k.begin));
    ORACLE(t->stem < d->stems.count && t->letters <= k.end - k.begin);
    ORACLE((t->part_count > 0) == (t->first_part != LEDE_NONE));
    for (uint32_t i = 0; i < t->part_count; i++) {
        ORACLE(t->first_part + i < d->parts.count);
        ORACLE(d->parts.items[t->first_part + i] < d->terms.count);
    }
}

static void check_terms(const lede_document *d) {
    tally *all = calloc(d->terms.count + 1, sizeof *all);
    ORACLE(all != NULL);
    for (uint32_t s = 0; s < d->sentences.count; s++) {
        const lede_sentence *at = &d->sentences.items[s];
        size_t end = (size_t)at->first_word + at->word_count;
        for (size_t i = at->first_word - at->aside; i < end; i++) {
            count_word(d, s, i, all);
        }
    }
    for (size_t i = 0; i < d->terms.count; i++) {
        check_term(d, &d->terms.items[i], &all[i]);
    }
    free(all);
}

/* ---- One word, one term ---------------------------------------------------------- */

/* A piece of text and the number it has. */
typedef struct named {
    const char *bytes;
    uint32_t n;
    uint32_t kind;
    uint32_t number;
} named;

static int lower(char c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : (unsigned char)c;
}

static int by_name(const void *a, const void *b) {
    const named *x = a, *y = b;
    int order = (x->kind > y->kind) - (x->kind < y->kind);
    order = order != 0 ? order : (x->n > y->n) - (x->n < y->n);
    for (uint32_t i = 0; i < x->n && order == 0; i++) {
        order = lower(x->bytes[i]) - lower(y->bytes[i]);
    }
    return order;
}

/* Words that differ at most in the case of ASCII letters are one term, but where the
 * language has capitals of its own. */
static void check_equal_words(const lede_document *d) {
    if (d->pack->codes.cases[0].upper != 0) {
        return;
    }
    size_t count = 0;
    named *list = calloc(d->words.count + 1, sizeof *list);
    ORACLE(list != NULL);
    for (size_t i = 0; i < d->words.count; i++) {
        const lede_word *w = &d->words.items[i];
        if (w->kind != LEDE_WORD_MARK) {
            uint32_t kind = w->kind + ((w->flags & LEDE_WORD_FINAL_DOT) != 0 ? 64u : 0u);
            list[count++] = (named){d->page.text + w->span.begin,
                                    w->span.end - w->span.begin, kind, w->term};
        }
    }
    qsort(list, count, sizeof *list, by_name);
    for (size_t i = 1; i < count; i++) {
        ORACLE(by_name(&list[i - 1], &list[i]) != 0 ||
               list[i - 1].number == list[i].number);
    }
    free(list);
}

static void check_distinct(named *list, size_t count) {
    qsort(list, count, sizeof *list, by_name);
    for (size_t i = 1; i < count; i++) {
        ORACLE(list[i - 1].n != list[i].n ||
               memcmp(list[i - 1].bytes, list[i].bytes, list[i].n) != 0);
    }
    free(list);
}

/* No two terms have one key, no two stems one form. */
static void check_keys(const lede_document *d) {
    named *keys = calloc(d->terms.count + 1, sizeof *keys);
    named *stems = calloc(d->stems.count + 1, sizeof *stems);
    ORACLE(keys != NULL && stems != NULL);
    for (size_t i = 0; i < d->terms.count; i++) {
        lede_span k = d->terms.items[i].key;
        keys[i] = (named){d->keys.items + k.begin, k.end - k.begin, 0, 0};
    }
    for (size_t i = 0; i < d->stems.count; i++) {
        lede_span s = d->stems.items[i];
        stems[i] = (named){d->keys.items + s.begin, s.end - s.begin, 0, 0};
    }
    check_distinct(keys, d->terms.count);
    check_distinct(stems, d->stems.count);
}

/* ---- The whole ------------------------------------------------------------------- */

/* An entry is a block, one or more sentences of a block, or the front of one. */
static void check_entry(const lede_document *d, const lede_ledger_entry *e) {
    ORACLE(e->rule > LEDE_RULE_NONE && e->rule <= LEDE_RULE_SHARE);
    ORACLE((d->keep_rules & LEDE_RULE_BIT(e->rule)) == 0);
    size_t block = 0;
    while (d->page.blocks.items[block].span.end <= e->span.begin) {
        block++;
    }
    lede_span of = d->page.blocks.items[block].span;
    ORACLE(e->span.begin >= of.begin && e->span.begin < e->span.end);
    ORACLE(e->span.end <= of.end);
}

/* All of a sentence that is set aside is in the ledger, of others what is not counted;
 * *entry: the first one that ends behind the sentence. */
static void check_aside(const lede_document *d, const lede_sentence *s, size_t *entry) {
    bool aside = s->role == LEDE_ROLE_SET_ASIDE;
    uint32_t begin = s->span.begin;
    uint32_t end = aside ? s->span.end : document_counted(d, s).begin;
    uint32_t covered = begin;
    while (*entry < d->ledger.count && d->ledger.items[*entry].span.begin < s->span.end) {
        lede_span e = d->ledger.items[*entry].span;
        ORACLE(d->hygiene != LEDE_HYGIENE_STRIP || e.begin < end);
        covered = e.end;
        if (e.end > s->span.end) {
            break;
        }
        ++*entry;
    }
    ORACLE(d->hygiene == LEDE_HYGIENE_STRIP || end == begin);
    ORACLE((covered > begin) == (end > begin) || d->hygiene != LEDE_HYGIENE_STRIP);
    ORACLE(!aside || covered >= end);
    ORACLE(aside || covered <= end || d->hygiene != LEDE_HYGIENE_STRIP);
}

/* The ledger is what was set aside, in the order of the text; what was only marked
 * has the role of its kind. */
static void check_ledger(const lede_document *d) {
    uint32_t end = 0;
    size_t entry = 0;
    for (size_t i = 0; i < d->ledger.count; i++) {
        ORACLE(d->ledger.items[i].span.begin >= end);
        check_entry(d, &d->ledger.items[i]);
        end = d->ledger.items[i].span.end;
    }
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        bool heading = d->page.blocks.items[s->block].kind == LEDE_BLOCK_HEADING;
        ORACLE((s->role == LEDE_ROLE_HEADING) == heading ||
               s->role == LEDE_ROLE_SET_ASIDE);
        check_aside(d, s, &entry);
    }
    ORACLE(entry == d->ledger.count);
}

static void check_facts(const lede_document *d) {
    lede_document_facts f = lede_document_measure(d);
    uint64_t words = 0, aside = 0;
    uint32_t body = 0, headings = 0;
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        if (s->role == LEDE_ROLE_METADATA) {
            continue;
        }
        words += s->role != LEDE_ROLE_SET_ASIDE ? s->words : 0;
        aside += s->role == LEDE_ROLE_SET_ASIDE ? s->words : document_aside_words(d, s);
        body += s->role == LEDE_ROLE_BODY;
        headings += s->role == LEDE_ROLE_HEADING;
    }
    ORACLE(f.words == words && f.body_sentences == body && f.headings == headings);
    ORACLE(f.set_aside_words == aside);
    ORACLE(f.bad_bytes == d->source.bad && f.nul_bytes == d->source.nul);
    ORACLE((f.first_bad.line > 0) == (f.bad_bytes + f.nul_bytes > 0));
    ORACLE(memchr(f.language, '\0', sizeof f.language) != NULL && f.language[0] != '\0');
    ORACLE(!f.language_detected || f.language_known);
    ORACLE(f.language_confidence <= 100);
}

void oracle_document(const lede_document *d) {
    if (d->facts.markup == LEDE_MARKUP_PLAIN) {
        oracle_page_text(&d->source, &d->page);
    } else {
        oracle_markup(&d->source, &d->page);
    }
    check_words(d);
    check_sentences(d);
    check_boundaries(d);
    check_terms(d);
    check_equal_words(d);
    check_keys(d);
    check_ledger(d);
    check_facts(d);
}
