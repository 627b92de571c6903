/* SPDX-License-Identifier: MIT */
#include "text/describe.h"

#include "unicode/properties.h"
#include "unicode/utf8.h"

#define REFERENCE_WORDS 2u /* "[note 3]" */

static bool is_mark(const view *v, uint32_t i, mark_kind kind) {
    return i < v->end && v->words[i].kind == LEDE_WORD_MARK && v->words[i].mark == kind;
}

static bool is_glued(const view *v, uint32_t i) {
    return i < v->end && (v->words[i].flags & LEDE_WORD_GLUED) != 0;
}

static bool is_terminator(const view *v, uint32_t i) {
    return i < v->end && v->words[i].mark >= MARK_STOP &&
           v->words[i].mark <= MARK_ELLIPSIS;
}

static bool has_own_stop(const view *v, uint32_t i) {
    return (v->words[i].flags & LEDE_WORD_FINAL_DOT) != 0;
}

/* ---- What belongs to a terminator -------------------------------------- */

/* An ellipsis of the word behind it: "raak. ...en toen". */
static bool opens_next(const view *v, uint32_t i) {
    return v->words[i].mark == MARK_ELLIPSIS && !is_glued(v, i) && is_glued(v, i + 1) &&
           v->words[i + 1].kind != LEDE_WORD_MARK;
}

#define STOP_AND_ELLIPSIS 4u

/* Behind a run ". . ." or "! ! !": the index of what follows it. Four stops with
 * spaces are a full stop and an ellipsis behind it. */
static uint32_t behind_run(const view *v, uint32_t i, mark_kind *kind) {
    uint32_t next = i + 1, dots = v->words[i].span.end - v->words[i].span.begin;
    bool stop = *kind == MARK_STOP && is_glued(v, i);
    while (is_terminator(v, next) && !opens_next(v, next)) {
        bool stops = *kind == MARK_STOP || *kind == MARK_ELLIPSIS;
        mark_kind more = (mark_kind)v->words[next].mark;
        bool more_stops = more == MARK_STOP || more == MARK_ELLIPSIS;
        *kind = stops && more_stops ? MARK_ELLIPSIS : MARK_TERMINATOR;
        dots += v->words[next].span.end - v->words[next].span.begin;
        next++;
    }
    bool both = stop && *kind == MARK_ELLIPSIS && dots >= STOP_AND_ELLIPSIS;
    *kind = both ? MARK_STOP : *kind;
    return next;
}

/* "?!", "...": more characters than one. */
static bool is_run(const view *v, uint32_t i) {
    lede_span s = v->words[i].span;
    return v->words[i].kind == LEDE_WORD_MARK && s.end - s.begin > 1 &&
           utf8_count(v->d->page.text + s.begin, s.end - s.begin) > 1;
}

/* A quote that opens on one side and closes on the other tells by the white
 * space beside it. Typographic closers may stand off by one space (« »). */
static bool is_closer(const view *v, uint32_t i) {
    if (is_mark(v, i, MARK_CLOSE)) {
        bool letter_follows = is_glued(v, i + 1) && !is_glued(v, i);
        return !letter_follows;
    }
    bool quote = is_mark(v, i, MARK_QUOTE);
    bool either = quote || is_mark(v, i, MARK_OPEN);
    /* Spaces at both sides: how many stood before it tells. */
    if (is_mark(v, i, MARK_QUOTE) && v->words[i].term == '"' && !is_glued(v, i)) {
        return v->straight && !is_glued(v, i + 1);
    }
    bool emphasis =
        is_mark(v, i, MARK_OTHER) && (v->words[i].term == '*' || v->words[i].term == '_');
    if (!is_glued(v, i) || (!either && !emphasis)) {
        return false;
    }
    /* "Go.'" and "Go.") close one after the other; "stop."Then lacks a space. */
    bool chain = is_mark(v, i + 1, MARK_CLOSE) || is_mark(v, i + 1, MARK_QUOTE) ||
                 is_mark(v, i + 1, MARK_OPEN);
    bool capital = i + 1 < v->end && v->words[i + 1].kind == LEDE_WORD_WORD &&
                   (v->words[i + 1].flags & LEDE_WORD_UPPER) != 0;
    return !is_glued(v, i + 1) || (quote && (chain || capital));
}

