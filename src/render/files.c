/* SPDX-License-Identifier: MIT */
#include "render/files.h"

#include "render/element.h"
#include "render/names.h"
#include "render/span.h"

#include <string.h>

/* ---- summarize ----------------------------------------------------------- */

static void write_pick(json_writer *j, const explain_texts *texts, const lede_pick *pick,
                       bool explain) {
    const lede_document *document = explain_document(texts, pick);
    lede_span span = document->sentences.items[pick->sentence].span;
    jw_object_begin(j);
    if (texts->paths != NULL) {
        jw_member_text(j, "path", texts->paths[pick->document]);
    }
    span_write_text(j, document, span);
    jw_member_u64(j, "sentence", (uint64_t)pick->sentence + 1);
    span_write_place(j, document, span);
    jw_member_u64(j, "rank", pick->rank);
    explain_score(j, pick);
    if (explain) {
        explain_causes(j, texts, pick);
    }
    jw_object_end(j);
}

static void write_counts(json_writer *j, const lede_document *document) {
    jw_member_u64(j, "sentences", document->sentences.count);
    jw_member_u64(j, "body_sentences", document->facts.body_sentences);
    jw_member_u64(j, "headings", document->facts.headings);
    jw_member_u64(j, "words", document->facts.words);
    jw_member_u64(j, "set_aside_words", document->facts.set_aside_words);
}

static void write_facts(json_writer *j, const lede_summary_facts *facts) {
    jw_member_text(j, "method", names_method((int)facts->method));
    jw_member_bool(j, "learnt", facts->learnt != 0);
    if (facts->asked != 0) {
        jw_member_u64(j, "query_words", facts->query_words);
    }
    jw_member_text(j, "source", names_summary_source((int)facts->source));
    jw_member_u64(j, "eligible", facts->eligible);
    jw_member_u64(j, "distinct", facts->distinct);
    jw_member_bool(j, "over_budget", facts->over_budget != 0);
    jw_key(j, "chosen");
    jw_object_begin(j);
    jw_member_u64(j, "sentences", facts->sentences);
    jw_member_u64(j, "words", facts->words);
    jw_member_u64(j, "chars", facts->chars);
    jw_object_end(j);
}

void files_write_choice(json_writer *j, const explain_texts *texts,
                        const lede_summary *summary, const summary_extras *extras) {
    write_facts(j, &summary->facts);
    jw_key(j, "summary");
    jw_array_begin(j);
    for (size_t i = 0; i < summary->picks.count; i++) {
        write_pick(j, texts, &summary->picks.items[i], extras->explain);
    }
    jw_array_end(j);
    keywords_json(j, extras->keywords, span_write_place);
    if (extras->explain) {
        explain_next(j, texts, summary, span_write_place);
    }
}

void files_summary(json_writer *j, const char *path, const lede_document *document,
                   const lede_summary *summary, const summary_extras *extras) {
    const lede_document *const one[] = {document};
    const explain_texts texts = {one, NULL};
    element_begin(j, path, "done");
    element_language(j, &document->facts);
    write_counts(j, document);
    files_write_choice(j, &texts, summary, extras);
    element_end(j, document);
}

void files_joined(json_writer *j, const char *path, const lede_document *document) {
    element_begin(j, path, "done");
    element_language(j, &document->facts);
    write_counts(j, document);
    element_end(j, document);
}

/* ---- split --------------------------------------------------------------- */

static void write_sentence(json_writer *j, const lede_document *document,
                           const lede_sentence *sentence) {
    const lede_block *block = &document->page.blocks.items[sentence->block];
    jw_object_begin(j);
    span_write_text(j, document, sentence->span);
    span_write_place(j, document, sentence->span);
    jw_member_u64(j, "block", sentence->block);
    jw_member_text(j, "kind", names_block_kind(block->kind));
    jw_member_text(j, "ended_by", names_sentence_end(sentence->ended_by));
    jw_object_end(j);
}

static void write_sentences(json_writer *j, const lede_document *document) {
    jw_key(j, "sentences");
    jw_array_begin(j);
    for (size_t i = 0; i < document->sentences.count; i++) {
        write_sentence(j, document, &document->sentences.items[i]);
    }
    jw_array_end(j);
}

static void write_word(json_writer *j, const lede_document *document,
                       const lede_word *word) {
    jw_object_begin(j);
    span_write_text(j, document, word->span);
    span_write_place(j, document, word->span);
    jw_member_text(j, "kind", names_word_kind(word->kind));
    jw_object_end(j);
}

static void write_words(json_writer *j, const lede_document *document) {
    jw_key(j, "words");
    jw_array_begin(j);
    for (size_t i = 0; i < document->words.count; i++) {
        if (document->words.items[i].kind != LEDE_WORD_MARK) {
            write_word(j, document, &document->words.items[i]);
        }
    }
    jw_array_end(j);
}

void files_split(json_writer *j, const char *path, const lede_document *document,
                 bool with_words, bool explain) {
    element_begin(j, path, "done");
    element_language(j, &document->facts);
    write_sentences(j, document);
    if (with_words) {
        write_words(j, document);
    }
    if (explain) {
        explain_boundaries(j, document, span_write_place);
    }
    element_end(j, document);
}

/* ---- Without a document --------------------------------------------------- */

void files_failure(json_writer *j, const char *path, const lede_error *error) {
    element_begin(j, path, "failed");
    jw_key(j, "error");
    jw_object_begin(j);
    jw_member_text(j, "code", names_status((int)error->status));
    jw_key(j, "message");
    jw_string(j, error->text, strnlen(error->text, sizeof error->text));
    if (error->line != 0) {
        jw_member_u64(j, "offset", error->offset);
        jw_member_u64(j, "line", error->line);
        jw_member_u64(j, "column", error->column);
    }
    jw_object_end(j);
    jw_object_end(j);
}

void files_not_scored(json_writer *j, const char *path, const char *reason) {
    element_begin(j, path, "not_scored");
    jw_member_text(j, "reason", reason);
    jw_object_end(j);
}

static void write_segment(json_writer *j, const char *bytes, size_t begin, size_t end) {
    jw_object_begin(j);
    jw_key(j, "text");
    jw_string(j, bytes + begin, end - begin);
    jw_member_u64(j, "begin", begin);
    jw_member_u64(j, "end", end);
    jw_object_end(j);
}

void files_segments(json_writer *j, const char *path, const char *bytes, size_t n,
                    files_segment_end end_of) {
    element_begin(j, path, "done");
    jw_key(j, "segments");
    jw_array_begin(j);
    for (size_t begin = 0; begin < n;) {
        size_t end = end_of(bytes, n, begin);
        write_segment(j, bytes, begin, end);
        begin = end;
    }
    jw_array_end(j);
    jw_object_end(j);
}
