/* SPDX-License-Identifier: MIT */
/* The words of a background file, and the index over them. */
#include "text/background_check.h"
#include "text/background_layout.h"

/* Where the word stands that is being read, and what it is made of. */
typedef struct part {
    size_t begin;
    const char *rest;
    size_t shared;
    size_t length;
    bool first; /* of its block */
} part;

static lede_status read_part(background_checker *c, part *p) {
    p->begin = c->at;
    if (c->end - c->at < BACKGROUND_AT_REST) {
        return REFUSE(c, c->at, "the words end inside a word");
    }
    const char *head = c->bytes + c->at;
    p->shared = (unsigned char)head[BACKGROUND_AT_SHARED];
    p->length = (unsigned char)head[BACKGROUND_AT_LENGTH];
    p->rest = head + BACKGROUND_AT_REST;
    c->at += BACKGROUND_AT_REST;
    if (c->end - c->at < p->length) {
        return REFUSE(c, c->at, "the words end inside a word");
    }
    c->at += p->length;
    return LEDE_OK;
}

static lede_status check_lengths(const background_checker *c, const part *p) {
    if (p->first && p->shared > 0) {
        return REFUSE(c, p->begin, "the first word of a block is not whole");
    }
    if (p->shared > c->length) {
        return REFUSE(c, p->begin, "a word shares more bytes than the one before has");
    }
    if (p->shared + p->length > BACKGROUND_KEY_MAX) {
        return REFUSE(c, p->begin, "a word has more than %u bytes", BACKGROUND_KEY_MAX);
    }
    if (p->shared + p->length == 0) {
        return REFUSE(c, p->begin, "a word has no bytes");
    }
    return LEDE_OK;
}

/* Look-ups count on it that words share all that they can. */
static lede_status check_order(background_checker *c, const part *p) {
    const char *before = c->word + p->shared;
    size_t left = c->length - p->shared;
    int order = background_compare(p->rest, p->length, before, left);
    if (order == 0) {
        return REFUSE(c, p->begin, "a word stands there twice");
    }
    if (order < 0) {
        return REFUSE(c, p->begin, "a word stands behind one that it belongs before");
    }
    if (!p->first && left > 0 && p->rest[0] == before[0]) {
        return REFUSE(c, p->begin, "a word shares fewer bytes than it could");
    }
    memcpy(c->word + p->shared, p->rest, p->length);
    c->length = p->shared + p->length;
    return LEDE_OK;
}

/* Seven bits a byte, the lowest first; all but the last byte have the top bit. */
static lede_status read_count(background_checker *c, uint64_t *count) {
    size_t begin = c->at;
    *count = 0;
    for (unsigned shift = 0; c->at < c->end; shift += 7) {
        unsigned byte = (unsigned char)c->bytes[c->at++];
        if (shift == 63 && byte > 1) {
            return REFUSE(c, begin, "a count does not fit into 64 bits");
        }
        *count |= (uint64_t)(byte & 0x7Fu) << shift;
        if (byte == 0 && shift > 0) {
            return REFUSE(c, begin, "a count has more bytes than it needs");
        }
        if (byte < 0x80) {
            return LEDE_OK;
        }
    }
    return REFUSE(c, begin, "the words end inside a count");
}

static lede_status check_counts(background_checker *c) {
    const lede_background_facts *facts = &c->b->facts;
    size_t begin = c->at;
    uint64_t documents = 0, occurrences = 0;
    lede_status status = read_count(c, &documents);
    if (status == LEDE_OK) {
        status = read_count(c, &occurrences);
    }
    if (status != LEDE_OK) {
        return status;
    }
    if (documents < facts->least_documents || documents > facts->documents) {
        return REFUSE(c, begin, "a word stands in %llu documents, not in %llu to %llu",
                      (unsigned long long)documents,
                      (unsigned long long)facts->least_documents,
                      (unsigned long long)facts->documents);
    }
    if (occurrences < documents) {
        return REFUSE(c, begin, "a word occurs %llu times in %llu documents",
                      (unsigned long long)occurrences, (unsigned long long)documents);
    }
    if (occurrences > facts->occurrences - c->sum) {
        return REFUSE(c, begin, "words occur more often than the %llu times of the head",
                      (unsigned long long)facts->occurrences);
    }
    c->sum += occurrences;
    return LEDE_OK;
}

static lede_status check_word(background_checker *c, bool first) {
    part p = {.first = first};
    lede_status status = read_part(c, &p);
    if (status == LEDE_OK) {
        status = check_lengths(c, &p);
    }
    if (status == LEDE_OK) {
        status = check_order(c, &p);
    }
    return status == LEDE_OK ? check_counts(c) : status;
}

static lede_status check_offset(const background_checker *c, uint64_t block) {
    size_t at = c->end + (size_t)block * BACKGROUND_OFFSET_SIZE;
    uint64_t offset = background_u64(c->bytes + at);
    if (offset != c->at) {
        return REFUSE(c, at, "the index has a block at byte %llu that begins at %llu",
                      (unsigned long long)offset, (unsigned long long)c->at);
    }
    return LEDE_OK;
}

lede_status background_check_words(background_checker *c) {
    for (uint64_t i = 0; i < c->b->facts.words; i++) {
        bool first = i % BACKGROUND_BLOCK == 0;
        lede_status status = first ? check_offset(c, i / BACKGROUND_BLOCK) : LEDE_OK;
        if (status == LEDE_OK) {
            status = check_word(c, first);
        }
        if (status != LEDE_OK) {
            return status;
        }
    }
    if (c->at != c->end) {
        return REFUSE(c, c->at, "bytes stand behind the last word");
    }
    if (c->sum != c->b->facts.occurrences) {
        return REFUSE(c, BACKGROUND_AT_OCCURRENCES,
                      "words occur %llu times, not the %llu times of the head",
                      (unsigned long long)c->sum,
                      (unsigned long long)c->b->facts.occurrences);
    }
    return LEDE_OK;
}
