/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "unit/markup/front_support.h"

#include <stdio.h>

/* ---- Maps in words ------------------------------------------------------------- */

static void show(char *out, size_t size, const char *bytes, uint32_t n) {
    size_t used = strlen(out);
    for (uint32_t i = 0; i < n && used + 3 < size; i++) {
        out[used++] = bytes[i] == '\n' ? '$' : bytes[i] == '\r' ? '%' : bytes[i];
    }
    out[used] = '\0';
}

/* =same, ~text<source of a decoded piece, and +text<source of a generated one; $ is LF,
 * % is CR. */
static void expect(const char *scalar, const char *wanted) {
    static const char kinds[] = "=~+";
    char text[400], map[800] = "";
    front f;
    snprintf(text, sizeof text, "---\ntitle: %s\nlang: en\n---\n", scalar);
    front_open(&f, text, strlen(text));
    assert_null(f.matter.problem);
    assert_int_equal(f.matter.values.count, 2);
    for (uint32_t i = 0; i < f.matter.values.items[0].piece_count; i++) {
        const piece *p = &f.matter.pieces.items[i];
        size_t used = strlen(map);
        snprintf(map + used, sizeof map - used, "%s%c", i > 0 ? " " : "", kinds[p->kind]);
        show(map, sizeof map, f.matter.text.items + p->text.begin,
             p->text.end - p->text.begin);
        if (p->kind != PIECE_SAME) {
            strcat(map, "<");
            show(map, sizeof map, text + p->source.begin,
                 p->source.end - p->source.begin);
        }
    }
    assert_string_equal(map, wanted);
    front_close(&f);
}

static void plain(void **state) {
    expect("", "");
    expect("Rain", "=Rain");
    expect("Rain  and wind # not this", "=Rain  and wind");
}

static void folded_lines(void **state) {
    expect("Rain\n  and", "=Rain + <$   =and");
    expect("Rain  \r\n  and", "=Rain + <  %$   =and");
    expect("Rain\r  and", "=Rain + <%   =and");
    expect("Rain\n\n  and", "=Rain +$<$$   =and");
    expect("Rain\n\r\n\n  and", "=Rain +$$<$%$$   =and");
    /* NEL folds; U+2028 stays, and what follows it. */
    expect("Rain\xC2\x85 and", "=Rain + <\xC2\x85  =and");
    expect("Rain\xE2\x80\xA8 and", "=Rain +\xE2\x80\xA8<\xE2\x80\xA8  =and");
    expect("'Rain\xE2\x80\xA8\n and'", "=Rain +\xE2\x80\xA8$<\xE2\x80\xA8$  =and");
}

static void single_quoted(void **state) {
    expect("''", "");
    expect("' Rain '", "= Rain ");
    expect("'It''s'", "=It ~'<'' =s");
    expect("''''''", "~''<''''");
    expect("'a\\n'", "=a\\n");
    expect("'Rain \n  and\n'", "=Rain + < $   =and + <$");
    expect("'\n  Rain'", "+ <$   =Rain");
}

static void double_quoted(void **state) {
    expect("\"\"", "");
    expect("\"a\\\"b\\\\\"", "=a ~\"<\\\" =b ~\\<\\\\");
    expect("\"\\t\\/\\e\\a\"", "~\t/\x1B\a<\\t\\/\\e\\a");
    expect("\"a\\n\\n\"", "=a ~$$<\\n\\n");
    expect("\"\\x41\\u00E9\\U0001F600\\_\"",
           "~A<\\x41 ~\xC3\xA9<\\u00E9 ~\xF0\x9F\x98\x80<\\U0001F600 ~\xC2\xA0<\\_");
    expect("\"a\\N\\L\\P\"", "=a ~\xC2\x85<\\N ~\xE2\x80\xA8\xE2\x80\xA9<\\L\\P");
    /* A fold, then a line feed that is written out. */
    expect("\"a\n\\nb\"", "=a + <$ ~$<\\n =b");
    expect("\"a\n\n\\nb\"", "=a +$<$$ ~$<\\n =b");
}

/* An escaped line break is nothing; of those behind it all stay. */
static void continued(void **state) {
    expect("\"a\\\n   b\"", "=a =b");
    expect("\"a \\\r\n   b\"", "=a  =b");
    expect("\"a\\\n\n   b\"", "=a +$<$    =b");
    expect("\"a\\\n  \\  b\"", "=a ~ <\\  = b");
    expect("\"a\\\n\"", "=a");
    expect("\"a \\\n\\\n b\"", "=a  =b");
}

