/* SPDX-License-Identifier: MIT */
#include "fuzz/oracle.h"
#include "fuzz/reference.h"
#include "markup/lines.h"
#include "markup/places.h"
#include "markup/stride.h"

/* Each place costs up to a kilobyte of counting: of a long source some are asked,
 * and those beside the marks that counting begins at. */
#define PLACES 24u

/* ---- The source, walked once --------------------------------------------- */

typedef struct walk {
    const source *s;
    lede_place here;
    uint32_t bad;
    uint32_t nul;
    uint32_t first_bad;
    uint32_t lines;
} walk;

static walk begin_walk(const source *s) {
    static const char mark[] = "\xEF\xBB\xBF";
    uint32_t bom = s->size >= 3 && memcmp(s->bytes, mark, 3) == 0 ? 3 : 0;
    ORACLE(s->bom == bom);
    return (walk){s, {bom, 1, 1, 1}, 0, 0, LEDE_NONE, 1};
}

static void begin_line(walk *w) {
    w->here.line++;
    w->here.column = w->here.utf16_column = 1;
    ORACLE(w->lines < w->s->lines.count);
    ORACLE(w->s->lines.items[w->lines++] == w->here.offset);
}

/* Past one code point or bad sequence. */
static reference_point step(walk *w) {
    const source *s = w->s;
    uint32_t at = w->here.offset;
    reference_point p = reference_decode(s->bytes + at, s->size - at);
    bool nul = p.code == 0;
    w->bad += p.bad;
    w->nul += nul;
    w->first_bad = (p.bad || nul) && w->first_bad == LEDE_NONE ? at : w->first_bad;
    w->here.offset += p.bytes;
    w->here.column++;
    w->here.utf16_column += p.code > 0xFFFF ? 2 : 1;
    bool pair = p.code == '\r' && at + 1 < s->size && s->bytes[at + 1] == '\n';
    if (p.code == '\n' || (p.code == '\r' && !pair)) {
        begin_line(w);
    }
    return p;
}

static bool same_place(lede_place a, lede_place b) {
    return a.offset == b.offset && a.line == b.line && a.column == b.column &&
           a.utf16_column == b.utf16_column;
}

/* Every byte of a sequence stands where the sequence does. */
static void check_places(const source *s, lede_place here, uint32_t bytes) {
    for (uint32_t i = 0; i < bytes; i++) {
        lede_place wanted = here;
        wanted.offset += i;
        ORACLE(same_place(place_in_source(s, here.offset + i), wanted));
    }
}

void oracle_source(const source *s) {
    walk w = begin_walk(s);
    bool ascii = true;
    ORACLE(s->lines.count > 0 && s->lines.items[0] == s->bom);
    for (uint32_t every = s->size / PLACES + 1, i = 0; w.here.offset < s->size; i++) {
        lede_place here = w.here;
        reference_point p = step(&w);
        ascii = ascii && (p.bytes == 1 && !p.bad);
        bool mark = (here.offset + 4) % SOURCE_STRIDE < 8;
        if (i % every == 0 || mark) {
            check_places(s, here, p.bytes);
        }
    }
    ORACLE(w.here.offset == s->size && w.lines == s->lines.count);
    ORACLE(s->bad == w.bad && s->nul == w.nul && s->first_bad == w.first_bad);
    ORACLE(s->ascii == (ascii && s->bom == 0));
    ORACLE(same_place(place_in_source(s, s->size), w.here));
    ORACLE(same_place(place_in_source(s, UINT32_MAX), w.here));
}

/* ---- The visible text ------------------------------------------------------ */

/* The text is that of the source, with U+FFFD for what cannot be shown, and every
 * offset of it has its place. */
static void check_text(const source *s, const page *p) {
    uint32_t from = s->bom, to = 0;
    while (from < s->size) {
        reference_point point = reference_decode(s->bytes + from, s->size - from);
        bool replaced = point.bad || point.code == 0;
        const char *shown = replaced ? "\xEF\xBF\xBD" : s->bytes + from;
        uint32_t n = replaced ? 3 : point.bytes;
        ORACLE(p->size - to >= n && memcmp(p->text + to, shown, n) == 0);
        ORACLE(page_source_offset(p, to) == from);
        from += point.bytes;
        to += n;
    }
    ORACLE(to == p->size);
    ORACLE(page_source_offset(p, to) == (p->pieces.count > 0 ? s->size : 0));
}

