/* SPDX-License-Identifier: MIT */
/*
 * lede: read an article, find its sentences, choose the key ones, score a draft.
 *
 *     lede_document *doc = NULL;
 *     lede_summary *sum = NULL;
 *     lede_error err;
 *     lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
 *     lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
 *     if (lede_document_create(bytes, size, &read, &doc, &err) == LEDE_OK &&
 *         lede_summary_create(doc, &choose, &sum, &err) == LEDE_OK) {
 *         lede_report report;
 *         lede_report_begin(&report, LEDE_FORMAT_TEXT, sink);
 *         lede_report_summary(&report, "", doc, sum);
 *     }
 *     lede_summary_free(sum);
 *     lede_document_free(doc);
 *
 * Rules that hold for every function here:
 *  - No function prints, exits, aborts, reads a file, a clock, the
 *    environment or the locale, or keeps a mutable global. Same bytes and
 *    options give the same result on every machine.
 *  - A function that can fail returns a lede_status. Those that read or make
 *    something take a lede_error * last, which may be NULL; it is cleared on
 *    success. Their out-parameter is set to NULL before anything else. Those
 *    that only write to a sink have no more to tell than the status.
 *  - Options begin as LEDE_..._OPTIONS_INIT, not as zeros; NULL is the same.
 *  - A finished document, summary, list of key terms, word list, background or metrics
 *    is read-only and may be used by several threads at once. A vocabulary belongs to one
 *    thread at a time.
 *  - ..._free(NULL) does nothing.
 *  - Arrays returned by accessors belong to their object and live as long as
 *    it does. Their length goes to *count, which must not be NULL.
 */
#ifndef LEDE_LEDE_H
#define LEDE_LEDE_H

#include <lede/types.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32) || defined(__CYGWIN__)
#define LEDE_API
#else
#define LEDE_API __attribute__((visibility("default")))
#endif

/* ---- Versions ---------------------------------------------------------- */

/* "0.1.0": of the library in use. Static strings, never NULL. */
LEDE_API const char *lede_version(void);
/* "15.0.0": of the Unicode tables compiled in. */
LEDE_API const char *lede_unicode_version(void);
/* Of the language data compiled in: a number that changes with its content. */
LEDE_API const char *lede_data_version(void);

/* The name of a status, for instance "no-memory". Static, never NULL. */
LEDE_API const char *lede_status_name(lede_status status);
/* "prose", "heading", ...; "unknown" for anything else. Static. */
LEDE_API const char *lede_block_kind_name(int kind);
LEDE_API const char *lede_word_kind_name(int kind);
LEDE_API const char *lede_sentence_end_name(int ended_by);
LEDE_API const char *lede_boundary_rule_name(int rule);
LEDE_API const char *lede_rule_name(int rule);
LEDE_API const char *lede_omission_kind_name(int kind);

/* ---- Languages --------------------------------------------------------- */

/* The languages compiled in, by code, ascending; NULL from their number on. */
LEDE_API const lede_language_info *lede_language_at(size_t index);

/* ---- Vocabularies ------------------------------------------------------ */

/*
 * language: a code as in lede_document_options, or "auto" for a vocabulary of
 * every language: it keeps the words of each language met apart from those of
 * the others, so it serves texts whose language is known only when they are
 * read. capacity: words kept at most, of all languages together; later ones are
 * computed anew; 0 = LEDE_VOCABULARY_CAPACITY. allocator must outlive it.
 * Errors: LEDE_UNKNOWN_LANGUAGE (malformed code or NULL), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_vocabulary_create(const char *language, size_t capacity,
                                            uint64_t hash_seed,
                                            const lede_allocator *allocator,
                                            lede_vocabulary **out, lede_error *error);
LEDE_API void lede_vocabulary_free(lede_vocabulary *vocabulary);
LEDE_API lede_vocabulary_stats lede_vocabulary_measure(const lede_vocabulary *vocabulary);

/* ---- Background -------------------------------------------------------- */

