/* SPDX-License-Identifier: MIT */
/*
 * jansson as the peer of json_scan.c. Where the two differ on purpose, the line is
 * changed for jansson until they must agree:
 *  - bytes that are not UTF-8 stay with us: '?' for each, in our strings too;
 *  - a lone surrogate is U+FFFD with us: that escape;
 *  - a number too large for a double is checked, never read, by us: 1.
 * What is left:
 *  - a key with a NUL in it is fine with us: jansson is silent;
 *  - we refuse more than 64 brackets inside a value, wrong types of text, title,
 *    lang (even when the key comes again later), a NUL in lang, no text.
 */
#ifndef LEDE_TESTS_FUZZ_PEER_H
#define LEDE_TESTS_FUZZ_PEER_H

#include "support/texts.h"

#include <stdbool.h>

#include <jansson.h>

typedef enum peer_verdict {
    PEER_REFUSES = 0,
    PEER_ACCEPTS,
    PEER_SILENT /* it cannot tell */
} peer_verdict;

typedef struct peer_field {
    bool given;
    const char *bytes;
    size_t n;
} peer_field;

typedef struct peer {
    peer_verdict verdict; /* is it a record? */
    bool twice;           /* some key came twice: its first value is lost */
    size_t depth;         /* of brackets inside those of the record */
    json_t *root;
    peer_field text;
    peer_field title;
    peer_field lang;
} peer;

void peer_read(peer *p, const char *line, size_t n);
void peer_free(peer *p);

/* May we refuse a record that jansson accepts with this message? */
bool peer_may_differ(const peer *p, const char *message);

/* The bytes with '?' for each that is not UTF-8. */
text_buffer peer_plain(const char *bytes, size_t n);

bool peer_is_json(const char *bytes, size_t n);

#endif
