/* SPDX-License-Identifier: MIT */
#include "text/background_merge.h"

#include "base/memory.h"
#include "text/background_layout.h"

/* ---- One file ---------------------------------------------------------------- */

/* The word of a file that is next. */
typedef struct cursor {
    const char *at; /* the word after it */
    uint64_t left;  /* words from there on */
    background_word word;
    char key[BACKGROUND_KEY_MAX];
} cursor;

/* False: that was the last word. */
static bool advance(cursor *c) {
    if (c->left == 0) {
        return false;
    }
    size_t shared = (unsigned char)c->at[BACKGROUND_AT_SHARED];
    size_t length = (unsigned char)c->at[BACKGROUND_AT_LENGTH];
    const char *rest = c->at + BACKGROUND_AT_REST;
    memcpy(c->key + shared, rest, length);
    c->word.n = shared + length;
    c->at = background_read_count(rest + length, &c->word.documents);
    c->at = background_read_count(c->at, &c->word.occurrences);
    c->left--;
    return true;
}

static bool open_cursor(cursor *c, const lede_background *b) {
    c->at = b->bytes + BACKGROUND_HEAD;
    c->left = b->facts.words;
    c->word.key = c->key;
    return advance(c);
}

/* ---- All of them ------------------------------------------------------------- */

typedef struct merger {
    const lede_background *const *list;
    size_t count;
    cursor *cursors;              /* count, one for each file */
    cursor **heap;                /* those with words left, the first word first */
    size_t open;                  /* of them */
    char key[BACKGROUND_KEY_MAX]; /* of the word given last */
} merger;

static int compare_words(const background_word *a, const background_word *b) {
    return background_compare(a->key, a->n, b->key, b->n);
}

/* Moves a cursor down to where no one below has a word before its own. */
static void sift_down(merger *m, size_t at) {
    cursor *moved = m->heap[at];
    for (size_t child = 2 * at + 1; child < m->open; child = 2 * at + 1) {
        if (child + 1 < m->open &&
            compare_words(&m->heap[child + 1]->word, &m->heap[child]->word) < 0) {
            child++;
        }
        if (compare_words(&moved->word, &m->heap[child]->word) <= 0) {
            break;
        }
        m->heap[at] = m->heap[child];
        at = child;
    }
    m->heap[at] = moved;
}

static void begin_merge(void *ctx) {
    merger *m = ctx;
    m->open = 0;
    for (size_t i = 0; i < m->count; i++) {
        if (open_cursor(&m->cursors[i], m->list[i])) {
            m->heap[m->open++] = &m->cursors[i];
        }
    }
    for (size_t i = m->open / 2; i > 0; i--) {
        sift_down(m, i - 1);
    }
}

static void advance_first(merger *m) {
    if (!advance(m->heap[0])) {
        m->heap[0] = m->heap[--m->open];
    }
    if (m->open > 0) {
        sift_down(m, 0);
    }
}

/* No sum of a word passes 2^64: those of all words do not. */
static bool next_of_merge(void *ctx, background_word *word) {
    merger *m = ctx;
    if (m->open == 0) {
        return false;
    }
    *word = m->heap[0]->word;
    memcpy(m->key, word->key, word->n);
    word->key = m->key;
    advance_first(m);
    while (m->open > 0 && compare_words(&m->heap[0]->word, word) == 0) {
        word->documents += m->heap[0]->word.documents;
        word->occurrences += m->heap[0]->word.occurrences;
        advance_first(m);
    }
    return true;
}

/* ---- Totals ------------------------------------------------------------------ */

static bool add(uint64_t *sum, uint64_t more) {
    bool fits = more <= UINT64_MAX - *sum;
    *sum += more;
    return fits;
}

/* A file of no text says nothing about the language unless all are. */
static void choose_language(lede_background_facts *all, const merger *m) {
    for (size_t i = 0; i < m->count; i++) {
        const lede_background_facts *f = &m->list[i]->facts;
        if (f->documents > 0 || all->documents == 0) {
            background_join_language(all, f->language);
        }
    }
}

static lede_status add_totals(lede_background_facts *all, const merger *m,
                              lede_error *error) {
    for (size_t i = 0; i < m->count; i++) {
        const lede_background_facts *f = &m->list[i]->facts;
        if (f->least_documents > 1) {
            return error_set(error, LEDE_INVALID_ARGUMENT,
                             "background %llu leaves out words of fewer than %llu "
                             "documents: such files cannot be added up",
                             (unsigned long long)i + 1,
                             (unsigned long long)f->least_documents);
        }
        if (!add(&all->documents, f->documents) || !add(&all->tokens, f->tokens)) {
            return error_set(error, LEDE_TOO_LARGE,
                             "the backgrounds have over %llu documents or words together",
                             (unsigned long long)UINT64_MAX);
        }
    }
    return LEDE_OK;
}

/* ---- Memory ------------------------------------------------------------------ */

static lede_status write_merged(merger *m, const lede_background_options *o,
                                lede_sink sink, lede_error *error) {
    background_words words = {begin_merge, next_of_merge, m};
    lede_background_facts all = {.least_documents = o->least_documents};
    lede_status status = add_totals(&all, m, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (o->language != NULL) {
        background_join_language(&all, o->language);
    } else {
        choose_language(&all, m);
    }
    return background_write_file(&words, &all, o->allocator, sink, error);
}

lede_status background_merge(const lede_background *const *list, size_t count,
                             const lede_background_options *o, lede_sink sink,
                             lede_error *error) {
    merger m = {.list = list, .count = count};
    size_t bytes = 0, pointers = 0, more = count;
    if (!size_add(count, 1, &more) || !size_multiply(more, sizeof(cursor), &bytes) ||
        !size_multiply(more, sizeof(cursor *), &pointers)) {
        return error_no_memory(error);
    }
    m.cursors = memory_allocate(o->allocator, bytes);
    m.heap = memory_allocate(o->allocator, pointers);
    lede_status status = m.cursors != NULL && m.heap != NULL
                             ? write_merged(&m, o, sink, error)
                             : error_no_memory(error);
    memory_free(o->allocator, m.cursors, bytes);
    memory_free(o->allocator, m.heap, pointers);
    return status;
}
