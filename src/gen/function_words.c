/* SPDX-License-Identifier: MIT */
#include "gen/function_words.h"

#include "base/memory.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

#include <stdlib.h>

static const char no_memory[] = "no memory for the function words";

/* What language.c reads as one word: letters and marks, not those of scripts in
 * which a word is a character. */
static bool is_looked_up(const char *key, size_t n) {
    bool letters = n > 0 && n <= FUNCTION_WORD_BYTES;
    for (size_t at = 0; letters && at < n;) {
        uint32_t code = utf8_next(key, &at);
        unicode_class class = unicode_class_of(code);
        letters = class >= UC_LETTER_LOWER && class <= UC_MARK &&
                  (unicode_flags(code) & (UF_IDEOGRAPH | UF_HIRAGANA)) == 0;
    }
    return letters;
}

static bool add_key(function_builder *f, const char *key, size_t n) {
    if (!VEC_RESERVE(&f->entries, &memory_default, 1)) {
        return false;
    }
    function_entry *entry = &f->entries.items[f->entries.count];
    entry->key = malloc(n > 0 ? n : 1);
    if (entry->key == NULL) {
        return false;
    }
    memcpy(entry->key, key, n);
    entry->length = n;
    entry->set = UINT64_C(1) << f->languages;
    f->entries.count++;
    return true;
}

/* The plain fold of this small letter's capital; the letter itself when the
 * language pairs it with no capital of its own. */
static uint32_t respell(const pack_codes *codes, uint32_t code) {
    for (size_t i = 0; i < PACK_CODES && codes->cases[i].upper != 0; i++) {
        if (codes->cases[i].lower == code) {
            return unicode_fold(codes->cases[i].upper);
        }
    }
    return code;
}

/*
 * A text is folded before its language is known. What that makes of a word
 * written in capitals, with one or throughout, is another key where the language
 * has case pairs of its own: "AYNI" becomes "ayni" where "aynı" is listed, and the
 * capital of "İle" stays.
 */
static bool add_respelt(function_builder *f, const pack_codes *codes, const char *key,
                        size_t n, size_t letters) {
    char folded[2 * FUNCTION_WORD_BYTES] = {0};
    size_t length = 0, count = 0;
    for (size_t at = 0; at < n; count++) {
        uint32_t code = utf8_next(key, &at);
        length +=
            utf8_encode(count < letters ? respell(codes, code) : code, folded + length);
    }
    bool same = length == n && memcmp(folded, key, n) == 0;
    return same || !is_looked_up(folded, length) || add_key(f, folded, length);
}

const char *function_builder_add(function_builder *f, const pack_builder *b,
                                 const unicode_script *scripts) {
    if (f->languages == FUNCTION_LANGUAGES) {
        return "more languages than FUNCTION_LANGUAGES";
    }
    memcpy(f->scripts[f->languages], scripts, sizeof f->scripts[0]);
    for (size_t i = 0; i < b->words.count; i++) {
        pack_word w = b->words.items[i];
        const char *key = b->strings.items + w.key;
        if ((w.flags & (LEDE_TERM_STOP | LEDE_TERM_STARTER)) == 0 ||
            !is_looked_up(key, w.length)) {
            continue;
        }
        if (!add_key(f, key, w.length) || !add_respelt(f, &b->codes, key, w.length, 1) ||
            !add_respelt(f, &b->codes, key, w.length, SIZE_MAX)) {
            return no_memory;
        }
    }
    f->languages++;
    return NULL;
}

static int compare_entries(const void *a, const void *b) {
    const function_entry *x = a, *y = b;
    int order = memcmp(x->key, y->key, x->length < y->length ? x->length : y->length);
    return order != 0 ? order : (x->length > y->length) - (x->length < y->length);
}

/* One entry for each key, with the languages of all that had it. */
static void merge_entries(function_builder *f) {
    size_t kept = 0;
    qsort(f->entries.items, f->entries.count, sizeof *f->entries.items, compare_entries);
    for (size_t i = 0; i < f->entries.count; i++) {
        function_entry *e = &f->entries.items[i];
        function_entry *last = kept > 0 ? &f->entries.items[kept - 1] : NULL;
        if (last != NULL && compare_entries(last, e) == 0) {
            last->set |= e->set;
            free(e->key);
        } else {
            f->entries.items[kept++] = *e;
        }
    }
    f->entries.count = kept;
}

