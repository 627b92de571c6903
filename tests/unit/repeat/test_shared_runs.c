/* SPDX-License-Identifier: MIT */
/* Small random files before the judge, and the work that large ones are. */
#include "unit/repeat/shared_judge.h"

#define ALL SHARED_WORK

/* ---- Files ------------------------------------------------------------------ */

typedef struct plan {
    uint32_t files;
    uint32_t least;
    size_t words;    /* different ones */
    size_t blocks;   /* of a file at most */
    size_t sentence; /* words of a sentence at least */
    size_t more;     /* how many different lengths */
    uint32_t work;
} plan;

/* A text while it is made, and what it copies. */
typedef struct maker {
    const judge *j;
    uint32_t file; /* to make */
    const plan *p;
    uint64_t seed;
    text_buffer t;
    size_t words;
    const row *from; /* NULL: nothing */
    uint32_t at;
} maker;

/* Words of an earlier file from anywhere on, until its stretch ends or by chance. */
static void choose_source(maker *m) {
    if (m->from != NULL &&
        (m->from->words[m->at] == EDGE || text_below(&m->seed, 14) == 0)) {
        m->from = NULL;
    }
    if (m->from == NULL && m->file > 0 && text_below(&m->seed, 5) == 0) {
        m->from = &m->j->rows[text_below(&m->seed, m->file)];
        m->at = 1 + (uint32_t)text_below(&m->seed, m->from->count - 2);
        m->from = m->from->words[m->at] != EDGE ? m->from : NULL;
    }
}

static void make_word(maker *m, bool first) {
    char word[] = "a0 ";
    choose_source(m);
    word[0] = (char)((first ? 'A' : 'a') + text_below(&m->seed, m->p->words));
    if (m->from != NULL) {
        word[0] = (char)((first ? 'A' : 'a') + (char)(m->from->words[m->at++] - 1));
    }
    text_put(&m->t, word);
    m->words++;
}

/* Of a given length, or as long as what is copied. */
static void make_sentence(maker *m) {
    size_t least = m->p->sentence + text_below(&m->seed, m->p->more);
    bool follow = text_below(&m->seed, 2) == 0;
    for (size_t n = 0;; n++) {
        bool copies = follow && m->from != NULL;
        if (n > 0 && (n > 20 || (copies ? m->from->first[m->at] : n >= least))) {
            break;
        }
        make_word(m, n == 0);
    }
    m->t.n--;
    text_put(&m->t, text_below(&m->seed, 4) == 0 ? "!\n" : ". ");
}

static text_buffer make_text(const judge *j, const plan *p, uint32_t file,
                             uint64_t seed) {
    maker m = {j, file, p, seed * FILES_MOST + file, {0}, 0, NULL, 0};
    for (size_t b = 1 + text_below(&m.seed, p->blocks); b > 0; b--) {
        for (size_t s = 1 + text_below(&m.seed, 4); s > 0 && m.words < 48; s--) {
            make_sentence(&m);
        }
        text_put(&m.t, "\n\n");
    }
    return m.t;
}

static const uint64_t masks[] = {UINT64_MAX, UINT64_C(0x100000001), 0};

static void open_judge(judge *j, const plan *p, uint64_t seed, size_t mask) {
    lede_shared_options o = LEDE_SHARED_OPTIONS_INIT;
    o.min_words = p->least;
    o.hash_seed = seed * 77 + mask;
    j->s = open_shared(&o);
    j->s->store.hash.mask = j->s->store.keys.mask = masks[mask];
    j->s->most_work = p->work;
    j->files = p->files;
    j->least = p->least;
    for (uint32_t f = 0; f < p->files; f++) {
        text_buffer t = make_text(j, p, f, seed);
        lede_document *d = open_soft(t.bytes, t.n);
        read_row(&j->rows[f], d);
        assert_int_equal(lede_shared_add(j->s, d, NULL), LEDE_OK);
        lede_document_free(d);
        text_free(&t);
    }
    j->l = list_shared(j->s);
}