/* An emoji between a terminator and a new sentence belongs to the old one. */
static uint32_t behind_emoji(const view *v, uint32_t i) {
    uint32_t next = i;
    while (is_mark(v, next, MARK_EMOJI)) {
        next++;
    }
    bool opens = next < v->end && !is_glued(v, next) &&
                 (v->words[next].flags & LEDE_WORD_UPPER) != 0;
    return next == v->end || opens ? next : i;
}

static uint32_t behind_closers(const view *v, uint32_t i) {
    while (i < v->end && is_closer(v, i)) {
        i++;
    }
    return i;
}

/* "[12]", "[note 3]" behind a stop stay with the sentence before them; after a
 * space only a number is taken for a reference. */
static uint32_t behind_reference(const view *v, uint32_t i) {
    if (!is_mark(v, i, MARK_OPEN) || v->words[i].term != '[') {
        return i;
    }
    bool omission = is_mark(v, i + 1, MARK_ELLIPSIS) && is_mark(v, i + 2, MARK_CLOSE);
    if (omission) {
        return i + 3;
    }
    bool number = i + 1 < v->end && v->words[i + 1].kind == LEDE_WORD_NUMBER;
    if (!is_glued(v, i) && !(number && is_mark(v, i + 2, MARK_CLOSE))) {
        return i;
    }
    uint32_t next = i + 1;
    while (next < v->end && next - i <= REFERENCE_WORDS &&
           v->words[next].kind != LEDE_WORD_MARK) {
        next++;
    }
    bool closed = is_mark(v, next, MARK_CLOSE) && v->words[next].term == ']';
    return closed && next > i + 1 ? next + 1 : i;
}

static const lede_word *word_before(const view *v, uint32_t i) {
    if (i == v->first || v->words[i - 1].kind == LEDE_WORD_MARK) {
        return NULL;
    }
    return &v->words[i - 1];
}

/* The same, but an abbreviation's stop may stand between: "Mrs. E." */
static const lede_word *earlier_word(const view *v, uint32_t i) {
    bool stop = i > v->first && is_mark(v, i - 1, MARK_STOP) && is_glued(v, i - 1);
    return word_before(v, stop ? i - 1 : i);
}

/* What the next sentence may begin with that tells nothing of it: controls of
 * direction, and the signs of quoted mail. */
static uint32_t behind_prefix(const view *v, uint32_t i) {
    uint32_t at = i;
    while (is_mark(v, at, MARK_OTHER) &&
           ((v->words[at].term == '>' && v->quoted) ||
            (unicode_flags(v->words[at].term) & UF_IGNORABLE) != 0)) {
        at++;
    }
    return at < v->end ? at : i;
}

static const lede_word *entry(const view *v, uint32_t i) {
    return i < v->end ? &v->words[i] : NULL;
}

/* ---- Quotations and brackets -------------------------------------------- */

static bool is_bracket(uint32_t code) {
    return code == '(' || code == ')' || code == '[' || code == ']' || code == '{' ||
           code == '}' || code == 0xFF08 || code == 0xFF09;
}

/* 〈〉《》 */
static bool is_title_bracket(uint32_t code) {
    return code >= 0x3008 && code <= 0x300B;
}

static bool is_introduced(const view *v) {
    return v->looked > v->first && is_mark(v, v->looked - 1, MARK_PAUSE);
}

