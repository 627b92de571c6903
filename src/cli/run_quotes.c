/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/notes.h"
#include "cli/run.h"

#include "base/error.h"
#include "base/vec.h"

#include <string.h>
#include <sys/stat.h>

/* A source as long as it is asked for: the document points into the bytes. */
typedef struct kept {
    char *path;
    char *bytes;
    size_t size;
    lede_document *document;
} kept;

typedef VEC_OF(kept) kept_list;
typedef VEC_OF(const lede_document *) document_list;
typedef VEC_OF(const char *) path_list;

typedef struct comparing {
    input summary;
    const char *path; /* of the summary, as it was given */
    kept_list sources;
    document_list documents; /* of the sources, as the library takes them */
    path_list paths;
    char language[12]; /* of the first source whose is known */
} comparing;

static comparing *comparing_of(const run *r) {
    return *(comparing *const *)r->options->of_verb;
}

/* ---- Sources ---------------------------------------------------------------------- */

static void *copy_bytes(const void *bytes, size_t n) {
    void *copy = memory_allocate(&memory_default, n);
    if (copy != NULL) {
        memcpy(copy, bytes, n);
    }
    return copy;
}

static void free_kept(kept *k) {
    lede_document_free(k->document);
    memory_free(&memory_default, k->path, k->path != NULL ? strlen(k->path) + 1 : 0);
    memory_free(&memory_default, k->bytes, k->size);
}

/* Whoever names a folder may mean the one that the summary is in. */
static bool is_summary(const comparing *c, const char *path) {
    struct stat a, b;
    return strcmp(c->path, INPUT_STANDARD) != 0 && stat(c->path, &a) == 0 &&
           stat(path, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static bool reserve(comparing *c) {
    kept_list *sources = &c->sources;
    document_list *documents = &c->documents;
    path_list *paths = &c->paths;
    return VEC_RESERVE(sources, &memory_default, 1) &&
           VEC_RESERVE_POINTERS(documents, &memory_default, 1) &&
           VEC_RESERVE(paths, &memory_default, 1);
}

static void keep(comparing *c, const kept *k) {
    lede_document_facts facts = lede_document_measure(k->document);
    if (c->language[0] == '\0' && facts.language_known) {
        memcpy(c->language, facts.language, sizeof c->language);
    }
    c->sources.items[c->sources.count++] = *k;
    c->documents.items[c->documents.count++] = k->document;
    c->paths.items[c->paths.count++] = k->path;
}

static void read_source(run *r, const input *in) {
    comparing *c = comparing_of(r);
    kept k = {.path = copy_bytes(in->name, strlen(in->name) + 1),
              .bytes = copy_bytes(in->bytes, in->size),
              .size = in->size};
    input own = {.name = in->name, .bytes = k.bytes, .size = k.size};
    if (is_summary(c, in->name)) {
        run_not_scored(r, in, "it is the summary");
    } else if (in->size == 0) {
        run_not_scored(r, in, "no text");
    } else if (k.path == NULL || k.bytes == NULL || !reserve(c)) {
        run_worsen(r, run_no_memory());
    } else if ((k.document = run_document(r, &own)) != NULL) {
        keep(c, &k);
        return;
    }
    free_kept(&k);
}

/* ---- The summary ------------------------------------------------------------------ */

static lede_quotes_options quotes_options(const run *r) {
    static const lede_quotes_what what[] = {LEDE_QUOTES_ALL, LEDE_QUOTES_SENTENCES,
                                            LEDE_QUOTES_RUNS};
    const options *o = r->options;
    lede_quotes_options own = LEDE_QUOTES_OPTIONS_INIT;
    own.what = what[o->values[OPTION_WHAT].number];
    own.min_words = (uint32_t)o->values[OPTION_MIN_WORDS].number;
    own.headings = option_given(o, OPTION_HEADINGS);
    own.exact = option_given(o, OPTION_EXACT);
    own.hash_seed = r->seed;
    return own;
}

static lede_status report(run *r, const input *in, const lede_quotes *quotes) {
    const comparing *c = comparing_of(r);
    lede_status worst = LEDE_OK;
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status = lede_report_quotes(&r->outputs->items[i].report, in->name,
                                                quotes, c->paths.items, c->paths.count);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

static void compare(run *r, const input *in, const lede_document *document) {
    const comparing *c = comparing_of(r);
    lede_quotes_options own = quotes_options(r);
    lede_quotes *quotes = NULL;
    lede_error error;
    if (lede_quotes_create(document, c->documents.items, c->documents.count, &own,
                           &quotes, &error) != LEDE_OK) {
        run_fail(r, in->name, &error);
        return;
    }
    run_done(r, in, report(r, in, quotes));
    if (lede_quotes_measure(quotes).failed > 0) {
        run_worsen(r, RUN_FOUND);
    }
    lede_quotes_free(quotes);
}

static void read_summary(run *r, const input *in) {
    size_t sentences = 0;
    lede_document *document = run_document(r, in);
    if (document == NULL) {
        return;
    }
    (void)lede_document_sentences(document, &sentences);
    if (sentences == 0) {
        run_not_scored(r, in, "no text");
    } else if (comparing_of(r)->documents.count == 0) {
        run_not_scored(r, in, "there is no source to compare it with");
        run_worsen(r, RUN_FOUND); /* none of it stands in any source */
    } else {
        compare(r, in, document);
    }
    lede_document_free(document);
}

/* ---- The run ---------------------------------------------------------------------- */

/* A few sentences tell less of their language than the source that they are from. */
static options with_language(const run *r) {
    const comparing *c = comparing_of(r);
    options own = *r->options;
    bool chosen = option_given(r->options, OPTION_LANG) &&
                  strcmp(own.values[OPTION_LANG].text, "auto") != 0;
    if (!chosen && c->language[0] != '\0') {
        own.values[OPTION_LANG].given = true;
        own.values[OPTION_LANG].text = c->language;
    }
    return own;
}

/* The summary is opened first: without it nothing else need be read. Its own work is done
 * behind that of the sources. */
static void compare_all(run *r, run_work *work) {
    comparing *c = comparing_of(r);
    lede_error error;
    const options *given = r->options;
    c->summary.name = run_shown_name(given, c->path);
    if (input_read(&c->summary, c->path, run_byte_limit(given), &error) != LEDE_OK) {
        run_fail(r, c->summary.name, &error);
        return;
    }
    for (size_t i = 1; i < given->operand_count && !r->outputs->failed; i++) {
        run_path(r, given->operands[i], work);
    }
    options own = with_language(r);
    r->options = &own;
    run_input(r, &c->summary, read_summary);
    r->options = given;
    outputs_check(r->outputs);
    input_free(&c->summary);
}

static void release(comparing *c) {
    for (size_t i = 0; i < c->sources.count; i++) {
        free_kept(&c->sources.items[i]);
    }
    VEC_FREE(&c->sources, &memory_default);
    VEC_FREE_POINTERS(&c->documents, &memory_default);
    VEC_FREE(&c->paths, &memory_default);
}

int run_quotes(const options *o) {
    options own = *o;
    comparing c = {.summary = {.bytes = NULL}};
    comparing *of_verb = &c;
    if (o->operand_count < 2) {
        message_named("quotes", "takes a summary and at least one source");
        return RUN_ERROR;
    }
    own.of_verb = &of_verb;
    c.path = o->operands[0];
    run r = {.options = &own, .participle = "compared", .several = true};
    int status = run_around(&r, compare_all, read_source);
    release(&c);
    return status;
}