static void expect_same(const listed *a, const listed *b) {
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->place_count, b->place_count);
    for (size_t i = 0; i < a->count; i++) {
        const lede_shared_passage *p = &a->passages[i], *q = &b->passages[i];
        assert_memory_equal(p, q, offsetof(lede_shared_passage, cut) + 1);
        assert_memory_equal(a->bytes + p->text.begin, b->bytes + p->text.begin,
                            p->text.end - p->text.begin);
    }
    if (a->place_count > 0) {
        assert_memory_equal(a->places, b->places, a->place_count * sizeof *a->places);
    }
}

/* With all of the hash, and with next to nothing of it. */
static void check_plan(const plan *p, uint64_t first, size_t count) {
    static judge j, other;
    size_t passages = 0, cut_off = 0;
    for (uint64_t seed = first; seed < first + count; seed++) {
        open_judge(&j, p, seed, 0);
        check_all(&j);
        for (size_t mask = 1; mask < 3; mask++) {
            open_judge(&other, p, seed, mask);
            expect_same(&j.l, &other.l);
            lede_shared_free(other.s);
        }
        passages += j.l.count;
        cut_off += lede_shared_measure(j.s).capped != 0;
        lede_shared_free(j.s);
    }
    assert_true(passages > count / 8);
    assert_true(p->work < ALL ? cut_off > 0 : cut_off < count / 4);
}

static void pairs(void **state) {
    check_plan(&(plan){2, 4, 4, 3, 1, 9, ALL}, 0, 1500);
    check_plan(&(plan){2, 8, 2, 2, 1, 12, ALL}, 5000, 1000);
    check_plan(&(plan){2, 6, 2, 3, 1, 10, ALL}, 10000, 1000);
    check_plan(&(plan){2, 8, 20, 3, 1, 10, ALL}, 15000, 1000);
}

static void several_files(void **state) {
    check_plan(&(plan){FILES_MOST, 4, 4, 3, 1, 9, ALL}, 0, 150);
    check_plan(&(plan){FILES_MOST, 5, 3, 2, 1, 20, ALL}, 5000, 100);
    check_plan(&(plan){FILES_MOST, 8, 2, 2, 1, 14, ALL}, 10000, 100);
    check_plan(&(plan){FILES_MOST, 8, 20, 2, 1, 14, ALL}, 15000, 200);
}

/* Hardly any runs are long enough, but sentences are. */
static void short_sentences(void **state) {
    check_plan(&(plan){4, 13, 2, 2, 5, 4, ALL}, 0, 200);
    check_plan(&(plan){4, 20, 2, 4, 5, 3, ALL}, 5000, 200);
    check_plan(&(plan){FILES_MOST, 100, 2, 4, 6, 2, ALL}, 10000, 200);
}

/* What is sure still is. */
static void little_work(void **state) {
    check_plan(&(plan){FILES_MOST, 4, 4, 3, 1, 9, 0}, 0, 150);
    check_plan(&(plan){FILES_MOST, 8, 2, 2, 1, 14, 0}, 5000, 100);
    check_plan(&(plan){FILES_MOST, 8, 20, 2, 1, 14, 0}, 10000, 100);
}

/* ---- Work ------------------------------------------------------------------- */

typedef struct effort {
    uint64_t work;
    size_t words;
    bool cut;
    size_t runs;
} effort;

/* What it takes to compare a text with what is kept. */
static effort compare(lede_shared *s, const text_buffer *t) {
    shared_text r = {.allocator = &memory_default};
    shared_runs runs = {.allocator = &memory_default, .most_work = SHARED_WORK};
    shared_roll roll = {0, 0};
    uint64_t hash = 0;
    lede_document *d = open_soft(t->bytes, t->n);
    s->store.keys.adds = false;
    assert_true(shared_text_read(&r, d, &s->store.keys));
    uint64_t *hashes = calloc(r.words.count, sizeof *hashes);
    assert_non_null(hashes);
    for (size_t i = 0; i < r.words.count; i++) {
        if (shared_roll_on(&roll, &s->store.hash, r.words.items, i, &hash)) {
            hashes[i + 1 - s->store.hash.window] = hash;
        }
    }
    assert_true(shared_runs_find(&runs, &s->store, &r, hashes));
    effort e = {runs.work, r.words.count, runs.work_cut, runs.items.count};
    s->store.keys.adds = true;
    free(hashes);
    shared_runs_free(&runs);
    shared_text_free(&r);
    lede_document_free(d);
    return e;
}

