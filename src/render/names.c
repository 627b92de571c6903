/* SPDX-License-Identifier: MIT */
#include "render/names.h"

#include <lede/types.h>

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static const char *const status_names[] = {
    [LEDE_OK] = "ok",
    [LEDE_INVALID_ARGUMENT] = "invalid-argument",
    [LEDE_NO_MEMORY] = "no-memory",
    [LEDE_TOO_LARGE] = "too-large",
    [LEDE_BAD_ENCODING] = "bad-encoding",
    [LEDE_UNKNOWN_LANGUAGE] = "unknown-language",
    [LEDE_WRITE_FAILED] = "write-failed",
    [LEDE_READ_FAILED] = "read-failed",
    [LEDE_BAD_DATA] = "bad-data",
    [LEDE_INTERNAL] = "internal",
};

static const char *const block_kind_names[] = {
    [LEDE_BLOCK_PROSE] = "prose",           [LEDE_BLOCK_HEADING] = "heading",
    [LEDE_BLOCK_LIST_ITEM] = "list-item",   [LEDE_BLOCK_QUOTE] = "quote",
    [LEDE_BLOCK_TABLE_CELL] = "table-cell", [LEDE_BLOCK_CODE] = "code",
    [LEDE_BLOCK_CAPTION] = "caption",       [LEDE_BLOCK_METADATA] = "metadata",
    [LEDE_BLOCK_TITLE] = "title",           [LEDE_BLOCK_DESCRIPTION] = "description",
};

static const char *const word_kind_names[] = {
    [LEDE_WORD_WORD] = "word", [LEDE_WORD_NUMBER] = "number",
    [LEDE_WORD_URL] = "url",   [LEDE_WORD_EMAIL] = "email",
    [LEDE_WORD_NAME] = "name", [LEDE_WORD_HANDLE] = "handle",
    [LEDE_WORD_TAG] = "tag",   [LEDE_WORD_MARK] = "mark",
};

static const char *const sentence_end_names[] = {
    [LEDE_END_BLOCK] = "block",         [LEDE_END_TERMINATOR] = "terminator",
    [LEDE_END_FULL_STOP] = "full-stop", [LEDE_END_STARTER] = "starter",
    [LEDE_END_SCORE] = "score",         [LEDE_END_ELLIPSIS] = "ellipsis",
    [LEDE_END_GLUED] = "glued",         [LEDE_END_LIST] = "list",
};

static const char *const boundary_rule_names[] = {
    [LEDE_BOUNDARY_BLOCK] = "block",
    [LEDE_BOUNDARY_LIST] = "list",
    [LEDE_BOUNDARY_GLUED] = "glued",
    [LEDE_BOUNDARY_OMITTED] = "omitted",
    [LEDE_BOUNDARY_GOES_ON] = "goes-on",
    [LEDE_BOUNDARY_ELLIPSIS] = "ellipsis",
    [LEDE_BOUNDARY_TERMINATOR] = "terminator",
    [LEDE_BOUNDARY_TITLE] = "title",
    [LEDE_BOUNDARY_NUMBERED] = "numbered",
    [LEDE_BOUNDARY_ENUMERATOR] = "enumerator",
    [LEDE_BOUNDARY_ORDINAL] = "ordinal",
    [LEDE_BOUNDARY_SPACED] = "spaced",
    [LEDE_BOUNDARY_INITIAL] = "initial",
    [LEDE_BOUNDARY_CONNECTOR] = "connector",
    [LEDE_BOUNDARY_BEFORE_NUMBER] = "before-number",
    [LEDE_BOUNDARY_CLOSING] = "closing",
    [LEDE_BOUNDARY_CASELESS] = "caseless",
    [LEDE_BOUNDARY_NAME] = "name",
    [LEDE_BOUNDARY_SCORE] = "score",
};

