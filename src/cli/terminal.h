/* SPDX-License-Identifier: MIT */
/* How wide standard output is, and which characters it can show. */
#ifndef LEDE_CLI_TERMINAL_H
#define LEDE_CLI_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#define TERMINAL_WIDTH_MIN 50u
#define TERMINAL_WIDTH_MAX 1000u

/* Columns of the terminal behind a descriptor, else those that COLUMNS names; within
 * the limits above. 0: it is no terminal, or its width is not known. */
uint32_t terminal_width(int fd);

/* Is it a terminal whose locale (LC_ALL, LC_CTYPE, LANG) is none of UTF-8? Whatever
 * else reads the output gets the same bytes everywhere. */
bool terminal_is_ascii(int fd);

/* The two decisions apart from their surroundings: a number of columns as text, or
 * NULL, and the name of a locale. */
uint32_t terminal_columns(const char *text);
bool terminal_is_utf8(const char *locale);

#endif
