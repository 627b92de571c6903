/* SPDX-License-Identifier: MIT */
#include "text/letter_runs.h"

#include "text/bytes.h"
#include "text/lanes.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* Marks go on with a run, but begin none: many stand on emoji. */
static bool is_letter(uint32_t code) {
    unicode_class class = tables_class_of(code);
    return class >= UC_LETTER_LOWER && class <= UC_LETTER;
}

static bool goes_on(uint32_t code) {
    return is_letter(code) || tables_class_of(code) == UC_MARK;
}

/* Katakana is written in runs, but among characters that are not. */
static bool stands_alone(uint32_t code) {
    return code >= 0x2E80 && (tables_flags(code) & (UF_IDEOGRAPH | UF_HIRAGANA)) != 0;
}

void letter_runs_align(letter_sample *s) {
    while (s->at < s->end && ((unsigned char)s->text[s->at] & 0xC0u) == 0x80u) {
        s->at++;
    }
    size_t before = s->at;
    if (before == 0 || !goes_on(utf8_previous(s->text, &before))) {
        return;
    }
    size_t at = s->at;
    while (at < s->end) {
        size_t next = at;
        uint32_t code = utf8_next(s->text, &next);
        if (!goes_on(code) || stands_alone(code)) {
            break;
        }
        at = next;
    }
    s->at = (uint32_t)at;
}

static void add_letter(letter_run *run, uint32_t code) {
    if (run->n >= FUNCTION_WORD_BYTES) {
        run->whole = false;
        return;
    }
    run->n += (uint32_t)utf8_encode(tables_fold(code), run->key + run->n);
    run->ascii = run->ascii && code < 0x80;
}

/* The rest of a run whose first letter was read; of one without end only what a word
 * can have. */
static void read_letters(letter_sample *s, letter_run *run, size_t at) {
    size_t limit = (size_t)s->end + FUNCTION_WORD_BYTES;
    bool more = true;
    while (more && at < s->size && at < limit) {
        size_t next = at;
        uint32_t code = utf8_next(s->text, &next);
        more = goes_on(code) && !stands_alone(code);
        if (more) {
            add_letter(run, code);
            at = next;
        }
    }
    run->whole = run->whole && (!more || at == s->size);
    run->hash = run->whole ? hash_bytes(run->key, run->n, 0) : 0;
    s->at = (uint32_t)at;
}

/* Any run, from its first letter on. */
static void read_run(letter_sample *s, letter_run *run) {
    size_t at = s->at;
    uint32_t first = utf8_next(s->text, &at);
    run->n = 0;
    run->script = tables_script(first);
    run->no_spaces = stands_alone(first);
    run->whole = !run->no_spaces;
    run->ascii = !run->no_spaces;
    if (run->no_spaces) {
        s->at = (uint32_t)at;
        return;
    }
    run->no_spaces = tables_word_break(first) == WB_KATAKANA;
    add_letter(run, first);
    read_letters(s, run, at);
}

/* The letters at the beginning of a lane, folded; returns the top bit of what ends
 * them, 0 when all eight are letters. */
static inline uint64_t take_letters(uint64_t *lane) {
    uint64_t letters = lanes_letters(*lane), stop = ~letters & LANES_TOP;
    uint64_t kept = lanes_before(stop);
    *lane = (*lane | lanes_upper(*lane, letters) >> 2) & kept;
    return stop;
}

/* A run of few ASCII letters with something else of ASCII behind it, read eight
 * bytes at a time. False: it is none, nothing was read. */
static inline bool read_plain_run(letter_sample *s, letter_run *run) {
    if (s->size - s->at <= LANES_BYTES) {
        return false;
    }
    const char *p = s->text + s->at;
    uint64_t low = lanes_load(p), high = 0, stop = take_letters(&low);
    uint32_t n = 0;
    if (stop == 0) {
        high = lanes_load(p + 8);
        stop = take_letters(&high);
        n = 8;
    }
    if (stop == 0) {
        return false;
    }
    n += lanes_count(stop);
    if (n == 0 || (byte_at(p, n) & BYTE_HIGH) != 0) {
        return false;
    }
    lanes_store(run->key, low);
    lanes_store(run->key + 8, high);
    run->n = n;
    run->hash = hash_short(low, high, n, 0);
    run->script = tables_script('a');
    run->whole = true;
    run->ascii = true;
    run->no_spaces = false;
    s->at += n + 1; /* with what ends it */
    return true;
}

/* To the first letter; false: there is none before the end. */
static bool find_letter(letter_sample *s) {
    while (s->at < s->end) {
        unsigned class = byte_at(s->text, s->at);
        if ((class & (BYTE_LOWER | BYTE_UPPER)) != 0) {
            return true;
        }
        size_t next = s->at;
        if ((class & BYTE_HIGH) != 0 && is_letter(utf8_next(s->text, &next))) {
            return true;
        }
        s->at = (class & BYTE_HIGH) != 0 ? (uint32_t)next : s->at + 1;
    }
    return false;
}

bool letter_runs_next(letter_sample *s, letter_run *run) {
    if (!find_letter(s)) {
        return false;
    }
    if (!read_plain_run(s, run)) {
        read_run(s, run);
    }
    return true;
}
