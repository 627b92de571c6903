/* SPDX-License-Identifier: MIT */
/*
 * A state for each place in the grammar; every byte goes through one step, or two when a
 * step finds that it belongs to the next. Up to the byte that tells what a "<" or "&"
 * opens, it is still text: h->mark remembers it, and nothing is read again.
 */
#include "markup/tags.h"

#include "markup/entities.h"
#include "markup/tags_states.h"

/* ---- Text ------------------------------------------------------------ */

element_kind html_inside(const html_reader *h) {
    return h->outside != NULL ? (element_kind)h->outside->kind : ELEMENT_OTHER;
}

/* Delivers the text at hand up to `end`; what follows begins at `next`. */
static lede_status deliver_text(html_reader *h, uint32_t end, uint32_t next) {
    lede_span span = {h->from, end};
    element_kind inside = html_inside(h);
    h->from = next;
    if (span.begin >= span.end) {
        return LEDE_OK;
    }
    return inside == ELEMENT_OTHER
               ? h->events->text(h->ctx, span, false)
               : h->events->hidden(h->ctx, span, inside == ELEMENT_CODE);
}

/* It is markup that begins at the mark: the text before it ends there. */
static lede_status begin_markup(html_reader *h, html_state state) {
    h->state = (uint8_t)state;
    h->matched = 0;
    return deliver_text(h, h->mark, h->mark);
}

static lede_status step_text(html_reader *h, uint32_t at, char c) {
    h->state = IN_TEXT;
    if (c == '<') {
        h->mark = at;
        h->state = AT_LESS;
    } else if (c == '&' && html_inside(h) == ELEMENT_OTHER) {
        h->mark = at;
        h->state = IN_REFERENCE;
    }
    return LEDE_OK;
}

static lede_status deliver_reference(html_reader *h, uint32_t at) {
    char text[ENTITY_TEXT];
    lede_span span = {h->mark, at + 1};
    h->state = IN_TEXT;
    if (entity_decode(h->bytes + span.begin, span.end - span.begin, text) == 0) {
        return LEDE_OK;
    }
    lede_status status = deliver_text(h, span.begin, span.end);
    return status == LEDE_OK ? h->events->text(h->ctx, span, true) : status;
}

static lede_status step_reference(html_reader *h, uint32_t at, char c) {
    if (c == ';') {
        return deliver_reference(h, at);
    }
    bool inside = html_is_letter(c) || (c >= '0' && c <= '9') || c == '#';
    return inside && at + 1 - h->mark < ENTITY_BYTES ? LEDE_OK : step_text(h, at, c);
}

/* ---- What a "<" opens ----------------------------------------------------------- */

static lede_status begin_tag(html_reader *h, char c, bool closing) {
    h->closing = closing;
    h->tag = NULL;
    h->has_alt = false;
    h->alt = (lede_span){0, 0};
    html_begin_name(h, IN_NAME, c);
    return deliver_text(h, h->mark, h->mark);
}

static lede_status step_less(html_reader *h, uint32_t at, char c) {
    if (h->raw != NULL && c != '/') {
        return step_text(h, at, c);
    }
    if (html_is_letter(c)) {
        return begin_tag(h, c, false);
    }
    if (c == '?') {
        return begin_markup(h, IN_INSTRUCTION);
    }
    if (c == '/' || c == '!') {
        h->state = c == '/' ? AT_SLASH : AT_BANG;
        return LEDE_OK;
    }
    return step_text(h, at, c);
}

static lede_status step_slash(html_reader *h, uint32_t at, char c) {
    if (!html_is_letter(c)) {
        return step_text(h, at, c);
    }
    if (h->raw != NULL) {
        html_begin_name(h, AT_RAW_NAME, c);
        return LEDE_OK;
    }
    return begin_tag(h, c, true);
}

static lede_status step_bang(html_reader *h, uint32_t at, char c) {
    if (c == '-') {
        h->state = AT_BANG_DASH;
        return LEDE_OK;
    }
    if (c == '[' || html_is_letter(c)) {
        lede_status status = begin_markup(h, IN_DECLARATION);
        h->matched = c == '[';
        return status;
    }
    return step_text(h, at, c);
}

/* "<!-->" and "<!--->" are whole comments: what begins one counts for its end. */
static lede_status step_bang_dash(html_reader *h, uint32_t at, char c) {
    if (c != '-') {
        return step_text(h, at, c);
    }
    lede_status status = begin_markup(h, IN_COMMENT);
    h->matched = 2;
    return status;
}

/* ---- Comments, declarations, instructions --------------------------------------- */

#define COMMENT_OPEN 4u /* bytes of "<!--" */
#define DASHES_BANG 3u  /* "--!" has been read, which ends a comment as "--" does */

