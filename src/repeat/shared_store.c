/* SPDX-License-Identifier: MIT */
#include "repeat/shared_store.h"

#include "markup/places.h"
#include "repeat/shared_steps.h"

void shared_store_init(shared_store *s, const lede_allocator *allocator, size_t limit,
                       uint32_t window, uint64_t seed) {
    *s = (shared_store){.hash = shared_hash_of(window, seed)};
    quota_init(&s->quota, allocator, limit);
    s->keys =
        (shared_keys){.quota = &s->quota, .seed = seed, .mask = UINT64_MAX, .adds = true};
}

void shared_store_free(shared_store *s) {
    const lede_allocator *allocator = &s->quota.allocator;
    shared_keys_free(&s->keys);
    VEC_FREE(&s->words, allocator);
    VEC_FREE(&s->files, allocator);
    VEC_FREE(&s->steps, allocator);
    VEC_FREE(&s->marks, allocator);
    shared_index_free(&s->windows, allocator);
    shared_index_free(&s->sentences, allocator);
}

uint32_t shared_sentence_words(const uint32_t *words, size_t at, uint32_t most) {
    for (uint32_t n = 1; n <= most; n++) {
        if ((words[at + n] & SHARED_FIRST) != 0) {
            return n;
        }
    }
    return 0;
}

/* ---- Places ------------------------------------------------------------------ */

/* Words of documents with their places, appended. */
typedef struct writer {
    shared_store *s;
    place_cursor cursor;
    lede_place at; /* behind the last */
} writer;

static bool add_mark(writer *w) {
    shared_store *s = w->s;
    if (s->words.count % SHARED_STRIDE == 0) {
        if (!VEC_RESERVE(&s->marks, &s->quota.allocator, 1)) {
            return false;
        }
        s->marks.items[s->marks.count++] = (shared_mark){w->at, (uint32_t)s->steps.count};
    }
    return true;
}

static void add_step(writer *w, uint32_t to) {
    uint32_t n = to - w->at.offset;
    uint8_t *begin = w->s->steps.items + w->s->steps.count;
    if (place_cursor_skip(&w->cursor, to)) {
        w->at = (lede_place){to, w->at.line, w->at.column + n, w->at.utf16_column + n};
        *begin = shared_step_ascii(n);
        w->s->steps.count++;
        return;
    }
    lede_place place = place_cursor_move(&w->cursor, to);
    w->s->steps.count += (size_t)(shared_step_write(begin, &w->at, &place) - begin);
    w->at = place;
}

static bool add_word(writer *w, const page *p, uint32_t entry, lede_span extent) {
    shared_store *s = w->s;
    if (!add_mark(w) ||
        !VEC_RESERVE(&s->steps, &s->quota.allocator, 2 * SHARED_STEP_BYTES)) {
        return false;
    }
    if (shared_is_edge(entry)) {
        entry = SHARED_EDGE_KEPT | SHARED_FIRST;
    } else {
        add_step(w, page_source_offset(p, extent.begin));
        add_step(w, page_source_end(p, extent.end));
    }
    s->words.items[s->words.count++] = entry;
    return true;
}

/* Room for all of it: else each word would ask, and what is small would grow often. */
static bool reserve_words(shared_store *s, size_t count) {
    if (count >= UINT32_MAX - s->words.count ||
        count * 2 * SHARED_STEP_BYTES >= UINT32_MAX - s->steps.count) {
        s->quota.refused = true;
        return false;
    }
    return VEC_RESERVE(&s->words, &s->quota.allocator, count) &&
           VEC_RESERVE(&s->files, &s->quota.allocator, 1);
}

static bool append(shared_store *s, const lede_document *d, const shared_text *t) {
    writer w = {.s = s, .at = SHARED_ORIGIN};
    size_t first = s->words.count;
    place_cursor_open(&w.cursor, &d->source);
    if (!reserve_words(s, t->words.count)) {
        return false;
    }
    for (size_t i = 0; i < t->words.count; i++) {
        if (!add_word(&w, &d->page, t->words.items[i], t->extents.items[i])) {
            return false;
        }
    }
    s->words.items[first] |= SHARED_FILE;
    return true;
}

/* Moves a place on over the word, whose steps begin at `from`. */
static const uint8_t *read_word(uint32_t entry, const uint8_t *from, lede_place *begin,
                                lede_place *end) {
    if (!shared_is_edge(entry)) {
        *begin = *end;
        from = shared_step_read(from, begin);
        *end = *begin;
        return shared_step_read(from, end);
    }
    if ((entry & SHARED_FILE) != 0) {
        *end = SHARED_ORIGIN;
    }
    return from;
}

static void find_place(const shared_store *s, uint32_t word, lede_place *begin,
                       lede_place *end) {
    const shared_mark *mark = &s->marks.items[word / SHARED_STRIDE];
    const uint8_t *from = s->steps.items + mark->step;
    *begin = *end = mark->place;
    for (uint32_t i = word / SHARED_STRIDE * SHARED_STRIDE; i <= word; i++) {
        from = read_word(s->words.items[i], from, begin, end);
    }
}

uint32_t shared_store_file(const shared_store *s, uint32_t word) {
    size_t low = 0, high = s->files.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->files.items[middle] <= word) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

void shared_store_place(const shared_store *s, uint32_t word, uint32_t count,
                        lede_shared_place *out) {
    lede_place other;
    out->file = shared_store_file(s, word);
    find_place(s, word, &out->begin, &other);
    find_place(s, word + count - 1, &other, &out->end);
}

