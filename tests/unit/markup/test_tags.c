/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "markup/tags.h"
#include "unit/markup/markup_support.h"

#include <stdio.h>

/* ---- What was told, as a line of text ---------------------------------------------- */

/* Text stands in quotes: "text", &"reference", x"hidden", c"code", alt"of an image",
 * !"comment". Of an element its kind, "+" or "-", and at the end of the log its span. */
typedef struct events_log {
    const char *bytes;
    char text[4096];
    size_t used;
    char spans[4096];
    size_t spans_used;
    uint32_t reached;
    unsigned left; /* the event with this number fails; 0: none does */
} events_log;

static void say(events_log *log, const char *text, size_t n) {
    assert_true(log->used + n < sizeof log->text);
    memcpy(log->text + log->used, text, n);
    log->used += n;
    log->text[log->used] = '\0';
}

static lede_status count(events_log *log, lede_span span) {
    assert_true(span.begin < span.end);
    size_t room = sizeof log->spans - log->spans_used;
    int n = snprintf(log->spans + log->spans_used, room, "%u-%u ", (unsigned)span.begin,
                     (unsigned)span.end);
    assert_true(n > 0 && (size_t)n < room);
    log->spans_used += (size_t)n;
    log->left--;
    return log->left == 0 ? LEDE_NO_MEMORY : LEDE_OK;
}

static lede_status say_bytes(events_log *log, const char *mark, lede_span span) {
    say(log, mark, strlen(mark));
    say(log, "\"", 1);
    say(log, log->bytes + span.begin, span.end - span.begin);
    say(log, "\" ", 2);
    return count(log, span);
}

/* Nothing is told twice, nor out of order. */
static lede_status say_next(events_log *log, const char *mark, lede_span span) {
    assert_true(span.begin >= log->reached);
    log->reached = span.end;
    return say_bytes(log, mark, span);
}

static lede_status say_text(void *ctx, lede_span span, bool entity) {
    return say_next(ctx, entity ? "&" : "", span);
}

static lede_status say_hidden(void *ctx, lede_span span, bool code) {
    return say_next(ctx, code ? "c" : "x", span);
}

static lede_status say_comment(void *ctx, lede_span span) {
    return say_next(ctx, "!", span);
}

static lede_status say_alt(void *ctx, lede_span span) {
    return say_bytes(ctx, "alt", span);
}

static lede_status say_element(void *ctx, element_kind kind, unsigned level, bool open,
                               lede_span span) {
    static const char *const kinds[] = {"other", "break", "block", "heading",
                                        "item",  "quote", "cell",  "caption",
                                        "code",  "image", "hidden"};
    events_log *log = ctx;
    char levels[] = "0";
    assert_true(span.end >= log->reached && level <= 6);
    log->reached = span.end;
    say(log, kinds[kind], strlen(kinds[kind]));
    levels[0] = (char)('0' + level);
    say(log, levels, level > 0);
    say(log, open ? "+ " : "- ", 2);
    assert_int_equal(log->bytes[span.begin], '<');
    assert_int_equal(log->bytes[span.end - 1], '>');
    return count(log, span);
}

static const html_events events = {say_text, say_hidden, say_element, say_alt,
                                   say_comment};

/* ---- Reading in pieces ----------------------------------------------------------------
 */

static void open_log(events_log *log, html_reader *h, const char *bytes) {
    log->bytes = bytes;
    log->used = log->spans_used = 0;
    log->text[0] = log->spans[0] = '\0';
    log->reached = log->left = 0;
    html_open(h, &events, log);
}

static void feed(html_reader *h, const char *bytes, uint32_t begin, uint32_t end) {
    assert_int_equal(html_feed(h, bytes, (lede_span){begin, end}), LEDE_OK);
}

static void equal_logs(const events_log *a, const events_log *b) {
    assert_string_equal(a->text, b->text);
    assert_string_equal(a->spans, b->spans);
}

/* Cut at any byte, and at every byte, it tells the same. */
static void same_in_pieces(const events_log *whole, const char *bytes, uint32_t n) {
    static events_log log;
    html_reader h;
    for (uint32_t cut = 0; cut <= n; cut++) {
        open_log(&log, &h, bytes);
        feed(&h, bytes, 0, cut);
        feed(&h, bytes, cut, n);
        assert_int_equal(html_close(&h), LEDE_OK);
        equal_logs(&log, whole);
    }
    open_log(&log, &h, bytes);
    for (uint32_t at = 0; at < n; at++) {
        feed(&h, bytes, at, at + 1);
    }
    assert_int_equal(html_close(&h), LEDE_OK);
    equal_logs(&log, whole);
}

