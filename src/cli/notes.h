/* SPDX-License-Identifier: MIT */
/*
 * What is said on standard error about a file or a summary. Whether it is said
 * (--quiet, --verbose, once only) is the caller's affair.
 */
#ifndef LEDE_CLI_NOTES_H
#define LEDE_CLI_NOTES_H

#include "base/out.h"
#include "cli/input.h"

#include <lede/lede.h>

#include <stdbool.h>

/* "lede: name: reason", with line and column where the error has a place. */
void notes_failure(const char *name, const lede_error *error);
/* "lede: name: not summarized: no text" */
void notes_not_scored(const char *name, const char *participle, const char *reason);
/* --lang is no language code. */
void notes_bad_language(const char *code);
/* The language has no data. */
void notes_no_data(const char *code);
/* "auto" found no language that there are data for. */
void notes_unrecognized(const char *name);
/* The name promises markup that is not read yet; nothing for other names. */
void notes_markup(const char *name);
/* Bytes that are not text were replaced; nothing when there were none. */
void notes_replaced(const input *in, const lede_document_facts *facts);
/* The same of the record whose id is the name of the input. */
void notes_replaced_in_record(const input *in, const lede_document_facts *facts);
/* "lede: name: bytes replaced in 3 records"; nothing for one, which was told. */
void notes_replaced_in_records(const char *name, uint64_t records);
/* A background of the language `counts`, a text of another. */
void notes_other_language(const char *name, const char *background, const char *counts,
                          const char *code);
/* Entries of the list of accepted phrases that accepted nothing; nothing without one. */
void notes_not_repeated(const input *in, const lede_accepted_use *entries, size_t count);
/* Blocks of a kind that were not set aside: an ad label is no heading. */
uint64_t notes_count_blocks(const lede_document *document, lede_block_kind kind);
/* Language, line ends, counts. */
void notes_reading(const char *name, const lede_document *document);
/* Why nothing was taken from the front matter; nothing when something was, or none is. */
void notes_front_matter(const char *name, const lede_document_facts *facts);
/* The front matter names a language that has no data. */
void notes_declared(const char *name, const char *code);
/* "name:line:col: rule: text" for everything set aside, and the same with its kind for
 * what markup left out, in the order of the file. */
void notes_dropped(const input *in, const lede_document *document);

typedef struct summary_notes {
    const char *name; /* NULL: there is one file only, or it is about all */
    const lede_document *const *documents;
    size_t count;                /* of them */
    const lede_summary *summary; /* these two only for notes_summary() */
    const lede_summary_options *options;
    bool dropped_shown; /* the hint at --show-dropped is not needed */
    bool marked;        /* --hygiene mark: nothing is really set aside */
} summary_notes;

/* "note: ", and the name if there is one. */
void notes_begin(out *o, const summary_notes *n);
/* What was chosen out of what, and what was kept out. */
void notes_summary(const summary_notes *n);
/* That there are no key terms, or what they are without spaces; NULL: not asked for. */
void notes_keywords(const summary_notes *n, const lede_keywords *keywords);
/* What was set aside, by rule, and what markup left out; nothing when nothing was. */
void notes_set_aside(const summary_notes *n);
/* The second half of it: code and the like, counted. */
void notes_left_out(const summary_notes *n);
/* More than a fifth of the words was set aside; nothing when it was less. */
void notes_much_set_aside(const summary_notes *n);

#endif