/*
 * Counts of words over many texts, from the n bytes of a background file
 * (docs/background.md): in how many documents each word stands, and how often in all of
 * them. The bytes are not copied and must stay unchanged as long as the background
 * lives: a file that is mapped into memory must not be written to meanwhile. They are
 * all checked here, once, in time linear in n; what cannot be relied on is refused, so
 * a file from anywhere may be tried. Whether its language is that of a text is the
 * caller's to compare.
 * bytes may be NULL when n is 0 (which is no background file); allocator must outlive
 * the background. *out is the caller's to free. A finished background is read-only and
 * may be used by several threads at once.
 * Errors: LEDE_BAD_DATA (no background file, damaged, cut off, or made with another
 * format, tokenizer, folding, stemming or version of Unicode than this library has;
 * the text says what, offset is the byte), LEDE_INVALID_ARGUMENT, LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_background_create(const char *bytes, size_t n,
                                            const lede_allocator *allocator,
                                            lede_background **out, lede_error *error);
LEDE_API void lede_background_free(lede_background *background);
/* NULL: zeros, and "" as language. */
LEDE_API lede_background_facts lede_background_measure(const lede_background *background);
/*
 * In how many documents a word stands, and how often in all of them together. key: n
 * bytes, a folded word as lede_document_keys() has them. Returns 0, and sets both to 0,
 * when the background does not have it. Neither pointer may be NULL. O(log words).
 */
LEDE_API int lede_background_find(const lede_background *background, const char *key,
                                  size_t n, uint64_t *documents, uint64_t *occurrences);
/*
 * How much more frequent (above 0) or less frequent (below 0) a word is in a text than
 * in the background, as log-likelihood G2: of a text of `words` words (at least
 * `count`), `count` are this one. With O1 = count, N1 = words, O2 = its occurrences in
 * the background, 0 if it has none, N2 = the background's tokens:
 *     E1 = N1 (O1 + O2) / (N1 + N2),  E2 = N2 (O1 + O2) / (N1 + N2)
 *     G2 = 2 (O1 ln(O1 / E1) + O2 ln(O2 / E2))
 * Dunning 1993; for two corpora Rayson and Garside 2000. Beyond 3.84, 6.63, 10.83 and
 * 15.13 chance alone is as far off in 5 %, 1 %, 0.1 % and 0.01 % of cases. 0 when either
 * has no words. Never NaN or infinite.
 */
LEDE_API double lede_background_keyness(const lede_background *background,
                                        const char *key, size_t n, uint64_t count,
                                        uint64_t words);

/*
 * Writes what one file would be of all documents of `count` files together, byte for
 * byte, whatever their order; a file may be in the list more than once. Memory for a word
 * of each and 8 bytes for 64 words of the sum; O(words * log count). Nothing is written
 * unless all sums fit. list may be NULL when count is 0; options may be NULL (defaults).
 * Errors: LEDE_INVALID_ARGUMENT (NULL, an option outside its range, or a file with a
 * cut-off, least_documents over 1: its counts are not whole), LEDE_UNKNOWN_LANGUAGE (a
 * malformed code), LEDE_TOO_LARGE (over 2^64 - 1 documents or words), LEDE_NO_MEMORY,
 * LEDE_WRITE_FAILED.
 */
LEDE_API lede_status lede_background_merge(const lede_background *const *list,
                                           size_t count,
                                           const lede_background_options *options,
                                           lede_sink sink, lede_error *error);

/* ---- Documents --------------------------------------------------------- */

typedef struct lede_document lede_document;

/*
 * Reads n bytes of plain text. Bytes that are not UTF-8 become U+FFFD, one per
 * maximal subpart, as does NUL. The source is not copied and must stay
 * unchanged as long as the document lives. options may be NULL (defaults);
 * bytes may be NULL when n is 0. *out is the caller's to free.
 * Errors: LEDE_TOO_LARGE, LEDE_BAD_ENCODING (with offset, line, column),
 * LEDE_UNKNOWN_LANGUAGE, LEDE_INVALID_ARGUMENT, LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_document_create(const char *bytes, size_t n,
                                          const lede_document_options *options,
                                          lede_document **out, lede_error *error);
LEDE_API void lede_document_free(lede_document *document);

/* The visible text, not NUL-terminated. */
LEDE_API const char *lede_document_text(const lede_document *document, size_t *count);
LEDE_API const lede_block *lede_document_blocks(const lede_document *document,
                                                size_t *count);
LEDE_API const lede_word *lede_document_words(const lede_document *document,
                                              size_t *count);
LEDE_API const lede_sentence *lede_document_sentences(const lede_document *document,
                                                      size_t *count);