/* From memory of the exact size. */
static const char *told(const char *html, size_t n) {
    static events_log log;
    html_reader h;
    char *exact = malloc(n > 0 ? n : 1);
    assert_non_null(exact);
    memcpy(exact, html, n);
    open_log(&log, &h, exact);
    feed(&h, exact, 0, (uint32_t)n);
    assert_int_equal(html_close(&h), LEDE_OK);
    assert_true(log.reached <= n);
    same_in_pieces(&log, exact, (uint32_t)n);
    free(exact);
    return log.text;
}

static void is(const char *html, const char *wanted) {
    assert_string_equal(told(html, strlen(html)), wanted);
}

/* Lines are fed without their ends and without a "> " in front. */
static const char *told_by_lines(const char *html) {
    static events_log log;
    html_reader h;
    uint32_t n = (uint32_t)strlen(html), at = 0;
    open_log(&log, &h, html);
    while (at < n) {
        uint32_t end = at + (uint32_t)strcspn(html + at, "\n");
        feed(&h, html, strncmp(html + at, "> ", 2) == 0 ? at + 2 : at, end);
        at = end + 1;
    }
    assert_int_equal(html_close(&h), LEDE_OK);
    return log.text;
}

/* ---- Tests ---------------------------------------------------------------------------
 */

static void reads_text(void **state) {
    (void)state;
    is("", "");
    is("Only words.", "\"Only words.\" ");
    is("Two\nlines", "\"Two\nlines\" ");
    assert_string_equal(told(BYTES("a\0b")), "\"a");
}

static void separates_references(void **state) {
    (void)state;
    is("Tea &amp; cake", "\"Tea \" &\"&amp;\" \" cake\" ");
    is("&#233;t&eacute;", "&\"&#233;\" \"t\" &\"&eacute;\" ");
    is("&amp;&lt;", "&\"&amp;\" &\"&lt;\" ");
    is("&&amp;", "\"&\" &\"&amp;\" ");
    is("&am&amp;", "\"&am\" &\"&amp;\" ");
    is("R&D; &nosuch; &amp &", "\"R&D; &nosuch; &amp &\" ");
    is("&am<b>p;", "\"&am\" other+ \"p;\" ");
    is("&CounterClockwiseContourIntegral;", "&\"&CounterClockwiseContourIntegral;\" ");
    is("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa&gt;",
       "\"&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" &\"&gt;\" ");
    is("&#x1F600;&#12345678;", "&\"&#x1F600;\" \"&#12345678;\" ");
}

static void knows_elements(void **state) {
    (void)state;
    is("<p>One</p><P>Two</P>", "block+ \"One\" block- block+ \"Two\" block- ");
    is("<h2 id=top>Title</h2>", "heading2+ \"Title\" heading2- ");
    is("<ul><li>Milk<li>Bread</ul>", "block+ item+ \"Milk\" item+ \"Bread\" block- ");
    is("<blockquote>So</blockquote>", "quote+ \"So\" quote- ");
    is("<table><tr><th>A<td>B</table>", "block+ block+ cell+ \"A\" cell+ \"B\" block- ");
    is("<figcaption>Dawn</figcaption>", "caption+ \"Dawn\" caption- ");
    is("a<br>b<br/>c<hr />d", "\"a\" break+ \"b\" break+ \"c\" block+ \"d\" ");
    is("<b>bo</b>ld <my-own>x</my-own> <Tab/>",
       "other+ \"bo\" other- \"ld \" other+ \"x\" other- \" \" other+ other- ");
    is("<blockquotes>", "other+ ");
    is("<p/>x<div\n/>", "block+ block- \"x\" block+ block- ");
    is("</p\n>x</h6 class=y>", "block- \"x\" heading6- ");
}

static void leaves_other_signs(void **state) {
    (void)state;
    is("3 < 4 > 2", "\"3 < 4 > 2\" ");
    is("<3 <> </> </ p> <", "\"<3 <> </> </ p> <\" ");
    is("a <= b <- c <<p>", "\"a <= b <- c <\" block+ ");
    is("<! <!- <!", "\"<! <!- <!\" ");
    is("<&amp;", "\"<\" &\"&amp;\" ");
    is("</&amp;", "\"</\" &\"&amp;\" ");
    is("<!-&amp;", "\"<!-\" &\"&amp;\" ");
    is("<!<br>", "\"<!\" break+ ");
    is("x</", "\"x</\" ");
}

