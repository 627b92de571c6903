/* SPDX-License-Identifier: MIT */
#include "lang/parse_rules.h"

#include "base/error.h"
#include "base/lanes.h"
#include "lang/list_rules.h"

#include <string.h>

#define SPEED_MOST 9999u

/* A text of a rule, with the strings. */
static lede_status keep(style_builder *b, const list_slice *s, uint32_t *offset,
                        uint8_t *length, lede_error *error) {
    lede_status status = list_check_folded(b->allocator, s, error);
    if (status != LEDE_OK) {
        return status;
    }
    if (!VEC_RESERVE(&b->strings, b->allocator, s->n)) {
        return error_no_memory(error);
    }
    *offset = (uint32_t)b->strings.count;
    *length = (uint8_t)s->n; /* at most LIST_ENTRY_MAX */
    memcpy(b->strings.items + b->strings.count, s->bytes, s->n);
    b->strings.count += s->n;
    return LEDE_OK;
}

static lede_status read_list_name(const style_builder *b, list_slice *line,
                                  uint32_t *list, lede_error *error) {
    list_slice name = list_take_field(line);
    *list = parse_style_list(b, name.bytes, name.n);
    return *list != 0 ? LEDE_OK : list_fail(error, &name, "no list of this name");
}

static lede_status read_condition(style_builder *b, list_rule *r, list_slice *line,
                                  lede_error *error) {
    list_slice what = list_take_field(line);
    if (list_is(&what, "double")) {
        r->doubled = true;
        return LEDE_OK;
    }
    if (list_is(&what, "optional")) {
        r->optional = true;
        return LEDE_OK;
    }
    if (list_is(&what, "base")) {
        return read_list_name(b, line, &r->base, error);
    }
    if (list_is(&what, "word")) {
        return read_list_name(b, line, &r->word, error);
    }
    r->not_ends = list_is(&what, "unless");
    if ((!r->not_ends && !list_is(&what, "after")) || r->ends_length != 0) {
        return list_fail(error, &what, "unknown condition of a rule");
    }
    list_slice ends = list_take_field(line);
    return keep(b, &ends, &r->ends, &r->ends_length, error);
}

lede_status parse_rule(style_builder *b, list_rule_kind kind, list_slice line,
                       lede_error *error) {
    list_rule r = {.kind = (uint8_t)kind};
    list_slice suffix = list_take_field(&line), to = list_take_field(&line);
    lede_status status = keep(b, &suffix, &r.suffix, &r.suffix_length, error);
    if (status == LEDE_OK && !list_is(&to, "-")) {
        status = keep(b, &to, &r.replacement, &r.replacement_length, error);
    }
    if (status == LEDE_OK && r.replacement_length > r.suffix_length) {
        return list_fail(error, &to, "the replacement is longer than the suffix");
    }
    while (status == LEDE_OK && line.n > 0) {
        status = read_condition(b, &r, &line, error);
    }
    if (status != LEDE_OK) {
        return status;
    }
    r.tail = lanes_tail(suffix.bytes, suffix.n);
    r.tail_shift = list_tail_shift(suffix.n);
    if (!VEC_RESERVE(&b->rules, b->allocator, 1)) {
        return error_no_memory(error);
    }
    b->rules.items[b->rules.count++] = r;
    return LEDE_OK;
}

/* 0: no number that a speed can be. */
static uint16_t read_speed(const list_slice *s) {
    uint32_t value = 0;
    for (size_t i = 0; i < s->n; i++) {
        if (s->bytes[i] < '0' || s->bytes[i] > '9' || value > SPEED_MOST) {
            return 0;
        }
        value = value * 10 + (uint32_t)(s->bytes[i] - '0');
    }
    return value <= SPEED_MOST ? (uint16_t)value : 0;
}

lede_status parse_speed(style_builder *b, list_slice line, lede_error *error) {
    list_slice what = list_take_field(&line), number = list_take_field(&line),
               unit = list_take_field(&line);
    bool reading = list_is(&what, "reading"), characters = list_is(&unit, "characters");
    uint16_t value = read_speed(&number);
    uint16_t *speed = reading ? &b->speed.reading : &b->speed.speaking;
    if ((!reading && !list_is(&what, "speaking")) || *speed != 0) {
        return list_fail(error, &what, "no speed, or one that is there already");
    }
    if (value == 0) {
        return list_fail(error, &number, "no number of units a minute");
    }
    if ((!characters && !list_is(&unit, "words")) || line.n > 0) {
        return list_fail(error, &unit, "no unit of speed");
    }
    *speed = value;
    *(reading ? &b->speed.reading_characters : &b->speed.speaking_characters) =
        characters;
    return LEDE_OK;
}
