/* SPDX-License-Identifier: MIT */
/* What is asked of a language beyond its stop words and abbreviations, as tables: its
 * lists, its syllables, its ranker of sentences. */
#ifndef LEDE_GEN_WORD_TABLES_H
#define LEDE_GEN_WORD_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

typedef struct word_tables {
    FILE *out;
    const char *folder; /* stopwords/<code> */
    size_t number;      /* of the language, in the names of the tables */
    bool word_lists;    /* those of readability/ too */
    uint64_t version;   /* changes with what is read */
    bool repeats;       /* written: the language has them */
    bool syllable_model;
    bool syllable_rules;
    bool news;
} word_tables;

/* Writes lists_NUMBER and, where the language has their files, repeats_NUMBER,
 * syllable_model_NUMBER, syllable_rules_NUMBER and news_NUMBER. */
void word_tables_write(word_tables *w);

/* The members of the language's pack that point to them. */
void word_tables_write_members(const word_tables *w, FILE *out);

#endif