static void skips_attributes(void **state) {
    (void)state;
    is("<a title=\"1 > 0\" href='x>y'>z</a>", "other+ \"z\" other- ");
    is("<a title=\"it's\">z", "other+ \"z\" ");
    is("<a b = c d=e/>z", "other+ \"z\" ");
    is("<a b=c / d>z", "other+ \"z\" ");
    is("<a b c=>z", "other+ \"z\" ");
    is("<a \"b>c", "other+ \"c\" ");
    is("<a\tb\r\n=\f'>'>z", "other+ \"z\" ");
    is("<p b/c>z", "block+ \"z\" ");
    is("<p b=/>z", "block+ \"z\" ");
    is("<p b=\"\"/>z", "block+ block- \"z\" ");
}

static void skips_braces(void **state) {
    (void)state;
    is("<Map on={() => {go(1)}} n={3}>z", "other+ \"z\" ");
    is("<Map a={\"}>\"} b={'\\'}>'}/>z", "other+ other- \"z\" ");
    is("<Map a={`}\n>`}>z", "other+ \"z\" ");
    is("<Map a={{b} > c}>z", "other+ \"z\" ");
    is("<Map a={'\\\\'} b='>'>z", "other+ \"z\" ");
    is("<Map {...all}>z", "other+ \"z\" ");
    is("<Map a={don't\n}>z", "other+ \"z\" ");
    is("<Map a=b{>z", "other+ \"z\" ");
    is("<img src={{ url }} alt=\"A hill\">", "image+ alt\"A hill\" ");
}

static void delivers_alternatives(void **state) {
    (void)state;
    is("<img src=a.png alt=\"Two boats &amp; a bridge\">",
       "image+ alt\"Two boats &amp; a bridge\" ");
    is("<img alt='yes'><img alt='also'>", "image+ alt\"yes\" image+ alt\"also\" ");
    is("<img ALT='one' alt=\"two\">", "image+ alt\"one\" ");
    is("<IMG alt=bare>", "image+ alt\"bare\" ");
    is("<img alt = bare/>", "image+ alt\"bare/\" ");
    is("<img alt=\"boats\" />.", "image+ alt\"boats\" \".\" ");
    is("<img alt=\"\" alt=\"late\">", "image+ ");
    is("<img alt><img alt=><img alt= >", "image+ image+ image+ ");
    is("<img alt={text} data-alt='no' alts='no' al='no'>", "image+ ");
    is("<a alt='no'>", "other+ ");
    is("<img alt='yes'><img>", "image+ alt\"yes\" image+ ");
    is("</img alt='no'>", "image- ");
    is("<img alt='open", "");
}

static void hides_code(void **state) {
    (void)state;
    is("Type <kbd>ls &amp;</kbd>.", "\"Type \" code+ c\"ls &amp;\" code- \".\" ");
    is("<pre><code>a<b>c</b></code>\n</pre>z",
       "code+ c\"a\" c\"c\" c\"\n\" code- \"z\" ");
    is("<code>a<code>b</code>c</code>d", "code+ c\"a\" c\"b\" c\"c\" code- \"d\" ");
    is("<code/>a", "code+ code- \"a\" ");
    is("<code>a<code/>b</code>c", "code+ c\"a\" c\"b\" code- \"c\" ");
    is("<code>if a < b</code>", "code+ c\"if a < b\" code- ");
    is("</code>a", "code- \"a\" ");
    is("<code>never closed", "code+ c\"never closed\" ");
    is("<code><p><img alt='x'></p>", "code+ ");
}

static void hides_elements(void **state) {
    (void)state;
    is("a<nav><ul><li>Home</ul></nav>b", "\"a\" hidden+ x\"Home\" hidden- \"b\" ");
    is("<svg><path d='M0'/><text>x</text></svg>y", "hidden+ x\"x\" hidden- \"y\" ");
    is("<svg/>y", "hidden+ hidden- \"y\" ");
    is("<form><code>a</form>b</code>", "hidden+ x\"a\" hidden- \"b\" code- ");
    is("<aside><aside>a</aside>b</aside>c", "hidden+ x\"a\" x\"b\" hidden- \"c\" ");
    is("<nav>a<!-- b -->c</nav>", "hidden+ x\"a\" !\"<!-- b -->\" x\"c\" hidden- ");
    is("<nav>a</aside>b", "hidden+ x\"a\" x\"b\" ");
}

