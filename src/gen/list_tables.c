/* SPDX-License-Identifier: MIT */
#include "gen/list_tables.h"

#include <inttypes.h>

/* Every table has one entry more than it needs: C has no empty arrays. */

/* Characters, not a string literal: compilers limit the length of those. */
static void write_strings(FILE *out, const style_builder *b, size_t number) {
    fprintf(out, "static const char list_strings_%zu[] = {", number);
    for (size_t i = 0; i < b->strings.count; i++) {
        unsigned value = (unsigned char)b->strings.items[i];
        fprintf(out, "%s'\\x%02x',", i % 12 == 0 ? "\n    " : "", value);
    }
    fprintf(out, "\n    0};\n");
}

static void write_words(FILE *out, const list_tables *t, size_t number) {
    fprintf(out, "static const list_word list_words_%zu[] = {\n", number);
    for (uint32_t i = 0; i < t->word_count; i++) {
        const list_word *w = &t->words[i];
        fprintf(out, "    {%u, %uu, %u},\n", w->key, w->lists, w->length);
    }
    fprintf(out, "    {0, 0, 0}};\nstatic const uint16_t list_slots_%zu[] = {", number);
    for (uint32_t s = 0; s <= t->slot_mask; s++) {
        fprintf(out, "%s%u,", s % 16 == 0 ? "\n    " : "", t->slots[s]);
    }
    fprintf(out, "};\nstatic const uint8_t list_filter_%zu[] = {", number);
    for (uint32_t i = 0; i < UINT32_C(1) << (61 - t->filter_shift); i++) {
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : "", t->filter[i]);
    }
    fprintf(out, "};\nstatic const list_phrase list_phrases_%zu[] = {\n", number);
    for (uint32_t i = 0; i < t->phrase_count; i++) {
        const list_phrase *p = &t->phrases[i];
        fprintf(out, "    {%u, %uu, %u, %u},\n", p->key, p->lists, p->length, p->words);
    }
    fprintf(out, "    {0, 0, 0, 0}};\n");
}

static void write_rules(FILE *out, const list_tables *t, size_t number) {
    fprintf(out, "static const list_suffix list_suffixes_%zu[] = {\n", number);
    for (uint32_t i = 0; i < t->suffix_count; i++) {
        const list_suffix *s = &t->suffixes[i];
        fprintf(out, "    {UINT64_C(0x%" PRIx64 "), %u, %uu, %uu, %u, %u},\n", s->tail,
                s->key, s->lists, s->unless, s->length, s->tail_shift);
    }
    fprintf(out,
            "    {0, 0, 0, 0, 0, 0}};\nstatic const list_rule list_rules_%zu[] = {\n",
            number);
    for (uint32_t i = 0; i < t->rule_count; i++) {
        const list_rule *r = &t->rules[i];
        fprintf(out,
                "    {UINT64_C(0x%" PRIx64
                "), %u, %u, %u, %uu, %uu, %u, %u, %u, %u, %u, %u, %d, %d, "
                "%d},\n",
                r->tail, r->suffix, r->replacement, r->ends, r->base, r->word, r->kind,
                r->suffix_length, r->tail_shift, r->next, r->replacement_length,
                r->ends_length, r->not_ends, r->doubled, r->optional);
    }
    fprintf(out, "    {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}};\n");
}

static void write_shapes(FILE *out, const list_tables *t, size_t number) {
    fprintf(out, "static const list_shape list_shapes_%zu[] = {\n", number);
    for (uint32_t i = 0; i < t->shape_count; i++) {
        const list_shape *s = &t->shapes[i];
        fprintf(out, "    {%u, %uu, %uu, %u, %u},\n", s->key, s->lists, s->unless,
                s->front, s->end);
    }
    fprintf(out, "    {0, 0, 0, 0, 0}};\n");
}

static void write_index(FILE *out, const list_index *index) {
    fprintf(out, "{{");
    for (size_t i = 0; i <= LIST_BUCKETS; i++) {
        fprintf(out, "%u,", index->first[i]);
    }
    fprintf(out, "}},\n");
}

void list_tables_write(FILE *out, const style_builder *b, const list_tables *t,
                       size_t number) {
    write_strings(out, b, number);
    write_words(out, t, number);
    write_rules(out, t, number);
    write_shapes(out, t, number);
    fprintf(out,
            "static const list_tables lists_%zu = {\n"
            "    .strings = list_strings_%zu, .words = list_words_%zu,\n"
            "    .slots = list_slots_%zu, .filter = list_filter_%zu,\n"
            "    .phrases = list_phrases_%zu,\n"
            "    .suffixes = list_suffixes_%zu, .rules = list_rules_%zu,\n"
            "    .word_count = %u, .slot_mask = %uu, .filter_shift = %u, .phrase_count = "
            "%u,\n"
            "    .suffix_count = %u, .rule_count = %u, .suffix_index = ",
            number, number, number, number, number, number, number, number, t->word_count,
            t->slot_mask, t->filter_shift, t->phrase_count, t->suffix_count,
            t->rule_count);
    write_index(out, &t->suffix_index);
    fprintf(out, "    .rule_index = {");
    for (uint32_t i = 0; i < LIST_RULE_KINDS; i++) {
        write_index(out, &t->rule_index[i]);
    }
    fprintf(out, "},\n    .shapes = list_shapes_%zu, .shape_count = %u, .shape_index = ",
            number, t->shape_count);
    write_index(out, &t->shape_index);
    fprintf(out, "    .known = %uu, .speed = {%u, %u, %d, %d}};\n", t->known,
            t->speed.reading, t->speed.speaking, t->speed.reading_characters,
            t->speed.speaking_characters);
}
