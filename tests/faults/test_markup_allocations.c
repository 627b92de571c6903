/* SPDX-License-Identifier: MIT */
/*
 * Every allocation of reading Markdown in turn gets no memory: once alone, and once with
 * all that follow. That is said, nothing stays behind, and the same allocator then gives
 * the document that it would have given. libyaml and md4c take their memory from the C
 * library: their failures are those of the program (program_memory.py).
 */
#include "support/drying.h"
#include "unit/render/sample.h"

typedef struct task {
    const char *text;
    lede_markup markup;
    bool explain; /* with all that was seen at each place */
} task;

/* Some of everything that is read or left out, and enough of it that arrays grow. */
#define FRONT                                                                            \
    "---\ntitle: \"The \\x66erry &\\u00e9 pier\"\ndescription: >-\n  Two boats\n"        \
    "  and a pier.\nlang: en\nlede:\n  limits:\n    words: 30\n    grade: [4, 8]\n"      \
    "---\n\n"
#define BLOCKS                                                                           \
    "# The **old** pier {#pier .wide}\n\nA boat *came* in &amp; ~~left~~ with `tar -x`," \
    " then\nwent [home](https://a.example/x \"y\") by night.  \nNobody saw "             \
    "[her][1].\n\n"                                                                      \
    "> [!NOTE]\n> Ropes were wet.\n\n> Quoted\n> > twice by him.\n\n"                    \
    "- [x] One box\n  1. and a lid\n\n     of tin\n\n| Boat | Crew |\n|:---|---:|\n"     \
    "| Tern | 4 \\| 5 |\n\n![A tern at rest](tern.png) It slept ![so](a.png) long.\n\n"  \
    "[1]: <b.example> 'c'\n\n```c\nint a;\n```\n\n    "                                  \
    "indented\n\nUnder\n=====\n\n---\n\n"
#define AROUND                                                                           \
    "A note[^n] and {{< figure src=\"a\" >}} with {% tag %} text.\n\n[^n]: It was "      \
    "late.\n\nTerm\n: What it means.\n\n::: tip Weather\nIt rained.\n:::\n\n!!! note "   \
    "\"Wind\"\n    It blew.\n\n$$\nx\n$$\n\n```{note}\n:class: a\nTide {ref}`b`.\n"      \
    "```\n\n% a remark\n\n(label)=\n\n<!-- lede-accept repeats: a boat -->\n\n"          \
    "1. a\0b\n2. bad \xFF byte\n\n"
#define HTML                                                                             \
    "<div class=\"a\"><h2>Inner</h2><p>One <b>bold</b> word<br>and <kbd>x</kbd></p>"     \
    "<ul><li>item<li>more</ul><img alt=\"a gull &lt; 2\" src=\"g\"></div>\n\n"           \
    "<script>\nvar a;\n</script>\n\n<nav>\n\nHome\n\n</nav>\n\nH<sub>2</sub>O is wet. "  \
    "<http://c.example>\n"
#define MDX                                                                              \
    "import A from 'a'\n\nexport const b = {\n  c: 1,\n}\n\n# Tide {1 + 1}\n\n"          \
    "<Note title=\"x\">The *tide* {turn} came.</Note>\n\n<>\nSlack.\n</>\n\n"            \
    "{/* a comment */}\n\n<A b={{c: `d`}} />\n"

static const char everything[] = FRONT BLOCKS AROUND HTML BLOCKS AROUND;
static const char jsx[] = FRONT MDX BLOCKS MDX;

static void write_split(kept *written, const lede_document *d) {
    lede_report report;
    assert_int_equal(lede_report_begin(&report, LEDE_FORMAT_JSON, kept_sink(written)),
                     LEDE_OK);
    assert_int_equal(lede_report_split(&report, "1", d, 1), LEDE_OK);
    assert_int_equal(lede_report_end(&report), LEDE_OK);
}

static lede_status read_text(const task *t, size_t n, drying *memory, kept *written) {
    lede_document_options o = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = (lede_document *)&o;
    lede_error error;
    o.markup = t->markup;
    o.keep_boundaries = t->explain;
    o.allocator = &memory->allocator;
    lede_status status = lede_document_create(t->text, n, &o, &d, &error);
    if (status != LEDE_OK) {
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_int_equal(error.status, LEDE_NO_MEMORY);
        assert_string_equal(error.text, "out of memory");
        assert_null(d);
        return status;
    }
    write_split(written, d);
    lede_document_free(d);
    return status;
}

static lede_status fail_at(const task *t, size_t n, size_t call, bool for_good,
                           const char *wanted) {
    drying memory;
    kept written = {0};
    drying_init(&memory, call, for_good);
    lede_status status = read_text(t, n, &memory, &written);
    drying_expect_balance(&memory);
    if (status == LEDE_OK) {
        kept_expect(&written, wanted);
    }
    memory.below.fail_at = NEVER;
    memory.for_good = false;
    assert_int_equal(read_text(t, n, &memory, &written), LEDE_OK);
    kept_expect(&written, wanted);
    drying_expect_balance(&memory);
    return status;
}

static void fail_each(const task *t, size_t n, size_t least) {
    drying memory;
    kept wanted = {0};
    size_t unnoticed = 0;
    drying_init(&memory, NEVER, false);
    assert_int_equal(read_text(t, n, &memory, &wanted), LEDE_OK);
    drying_expect_balance(&memory);
    size_t calls = memory.below.calls;
    assert_true(calls > least);
    for (size_t call = 1; call <= calls; call++) {
        unnoticed += fail_at(t, n, call, false, wanted.bytes) == LEDE_OK;
        (void)fail_at(t, n, call, true, wanted.bytes);
    }
    assert_true(unnoticed <= 2); /* what is trimmed at the end */
    kept_free(&wanted);
}

static void test_everything(void **state) {
    task t = {.text = everything, .markup = LEDE_MARKUP_MARKDOWN};
    fail_each(&t, sizeof everything - 1, 60);
    t.explain = true;
    fail_each(&t, sizeof everything - 1, 60);
}

static void test_mdx(void **state) {
    fail_each(&(task){.text = jsx, .markup = LEDE_MARKUP_MDX}, sizeof jsx - 1, 60);
}

/* A front matter alone, one that is set aside, and texts of one construct, whose first
 * allocation is that of nothing else. */
static void test_short(void **state) {
    static const char *const texts[] = {"---\ntitle: Tern\n---\n",
                                        "---\ntitle: &a Tern\n---\nA boat came.\n",
                                        "+++\ntitle = \"Tern\"\n+++\nA boat came.\n",
                                        "`code` only\n",
                                        "![A tern](a.png)\n",
                                        "> A boat came.\n",
                                        "<!-- lede-accept repeats: a boat -->\nOne.\n",
                                        "{{< a >}}\n",
                                        "> - A\n\n\tindented\n",
                                        ""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        task t = {.text = texts[i], .markup = LEDE_MARKUP_MARKDOWN};
        fail_each(&t, strlen(texts[i]), 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything),
        cmocka_unit_test(test_mdx),
        cmocka_unit_test(test_short),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
