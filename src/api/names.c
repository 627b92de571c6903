/* SPDX-License-Identifier: MIT */
#include "render/names.h"

#include <lede/lede.h>

const char *lede_status_name(lede_status status) {
    return names_status((int)status);
}

const char *lede_block_kind_name(int kind) {
    return names_block_kind(kind);
}

const char *lede_word_kind_name(int kind) {
    return names_word_kind(kind);
}

const char *lede_sentence_end_name(int ended_by) {
    return names_sentence_end(ended_by);
}

const char *lede_boundary_rule_name(int rule) {
    return names_boundary_rule(rule);
}

const char *lede_rule_name(int rule) {
    return names_rule(rule);
}

const char *lede_omission_kind_name(int kind) {
    return names_omission_kind(kind);
}

const char *lede_method_name(int method) {
    return names_method(method);
}

const char *lede_lost_name(int lost) {
    return names_lost(lost);
}

const char *lede_score_part_name(int part) {
    return names_score_part(part);
}

const char *lede_value_status_name(int status) {
    return names_value_status(status);
}

const char *lede_scale_name(int scale) {
    return names_scale(scale);
}

const char *lede_evidence_name(int evidence) {
    return names_evidence(evidence);
}

const char *lede_list_name(int list) {
    return names_list(list);
}

const char *lede_diversity_name(int measure) {
    return names_diversity(measure);
}

const char *lede_hit_kind_name(int kind) {
    return names_hit_kind(kind);
}

const char *lede_opener_name(int opener) {
    return names_opener(opener);
}

const char *lede_repeat_group_name(lede_repeat_group group) {
    return names_repeat_group((int)group);
}

const char *lede_quote_state_name(int state) {
    return names_quote_state(state);
}

const char *lede_quote_kind_name(int kind) {
    return names_quote_kind(kind);
}

const char *lede_quote_op_name(int op) {
    return names_quote_op(op);
}
