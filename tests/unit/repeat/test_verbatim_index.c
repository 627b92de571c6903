/* SPDX-License-Identifier: MIT */
/* Rows of few different words, compared with every place of every source. */
#include "repeat/verbatim_index.h"
#include "verbatim_support.h"

#define MOST 64u

typedef struct indexed {
    opened texts[1 + SOURCES];
    verbatim_keys keys;
    verbatim_row rows[1 + SOURCES]; /* the summary, then the sources */
    verbatim_index x;
} indexed;

static void open_index(indexed *i, const char *const texts[1 + SOURCES]) {
    i->keys = (verbatim_keys){.allocator = &memory_default};
    for (size_t k = 0; k < 1 + SOURCES; k++) {
        opened_text(&i->texts[k], texts[k], NULL);
        i->rows[k] = (verbatim_row){.allocator = &memory_default};
        assert_true(verbatim_row_read(&i->rows[k], &i->texts[k].d, &i->keys));
    }
    i->x = (verbatim_index){.allocator = &memory_default,
                            .sources = i->rows + 1,
                            .source_count = SOURCES,
                            .summary = i->rows};
    assert_true(verbatim_index_make(&i->x, (uint32_t)i->keys.ends.count));
}

static void close_index(indexed *i) {
    verbatim_index_free(&i->x);
    for (size_t k = 0; k < 1 + SOURCES; k++) {
        verbatim_row_free(&i->rows[k]);
        opened_close(&i->texts[k]);
    }
    verbatim_keys_free(&i->keys);
}

static uint32_t common(const verbatim_row *a, uint32_t i, const verbatim_row *b,
                       uint32_t j) {
    uint32_t n = 0;
    while (i + n < a->numbers.count && j + n < b->numbers.count &&
           a->numbers.items[i + n] == b->numbers.items[j + n]) {
        n++;
    }
    return n;
}

/* All places of `length` tokens from `token` on; *longest: of any run from there. */
static uint32_t places_of(const indexed *i, uint32_t token, uint32_t length,
                          uint32_t *places, uint32_t *longest) {
    uint32_t count = 0;
    *longest = 0;
    for (uint32_t s = 0; s < SOURCES; s++) {
        for (uint32_t at = 0; at < i->rows[1 + s].numbers.count; at++) {
            uint32_t n = common(&i->rows[0], token, &i->rows[1 + s], at);
            *longest = n > *longest ? n : *longest;
            if (n >= length && length > 0) {
                places[count++] = i->x.bases[s] + at;
            }
        }
    }
    return count;
}

static void check_token(const indexed *i, uint32_t token) {
    uint32_t wanted[1024], found[MOST], longest = 0, none = 0, at = 0;
    (void)places_of(i, token, 0, wanted, &longest);
    const verbatim_match *m = &i->x.matches[token];
    assert_int_equal(m->length, longest);
    for (uint32_t length = 1; length <= longest; length++) {
        uint32_t count = places_of(i, token, length, wanted, &none);
        uint32_t n = verbatim_index_places(&i->x, token, length, found, MOST);
        assert_true(n > 0 && n <= count && n <= MOST);
        assert_true(n == count || count >= MOST / 2);
        for (uint32_t k = 0, w = 0; k < n; k++, w++) {
            while (w < count && wanted[w] != found[k]) {
                w++;
            }
            assert_true(w < count); /* ascending, and among them */
        }
    }
    if (longest > 0) {
        uint32_t own = verbatim_index_source(&i->x, m->at, &at);
        assert_int_equal(common(&i->rows[0], token, &i->rows[1 + own], at), longest);
    } else {
        assert_int_equal(verbatim_index_places(&i->x, token, 1, found, MOST), 0);
    }
}

/* The first sentence of the sources that is equal. */
static uint32_t sentence_of(const indexed *i, uint32_t begin, uint32_t end) {
    for (uint32_t s = 0; s < SOURCES; s++) {
        const verbatim_row *r = &i->rows[1 + s];
        for (size_t k = 0; k + 1 < r->sentences.count; k++) {
            uint32_t first = r->sentences.items[k], n = r->sentences.items[k + 1] - first;
            if (n == end - begin && common(&i->rows[0], begin, r, first) >= n) {
                return i->x.bases[s] + first;
            }
        }
    }
    return UINT32_MAX;
}

static void check_index(const indexed *i) {
    const verbatim_row *r = &i->rows[0];
    for (uint32_t token = 0; token < r->numbers.count; token++) {
        check_token(i, token);
    }
    for (size_t k = 0; k + 1 < r->sentences.count; k++) {
        uint32_t begin = r->sentences.items[k], end = r->sentences.items[k + 1];
        if (end > begin) {
            assert_int_equal(verbatim_index_sentence(&i->x, begin, end),
                             sentence_of(i, begin, end));
        }
    }
}

static void make_text(uint64_t *random, char *out, size_t words, unsigned letters) {
    size_t n = 0;
    for (size_t i = 0; i < words; i++) {
        out[n++] = (char)('b' + next_random(random) % letters);
        out[n++] = 'o';
        if (next_random(random) % 5 == 0) {
            out[n++] = '!';
        }
        out[n++] = ' ';
    }
    out[n] = '\0';
}

static void test_by_chance(void **state) {
    uint64_t random = 11;
    char texts[1 + SOURCES][512];
    for (int round = 0; round < 200; round++) {
        unsigned letters = 1 + (unsigned)(next_random(&random) % 5);
        const char *given[1 + SOURCES];
        indexed i;
        for (size_t k = 0; k < 1 + SOURCES; k++) {
            make_text(&random, texts[k], (size_t)(next_random(&random) % 100), letters);
            given[k] = texts[k];
        }
        open_index(&i, given);
        check_index(&i);
        close_index(&i);
    }
}

static void test_nothing(void **state) {
    const char *const texts[1 + SOURCES] = {"Bo do.", "", ""};
    const char *const empty[1 + SOURCES] = {"", "", ""};
    indexed i;
    open_index(&i, texts);
    assert_int_equal(i.x.matches[0].length, 0);
    assert_int_equal(verbatim_index_sentence(&i.x, 0, 2), UINT32_MAX);
    close_index(&i);
    open_index(&i, empty);
    close_index(&i);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_chance),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
