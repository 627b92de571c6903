/* SPDX-License-Identifier: MIT */
#include "markup/flow.h"

#include "markup/shapes.h"
#include "markup/white.h"
#include "unicode/properties.h"
#include "unicode/utf8.h"

void flow_open(flow *f, page_writer w, lede_newlines newlines, uint32_t source_begin) {
    *f = (flow){.w = w,
                .newlines = newlines,
                .kind = LEDE_BLOCK_PROSE,
                .source_end = source_begin,
                .images_at = LEDE_NONE};
}

static bool ok(const flow *f) {
    return f->status == LEDE_OK;
}

static void keep(flow *f, lede_status status) {
    if (ok(f)) {
        f->status = status;
    }
}

static uint32_t written(const flow *f) {
    return (uint32_t)f->w.page->owned.count;
}

static const char *text_of(const flow *f) {
    return f->w.page->owned.items;
}

/* ---- White space ------------------------------------------------------------ */

/* Where text [begin, end) ends without the white space behind it. */
static uint32_t before_white(const flow *f, uint32_t begin, uint32_t end) {
    return white_trim(text_of(f), begin, end);
}

static bool ends_white(const flow *f) {
    size_t at = written(f);
    return at > 0 && white_is(utf8_previous(text_of(f), &at));
}

/* ---- Blocks ------------------------------------------------------------ */

/* Between two blocks an empty line, as people write it. */
static void separate(flow *f, uint32_t begin) {
    if (written(f) > 0) {
        lede_span between = {f->source_end, begin};
        keep(f, page_write_generated(&f->w, "\n\n", 2, between));
    }
}

static void push_block(flow *f, lede_block block) {
    page *p = f->w.page;
    if (!ok(f) || block.span.begin >= block.span.end) {
        return;
    }
    if (!VEC_RESERVE(&p->blocks, f->w.allocator, 1)) {
        keep(f, LEDE_NO_MEMORY);
        return;
    }
    p->blocks.items[p->blocks.count++] = block;
}

static void note_gap(flow *f) {
    page *p = f->w.page;
    if (!VEC_RESERVE(&p->gaps, f->w.allocator, 1)) {
        keep(f, LEDE_NO_MEMORY);
        return;
    }
    p->gaps.items[p->gaps.count++] = written(f);
}

static void open_block(flow *f, uint32_t begin) {
    separate(f, begin);
    f->block = (lede_block){{written(f), 0}, 0, 0, (uint8_t)f->kind, f->level, f->inside};
    f->open = true;
    f->broken = false;
    f->gapped = f->gap;
    f->gap = false;
    f->line_end = FLOW_NO_BREAK;
    if (f->gapped) {
        note_gap(f);
    }
}

/* Images behind the text are captions. */
static void push_captions(flow *f) {
    page *p = f->w.page;
    for (size_t i = 0; i < f->images.count; i++) {
        const flow_image *image = &f->images.items[i];
        if (image->omission != LEDE_NONE) {
            p->omissions.items[image->omission].kind = LEDE_OMITTED_NONE;
        }
        push_block(
            f, (lede_block){image->text, 0, 0, LEDE_BLOCK_CAPTION, 0, f->block.inside});
    }
    f->images.count = 0;
}

static void end_block(flow *f) {
    if (!f->open || !ok(f)) {
        return;
    }
    uint32_t end = f->images_at != LEDE_NONE ? f->images_at : written(f);
    lede_block *b = &f->block;
    b->span.end = before_white(f, b->span.begin, end);
    if (b->kind == LEDE_BLOCK_PROSE && !f->broken && !f->gapped &&
        shape_is_heading(text_of(f) + b->span.begin, b->span.end - b->span.begin)) {
        b->kind = LEDE_BLOCK_HEADING;
    }
    f->open = false;
    push_block(f, *b);
    push_captions(f);
    f->images_at = LEDE_NONE;
}

void flow_block(flow *f, lede_block_kind kind, unsigned level) {
    f->image_depth = f->image_depth > 0 ? 1 : 0;
    flow_image_close(f);
    end_block(f);
    f->kind = kind;
    f->level = (uint8_t)(level < UINT8_MAX ? level : UINT8_MAX);
    f->gap = false;
    f->line_end = FLOW_NO_BREAK;
}

/* Entries of images that turned out to be captions go. */
static void drop_entries(page *p) {
    size_t kept = 0;
    for (size_t i = 0; i < p->omissions.count; i++) {
        if (p->omissions.items[i].kind != LEDE_OMITTED_NONE) {
            p->omissions.items[kept++] = p->omissions.items[i];
        }
    }
    p->omissions.count = kept;
}

/* An image is told behind what is left out inside it, and the last hidden text of a block
 * at the end of the block: those pass what they hold or hid, and nothing else. */
