/* SPDX-License-Identifier: MIT */
#include "repeat/told.h"

#include "text/containment.h"

#include <string.h>

#define NOBODY UINT32_MAX
#define LEVELS 64u /* of how many classes were seen; as many or more are alike */
#define FREQUENT (CONTAINMENT_SHARED - 1) /* classes that need not be looked up */

typedef struct finder {
    const told_input *in;
    incidence x;
    uint32_t row;     /* the one compared with earlier ones */
    uint32_t *counts; /* rows: classes seen to be in both; 0 between rows */
    uint32_t *seen;   /* rows of which any was */
    uint32_t seen_count;
    uint32_t *next;                  /* rows: the next candidate of the same level */
    lede_told_twice best[TOLD_BEST]; /* rows in place of sentences */
    uint32_t best_count;
    bool is_copy; /* an earlier row has the same classes */
    told_pairs *out;
} finder;

/* How far a row looks that has more to look at than it may. */
typedef struct reach {
    uint32_t frequent[FREQUENT + 1]; /* its entries with the most earlier rows; a spare */
    uint64_t most;                   /* rows of each other class */
    uint32_t open;                   /* classes of which not all earlier rows are seen */
} reach;

/* ---- The best of a row ------------------------------------------------------- */

/* What the row may look at, and as many entries as it may read. */
static uint64_t budget_of(const finder *f) {
    return (uint64_t)TOLD_NEAR * incidence_size(&f->x, f->row);
}

static inline uint32_t smaller_of(uint32_t a, uint32_t b) {
    return a < b ? a : b;
}

static void note_pair(finder *f, uint32_t earlier, uint32_t shared) {
    uint32_t size = incidence_size(&f->x, earlier), own = incidence_size(&f->x, f->row);
    uint32_t smaller = smaller_of(size, own), at = f->best_count;
    lede_told_twice pair = {
        .first = earlier, .second = f->row, .shared = shared, .smaller = smaller};
    if (shared < containment_needed(smaller)) {
        return;
    }
    f->is_copy = f->is_copy || (shared == size && shared == own);
    while (at > 0 && told_is_better(&pair, &f->best[at - 1])) {
        at--;
    }
    if (at == TOLD_BEST) {
        return;
    }
    f->best_count += f->best_count < TOLD_BEST;
    for (uint32_t i = f->best_count - 1; i > at; i--) {
        f->best[i] = f->best[i - 1];
    }
    f->best[at] = pair;
}

/* ---- All earlier rows: counts are what is shared -------------------------------- */

/* The rows posted to a class before this one, which was posted last. */
static inline uint32_t earlier_rows(const finder *f, uint32_t entry) {
    return f->x.classes[f->x.class_at.items[entry]].posted - 1;
}

/* The last `most` of them, the nearest first. */
static void see_rows(finder *f, uint32_t entry, uint64_t most) {
    const incidence_class *c = &f->x.classes[f->x.class_at.items[entry]];
    uint32_t count = c->posted - 1;
    const uint32_t *row = f->x.postings + c->first_posting + count;
    uint32_t left = count < most ? count : (uint32_t)most;
    uint32_t *counts = f->counts, *seen = f->seen;
    size_t seen_count = f->seen_count;
    f->out->looked_at += left;
    for (; left > 0; left--) {
        uint32_t earlier = *--row;
        seen[seen_count] = earlier;
        seen_count += counts[earlier]++ == 0;
    }
    f->seen_count = (uint32_t)seen_count;
}

static void compare_all(finder *f) {
    const incidence *x = &f->x;
    for (uint32_t i = x->begin[f->row]; i < x->begin[f->row + 1]; i++) {
        see_rows(f, i, UINT64_MAX);
    }
    const uint32_t *seen = f->seen, *end = seen + f->seen_count;
    uint32_t *counts = f->counts;
    for (; seen < end; seen++) {
        uint32_t earlier = *seen, shared = counts[earlier];
        counts[earlier] = 0;
        if (shared >= CONTAINMENT_SHARED) {
            note_pair(f, earlier, shared);
        }
    }
}