LEDE_API const lede_term *lede_document_terms(const lede_document *document,
                                              size_t *count);
/* The bytes that lede_term.key spans point into. */
LEDE_API const char *lede_document_keys(const lede_document *document, size_t *count);
/* What was set aside, ascending. */
LEDE_API const lede_ledger_entry *lede_document_ledger(const lede_document *document,
                                                       size_t *count);

/* Every place where a sentence ends or could have ended, ascending, with the rule
 * that decided; empty unless the option keep_boundaries was set. */
LEDE_API const lede_boundary *lede_document_boundaries(const lede_document *document,
                                                       size_t *count);

LEDE_API lede_document_facts lede_document_measure(const lede_document *document);

/* What markup kept out of the text, ascending by where it begins in the source; empty
 * for plain text. */
LEDE_API const lede_omission *lede_document_omissions(const lede_document *document,
                                                      size_t *count);

/* Where a byte of the text stands in the source. offset may be the text's end;
 * beyond it the end is returned. O(log lines), and O(log pieces) of markup. */
LEDE_API lede_place lede_document_place(const lede_document *document, uint32_t offset);

/* Of a byte of the source, as an omission begins at one; beyond its end the end is
 * returned. O(log lines). */
LEDE_API lede_place lede_document_source_place(const lede_document *document,
                                               uint32_t offset);

/* Where the text before a byte ends in the source: with markup, as behind a bold word, it
 * may be before the place where the text from that byte on begins. For ends of spans. */
LEDE_API lede_place lede_document_place_end(const lede_document *document,
                                            uint32_t offset);

/* ---- Making a background ----------------------------------------------- */

/*
 * Counts the words of any number of finished documents, given one after the other; each
 * may be freed afterwards, and none needs stems (no_stems). What is counted is said in
 * docs/background.md: words of the body, not what was set aside. Kept is a table of the
 * different words, about 50 bytes and its own bytes for each, and nothing else. A builder
 * belongs to one thread at a time: several threads each have one, and their files are
 * added up. options may be NULL (defaults).
 * Errors: LEDE_INVALID_ARGUMENT (NULL, or an option outside its range),
 * LEDE_UNKNOWN_LANGUAGE (a malformed code), LEDE_NO_MEMORY.
 */
LEDE_API lede_status
lede_background_builder_create(const lede_background_options *options,
                               lede_background_builder **out, lede_error *error);
LEDE_API void lede_background_builder_free(lede_background_builder *builder);
/*
 * All of the document or, after an error, nothing of it. Errors: LEDE_INVALID_ARGUMENT
 * (NULL), LEDE_TOO_LARGE (over max_words different words: what was counted so far can be
 * written, the document given to a new builder, and the files added up), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_background_builder_add(lede_background_builder *builder,
                                                 const lede_document *document,
                                                 lede_error *error);
/* Of what was added so far, before any cut-off; language is "" before the first
 * document. NULL: zeros. */
LEDE_API lede_background_facts
lede_background_builder_measure(const lede_background_builder *builder);
/*
 * Writes a background file of what was added so far; more may be added afterwards. The
 * same documents are the same bytes, in whatever order they came. Memory for the call: 32
 * bytes for each word. Errors: LEDE_INVALID_ARGUMENT (NULL), LEDE_NO_MEMORY (nothing was
 * written), LEDE_WRITE_FAILED.
 */
LEDE_API lede_status lede_background_builder_write(const lede_background_builder *builder,
                                                   lede_sink sink, lede_error *error);

/* ---- Summaries --------------------------------------------------------- */

typedef struct lede_summary lede_summary;

LEDE_API const char *lede_score_part_name(int part);
/* "auto", "news", ... Static. */
LEDE_API const char *lede_method_name(int method);

/*
 * Chooses sentences of a finished document. Never empty when the document has
 * a sentence that was neither set aside nor is metadata; without one the source
 * of lede_summary_measure() is LEDE_SOURCE_NONE. options may be NULL (defaults).
 * Errors: LEDE_INVALID_ARGUMENT (a budget or weight outside its range, a title or
 * query that is not UTF-8), LEDE_TOO_LARGE (one over LEDE_MAX_BYTES), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_summary_create(const lede_document *document,
                                         const lede_summary_options *options,
                                         lede_summary **out, lede_error *error);
/*
 * The same of several documents as if they were one: each of its sentences counts, those
 * that several have only once, and the budget is for all together. What is told of the
 * place of a sentence, of sentences before and behind it and of headings is told of its
 * own document; docs/summarization.md has more. Picks name their document, and their
 * indices are of that; they come in the order of the documents, which changes little
 * else. The language, whose words a title and a query are read as and whose learnt
 * weights serve, is that of most words. The documents need not live on. Errors: as above
 * (a NULL, a count of 0), and LEDE_TOO_LARGE: the texts come to 4 GiB.
 */
