/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/markdown.h"
#include "unit/markup/shown.h"

static shown_text blocks, omissions;

/* ---- What must hold of any page -------------------------------------------------- */

static void check_pieces(const sheet *s) {
    const page *p = &s->page;
    uint32_t text = 0, from = 0;
    for (size_t i = 0; i < p->pieces.count; i++) {
        const piece *at = &p->pieces.items[i];
        assert_int_equal(at->text.begin, text);
        assert_true(at->text.end > text && at->source.begin >= from);
        assert_true(at->source.end >= at->source.begin);
        if (at->kind == PIECE_SAME) {
            assert_memory_equal(p->text + text, s->bytes + at->source.begin,
                                at->text.end - text);
        }
        text = at->text.end;
        from = at->source.end;
    }
    assert_int_equal(text, p->size);
    assert_true(from <= s->source.size);
}

static void check_order(const page *p) {
    uint32_t end = 0;
    for (size_t i = 0; i < p->blocks.count; i++) {
        assert_true(p->blocks.items[i].span.begin >= end);
        assert_true(p->blocks.items[i].span.end > p->blocks.items[i].span.begin);
        end = p->blocks.items[i].span.end;
    }
    assert_true(end <= p->size);
    end = 0;
    for (size_t i = 0; i < p->omissions.count; i++) {
        assert_true(p->omissions.items[i].source.begin >= end);
        end = p->omissions.items[i].source.end;
    }
}

static lede_status read_page(sheet *s, const lede_allocator *allocator,
                             markdown_options options) {
    lede_status status = markdown_read(&s->page, allocator, &s->source, 0, &options);
    page_write_end(&(page_writer){&s->page, allocator, &s->source});
    return status;
}

static void read_bytes(const char *bytes, size_t n, markdown_options options) {
    sheet s;
    sheet_source(&s, bytes, n);
    assert_int_equal(read_page(&s, &memory_default, options), LEDE_OK);
    check_pieces(&s);
    check_order(&s.page);
    shown_blocks(&blocks, &s.page);
    shown_omissions(&omissions, &s.page, s.bytes);
    sheet_close(&s);
}

static void is(const char *markdown, const char *wanted) {
    read_bytes(markdown, strlen(markdown), (markdown_options){0});
    assert_string_equal(blocks.bytes, wanted);
}

static void leaves_out(const char *markdown, const char *wanted) {
    read_bytes(markdown, strlen(markdown), (markdown_options){0});
    assert_string_equal(omissions.bytes, wanted);
}

/* ---- Blocks ------------------------------------------------------------------------ */

static void nothing(void **state) {
    is("", "");
    is("\n  \n\n", "");
    is("[a]: /b\n", "");
    is("***\n", "");
}

static void paragraphs(void **state) {
    is("The gate opened.\nPeople went in.\n\nIt rained.\n",
       "P[The gate opened./People went in.] P[It rained.]");
    is("The gate opened.  \nThen it rained.\n", "P[The gate opened.] P[Then it rained.]");
    is("The gate opened  \nand shut.\n", "P[The gate opened/and shut.]");
    is("Nine boats\n", "H[Nine boats]");
}

static void headings(void **state) {
    is("# A day\n\nIt rained.\n\nA night\n---\n", "H1[A day] P[It rained.] H2[A night]");
    is("###### Six ######\n", "H6[Six]");
    is("# `code`\n\nIt rained.\n", "P[It rained.]");
}

static void lists(void **state) {
    is("- One fell.\n- Two rose.\n\n  They sank.\n",
       "L[One fell.] L[Two rose.] L[They sank.]");
    is("1. One fell.\n   - Two rose.\n2. Three sat.\n",
       "L[One fell.] L[Two rose.] L[Three sat.]");
    is("- [ ] Buy bread.\n- [x] Eat it.\n", "L[Buy bread.] L[Eat it.]");
}

static void quotes(void **state) {
    is("> He said so.\n> > She did not.\n\nWe left.\n",
       "Q1[He said so.] Q2[She did not.] P[We left.]");
    is("> - An item.\n", "L[An item.]");
    is("- > A quote.\n", "Q1[A quote.]");
    is("> [!NOTE]\n> The bridge is shut.\n", "P[The bridge is shut.]");
}

static void tables(void **state) {
    is("| Day | Rain |\n|-----|-----:|\n| Mon | 3 mm |\n",
       "T[Day] T[Rain] T[Mon] T[3 mm]");
}

static void wrapped_hard(void **state) {
    const char *text = "The gate opened.\nPeople went in.\n";
    read_bytes(text, strlen(text), (markdown_options){.newlines = LEDE_NEWLINES_HARD});
    assert_string_equal(blocks.bytes, "P[The gate opened.] P[People went in.]");
}

