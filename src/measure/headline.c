/* SPDX-License-Identifier: MIT */
#include "measure/headline.h"

#include <stddef.h>
#include <string.h>

/* Of each language the ids of its main, its ease and its grade formulas. */
static const char *const headlines[][3] = {
#define HEADLINE(languages, main, ease, grades) {main, ease, grades},
#include "measure/headline.def"
#undef HEADLINE
};

/* Is id one of the ids between spaces? */
static bool is_among(const char *ids, const char *id) {
    size_t length = strlen(id);
    for (size_t n; *ids != '\0'; ids += n + (ids[n] == ' ' ? 1 : 0)) {
        n = strcspn(ids, " ");
        size_t bare = n - (ids[n - 1] == '~'); /* headline.def says what that means */
        if (bare == length && memcmp(ids, id, bare) == 0) {
            return true;
        }
    }
    return false;
}

bool headline_has(const char *id) {
    for (size_t i = 0; i < sizeof headlines / sizeof *headlines; i++) {
        for (size_t k = 0; k < 3; k++) {
            if (is_among(headlines[i][k], id)) {
                return true;
            }
        }
    }
    return false;
}