LEDE_API lede_status lede_summary_create_together(const lede_document *const *documents,
                                                  size_t count,
                                                  const lede_summary_options *options,
                                                  lede_summary **out, lede_error *error);
LEDE_API void lede_summary_free(lede_summary *summary);
/*
 * The chosen sentences in the order of the document, or with by_rank of choice. The text
 * of one is text + sentences[pick.sentence].span.begin, up to span.end: as it stands in
 * the article, with its line ends and control characters. To show it to people use
 * lede_report_summary() or lede_write_visible().
 */
LEDE_API const lede_pick *lede_summary_picks(const lede_summary *summary, size_t *count);
/* The best of the sentences that were not chosen, and why it was not. */
LEDE_API lede_runner_up lede_summary_runner_up(const lede_summary *summary);
/* "score", "budget", "redundancy". Static. */
LEDE_API const char *lede_lost_name(int lost);
LEDE_API lede_summary_facts lede_summary_measure(const lede_summary *summary);

/* ---- Key terms --------------------------------------------------------- */

typedef struct lede_keywords lede_keywords;

/*
 * The words and phrases that a finished document is about, of the sentences that could be
 * chosen for a summary. The document must outlive them. There may be fewer than asked
 * for, or none: what is there once is only taken if it is a name of several words. A
 * longer list begins with the shorter one. options may be NULL (defaults).
 * Errors: LEDE_INVALID_ARGUMENT (a count of 0, a title that is not UTF-8),
 * LEDE_TOO_LARGE (a title over LEDE_MAX_BYTES), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_keywords_create(const lede_document *document,
                                          const lede_keywords_options *options,
                                          lede_keywords **out, lede_error *error);
LEDE_API void lede_keywords_free(lede_keywords *keywords);
/* The highest score first, ties the one that is there first. */
LEDE_API const lede_keyword *lede_keywords_list(const lede_keywords *keywords,
                                                size_t *count);
LEDE_API lede_keywords_facts lede_keywords_measure(const lede_keywords *keywords);

/* ---- Formulas ---------------------------------------------------------- */

/* The formulas, in a fixed order; NULL from their number on. */
LEDE_API const lede_formula_info *lede_formula_at(size_t index);
/* SIZE_MAX: there is no formula of this id. */
LEDE_API size_t lede_formula_find(const char *id);
/*
 * The value for counts from anywhere; pure. Asks nothing of the language, so that
 * counts can be put into any formula. flags: LEDE_FORMULA_... An index without a
 * formula gives LEDE_VALUE_LANGUAGE.
 */
LEDE_API lede_value lede_formula_compute(size_t index, const lede_counts *counts,
                                         uint32_t flags);
/*
 * The summands: their products, added in their order, are the value. Fills at most
 * LEDE_FORMULA_TERMS of terms, in the order of the formula's parts, and returns
 * their number; 0 where there is no value.
 */
LEDE_API size_t lede_formula_terms(size_t index, const lede_counts *counts,
                                   uint32_t flags,
                                   lede_formula_term terms[LEDE_FORMULA_TERMS]);
/* The label of the band that a value falls in; NULL: the formula has no bands. */
LEDE_API const char *lede_formula_band(size_t index, double value);
/* Is the formula made for this language ("en", "de")? */
LEDE_API int lede_formula_is_for(size_t index, const char *language);

LEDE_API const char *lede_value_status_name(int status);
LEDE_API const char *lede_scale_name(int scale);
LEDE_API const char *lede_evidence_name(int evidence);
LEDE_API const char *lede_list_name(int list);
LEDE_API const char *lede_diversity_name(int measure);
LEDE_API const char *lede_hit_kind_name(int kind);
LEDE_API const char *lede_opener_name(int opener);

/* ---- Metrics ----------------------------------------------------------- */

