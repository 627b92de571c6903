/* SPDX-License-Identifier: MIT */
#include "render/explain.h"

#include "base/real.h"
#include "render/names.h"
#include "render/span.h"
#include "render/visible.h"

#include <string.h>

#define DIGITS 4 /* behind the point, in lines; JSON has the exact numbers */
#define UNIT 10000

const lede_document *explain_document(const explain_texts *t, const lede_pick *pick) {
    return t->documents[pick->document];
}

/* ---- JSON ---------------------------------------------------------------- */

/* Scores are below 2^53 units: the double is the very same number. */
void explain_score(json_writer *j, const lede_pick *pick) {
    jw_key(j, "score");
    jw_double(j, real_from_fixed(pick->score));
    jw_key(j, "parts");
    jw_object_begin(j);
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        jw_key(j, names_score_part(part));
        jw_double(j, real_from_fixed(pick->parts[part]));
    }
    jw_object_end(j);
}

static lede_span span_of(const lede_document *document, const lede_pick_word *w) {
    return document->words.items[w->word].span;
}

void explain_causes(json_writer *j, const explain_texts *t, const lede_pick *pick) {
    const lede_document *document = explain_document(t, pick);
    if (pick->alike != LEDE_NONE) {
        jw_member_u64(j, "alike", (uint64_t)pick->alike + 1);
    }
    if (pick->alike != LEDE_NONE && t->paths != NULL) {
        jw_member_text(j, "alike_path", t->paths[pick->alike_document]);
    }
    jw_key(j, "words");
    jw_array_begin(j);
    for (uint32_t i = 0; i < pick->word_count; i++) {
        jw_object_begin(j);
        span_write_text(j, document, span_of(document, &pick->words[i]));
        jw_key(j, "amount");
        jw_double(j, real_from_fixed(pick->words[i].amount));
        jw_object_end(j);
    }
    jw_array_end(j);
}

static const char *unit_of(lede_budget_kind kind) {
    return kind == LEDE_BUDGET_WORDS   ? "words"
           : kind == LEDE_BUDGET_CHARS ? "chars"
                                       : "sentences";
}

static void write_budget(json_writer *j, const lede_summary_facts *facts) {
    jw_key(j, "budget");
    jw_object_begin(j);
    jw_member_text(j, "unit", unit_of(facts->budget));
    jw_member_u64(j, "limit", facts->limit);
    jw_object_end(j);
}

void explain_next(json_writer *j, const explain_texts *t, const lede_summary *summary,
                  explain_place *place) {
    const lede_runner_up *next = &summary->next;
    write_budget(j, &summary->facts);
    jw_key(j, "next");
    if (next->pick.sentence == LEDE_NONE) {
        jw_text(j, NULL);
        return;
    }
    const lede_document *document = explain_document(t, &next->pick);
    lede_span span = document->sentences.items[next->pick.sentence].span;
    jw_object_begin(j);
    if (t->paths != NULL) {
        jw_member_text(j, "path", t->paths[next->pick.document]);
    }
    span_write_text(j, document, span);
    jw_member_u64(j, "sentence", (uint64_t)next->pick.sentence + 1);
    place(j, document, span);
    explain_score(j, &next->pick);
    explain_causes(j, t, &next->pick);
    jw_member_text(j, "lost", names_lost((int)next->lost));
    jw_member_u64(j, "cost", next->cost);
    jw_member_u64(j, "left", next->left);
    jw_object_end(j);
}

/* ---- Lines --------------------------------------------------------------- */

/* A fixed-point number in ten-thousandths, to the nearest. */
static int64_t rounded(int64_t fixed) {
    int64_t half = (int64_t)1 << 31;
    int64_t scaled = fixed * UNIT;
    return scaled >= 0 ? (scaled + half) >> 32 : -((half - scaled) >> 32);
}

/* "0.0312" */
static void write_rounded(out *o, int64_t value) {
    uint64_t size = value < 0 ? (uint64_t)-value : (uint64_t)value;
    char digits[DIGITS];
    uint64_t rest = size % UNIT;
    for (size_t i = DIGITS; i > 0; i--) {
        digits[i - 1] = (char)('0' + rest % 10);
        rest /= 10;
    }
    out_text(o, value < 0 ? "-" : "");
    out_u64(o, size / UNIT);
    out_text(o, ".");
    out_bytes(o, digits, DIGITS);
}

/* " of b.txt" */
static void write_of(out *o, const char *path) {
    out_text(o, " of ");
    visible_write(o, path, strlen(path));
}