static text_buffer repeated(const char *unit, size_t count) {
    text_buffer t = {0};
    for (size_t i = 0; i < count; i++) {
        text_put(&t, unit);
    }
    text_put(&t, ".");
    return t;
}

/* Each word of a run once, but for the window by which it was found. */
static void work_of_a_copy(void **state) {
    text_buffer t = {0};
    for (size_t i = 0; i < 9; i++) {
        text_put(&t, "One two three four five six seven eight nine ten again. ");
        text_put(&t, i % 3 == 2 ? "\n\nAnd yet " : "");
        t.bytes[t.n - 3] = (char)('a' + i);
    }
    text_put(&t, "it.");
    lede_shared *s = open_shared(NULL);
    add_bytes(s, t.bytes, t.n);
    effort e = compare(s, &t);
    assert_int_equal(e.runs, 3);
    assert_int_equal(e.work, 33 - 8 + 2 * (35 - 8));
    assert_false(e.cut);
    lede_shared_free(s);
    text_free(&t);
}

/* The file and one of many times its size, of the same unit again and again. */
static void work_of_hostile_texts(void **state) {
    static const char *const units[] = {"a ",
                                        "to be ",
                                        "red green blue ",
                                        "The boat came in. ",
                                        "The old boat came in again with nine men. ",
                                        "It ran.\n\n",
                                        "The old boat came in again with nine men.\n\n"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        lede_shared *s = open_shared(NULL);
        text_buffer t = repeated(units[i], 4000);
        add_bytes(s, t.bytes, t.n);
        for (size_t n = 40; n < 200000; n *= 10) {
            text_buffer u = repeated(units[i], n);
            effort e = compare(s, &u);
            assert_false(e.cut);
            assert_true(e.work <= 2 * e.words);
            assert_true(e.runs <= 3);
            text_free(&u);
        }
        lede_shared_free(s);
        text_free(&t);
    }
}

/* The longer what follows the same words, the later the stretch: each longer run begins
 * where all do, and the file has them over and over. */
static void work_is_cut(void **state) {
    text_buffer kept = {0}, t = {0};
    char word[64];
    for (size_t n = 0; n <= 150; n++) {
        for (size_t i = 0; i < 150 + n; i++) {
            snprintf(word, sizeof word, "w%zu ", i);
            text_put(&kept, word);
        }
        text_put(&kept, ".\n\n");
    }
    for (size_t n = 0; n < 50; n++) {
        for (size_t i = 0; i < 300; i++) {
            snprintf(word, sizeof word, "w%zu ", i);
            text_put(&t, word);
        }
        text_put(&t, ".\n\n");
    }
    lede_shared *s = open_shared(NULL);
    add_bytes(s, kept.bytes, kept.n);
    effort e = compare(s, &t);
    assert_true(e.cut);
    assert_true(e.work > SHARED_WORK * e.words);
    assert_true(e.work < (SHARED_WORK + 4) * e.words);
    add_bytes(s, t.bytes, t.n);
    assert_int_equal(lede_shared_measure(s).capped, LEDE_SHARED_CAPPED_WORK);
    lede_shared_free(s);
    text_free(&kept);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs),           cmocka_unit_test(several_files),
        cmocka_unit_test(short_sentences), cmocka_unit_test(little_work),
        cmocka_unit_test(work_of_a_copy),  cmocka_unit_test(work_of_hostile_texts),
        cmocka_unit_test(work_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