/* ---- The indices ------------------------------------------------------------- */

/* All marked windows, and sentences, into an empty index. */
static void fill_windows(const shared_store *s, shared_index *x) {
    shared_roll roll = {0, 0};
    uint64_t hash = 0;
    for (size_t i = 0; i < s->words.count; i++) {
        if (shared_roll_on(&roll, &s->hash, s->words.items, i, &hash)) {
            size_t at = i + 1 - s->hash.window;
            if ((s->words.items[at] & SHARED_WINDOW) != 0) {
                shared_index_put(x, hash, (uint32_t)at);
            }
        }
    }
}

static void fill_sentences(const shared_store *s, shared_index *x) {
    for (size_t i = 0; i < s->words.count; i++) {
        if ((s->words.items[i] & SHARED_SENTENCE) != 0) {
            uint32_t n = shared_sentence_words(s->words.items, i, s->hash.window);
            shared_index_put(x, shared_hash_run(&s->hash, s->words.items + i, n),
                             (uint32_t)i);
        }
    }
}

typedef void fill_index(const shared_store *s, shared_index *x);

static bool reserve_index(shared_store *s, shared_index *x, size_t more,
                          fill_index *fill) {
    shared_index larger;
    size_t count = 0;
    if (shared_index_fits(x, more)) {
        return true;
    }
    if (!size_add(x->count, x->count / 2 > more ? x->count / 2 : more, &count) ||
        !shared_index_open(&larger, &s->quota.allocator, count)) {
        return false;
    }
    fill(s, &larger);
    shared_index_free(x, &s->quota.allocator);
    *x = larger;
    return true;
}

/* Some words of the row. */
typedef struct piece_of_row {
    uint32_t at;
    uint32_t count;
    bool whole; /* they are a sentence */
} piece_of_row;

static bool is_same(const uint32_t *words, uint32_t other, const piece_of_row *these) {
    for (uint32_t n = 0; n < these->count; n++) {
        if (!shared_is_equal(words[other + n], words[these->at + n])) {
            return false;
        }
    }
    return !these->whole ||
           shared_sentence_words(words, other, these->count) == these->count;
}

/* Is there room in the chain of what is equal, which nothing of this file is in yet? */
static bool is_wanted(const shared_store *s, const shared_index *x, uint64_t hash,
                      const piece_of_row *these) {
    shared_walk w = shared_index_walk(x, hash);
    uint32_t other = 0, equal = 0, file = s->files.items[s->files.count - 1];
    while (shared_walk_next(&w, x, &other)) {
        if (is_same(s->words.items, other, these) &&
            (other >= file || ++equal == SHARED_CHAIN)) {
            return false;
        }
    }
    return true;
}

static void put_window(shared_store *s, uint32_t at, uint64_t hash) {
    const piece_of_row window = {at, s->hash.window, false};
    if (is_wanted(s, &s->windows, hash, &window)) {
        s->words.items[at] |= SHARED_WINDOW;
        shared_index_put(&s->windows, hash, at);
    }
}

static void put_sentence(shared_store *s, uint32_t at) {
    uint32_t n = shared_sentence_words(s->words.items, at, s->hash.window - 1);
    if (n < LEDE_SHARED_SENTENCE) {
        return;
    }
    const piece_of_row sentence = {at, n, true};
    uint64_t hash = shared_hash_run(&s->hash, s->words.items + at, n);
    if (is_wanted(s, &s->sentences, hash, &sentence)) {
        s->words.items[at] |= SHARED_SENTENCE;
        shared_index_put(&s->sentences, hash, at);
    }
}

/* Room in both for all that the document can bring. */
static bool reserve_indices(shared_store *s, const shared_text *t) {
    size_t windows = 0, sentences = 0, length = 0;
    for (size_t i = 0; i < t->words.count; i++) {
        uint32_t entry = t->words.items[i];
        length = shared_is_edge(entry) ? 0 : length + 1;
        windows += length >= s->hash.window;
        sentences += !shared_is_edge(entry) && (entry & SHARED_FIRST) != 0 &&
                     shared_sentence_words(t->words.items, i, s->hash.window - 1) >=
                         LEDE_SHARED_SENTENCE;
    }
    return reserve_index(s, &s->windows, windows, fill_windows) &&
           reserve_index(s, &s->sentences, sentences, fill_sentences);
}

static void put_all(shared_store *s, const shared_text *t, const uint64_t *hashes) {
    uint32_t first = (uint32_t)(s->words.count - t->words.count);
    size_t length = 0;
    for (size_t i = 0; i < t->words.count; i++) {
        uint32_t entry = t->words.items[i];
        length = shared_is_edge(entry) ? 0 : length + 1;
        if (length >= s->hash.window) {
            size_t at = i + 1 - s->hash.window;
            put_window(s, first + (uint32_t)at, hashes[at]);
        }
        if (length > 0 && (entry & SHARED_FIRST) != 0) {
            put_sentence(s, first + (uint32_t)i);
        }
    }
}

bool shared_store_add(shared_store *s, const lede_document *d, const shared_text *t,
                      const uint64_t *hashes) {
    size_t words = s->words.count, steps = s->steps.count, marks = s->marks.count;
    s->quota.refused = false;
    /* The indices first: they are filled from the words that were kept before. */
    if (!reserve_indices(s, t) || !append(s, d, t)) {
        s->words.count = words;
        s->steps.count = steps;
        s->marks.count = marks;
        return false;
    }
    s->files.items[s->files.count++] = (uint32_t)words;
    put_all(s, t, hashes);
    return true;
}
