/* SPDX-License-Identifier: MIT */
#include "render/shared.h"

#include "render/csv.h"
#include "render/escape_markdown.h"
#include "render/excerpt.h"
#include "render/phrase.h"
#include "render/visible.h"

#include <string.h>

#define LABEL_INDENT 18u
#define MARGIN 2u
#define TEXT_INDENT 6u
#define PASSAGES 10u /* shown, unless all are */
#define PLACES 5u    /* of each */

static const lede_shared_place *place_of(const shared_list *s,
                                         const lede_shared_passage *p, uint32_t i) {
    return &s->places[p->first_place + i];
}

static const char *path_of(const shared_list *s, const lede_shared_place *place) {
    return s->paths[place->file];
}

/* ---- Notes ---------------------------------------------------------------------------
 */

/* What was left out, in words; NULL: no such. */
static const char *note_of(unsigned bit) {
    switch (bit) {
    case LEDE_SHARED_CAPPED_MEMORY:
        return "memory was full: files were compared with earlier ones only, from file ";
    case LEDE_SHARED_CAPPED_PASSAGES:
        return "there are more passages than are listed";
    case LEDE_SHARED_CAPPED_PLACES:
        return "some passages are in more files than are listed";
    case LEDE_SHARED_CAPPED_WORK:
        return "a file repeats itself so often that not all of it was followed";
    default:
        return NULL;
    }
}

static const char *name_of(unsigned bit) {
    switch (bit) {
    case LEDE_SHARED_CAPPED_MEMORY:
        return "memory";
    case LEDE_SHARED_CAPPED_PASSAGES:
        return "passages";
    case LEDE_SHARED_CAPPED_PLACES:
        return "places";
    default:
        return "work";
    }
}

static phrase note_phrase(const shared_list *s, unsigned bit) {
    phrase p = phrase_begin(s->ascii);
    phrase_text(&p, note_of(bit));
    if (bit == LEDE_SHARED_CAPPED_MEMORY && s->facts.first_compared != LEDE_NONE) {
        phrase_count(&p, (uint64_t)s->facts.first_compared + 1);
        phrase_text(&p, " on");
    }
    return p;
}

/* ---- Text ---------------------------------------------------------------------------
 */

static void write_phrase(out *o, const phrase *p) {
    out_bytes(o, p->bytes, p->used);
}

static void write_passage_head(out *o, const shared_list *s,
                               const lede_shared_passage *p) {
    phrase head = phrase_begin(s->ascii);
    flow_spaces(o, MARGIN);
    phrase_counted(&head, p->words, "word");
    phrase_text(&head, " in ");
    phrase_counted(&head, p->files, "file");
    phrase_text(&head, p->sentence != 0 ? ", whole sentences\n" : "\n");
    write_phrase(o, &head);
}

static void write_text(out *o, const shared_list *s, const lede_shared_passage *p) {
    excerpt_lines lines = {.most = s->all ? LEDE_SHARED_TEXT : 2,
                           .indent = TEXT_INDENT,
                           .columns = s->width - TEXT_INDENT,
                           .ascii = s->ascii};
    excerpt_write_lines(o, s->bytes + p->text.begin, p->text.end - p->text.begin, &lines);
    if (p->cut != 0 && s->all) {
        phrase rest = phrase_begin(s->ascii);
        phrase_text(&rest, "      …\n");
        write_phrase(o, &rest);
    }
}

/* "drafts/launch.md:12:4" */
static void write_place(out *o, const shared_list *s, const lede_shared_place *place) {
    const char *path = path_of(s, place);
    visible_write(o, path, strlen(path));
    out_text(o, ":");
    out_u64(o, place->begin.line);
    out_text(o, ":");
    out_u64(o, place->begin.column);
}

