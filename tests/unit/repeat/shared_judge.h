/* SPDX-License-Identifier: MIT */
/* Every pair of words of every pair of files, for what the headers promise of
 * lede_shared. */
#ifndef LEDE_TESTS_REPEAT_SHARED_JUDGE_H
#define LEDE_TESTS_REPEAT_SHARED_JUDGE_H

#include "unit/repeat/shared_support.h"

#define FILES_MOST 7u
#define WORDS_MOST 160u
#define CHAIN 4u
#define EDGE 0u /* the number of no word */

/* ---- Files as the judge sees them ------------------------------------------- */

typedef struct row {
    uint32_t words[WORDS_MOST]; /* edges at both ends and between stretches */
    bool first[WORDS_MOST];     /* of its sentence; edges too */
    lede_span extents[WORDS_MOST];
    lede_place begins[WORDS_MOST];
    lede_place ends[WORDS_MOST];
    uint32_t count;
} row;

typedef struct judge {
    row rows[FILES_MOST];
    uint32_t files;
    uint32_t least;
    lede_shared *s;
    listed l;
    uint32_t numbers[LEDE_SHARED_PASSAGES][WORDS_MOST]; /* words of passages */
} judge;

/* Words are a letter and more, all different in it. */
static inline uint32_t number_of(const char *word) {
    return (uint32_t)(*word | 0x20) - 'a' + 1;
}

static inline void put_edge(row *r) {
    r->first[r->count] = true;
    r->words[r->count++] = EDGE;
}

static inline void put_sentence(row *r, const lede_document *d, const lede_sentence *s) {
    size_t count = 0, size = 0;
    const lede_word *words = lede_document_words(d, &count);
    const char *text = lede_document_text(d, &size);
    uint32_t first = r->count;
    for (uint32_t i = s->first_word; i < s->first_word + s->word_count; i++) {
        if (words[i].kind != LEDE_WORD_MARK) {
            assert_true(r->count + 2 < WORDS_MOST);
            r->first[r->count] = r->count == first;
            r->extents[r->count] = words[i].span;
            r->words[r->count++] = number_of(text + words[i].span.begin);
        }
    }
    r->extents[first].begin = s->span.begin;
    r->extents[r->count - 1].end = s->span.end;
}

static inline void read_row(row *r, const lede_document *d) {
    size_t count = 0;
    const lede_sentence *s = lede_document_sentences(d, &count);
    *r = (row){.count = 0};
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(s[i].role, LEDE_ROLE_BODY);
        if (i == 0 || s[i].block != s[i - 1].block) {
            put_edge(r);
        }
        put_sentence(r, d, &s[i]);
    }
    put_edge(r);
    for (uint32_t i = 0; i < r->count; i++) {
        r->begins[i] = lede_document_place(d, r->extents[i].begin);
        r->ends[i] = lede_document_place(d, r->extents[i].end);
    }
}

/* ---- Runs of a pair --------------------------------------------------------- */

/* Words from a on of the earlier file, and from b on of the later one. */
typedef struct run {
    uint32_t a, b, n;
} run;

static inline bool both_first(const row *a, const row *b, const run *r, uint32_t i) {
    return a->first[r->a + i] && b->first[r->b + i];
}

static inline bool is_enough(const judge *j, const row *a, const row *b, const run *r) {
    if (r->n >= j->least) {
        return true;
    }
    for (uint32_t i = 1; i < r->n; i++) {
        if (both_first(a, b, r, i)) {
            return false;
        }
    }
    return r->n >= LEDE_SHARED_SENTENCE && both_first(a, b, r, 0) &&
           both_first(a, b, r, r->n);
}

static inline uint32_t left_out(const judge *j) {
    return (j->least < LEDE_SHARED_SENTENCE ? j->least : LEDE_SHARED_SENTENCE) - 1;
}

/* False: nothing to report. */
static inline bool cut(const judge *j, const row *a, const row *b, run *r) {
    uint32_t before = 0, behind = 0;
    while (before < r->n && !both_first(a, b, r, before)) {
        before++;
    }
    while (behind < r->n && !both_first(a, b, r, r->n - behind)) {
        behind++;
    }
    before = before <= left_out(j) && before < r->n ? before : 0;
    behind = behind <= left_out(j) && behind < r->n ? behind : 0;
    if (before + behind < r->n) {
        run inner = {r->a + before, r->b + before, r->n - before - behind};
        if (is_enough(j, a, b, &inner)) {
            *r = inner;
            return true;
        }
    }
    return is_enough(j, a, b, r);
}

/* As long as the words from here on are equal; 0: they are not, or before them too. */
static inline uint32_t run_length(const row *a, const row *b, uint32_t i, uint32_t k) {
    uint32_t n = 0;
    if (a->words[i - 1] == b->words[k - 1] && a->words[i - 1] != EDGE) {
        return 0;
    }
    while (a->words[i + n] == b->words[k + n] && a->words[i + n] != EDGE) {
        n++;
    }
    return n;
}

