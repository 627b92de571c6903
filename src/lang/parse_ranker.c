/* SPDX-License-Identifier: MIT */
#include "lang/parse_ranker.h"

#include "lang/list_lines.h"

#include <string.h>

#define LARGEST 9900

static const char *const feature_names[] = {
#define FEATURE(id, name) name,
#include "lang/ranker.def"
};

static const char *const context_names[] = {
#define CONTEXT(id, name) name,
#include "lang/ranker.def"
};

typedef struct reader {
    ranker *to;
    int16_t *in;    /* the weights of the open section; NULL: none is open */
    size_t weights; /* how many it has */
    uint64_t seen;  /* bit of each weight of the section that was read */
    uint32_t open;  /* bit of each section that was */
} reader;

static size_t find_name(const char *const *names, size_t count, const list_slice *s) {
    size_t i = 0;
    while (i < count && !list_is(s, names[i])) {
        i++;
    }
    return i;
}

/* "-0.43" in hundredths; false: no such number. */
static bool read_weight(const list_slice *s, int16_t *weight) {
    size_t at = s->n > 0 && s->bytes[0] == '-' ? 1 : 0;
    int value = 0, places = -1;
    bool digit = false;
    for (; at < s->n && places < 2 && value <= LARGEST; at++) {
        char c = s->bytes[at];
        if (c == '.' && places < 0 && digit) {
            places = 0;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            digit = true;
            places += places >= 0;
        } else {
            return false;
        }
    }
    for (places = places < 0 ? 0 : places; places < 2; places++) {
        value *= 10;
    }
    *weight = (int16_t)(s->bytes[0] == '-' ? -value : value);
    return digit && at == s->n && value <= LARGEST;
}

/* "weights", "by CONTEXT" or "redundancy" between the brackets. */
static lede_status open_section(reader *r, list_slice line, lede_error *error) {
    list_slice rest = line;
    rest.bytes++;
    rest.n -= 2;
    list_slice kind = list_take_field(&rest), of = list_take_field(&rest);
    size_t context = find_name(context_names, RANKER_CONTEXTS, &of);
    uint32_t number = 0;
    r->weights = RANKER_FEATURES;
    if (rest.n > 0) {
        return list_fail(error, &line, "unknown section");
    }
    if (list_is(&kind, "weights") && of.n == 0) {
        r->in = r->to->weight;
    } else if (list_is(&kind, "redundancy") && of.n == 0) {
        r->in = &r->to->redundancy;
        r->weights = 1;
        number = 1;
    } else if (list_is(&kind, "by") && context < RANKER_CONTEXTS) {
        r->in = r->to->by[context];
        number = 2 + (uint32_t)context;
    } else {
        return list_fail(error, &line, "unknown section");
    }
    if ((r->open >> number & 1u) != 0) {
        return list_fail(error, &line, "section stands twice");
    }
    r->open |= 1u << number;
    r->seen = 0;
    return LEDE_OK;
}

static lede_status read_line(reader *r, list_slice line, lede_error *error) {
    static const char *const cosine[] = {"cosine"};
    list_slice rest = line;
    list_slice name = list_take_field(&rest), number = list_take_field(&rest);
    int16_t weight = 0;
    if (r->in == NULL) {
        return list_fail(error, &line, "weight before any section");
    }
    size_t at = r->weights == 1 ? find_name(cosine, 1, &name)
                                : find_name(feature_names, RANKER_FEATURES, &name);
    if (at == r->weights) {
        return list_fail(error, &name, "unknown feature");
    }
    if (rest.n > 0 || !read_weight(&number, &weight) || (r->weights == 1 && weight < 0)) {
        return list_fail(error, &line, "no weight");
    }
    if ((r->seen >> at & 1u) != 0) {
        return list_fail(error, &name, "feature stands twice in its section");
    }
    r->seen |= (uint64_t)1 << at;
    r->in[at] = weight;
    return LEDE_OK;
}

lede_status parse_ranker(ranker *to, const char *bytes, size_t n, lede_error *error) {
    reader r = {.to = to};
    lede_status status = LEDE_OK;
    uint32_t number = 0;
    memset(to, 0, sizeof *to);
    for (size_t at = 0; at < n && status == LEDE_OK;) {
        list_slice line = list_next_line(bytes, n, &at, ++number);
        if (line.n == 0 || line.bytes[0] == '#') {
            continue;
        }
        status = list_is_section(&line) ? open_section(&r, line, error)
                                        : read_line(&r, line, error);
    }
    return status;
}