static const char *const rule_names[] = {
    [LEDE_RULE_NONE] = "none",         [LEDE_RULE_DATE_STAMP] = "date-stamp",
    [LEDE_RULE_AD_LABEL] = "ad-label", [LEDE_RULE_TEASER] = "teaser",
    [LEDE_RULE_BYLINE] = "byline",     [LEDE_RULE_DATELINE] = "dateline",
    [LEDE_RULE_CAPTION] = "caption",   [LEDE_RULE_CREDIT] = "credit",
    [LEDE_RULE_SHARE] = "share",       [LEDE_RULE_REPEATED] = "repeated-line",
};

static const char *const omission_kind_names[] = {
    [LEDE_OMITTED_NONE] = "none",
    [LEDE_OMITTED_CODE_BLOCK] = "code-block",
    [LEDE_OMITTED_CODE] = "code",
    [LEDE_OMITTED_TAG] = "tag",
    [LEDE_OMITTED_HIDDEN] = "hidden",
    [LEDE_OMITTED_COMMENT] = "comment",
    [LEDE_OMITTED_FRONT_MATTER] = "front-matter",
    [LEDE_OMITTED_SHORTCODE] = "shortcode",
    [LEDE_OMITTED_EXPRESSION] = "expression",
    [LEDE_OMITTED_MODULE] = "module",
    [LEDE_OMITTED_CONTAINER] = "container",
    [LEDE_OMITTED_ATTRIBUTES] = "attributes",
    [LEDE_OMITTED_FOOTNOTE] = "footnote-mark",
    [LEDE_OMITTED_IMAGE] = "image",
    [LEDE_OMITTED_LINK_TARGET] = "link-target",
};

_Static_assert(COUNT_OF(omission_kind_names) == LEDE_OMITTED_COUNT,
               "a kind of omission has no name");

static const char *const score_part_names[] = {
    [LEDE_PART_CENTRALITY] = "centrality",
    [LEDE_PART_FORWARD] = "forward",
    [LEDE_PART_WEIGHT] = "weight",
    [LEDE_PART_POSITION] = "position",
    [LEDE_PART_TITLE] = "title",
    [LEDE_PART_QUERY] = "query",
    [LEDE_PART_LENGTH] = "length",
    [LEDE_PART_NOVELTY] = "novelty",
    [LEDE_PART_FORM] = "form",
    [LEDE_PART_REDUNDANCY] = "redundancy",
};

static const char *const method_names[] = {
    [LEDE_METHOD_AUTO] = "auto",         [LEDE_METHOD_NEWS] = "news",
    [LEDE_METHOD_DIRECTED] = "directed", [LEDE_METHOD_CENTRALITY] = "centrality",
    [LEDE_METHOD_TFIDF] = "tfidf",       [LEDE_METHOD_LEXRANK] = "lexrank",
    [LEDE_METHOD_LEAD] = "lead",
};

static const char *const lost_names[] = {
    [LEDE_LOST_SCORE] = "score",
    [LEDE_LOST_BUDGET] = "budget",
    [LEDE_LOST_REDUNDANCY] = "redundancy",
    [LEDE_LOST_INCOMPLETE] = "incomplete",
};

_Static_assert(COUNT_OF(method_names) == LEDE_METHOD_COUNT, "a method has no name");
_Static_assert(COUNT_OF(score_part_names) == LEDE_PART_COUNT, "a score part has no name");

static const char *const summary_source_names[] = {
    [LEDE_SOURCE_PROSE] = "prose",
    [LEDE_SOURCE_LISTS] = "lists",
    [LEDE_SOURCE_HEADINGS] = "headings",
    [LEDE_SOURCE_NONE] = "none",
};

static const char *const value_status_names[] = {
    [LEDE_VALUE_OK] = "ok",
    [LEDE_VALUE_NO_WORDS] = "no-words",
    [LEDE_VALUE_NO_SENTENCES] = "no-sentences",
    [LEDE_VALUE_LANGUAGE] = "language-unsupported",
    [LEDE_VALUE_LIST_MISSING] = "list-missing",
    [LEDE_VALUE_NO_SYLLABLES] = "no-syllables",
    [LEDE_VALUE_TOO_SHORT] = "too-short",
};

