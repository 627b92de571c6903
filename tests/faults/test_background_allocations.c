/* SPDX-License-Identifier: MIT */
/* The one allocation of a background gets no memory; and what is refused leaves none
 * behind. */
#include "support/background_writer.h"
#include "support/drying.h"

#include <lede/lede.h>

static const background_entry words[] = {
    BACKGROUND_ENTRY("boat", 1, 2),
    BACKGROUND_ENTRY("the", 3, 4),
};

static void create(const text_buffer *t, drying *memory, lede_status wanted) {
    lede_error error;
    lede_background *b = (lede_background *)&error;
    assert_int_equal(
        lede_background_create(t->bytes, t->n, &memory->allocator, &b, &error), wanted);
    assert_int_equal(error.status, wanted);
    assert_true((b != NULL) == (wanted == LEDE_OK));
    lede_background_free(b);
    drying_expect_balance(memory);
}

static void no_memory(void **state) {
    text_buffer t = background_write(words, 2);
    drying memory;
    drying_init(&memory, 1, true);
    create(&t, &memory, LEDE_NO_MEMORY);
    drying_init(&memory, 2, true); /* it asks once, whatever the size of the file */
    create(&t, &memory, LEDE_OK);
    assert_int_equal(memory.below.calls, 1);
    lede_background *b = NULL;
    drying_init(&memory, 1, true);
    assert_int_equal(lede_background_create(t.bytes, t.n, &memory.allocator, &b, NULL),
                     LEDE_NO_MEMORY);
    text_free(&t);
}

/* With some words read before they turn out bad. */
static void refused(void **state) {
    drying memory;
    text_buffer t = background_write(words, 2);
    background_set_u64(&t, BACKGROUND_AT_DOCUMENTS, 2);
    drying_init(&memory, NEVER, false);
    create(&t, &memory, LEDE_BAD_DATA);
    t.n--;
    create(&t, &memory, LEDE_BAD_DATA);
    text_free(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_memory),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
