/* SPDX-License-Identifier: MIT */
#include "lang/word_lists.h"

#include "base/lanes.h"
#include "lang/familiar.h"
#include "lang/keys.h"
#include "lang/list_filter.h"
#include "lang/list_rules.h"
#include "lang/list_shapes.h"

#include <string.h>

/* What stands before an ending at least: "moment" is no "-ment". */
#define REST_MIN 3u

static uint32_t find(const list_tables *t, const char *key, size_t n) {
    uint32_t s = pack_first_slot(key, n, t->slot_mask);
    for (; t->slots[s] != 0; s = (s + 1) & t->slot_mask) {
        const list_word *w = &t->words[t->slots[s] - 1];
        if (w->length == n && memcmp(t->strings + w->key, key, n) == 0) {
            return w->lists;
        }
    }
    return 0;
}

static inline uint32_t listed(const list_tables *t, const char *key, size_t n) {
    return list_may_have_key(t, key, n) ? find(t, key, n) : 0;
}

uint32_t word_lists_in(const list_tables *t, const char *key, size_t n) {
    return listed(t, key, n);
}

uint32_t word_lists_exact(const language_pack *pack, const char *key, size_t n) {
    return pack->lists != NULL ? listed(pack->lists, key, n) : 0;
}

/* The lists that an ending with the right tail puts a word on; lists: those it is on as
 * written. */
static uint32_t lists_by(const list_tables *t, const list_suffix *suffix, const char *key,
                         size_t n, uint32_t lists) {
    size_t length = suffix->length;
    if (n < length + REST_MIN || (lists & suffix->unless) != 0) {
        return 0;
    }
    bool whole = length <= sizeof suffix->tail ||
                 memcmp(key + n - length, t->strings + suffix->key, length) == 0;
    return whole ? suffix->lists : 0;
}

/* The lists that its endings put a word on. */
static inline uint32_t by_suffix(const list_tables *t, const char *key, size_t n,
                                 uint32_t lists) {
    lede_span suffixes = list_bucket(&t->suffix_index, key, n);
    uint64_t tail = lanes_tail(key, n);
    uint32_t found = 0;
    for (uint32_t i = suffixes.begin; i < suffixes.end; i++) {
        const list_suffix *suffix = &t->suffixes[i];
        if (list_ends(tail, suffix->tail, suffix->tail_shift)) {
            found |= lists_by(t, suffix, key, n, lists);
        }
    }
    return found;
}

uint32_t word_lists_by_suffix(const list_tables *t, const char *key, size_t n,
                              uint32_t lists) {
    return by_suffix(t, key, n, lists);
}

/* The lists that its shape puts a word on: "geprüft", and behind a prefix "abgeprüft". */
static uint32_t by_shape(const list_tables *t, const char *key, size_t n,
                         uint32_t lists) {
    uint32_t found = list_shapes_of(t, key, n, lists);
    lede_span shapes = list_shapes_bucket(t, key);
    for (uint32_t i = shapes.begin; i < shapes.end; i++) {
        size_t front = list_shape_prefix(t, &t->shapes[i], key, n, lists | found);
        if (front > 0) {
            uint32_t rest = listed(t, key + front, n - front);
            rest |= by_suffix(t, key + front, n - front, rest);
            rest |= list_shapes_of(t, key + front, n - front, rest);
            found |= rest & t->shapes[i].lists;
        }
    }
    return found;
}

/* "d'une": the words on both sides of the apostrophe, the first as "d'"; 0: the first
 * is no elided word. */
static uint32_t by_parts(const language_pack *pack, const char *key, size_t n) {
    const list_tables *t = pack->lists;
    const char *mark = memchr(key, '\'', n);
    size_t head = mark != NULL ? (size_t)(mark - key) + 1 : n;
    if (head <= 1 || head == n ||
        (pack_word_flags(pack, key, head - 1) & LEDE_TERM_ELISION) == 0) {
        return 0;
    }
    uint32_t rest = listed(t, key + head, n - head);
    return listed(t, key, head) | rest | by_suffix(t, key + head, n - head, rest);
}

static uint32_t familiar_exact(const void *context, const char *key, size_t n) {
    return listed(context, key, n);
}

