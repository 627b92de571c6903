/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/parser_bytes.h"
#include "unit/markup/markup_support.h"

/* From byte `begin` on; as if the mask had replaced nothing. */
static void from(const char *bytes, size_t n, uint32_t begin, const char *wanted) {
    sheet s;
    mask m = {0};
    sheet_source(&s, bytes, n);
    m.bytes = s.bytes;
    assert_int_equal(parser_bytes_mend(&m, &memory_default, &s.source, begin), LEDE_OK);
    assert_int_equal(m.copy.count, n);
    assert_int_equal(strlen(wanted), n);
    assert_memory_equal(m.bytes, wanted, n);
    assert_int_equal(m.bytes[n], '\0');
    mask_free(&m, &memory_default);
    sheet_close(&s);
}

static void is(const char *bytes, const char *wanted) {
    from(bytes, strlen(bytes), 0, wanted);
}

static void other_bytes(void **state) {
    is("", "");
    is("a", "a");
    is("\n", "\n");
    is("# A\n\n\tb\r\n\r\nc\r\rd\n", "# A\n\n\tb\r\n\r\nc\r\rd\n");
}

static void blank_lines(void **state) {
    is("a\n\n\nb\n", "a\n \nb\n");
    is("a\n \n\t\n  \nb", "a\n  \t   \nb");
    is("a\r\n\r\n\r\nb", "a\r\n  \r\nb");
    is("a\n\n\n", "a\n \n");
    is("\n\n\na", "  \na");
    from(BYTES("\n\n\n\n\na"), 2, "\n\n  \na");
}

static void comments(void **state) {
    is("a <!--\nb -->\n", "a <!-- b -->\n");
    is("a <!--\r\n> -->\n", "a <!--  > -->\n");
    is("a <!--\nb\n-->\n", "a <!--\nb\n-->\n");
    is("a <!--\n\n-->\n", "a <!--\n\n-->\n");
    is("a <!-- \nb -->\n", "a <!-- \nb -->\n");
    is("!--\n-->\n", "!--\n-->\n");
}

static void nul(void **state) {
    from(BYTES("a\0b\0"), 0, "axbx");
}

static void what_was_masked(void **state) {
    sheet s;
    mask m = {0};
    sheet_source(&s, BYTES("{{ a }}\n\n{{ b }} c\n"));
    assert_int_equal(mask_read(&m, &memory_default, &s.source, 0, false), LEDE_OK);
    assert_int_equal(parser_bytes_mend(&m, &memory_default, &s.source, 0), LEDE_OK);
    assert_memory_equal(m.bytes, "        \n", 9);
    assert_int_equal(m.bytes[s.source.size], '\0');
    mask_free(&m, &memory_default);
    sheet_close(&s);
}

static void no_memory(void **state) {
    counting c;
    sheet s;
    mask m = {0};
    sheet_source(&s, BYTES("a\n\n\nb"));
    m.bytes = s.bytes;
    counting_init(&c, 1);
    assert_int_equal(parser_bytes_mend(&m, &c.allocator, &s.source, 0), LEDE_NO_MEMORY);
    mask_free(&m, &c.allocator);
    assert_int_equal(c.live_blocks, 0);
    sheet_close(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_bytes),     cmocka_unit_test(blank_lines),
        cmocka_unit_test(comments),        cmocka_unit_test(nul),
        cmocka_unit_test(what_was_masked), cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
