/* SPDX-License-Identifier: MIT */
/*
 * Lines on standard error. One write per line, so that the lines of two
 * programs do not mix; what comes from outside (names, text) goes through
 * message_visible(). A standard error that cannot be written is not reported:
 * there is nowhere to report it.
 *
 *     out o;
 *     message_begin(&o, "lede: ");
 *     message_visible(&o, name, strlen(name));
 *     out_text(&o, ": is a directory");
 *     message_end(&o);
 */
#ifndef LEDE_CLI_MESSAGE_H
#define LEDE_CLI_MESSAGE_H

#include "base/out.h"

void message_begin(out *o, const char *prefix);
void message_visible(out *o, const char *bytes, size_t n);
void message_end(out *o);

/* "lede: name:line:col: "; without the place when line is 0. */
void message_begin_at(out *o, const char *name, uint32_t line, uint32_t column);

/* "lede: name: reason" */
void message_named(const char *name, const char *reason);

/* "1 word", "2 words": noun is the singular, an s makes the plural. */
void message_count(out *o, uint64_t count, const char *noun);

#endif
