/* SPDX-License-Identifier: MIT */
#include "lang/syllables.h"

#include "base/lanes.h"
#include "lang/syllable_model.h"
#include "lang/syllable_rules.h"
#include "unicode/normalize.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>

#define DIGIT '0'
#define APOSTROPHE '\''
#define FOREIGN '?' /* a letter that the model does not know */
#define BREAK '-'   /* what joins parts: a hyphen, a full stop */

/* A stretch of a word in plain letters and the signs above. */
typedef struct plain {
    char text[SYLLABLE_WORD];
    size_t n;
    uint64_t accents; /* a bit for each vowel that had a mark */
    uint64_t signs;   /* a bit for each that is neither a letter nor BREAK */
} plain;

static bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

static bool is_apostrophe(uint32_t code) {
    return code == APOSTROPHE || code == 0x2019 || code == 0x02BC || code == 0xFF07;
}

static bool is_vowel(const syllable_model *m, char letter) {
    return is_letter(letter) && m->codes[(unsigned char)letter] >= SYLLABLE_VOWEL;
}

/* ---- Making it plain ------------------------------------------------------------- */

static char fold_letter(const syllable_model *m, uint32_t code) {
    uint32_t base = normalize_base(code);
    if (base < 0x80 && is_letter((char)base)) {
        return (char)base;
    }
    for (uint32_t i = 0; i < m->fold_count; i++) {
        if (m->folds[i].code == base) {
            return m->folds[i].letter;
        }
    }
    return FOREIGN;
}

static char plain_sign(const syllable_model *m, uint32_t code) {
    if (is_apostrophe(code)) {
        return APOSTROPHE;
    }
    switch ((int)tables_class_of(code)) {
    case UC_LETTER_LOWER:
    case UC_LETTER_UPPER:
    case UC_LETTER_TITLE:
    case UC_LETTER:
        return fold_letter(m, code);
    case UC_DIGIT:
    case UC_NUMBER:
        return DIGIT;
    default:
        return BREAK;
    }
}

/* "3.5" and "1,805" are one number each. */
static bool is_inside_number(const plain *p, const char *key, size_t n, size_t at) {
    return p->n > 0 && p->text[p->n - 1] == DIGIT && at + 1 < n &&
           (key[at] == '.' || key[at] == ',') && key[at + 1] >= '0' && key[at + 1] <= '9';
}

static void put(plain *p, char sign) {
    p->signs |= (uint64_t)(!is_letter(sign) && sign != BREAK) << p->n;
    p->text[p->n++] = sign;
}

/* Takes a code point beyond ASCII. */
static void take_point(const syllable_model *m, plain *p, const char *key, size_t *at) {
    uint32_t code = utf8_next(key, at);
    bool mark = tables_class_of(code) == UC_MARK;
    if (!mark) {
        put(p, plain_sign(m, code));
    }
    if (p->n > 0 && is_vowel(m, p->text[p->n - 1])) {
        p->accents |= UINT64_C(1) << (p->n - 1);
    }
}

/* Takes from key[*at, n) what there is room for, whole parts if possible. */
static void make_plain(const syllable_model *m, plain *p, const char *key, size_t n,
                       size_t *at) {
    size_t parts = 0, behind = 0; /* length up to the last break, and its place */
    p->n = 0;
    p->accents = p->signs = 0;
    while (*at < n && p->n < SYLLABLE_WORD) {
        unsigned char byte = (unsigned char)key[*at];
        if (is_letter(key[*at])) {
            p->text[p->n++] = key[(*at)++];
        } else if (byte >= '0' && byte <= '9') {
            put(p, DIGIT);
            ++*at;
        } else if (is_inside_number(p, key, n, *at)) {
            ++*at;
        } else if (byte < 0x80) {
            put(p, plain_sign(m, byte));
            ++*at;
        } else {
            take_point(m, p, key, at);
        }
        if (p->n > 0 && p->text[p->n - 1] == BREAK) {
            parts = p->n;
            behind = *at;
        }
    }
    if (*at < n && parts > 0) {
        p->n = parts;
        *at = behind;
    }
}

/* ---- Counting -------------------------------------------------------------------- */

static uint32_t count_bits(uint64_t bits) {
    uint32_t count = 0;
    for (; bits != 0; bits &= bits - 1) {
        count++;
    }
    return count;
}

/* An accent says that the vowel is spoken: "résumé" is not "resume". Unless it shares
 * its syllable with the vowel beside it, as in "entrée". */
static uint32_t count_accented(const syllable_model *m, const char *word, size_t n,
                               uint64_t accents) {
    uint64_t nuclei = syllable_model_nuclei(m, word, n);
    nuclei |= accents & ~(nuclei << 1) & ~(nuclei >> 1);
    uint32_t count = count_bits(nuclei), listed = syllable_model_listed(m, word, n);
    return count > listed ? count : listed;
}

/* Letters only. */
static uint32_t count_letters(const syllable_model *m, const char *word, size_t n,
                              uint64_t accents) {
    if (n == 1) {
        return syllable_model_spelled(m, word, n);
    }
    return accents != 0 ? count_accented(m, word, n, accents)
                        : syllable_model_count(m, word, n);
}