/*
 * A word list from the bytes of a file: words between white space, "#" begins a
 * comment. name: that of a lede_list. Errors: LEDE_INVALID_ARGUMENT (no such list),
 * LEDE_BAD_DATA (with line and column), LEDE_TOO_LARGE, LEDE_NO_MEMORY. *out is the
 * caller's to free, after the metrics that were made with it have been made.
 */
LEDE_API lede_status lede_word_list_create(const char *name, const char *bytes, size_t n,
                                           const lede_allocator *allocator,
                                           lede_word_list **out, lede_error *error);
LEDE_API void lede_word_list_free(lede_word_list *list);

typedef struct lede_metrics lede_metrics;

/*
 * Counts, formulas and statistics of a finished document, which must outlive
 * them. A text without words or sentences has metrics too: their values say why
 * they are none. options may be NULL (defaults).
 * Errors: LEDE_INVALID_ARGUMENT, LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_metrics_create(const lede_document *document,
                                         const lede_metrics_options *options,
                                         lede_metrics **out, lede_error *error);
LEDE_API void lede_metrics_free(lede_metrics *metrics);
LEDE_API const lede_counts *lede_metrics_counts(const lede_metrics *metrics);
LEDE_API const lede_statistics *lede_metrics_statistics(const lede_metrics *metrics);
/* The value of a formula for the whole text, if it is made for its language. */
LEDE_API lede_value lede_metrics_value(const lede_metrics *metrics, size_t formula);
/* The same of a part, or, with part SIZE_MAX, of the whole; where there is no such part,
 * LEDE_VALUE_LANGUAGE. */
LEDE_API lede_value lede_metrics_part_value(const lede_metrics *metrics, size_t part,
                                            size_t formula);
LEDE_API lede_grade lede_metrics_grade(const lede_metrics *metrics);
LEDE_API lede_grade lede_metrics_part_grade(const lede_metrics *metrics, size_t part);
/* Does this sentence count? */
LEDE_API int lede_metrics_counts_sentence(const lede_metrics *metrics, uint32_t sentence);
/* The parts that options.unit asked for, in the order of the text. */
LEDE_API const lede_metrics_part *lede_metrics_parts(const lede_metrics *metrics,
                                                     size_t *count);
/* What the sentences that count cost, the dearest first, at most ten. */
LEDE_API const lede_cost *lede_metrics_costs(const lede_metrics *metrics, size_t *count);
/* What the first n of them cost together: not the sum of their costs. */
LEDE_API double lede_metrics_cost_of(const lede_metrics *metrics, size_t n);
/* The headline grade of the text without the first n of them, or its main formula
 * where the language has no grade. */
LEDE_API lede_value lede_metrics_without(const lede_metrics *metrics, size_t n);
/* Ascending by place; empty unless options.keep_hits. */
LEDE_API const lede_hit *lede_metrics_hits(const lede_metrics *metrics, size_t *count);
LEDE_API const lede_opener_run *lede_metrics_opener_runs(const lede_metrics *metrics,
                                                         size_t *count);
/* Syllables of a term; 0: unknown. */
LEDE_API uint32_t lede_metrics_syllables(const lede_metrics *metrics, uint32_t term);

/* ---- Repetition -------------------------------------------------------- */

/*
 * Phrases that may be repeated, from the bytes of a file: a phrase a line, empty lines
 * and those that begin with "#" left out. The bytes are copied. How they are divided into
 * words is decided by each document's language; they are compared as the words of the
 * document are, forms of a word being one. A list of one word accepts it as an overused
 * word and an echo. Errors: LEDE_INVALID_ARGUMENT, LEDE_BAD_ENCODING (not UTF-8; with
 * line), LEDE_TOO_LARGE (over 1 MiB), LEDE_NO_MEMORY. *out is the caller's to free, and
 * may be shared by threads.
 */
LEDE_API lede_status lede_accepted_create(const char *bytes, size_t n,
                                          const lede_allocator *allocator,
                                          lede_accepted **out, lede_error *error);
LEDE_API void lede_accepted_free(lede_accepted *accepted);

typedef struct lede_repeats lede_repeats;