static void literal(void **state) {
    expect("|\n  a\n  b", "=a$ =b$");
    expect("|\r\n  a\r\n   b\r\n", "=a ~$<%$ = b ~$<%$");
    expect("| # note\n  a\n\n  b\n\n", "=a$$ =b$");
    expect("|-\n  a\n  b\n", "=a$ =b");
    expect("|+\n  a\n\n", "=a$$$");
    expect("|2\n    a\n   b", "=  a$ = b$");
    expect("|-2\n    a", "=  a");
    expect("|\n\n  a\n", "=$ =a$");
    expect("|\n", "");
    expect("|\n  a\xC2\x85  b\xE2\x80\xA8  c\n", "=a ~$<\xC2\x85 =b\xE2\x80\xA8 =c$");
}

static void folded(void **state) {
    expect(">\n  a\n  b", "=a + <$   =b +$<$");
    expect(">-\n  a\n\n  b\n", "=a +$<$$   =b");
    expect(">+\n  a\n\n\n", "=a +$$$$<$$$$");
    /* Lines that are indented further keep their breaks. */
    expect(">\n  a\n    b\n  c\n", "=a +$<$   =  b +$<$   =c +$<$$");
    expect(">\r\n\r\n  a\r\n  b\r\n", "+$<%$   =a + <%$   =b +$<%$$");
    expect(">1\n  a\n  b", "= a +$<$  = b +$<$");
    expect(">\n", "");
}

/* The first line has only blanks: its indentation is not seen. Nothing is lost. */
static void not_followed(void **state) {
    front f;
    static const char text[] = "---\ntitle: |1\n    \n  a\n---\n";
    front_open(&f, text, sizeof text - 1);
    front_value v = f.matter.values.items[0];
    assert_true(front_equals(f.matter.text.items, v.value, "   \n a\n"));
    const piece *last = &f.matter.pieces.items[v.first_piece + v.piece_count - 1];
    assert_int_equal(last->kind, PIECE_GENERATED);
    assert_int_equal(last->text.end, v.value.end);
    assert_int_equal(last->source.end, v.source.end);
    front_close(&f);
}

/* ---- Any scalar -------------------------------------------------------------------- */

/* front_open() checks the map of whatever is YAML. */
static void random_scalars(void **state) {
    static const char *const parts[] = {
        "a",    "b c",   " ",     "  ",      "\n",       "\n ", "\n  ",         "\r\n  ",
        "''",   "\\n",   "\\\n ", "\\u00e9", "\xC3\xA9", "\t",  "\xE2\x80\xA8", "\n\n ",
        "\\\"", "\\x41", "#",     "- ",      "\n    ",   "\r ", "\xC2\x85",     "\\ "};
    static const char *const begins[] = {"",       "'",     "\"",   "|\n ", ">\n ",
                                         "|+\n  ", ">-\n ", "|2\n", ">1-\n"};
    static const char *const ends[] = {"", "'", "\"", "", "", "", "", "", ""};
    uint64_t random = 7;
    unsigned read = 0, exact = 0;
    for (int round = 0; round < 20000; round++) {
        char text[512] = "---\nlede:\n  a: ";
        size_t style = next_random(&random) % COUNT(begins);
        strcat(text, begins[style]);
        for (uint64_t left = next_random(&random) % 12; left > 0; left--) {
            strcat(text, parts[next_random(&random) % COUNT(parts)]);
        }
        strcat(text, ends[style]);
        strcat(text, "\n---\n");
        front f;
        front_open(&f, text, strlen(text));
        for (size_t i = 0; i < f.matter.values.count; i++) {
            const front_value *v = &f.matter.values.items[i];
            bool few = v->piece_count < 2;
            size_t at = few ? 0 : v->first_piece + v->piece_count - 1;
            const piece *last = few ? NULL : &f.matter.pieces.items[at];
            read++;
            exact += last == NULL || last->kind != PIECE_GENERATED ||
                     last->text.end - last->text.begin < 4;
        }
        front_close(&f);
    }
    assert_true(read > 5000);
    assert_true(exact > read - read / 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain),          cmocka_unit_test(folded_lines),
        cmocka_unit_test(single_quoted),  cmocka_unit_test(double_quoted),
        cmocka_unit_test(continued),      cmocka_unit_test(literal),
        cmocka_unit_test(folded),         cmocka_unit_test(not_followed),
        cmocka_unit_test(random_scalars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
