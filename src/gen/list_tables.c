/* SPDX-License-Identifier: MIT */
#include "gen/list_tables.h"

#include <inttypes.h>

/* Every table has one entry more than it needs: C has no empty arrays. */

/* Characters, not a string literal: compilers limit the length of those. */
static void write_strings(FILE *out, const style_builder *b, const char *name) {
    fprintf(out, "static const char %s_strings[] = {", name);
    for (size_t i = 0; i < b->strings.count; i++) {
        unsigned value = (unsigned char)b->strings.items[i];
        fprintf(out, "%s'\\x%02x',", i % 12 == 0 ? "\n    " : "", value);
    }
    fprintf(out, "\n    0};\n");
}

static void write_words(FILE *out, const list_tables *t, const char *name) {
    fprintf(out, "static const list_word %s_words[] = {\n", name);
    for (uint32_t i = 0; i < t->word_count; i++) {
        const list_word *w = &t->words[i];
        fprintf(out, "    {%u, %uu, %u},\n", w->key, w->lists, w->length);
    }
    fprintf(out, "    {0, 0, 0}};\nstatic const uint16_t %s_slots[] = {", name);
    for (uint32_t s = 0; s <= t->slot_mask; s++) {
        fprintf(out, "%s%u,", s % 16 == 0 ? "\n    " : "", t->slots[s]);
    }
    fprintf(out, "};\nstatic const uint8_t %s_filter[] = {", name);
    for (uint32_t i = 0; i < UINT32_C(1) << (61 - t->filter_shift); i++) {
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : "", t->filter[i]);
    }
    fprintf(out, "};\nstatic const list_phrase %s_phrases[] = {\n", name);
    for (uint32_t i = 0; i < t->phrase_count; i++) {
        const list_phrase *p = &t->phrases[i];
        fprintf(out, "    {%u, %uu, %u, %u},\n", p->key, p->lists, p->length, p->words);
    }
    fprintf(out, "    {0, 0, 0, 0}};\n");
}

static void write_rules(FILE *out, const list_tables *t, const char *name) {
    fprintf(out, "static const list_suffix %s_suffixes[] = {\n", name);
    for (uint32_t i = 0; i < t->suffix_count; i++) {
        const list_suffix *s = &t->suffixes[i];
        fprintf(out, "    {UINT64_C(0x%" PRIx64 "), %u, %uu, %uu, %u, %u},\n", s->tail,
                s->key, s->lists, s->unless, s->length, s->tail_shift);
    }
    fprintf(out, "    {0, 0, 0, 0, 0, 0}};\nstatic const list_rule %s_rules[] = {\n",
            name);
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

static void write_shapes(FILE *out, const list_tables *t, const char *name) {
    fprintf(out, "static const list_shape %s_shapes[] = {\n", name);
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
                       const char *name) {
    write_strings(out, b, name);
    write_words(out, t, name);
    write_rules(out, t, name);
    write_shapes(out, t, name);
    fprintf(out,
            "static const list_tables %s = {\n"
            "    .strings = %s_strings, .words = %s_words,\n"
            "    .slots = %s_slots, .filter = %s_filter,\n"
            "    .phrases = %s_phrases,\n"
            "    .suffixes = %s_suffixes, .rules = %s_rules,\n"
            "    .word_count = %u, .slot_mask = %uu, .filter_shift = %u, .phrase_count = "
            "%u,\n"
            "    .suffix_count = %u, .rule_count = %u, .suffix_index = ",
            name, name, name, name, name, name, name, name, t->word_count, t->slot_mask,
            t->filter_shift, t->phrase_count, t->suffix_count, t->rule_count);
    write_index(out, &t->suffix_index);
    fprintf(out, "    .rule_index = {");
    for (uint32_t i = 0; i < LIST_RULE_KINDS; i++) {
        write_index(out, &t->rule_index[i]);
    }
    fprintf(out, "},\n    .shapes = %s_shapes, .shape_count = %u, .shape_index = ", name,
            t->shape_count);
    write_index(out, &t->shape_index);
    fprintf(out, "    .known = %uu, .flags = %uu, .speed = {%u, %u, %d, %d}};\n",
            t->known, t->flags, t->speed.reading, t->speed.speaking,
            t->speed.reading_characters, t->speed.speaking_characters);
}