static void keeps_raw_elements_whole(void **state) {
    (void)state;
    is("<script>if (a<b && c) { '</p>' }</script>d",
       "hidden+ x\"if (a<b && c) { '</p>' }\" hidden- \"d\" ");
    is("<style>a > b { }</STYLE\n>c", "hidden+ x\"a > b { }\" hidden- \"c\" ");
    is("<script><!-- x --></script>y", "hidden+ x\"<!-- x -->\" hidden- \"y\" ");
    is("<script></scripts></scr</script x='>'>y",
       "hidden+ x\"</scripts></scr\" hidden- \"y\" ");
    is("<script>< </ </1 </script-x></style></script/>y",
       "hidden+ x\"< </ </1 </script-x></style>\" hidden- \"y\" ");
    is("<nav><script>'</nav>'</script>a</nav>b",
       "hidden+ x\"'</nav>'\" x\"a\" hidden- \"b\" ");
    is("<pre><textarea></pre></textarea>a</pre>b",
       "code+ c\"</pre>\" c\"a\" code- \"b\" ");
    is("<script src='x'/>y", "hidden+ hidden- \"y\" ");
    is("<title>a</titl", "hidden+ x\"a</titl\" ");
}

static void delivers_comments(void **state) {
    (void)state;
    is("a<!-- b -->c", "\"a\" !\"<!-- b -->\" \"c\" ");
    is("<!-- <p> -- > --->x", "!\"<!-- <p> -- > --->\" \"x\" ");
    is("<!-->x", "!\"<!-->\" \"x\" ");
    is("<!--->x", "!\"<!--->\" \"x\" ");
    is("<!---->x", "!\"<!---->\" \"x\" ");
    is("<!-- a --!>x", "!\"<!-- a --!>\" \"x\" ");
    is("<!----!>x", "!\"<!----!>\" \"x\" ");
    is("<!--!>x-->y", "!\"<!--!>x-->\" \"y\" ");
    is("<!---!>x-->y", "!\"<!---!>x-->\" \"y\" ");
    is("<!-- a --!-->x", "!\"<!-- a --!-->\" \"x\" ");
    is("<!-- a --!->b-->x", "!\"<!-- a --!->b-->\" \"x\" ");
    is("<!-- never -closed", "!\"<!-- never -closed\" ");
    is("<!--", "!\"<!--\" ");
}

static void skips_declarations(void **state) {
    (void)state;
    is("<!DOCTYPE html>a", "\"a\" ");
    is("a<![CDATA[ b > c ]] ]>d ]]>e", "\"a\" \"e\" ");
    is("<![CDATA[x]]]>y", "\"y\" ");
    is("<![CDAT[x>y", "\"y\" ");
    is("<![if !IE]>x<![endif]>y", "\"x\" \"y\" ");
    is("<?php if ($a > 3) ?>b", "\"b\" ");
    is("<?\?>b<?", "\"b\" ");
    is("<?x ? >?>b", "\"b\" ");
    is("a<!DOCTYPE", "\"a\" ");
    is("a<![CDATA[", "\"a\" ");
}

/* An open tag takes nothing with it but itself. */
static void drops_open_tags(void **state) {
    (void)state;
    is("a<p", "\"a\" ");
    is("a<p class=\"x>y", "\"a\" ");
    is("a<Map x={y>", "\"a\" ");
}

static void begins_anew(void **state) {
    (void)state;
    static events_log log;
    html_reader h;
    const char *bytes = "<nav>a<script>b<i b='calm";
    open_log(&log, &h, bytes);
    feed(&h, bytes, 0, 15);
    assert_int_equal(html_inside(&h), ELEMENT_HIDDEN);
    assert_int_equal(html_close(&h), LEDE_OK);
    assert_int_equal(html_inside(&h), ELEMENT_OTHER);
    feed(&h, bytes, 15, 24);
    assert_int_equal(html_close(&h), LEDE_OK);
    feed(&h, bytes, 21, 25);
    assert_int_equal(html_close(&h), LEDE_OK);
    assert_string_equal(log.text, "hidden+ x\"a\" x\"b\" \"calm\" ");
}

/* Tags alone, as they come from inside a paragraph. */
static void says_where_it_is(void **state) {
    (void)state;
    static events_log log;
    html_reader h;
    const char *bytes = "a <code>b</code> c <svg>d</svg> e";
    open_log(&log, &h, bytes);
    feed(&h, bytes, 2, 8);
    assert_int_equal(html_inside(&h), ELEMENT_CODE);
    feed(&h, bytes, 9, 16);
    assert_int_equal(html_inside(&h), ELEMENT_OTHER);
    feed(&h, bytes, 19, 24);
    assert_int_equal(html_inside(&h), ELEMENT_HIDDEN);
    feed(&h, bytes, 25, 31);
    assert_int_equal(html_inside(&h), ELEMENT_OTHER);
    assert_string_equal(log.text, "code+ code- hidden+ hidden- ");
    assert_string_equal(log.spans, "2-8 9-16 19-24 25-31 ");
}

