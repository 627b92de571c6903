/* SPDX-License-Identifier: MIT */
/*
 * Counts the work of the program it is linked into: the basic blocks of our own
 * code that are run (the compiler calls __sanitizer_cov_trace_pc() in each), and a
 * sixteenth of the bytes that memcpy() and its like go over, or that realloc() may
 * have to move. libstemmer, libyaml and utf8proc count as 16 for each byte or code
 * point they are given. Not counted: what the kernel does, and the steps of qsort()
 * between two calls of our comparison. The same input gives the same figures on every
 * run.
 *
 * When the program ends, "WORK PEAK" goes to the file that LEDE_COUNT_FILE names;
 * PEAK: the most bytes taken at once, old and new block of a move counted together.
 */
#include <libstemmer.h>
#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <yaml.h>

#define BYTES_A_STEP 16u
#define FOREIGN_STEPS 16u /* for a byte or code point handed to a library */

static struct {
    uint64_t work;
    size_t live;
    size_t peak;
} count;

void __sanitizer_cov_trace_pc(void);

void __sanitizer_cov_trace_pc(void) {
    count.work++;
}

static void go_over(size_t n) {
    count.work += 1 + n / BYTES_A_STEP;
}

/* ---- The linker puts these in the place of the C library's ------------------ */

#define WRAPPED(result, name, ...)                                                       \
    result __real_##name(__VA_ARGS__);                                                   \
    result __wrap_##name(__VA_ARGS__);                                                   \
    result __wrap_##name(__VA_ARGS__)

WRAPPED(void *, memcpy, void *to, const void *from, size_t n) {
    go_over(n);
    return __real_memcpy(to, from, n);
}

WRAPPED(void *, memmove, void *to, const void *from, size_t n) {
    go_over(n);
    return __real_memmove(to, from, n);
}

WRAPPED(void *, memset, void *to, int byte, size_t n) {
    go_over(n);
    return __real_memset(to, byte, n);
}

/* As far as it had to look. */
WRAPPED(void *, memchr, const void *in, int byte, size_t n) {
    void *found = __real_memchr(in, byte, n);
    go_over(found != NULL ? (size_t)((const char *)found - (const char *)in) : n);
    return found;
}

WRAPPED(int, memcmp, const void *a, const void *b, size_t n) {
    go_over(n);
    return __real_memcmp(a, b, n);
}

WRAPPED(size_t, strlen, const char *text) {
    size_t n = __real_strlen(text);
    go_over(n);
    return n;
}

WRAPPED(void, free, void *block) {
    count.live -= malloc_usable_size(block);
    __real_free(block);
}

WRAPPED(void *, realloc, void *old, size_t n) {
    size_t before = malloc_usable_size(old);
    count.peak = count.live + n > count.peak ? count.live + n : count.peak;
    go_over(before < n ? before : n);
    void *block = __real_realloc(old, n);
    if (block != NULL) {
        count.live += malloc_usable_size(block) - before;
    }
    return block;
}

/* ---- Other libraries ----------------------------------------------------------- */

WRAPPED(const sb_symbol *, sb_stemmer_stem, struct sb_stemmer *stemmer,
        const sb_symbol *word, int size) {
    count.work += FOREIGN_STEPS * (unsigned)size;
    return __real_sb_stemmer_stem(stemmer, word, size);
}

WRAPPED(utf8proc_ssize_t, utf8proc_decompose_char, utf8proc_int32_t code,
        utf8proc_int32_t *to, utf8proc_ssize_t size, utf8proc_option_t options,
        int *last) {
    count.work += FOREIGN_STEPS;
    return __real_utf8proc_decompose_char(code, to, size, options, last);
}

WRAPPED(utf8proc_bool, utf8proc_grapheme_break_stateful, utf8proc_int32_t left,
        utf8proc_int32_t right, utf8proc_int32_t *state) {
    count.work += FOREIGN_STEPS;
    return __real_utf8proc_grapheme_break_stateful(left, right, state);
}

WRAPPED(void, yaml_parser_set_input_string, yaml_parser_t *parser,
        const unsigned char *input, size_t size) {
    count.work += FOREIGN_STEPS * size;
    __real_yaml_parser_set_input_string(parser, input, size);
}

/* ---- The end --------------------------------------------------------------------- */

__attribute__((destructor)) static void report(void) {
    const char *path = getenv("LEDE_COUNT_FILE");
    FILE *file = path != NULL ? fopen(path, "w") : NULL;
    if (file != NULL) {
        fprintf(file, "%llu %zu\n", (unsigned long long)count.work, count.peak);
        fclose(file);
    }
}
