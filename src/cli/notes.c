/* SPDX-License-Identifier: MIT */
#include "cli/notes.h"

#include "cli/markup.h"
#include "cli/message.h"

#include <string.h>

/* ---- States and bytes ---------------------------------------------------- */

void notes_failure(const char *name, const lede_error *error) {
    out o;
    message_begin_at(&o, name, error->line, error->column);
    message_visible(&o, error->text, strlen(error->text));
    message_end(&o);
}

void notes_not_scored(const char *name, const char *participle, const char *reason) {
    out o;
    message_begin_at(&o, name, 0, 0);
    out_text(&o, "not ");
    out_text(&o, participle);
    out_text(&o, ": ");
    out_text(&o, reason);
    message_end(&o);
}

static void write_replaced(out *o, const lede_document_facts *facts) {
    if (facts->bad_bytes > 0) {
        message_count(o, facts->bad_bytes, "sequence");
    }
    if (facts->bad_bytes > 0 && facts->nul_bytes > 0) {
        out_text(o, " and ");
    }
    if (facts->nul_bytes > 0) {
        message_count(o, facts->nul_bytes, "NUL byte");
    }
}

static void write_first_bad(out *o, const input *in, const lede_document_facts *facts) {
    uint32_t offset = facts->first_bad.offset;
    out_text(o, in->bytes[offset] == '\0' ? "NUL byte" : "not valid UTF-8");
    out_text(o, " at byte ");
    out_u64(o, offset);
    out_text(o, " (");
    write_replaced(o, facts);
    out_text(o, " replaced)");
}

static bool has_first_bad(const input *in, const lede_document_facts *facts) {
    return facts->first_bad.line > 0 && facts->first_bad.offset < in->size;
}

void notes_replaced(const input *in, const lede_document_facts *facts) {
    if (has_first_bad(in, facts)) {
        out o;
        message_begin_at(&o, in->name, facts->first_bad.line, facts->first_bad.column);
        write_first_bad(&o, in, facts);
        message_end(&o);
    }
}

void notes_replaced_in_record(const input *in, const lede_document_facts *facts) {
    if (has_first_bad(in, facts)) {
        out o;
        message_begin(&o, "lede: record ");
        message_visible(&o, in->name, strlen(in->name));
        out_text(&o, ": ");
        write_first_bad(&o, in, facts);
        message_end(&o);
    }
}

void notes_replaced_in_records(const char *name, uint64_t records) {
    if (records > 1) {
        out o;
        message_begin_at(&o, name, 0, 0);
        out_text(&o, "bytes replaced in ");
        message_count(&o, records, "record");
        message_end(&o);
    }
}

/* ---- Accepted phrases ---------------------------------------------------- */

#define PHRASES_SHOWN 8u

void notes_other_language(const char *name, const char *background, const char *counts,
                          const char *code) {
    out o;
    message_begin(&o, "note: ");
    message_visible(&o, name, strlen(name));
    out_text(&o, ": read as ");
    out_text(&o, code);
    out_text(&o, ", but ");
    message_visible(&o, background, strlen(background));
    out_text(&o, " counts words of ");
    message_visible(&o, counts, strlen(counts));
    out_text(&o, ": they say little of it");
    message_end(&o);
}

void notes_not_repeated(const input *in, const lede_accepted_use *entries, size_t count) {
    size_t unused = 0, shown = 0;
    for (size_t i = 0; i < count; i++) {
        unused += entries[i].used == 0 ? 1 : 0;
    }
    if (unused == 0) {
        return;
    }
    out o;
    message_begin(&o, "note: ");
    message_visible(&o, in->name, strlen(in->name));
    out_text(&o, ": ");
    out_u64(&o, unused);
    out_text(&o, " of ");
    message_count(&o, count, "phrase");
    out_text(&o, unused == 1 ? " is not repeated: " : " are not repeated: ");
    for (size_t i = 0; i < count && shown < PHRASES_SHOWN; i++) {
        const lede_span *phrase = &entries[i].phrase;
        if (entries[i].used == 0) {
            out_text(&o, shown++ > 0 ? ", " : "");
            message_visible(&o, in->bytes + phrase->begin, phrase->end - phrase->begin);
        }
    }
    out_text(&o, unused > shown ? ", …" : "");
    message_end(&o);
}