static void write_places(out *o, const shared_list *s, const lede_shared_passage *p) {
    uint32_t count = s->all || p->place_count <= PLACES ? p->place_count : PLACES;
    for (uint32_t i = 0; i < count; i++) {
        flow_spaces(o, (size_t)2 * MARGIN);
        write_place(o, s, place_of(s, p, i));
        out_text(o, "\n");
    }
    if (count < p->place_count) {
        phrase rest = phrase_begin(s->ascii);
        phrase_text(&rest, "    … ");
        phrase_count(&rest, p->place_count - count);
        phrase_text(&rest, " more (--all)\n");
        write_phrase(o, &rest);
    }
}

void shared_text(out *o, const shared_list *s, bool after) {
    size_t shown = s->all || s->count <= PASSAGES ? s->count : PASSAGES;
    flow f;
    phrase p = phrase_begin(s->ascii);
    out_text(o, after ? "\n" : "");
    f = flow_begin(o, s->width, "Shared text", LABEL_INDENT);
    if (s->count == 0) {
        phrase_text(&p, "nothing is in two files");
    } else {
        phrase_counted(&p, s->facts.passages, "passage");
        phrase_text(&p, s->facts.passages == 1 ? " is in two files or more"
                                               : " are in two files or more");
    }
    flow_words(&f, &p);
    flow_end(&f);
    for (size_t i = 0; i < shown; i++) {
        write_passage_head(o, s, &s->passages[i]);
        write_text(o, s, &s->passages[i]);
        write_places(o, s, &s->passages[i]);
    }
    if (shown < s->count) {
        p = phrase_begin(s->ascii);
        phrase_text(&p, "  … ");
        phrase_count(&p, s->count - shown);
        phrase_text(&p, " more (--all)\n");
        write_phrase(o, &p);
    }
    for (unsigned bit = 1; note_of(bit) != NULL; bit <<= 1) {
        if ((s->facts.capped & bit) != 0) {
            p = note_phrase(s, bit);
            f = flow_begin(o, s->width, "Note", LABEL_INDENT);
            flow_words(&f, &p);
            flow_end(&f);
        }
    }
}

/* ---- Markdown ------------------------------------------------------------------------
 */

static int write_escaped(void *ctx, const char *bytes, size_t n) {
    escape_markdown(ctx, bytes, n);
    return 0; /* the writer keeps its own error */
}

static void write_markdown_passage(out *o, const shared_list *s,
                                   const lede_shared_passage *p) {
    out escaped;
    out_init(&escaped, (lede_sink){write_escaped, o});
    out_text(o, "| ");
    out_u64(o, p->words);
    out_text(o, " | ");
    excerpt_write(&escaped, s->bytes + p->text.begin, p->text.end - p->text.begin,
                  s->width, s->ascii);
    (void)out_flush(&escaped);
    out_text(o, " | ");
    for (uint32_t i = 0; i < p->place_count && i < PLACES; i++) {
        const lede_shared_place *place = place_of(s, p, i);
        out_text(o, i > 0 ? ", " : "");
        escape_markdown(o, path_of(s, place), strlen(path_of(s, place)));
        out_text(o, ":");
        out_u64(o, place->begin.line);
    }
    out_text(o, p->place_count > PLACES ? ", ... |\n" : " |\n");
}

void shared_markdown(out *o, const shared_list *s, bool after) {
    size_t shown = s->all || s->count <= PASSAGES ? s->count : PASSAGES;
    out_text(o, after ? "\n## Shared between files\n\n" : "## Shared between files\n\n");
    if (s->count == 0) {
        out_text(o, "Nothing is in two files.\n");
    } else {
        out_text(o, "| Words | Text | Places |\n|--:|---|---|\n");
    }
    for (size_t i = 0; i < shown; i++) {
        write_markdown_passage(o, s, &s->passages[i]);
    }
    if (shown < s->count) {
        out_text(o, "\n");
        out_u64(o, s->count - shown);
        out_text(o, " more (--all)\n");
    }
    for (unsigned bit = 1; note_of(bit) != NULL; bit <<= 1) {
        if ((s->facts.capped & bit) != 0) {
            phrase p = note_phrase(s, bit);
            out_text(o, "\nNote: ");
            write_phrase(o, &p);
            out_text(o, "\n");
        }
    }
}

