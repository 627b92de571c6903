/* SPDX-License-Identifier: MIT */
/*
 * Times lede beside ICU's break iterators, in one process and on the same texts.
 *
 *     peers ROUNDS LOCALE FILE [LOCALE FILE]...
 *
 * A file holds documents, each closed by a NUL byte. In each round everyone reads
 * every file, one after the other, before the next round begins, so that the
 * machine's load meets all alike. Per round, file and reader a line: number of the
 * file from 0, name of the reader, CPU time of the process in microseconds, and how
 * many segments it found. The locale is given to ICU ("en", "root"); lede finds
 * the language of each document itself.
 *
 *     icu-sentences   ubrk_next() over UText until the end
 *     icu-words       the same with the word iterator
 *     lede-sentences  bytes -> lines, blocks, language, words, sentences
 *     lede-terms      lede_document_create(): the same, then roles and terms
 *
 * lede keeps one vocabulary of every language for all documents of a round, new
 * in each round, as the program does. lede-sentences calls the library's own
 * stages up to the sentences; it must find as many as lede-terms does, or the
 * program stops with status 1.
 */
#define _POSIX_C_SOURCE 200809L
#include "base/memory.h"
#include "markup/plain.h"
#include "text/build.h"
#include "text/document.h"
#include "text/intern.h"
#include "text/language.h"
#include "text/sentences.h"
#include "text/words.h"

#include <lede/lede.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef WITH_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

#define SEED UINT64_C(0x243F6A8885A308D3) /* of hashes: any */

typedef struct texts {
    char *bytes;
    size_t size;
    const char *locale;
} texts;

/* False: it failed, and said why. */
typedef bool (*reader)(const texts *t, unsigned long long *found);

static bool fail(const char *what) {
    fprintf(stderr, "peers: %s\n", what);
    return false;
}

/* The document at *at, which moves behind it; false: there is none. */
static bool next_document(const texts *t, size_t *at, const char **bytes, size_t *n) {
    if (*at >= t->size) {
        return false;
    }
    const char *end = memchr(t->bytes + *at, '\0', t->size - *at);
    *bytes = t->bytes + *at;
    *n = end != NULL ? (size_t)(end - *bytes) : t->size - *at;
    *at += *n + 1;
    return true;
}

/* ---- ICU ----------------------------------------------------------------- */

#ifdef WITH_ICU

static bool read_with_icu(const texts *t, UBreakIteratorType type,
                          unsigned long long *found) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(type, t->locale, NULL, 0, &status);
    UText text = UTEXT_INITIALIZER;
    const char *bytes = NULL;
    size_t n = 0;
    for (size_t at = 0; U_SUCCESS(status) && next_document(t, &at, &bytes, &n);) {
        utext_openUTF8(&text, bytes, (int64_t)n, &status);
        ubrk_setUText(breaks, &text, &status);
        while (U_SUCCESS(status) && ubrk_next(breaks) != UBRK_DONE) {
            ++*found;
        }
    }
    utext_close(&text);
    ubrk_close(breaks);
    return U_SUCCESS(status) || fail(u_errorName(status));
}

static bool icu_sentences(const texts *t, unsigned long long *found) {
    return read_with_icu(t, UBRK_SENTENCE, found);
}

static bool icu_words(const texts *t, unsigned long long *found) {
    return read_with_icu(t, UBRK_WORD, found);
}

#endif

/* ---- lede ---------------------------------------------------------------- */

/* What document_build() does before the roles. */
static bool read_sentences(lede_document *d, const char *bytes, size_t n,
                           lede_vocabulary *all) {
    lede_vocabulary *part = NULL;
    if (source_open(&d->source, d->allocator, bytes, (uint32_t)n) != LEDE_OK ||
        plain_read(&d->page, d->allocator, &d->source, LEDE_NEWLINES_AUTO, 0) !=
            LEDE_OK) {
        return false;
    }
    d->pack = language_vote(d->page.text, d->page.size).pack;
    d->pack = d->pack != NULL ? d->pack : pack_neutral();
    if (!vocabulary_choose(all, d->pack, &part)) {
        return false;
    }
    build b = {.allocator = d->allocator};
    bool ok = build_open(&b, d, part) == LEDE_OK && words_read(&b) == LEDE_OK &&
              sentences_read(d) == LEDE_OK;
    build_close(&b);
    return ok;
}