static void order_entries(page *p) {
    lede_omission *all = p->omissions.items;
    for (size_t i = 1; i < p->omissions.count; i++) {
        lede_omission one = all[i];
        size_t at = i;
        while (at > 0 && all[at - 1].source.begin > one.source.begin) {
            all[at] = all[at - 1];
            at--;
        }
        all[at] = one;
    }
}

lede_status flow_close(flow *f) {
    end_block(f);
    drop_entries(f->w.page);
    order_entries(f->w.page);
    VEC_FREE(&f->images, f->w.allocator);
    return f->status;
}

/* ---- What is left out ------------------------------------------------------------ */

static lede_omission *last_omission(const flow *f) {
    const page *p = f->w.page;
    return p->omissions.count > 0 ? &p->omissions.items[p->omissions.count - 1] : NULL;
}

static void push_omission(flow *f, lede_omission entry) {
    page *p = f->w.page;
    /* That there is room says that there are items, but not to analyzers. */
    if (!VEC_RESERVE(&p->omissions, f->w.allocator, 1) || p->omissions.items == NULL) {
        keep(f, LEDE_NO_MEMORY);
        return;
    }
    p->omissions.items[p->omissions.count++] = entry;
}

void flow_omit(flow *f, lede_span span, lede_omission_kind kind, bool gap) {
    lede_omission *last = last_omission(f);
    if (!ok(f)) {
        return;
    }
    if (last == NULL || span.begin >= last->source.end) {
        push_omission(f, (lede_omission){span, (uint8_t)kind});
    } else if (span.end > last->source.end) {
        last->source.end = span.end;
    }
    f->spaced = f->spaced && !gap;
    f->gap = f->gap || gap;
    f->gap_behind = f->gap_behind || gap;
    f->gapped = f->gapped || gap;
}

static bool is_closing(const char *bytes, uint32_t at, uint32_t end) {
    utf8_point p = utf8_decode(bytes + at, end - at);
    sentence_break kind = unicode_sentence_break(p.code);
    bool pause = p.code == ',' || p.code == ';' || p.code == ':';
    return pause || p.code == ')' || p.code == ']' || kind == SB_ATERM ||
           kind == SB_STERM;
}

/* "Call `run`, then" has no space before its comma, "Use `run` here" has one, and "with
 * `run` .NET" keeps its own. */
static void pass_gap(flow *f, const char *bytes, uint32_t at, uint32_t end) {
    f->gap = false;
    if (!f->spaced && is_closing(bytes, at, end)) {
        page_write_cut(&f->w, before_white(f, f->block.span.begin, written(f)));
    } else if (written(f) > f->block.span.begin && !ends_white(f)) {
        lede_span left_out = {f->source_end, f->source_end};
        keep(f, page_write_generated(&f->w, " ", 1, left_out));
    }
}

/* ---- Line ends ------------------------------------------------------------ */

static bool is_small(const char *bytes, uint32_t at, uint32_t end) {
    return unicode_class_of(utf8_decode(bytes + at, end - at).code) == UC_LETTER_LOWER;
}

/* Does the line end close the block? A break that the writer made does, as between the
 * lines of an address, unless the sentence visibly goes on. */
static bool line_divides(const flow *f, const char *bytes, uint32_t at, uint32_t end) {
    if (f->line_end == FLOW_NO_BREAK || f->image_depth > 0) {
        return false;
    }
    return f->newlines == LEDE_NEWLINES_HARD ||
           (f->line_end == FLOW_HARD_BREAK && !is_small(bytes, at, end));
}

/* Nothing but the line end itself stands in the source between the two lines. */
static bool is_bare(const flow *f, uint32_t begin) {
    const char *s = f->w.source->bytes + f->source_end;
    uint32_t n = begin - f->source_end;
    return (n == 1 && (s[0] == '\n' || s[0] == '\r')) ||
           (n == 2 && s[0] == '\r' && s[1] == '\n');
}

static void write_line_end(flow *f, uint32_t begin) {
    lede_span between = {f->source_end, begin};
    bool bare = f->line_end == FLOW_SOFT_BREAK && is_bare(f, begin);
    keep(f, bare ? page_write_source(&f->w, between)
                 : page_write_generated(&f->w, "\n", 1, between));
    f->broken = true;
    f->line_end = FLOW_NO_BREAK;
}

void flow_line_end(flow *f, flow_break kind) {
    f->gap_behind = false;
    bool front = f->image_depth > 0 && written(f) == f->image_begin; /* of an image */
    f->line_end = f->line_end < kind && !front ? kind : f->line_end;
}

/* ---- Text -----------------------------------------------------------------------------
 */

/* Of the image at hand nothing is written yet. */
static bool begins_image(const flow *f) {
    return f->image_depth > 0 && written(f) == f->image_begin;
}