static const char *const scale_names[] = {
    [LEDE_SCALE_GRADE] = "grade",
    [LEDE_SCALE_EASE] = "ease",
    [LEDE_SCALE_CLOZE] = "cloze",
    [LEDE_SCALE_INDEX] = "index",
};

static const char *const evidence_names[] = {
    [LEDE_EVIDENCE_PRIMARY] = "P",
    [LEDE_EVIDENCE_TWO] = "S2",
    [LEDE_EVIDENCE_ONE] = "S1",
    [LEDE_EVIDENCE_UNVERIFIED] = "U",
};

static const char *const list_names[] = {
    [LEDE_LIST_DALE_3000] = "dale-3000",
    [LEDE_LIST_SPACHE_1974] = "spache-1974",
    [LEDE_LIST_DALE_769] = "dale-769",
    [LEDE_LIST_HARRIS_JACOBSON] = "harris-jacobson",
    [LEDE_LIST_BAMBERGER] = "bamberger-vanecek",
    [LEDE_LIST_ALT_5000] = "alt-5000",
    [LEDE_LIST_BUCHANAN] = "buchanan",
    [LEDE_LIST_LUONG] = "luong",
};

_Static_assert(COUNT_OF(list_names) == LEDE_LIST_COUNT, "a list has no name");

static const char *const diversity_names[] = {
    [LEDE_DIVERSITY_TTR] = "ttr",
    [LEDE_DIVERSITY_ROOT] = "r",
    [LEDE_DIVERSITY_CTTR] = "cttr",
    [LEDE_DIVERSITY_C] = "c",
    [LEDE_DIVERSITY_S] = "s",
    [LEDE_DIVERSITY_U] = "u",
    [LEDE_DIVERSITY_MAAS] = "maas",
    [LEDE_DIVERSITY_YULE_K] = "yule_k",
    [LEDE_DIVERSITY_SIMPSON] = "simpson_d",
    [LEDE_DIVERSITY_HONORE] = "honore_r",
    [LEDE_DIVERSITY_BRUNET] = "brunet_w",
    [LEDE_DIVERSITY_MSTTR] = "msttr",
    [LEDE_DIVERSITY_MATTR] = "mattr",
    [LEDE_DIVERSITY_HDD] = "hdd",
    [LEDE_DIVERSITY_MTLD] = "mtld",
};

_Static_assert(COUNT_OF(diversity_names) == LEDE_DIVERSITY_COUNT,
               "a measure of diversity has no name");

static const char *const hit_kind_names[] = {
    [LEDE_HIT_PASSIVE] = "passive",       [LEDE_HIT_NOMINALISATION] = "nominalisation",
    [LEDE_HIT_ADVERB] = "adverb",         [LEDE_HIT_HEDGE] = "hedge",
    [LEDE_HIT_TRANSITION] = "transition", [LEDE_HIT_HARD_WORD] = "hard-word",
    [LEDE_HIT_LONG_WORD] = "long-word",
};

_Static_assert(COUNT_OF(hit_kind_names) == LEDE_HIT_COUNT, "a kind of hit has no name");

static const char *const opener_names[] = {
    [LEDE_OPENER_PRONOUN] = "pronoun",         [LEDE_OPENER_ARTICLE] = "article",
    [LEDE_OPENER_CONJUNCTION] = "conjunction", [LEDE_OPENER_PREPOSITION] = "preposition",
    [LEDE_OPENER_TRANSITION] = "transition",   [LEDE_OPENER_OTHER] = "other",
};

static const char *const repeat_group_names[] = {
    [LEDE_REPEAT_STOCK] = "stock",
    [LEDE_REPEAT_FORMULA] = "formula",
    [LEDE_REPEAT_TOPIC] = "topic",
    [LEDE_REPEAT_NAME] = "name",
};

static const char *const quote_state_names[] = {
    [LEDE_QUOTE_VERBATIM] = "verbatim",   [LEDE_QUOTE_ELIDED] = "elided",
    [LEDE_QUOTE_EDITED] = "edited",       [LEDE_QUOTE_UNCHECKED] = "unchecked",
    [LEDE_QUOTE_SHORTENED] = "shortened", [LEDE_QUOTE_MERGED] = "merged",
    [LEDE_QUOTE_ALTERED] = "altered",     [LEDE_QUOTE_MISSING] = "missing",
};

