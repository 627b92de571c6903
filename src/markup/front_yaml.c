/* SPDX-License-Identifier: MIT */
#include "markup/front_yaml.h"

#include "markup/front_align.h"
#include "unicode/utf8.h"

#include <string.h>
#include <yaml.h>

/* What becomes of the value that a collection reads next. */
typedef enum want {
    WANT_NOTHING = 0,
    WANT_SCALAR, /* a scalar, but nothing below a collection */
    WANT_ALL
} want;

/* A mapping or sequence that is open. */
typedef struct frame {
    bool mapping;
    bool at_value;   /* of a mapping: its key was read */
    bool kept;       /* it stands below "lede" */
    want next;       /* of the next value */
    uint32_t prefix; /* bytes of the path that lead here */
} frame;

typedef struct reader {
    front_matter *f;
    const lede_allocator *allocator;
    const char *bytes;
    lede_span content;
    yaml_parser_t parser;
    frame frames[FRONT_MATTER_MAX_DEPTH];
    uint32_t depth;
    char path[FRONT_MATTER_MAX_KEY]; /* key of the value that is read next */
    uint32_t path_size;
    unsigned met; /* names of the top level, a bit each */
    uint32_t documents;
    size_t points; /* code points of the content before `at` */
    uint32_t at;   /* in the source */
    lede_status status;
    bool mapping; /* the first document is one */
    bool ended;
} reader;

/* ---- Places ------------------------------------------------------------ */

/* libyaml counts code points. Marks mostly ascend, so that all of them together cost
 * one walk over the content. */
static uint32_t source_offset(reader *r, size_t points) {
    if (points < r->points) {
        r->points = 0;
        r->at = r->content.begin;
    }
    while (r->points < points && r->at < r->content.end) {
        r->at += utf8_peek(r->bytes + r->at, r->content.end - r->at).bytes;
        r->points++;
    }
    return r->at;
}

static void set_problem(reader *r, const char *problem, uint32_t at) {
    r->f->problem = problem;
    r->f->problem_at = at;
    r->ended = true;
}

/* ---- Values ------------------------------------------------------------ */

static bool add_text(reader *r, const char *bytes, size_t n, lede_span *span) {
    front_matter *f = r->f;
    if (n > 0 && !VEC_RESERVE(&f->text, r->allocator, n)) {
        return false;
    }
    span->begin = (uint32_t)f->text.count;
    if (n > 0) {
        memcpy(f->text.items + f->text.count, bytes, n);
        f->text.count += n;
    }
    span->end = (uint32_t)f->text.count;
    return true;
}

/* Items of a sequence share the key. */
static bool add_key(reader *r, lede_span *key) {
    const front_matter *f = r->f;
    if (f->values.count > 0) {
        *key = f->values.items[f->values.count - 1].key;
        if (key->end - key->begin == r->path_size &&
            memcmp(f->text.items + key->begin, r->path, r->path_size) == 0) {
            return true;
        }
    }
    return add_text(r, r->path, r->path_size, key);
}

static front_style style_of(yaml_scalar_style_t style) {
    return style == YAML_SINGLE_QUOTED_SCALAR_STYLE   ? FRONT_SINGLE_QUOTED
           : style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? FRONT_DOUBLE_QUOTED
           : style == YAML_LITERAL_SCALAR_STYLE       ? FRONT_LITERAL
           : style == YAML_FOLDED_SCALAR_STYLE        ? FRONT_FOLDED
                                                      : FRONT_PLAIN;
}

static bool add_value(reader *r, const yaml_event_t *event) {
    front_matter *f = r->f;
    front_value v = {0};
    v.source.begin = source_offset(r, event->start_mark.index);
    v.source.end = source_offset(r, event->end_mark.index);
    if (!VEC_RESERVE(&f->values, r->allocator, 1) || !add_key(r, &v.key) ||
        !add_text(r, (const char *)event->data.scalar.value, event->data.scalar.length,
                  &v.value) ||
        !front_align(f, r->allocator, r->bytes, &v, style_of(event->data.scalar.style))) {
        return false;
    }
    f->values.items[f->values.count++] = v;
    return true;
}

/* ---- Keys ----------------------------------------------------------------------------
 */

static const char *const names[] = {"title", "description", "lang"};

static bool is_name(const yaml_event_t *event, const char *name) {
    return event->data.scalar.length == strlen(name) &&
           memcmp(event->data.scalar.value, name, event->data.scalar.length) == 0;
}

/* Of a key of the top level. */
static want wanted(reader *r, const yaml_event_t *event) {
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (is_name(event, names[i])) {
            bool first = (r->met & 1u << i) == 0;
            r->met |= 1u << i;
            return first ? WANT_SCALAR : WANT_NOTHING;
        }
    }
    return is_name(event, "lede") ? WANT_ALL : WANT_NOTHING;
}

static void join_path(reader *r, uint32_t prefix, const yaml_event_t *event) {
    size_t n = event->data.scalar.length, stop = prefix > 0;
    if (n > FRONT_MATTER_MAX_KEY - prefix || stop > FRONT_MATTER_MAX_KEY - prefix - n) {
        set_problem(r, "a key longer than 256 bytes",
                    source_offset(r, event->start_mark.index));
        return;
    }
    r->path_size = prefix;
    if (stop > 0) {
        r->path[r->path_size++] = '.';
    }
    memcpy(r->path + r->path_size, event->data.scalar.value, n);
    r->path_size += (uint32_t)n;
}

/* Below "lede" each key is joined; a collection as a key hides what it leads to. */
static void read_key(reader *r, frame *top, const yaml_event_t *event) {
    top->next = top->kept ? WANT_ALL : r->depth == 1 ? wanted(r, event) : WANT_NOTHING;
    if (top->next != WANT_NOTHING) {
        join_path(r, top->prefix, event);
    }
}