/* Of the bits of a stretch those of text[begin, begin + n), from the lowest on. */
static uint64_t bits_of(uint64_t bits, size_t begin, size_t n) {
    uint64_t all = n < SYLLABLE_WORD ? (UINT64_C(1) << n) - 1 : ~UINT64_C(0);
    return bits >> begin & all;
}

static size_t run_length(const char *text, size_t n) {
    size_t length = 1;
    bool letter = is_letter(text[0]);
    while (length < n && (letter ? is_letter(text[length]) : text[length] == text[0])) {
        length++;
    }
    return length;
}

static const syllable_form *find_beginning(const syllable_model *m, const char *text,
                                           size_t n) {
    for (uint32_t i = 0; i < m->beginning_count; i++) {
        const syllable_form *f = &m->beginnings[i];
        if (n > f->length && text[0] == f->text[0] &&
            memcmp(text, f->text, f->length) == 0) {
            return f;
        }
    }
    return NULL;
}

static const syllable_form *find_ending(const syllable_model *m, const char *text,
                                        size_t n) {
    uint64_t tail = lanes_tail(text, n);
    size_t bucket = (unsigned char)text[n - 1] % SYLLABLE_BUCKETS;
    for (size_t i = m->ending_first[bucket]; i < m->ending_first[bucket + 1]; i++) {
        const syllable_form *f = &m->endings[i];
        if ((tail ^ f->tail) >> f->tail_shift == 0 && n >= f->length &&
            memcmp(text + n - f->length, f->text, f->length) == 0) {
            return f;
        }
    }
    return NULL;
}

/* Of p[begin, end): letters, digits and apostrophes. */
static uint32_t count_part(const syllable_model *m, const plain *p, size_t begin,
                           size_t end) {
    uint32_t count = 0;
    if (bits_of(p->signs, begin, end - begin) == 0) { /* all forms have a sign */
        size_t n = end - begin;
        return count_letters(m, p->text + begin, n, bits_of(p->accents, begin, n));
    }
    const syllable_form *ending = find_ending(m, p->text + begin, end - begin);
    if (ending != NULL) {
        count += ending->count;
        end -= (size_t)ending->length - ending->kept;
    }
    const syllable_form *beginning = find_beginning(m, p->text + begin, end - begin);
    if (beginning != NULL) {
        count += beginning->count;
        begin += beginning->length;
    }
    while (begin < end) {
        size_t n = run_length(p->text + begin, end - begin);
        if (is_letter(p->text[begin])) {
            count += count_letters(m, p->text + begin, n, bits_of(p->accents, begin, n));
        } else {
            count += p->text[begin] != APOSTROPHE;
        }
        begin += n;
    }
    return count;
}

static uint32_t count_plain(const syllable_model *m, const plain *p) {
    uint32_t count = 0;
    for (size_t begin = 0; begin < p->n;) {
        size_t end = begin;
        while (end < p->n && p->text[end] != BREAK) {
            end++;
        }
        count += end > begin ? count_part(m, p, begin, end) : 0;
        begin = end + 1;
    }
    return count;
}

static bool speaks(const plain *p) {
    for (size_t i = 0; i < p->n; i++) {
        if (p->text[i] != BREAK && p->text[i] != APOSTROPHE) {
            return true;
        }
    }
    return false;
}

static uint32_t count_by_model(const syllable_model *m, const char *key, size_t n) {
    uint32_t count = 0;
    bool spoken = false;
    plain p = {.n = 0};
    for (size_t at = 0; at < n;) {
        make_plain(m, &p, key, n, &at);
        count += count_plain(m, &p);
        spoken = spoken || (count == 0 && speaks(&p));
    }
    return count > 0 ? count : spoken;
}

/* A number in figures has one, as with a model. */
static uint32_t count_by_rules(const syllable_rules *r, const char *key, size_t n) {
    uint32_t count = r != NULL ? syllable_rules_count(r, key, n) : 0;
    for (size_t at = 0; r != NULL && count == 0 && at < n;) {
        unicode_class class = tables_class_of(utf8_next(key, &at));
        count = class == UC_DIGIT || class == UC_NUMBER;
    }
    return count;
}

uint32_t syllables_count(const language_pack *pack, const char *key, size_t n) {
    const syllable_model *m = pack->syllable_model;
    if (m == NULL) {
        return count_by_rules(pack->syllable_rules, key, n);
    }
    /* A letter alone is spelled. */
    bool letters = n > 1 && is_letter(key[0]) && is_letter(key[n - 1]);
    uint32_t count = letters ? syllable_model_count(m, key, n) : 0;
    return count > 0 ? count : count_by_model(m, key, n);
}

uint32_t syllables_spelled(const language_pack *pack, const char *key, size_t n) {
    const syllable_model *m = pack->syllable_model;
    uint32_t count = 0;
    bool number = false;
    for (size_t at = 0; at < n;) {
        uint32_t code = utf8_next(key, &at);
        unicode_class class = tables_class_of(code);
        bool digit = class == UC_DIGIT || class == UC_NUMBER;
        if (class >= UC_LETTER_LOWER && class <= UC_LETTER) {
            char letter = m != NULL ? fold_letter(m, code) : FOREIGN;
            count += letter != FOREIGN ? syllable_model_spelled(m, &letter, 1) : 1;
        }
        count += digit && !number;
        number = digit;
    }
    return count;
}