/* ---- Near ones only ------------------------------------------------------------ */

static void find_frequent(const finder *f, reach *r) {
    const incidence *x = &f->x;
    uint32_t count = 0;
    for (uint32_t i = x->begin[f->row]; i < x->begin[f->row + 1]; i++) {
        uint32_t at = count, rows = earlier_rows(f, i);
        for (; at > 0 && rows > earlier_rows(f, r->frequent[at - 1]); at--) {
            r->frequent[at] = r->frequent[at - 1];
        }
        r->frequent[at] = i;
        count += count < FREQUENT;
    }
}

static bool is_frequent(const reach *r, uint32_t entry) {
    bool found = false;
    for (uint32_t i = 0; i < FREQUENT; i++) {
        found = found || r->frequent[i] == entry;
    }
    return found;
}

/* What it costs to look at `most` rows of each class; how many classes have more. */
static uint64_t cost_of(const finder *f, reach *r, uint64_t most) {
    const incidence *x = &f->x;
    uint64_t cost = 0;
    r->open = FREQUENT;
    r->most = most;
    for (uint32_t i = x->begin[f->row]; i < x->begin[f->row + 1]; i++) {
        uint32_t count = earlier_rows(f, i);
        if (!is_frequent(r, i)) {
            cost += count < most ? count : most;
            r->open += count > most;
        }
    }
    return cost;
}

/* TOLD_NEAR, doubled while the row can afford it. */
static void find_reach(const finder *f, reach *r) {
    uint64_t budget = budget_of(f);
    find_frequent(f, r);
    (void)cost_of(f, r, TOLD_NEAR);
    while (r->open > FREQUENT) {
        uint64_t most = r->most;
        if (cost_of(f, r, 2 * most) > budget) {
            (void)cost_of(f, r, most);
            return;
        }
    }
}

/* Those that may share enough, by how many classes were seen to be shared. Backwards,
 * so that those of a level stand in the order in which they were seen. */
static void sort_candidates(finder *f, const reach *r, uint32_t *levels) {
    const incidence *x = &f->x;
    const uint32_t *seen = f->seen;
    uint32_t *counts = f->counts, *next = f->next, open = r->open;
    uint32_t own = incidence_size(x, f->row);
    for (uint32_t i = 0; i < LEVELS; i++) {
        levels[i] = NOBODY;
    }
    for (uint32_t i = f->seen_count; i-- > 0;) {
        uint32_t earlier = seen[i], count = counts[earlier];
        uint32_t level = count < LEVELS ? count : LEVELS - 1;
        counts[earlier] = 0;
        if (count + open >=
            containment_needed(smaller_of(incidence_size(x, earlier), own))) {
            next[earlier] = levels[level];
            levels[level] = earlier;
        }
    }
}

/* Those of a level, as long as there are entries left to be read. */
static void read_level(finder *f, uint32_t first, uint64_t *left) {
    for (uint32_t i = first; i != NOBODY; i = f->next[i]) {
        uint32_t size = incidence_size(&f->x, i);
        if (size <= *left) {
            *left -= size;
            f->out->looked_at += size;
            note_pair(f, i, incidence_shared(&f->x, f->row, i));
            continue;
        }
        f->out->capped = true;
        if (*left < CONTAINMENT_CONTENT) {
            return; /* none of the others is that small */
        }
    }
}

static void compare_near(finder *f) {
    const incidence *x = &f->x;
    uint32_t levels[LEVELS];
    uint64_t left = budget_of(f);
    reach r = {.open = 0};
    find_reach(f, &r);
    f->out->capped = f->out->capped || r.open > FREQUENT;
    for (uint32_t i = x->begin[f->row]; i < x->begin[f->row + 1]; i++) {
        if (!is_frequent(&r, i)) {
            see_rows(f, i, r.most);
        }
    }
    sort_candidates(f, &r, levels);
    for (uint32_t level = LEVELS; level-- > 0;) {
        read_level(f, levels[level], &left);
    }
}

/* ---- Rows -------------------------------------------------------------------- */