/* Text behind images: they stand inside a sentence, where their text is none of it. */
static void leave_images_out(flow *f) {
    page *p = f->w.page;
    page_write_cut(&f->w, f->images_at);
    while (p->gaps.count > 0 && p->gaps.items[p->gaps.count - 1] > f->images_at) {
        p->gaps.count--;
    }
    f->images.count = 0;
    f->images_at = LEDE_NONE;
    f->gap = true;
}

/* Everything that lies between the last text and this one, which begins with no white
 * space. bytes: where it is read, at `at`; begin: where it stands. */
static void prepare(flow *f, const char *bytes, lede_span at, uint32_t begin) {
    if (f->open && line_divides(f, bytes, at.begin, at.end)) {
        end_block(f);
        f->gap = f->gap_behind;
    } else if (f->images_at != LEDE_NONE && f->image_depth == 0) {
        leave_images_out(f);
    }
    bool gap = f->gap && f->open;
    if (!f->open) {
        open_block(f, begin);
        return;
    }
    if (f->line_end != FLOW_NO_BREAK && !begins_image(f)) {
        write_line_end(f, begin);
    }
    if (gap) {
        pass_gap(f, bytes, at.begin, at.end);
        note_gap(f);
    }
}

/* Must white space in front be dropped? */
static bool is_fresh(const flow *f) {
    return !f->open || f->line_end != FLOW_NO_BREAK || begins_image(f) ||
           (f->gap && ends_white(f)) ||
           (f->images_at != LEDE_NONE && f->image_depth == 0);
}

void flow_text(flow *f, lede_span span) {
    const char *bytes = f->w.source->bytes;
    uint32_t visible = white_skip(bytes, span.begin, span.end);
    if (!ok(f) || span.begin >= span.end) {
        return;
    }
    if (visible == span.end) {
        f->spaced = true;
        if (!is_fresh(f)) {
            keep(f, page_write_source(&f->w, span));
            f->source_end = span.end;
        }
        return;
    }
    f->spaced = f->spaced || visible > span.begin;
    if (is_fresh(f)) {
        span.begin = visible;
    } else if (visible > span.begin) {
        keep(f, page_write_source(&f->w, (lede_span){span.begin, visible}));
        f->source_end = span.begin = visible;
    }
    prepare(f, bytes, span, span.begin);
    keep(f, page_write_source(&f->w, span));
    f->source_end = span.end;
    f->spaced = false;
}

void flow_decoded(flow *f, const char *bytes, uint32_t n, lede_span span) {
    bool white = white_skip(bytes, 0, n) == n;
    if (!ok(f) || (white && is_fresh(f))) {
        return;
    }
    f->spaced = false;
    if (!white) {
        prepare(f, bytes, (lede_span){0, n}, span.begin);
    }
    keep(f, page_write_decoded(&f->w, bytes, n, span));
    f->source_end = span.end;
}

/* ---- Images ------------------------------------------------------------ */

/* Of an image behind text it is not known yet whether it ends the block. */
void flow_image_open(flow *f) {
    if (!ok(f) || f->image_depth++ > 0) {
        return;
    }
    f->spaced = false;
    if (f->open) {
        f->images_at = f->images_at == LEDE_NONE ? written(f) : f->images_at;
        separate(f, f->source_end);
        f->line_end = FLOW_NO_BREAK;
    }
    f->image_begin = f->open ? written(f) : LEDE_NONE;
}

/* An entry for what is left out if text follows; none inside another, as of an alt in a
 * tag. */
static uint32_t push_image(flow *f, lede_span text) {
    page *p = f->w.page;
    const lede_omission *last = last_omission(f);
    lede_span span = {page_source_offset(p, text.begin), f->source_end};
    if (last != NULL && span.begin < last->source.end) {
        return LEDE_NONE;
    }
    push_omission(f, (lede_omission){span, LEDE_OMITTED_IMAGE});
    return (uint32_t)p->omissions.count - 1;
}

static void keep_image(flow *f) {
    lede_span text = {f->image_begin, before_white(f, f->image_begin, written(f))};
    if (text.begin >= text.end) {
        return;
    }
    uint32_t entry = push_image(f, text);
    if (!ok(f)) {
        return;
    }
    if (!VEC_RESERVE(&f->images, f->w.allocator, 1)) {
        keep(f, LEDE_NO_MEMORY);
        return;
    }
    f->images.items[f->images.count++] = (flow_image){text, entry};
}

void flow_image_close(flow *f) {
    if (!ok(f) || f->image_depth == 0 || --f->image_depth > 0) {
        return;
    }
    if (f->image_begin != LEDE_NONE) {
        keep_image(f);
        return;
    }
    f->block.kind = LEDE_BLOCK_CAPTION;
    f->block.level = 0;
    end_block(f);
}