/* ---- Inside lines ---------------------------------------------------------------------
 */

static void inline_signs(void **state) {
    is("The *old* **stone** ~~wall~~ fell\\.\n", "P[The old stone wall fell.]");
    is("We saw [the *new* mill](/mill \"title\") there.\n",
       "P[We saw the new mill there.]");
    is("See <https://example.org/a> for it.\n", "P[See https://example.org/a for it.]");
    is("Tea &amp; cake for &eacute;t&#233;.\n", "P[Tea & cake for \xC3\xA9t\xC3\xA9.]");
}

static void code(void **state) {
    is("Call `run` now.\n", "P[Call ^now.]");
    is("Call `run`, then `go`.\n", "P[Call^, then^.]");
    is("`run` starts it.\n", "P[^starts it.]");
    is("With `run` .NET and `go` *.NET* works.\n", "P[With ^.NET and ^.NET works.]");
    is("Run `a` `b`.\n", "P[Run^.]");
    is("Before it.\n\n    indented\n\nBehind it.\n", "P[Before it.] P[Behind it.]");
    is("Before it.\n```c\nint x;\n\ny\n```\nBehind it.\n", "P[Before it.] P[Behind it.]");
}

static void images(void **state) {
    is("![A hill](a.png)\n\nWe climbed.\n", "C[A hill] P[We climbed.]");
    is("We climbed. ![A hill](a.png)\n", "P[We climbed.] C[A hill]");
    is("The sign ![of a bell](b.png) hung there.\n", "P[The sign ^hung there.]");
    is("We climbed.  \n![A hill](a.png)  \nIt rained.\n",
       "P[We climbed.] C[A hill] P[It rained.]");
    is("[![A hill](a.png)](b)\n", "C[A hill]");
}

static void html(void **state) {
    is("<div>\nThe gate\nopened.\n</div>\n", "P[The gate/opened.]");
    is("<h2>A day</h2>\n<p>It rained.</p>\n", "H2[A day] P[It rained.]");
    is("It <b>really</b> rained<br>all day.\n", "P[It really rained/all day.]");
    is("Press <kbd>Enter</kbd> twice.\n", "P[Press ^twice.]");
    is("It rained. <!-- a note --> We left.\n", "P[It rained.  We left.]");
    is("It <!--\nnote -->rained.\n", "P[It rained.]");
    is("<script>\nrun()\n</script>\n\nIt rained.\n", "P[It rained.]");
    is("<img src=a.png alt=\"A &lt;hill&gt;\">\n", "C[A <hill>]");
}

/* ---- What is left out -----------------------------------------------------------------
 */

static void omitted(void **state) {
    leaves_out("Call `run` or [that](/it).\n", "code(run) target(/it)");
    leaves_out("Go [there](  </a b> 'c').\n", "target(/a b)");
    leaves_out("```c\nint x;\n```\n", "block(int x;)");
    leaves_out("So <b>bold</b><br/>.\n", "tag(<b>) tag(</b>) tag(<br/>)");
    leaves_out("A <my-tag/>b.\n", "tag(<my-tag/>)");
    leaves_out("A <!-- b -->c.\n", "comment(<!-- b -->)");
    leaves_out("A ![b](c) d.\n", "image(b) target(c)");
    leaves_out("A b. ![c](d)\n", "target(d)");
}

/* Of a definition, which may stand right behind, there is no target in the line. */
static void definitions(void **state) {
    leaves_out("[a][b] [c][b]\n\n[b]: /d\n", "");
    leaves_out("[a][b][c]\n\n[c]: /d\n[b]: /e\n", "");
}

static void hidden_inside_raw(void **state) {
    leaves_out("A <title> <style> b.\n",
               "tag(<title>) hidden( ) hidden(<style>) hidden( b.)");
}

/* ---- The parser's own errors
 * ------------------------------------------------------------ */

/* Whatever the offset at which the item's line begins, two blank lines do not end it. */
static void blank_lines_in_items(void **state) {
    char text[600];
    for (unsigned i = 0; i < 300; i++) {
        int n = snprintf(text, sizeof text, "%*s\n\n1. It rained.\n\n\n   We left.\n",
                         (int)i, "");
        assert_true(n > 0);
        is(text, "L[It rained.] L[We left.]");
    }
}

static void blank_line_behind_headings(void **state) {
    char text[600];
    for (unsigned i = 0; i < 300; i++) {
        int n = snprintf(text, sizeof text, "%*s\n\n- ### A day\n\n  It rained.\n",
                         (int)i, "");
        assert_true(n > 0);
        is(text, "H3[A day] L[It rained.]");
    }
}