/* ---- JSON ----------------------------------------------------------------------------
 */

static void write_json_place(json_writer *j, const shared_list *s,
                             const lede_shared_place *place) {
    jw_object_begin(j);
    jw_member_text(j, "path", path_of(s, place));
    jw_member_u64(j, "begin", place->begin.offset);
    jw_member_u64(j, "end", place->end.offset);
    jw_member_u64(j, "line", place->begin.line);
    jw_member_u64(j, "column", place->begin.column);
    jw_member_u64(j, "utf16_column", place->begin.utf16_column);
    jw_member_u64(j, "end_line", place->end.line);
    jw_member_u64(j, "end_column", place->end.column);
    jw_member_u64(j, "end_utf16_column", place->end.utf16_column);
    jw_object_end(j);
}

static void write_json_passage(json_writer *j, const shared_list *s,
                               const lede_shared_passage *p) {
    jw_line(j);
    jw_object_begin(j);
    jw_key(j, "text");
    jw_string(j, s->bytes + p->text.begin, p->text.end - p->text.begin);
    jw_member_bool(j, "cut", p->cut != 0);
    jw_member_u64(j, "words", p->words);
    jw_member_u64(j, "files", p->files);
    jw_member_bool(j, "sentence", p->sentence != 0);
    jw_key(j, "places");
    jw_array_begin(j);
    for (uint32_t i = 0; i < p->place_count; i++) {
        write_json_place(j, s, place_of(s, p, i));
    }
    jw_array_end(j);
    jw_object_end(j);
}

void shared_json(json_writer *j, const shared_list *s) {
    jw_key(j, "shared");
    jw_object_begin(j);
    jw_key(j, "passages");
    jw_array_begin(j);
    for (size_t i = 0; i < s->count; i++) {
        write_json_passage(j, s, &s->passages[i]);
    }
    jw_array_end(j);
    jw_member_u64(j, "found", s->facts.passages);
    jw_key(j, "capped");
    jw_array_begin(j);
    for (unsigned bit = 1; note_of(bit) != NULL; bit <<= 1) {
        if ((s->facts.capped & bit) != 0) {
            jw_text(j, name_of(bit));
        }
    }
    jw_array_end(j);
    uint32_t first = s->facts.first_compared;
    jw_member_text(j, "compared_only_from", first != LEDE_NONE ? s->paths[first] : NULL);
    jw_object_end(j);
}

/* ---- CSV -----------------------------------------------------------------------------
 */

static void leave_empty(csv_writer *w, size_t fields) {
    for (size_t i = 0; i < fields; i++) {
        csv_nothing(w);
    }
}

static void write_row(out *o, const shared_list *s, size_t number, uint32_t i) {
    const lede_shared_passage *p = &s->passages[number];
    const lede_shared_place *place = place_of(s, p, i);
    csv_writer w = csv_begin(o);
    csv_text(&w, path_of(s, place));
    csv_text(&w, "done");
    csv_nothing(&w); /* language */
    csv_text(&w, "shared");
    csv_u64(&w, number + 1); /* group */
    csv_words(&w, s->bytes + p->text.begin, p->text.end - p->text.begin);
    csv_u64(&w, p->files); /* count */
    leave_empty(&w, 5);    /* cost to sentence */
    csv_u64(&w, place->begin.line);
    csv_u64(&w, place->begin.column);
    csv_u64(&w, place->begin.offset);
    csv_u64(&w, place->end.offset);
    leave_empty(&w, 2);
    csv_end(&w);
}

void shared_csv(out *o, const shared_list *s) {
    for (size_t number = 0; number < s->count; number++) {
        for (uint32_t i = 0; i < s->passages[number].place_count; i++) {
            write_row(o, s, number, i);
        }
    }
}