/*
 * All that a finished document says again; it must outlive the result, and may have been
 * made without stems. docs/repetition.md defines every list. options may be NULL
 * (defaults). Work and memory are linear in the document but for sorting; what is too
 * much to be listed is left out and told in facts.capped.
 * Errors: LEDE_INVALID_ARGUMENT (NULL, or an option outside its range), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_repeats_create(const lede_document *document,
                                         const lede_repeats_options *options,
                                         lede_repeats **out, lede_error *error);
LEDE_API void lede_repeats_free(lede_repeats *repeats);
LEDE_API lede_repeats_facts lede_repeats_measure(const lede_repeats *repeats);
/* Families by group, then the dearest first, each leader with its variants behind it;
 * accepted ones last. */
LEDE_API const lede_repeat *lede_repeats_phrases(const lede_repeats *repeats,
                                                 size_t *count);
/* The places of all lists. */
LEDE_API const lede_repeat_place *lede_repeats_places(const lede_repeats *repeats,
                                                      size_t *count);
/* The most frequent first, at most ten. */
LEDE_API const lede_overused *lede_repeats_overused(const lede_repeats *repeats,
                                                    size_t *count);
/* The nearest first. */
LEDE_API const lede_echo *lede_repeats_echoes(const lede_repeats *repeats, size_t *count);
/* Ascending by place, as the next. */
LEDE_API const lede_doubled *lede_repeats_doubled(const lede_repeats *repeats,
                                                  size_t *count);
LEDE_API const lede_opening *lede_repeats_openings(const lede_repeats *repeats,
                                                   size_t *count);
/* The most alike first. */
LEDE_API const lede_told_twice *lede_repeats_told(const lede_repeats *repeats,
                                                  size_t *count);
/* The entries of options.accepted, in their order. */
LEDE_API const lede_accepted_use *lede_repeats_accepted(const lede_repeats *repeats,
                                                        size_t *count);
/* "stock", "formula", "topic", "name"; "unknown" for anything else. Static. */
LEDE_API const char *lede_repeat_group_name(lede_repeat_group group);
/* ---- Text shared between files ----------------------------------------- */

/*
 * Compares any number of documents, given one after the other: each is compared with all
 * those before, and its words are kept as numbers, so that it may be freed afterwards.
 * What is found is said above lede_shared_options, and surely found are:
 *  - all words that stand in min_words words which an earlier file has too that is kept:
 *    they are in some passage of the file, but for those left out at an edge;
 *  - each run that a pair of files has in common, whole, if some min_words words of it
 *    stand there first in the earlier file, are in fewer than four files before that, and
 *    are in no other run of the pair;
 *  - each sentence of fewer words, if it stands there first, likewise.
 * But for a file of LEDE_SHARED_CAPPED_WORK, of which only the first is sure.
 * Time is linear in the documents. An object belongs to one thread at a time. options
 * may be NULL (defaults). Errors: LEDE_INVALID_ARGUMENT, LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_shared_create(const lede_shared_options *options,
                                        lede_shared **out, lede_error *error);
LEDE_API void lede_shared_free(lede_shared *shared);
/*
 * Files are numbered from 0 in the order of adding. Errors: LEDE_INVALID_ARGUMENT,
 * LEDE_NO_MEMORY (the allocator has no more; the file has no number and nothing has
 * changed). Memory up to max_bytes is no error: lede_shared_measure() says so.
 */
LEDE_API lede_status lede_shared_add(lede_shared *shared, const lede_document *document,
                                     lede_error *error);
/*
 * Lists what has been found so far, for the functions below; before it they have
 * nothing. May be called again after more files. Error: LEDE_NO_MEMORY (the list is as
 * it was).
 */
LEDE_API lede_status lede_shared_list(lede_shared *shared, lede_error *error);
/* The largest words * (files - 1) first, then by the first place, then the longest. */
LEDE_API const lede_shared_passage *lede_shared_passages(const lede_shared *shared,
                                                         size_t *count);
LEDE_API const lede_shared_place *lede_shared_places(const lede_shared *shared,
                                                     size_t *count);
/* The bytes that lede_shared_passage.text spans point into. They may move when a file is
 * added. */
LEDE_API const char *lede_shared_bytes(const lede_shared *shared, size_t *count);
LEDE_API lede_shared_facts lede_shared_measure(const lede_shared *shared);

/* ---- Quotations -------------------------------------------------------- */

typedef struct lede_quotes lede_quotes;

