/* SPDX-License-Identifier: MIT */
/*
 * The articles of corpus/ against the lists of what they repeat, written by hand:
 * repeats/README.md. Nothing may differ. Of the pairs of sentences only those must be
 * found that share as many words as the definition asks for; the others are shown.
 */
#include "unit/repeat/repeat_support.h"

#include "text/folds.h"

#include <ctype.h>
#include <dirent.h>

#define LISTS LEDE_SOURCE_DIR "/tests/spec/repeats"
#define ARTICLES LEDE_SOURCE_DIR "/corpus/articles"
#define LEAST_LISTS 13
#define LINE_SIZE 512
#define CONTENT_WORDS 6u /* of each sentence of a pair, 4 of them and half in both */
#define SHARED_WORDS 4u

typedef struct subject {
    char name[64];
    text_buffer text;
    lede_document *d;
    lede_repeats *r;
    size_t found; /* lines that find something */
    bool only;
    int faults;
} subject;

static text_buffer read_file(const char *folder, const char *name, const char *ending) {
    char path[1024], chunk[4096];
    text_buffer t = {0};
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    for (size_t n = 1; n > 0;) {
        n = fread(chunk, 1, sizeof chunk, file);
        text_add(&t, chunk, n);
    }
    fclose(file);
    return t;
}

static void subject_open(subject *s) {
    s->text = read_file(ARTICLES, s->name, ".txt");
    assert_int_equal(lede_document_create(s->text.bytes, s->text.n, NULL, &s->d, NULL),
                     LEDE_OK);
    assert_int_equal(lede_repeats_create(s->d, NULL, &s->r, NULL), LEDE_OK);
}

static void subject_close(subject *s) {
    lede_repeats_free(s->r);
    lede_document_free(s->d);
    text_free(&s->text);
}

static void complain(subject *s, const char *line, const char *what) {
    print_error("%s: %s: %s\n", s->name, line, what);
    s->faults++;
}

/* ---- Phrases -------------------------------------------------------------------------
 */

/* The text from word to word, a space for all white space. */
static void read_run(const lede_document *d, const lede_repeat_place *at, char *out) {
    size_t size = 0, count = 0, n = 0;
    const char *text = lede_document_text(d, &size);
    const lede_word *words = lede_document_words(d, &count);
    uint32_t end = words[at->last_word].span.end;
    for (uint32_t i = words[at->first_word].span.begin; i < end; i++) {
        bool space = isspace((unsigned char)text[i]) != 0;
        assert_true(n + 1 < LINE_SIZE);
        if (!space || out[n - 1] != ' ') {
            out[n++] = space ? ' ' : text[i];
        }
    }
    out[n] = '\0';
}

/* Small letters, digits and spaces only: how a phrase is compared with what must not be
 * listed. */
static void simplify(const char *text, char *out) {
    size_t n = 0;
    for (; *text != '\0'; text++) {
        if (isalnum((unsigned char)*text) || *text == ' ') {
            out[n++] = (char)tolower((unsigned char)*text);
        }
    }
    out[n] = '\0';
}

/* "stock 2 ice plant" */
static void check_find(subject *s, const char *line, const char *rest) {
    size_t count = 0, places = 0;
    char shown_run[LINE_SIZE], wanted[LINE_SIZE + 64];
    const lede_repeat *p = lede_repeats_phrases(s->r, &count);
    const lede_repeat_place *at = lede_repeats_places(s->r, &places);
    s->found++;
    for (size_t i = 0; i < count; i++) {
        read_run(s->d, &at[p[i].first_place], shown_run);
        snprintf(wanted, sizeof wanted, "%s %u %s",
                 lede_repeat_group_name((lede_repeat_group)p[i].group), p[i].count,
                 shown_run);
        if (strcmp(wanted, rest) == 0) {
            return;
        }
    }
    complain(s, line, "is not listed so");
}

static void check_not(subject *s, const char *line, const char *rest) {
    size_t count = 0, places = 0;
    char shown_run[LINE_SIZE], found[LINE_SIZE], unwanted[LINE_SIZE];
    const lede_repeat *p = lede_repeats_phrases(s->r, &count);
    const lede_repeat_place *at = lede_repeats_places(s->r, &places);
    simplify(rest, unwanted);
    for (size_t i = 0; i < count; i++) {
        for (uint32_t k = 0; k < p[i].place_count; k++) {
            read_run(s->d, &at[p[i].first_place + k], shown_run);
            simplify(shown_run, found);
            if (strcmp(found, unwanted) == 0) {
                complain(s, line, "is listed");
            }
        }
    }
}

static void check_only(subject *s) {
    size_t count = 0;
    (void)lede_repeats_phrases(s->r, &count);
    if (s->only && count != s->found) {
        complain(s, "only", "more is listed");
    }
}

static void check_doubled(subject *s, const char *line, const char *rest) {
    size_t count = 0;
    char word[LINE_SIZE];
    const lede_doubled *x = lede_repeats_doubled(s->r, &count);
    for (size_t i = 0; i < count; i++) {
        read_run(s->d, &(lede_repeat_place){0, x[i].first_word, x[i].first_word, 0, 0},
                 word);
        if (strcmp(word, rest) == 0) {
            return;
        }
    }
    complain(s, line, "is not found");
}

/* ---- Pairs of sentences -------------------------------------------------------------
 */

/* Does a sentence begin so? A line end is a space. */
static bool begins_so(const subject *s, uint32_t sentence, const char *line, size_t n) {
    lede_span span = s->d->sentences.items[sentence].span;
    bool same = span.end - span.begin >= n;
    for (size_t i = 0; i < n && same; i++) {
        char c = s->d->page.text[span.begin + i];
        same = (c == '\n' ? ' ' : c) == line[i];
    }
    return same;
}

