/* SPDX-License-Identifier: MIT */
#include "repeat/verbatim_keys.h"

#include "base/hash.h"

static bool is_key(const verbatim_keys *k, uint32_t number, const char *key, size_t n) {
    uint32_t begin = number > 0 ? k->ends.items[number - 1] : 0;
    return k->ends.items[number] - begin == n &&
           memcmp(k->bytes.items + begin, key, n) == 0;
}

static uint32_t add_key(verbatim_keys *k, size_t slot, uint64_t hash, const char *key,
                        size_t n) {
    if (n >= UINT32_MAX - k->bytes.count || !VEC_RESERVE(&k->bytes, k->allocator, n) ||
        !VEC_RESERVE(&k->ends, k->allocator, 1)) {
        return VERBATIM_NO_KEY;
    }
    uint32_t number = (uint32_t)k->ends.count;
    memcpy(k->bytes.items + k->bytes.count, key, n);
    k->bytes.count += n;
    k->ends.items[k->ends.count++] = (uint32_t)k->bytes.count;
    map_put(&k->index, slot, hash, number);
    return number;
}

uint32_t verbatim_keys_number(verbatim_keys *k, const char *key, size_t n) {
    if (!map_reserve(&k->index, k->allocator)) {
        return VERBATIM_NO_KEY;
    }
    uint64_t hash = hash_bytes(key, n, k->seed);
    size_t s = map_first(&k->index, hash);
    for (; k->index.slots[s].index != MAP_NONE; s = map_next(&k->index, s)) {
        if (k->index.slots[s].hash == map_tag(hash) &&
            is_key(k, k->index.slots[s].index, key, n)) {
            return k->index.slots[s].index;
        }
    }
    return add_key(k, s, hash, key, n);
}

void verbatim_keys_free(verbatim_keys *k) {
    map_free(&k->index, k->allocator);
    VEC_FREE(&k->bytes, k->allocator);
    VEC_FREE(&k->ends, k->allocator);
}
