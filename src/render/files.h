/* SPDX-License-Identifier: MIT */
/* One element of "files" each: what became of one file, as JSON. */
#ifndef LEDE_RENDER_FILES_H
#define LEDE_RENDER_FILES_H

#include "render/explain.h"
#include "render/keywords.h"

/* Where the segment that begins at `at` ends: segment_word_end() and its like. */
typedef size_t (*files_segment_end)(const char *bytes, size_t n, size_t at);

/* path: NUL-terminated, any bytes. explain: the reasons too. */
void files_summary(json_writer *j, const char *path, const lede_document *document,
                   const lede_summary *summary, const summary_extras *extras);
/* One that goes into a summary of several: what it is. */
void files_joined(json_writer *j, const char *path, const lede_document *document);
/* The members of an element that say what was chosen, and how. */
void files_write_choice(json_writer *j, const explain_texts *texts,
                        const lede_summary *summary, const summary_extras *extras);
void files_split(json_writer *j, const char *path, const lede_document *document,
                 bool with_words, bool explain);
void files_failure(json_writer *j, const char *path, const lede_error *error);
void files_not_scored(json_writer *j, const char *path, const char *reason);

/* Every segment of n raw bytes. */
void files_segments(json_writer *j, const char *path, const char *bytes, size_t n,
                    files_segment_end end_of);

#endif
