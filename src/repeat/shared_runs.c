/* SPDX-License-Identifier: MIT */
#include "repeat/shared_runs.h"

/* Words of the document and as many of the store. */
typedef struct match {
    uint32_t begin; /* in the row of the document */
    uint32_t end;
    uint32_t kept; /* in the store, the first */
} match;

/* A kept file with which everything is compared up to `end` of the row. */
typedef struct opened {
    uint32_t first; /* its words */
    uint32_t count;
    uint32_t end;
} opened;

#define OPENED_MOST 16u

typedef struct finder {
    const shared_store *store;
    const uint32_t *kept; /* its words */
    const uint32_t *row;  /* the document's */
    const uint64_t *hashes;
    shared_runs *out;
    uint64_t most_work;
    opened opened[OPENED_MOST];
    size_t opened_count;
} finder;

/* ---- What is a run ----------------------------------------------------------- */

static bool begins_sentence(const finder *f, uint32_t row, uint32_t kept) {
    return (f->row[row] & f->kept[kept] & SHARED_FIRST) != 0;
}

/* Twice the words; characters of scripts without spaces count half. */
static uint32_t weigh(const finder *f, const match *m, uint32_t enough) {
    uint32_t weight = 0;
    for (uint32_t i = m->begin; i < m->end && weight < enough; i++) {
        weight += (f->row[i] & SHARED_HALF) != 0 ? 1 : 2;
    }
    return weight;
}

/* In both files. */
static bool are_sentences(const finder *f, const match *m) {
    return begins_sentence(f, m->begin, m->kept) &&
           begins_sentence(f, m->end, m->kept + (m->end - m->begin));
}

static bool is_sentence(const finder *f, const match *m) {
    for (uint32_t i = 1; i < m->end - m->begin; i++) {
        if (begins_sentence(f, m->begin + i, m->kept + i)) {
            return false;
        }
    }
    return are_sentences(f, m);
}

static bool is_enough(const finder *f, const match *m) {
    uint32_t enough = 2 * f->store->hash.window;
    uint32_t weight = m->begin < m->end ? weigh(f, m, enough) : 0;
    return weight >= enough || (weight >= 2 * LEDE_SHARED_SENTENCE && is_sentence(f, m));
}

/* What may be left out: neither a run nor a sentence could be that short. */
static uint32_t most_left_out(const finder *f) {
    uint32_t window = f->store->hash.window;
    return (window < LEDE_SHARED_SENTENCE ? window : LEDE_SHARED_SENTENCE) - 1;
}

/* Words before the first sentence that begins within the run, and behind the last that
 * ends; 0: too many of them to be chance. */
static uint32_t words_before(const finder *f, const match *m) {
    for (uint32_t i = 0; i <= most_left_out(f) && m->begin + i < m->end; i++) {
        if (begins_sentence(f, m->begin + i, m->kept + i)) {
            return i;
        }
    }
    return 0;
}

static uint32_t words_behind(const finder *f, const match *m) {
    uint32_t n = m->end - m->begin;
    for (uint32_t i = 0; i <= most_left_out(f) && i < n; i++) {
        if (begins_sentence(f, m->end - i, m->kept + n - i)) {
            return i;
        }
    }
    return 0;
}

/* Without the few words of other sentences at its edges. False: too short anyway. */
static bool cut(const finder *f, match *m) {
    uint32_t before = words_before(f, m), behind = words_behind(f, m);
    if (before + behind < m->end - m->begin) {
        match inner = {m->begin + before, m->end - behind, m->kept + before};
        if (is_enough(f, &inner)) {
            *m = inner;
            return true;
        }
    }
    return is_enough(f, m);
}

/* ---- Keeping runs ------------------------------------------------------------ */

static bool is_run(const finder *f, const shared_run *run, const match *m) {
    uint32_t n = m->end - m->begin;
    if (run->end - run->begin != n) {
        return false;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!shared_is_equal(f->row[run->begin + i], f->row[m->begin + i])) {
            return false;
        }
    }
    return true;
}

/* The run of these words, a new one if there is none; NULL: no memory. */
static shared_run *find_run(finder *f, const match *m) {
    shared_runs *out = f->out;
    uint64_t hash =
        shared_hash_run(&f->store->hash, f->row + m->begin, m->end - m->begin);
    if (!map_reserve(&out->index, out->allocator) ||
        !VEC_RESERVE(&out->items, out->allocator, 1)) {
        return NULL;
    }
    size_t s = map_first(&out->index, hash);
    for (; out->index.slots[s].index != MAP_NONE; s = map_next(&out->index, s)) {
        shared_run *known = &out->items.items[out->index.slots[s].index];
        if (known->hash == hash && is_run(f, known, m)) {
            return known;
        }
    }
    map_put(&out->index, s, hash, (uint32_t)out->items.count);
    shared_run *run = &out->items.items[out->items.count++];
    *run = (shared_run){m->begin, m->end, LEDE_NONE, 0, hash, LEDE_NONE};
    return run;
}

static bool add_pair(shared_runs *out, shared_run *run, uint32_t kept) {
    for (uint32_t i = run->pair; i != LEDE_NONE; i = out->pairs.items[i].next) {
        if (out->pairs.items[i].word == kept) {
            return true;
        }
    }
    if (run->pairs == SHARED_PAIRS) {
        out->pairs_cut = true;
        return true;
    }
    if (!VEC_RESERVE(&out->pairs, out->allocator, 1)) {
        return false;
    }
    out->pairs.items[out->pairs.count] = (shared_pair){kept, run->pair};
    run->pair = (uint32_t)out->pairs.count++;
    run->pairs++;
    return true;
}