/*
 * Looks for the sentences and quotations of a summary in source_count sources, which are
 * numbered from 0. All documents must outlive the result, may have been made without
 * stems, and should be of one language. docs/quotes.md has the rules. options may be NULL
 * (defaults). sources may be NULL if there are none. Work and memory are linear in the
 * documents but for a logarithm; the limits are those above lede_quotes_facts.
 * Errors: LEDE_INVALID_ARGUMENT (NULL, more than LEDE_QUOTES_SOURCES, an option outside
 * its range), LEDE_NO_MEMORY.
 */
LEDE_API lede_status lede_quotes_create(const lede_document *summary,
                                        const lede_document *const *sources,
                                        size_t source_count,
                                        const lede_quotes_options *options,
                                        lede_quotes **out, lede_error *error);
LEDE_API void lede_quotes_free(lede_quotes *quotes);
/* In the order of the summary; a quotation behind the sentence that it begins in. */
LEDE_API const lede_quote *lede_quotes_list(const lede_quotes *quotes, size_t *count);
/* The steps of all of them. */
LEDE_API const lede_quote_step *lede_quotes_steps(const lede_quotes *quotes,
                                                  size_t *count);
LEDE_API lede_quotes_facts lede_quotes_measure(const lede_quotes *quotes);
/* Does it fail, by the options that quotes were made with? */
LEDE_API int lede_quotes_fails(const lede_quotes *quotes, const lede_quote *quote);
/* "verbatim", "sentence", "removed"; "unknown" for anything else. Static. */
LEDE_API const char *lede_quote_state_name(int state);
LEDE_API const char *lede_quote_kind_name(int kind);
LEDE_API const char *lede_quote_op_name(int op);

/* ---- Output ------------------------------------------------------------ */

/*
 * One report over any number of files: begin, then one call per file, then
 * end. In LEDE_FORMAT_JSON it is one object {"schema","tool","files","totals"}.
 * In LEDE_FORMAT_JSON_LINES there is a line for each summary, score, split or
 * failure and nothing else: the members of an element of "files" for scores and
 * repeats, and
 * {"id","sentences":[text]} or {"id","summary":[{"text",
 * "sentence","begin","end","score"}]} or {"id","error":{"code","message",
 * "offset"}}, never words; path is the id as JSON text (a string, a number,
 * null), written byte for byte, but for what is not UTF-8 in it: U+FFFD.
 * With report.explain, which may be set behind lede_report_begin(), texts and
 * JSON hold the reasons too: of a split those that the document option
 * keep_boundaries kept, of a summary the parts of each score and the runner-up, of
 * metrics the summands of each formula.
 * A report is plain memory of the caller; there is nothing to free. After a
 * failed write every later call returns LEDE_WRITE_FAILED.
 */

LEDE_API lede_status lede_report_begin(lede_report *report, lede_format format,
                                       lede_sink sink);
/*
 * path: as it shall be shown; UTF-8 or not; text formats do not show it. The
 * summary must be of document. In LEDE_FORMAT_TEXT each sentence is a line, its
 * line ends are spaces and its control characters visible escapes; a blank line
 * stands between two summaries. Has LEDE_FORMAT_MARKDOWN and both of JSON, too.
 * Errors of this and the next functions: LEDE_INVALID_ARGUMENT (NULL, or a format
 * that the function does not have; the report may go on), LEDE_WRITE_FAILED.
 */
LEDE_API lede_status lede_report_summary(lede_report *report, const char *path,
                                         const lede_document *document,
                                         const lede_summary *summary);
/*
 * The same with key terms, which must be of document; NULL: none, as above. As text they
 * are the last line, behind a blank one: "keywords: a; b; c". No term has a semicolon.
 */
LEDE_API lede_status lede_report_summary_with(lede_report *report, const char *path,
                                              const lede_document *document,
                                              const lede_summary *summary,
                                              const lede_keywords *keywords);
/*
 * A file that was read for a summary of several: in JSON what the document is, in
 * LEDE_FORMAT_TEXT nothing.
 */
LEDE_API lede_status lede_report_joined(lede_report *report, const char *path,
                                        const lede_document *document);
/*
 * The summary of several, once, behind all files and before lede_report_end(), from
 * lede_summary_create_together() with these documents and this count: in JSON the member
 * "together" of the report. In LEDE_FORMAT_TEXT sentences are lines as above; before
 * those of each file stands a line "==> path <==". paths: as they shall be shown.
 */
