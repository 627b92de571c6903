/* SPDX-License-Identifier: MIT */
/* A language as sorted tables; where they came from is forgotten here. */
#ifndef LEDE_LANG_PACK_H
#define LEDE_LANG_PACK_H

#include "lang/keys.h"
#include "lang/line_kinds.h"
#include "lang/pack_codes.h"
#include "unicode/scripts.h"

#include <lede/types.h>

#include <stdbool.h>

/* A folded word and what the lists say of it (LEDE_TERM_... bits). */
typedef struct pack_word {
    uint32_t key; /* offset into the pack's strings */
    uint16_t length;
    uint16_t flags;
} pack_word;

/* A folded line or label. */
typedef struct pack_line {
    uint32_t key;
    uint16_t length;
    uint16_t kind; /* pack_line_kind */
} pack_line;

#define PACK_SCRIPTS 4u /* that one language may be written in together */

typedef struct language_pack {
    lede_language_info info;
    const char *strings;
    const pack_word *words; /* by key bytes, ascending, distinct */
    const uint16_t *slots;  /* hash of the key -> index of its word + 1, 0: free */
    const pack_line *lines; /* by key bytes, then kind, distinct */
    uint32_t word_count;
    uint32_t slot_mask; /* slots - 1; at most half of them are taken */
    uint32_t line_count;
    pack_codes codes;
    unicode_script scripts[PACK_SCRIPTS];           /* 0: none */
    const struct list_tables *lists, *repeat_lists; /* NULL: none */
    const struct syllable_model *syllable_model;    /* NULL: none */
    const struct syllable_rules *syllable_rules;    /* NULL: none */
    const struct ranker *news;                      /* NULL: none was learnt */
    bool fallback; /* used for text too short to vote on */
    bool elides;   /* it has words of LEDE_TERM_ELISION */
    bool ordinals; /* of LEDE_TERM_ORDINAL_AFTER: "3. Mai" */
} language_pack;

#define PACK_LIMIT 64u /* languages that can be compiled in */

/* The packs compiled in, by code; at most PACK_LIMIT. */
const language_pack *pack_list(size_t *count);

/* Rules without any list: code "und". */
const language_pack *pack_neutral(void);

/* "en", "en-GB" (the region is ignored), or another code ("no" of "nb"). NULL: none. */
const language_pack *pack_find(const char *code, size_t n);

/* LEDE_TERM_... bits of a folded word; 0 when on no list. The second is for who has
 * hash_bytes(key, n, 0) at hand. No seed: the lists are ours, and a walk is never
 * longer than their longest run of taken slots. */
uint32_t pack_word_flags(const language_pack *pack, const char *key, size_t n);
uint32_t pack_hashed_word_flags(const language_pack *pack, const char *key, size_t n,
                                uint64_t hash);

/* Is a key with this hash surely on no list? Then the call above is saved. */
static inline bool pack_lacks(const language_pack *pack, uint64_t hash) {
    return pack->slots[(uint32_t)hash & pack->slot_mask] == 0;
}

bool pack_has_line(const language_pack *pack, pack_line_kind kind, const char *key,
                   size_t n);

/* Does one of this kind begin with the key? *whole: is it one itself? */
bool pack_has_line_from(const language_pack *pack, pack_line_kind kind, const char *key,
                        size_t n, bool *whole);
/* Of which kinds lines begin with the key, a bit 1u << kind each; *whole: and are it. */
uint32_t pack_kinds_from(const language_pack *pack, const char *key, size_t n,
                         uint32_t *whole);

bool pack_any_date_label(const char *key, size_t n); /* in any language compiled in */

/* Changes whenever the compiled-in data do. */
const char *pack_data_version(void);

#endif