static bool to_sentences(const char *bytes, size_t n, lede_vocabulary *all,
                         unsigned long long *found) {
    lede_document d = {.allocator = &memory_default, .seed = SEED};
    bool ok = read_sentences(&d, bytes, n, all);
    *found += d.sentences.count;
    document_free(&d);
    return ok;
}

static bool to_terms(const char *bytes, size_t n, lede_vocabulary *all,
                     unsigned long long *found) {
    lede_document_options options = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    options.hash_seed = SEED;
    options.vocabulary = all;
    if (lede_document_create(bytes, n, &options, &d, NULL) != LEDE_OK) {
        return false;
    }
    size_t count = 0;
    (void)lede_document_sentences(d, &count);
    *found += count;
    lede_document_free(d);
    return true;
}

static bool read_with_lede(const texts *t, bool terms, unsigned long long *found) {
    lede_vocabulary *all = NULL;
    if (lede_vocabulary_create("auto", 0, SEED, NULL, &all, NULL) != LEDE_OK) {
        return fail("no memory");
    }
    const char *bytes = NULL;
    size_t n = 0;
    bool ok = true;
    for (size_t at = 0; ok && next_document(t, &at, &bytes, &n);) {
        ok = terms ? to_terms(bytes, n, all, found) : to_sentences(bytes, n, all, found);
    }
    lede_vocabulary_free(all);
    return ok || fail("lede failed");
}

static bool lede_sentences(const texts *t, unsigned long long *found) {
    return read_with_lede(t, false, found);
}

static bool lede_terms(const texts *t, unsigned long long *found) {
    return read_with_lede(t, true, found);
}

/* ---- Rounds -------------------------------------------------------------- */

static const struct {
    const char *name;
    reader read;
} readers[] = {
#ifdef WITH_ICU
    {"icu-sentences", icu_sentences},
    {"icu-words", icu_words},
#endif
    {"lede-sentences", lede_sentences},
    {"lede-terms", lede_terms},
};

#define READERS (sizeof readers / sizeof *readers)

static long long cpu_time(void) {
    struct timespec now = {0, 0};
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (long long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static bool run_file(int number, const texts *t) {
    unsigned long long found[READERS] = {0};
    for (size_t i = 0; i < READERS; i++) {
        long long begin = cpu_time();
        if (!readers[i].read(t, &found[i])) {
            return false;
        }
        printf("%d %s %lld %llu\n", number, readers[i].name, cpu_time() - begin,
               found[i]);
        fflush(stdout);
    }
    return found[READERS - 1] == found[READERS - 2] ||
           fail("lede found other sentences by its stages than as a whole");
}

static bool read_file(const char *path, texts *t) {
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        return fail("cannot open the file");
    }
    long size = ftell(file);
    t->size = size > 0 ? (size_t)size : 0;
    t->bytes = malloc(t->size + 1);
    rewind(file);
    bool ok = t->bytes != NULL && fread(t->bytes, 1, t->size, file) == t->size;
    fclose(file);
    return ok || fail("cannot read the file");
}

static bool run_rounds(long rounds, const texts *files, int count) {
    for (; rounds > 0; rounds--) {
        for (int i = 0; i < count; i++) {
            if (!run_file(i, &files[i])) {
                return false;
            }
        }
    }
    return true;
}

int main(int count, char **arguments) {
    if (count < 4 || count % 2 != 0) {
        fprintf(stderr, "usage: peers ROUNDS LOCALE FILE [LOCALE FILE]...\n");
        return 2;
    }
    int files = count / 2 - 1;
    texts *t = calloc((size_t)files, sizeof *t);
    bool ok = t != NULL;
    for (int i = 0; i < files && ok; i++) {
        t[i].locale = arguments[2 * i + 2];
        ok = read_file(arguments[2 * i + 3], &t[i]);
    }
    ok = ok && run_rounds(strtol(arguments[1], NULL, 10), t, files);
    for (int i = 0; i < files && t != NULL; i++) {
        free(t[i].bytes);
    }
    free(t);
    return ok ? 0 : 1;
}