void view_note(view *v) {
    const lede_word *w = &v->words[v->looked];
    if (w->mark == MARK_PAUSE) { /* nine of ten */
        return;
    }
    if (w->mark == MARK_QUOTE && w->term == '"') {
        v->quote = !v->quote;
        v->straight = !v->straight;
        v->introduced = v->straight ? is_introduced(v) : v->introduced;
    } else if (w->mark == MARK_OPEN || w->mark == MARK_CLOSE) {
        bool open = w->mark == MARK_OPEN, bracket = is_bracket(w->term);
        v->quote = bracket || w->term == 0x2019 ? v->quote : open;
        v->title = is_title_bracket(w->term) ? open : v->title;
        v->introduced = open && !bracket ? is_introduced(v) : v->introduced;
        v->brackets += bracket && open;
        v->brackets -= bracket && !open && v->brackets > 0;
    }
}

void view_look_on(view *v, uint32_t i) {
    for (; v->looked < i; v->looked++) {
        if (v->words[v->looked].mark != 0) {
            view_note(v);
        }
    }
}

static uint8_t inside(const view *v) {
    return v->quote          ? EVIDENCE_INSIDE_QUOTE
           : v->brackets > 0 ? EVIDENCE_INSIDE_BRACKET
                             : EVIDENCE_INSIDE_NOTHING;
}

/* ---- The walk ---------------------------------------------------------- */

/* Neither emoji nor rule. */
static bool is_text_mark(mark_kind kind) {
    return kind != MARK_EMOJI && kind != MARK_RULE;
}

/* Behind the terminator at i, with what belongs to it: marks, and nothing else. */
static uint32_t describe_mark(const view *v, uint32_t i, boundary *b) {
    uint32_t next = i + 1;
    if (next == v->end || v->words[next].kind != LEDE_WORD_MARK) {
        b->repeated = is_text_mark(b->kind) && is_run(v, i);
        return next;
    }
    if (!is_text_mark(b->kind)) {
        while (next < v->end && v->words[next].mark == b->kind) {
            next++;
        }
    } else {
        next = behind_run(v, i, &b->kind);
        b->repeated = next > i + 1 || is_run(v, i);
    }
    uint32_t behind = behind_closers(v, next);
    b->closed = behind > next;
    b->bracket_closed = b->closed && is_bracket(v->words[behind - 1].term);
    return behind_emoji(v, behind_reference(v, behind));
}

/* A mark that only the language counts as a terminator: ";" in Greek. */
static mark_kind kind_of(const lede_word *mark) {
    bool more = mark->mark < MARK_STOP || mark->mark > MARK_RULE;
    return more ? MARK_TERMINATOR : (mark_kind)mark->mark;
}

/* Marks that open the sentence are walked once, not for every stop in it. */
static bool is_alone(view *v, uint32_t word) {
    v->head = v->head < v->first ? v->first : v->head;
    while (v->head < word && v->words[v->head].kind == LEDE_WORD_MARK) {
        v->head++;
    }
    return v->head == word;
}

uint32_t describe(view *v, uint32_t i, boundary *b) {
    bool own = has_own_stop(v, i);
    *b = (boundary){.d = v->d,
                    .first = &v->words[v->first],
                    .mark = &v->words[i],
                    .end = v->words + v->end,
                    .kind = own ? MARK_STOP : kind_of(&v->words[i])};
    view_look(v, i);
    uint32_t next = describe_mark(v, i, b);
    uint32_t word = own ? i + 1 : i;
    b->before = word_before(v, word);
    b->attached = own || is_glued(v, i);
    b->alone = b->before != NULL && is_alone(v, word - 1);
    b->earlier = b->before != NULL ? earlier_word(v, word - 1) : NULL;
    b->bracketed = i > v->first && is_mark(v, i - 1, MARK_OPEN) && b->closed;
    uint32_t after = behind_prefix(v, next);
    b->glued = is_glued(v, next);
    b->after = entry(v, after);
    b->later = entry(v, after + 1);
    b->inside = inside(v);
    b->titled = v->title;
    b->introduced = v->introduced;
    b->classes = boundary_classes(b);
    return next;
}