uint32_t word_lists_familiar(const language_pack *pack, const char *key, size_t n,
                             uint32_t wanted) {
    familiar_lists familiar = {familiar_exact, pack->lists, wanted, pack->lists};
    return familiar_beyond(pack, &familiar, key, n);
}

uint32_t word_lists_of(const language_pack *pack, const char *key, size_t n) {
    const list_tables *t = pack->lists;
    if (t == NULL || n == 0) {
        return 0;
    }
    uint32_t lists = listed(t, key, n);
    if ((lists & ~(uint32_t)WORD_LIST_PHRASE_HEAD) == 0 && pack->elides) {
        lists |= by_parts(pack, key, n);
    }
    lists |= by_suffix(t, key, n, lists);
    if (t->shape_count > 0) {
        lists |= by_shape(t, key, n, lists);
    }
    uint32_t wanted = WORD_LIST_FAMILIAR & t->known & ~lists;
    if (wanted != 0) {
        lists |= word_lists_familiar(pack, key, n, wanted);
    }
    return lists & ~LIST_HIDDEN;
}

uint32_t word_lists_of_letters(const language_pack *pack, const char *key, size_t n) {
    const list_tables *t = pack->lists;
    if (t == NULL || n == 0) {
        return 0;
    }
    uint32_t lists = listed(t, key, n);
    lists |= by_suffix(t, key, n, lists);
    if (t->shape_count > 0) {
        lists |= by_shape(t, key, n, lists);
    }
    familiar_lists familiar = {familiar_exact, t, WORD_LIST_FAMILIAR & t->known & ~lists,
                               t};
    if (familiar.wanted != 0 && list_may_end(t, LIST_RULE_INFLECTION, key, n)) {
        lists |= familiar_inflected(pack, &familiar, key, n);
    }
    return lists & ~LIST_HIDDEN;
}

uint32_t word_lists_known(const language_pack *pack) {
    return pack->lists != NULL ? pack->lists->known : 0;
}

list_speed word_lists_speed(const language_pack *pack) {
    return pack->lists != NULL ? pack->lists->speed : (list_speed){0};
}

/* ---- Phrases ---------------------------------------------------------------------- */

static int compare_front(const list_tables *t, uint32_t i, const char *text, size_t n) {
    const list_phrase *p = &t->phrases[i];
    size_t shorter = p->length < n ? p->length : n;
    int order = memcmp(t->strings + p->key, text, shorter);
    return order != 0 ? order : (p->length > n) - (p->length < n);
}

/* The first phrase that is not before the text. */
static uint32_t find_phrase(const list_tables *t, const char *text, size_t n) {
    uint32_t low = 0, high = t->phrase_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_front(t, middle, text, n) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* A text that words are joined to. */
typedef struct joined {
    char text[WORD_LIST_PHRASE_BYTES + 1];
    size_t n;
} joined;

static bool join_word(joined *j, const phrase_words *words, uint32_t i) {
    const char *key = NULL;
    size_t n = 0, space = i > 0 ? 1 : 0;
    if (!words->word(words->context, i, &key, &n) || n == 0 ||
        j->n + space > WORD_LIST_PHRASE_BYTES ||
        n > WORD_LIST_PHRASE_BYTES - space - j->n) {
        return false;
    }
    if (space > 0) {
        j->text[j->n++] = ' ';
    }
    memcpy(j->text + j->n, key, n);
    j->n += n;
    return true;
}

uint32_t word_lists_phrase(const language_pack *pack, const phrase_words *words,
                           uint32_t *lists) {
    const list_tables *t = pack->lists;
    joined j = {.n = 0};
    uint32_t found = 0;
    *lists = 0;
    for (uint32_t i = 0; t != NULL && i < WORD_LIST_PHRASE_WORDS; i++) {
        if (!join_word(&j, words, i)) {
            break;
        }
        uint32_t at = find_phrase(t, j.text, j.n);
        if (at < t->phrase_count && compare_front(t, at, j.text, j.n) == 0) {
            *lists = t->phrases[at].lists;
            found = i + 1;
        }
        /* With a space behind it, it must be the front of a phrase to go on. */
        j.text[j.n] = ' ';
        at = find_phrase(t, j.text, j.n + 1);
        if (at == t->phrase_count || t->phrases[at].length <= j.n ||
            memcmp(t->strings + t->phrases[at].key, j.text, j.n + 1) != 0) {
            break;
        }
    }
    return found;
}