/* ---- Language and markup ------------------------------------------------- */

void notes_bad_language(const char *code) {
    out o;
    message_begin(&o, "lede: --lang ");
    message_visible(&o, code, strlen(code));
    out_text(&o, ": must be auto or a language code: two or three lower-case letters, "
                 "perhaps with a region (en, pt-BR)");
    message_end(&o);
}

void notes_no_data(const char *code) {
    out o;
    message_begin(&o, "note: no data for language ");
    message_visible(&o, code, strlen(code));
    out_text(&o, ": neutral rules");
    message_end(&o);
}

void notes_unrecognized(const char *name) {
    out o;
    message_begin(&o, "note: ");
    message_visible(&o, name, strlen(name));
    out_text(&o, ": language not recognized: neutral rules (--lang CODE chooses one)");
    message_end(&o);
}

void notes_markup(const char *name) {
    const char *unread = markup_unread(name);
    if (unread != NULL) {
        out o;
        message_begin_at(&o, name, 0, 0);
        out_text(&o, "read as plain text: ");
        out_text(&o, unread);
        out_text(&o, " is not supported yet (--markup plain silences this)");
        message_end(&o);
    }
}

/* ---- Counts -------------------------------------------------------------- */

static bool is_set_aside(const lede_sentence *sentences, const lede_block *block) {
    uint32_t i = block->first_sentence, end = i + block->sentence_count;
    while (i < end && sentences[i].role == LEDE_ROLE_SET_ASIDE) {
        i++;
    }
    return i == end;
}

uint64_t notes_count_blocks(const lede_document *document, lede_block_kind kind) {
    size_t count = 0, sentence_count = 0;
    const lede_block *blocks = lede_document_blocks(document, &count);
    const lede_sentence *sentences = lede_document_sentences(document, &sentence_count);
    uint64_t found = 0;
    for (size_t i = 0; i < count; i++) {
        found += blocks[i].kind == kind && !is_set_aside(sentences, &blocks[i]) ? 1 : 0;
    }
    return found;
}

/* "Markdown, front matter read; "; nothing of plain text. */
static void write_markup(out *o, const lede_document_facts *facts) {
    if (facts->markup == LEDE_MARKUP_PLAIN) {
        return;
    }
    out_text(o, facts->markup == LEDE_MARKUP_MDX ? "MDX" : "Markdown");
    if (facts->front_matter != LEDE_FRONT_MATTER_NONE) {
        bool read = facts->front_matter == LEDE_FRONT_MATTER_READ;
        out_text(o, read ? ", front matter read" : ", front matter not read");
    }
    out_text(o, "; ");
}

static void write_language(out *o, const lede_document_facts *facts) {
    out_text(o, "language ");
    out_text(o, facts->language);
    if (facts->language_detected) {
        out_text(o, " (detected, confidence ");
        out_u64(o, facts->language_confidence);
        out_text(o, ")");
    }
    out_text(o, facts->language_declared ? " (front matter)" : "");
    out_text(o, facts->language_known ? "" : " (neutral rules)");
}

void notes_reading(const char *name, const lede_document *document) {
    lede_document_facts facts = lede_document_measure(document);
    size_t sentences = 0;
    (void)lede_document_sentences(document, &sentences);
    out o;
    message_begin_at(&o, name, 0, 0);
    write_markup(&o, &facts);
    write_language(&o, &facts);
    out_text(&o, facts.hard_wrapped ? "; a single line end is a space; "
                                    : "; a single line end ends a block; ");
    message_count(&o, facts.words, "word");
    out_text(&o, ", ");
    message_count(&o, sentences, "sentence");
    out_text(&o, ", ");
    message_count(&o, notes_count_blocks(document, LEDE_BLOCK_HEADING), "heading");
    message_end(&o);
}