static uint32_t find_set(uint64_t *sets, uint32_t *count, uint64_t set) {
    uint32_t i = 0;
    while (i < *count && sets[i] != set) {
        i++;
    }
    if (i == *count && i < FUNCTION_SETS) {
        sets[(*count)++] = set;
    }
    return i;
}

/* The words and their sets; the number of sets, FUNCTION_SETS + 1: too many. */
static uint32_t write_words(FILE *out, const function_builder *f) {
    static uint64_t sets[FUNCTION_SETS];
    uint32_t count = 0, key = 0;
    fprintf(out, "static const function_word function_list[] = {\n");
    for (size_t i = 0; i < f->entries.count; i++) {
        const function_entry *e = &f->entries.items[i];
        uint32_t set = find_set(sets, &count, e->set);
        if (set == FUNCTION_SETS) {
            return FUNCTION_SETS + 1;
        }
        fprintf(out, "    {%u, %u, %u, %u},\n", key, set, (unsigned)e->length,
                utf8_count(e->key, e->length) == 1 ? 1u : 2u);
        key += (uint32_t)e->length;
    }
    fprintf(out, "    {0, 0, 0, 0}};\nstatic const uint64_t function_sets[] = {\n");
    for (uint32_t i = 0; i < count; i++) {
        fprintf(out, "    UINT64_C(0x%016llX),\n", (unsigned long long)sets[i]);
    }
    fprintf(out, "    0};\n");
    return count;
}

static void write_strings(FILE *out, const function_builder *f) {
    size_t written = 0;
    fprintf(out, "static const char function_strings[] = {");
    for (size_t i = 0; i < f->entries.count; i++) {
        const function_entry *e = &f->entries.items[i];
        for (size_t c = 0; c < e->length; c++) {
            fprintf(out, "%s'\\x%02x',", written++ % 12 == 0 ? "\n    " : "",
                    (unsigned)(unsigned char)e->key[c]);
        }
    }
    fprintf(out, "\n    0};\n");
}

/* Returns the mask, 0 when there is no memory. */
static uint32_t write_slots(FILE *out, const function_builder *f) {
    uint32_t mask = 1;
    while (mask < 2 * f->entries.count) {
        mask = mask * 2 + 1;
    }
    uint16_t *slots = calloc((size_t)mask + 1, sizeof *slots);
    if (slots == NULL) {
        return 0;
    }
    for (size_t i = 0; i < f->entries.count; i++) {
        const function_entry *e = &f->entries.items[i];
        uint32_t s = pack_first_slot(e->key, e->length, mask);
        while (slots[s] != 0) {
            s = (s + 1) & mask;
        }
        slots[s] = (uint16_t)(i + 1);
    }
    fprintf(out, "static const uint16_t function_slots[] = {");
    for (uint32_t s = 0; s <= mask; s++) {
        fprintf(out, "%s%u,", s % 16 == 0 ? "\n    " : "", slots[s]);
    }
    fprintf(out, "};\n");
    free(slots);
    return mask;
}

static void write_scripts(FILE *out, const function_builder *f) {
    fprintf(out, "static const unicode_script function_scripts[][PACK_SCRIPTS] = {\n");
    for (uint32_t i = 0; i < f->languages; i++) {
        fprintf(out, "    {");
        for (size_t s = 0; s < PACK_SCRIPTS; s++) {
            fprintf(out, "%u, ", f->scripts[i][s]);
        }
        fprintf(out, "},\n");
    }
    fprintf(out, "};\n");
}

const char *function_builder_write(function_builder *f, FILE *out) {
    const char *wrong = NULL;
    merge_entries(f);
    write_strings(out, f);
    uint32_t sets = write_words(out, f), mask = write_slots(out, f);
    if (f->entries.count > FUNCTION_WORDS || sets > FUNCTION_SETS) {
        wrong = "more function words than FUNCTION_WORDS, or sets than FUNCTION_SETS";
    } else if (mask == 0) {
        wrong = no_memory;
    }
    write_scripts(out, f);
    fprintf(out,
            "static const function_table function_all = {\n    function_strings, "
            "function_list, %zuu, function_slots, %uu, function_sets, %uu,\n    "
            "function_scripts, %uu};\n",
            f->entries.count, mask, sets, f->languages);
    for (size_t i = 0; i < f->entries.count; i++) {
        free(f->entries.items[i].key);
    }
    VEC_FREE(&f->entries, &memory_default);
    return wrong;
}