static bool add_run(finder *f, const match *m) {
    shared_run *run = find_run(f, m);
    return run != NULL && add_pair(f->out, run, m->kept);
}

/* ---- Looking ----------------------------------------------------------------- */

/* Is all up to `end` of the row compared with the file of this word? */
static bool is_compared(const finder *f, uint32_t kept, uint32_t end) {
    for (size_t i = 0; i < f->opened_count; i++) {
        const opened *o = &f->opened[i];
        if (kept - o->first < o->count && end <= o->end) {
            return true;
        }
    }
    return false;
}

/* In the place of an entry of the same file, or else of that which ends first. */
static void open_file(finder *f, uint32_t kept, uint32_t end) {
    uint32_t file = shared_store_file(f->store, kept);
    uint32_t first = f->store->files.items[file];
    size_t at = f->opened_count, least = 0;
    for (size_t i = 0; i < f->opened_count; i++) {
        at = f->opened[i].first == first ? i : at;
        least = f->opened[i].end < f->opened[least].end ? i : least;
    }
    at = at < OPENED_MOST ? at : least;
    f->opened_count += at == f->opened_count;
    uint32_t behind = file + 1 < f->store->files.count ? f->store->files.items[file + 1]
                                                       : (uint32_t)f->store->words.count;
    f->opened[at] = (opened){first, behind - first, end};
}

/* What was followed for too long is dropped: all files together up to `end`. */
static void open_all(finder *f, uint32_t end) {
    f->opened[0] = (opened){0, UINT32_MAX, end};
    f->opened_count = 1;
}

/* As far as the words are equal, at most up to edges. */
static void extend(finder *f, match *m) {
    uint32_t kept_end = m->kept + (m->end - m->begin), length = m->end - m->begin;
    while (!f->out->work_cut &&
           shared_is_equal(f->row[m->begin - 1], f->kept[m->kept - 1])) {
        m->begin--;
        m->kept--;
    }
    while (shared_is_equal(f->row[m->end], f->kept[kept_end])) {
        m->end++;
        kept_end++;
    }
    f->out->work += m->end - m->begin - length;
    f->out->work_cut |= f->out->work > f->most_work;
}

static bool is_same(const finder *f, const match *m) {
    for (uint32_t i = 0; i < m->end - m->begin; i++) {
        if (!shared_is_equal(f->row[m->begin + i], f->kept[m->kept + i])) {
            return false;
        }
    }
    return true;
}

/* What may be equal: a window, or a short sentence. False: no memory. */
static bool look_at(finder *f, const match *found, bool sentence) {
    uint32_t n = found->end - found->begin;
    if (is_compared(f, found->kept, found->end) || !is_same(f, found) ||
        (sentence && shared_sentence_words(f->kept, found->kept, n) != n)) {
        return true;
    }
    match whole = *found;
    extend(f, &whole);
    match run = whole;
    bool enough = cut(f, &run);
    if (!enough && sentence) {
        run = whole = *found;
        enough = is_enough(f, &run);
    }
    if (f->out->work_cut) {
        open_all(f, whole.end);
    } else {
        open_file(f, whole.kept, whole.end);
    }
    return !enough || add_run(f, &run);
}

static bool look_up(finder *f, const shared_index *x, uint64_t hash, lede_span words) {
    if (x->slots == 0) {
        return true;
    }
    shared_walk w = shared_index_walk(x, hash);
    match found = {words.begin, words.end, 0};
    bool fine = true;
    while (fine && shared_walk_next(&w, x, &found.kept)) {
        fine = look_at(f, &found, x == &f->store->sentences);
    }
    return fine;
}

static bool look_up_sentence(finder *f, uint32_t at) {
    const shared_hash *h = &f->store->hash;
    uint32_t n = shared_sentence_words(f->row, at, h->window - 1);
    return n < LEDE_SHARED_SENTENCE ||
           look_up(f, &f->store->sentences, shared_hash_run(h, f->row + at, n),
                   (lede_span){at, at + n});
}

/* From edge to edge. */
static bool look_through(finder *f, lede_span stretch) {
    uint32_t window = f->store->hash.window;
    bool fine = true;
    f->opened_count = 0;
    for (uint32_t at = stretch.begin; fine && at < stretch.end; at++) {
        if (stretch.end - at >= window) {
            fine = look_up(f, &f->store->windows, f->hashes[at],
                           (lede_span){at, at + window});
        }
        if (fine && (f->row[at] & SHARED_FIRST) != 0) {
            fine = look_up_sentence(f, at);
        }
    }
    return fine;
}

bool shared_runs_find(shared_runs *out, const shared_store *store, const shared_text *t,
                      const uint64_t *hashes) {
    finder f = {.store = store,
                .kept = store->words.items,
                .row = t->words.items,
                .hashes = hashes,
                .out = out,
                .most_work = (uint64_t)t->words.count * out->most_work};
    uint32_t begin = 1, count = (uint32_t)t->words.count;
    bool fine = true;
    if (store->words.count == 0) {
        return true;
    }
    for (uint32_t at = 1; fine && at < count; at++) {
        if (shared_is_edge(t->words.items[at])) {
            fine = look_through(&f, (lede_span){begin, at});
            begin = at + 1;
        }
    }
    return fine;
}

void shared_runs_free(shared_runs *r) {
    map_free(&r->index, r->allocator);
    VEC_FREE(&r->items, r->allocator);
    VEC_FREE(&r->pairs, r->allocator);
}
