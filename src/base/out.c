/* SPDX-License-Identifier: MIT */
#include "base/out.h"

#include "base/number.h"

#include <float.h>
#include <string.h>

void out_init(out *o, lede_sink sink) {
    o->sink = sink;
    o->status = LEDE_OK;
    o->used = 0;
}

/* Straight to the sink, which is left alone once it has refused. */
static void hand_over(out *o, const char *bytes, size_t n) {
    if (o->status == LEDE_OK && n > 0 && o->sink.write(o->sink.ctx, bytes, n) != 0) {
        o->status = LEDE_WRITE_FAILED;
    }
}

void out_bytes(out *o, const char *bytes, size_t n) {
    if (n > OUT_BUFFER - o->used) {
        (void)out_flush(o);
    }
    if (n >= OUT_BUFFER) {
        hand_over(o, bytes, n);
    } else if (n > 0) {
        memcpy(o->buffer + o->used, bytes, n);
        o->used += n;
    }
}

void out_text(out *o, const char *text) {
    out_bytes(o, text, strlen(text));
}

void out_u64(out *o, uint64_t value) {
    char digits[NUMBER_MAX];
    out_bytes(o, digits, number_from_u64(digits, value));
}

void out_i64(out *o, int64_t value) {
    char digits[NUMBER_MAX];
    out_bytes(o, digits, number_from_i64(digits, value));
}

void out_double(out *o, double value) {
    if (value >= -DBL_MAX && value <= DBL_MAX) { /* no NaN passes either */
        char digits[NUMBER_MAX];
        out_bytes(o, digits, number_from_double(digits, value));
    } else {
        out_text(o, "null");
    }
}

lede_status out_flush(out *o) {
    hand_over(o, o->buffer, o->used);
    o->used = 0;
    return o->status;
}
