/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_near.h"

/*
 * The best local alignment (Smith and Waterman 1981) of the unit with the window: words
 * that are equal count by their weight, one that stands on one side alone costs. Cells
 * hold the best sum of an alignment that ends there; the way back begins at the largest,
 * of equal ones the first.
 */

#define EQUAL 2u /* times the weight */
#define GAP 2u

typedef struct grid {
    const verbatim_work *w;
    const uint32_t *rows; /* numbers of the unit */
    const uint32_t *columns;
    uint32_t *cells;
    uint32_t height; /* of cells: one more than there are of either */
    uint32_t width;
} grid;

static uint32_t *cell(const grid *g, uint32_t row, uint32_t column) {
    return &g->cells[(size_t)row * g->width + column];
}

static uint32_t less(uint32_t sum) {
    return sum > GAP ? sum - GAP : 0;
}

static uint32_t larger(uint32_t a, uint32_t b) {
    return a > b ? a : b;
}

static void fill_row(grid *g, uint32_t row) {
    uint32_t number = g->rows[row - 1];
    uint32_t gain = EQUAL * verbatim_weight(&g->w->index, number);
    *cell(g, row, 0) = 0;
    for (uint32_t column = 1; column < g->width; column++) {
        uint32_t best =
            less(larger(*cell(g, row - 1, column), *cell(g, row, column - 1)));
        if (g->columns[column - 1] == number) {
            best = larger(best, *cell(g, row - 1, column - 1) + gain);
        }
        *cell(g, row, column) = best;
    }
}

static bool is_equal(const grid *g, uint32_t row, uint32_t column) {
    uint32_t gain = EQUAL * verbatim_weight(&g->w->index, g->rows[row - 1]);
    return g->rows[row - 1] == g->columns[column - 1] &&
           *cell(g, row, column) == *cell(g, row - 1, column - 1) + gain;
}

static void find_largest(const grid *g, uint32_t *row, uint32_t *column) {
    *row = *column = 0;
    for (uint32_t i = 1; i < g->height; i++) {
        for (uint32_t k = 1; k < g->width; k++) {
            if (*cell(g, i, k) > *cell(g, *row, *column)) {
                *row = i;
                *column = k;
            }
        }
    }
}

/* From the end to the begin: a token goes to the block behind it, if it is its
 * neighbour. */
static void put_match(verbatim_blocks *out, const verbatim_block *match) {
    verbatim_block *last = out->count > 0 ? &out->items[out->count - 1] : NULL;
    if (last != NULL && last->passage == match->passage + 1 &&
        last->summary == match->summary + 1) {
        last->passage--;
        last->summary--;
        last->length++;
    } else {
        out->items[out->count++] = *match;
    }
    out->matched++;
}

static void turn_round(verbatim_blocks *out) {
    for (uint32_t i = 0; i < out->count / 2; i++) {
        verbatim_block b = out->items[i];
        out->items[i] = out->items[out->count - 1 - i];
        out->items[out->count - 1 - i] = b;
    }
}

static void walk_back(const grid *g, const verbatim_extent *e, const verbatim_place *p,
                      verbatim_blocks *out) {
    uint32_t row = 0, column = 0;
    find_largest(g, &row, &column);
    while (row > 0 && column > 0 && *cell(g, row, column) > 0) {
        if (is_equal(g, row, column)) {
            verbatim_block b = {p->source, p->begin + column - 1, e->begin + row - 1, 1};
            out->weight += verbatim_weight(&g->w->index, g->rows[row - 1]);
            put_match(out, &b);
            row--;
            column--;
        } else if (*cell(g, row, column) == less(*cell(g, row - 1, column))) {
            row--;
        } else {
            column--;
        }
    }
    turn_round(out);
}

bool verbatim_align(verbatim_work *w, const verbatim_extent *e, const verbatim_place *p,
                    verbatim_blocks *out) {
    grid g = {.w = w,
              .rows = w->summary.numbers.items + e->begin,
              .columns = w->rows[p->source].numbers.items + p->begin,
              .height = e->end - e->begin + 1,
              .width = p->end - p->begin + 1};
    size_t cells = (size_t)g.height * g.width;
    out->count = out->matched = 0;
    out->weight = 0;
    w->table.count = 0;
    if (!VEC_RESERVE(&w->table, w->q->allocator, cells)) {
        return false;
    }
    g.cells = w->table.items;
    for (uint32_t column = 0; column < g.width; column++) {
        *cell(&g, 0, column) = 0;
    }
    for (uint32_t row = 1; row < g.height; row++) {
        fill_row(&g, row);
    }
    walk_back(&g, e, p, out);
    return true;
}