static const char *const quote_kind_names[] = {
    [LEDE_QUOTE_SENTENCE] = "sentence",
    [LEDE_QUOTE_RUN] = "quote",
};

static const char *const quote_op_names[] = {
    [LEDE_QUOTE_SAME] = "same",
    [LEDE_QUOTE_REMOVED] = "removed",
    [LEDE_QUOTE_ADDED] = "added",
};

/* By the bit. */
static const char *const quote_note_names[] = {
    "punctuation", "case",     "goes-on",    "unquoted",
    "set-aside",   "unclosed", "front-only", "capped",
};

static const char *const capped_names[] = {"phrases", "places", "length", "words",
                                           "compared"};

_Static_assert(COUNT_OF(opener_names) == LEDE_OPENER_COUNT, "an opener has no name");

static const char *name_of(const char *const *names, size_t count, int value) {
    return value >= 0 && (size_t)value < count ? names[value] : "unknown";
}

const char *names_status(int status) {
    return name_of(status_names, COUNT_OF(status_names), status);
}

const char *names_block_kind(int kind) {
    return name_of(block_kind_names, COUNT_OF(block_kind_names), kind);
}

const char *names_word_kind(int kind) {
    return name_of(word_kind_names, COUNT_OF(word_kind_names), kind);
}

const char *names_sentence_end(int ended_by) {
    return name_of(sentence_end_names, COUNT_OF(sentence_end_names), ended_by);
}

const char *names_boundary_rule(int rule) {
    return name_of(boundary_rule_names, COUNT_OF(boundary_rule_names), rule);
}

const char *names_rule(int rule) {
    return name_of(rule_names, COUNT_OF(rule_names), rule);
}

const char *names_omission_kind(int kind) {
    return name_of(omission_kind_names, COUNT_OF(omission_kind_names), kind);
}

const char *names_score_part(int part) {
    return name_of(score_part_names, COUNT_OF(score_part_names), part);
}

const char *names_method(int method) {
    return name_of(method_names, COUNT_OF(method_names), method);
}

const char *names_lost(int lost) {
    return name_of(lost_names, COUNT_OF(lost_names), lost);
}

const char *names_summary_source(int source) {
    return name_of(summary_source_names, COUNT_OF(summary_source_names), source);
}

const char *names_value_status(int status) {
    return name_of(value_status_names, COUNT_OF(value_status_names), status);
}

const char *names_scale(int scale) {
    return name_of(scale_names, COUNT_OF(scale_names), scale);
}

const char *names_evidence(int evidence) {
    return name_of(evidence_names, COUNT_OF(evidence_names), evidence);
}

const char *names_list(int list) {
    return name_of(list_names, COUNT_OF(list_names), list);
}

const char *names_diversity(int measure) {
    return name_of(diversity_names, COUNT_OF(diversity_names), measure);
}

const char *names_hit_kind(int kind) {
    return name_of(hit_kind_names, COUNT_OF(hit_kind_names), kind);
}

const char *names_opener(int opener) {
    return name_of(opener_names, COUNT_OF(opener_names), opener);
}

const char *names_repeat_group(int group) {
    return name_of(repeat_group_names, COUNT_OF(repeat_group_names), group);
}

const char *names_quote_state(int state) {
    return name_of(quote_state_names, COUNT_OF(quote_state_names), state);
}

const char *names_quote_kind(int kind) {
    return name_of(quote_kind_names, COUNT_OF(quote_kind_names), kind);
}

const char *names_quote_op(int op) {
    return name_of(quote_op_names, COUNT_OF(quote_op_names), op);
}

const char *names_quote_note(unsigned i) {
    return i < COUNT_OF(quote_note_names) ? quote_note_names[i] : NULL;
}

const char *names_capped(unsigned i) {
    return i < COUNT_OF(capped_names) ? capped_names[i] : NULL;
}