static void reads_by_lines(void **state) {
    (void)state;
    static const char *const pairs[][2] = {
        {"> <div\n> class='a\n> b'>One\n> two &amp\n> ;</div\n> >",
         "block+ \"One\" \"two &amp\" \";\" block- "},
        {"> a <\n> p> b", "\"a <\" \"p> b\" "},
        {"> a </\n> p> b", "\"a </\" \"p> b\" "},
        {"> a <!-\n> - b", "\"a <!-\" \"- b\" "},
        {"> <!-- a -\n> ->b-->c", "!\"<!-- a -\n> ->b-->\" \"c\" "},
        {"> <img alt=\n> bare\n> >", "image+ alt\"bare\" "},
        {"> <img alt=\"a\n> b\">", "image+ alt\"a\n> b\" "},
        {"> <script>a</script\n> >b", "hidden+ x\"a\" hidden- \"b\" "},
        {"> <script>a</scr\n> ipt></script>", "hidden+ x\"a</scr\" x\"ipt>\" hidden- "},
        {"<pre>a\n\nb</pre>", "code+ c\"a\" c\"b\" code- "},
        {"<i a={don't\n}>b", "other+ \"b\" "},
        {"<?a ?\n>b?>c", "\"c\" "},
    };
    for (size_t i = 0; i < COUNT(pairs); i++) {
        assert_string_equal(told_by_lines(pairs[i][0]), pairs[i][1]);
    }
}

/* Whichever event fails, the reading ends with it. */
static void ends_where_an_event_fails(void **state) {
    (void)state;
    static events_log log;
    const char *bytes = "a&amp;<img alt='b'>c<p/><!--d--><nav>e</nav><script>f</script>g";
    uint32_t n = (uint32_t)strlen(bytes);
    unsigned failed = 0;
    for (unsigned left = 1; left < 32; left++) {
        html_reader h;
        open_log(&log, &h, bytes);
        log.left = left;
        lede_status status = html_feed(&h, bytes, (lede_span){0, n});
        status = status == LEDE_OK ? html_close(&h) : status;
        if (status == LEDE_OK) {
            break;
        }
        assert_int_equal(status, LEDE_NO_MEMORY);
        assert_int_equal(log.left, 0);
        failed++;
    }
    assert_int_equal(failed, 15);
}

static size_t random_html(uint64_t *random, char *out, size_t n) {
    static const char *const pieces[] = {
        "<",     ">",    "/",     "!",      "-",        "--",        "[CDATA[", "]]",
        "?",     "&",    ";",     "amp;",   "#65;",     "=",         "\"",      "'",
        "{",     "}",    "`",     "\\",     " ",        "\n",        "a",       "word",
        "<p>",   "</p>", "<nav>", "</nav>", "<script>", "</script>", "<code>",  "</code>",
        "<img ", "alt=", "<!--",  "-->",    "\xC3\xA9", "svg",       "<svg/>",  "h1",
    };
    size_t used = 0;
    while (used + 16 < n) {
        const char *part = pieces[next_random(random) % COUNT(pieces)];
        memcpy(out + used, part, strlen(part));
        used += strlen(part);
    }
    return used;
}

static void reads_anything(void **state) {
    (void)state;
    uint64_t random = 7;
    char html[160];
    for (int i = 0; i < 2000; i++) {
        size_t n = random_html(&random, html, 24 + next_random(&random) % 136);
        told(html, n);
    }
}

int main(void) {
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_text),
        cmocka_unit_test(separates_references),
        cmocka_unit_test(knows_elements),
        cmocka_unit_test(leaves_other_signs),
        cmocka_unit_test(skips_attributes),
        cmocka_unit_test(skips_braces),
        cmocka_unit_test(delivers_alternatives),
        cmocka_unit_test(hides_code),
        cmocka_unit_test(hides_elements),
        cmocka_unit_test(keeps_raw_elements_whole),
        cmocka_unit_test(delivers_comments),
        cmocka_unit_test(skips_declarations),
        cmocka_unit_test(drops_open_tags),
        cmocka_unit_test(begins_anew),
        cmocka_unit_test(says_where_it_is),
        cmocka_unit_test(reads_by_lines),
        cmocka_unit_test(ends_where_an_event_fails),
        cmocka_unit_test(reads_anything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
