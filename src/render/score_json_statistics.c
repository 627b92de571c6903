/* SPDX-License-Identifier: MIT */
#include "render/score_json.h"

#include "render/names.h"

static void write_double(json_writer *j, const char *key, double value) {
    jw_key(j, key);
    jw_double(j, value);
}

/* null: unknown. */
static void write_known(json_writer *j, const char *key, double value) {
    jw_key(j, key);
    if (value > 0) {
        jw_double(j, value);
    } else {
        jw_text(j, NULL);
    }
}

static void write_distribution(json_writer *j, const char *key,
                               const lede_distribution *d) {
    jw_key(j, key);
    jw_object_begin(j);
    jw_member_u64(j, "count", d->count);
    jw_member_u64(j, "sum", d->sum);
    jw_member_u64(j, "least", d->least);
    jw_member_u64(j, "most", d->most);
    write_double(j, "mean", d->mean);
    write_double(j, "deviation", d->deviation);
    write_double(j, "quartile_1", d->quartiles[0]);
    write_double(j, "median", d->quartiles[1]);
    write_double(j, "quartile_3", d->quartiles[2]);
    write_double(j, "p90", d->p90);
    jw_object_end(j);
}

static void write_sentence_number(json_writer *j, uint32_t sentence) {
    if (sentence != LEDE_NONE) {
        jw_u64(j, (uint64_t)sentence + 1);
    } else {
        jw_text(j, NULL);
    }
}

static void write_extremes(json_writer *j, const lede_statistics *st) {
    jw_key(j, "longest");
    jw_array_begin(j);
    for (size_t i = 0; i < 3 && st->longest[i] != LEDE_NONE; i++) {
        write_sentence_number(j, st->longest[i]);
    }
    jw_array_end(j);
    jw_key(j, "shortest");
    write_sentence_number(j, st->shortest);
}

static void write_openers(json_writer *j, const lede_statistics *st) {
    jw_key(j, "openers");
    jw_object_begin(j);
    for (int i = 0; i < LEDE_OPENER_COUNT; i++) {
        jw_member_u64(j, names_opener(i), st->openers[i]);
    }
    jw_object_end(j);
}

/* null: the language has no data for it. */
static void write_style(json_writer *j, const lede_statistics *st) {
    jw_key(j, "style");
    jw_object_begin(j);
    for (int i = 0; i < LEDE_HIT_COUNT; i++) {
        jw_key(j, names_hit_kind(i));
        if ((st->hit_kinds & 1u << i) != 0) {
            jw_u64(j, st->hits[i]);
        } else {
            jw_text(j, NULL);
        }
    }
    jw_object_end(j);
    jw_key(j, "passive_sentences");
    if ((st->hit_kinds & 1u << LEDE_HIT_PASSIVE) != 0) {
        jw_u64(j, st->passive_sentences);
    } else {
        jw_text(j, NULL);
    }
}

static void write_diversity(json_writer *j, const lede_statistics *st) {
    jw_key(j, "diversity");
    jw_object_begin(j);
    for (int i = 0; i < LEDE_DIVERSITY_COUNT; i++) {
        const lede_value *value = &st->diversity[i];
        jw_key(j, names_diversity(i));
        jw_object_begin(j);
        jw_key(j, "value");
        if (value->status == LEDE_VALUE_OK) {
            jw_double(j, value->value);
        } else {
            jw_text(j, NULL);
            jw_member_text(j, "reason", names_value_status(value->status));
        }
        jw_object_end(j);
    }
    jw_object_end(j);
}

static void write_time(json_writer *j, const lede_statistics *st) {
    write_known(j, "words_per_minute", st->words_per_minute);
    write_known(j, "reading_seconds", st->reading_seconds);
    write_known(j, "speaking_words_per_minute", st->speaking_words_per_minute);
    write_known(j, "speaking_seconds", st->speaking_seconds);
}

void score_json_statistics(json_writer *j, const lede_statistics *statistics) {
    const lede_statistics *st = statistics;
    jw_key(j, "statistics");
    jw_object_begin(j);
    write_distribution(j, "sentence_words", &st->sentence_words);
    write_distribution(j, "paragraph_words", &st->paragraph_words);
    write_distribution(j, "paragraph_sentences", &st->paragraph_sentences);
    jw_member_u64(j, "over_20", st->over_20);
    jw_member_u64(j, "over_25", st->over_25);
    jw_member_u64(j, "over_30", st->over_30);
    write_extremes(j, st);
    write_double(j, "rhythm", st->rhythm);
    jw_member_u64(j, "questions", st->questions);
    jw_member_u64(j, "exclamations", st->exclamations);
    write_openers(j, st);
    write_style(j, st);
    jw_member_u64(j, "headings", st->headings);
    jw_member_u64(j, "fragments", st->fragments);
    jw_member_u64(j, "fragment_words", st->fragment_words);
    jw_member_u64(j, "hapaxes", st->hapaxes);
    write_diversity(j, st);
    write_time(j, st);
    jw_object_end(j);
}
