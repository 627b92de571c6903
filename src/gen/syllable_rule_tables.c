/* SPDX-License-Identifier: MIT */
#include "gen/syllable_rule_tables.h"

static void write_bytes(const uint8_t *bytes, size_t n, FILE *out) {
    for (size_t i = 0; i < n; i++) {
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : "", bytes[i]);
    }
    fprintf(out, "};\n");
}

static void write_symbols(const syllable_tables *t, size_t number, FILE *out) {
    fprintf(out, "static const uint8_t syllable_pages_%zu[] = {", number);
    write_bytes(t->pages, SYLLABLE_PAGES, out);
    fprintf(out, "static const uint8_t syllable_symbols_%zu[] = {", number);
    write_bytes(t->symbols.items, t->symbols.count, out);
    fprintf(out, "static const uint8_t syllable_plain_%zu[] = {", number);
    write_bytes(t->plain, t->symbol_count, out);
    fprintf(out, "static const uint32_t syllable_classes_%zu[] = {", number);
    for (uint32_t i = 0; i < t->symbol_count; i++) {
        fprintf(out, "%s%uu,", i % 8 == 0 ? "\n    " : "", (unsigned)t->classes[i]);
    }
    fprintf(out, "};\n");
}

static void write_patterns(const syllable_tables *t, size_t number, FILE *out) {
    fprintf(out, "static const syllable_node syllable_nodes_%zu[] = {", number);
    for (size_t i = 0; i < t->nodes.count; i++) {
        syllable_node n = t->nodes.items[i];
        fprintf(out, "%s{%u, %u, %u},", i % 6 == 0 ? "\n    " : "", n.base, n.rule,
                n.parent);
    }
    fprintf(out, "};\nstatic const syllable_rule syllable_rule_list_%zu[] = {", number);
    for (size_t i = 0; i < t->rules.count; i++) {
        syllable_rule r = t->rules.items[i];
        fprintf(out, "%s{%u, %u, %u, %u},", i % 4 == 0 ? "\n    " : "", r.left, r.take,
                r.nuclei, r.more);
    }
    fprintf(out, "};\n");
}

void syllable_rule_tables_write(const syllable_tables *t, size_t number, FILE *out) {
    write_symbols(t, number, out);
    write_patterns(t, number, out);
    fprintf(out,
            "static const syllable_rules syllable_rules_%zu = {\n"
            "    syllable_pages_%zu, syllable_symbols_%zu, syllable_plain_%zu,\n"
            "    syllable_classes_%zu, syllable_nodes_%zu, syllable_rule_list_%zu};\n",
            number, number, number, number, number, number, number);
}
