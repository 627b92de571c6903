/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"

_Noreturn void oracle_fail(const char *what, const char *file, int line) {
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

unsigned oracle_take(oracle_input *in, unsigned below) {
    if (in->n == 0) {
        return 0;
    }
    unsigned byte = (unsigned char)in->bytes[0];
    in->bytes++;
    in->n--;
    return byte % below;
}

oracle_input oracle_take_bytes(oracle_input *in, size_t n) {
    oracle_input taken = {in->bytes, n < in->n ? n : in->n};
    in->bytes += taken.n;
    in->n -= taken.n;
    return taken;
}

const char *oracle_take_language(oracle_input *in) {
    static const char *const codes[] = {
        "auto", "en", "de", "fr", "es", "zz", "und", NULL, "pt-BR", "eng-",
        "",     "EN", "ar", "cs", "da", "el", "fi",  "hi", "it",    "ja",
        "nb",   "nl", "pl", "ru", "sk", "sv", "tr",  "uk", "zh"};
    return codes[oracle_take(in, sizeof codes / sizeof *codes)];
}

bool oracle_can_rewrite(oracle_input in) {
    return in.n == 0 || memchr(in.bytes, '\r', in.n) == NULL;
}

text_buffer oracle_rewrite(oracle_input in, const char *line_end, bool mark) {
    text_buffer t = {0};
    text_put(&t, mark ? "\xEF\xBB\xBF" : "");
    for (size_t i = 0; i < in.n; i++) {
        if (in.bytes[i] == '\n') {
            text_put(&t, line_end);
        } else {
            text_add(&t, in.bytes + i, 1);
        }
    }
    text_put(&t, line_end);
    text_fit(&t);
    return t;
}

void oracle_nothing_left(const counting *memory) {
    ORACLE(memory->live_blocks == 0 && memory->live_bytes == 0);
    ORACLE(memory->wrong_sizes == 0);
}