LEDE_API lede_status lede_report_together(lede_report *report, const char *const *paths,
                                          const lede_document *const *documents,
                                          size_t count, const lede_summary *summary);
/* with_words not 0: the words too. Text formats: words, one a line. */
LEDE_API lede_status lede_report_split(lede_report *report, const char *path,
                                       const lede_document *document, int with_words);
/*
 * Counts, readability and statistics. metrics must be of document. Has every format
 * but LEDE_FORMAT_LINES. What of it is shown is in report.score.
 */
LEDE_API lede_status lede_report_score(lede_report *report, const char *path,
                                       const lede_document *document,
                                       const lede_metrics *metrics);
/*
 * The same with what the text says again: how much of it, the first phrases, sentences
 * told twice. repeats must be of document; NULL: they are not shown, as above. Columns
 * of CSV are the same with and without them.
 */
LEDE_API lede_status lede_report_score_with(lede_report *report, const char *path,
                                            const lede_document *document,
                                            const lede_metrics *metrics,
                                            const lede_repeats *repeats);
/*
 * All that a text says again. repeats must be of document. Has every format but
 * LEDE_FORMAT_LINES. What of it is shown is in report.repeats; in a table behind other
 * columns it is LEDE_INVALID_ARGUMENT.
 */
LEDE_API lede_status lede_report_repeats(lede_report *report, const char *path,
                                         const lede_document *document,
                                         const lede_repeats *repeats);
/*
 * What files have in common, once, behind all of them and before lede_report_end(): in
 * JSON the member "shared" of the report. lede_shared_list() must have been called.
 * paths: as they shall be shown, by the numbers of the files. Not in LEDE_FORMAT_LINES
 * and LEDE_FORMAT_JSON_LINES.
 */
LEDE_API lede_status lede_report_shared(lede_report *report, const lede_shared *shared,
                                        const char *const *paths, size_t path_count);
/*
 * What became of each sentence and quotation of a summary; path is that of the summary.
 * source_paths: of the sources, as they shall be shown, by their numbers; source_count
 * must be theirs. The documents must live still. Has LEDE_FORMAT_TEXT and
 * LEDE_FORMAT_JSON. What of it is shown is in report.quotes.
 */
LEDE_API lede_status lede_report_quotes(lede_report *report, const char *path,
                                        const lede_quotes *quotes,
                                        const char *const *source_paths,
                                        size_t source_count);
/* Every formula, or with an id only that one, as a report of its own (text, JSON or
 * Markdown), no begin or end. LEDE_INVALID_ARGUMENT: there is no formula of the id. */
LEDE_API lede_status lede_report_formulas(lede_format format, lede_sink sink,
                                          const char *id);
/* A file that could not be done. Only JSON and CSV show it. */
LEDE_API lede_status lede_report_failure(lede_report *report, const char *path,
                                         const lede_error *error);
/* A file that holds nothing to work on; reason is shown. Only JSON and CSV
 * show it. */
LEDE_API lede_status lede_report_not_scored(lede_report *report, const char *path,
                                            const char *reason);
/* Every segment of raw bytes by the plain rules of UAX #29; words when
 * with_words is not 0, else sentences. JSON only. */
LEDE_API lede_status lede_report_uax29(lede_report *report, const char *path,
                                       const char *bytes, size_t n, int with_words);
/* All of lede_language_at() as a report of its own (JSON or text), no begin or end. */
LEDE_API lede_status lede_report_languages(lede_format format, lede_sink sink);
LEDE_API lede_status lede_report_end(lede_report *report);

/*
 * Writes n bytes so that a terminal stays unharmed: white space runs with a
 * line end become one space, control characters and bidirectional controls
 * visible escapes, bad bytes \xNN. For paths and messages.
 */
LEDE_API lede_status lede_write_visible(lede_sink sink, const char *bytes, size_t n);

/* ---- Plain Unicode segments -------------------------------------------- */

/*
 * The end of the UAX #29 segment that begins at byte `at` (a boundary);
 * n when at >= n. Bad bytes count as U+FFFD. Linear over a whole text.
 */
LEDE_API size_t lede_uax29_word_end(const char *bytes, size_t n, size_t at);
LEDE_API size_t lede_uax29_sentence_end(const char *bytes, size_t n, size_t at);

#ifdef __cplusplus
}
#endif

#endif
