/* SPDX-License-Identifier: MIT */
/* Writes mdoc(7): what the generators of manual pages share. */
#ifndef LEDE_GEN_ROFF_H
#define LEDE_GEN_ROFF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Characters that mean themselves, wherever they stand in a line. */
void roff_literal(FILE *out, const char *text, size_t n);

/* One macro argument, quoted: .Fa "const char *bytes". No space before it. */
void roff_argument(FILE *out, const char *text, size_t n);

/* Running text as input lines of its own, wrapped; each sentence on a new
 * line, as mdoc wants it. White space in text only separates words. */
void roff_text(FILE *out, const char *text, size_t n);

/* A line of code inside a literal display. */
void roff_code(FILE *out, const char *text, size_t n);

/*
 * Copies a template. "@VERSION@" becomes version; a line "@NAME@" alone is
 * given to insert with its name, which answers false when it knows none such.
 * Returns false when it does, or when the template cannot be read.
 */
typedef bool roff_insert(FILE *out, const char *name, void *context);
bool roff_template(FILE *out, const char *path, roff_insert *insert, void *context);

#endif