/* ---- Events ---------------------------------------------------------------------------
 */

/* The next node is a key or a value: which? */
static bool next_is_key(reader *r, frame *top) {
    bool key = top->mapping && !top->at_value;
    top->at_value = key;
    if (!top->mapping) {
        r->path_size = top->prefix;
    }
    return key;
}

static void read_scalar(reader *r, const yaml_event_t *event) {
    if (r->depth == 0) {
        return;
    }
    frame *top = &r->frames[r->depth - 1];
    if (next_is_key(r, top)) {
        read_key(r, top, event);
    } else if (top->next != WANT_NOTHING && !add_value(r, event)) {
        r->status = LEDE_NO_MEMORY;
    }
}

/* The frame of a collection in the innermost one. */
static frame frame_inside(reader *r, bool mapping) {
    frame *top = &r->frames[r->depth - 1];
    if (next_is_key(r, top)) {
        top->next = WANT_NOTHING;
    }
    bool kept = top->next == WANT_ALL;
    return (frame){.mapping = mapping,
                   .kept = kept,
                   .next = kept ? WANT_ALL : WANT_NOTHING,
                   .prefix = kept ? r->path_size : 0};
}

static void open_collection(reader *r, const yaml_event_t *event) {
    bool mapping = event->type == YAML_MAPPING_START_EVENT;
    if (r->depth == FRONT_MATTER_MAX_DEPTH) {
        set_problem(r, "more than 32 collections in each other",
                    source_offset(r, event->start_mark.index));
        return;
    }
    frame next = r->depth > 0 ? frame_inside(r, mapping) : (frame){.mapping = mapping};
    r->frames[r->depth++] = next;
}

/* What one file can make large, or what means something elsewhere. */
static const char *refused(const yaml_event_t *event) {
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_ALIAS_EVENT) {
        return "an alias";
    }
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    }
    return anchor != NULL ? "an anchor" : tag != NULL ? "a tag" : NULL;
}

/* The node of the document itself; all but a mapping ends the reading. */
static void read_root(reader *r, const yaml_event_t *event) {
    r->mapping = event->type == YAML_MAPPING_START_EVENT;
    r->ended = r->ended || !r->mapping;
}

static bool is_start(const yaml_event_t *event) {
    return event->type == YAML_MAPPING_START_EVENT ||
           event->type == YAML_SEQUENCE_START_EVENT;
}

static bool is_end(const yaml_event_t *event) {
    return event->type == YAML_MAPPING_END_EVENT ||
           event->type == YAML_SEQUENCE_END_EVENT;
}

static void read_event(reader *r, const yaml_event_t *event) {
    const char *problem = r->documents > 1 ? "a second document" : refused(event);
    bool node = is_start(event) || event->type == YAML_SCALAR_EVENT;
    if (r->depth == 0 && node) {
        read_root(r, event);
    }
    if (problem != NULL) {
        set_problem(r, problem, source_offset(r, event->start_mark.index));
    } else if (event->type == YAML_SCALAR_EVENT) {
        read_scalar(r, event);
    } else if (is_start(event)) {
        open_collection(r, event);
    } else if (is_end(event)) {
        r->depth--;
    }
    r->ended = r->ended || event->type == YAML_STREAM_END_EVENT;
}

/* ---- The trip ------------------------------------------------------------ */

/* Where libyaml gave up. What was never closed is shown where it begins. */
static uint32_t error_offset(reader *r) {
    const yaml_parser_t *parser = &r->parser;
    if (parser->error == YAML_READER_ERROR) {
        size_t most = r->content.end - r->content.begin;
        size_t offset = parser->problem_offset;
        return r->content.begin + (uint32_t)(offset < most ? offset : most);
    }
    uint32_t at = source_offset(r, parser->problem_mark.index);
    return at == r->content.end && parser->context != NULL
               ? source_offset(r, parser->context_mark.index)
               : at;
}

/* False: libyaml has no further event. */
static bool read_next(reader *r) {
    yaml_event_t event;
    if (yaml_parser_parse(&r->parser, &event) == 0) {
        if (r->parser.error == YAML_MEMORY_ERROR) {
            r->status = LEDE_NO_MEMORY;
        } else {
            set_problem(r, r->parser.problem, error_offset(r));
        }
        return false;
    }
    r->documents += event.type == YAML_DOCUMENT_START_EVENT;
    read_event(r, &event);
    yaml_event_delete(&event);
    return true;
}

static void read_all(reader *r, front_verdict *verdict) {
    bool good = true;
    while (good && !r->ended && r->status == LEDE_OK) {
        good = read_next(r);
    }
    *verdict = !good ? FRONT_BROKEN : r->mapping ? FRONT_MAPPING : FRONT_OTHER;
    if (r->f->problem != NULL) {
        r->f->text.count = 0;
        r->f->pieces.count = 0;
        r->f->values.count = 0;
    }
}

lede_status front_yaml_read(front_matter *f, const lede_allocator *allocator,
                            const char *bytes, lede_span content,
                            front_verdict *verdict) {
    reader r = {.f = f,
                .allocator = allocator,
                .bytes = bytes,
                .content = content,
                .at = content.begin};
    if (yaml_parser_initialize(&r.parser) == 0) {
        return LEDE_NO_MEMORY;
    }
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser,
                                 (const unsigned char *)(bytes + content.begin),
                                 content.end - content.begin);
    read_all(&r, verdict);
    yaml_parser_delete(&r.parser);
    return r.status;
}
