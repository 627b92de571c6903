/* SPDX-License-Identifier: MIT */
#include "unicode/normalize.h"

#include "base/memory.h"
#include "unicode/segment.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#include <string.h>
#include <utf8proc.h>

#define FOLD_OPTIONS (UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD)
#define NFC_OPTIONS (UTF8PROC_COMPOSE | UTF8PROC_STABLE)
#define LONGEST_FOLD 8 /* code points one code point becomes; 4 in Unicode 15.0 */
#define COMBINING_CLASSES 256
#define GRAVE 0x300
#define ACUTE 0x301

/* Folds and decomposes one code point; returns how many came out, none for a
 * default-ignorable one. UTF8PROC_IGNORE is not asked: it keeps those that are
 * ignorable but not assigned yet. */
static size_t fold_one(uint32_t code, utf8proc_int32_t out[LONGEST_FOLD]) {
    if ((tables_flags(code) & UF_IGNORABLE) != 0) {
        return 0;
    }
    int boundary = 0; /* asked for, but not used without UTF8PROC_CHARBOUND */
    /* Simple folding first: it makes ordinary forms of full and half width ones. */
    utf8proc_int32_t folded = (utf8proc_int32_t)tables_fold(code);
    utf8proc_ssize_t made =
        utf8proc_decompose_char(folded, out, LONGEST_FOLD, FOLD_OPTIONS, &boundary);
    return made > 0 && made <= LONGEST_FOLD ? (size_t)made : 0;
}

/* Decomposes one code point and leaves it as it is otherwise. */
static size_t keep_one(uint32_t code, utf8proc_int32_t out[LONGEST_FOLD]) {
    int boundary = 0;
    utf8proc_ssize_t made = utf8proc_decompose_char(
        (utf8proc_int32_t)code, out, LONGEST_FOLD, UTF8PROC_DECOMPOSE, &boundary);
    return made > 0 && made <= LONGEST_FOLD ? (size_t)made : 0;
}

uint32_t normalize_base(uint32_t code) {
    utf8proc_int32_t made[LONGEST_FOLD];
    return keep_one(code, made) > 0 ? (uint32_t)made[0] : code;
}

/* What is read, and whether it is folded or only composed. */
typedef struct input {
    const char *text;
    size_t n;
    bool fold;
} input;

static size_t made_of(const input *in, size_t *at, utf8proc_int32_t out[LONGEST_FOLD]) {
    uint32_t code = utf8_next(in->text, at);
    return in->fold ? fold_one(code, out) : keep_one(code, out);
}

static size_t length_of(const input *in) {
    utf8proc_int32_t made[LONGEST_FOLD];
    size_t count = 0;
    for (size_t at = 0; at < in->n;) {
        count += made_of(in, &at, made);
    }
    return count;
}

static void decompose(const input *in, utf8proc_int32_t *codes) {
    utf8proc_int32_t made[LONGEST_FOLD];
    for (size_t at = 0; at < in->n;) {
        size_t count = made_of(in, &at, made);
        memcpy(codes, made, count * sizeof *codes);
        codes += count;
    }
}

static size_t combining_class(utf8proc_int32_t code) {
    return (size_t)utf8proc_get_property(code)->combining_class & (COMBINING_CLASSES - 1);
}

/* A stable counting sort of a run of marks by combining class. */
static void sort_marks(utf8proc_int32_t *marks, size_t n, utf8proc_int32_t *scratch) {
    size_t place[COMBINING_CLASSES + 1] = {0};
    for (size_t i = 0; i < n; i++) {
        place[combining_class(marks[i]) + 1]++;
    }
    for (size_t c = 0; c < COMBINING_CLASSES; c++) {
        place[c + 1] += place[c];
    }
    for (size_t i = 0; i < n; i++) {
        scratch[place[combining_class(marks[i])]++] = marks[i];
    }
    memcpy(marks, scratch, n * sizeof *marks);
}

/* Canonical order. utf8proc_decompose() has it too, but by exchanging
 * neighbours: quadratic for a hostile run of marks. */