#define BEGINNING 30u /* bytes of a line that tell it from all others */

/* The sentence that a line of NAME.sentences.txt begins: not all are divided so. */
static uint32_t sentence_of_line(const subject *s, long number) {
    text_buffer lines = read_file(ARTICLES, s->name, ".sentences.txt");
    uint32_t found = LEDE_NONE;
    long seen = 0;
    text_add(&lines, "", 1);
    for (const char *at = lines.bytes; *at != '\0'; at += at[strcspn(at, "\n")] != '\0') {
        size_t n = strcspn(at, "\n");
        seen += n > 0;
        for (uint32_t i = 0; n > 0 && seen == number && i < s->d->sentences.count; i++) {
            bool so = begins_so(s, i, at, n < BEGINNING ? n : BEGINNING);
            assert_true(!so || found == LEDE_NONE);
            found = so ? i : found;
        }
        at += n;
    }
    text_free(&lines);
    assert_true(found != LEDE_NONE);
    return found;
}

/* Distinct words of content, and how many of them another sentence has too. */
static uint32_t content_of(const subject *s, const folds *f, uint32_t sentence,
                           const uint8_t *other, uint8_t *own) {
    const lede_sentence *of = &s->d->sentences.items[sentence];
    uint32_t shared = 0;
    memset(own, 0, f->terms);
    for (uint32_t i = 0; i < of->word_count; i++) {
        const lede_word *w = &s->d->words.items[of->first_word + i];
        bool word = w->kind != LEDE_WORD_MARK && (f->kinds[w->term] & FOLD_WORD) != 0;
        if (word && own[f->class_of[w->term]] == 0) {
            own[f->class_of[w->term]] = 1;
            shared += other == NULL || other[f->class_of[w->term]] != 0;
        }
    }
    return shared;
}

static bool can_be_found(const subject *s, uint32_t a, uint32_t b) {
    folds f;
    assert_true(folds_build(&f, s->d, &memory_default));
    uint8_t *first = malloc(f.terms), *second = malloc(f.terms);
    assert_true(first != NULL && second != NULL);
    uint32_t of_a = content_of(s, &f, a, NULL, first);
    uint32_t of_b = content_of(s, &f, b, NULL, second);
    uint32_t shared = content_of(s, &f, b, first, second);
    uint32_t fewer = of_a < of_b ? of_a : of_b;
    print_message("%s: sentences %u and %u share %u of %u words\n", s->name, a, b, shared,
                  fewer);
    free(first);
    free(second);
    folds_free(&f);
    return fewer >= CONTENT_WORDS && shared >= SHARED_WORDS && 2 * shared >= fewer;
}

static void check_pair(subject *s, const char *line, const char *rest) {
    char *end = NULL;
    size_t count = 0;
    uint32_t a = sentence_of_line(s, strtol(rest, &end, 10));
    uint32_t b = sentence_of_line(s, strtol(end, &end, 10));
    const lede_told_twice *t = lede_repeats_told(s->r, &count);
    for (size_t i = 0; i < count; i++) {
        if (t[i].first == a && t[i].second == b) {
            return;
        }
    }
    if (can_be_found(s, a, b)) {
        complain(s, line, "is not found");
    }
}

/* ---- Lists --------------------------------------------------------------------------
 */

static void check_line(subject *s, const char *line) {
    static const struct {
        const char *word;
        void (*check)(subject *, const char *, const char *);
    } checks[] = {{"find ", check_find},
                  {"not ", check_not},
                  {"pair ", check_pair},
                  {"doubled ", check_doubled}};
    if (line[0] == '#' || line[0] == '\0') {
        return;
    }
    if (strcmp(line, "only") == 0) {
        s->only = true;
        return;
    }
    for (size_t i = 0; i < COUNT(checks); i++) {
        size_t n = strlen(checks[i].word);
        if (strncmp(line, checks[i].word, n) == 0) {
            checks[i].check(s, line, line + n);
            return;
        }
    }
    complain(s, line, "is no line of a list");
}

static int check_list(const char *name) {
    subject s = {.faults = 0};
    size_t doubled = 0, wanted = 0;
    assert_true(strlen(name) < sizeof s.name);
    snprintf(s.name, sizeof s.name, "%.*s", (int)(strlen(name) - 4), name);
    subject_open(&s);
    text_buffer list = read_file(LISTS, s.name, ".txt");
    text_add(&list, "", 1);
    for (char *line = list.bytes; *line != '\0';) {
        char *end = line + strcspn(line, "\n");
        bool last = *end == '\0';
        *end = '\0';
        wanted += strncmp(line, "doubled ", 8) == 0;
        check_line(&s, line);
        line = last ? end : end + 1;
    }
    check_only(&s);
    (void)lede_repeats_doubled(s.r, &doubled);
    if (doubled != wanted) {
        complain(&s, "doubled", "more is found");
    }
    text_free(&list);
    subject_close(&s);
    return s.faults;
}

static void lists_by_hand(void **state) {
    int read = 0, faults = 0;
    DIR *folder = opendir(LISTS);
    assert_non_null(folder);
    for (struct dirent *e = readdir(folder); e != NULL; e = readdir(folder)) {
        size_t n = strlen(e->d_name);
        if (n > 4 && strcmp(e->d_name + n - 4, ".txt") == 0) {
            faults += check_list(e->d_name);
            read++;
        }
    }
    closedir(folder);
    assert_true(read >= LEAST_LISTS);
    assert_int_equal(faults, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(lists_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