static lede_status step_comment(html_reader *h, uint32_t at, char c) {
    if (c == '>' && h->matched >= 2) {
        lede_span span = {h->mark, at + 1};
        html_end_markup(h, at);
        return h->events->comment(h->ctx, span);
    }
    if (c == '-') {
        h->matched = h->matched == 0 || h->matched == DASHES_BANG ? 1 : 2;
    } else {
        bool bang = c == '!' && h->matched == 2 && at - h->mark >= COMMENT_OPEN + 2;
        h->matched = bang ? DASHES_BANG : 0;
    }
    return LEDE_OK;
}

/* "<![CDATA[" is more than a declaration: ">" does not end it. */
static lede_status step_declaration(html_reader *h, uint32_t at, char c) {
    static const char opening[] = "[CDATA[";
    if (c == '>') {
        html_end_markup(h, at);
    } else if (h->matched > 0 && c == opening[h->matched]) {
        h->matched++;
        if (h->matched == sizeof opening - 1) {
            h->state = IN_CDATA;
            h->matched = 0;
        }
    } else {
        h->matched = 0;
    }
    return LEDE_OK;
}

static lede_status step_cdata(html_reader *h, uint32_t at, char c) {
    if (c == '>' && h->matched == 2) {
        html_end_markup(h, at);
    } else if (c != ']') {
        h->matched = 0;
    } else if (h->matched < 2) {
        h->matched++;
    }
    return LEDE_OK;
}

static lede_status step_instruction(html_reader *h, uint32_t at, char c) {
    if (c == '>' && h->matched == 1) {
        html_end_markup(h, at);
    }
    h->matched = c == '?';
    return LEDE_OK;
}

/* Only the end tag of a raw element ends it. */
static lede_status step_raw_name(html_reader *h, uint32_t at, char c) {
    if (html_is_letter(c)) {
        html_add_to_name(h, c);
        return LEDE_OK;
    }
    bool end = html_is_space(c) || c == '/' || c == '>';
    if (!end || element_find(h->name, h->name_size) != h->raw) {
        return step_text(h, at, c);
    }
    lede_status status = deliver_text(h, h->mark, h->mark);
    h->tag = h->raw;
    h->raw = NULL;
    h->closing = true;
    return status == LEDE_OK ? html_step_tag(h, at, c) : status;
}

/* ---- The reader ------------------------------------------------------------ */

static html_step *const steps[HTML_STATES] = {
    [IN_TEXT] = step_text,
    [IN_REFERENCE] = step_reference,
    [AT_LESS] = step_less,
    [AT_SLASH] = step_slash,
    [AT_BANG] = step_bang,
    [AT_BANG_DASH] = step_bang_dash,
    [AT_RAW_NAME] = step_raw_name,
    [IN_COMMENT] = step_comment,
    [IN_CDATA] = step_cdata,
    [IN_DECLARATION] = step_declaration,
    [IN_INSTRUCTION] = step_instruction,
    [IN_NAME] = html_step_name,
    [IN_TAG] = html_step_tag,
    [IN_ATTRIBUTE] = html_step_attribute,
    [AFTER_ATTRIBUTE] = html_step_after_attribute,
    [BEFORE_VALUE] = html_step_before_value,
    [IN_VALUE] = html_step_value,
    [IN_QUOTES] = html_step_quotes,
    [IN_BRACES] = html_step_braces,
    [IN_STRING] = html_step_string,
};

void html_open(html_reader *h, const html_events *events, void *ctx) {
    *h = (html_reader){.events = events, .ctx = ctx};
}

/* Is what was read behind h->from text, for all that is known? */
static bool is_text(const html_reader *h) {
    return h->state <= AT_RAW_NAME;
}

/* A line end that stands nowhere: no "<" or "&" is open behind it. */
static lede_status cross_gap(html_reader *h, uint32_t begin) {
    lede_status status = steps[h->state](h, h->end, '\n');
    if (status == LEDE_OK && is_text(h)) {
        status = deliver_text(h, h->end, begin);
    }
    return status;
}

lede_status html_feed(html_reader *h, const char *bytes, lede_span chunk) {
    lede_status status = h->end != chunk.begin ? cross_gap(h, chunk.begin) : LEDE_OK;
    h->bytes = bytes;
    for (uint32_t at = chunk.begin; status == LEDE_OK && at < chunk.end; at++) {
        status = steps[h->state](h, at, bytes[at]);
    }
    h->end = chunk.end;
    return status;
}

lede_status html_end_tag(html_reader *h) {
    lede_status status = LEDE_OK;
    if (h->state >= IN_TAG) {
        status = html_step_tag(h, h->end - 1, '>');
    }
    h->raw = NULL;
    return status;
}

lede_status html_close(html_reader *h) {
    lede_status status = LEDE_OK;
    if (h->state == IN_COMMENT) {
        status = h->events->comment(h->ctx, (lede_span){h->mark, h->end});
    } else if (is_text(h)) {
        status = deliver_text(h, h->end, h->end);
    }
    html_open(h, h->events, h->ctx);
    return status;
}