/* "sentence 3", "sentence 3 of b.txt" when it is not of the document at hand. */
static void write_alike(out *o, const explain_texts *t, const lede_pick *pick) {
    out_text(o, "sentence ");
    out_u64(o, (uint64_t)pick->alike + 1);
    if (t->paths != NULL && pick->alike_document != pick->document) {
        write_of(o, t->paths[pick->alike_document]);
    }
}

/* "score 0.9210 = centrality 0.2441 + weight 0.6769": what is shown of each part
 * is what it adds to the rounded sum so far, so that the figures add up. */
static void write_sum(out *o, const explain_texts *t, const lede_pick *pick) {
    int64_t sum = 0, shown = 0;
    const char *before = " = ";
    out_text(o, "score ");
    write_rounded(o, rounded(pick->score));
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        sum += pick->parts[part];
        int64_t step = rounded(sum) - shown;
        shown += step;
        if (pick->parts[part] != 0) {
            out_text(o, before);
            out_text(o, names_score_part(part));
            out_text(o, " ");
            write_rounded(o, step);
            before = " + ";
        }
    }
    if (pick->alike != LEDE_NONE) {
        out_text(o, " (like ");
        write_alike(o, t, pick);
        out_text(o, ")");
    }
    out_bytes(o, "\n", 1);
}

/* "carried by council 0.3012, truce 0.2210" */
static void write_words(out *o, const lede_document *document, const lede_pick *pick) {
    for (uint32_t i = 0; i < pick->word_count; i++) {
        lede_span span = span_of(document, &pick->words[i]);
        out_text(o, i == 0 ? "    carried by " : ", ");
        visible_write(o, document->page.text + span.begin, span.end - span.begin);
        out_text(o, " ");
        write_rounded(o, rounded(pick->words[i].amount));
    }
    out_text(o, pick->word_count > 0 ? "\n" : "");
}

void explain_pick(out *o, const explain_texts *t, const lede_pick *pick) {
    const lede_document *document = explain_document(t, pick);
    lede_span span = document->sentences.items[pick->sentence].span;
    out_text(o, "    sentence ");
    out_u64(o, (uint64_t)pick->sentence + 1);
    if (pick->rank == 0 && t->paths != NULL) { /* others stand below their path */
        write_of(o, t->paths[pick->document]);
    }
    explain_at(o, document, span.begin);
    if (pick->rank > 0) {
        out_text(o, ", rank ");
        out_u64(o, pick->rank);
    }
    out_text(o, ": ");
    write_sum(o, t, pick);
    write_words(o, document, pick);
}

/* Ties go to the earlier sentence. */
static bool is_tie(const lede_summary *summary) {
    bool tie = false;
    for (size_t i = 0; i < summary->picks.count; i++) {
        tie = tie || summary->picks.items[i].score == summary->next.pick.score;
    }
    return tie;
}

static void write_reason(out *o, const explain_texts *t, const lede_summary *summary) {
    const lede_runner_up *next = &summary->next;
    out_text(o, "    not chosen: ");
    if (next->lost == LEDE_LOST_REDUNDANCY) {
        out_text(o, "too much like ");
        write_alike(o, t, &next->pick);
    } else if (next->lost == LEDE_LOST_INCOMPLETE) {
        out_text(o, "words of it are left out, as code is");
    } else if (next->lost == LEDE_LOST_BUDGET) {
        out_text(o, "it takes ");
        out_u64(o, next->cost);
        out_text(o, " of the ");
        out_text(o, summary->facts.budget == LEDE_BUDGET_WORDS ? "words" : "characters");
        out_text(o, ", and only ");
        out_u64(o, next->left);
        out_text(o, " of ");
        out_u64(o, summary->facts.limit);
        out_text(o, " are left");
    } else {
        out_text(o, "only ");
        out_u64(o, summary->facts.limit);
        out_text(o, summary->facts.limit == 1
                        ? " sentence was wanted, and it scored "
                        : " sentences were wanted, and they scored ");
        out_text(o, is_tie(summary) ? "no lower" : "higher");
    }
    out_bytes(o, "\n", 1);
}

void explain_not_chosen(out *o, const explain_texts *t, const lede_summary *summary) {
    const lede_pick *pick = &summary->next.pick;
    if (pick->sentence == LEDE_NONE) {
        out_text(o, "    next best: none, every distinct sentence was chosen\n");
        return;
    }
    const lede_document *document = explain_document(t, pick);
    lede_span span = document->sentences.items[pick->sentence].span;
    out_text(o, "    next best: ");
    visible_write(o, document->page.text + span.begin, span.end - span.begin);
    out_bytes(o, "\n", 1);
    explain_pick(o, t, pick);
    write_reason(o, t, summary);
}
