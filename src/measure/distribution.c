/* SPDX-License-Identifier: MIT */
#include "measure/distribution.h"

#include "base/real.h"

#include <string.h>

/* ---- Order ----------------------------------------------------------------- */

/* Nearly all lengths are small and need no comparisons: they are counted. */
#define SMALL 256u

static void sift(uint32_t *heap, size_t n, size_t at) {
    uint32_t value = heap[at];
    for (size_t child = 2 * at + 1; child < n; child = 2 * at + 1) {
        child += child + 1 < n && heap[child + 1] > heap[child];
        if (heap[child] <= value) {
            break;
        }
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = value;
}

static void heap_sort(uint32_t *values, size_t n) {
    for (size_t i = n / 2; i > 0; i--) {
        sift(values, n, i - 1);
    }
    for (size_t last = n; last > 1; last--) {
        uint32_t most = values[0];
        values[0] = values[last - 1];
        values[last - 1] = most;
        sift(values, last - 1, 0);
    }
}

static void sort(uint32_t *values, size_t n) {
    size_t counts[SMALL] = {0}, large = 0, at = 0;
    uint32_t most = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t value = values[i];
        if (value < SMALL) {
            counts[value]++;
            most = value > most ? value : most;
        } else {
            values[large++] = value;
        }
    }
    heap_sort(values, large);
    memmove(values + (n - large), values, large * sizeof *values);
    for (uint32_t value = 0; value <= most; value++) {
        for (size_t end = at + counts[value]; at < end; at++) {
            values[at] = value;
        }
    }
}

/* ---- Figures --------------------------------------------------------------- */

/* The quantile part/20 of sorted values; in whole numbers, so that one that falls on a
 * value is that value. */
static double quantile(const uint32_t *values, size_t n, uint64_t part) {
    uint64_t place = (uint64_t)(n - 1) * part;
    size_t below = (size_t)(place / 20);
    double share = (double)(place % 20) / 20.0;
    double low = values[below], high = values[below + 1 < n ? below + 1 : below];
    return low + share * (high - low);
}

/* From the mean, not from the sum of squares: that of equal lengths is 0. */
static double deviation(const uint32_t *values, size_t n, double mean) {
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        double off = (double)values[i] - mean;
        sum += off * off;
    }
    return n > 1 ? real_sqrt(sum / (double)(n - 1)) : 0.0;
}

lede_distribution distribution_of(uint32_t *values, size_t n) {
    lede_distribution d = {.count = n};
    if (n == 0) {
        return d;
    }
    sort(values, n);
    for (size_t i = 0; i < n; i++) {
        d.sum += values[i];
    }
    d.least = values[0];
    d.most = values[n - 1];
    d.mean = (double)d.sum / (double)n;
    d.deviation = deviation(values, n, d.mean);
    d.quartiles[0] = quantile(values, n, 5);
    d.quartiles[1] = quantile(values, n, 10);
    d.quartiles[2] = quantile(values, n, 15);
    d.p90 = quantile(values, n, 18);
    return d;
}