static void check_pieces(const source *s, const page *p) {
    uint32_t text = 0, from = s->bom;
    for (size_t i = 0; i < p->pieces.count; i++) {
        const piece *at = &p->pieces.items[i];
        uint32_t n = at->text.end - at->text.begin;
        uint32_t m = at->source.end - at->source.begin;
        ORACLE(at->text.begin == text && at->source.begin == from);
        ORACLE(n > 0 || (p->size == 0 && p->pieces.count == 1));
        ORACLE(at->kind == PIECE_SAME || at->kind == PIECE_DECODED);
        if (at->kind == PIECE_SAME) {
            ORACLE(n == m && memcmp(p->text + text, s->bytes + from, n) == 0);
        } else {
            ORACLE(n % at->unit_text == 0 && m % at->unit_source == 0);
            ORACLE(n / at->unit_text == m / at->unit_source);
        }
        text = at->text.end;
        from = at->source.end;
    }
    ORACLE(text == p->size && (from == s->size || p->pieces.count == 0));
}

static void check_text_places(const source *s, const page *p) {
    uint32_t step = p->size / PLACES + 1, last = 0;
    for (uint32_t at = 0; at <= p->size; at += step) {
        lede_place place = place_in_text(s, p, at);
        ORACLE(place.offset == page_source_offset(p, at) && place.offset >= last);
        ORACLE(same_place(place, place_in_source(s, place.offset)));
        last = place.offset;
    }
}

/* ---- Lines and blocks ------------------------------------------------------ */

static void check_span(const page *p, lede_span span, uint32_t least) {
    ORACLE(span.begin >= least && span.begin < span.end && span.end <= p->size);
    ORACLE(reference_is_utf8(p->text + span.begin, span.end - span.begin));
    ORACLE(reference_is_blank(p->text + least, span.begin - least));
}

static bool ends_in_space(const char *text, uint32_t n) {
    uint32_t last = n - 1;
    while (((unsigned char)text[last] & 0xC0u) == 0x80u) {
        last--;
    }
    return reference_is_space(reference_decode(text + last, n - last).code);
}

static void check_trimmed(const page *p, lede_span span) {
    const char *text = p->text + span.begin;
    uint32_t n = span.end - span.begin;
    ORACLE(!reference_is_space(reference_decode(text, n).code));
    ORACLE(!ends_in_space(text, n));
}

static void check_lines(const page *p) {
    for (uint32_t at = 0; at < p->size;) {
        text_line line = line_read(p->text, p->size, at);
        ORACLE(line.next > at && line.next <= p->size);
        ORACLE(line.span.begin >= at && line.span.end <= line.next);
        ORACLE(line.span.begin <= line.span.end);
        ORACLE(reference_is_blank(p->text + at, line.span.begin - at));
        ORACLE(reference_is_blank(p->text + line.span.end, line.next - line.span.end));
        if (line.span.begin < line.span.end) {
            check_span(p, line.span, line.span.begin);
            check_trimmed(p, line.span);
        }
        at = line.next;
    }
}

/* Between the blocks there is white space and nothing else. */
static void check_blocks(const page *p) {
    uint32_t end = 0;
    for (size_t i = 0; i < p->blocks.count; i++) {
        const lede_block *b = &p->blocks.items[i];
        check_span(p, b->span, end);
        check_trimmed(p, b->span);
        ORACLE(b->kind <= LEDE_BLOCK_METADATA);
        end = b->span.end;
    }
    ORACLE(reference_is_blank(p->text + end, p->size - end));
}

/* Each entry is a block of its own, and the blocks of metadata are the entries. */
static void check_ledger(const page *p) {
    size_t entry = 0;
    for (size_t i = 0; i < p->blocks.count; i++) {
        const lede_block *b = &p->blocks.items[i];
        if (b->kind == LEDE_BLOCK_METADATA) {
            ORACLE(entry < p->ledger.count);
            ORACLE(p->ledger.items[entry].span.begin == b->span.begin);
            ORACLE(p->ledger.items[entry].span.end == b->span.end);
            ORACLE(p->ledger.items[entry].rule != LEDE_RULE_NONE);
            entry++;
        }
    }
    ORACLE(entry == p->ledger.count);
}

void oracle_page_text(const source *s, const page *p) {
    ORACLE(reference_is_utf8(p->text, p->size));
    check_text(s, p);
    check_pieces(s, p);
}

void oracle_page(const source *s, const page *p, lede_newlines newlines) {
    ORACLE(newlines == LEDE_NEWLINES_AUTO ||
           p->hard_wrapped == (newlines == LEDE_NEWLINES_SOFT));
    oracle_page_text(s, p);
    check_text_places(s, p);
    check_lines(p);
    check_blocks(p);
    check_ledger(p);
}