static inline size_t find_runs(const row *a, const row *b, run *out) {
    size_t count = 0;
    for (uint32_t i = 1; i + 1 < a->count; i++) {
        for (uint32_t k = 1; k + 1 < b->count; k++) {
            uint32_t n = run_length(a, b, i, k);
            if (n >= 4) {
                out[count++] = (run){i, k, n};
            }
        }
    }
    return count;
}

/* ---- Passages --------------------------------------------------------------- */

static inline bool has_file(const judge *j, size_t passage, uint32_t file) {
    const lede_shared_passage *p = &j->l.passages[passage];
    for (uint32_t k = 0; k < p->place_count; k++) {
        if (j->l.places[p->first_place + k].file == file) {
            return true;
        }
    }
    return false;
}

static inline bool is_listed(const judge *j, const uint32_t *words, uint32_t n,
                             uint32_t files[2]) {
    for (size_t i = 0; i < j->l.count; i++) {
        if (j->l.passages[i].words == n &&
            memcmp(j->numbers[i], words, n * sizeof *words) == 0) {
            return has_file(j, i, files[0]) && has_file(j, i, files[1]);
        }
    }
    return false;
}

/* Places hold the same words, and say rightly where. */
static inline void check_passage(judge *j, size_t passage) {
    const lede_shared_passage *p = &j->l.passages[passage];
    bool sentence = true;
    assert_true(p->words < WORDS_MOST);
    for (uint32_t k = 0; k < p->place_count; k++) {
        const lede_shared_place *place = &j->l.places[p->first_place + k];
        const row *r = &j->rows[place->file];
        uint32_t at = 1;
        while (at + p->words < r->count &&
               memcmp(&r->begins[at], &place->begin, sizeof place->begin) != 0) {
            at++;
        }
        const uint32_t *words = r->words + at;
        assert_true(at + p->words < r->count);
        assert_memory_equal(&r->ends[at + p->words - 1], &place->end, sizeof place->end);
        if (k == 0) {
            memcpy(j->numbers[passage], words, p->words * sizeof *words);
        }
        assert_memory_equal(j->numbers[passage], words, p->words * sizeof *words);
        sentence &= r->first[at] && r->first[at + p->words];
    }
    assert_int_equal(p->sentence, sentence);
}

/* ---- What there must be ----------------------------------------------------- */

/* Are these words, or with `whole` this sentence, first there in their file, and in few
 * files before it? */
static inline bool is_kept(const judge *j, uint32_t file, uint32_t at, uint32_t n,
                           bool whole) {
    const uint32_t *words = j->rows[file].words + at;
    uint32_t before = 0;
    for (uint32_t f = 0; f <= file; f++) {
        const row *r = &j->rows[f];
        for (uint32_t i = 1; i + n < r->count; i++) {
            if ((f == file && i == at) ||
                memcmp(r->words + i, words, n * sizeof *words) != 0 ||
                (whole && !(r->first[i] && r->first[i + n]))) {
                continue;
            }
            if (f == file && i < at) {
                return false;
            }
            before += f < file;
            if (f < file) {
                break;
            }
        }
    }
    return before < CHAIN;
}

/* In the later file, words of run `own` that are within another run. */
static inline bool is_inside(const run *runs, size_t count, size_t own, lede_span words) {
    for (size_t i = 0; i < count; i++) {
        if (i != own && runs[i].b <= words.begin && words.end <= runs[i].b + runs[i].n) {
            return true;
        }
    }
    return false;
}

static inline bool is_promised(const judge *j, uint32_t file, const run *runs,
                               size_t count, size_t own) {
    const run *r = &runs[own];
    for (uint32_t i = 0; i + j->least <= r->n; i++) {
        lede_span words = {r->b + i, r->b + i + j->least};
        if (is_kept(j, file, r->a + i, j->least, false) &&
            !is_inside(runs, count, own, words)) {
            return true;
        }
    }
    return false;
}

/* A short sentence within run `own`. */
static inline void check_sentences(const judge *j, uint32_t files[2], const run *runs,
                                   size_t count, size_t own) {
    const row *a = &j->rows[files[0]], *b = &j->rows[files[1]];
    for (uint32_t i = 0; i < runs[own].n; i++) {
        run s = {runs[own].a + i, runs[own].b + i, 0};
        if (!both_first(a, b, &s, 0)) {
            continue;
        }
        do {
            s.n++;
        } while (!a->first[s.a + s.n] && !b->first[s.b + s.n]);
        if (s.n < LEDE_SHARED_SENTENCE || s.n >= j->least || i + s.n > runs[own].n ||
            !both_first(a, b, &s, s.n) || !is_kept(j, files[0], s.a, s.n, true) ||
            is_inside(runs, count, own, (lede_span){s.b, s.b + s.n})) {
            continue;
        }
        run whole = runs[own];
        whole = cut(j, a, b, &whole) ? whole : s;
        assert_true(is_listed(j, b->words + whole.b, whole.n, files));
    }
}

