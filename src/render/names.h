/* SPDX-License-Identifier: MIT */
/* Names of the enumerations, as every output format spells them. */
#ifndef LEDE_RENDER_NAMES_H
#define LEDE_RENDER_NAMES_H

/* Static strings in lower case with hyphens; "unknown" for a value that is none
 * of the enumeration's. */
const char *names_status(int status);
const char *names_block_kind(int kind);
const char *names_word_kind(int kind);
const char *names_sentence_end(int ended_by);
const char *names_boundary_rule(int rule);
const char *names_rule(int rule);
const char *names_omission_kind(int kind);
const char *names_score_part(int part);
const char *names_method(int method);
const char *names_lost(int lost);
const char *names_summary_source(int source);
const char *names_value_status(int status);
const char *names_scale(int scale);
const char *names_evidence(int evidence);
const char *names_list(int list);
const char *names_diversity(int measure);
const char *names_hit_kind(int kind);
const char *names_opener(int opener);
const char *names_repeat_group(int group);
const char *names_quote_state(int state);
const char *names_quote_kind(int kind);
const char *names_quote_op(int op);
/* Of one bit of lede_quote.notes, the i-th; NULL from their number on. */
const char *names_quote_note(unsigned i);
/* Of one bit of LEDE_CAPPED_..., the i-th; NULL from their number on. */
const char *names_capped(unsigned i);

#endif