static void order_marks(utf8proc_int32_t *codes, size_t n, utf8proc_int32_t *scratch) {
    size_t end;
    for (size_t begin = 0; begin < n; begin = end) {
        bool sorted = true;
        size_t last = combining_class(codes[begin]);
        end = begin + 1;
        while (last != 0 && end < n) {
            size_t next = combining_class(codes[end]);
            if (next == 0) {
                break;
            }
            sorted = sorted && last <= next;
            last = next;
            end++;
        }
        if (!sorted) {
            sort_marks(codes + begin, end - begin, scratch);
        }
    }
}

static size_t compose(utf8proc_int32_t *codes, size_t n) {
    return (size_t)utf8proc_normalize_utf32(codes, (utf8proc_ssize_t)n, NFC_OPTIONS);
}

/* Grave and acute are letters' own where they compose; what is left of them on
 * Cyrillic shows the stress, which few texts write. */
static bool is_stress(utf8proc_int32_t code, const utf8proc_int32_t *before, size_t n) {
    return (code == GRAVE || code == ACUTE) && n > 0 &&
           (tables_traits((uint32_t)before[n - 1]) & UT_CYRILLIC) != 0;
}

/* Points go once the others are composed: hamza and madda make letters with some,
 * and are points on all else. What a point kept apart composes then. */
static size_t drop_points(utf8proc_int32_t *codes, size_t n) {
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool point = (tables_traits((uint32_t)codes[i]) & UT_POINT) != 0;
        if (!point && !is_stress(codes[i], codes, kept)) {
            codes[kept++] = codes[i];
        }
    }
    return kept < n ? compose(codes, kept) : n;
}

/* The bytes of all code points; written only as far as whole ones fit. */
static size_t encode_all(const utf8proc_int32_t *codes, size_t n, char *out,
                         size_t capacity) {
    size_t total = 0;
    for (size_t i = 0; i < n; i++) {
        char bytes[4];
        size_t length = utf8_encode((uint32_t)codes[i], bytes);
        if (total <= capacity && length <= capacity - total) {
            memcpy(out + total, bytes, length);
        }
        total += length;
    }
    return total;
}

static size_t normalize(const lede_allocator *allocator, const input *in, char *out,
                        size_t capacity) {
    allocator = memory_or_default(allocator);
    size_t count = length_of(in);
    size_t size = 0;
    if (count == 0) {
        return 0;
    }
    /* As much again is the room sort_marks() needs. */
    if (!size_multiply(count, 2 * sizeof(utf8proc_int32_t), &size)) {
        return SIZE_MAX;
    }
    utf8proc_int32_t *codes = memory_allocate(allocator, size);
    if (codes == NULL) {
        return SIZE_MAX;
    }
    decompose(in, codes);
    order_marks(codes, count, codes + count);
    count = compose(codes, count);
    count = in->fold ? drop_points(codes, count) : count;
    size_t total = encode_all(codes, count, out, capacity);
    memory_free(allocator, codes, size);
    return total;
}

size_t normalize_fold(const lede_allocator *allocator, const char *text, size_t n,
                      char *out, size_t capacity) {
    return normalize(allocator, &(input){text, n, true}, out, capacity);
}

size_t normalize_compose(const lede_allocator *allocator, const char *text, size_t n,
                         char *out, size_t capacity) {
    return normalize(allocator, &(input){text, n, false}, out, capacity);
}

int normalize_width(uint32_t code) {
    if (code > 0x10FFFF) {
        return 0;
    }
    return utf8proc_charwidth((utf8proc_int32_t)code);
}

const char *normalize_unicode_version(void) {
    return utf8proc_unicode_version();
}

size_t segment_grapheme_end(const char *text, size_t n, size_t at) {
    if (at >= n) {
        return n;
    }
    size_t end = at;
    uint32_t left = utf8_next(text, &end);
    utf8proc_int32_t state = 0;
    while (end < n) {
        if (left < 0x80 && left != '\r' && (unsigned char)text[end] < 0x80) {
            return end; /* ASCII holds together in CR LF only */
        }
        size_t next = end;
        uint32_t right = utf8_next(text, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)left,
                                             (utf8proc_int32_t)right, &state)) {
            return end;
        }
        left = right;
        end = next;
    }
    return n;
}