static void blank_line_behind_code(void **state) {
    char text[600];
    for (unsigned i = 0; i < 300; i++) {
        int n = snprintf(text, sizeof text,
                         "%*s\n\n1. ~~~\n   x\n   ~~~\n\n   We left.\n", (int)i, "");
        assert_true(n > 0);
        is(text, "L[We left.]");
    }
}

/* What stands in memory behind the source is none of it. */
static void nothing_behind_the_end(void **state) {
    static const char bytes[] = "It rained. [](  )";
    sheet s = {0};
    assert_int_equal(source_open(&s.source, &memory_default, bytes, sizeof bytes - 2),
                     LEDE_OK);
    assert_int_equal(read_page(&s, &memory_default, (markdown_options){0}), LEDE_OK);
    shown_blocks(&blocks, &s.page);
    assert_string_equal(blocks.bytes, "P[It rained. [](]");
    sheet_close(&s);
}

static void bad_bytes(void **state) {
    read_bytes(BYTES("It \0 rained \xFF.\n"), (markdown_options){0});
    assert_string_equal(blocks.bytes, "P[It \xEF\xBF\xBD rained \xEF\xBF\xBD.]");
    read_bytes(BYTES("A `\0` b {{< c >}}\n"), (markdown_options){0});
    assert_string_equal(blocks.bytes, "P[A ^b]");
}

static void line_ends(void **state) {
    is("# A day\r\n\r\nIt rained\r\nall day.\r\n", "H1[A day] P[It rained\r/all day.]");
    is("# A day\r\rIt rained.\r", "H1[A day] P[It rained.]");
}

/* ---- Memory ---------------------------------------------------------------------------
 */

static const char everything[] =
    "# A &amp; B\n\nIt *rained* `x` [there](/a) ![on](b) us.  \nWe left.\n\n"
    "> [!TIP]\n> - Go <b title='c'>on</b>.\n\n\n| a | b |\n|---|---|\n| ![c](d) | {{ e "
    "}} |\n\n"
    "<div><!-- lede: x --><img alt='A hill'></div>\n\n```\ncode\n```\n\nThe end[^1]\0.\n";

static void no_memory(void **state) {
    counting c;
    size_t failed = 0;
    lede_status status = LEDE_NO_MEMORY;
    for (size_t n = 1; status != LEDE_OK; n++) {
        sheet s;
        sheet_source(&s, everything, sizeof everything - 1);
        counting_init(&c, n);
        status = read_page(&s, &c.allocator, (markdown_options){0});
        assert_true(status == LEDE_OK || status == LEDE_NO_MEMORY);
        failed += status != LEDE_OK;
        page_free(&s.page, &c.allocator);
        assert_int_equal(c.live_blocks, 0);
        assert_int_equal(c.wrong_sizes, 0);
        memset(&s.page, 0, sizeof s.page);
        sheet_close(&s);
    }
    assert_true(failed > 8);
}

static void anything(void **state) {
    static const char *const parts[] = {
        "word ", "It rained.", "\n",   "\n\n",   "  ",       "# ",
        "> ",    "- ",         "1. ",  "*",      "**",       "`",
        "```",   "[",          "](",   ")",      "![",       "<b>",
        "</b>",  "<div>",      "<!--", "-->",    "&",        "amp;",
        "|",     "|--|",       "~~",   "<code>", "</code>",  "<img alt='x'>",
        "\\",    "    ",       "\t",   "\r\n",   "\xC3\xA9",
    };
    uint64_t random = 5;
    char text[256];
    for (int i = 0; i < 3000; i++) {
        size_t n = 0;
        while (n + 16 < sizeof text) {
            const char *part = parts[next_random(&random) % COUNT(parts)];
            memcpy(text + n, part, strlen(part));
            n += strlen(part);
        }
        read_bytes(text, n, (markdown_options){.mdx = i % 2 == 1});
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing),
        cmocka_unit_test(paragraphs),
        cmocka_unit_test(headings),
        cmocka_unit_test(lists),
        cmocka_unit_test(quotes),
        cmocka_unit_test(tables),
        cmocka_unit_test(wrapped_hard),
        cmocka_unit_test(inline_signs),
        cmocka_unit_test(code),
        cmocka_unit_test(images),
        cmocka_unit_test(html),
        cmocka_unit_test(omitted),
        cmocka_unit_test(definitions),
        cmocka_unit_test(hidden_inside_raw),
        cmocka_unit_test(blank_lines_in_items),
        cmocka_unit_test(blank_line_behind_headings),
        cmocka_unit_test(blank_line_behind_code),
        cmocka_unit_test(nothing_behind_the_end),
        cmocka_unit_test(bad_bytes),
        cmocka_unit_test(line_ends),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