static inline void check_pair(const judge *j, uint32_t files[2]) {
    static run runs[WORDS_MOST * WORDS_MOST];
    const row *a = &j->rows[files[0]], *b = &j->rows[files[1]];
    size_t count = find_runs(a, b, runs);
    for (size_t i = 0; i < count; i++) {
        run r = runs[i];
        check_sentences(j, files, runs, count, i);
        if (is_promised(j, files[0], runs, count, i)) {
            assert_true(cut(j, a, b, &r));
            assert_true(is_listed(j, b->words + r.b, r.n, files));
        }
    }
}

/* Does the file have the words of the passage where a sentence begins, or ends? */
static inline bool is_at_edge(const judge *j, size_t passage, const row *r, bool behind) {
    uint32_t length = j->l.passages[passage].words;
    for (uint32_t at = 1; at + length < r->count; at++) {
        if (r->first[behind ? at + length : at] &&
            memcmp(j->numbers[passage], r->words + at, length * sizeof *r->words) == 0) {
            return true;
        }
    }
    return false;
}

/* Some words of the window in a passage of the file; those left out at its edges are few
 * and of other sentences. */
static inline bool is_in(const judge *j, size_t passage, uint32_t file,
                         const uint32_t *window) {
    uint32_t length = j->l.passages[passage].words;
    bool first = is_at_edge(j, passage, &j->rows[file], false);
    bool last = is_at_edge(j, passage, &j->rows[file], true);
    for (uint32_t x = 0; x <= (first ? left_out(j) : 0); x++) {
        for (uint32_t y = j->least; y > x && y + (last ? left_out(j) : 0) >= j->least;
             y--) {
            for (uint32_t at = 0; at + y - x <= length; at++) {
                if ((x == 0 || at == 0) && (y == j->least || at + y - x == length) &&
                    memcmp(j->numbers[passage] + at, window + x,
                           (y - x) * sizeof *window) == 0) {
                    return true;
                }
            }
        }
    }
    return false;
}

static inline bool is_shared(const judge *j, uint32_t file, const uint32_t *window) {
    for (uint32_t f = 0; f < file; f++) {
        for (uint32_t i = 1; i + j->least < j->rows[f].count; i++) {
            if (memcmp(j->rows[f].words + i, window, j->least * sizeof *window) == 0) {
                return true;
            }
        }
    }
    return false;
}

static inline void check_windows(const judge *j, uint32_t file) {
    const row *r = &j->rows[file];
    for (uint32_t at = 1; at + j->least < r->count; at++) {
        bool whole = true, found = false;
        for (uint32_t i = 0; i < j->least; i++) {
            whole &= r->words[at + i] != EDGE;
        }
        if (!whole || !is_shared(j, file, r->words + at)) {
            continue;
        }
        for (size_t i = 0; i < j->l.count && !found; i++) {
            found = has_file(j, i, file) && is_in(j, i, file, r->words + at);
        }
        assert_true(found);
    }
}

/* Every passage is what is left of a run of two of its files, or a sentence. */
static inline void check_origin(const judge *j, size_t passage) {
    static run runs[WORDS_MOST * WORDS_MOST];
    const lede_shared_passage *p = &j->l.passages[passage];
    for (uint32_t f = 0; f < j->files * j->files; f++) {
        uint32_t files[2] = {f / j->files, f % j->files};
        if (files[0] >= files[1] || !has_file(j, passage, files[0]) ||
            !has_file(j, passage, files[1])) {
            continue;
        }
        const row *a = &j->rows[files[0]], *b = &j->rows[files[1]];
        size_t count = find_runs(a, b, runs);
        for (size_t i = 0; i < count; i++) {
            run r = runs[i];
            if (cut(j, a, b, &r) && r.n == p->words &&
                memcmp(b->words + r.b, j->numbers[passage], r.n * sizeof *b->words) ==
                    0) {
                return;
            }
        }
    }
    assert_true(p->sentence && p->words >= LEDE_SHARED_SENTENCE && p->words < j->least);
}

static inline void check_all(judge *j) {
    assert_true(j->l.count < LEDE_SHARED_PASSAGES);
    for (size_t i = 0; i < j->l.count; i++) {
        check_passage(j, i);
    }
    bool cut_off = (lede_shared_measure(j->s).capped & LEDE_SHARED_CAPPED_WORK) != 0;
    for (size_t i = 0; i < j->l.count && !cut_off; i++) {
        check_origin(j, i);
    }
    for (uint32_t f = 0; f < j->files; f++) {
        check_windows(j, f);
        for (uint32_t e = 0; e < f && !cut_off; e++) {
            check_pair(j, (uint32_t[2]){e, f});
        }
    }
}

#endif