/* A row is posted first, so that its classes are walked once for both. */
static void compare_row(finder *f) {
    incidence_before before = incidence_post(&f->x, f->row);
    f->best_count = f->seen_count = 0;
    f->is_copy = false;
    if (before.classes < CONTAINMENT_SHARED) {
        return;
    }
    if (before.rows <= budget_of(f)) {
        compare_all(f);
    } else {
        compare_near(f);
    }
    if (f->is_copy) {
        incidence_take_back(&f->x, f->row);
    }
}

static bool keep_best(finder *f) {
    for (uint32_t i = 0; i < f->best_count; i++) {
        if (!told_keep(f->out, &f->best[i], f->in->allocator)) {
            return false;
        }
    }
    return true;
}

static bool compare_rows(finder *f) {
    for (f->row = 0; f->row < f->x.rows; f->row++) {
        if (incidence_size(&f->x, f->row) < CONTAINMENT_CONTENT) {
            continue;
        }
        compare_row(f);
        if (!keep_best(f)) {
            return false;
        }
    }
    return true;
}

/* ---- Words ------------------------------------------------------------------- */

/* Is one entry of the first sentence to be shown before another? */
static bool is_rarer(const incidence *x, uint32_t a, uint32_t b) {
    uint32_t with_a = x->classes[x->class_at.items[a]].rows_with;
    uint32_t with_b = x->classes[x->class_at.items[b]].rows_with;
    return with_a != with_b ? with_a < with_b : a < b;
}

static void choose_words(const incidence *x, lede_told_twice *pair) {
    uint32_t chosen[LEDE_TOLD_WORDS + 1], count = 0; /* entries */
    for (uint32_t i = x->begin[pair->second]; i < x->begin[pair->second + 1]; i++) {
        uint32_t entry = incidence_entry(x, x->class_at.items[i]), at = count;
        if (entry == INCIDENCE_NONE) {
            continue;
        }
        for (; at > 0 && is_rarer(x, entry, chosen[at - 1]); at--) {
            chosen[at] = chosen[at - 1];
        }
        chosen[at] = entry;
        count += count < LEDE_TOLD_WORDS;
    }
    pair->word_count = count;
    for (uint32_t i = 0; i < count; i++) {
        pair->words[i] = x->word_at.items[chosen[i]];
    }
}

/* By their first sentences, so that each of these is marked once. */
static void finish_pairs(finder *f) {
    lede_told_twice *pairs = f->out->items.items;
    size_t count = f->out->items.count;
    told_sort(f->out, told_is_earlier);
    for (size_t i = 0; i < count; i++) {
        if (f->x.marked != pairs[i].first) {
            incidence_mark(&f->x, pairs[i].first);
        }
        choose_words(&f->x, &pairs[i]);
        pairs[i].first = f->in->content.sentences[pairs[i].first];
        pairs[i].second = f->in->content.sentences[pairs[i].second];
    }
    told_sort(f->out, told_is_better);
}

/* ---- All of it --------------------------------------------------------------- */

/* The three arrays over the rows are one block. */
static size_t block_size(const finder *f) {
    return ((size_t)f->x.rows + 1) * 3 * sizeof *f->counts;
}

static bool open_finder(finder *f) {
    const told_input *in = f->in;
    size_t rows = (size_t)in->content.rows + 1;
    if (!incidence_build(&f->x, in->document, &in->content)) {
        return false;
    }
    f->counts = memory_allocate(in->allocator, block_size(f));
    if (f->counts == NULL) {
        return false;
    }
    memset(f->counts, 0, rows * sizeof *f->counts);
    f->seen = f->counts + rows;
    f->next = f->seen + rows;
    return true;
}

static void close_finder(finder *f) {
    memory_free(f->in->allocator, f->counts, block_size(f));
    incidence_free(&f->x);
}

bool told_find(const told_input *in, told_pairs *out) {
    finder f = {.in = in, .out = out, .x = {.allocator = in->allocator}};
    *out = (told_pairs){.more = false};
    bool fine = open_finder(&f) && compare_rows(&f);
    if (fine) {
        finish_pairs(&f);
    }
    close_finder(&f);
    return fine;
}
