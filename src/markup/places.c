/* SPDX-License-Identifier: MIT */
#include "markup/places.h"

#include "markup/stride.h"
#include "unicode/utf8.h"

static bool is_continuation(char c) {
    return ((unsigned char)c & 0xC0u) == 0x80u;
}

static source_mark count_valid(const source *s, source_mark from, uint32_t stop) {
    while (stop < s->size && is_continuation(s->bytes[stop])) {
        stop++;
    }
    utf8_size size = utf8_measure(s->bytes + from.offset, stop - from.offset);
    from.points += (uint32_t)size.points;
    from.units += (uint32_t)size.units;
    from.offset = stop;
    return from;
}

source_mark stride_count(const source *s, source_mark from, uint32_t stop) {
    if (stop > s->size) {
        stop = s->size;
    }
    if (from.offset >= stop) {
        return from;
    }
    if (s->bad == 0) {
        return count_valid(s, from, stop);
    }
    while (from.offset < stop) {
        utf8_point p = utf8_decode(s->bytes + from.offset, s->size - from.offset);
        from.offset += p.bytes;
        from.points += 1;
        from.units += p.code > 0xFFFFu ? 2 : 1;
    }
    return from;
}

/* The begin of the sequence that holds a byte, from a mark before it. */
static uint32_t sequence_begin(const source *s, uint32_t from, uint32_t offset) {
    if (s->bad == 0) {
        while (offset < s->size && offset > 0 && is_continuation(s->bytes[offset])) {
            offset--;
        }
        return offset;
    }
    while (from < offset) {
        uint32_t next = from + utf8_decode(s->bytes + from, s->size - from).bytes;
        if (next > offset) {
            break;
        }
        from = next;
    }
    return from;
}

/* Counts up to the sequence that holds `offset`. */
static source_mark count_to(const source *s, uint32_t offset) {
    size_t i = offset / SOURCE_STRIDE;
    if (i >= s->marks.count) {
        i = s->marks.count - 1;
    }
    if (s->marks.items[i].offset > offset) {
        i--;
    }
    source_mark mark = s->marks.items[i];
    return stride_count(s, mark, sequence_begin(s, mark.offset, offset));
}

/* Index of the line that holds offset. */
static size_t line_of(const source *s, uint32_t offset) {
    size_t low = 0, high = s->lines.count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (s->lines.items[middle] <= offset) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

lede_place place_in_source(const source *s, uint32_t offset) {
    if (offset > s->size) {
        offset = s->size;
    }
    size_t line = line_of(s, offset);
    uint32_t begin = s->lines.items[line];
    lede_place place = {offset, (uint32_t)line + 1, 1, 1};
    if (offset <= begin) {
        return place;
    }
    if (s->ascii) {
        place.column += offset - begin;
        place.utf16_column += offset - begin;
        return place;
    }
    source_mark from = count_to(s, begin), to = count_to(s, offset);
    place.column += to.points - from.points;
    place.utf16_column += to.units - from.units;
    return place;
}

lede_place place_in_text(const source *s, const page *p, uint32_t offset) {
    return place_in_source(s, page_source_offset(p, offset));
}

lede_place place_of_end(const source *s, const page *p, uint32_t offset) {
    return place_in_source(s, page_source_end(p, offset));
}

/* ---- One behind the other ------------------------------------------------------- */

static source_mark count_on(const source *s, source_mark from, uint32_t stop) {
    return s->ascii ? (source_mark){stop, stop, stop} : stride_count(s, from, stop);
}

void place_cursor_open(place_cursor *c, const source *s) {
    *c = (place_cursor){s, {0, 0, 0}, {0, 0, 0}, 0};
}

lede_place place_cursor_move(place_cursor *c, uint32_t offset) {
    const source *s = c->s;
    offset = offset < s->size ? offset : s->size;
    while (c->lines < s->lines.count && s->lines.items[c->lines] <= offset) {
        c->at = count_on(s, c->at, s->lines.items[c->lines++]);
        c->line = c->at;
    }
    lede_place place = {offset, 1, 1, 1};
    if (c->lines > 0) { /* else before the first line, in a byte-order mark */
        c->at = count_on(s, c->at, offset);
        place.line = (uint32_t)c->lines;
        place.column += c->at.points - c->line.points;
        place.utf16_column += c->at.units - c->line.units;
    }
    return place;
}
