/* SPDX-License-Identifier: MIT */
/* What holds for the summary of any bytes at all. */
#include "support/texts.h"
#include "unit/render/sample.h"

#include <jansson.h>

#define SMALL_INPUTS 1500 /* of each kind */
#define LARGE_BYTES 65536
#define LARGE_INPUTS 3
#define ONE (INT64_C(1) << 32)

/* Do sentences of marks alone count? Where there is no other. */
static bool has_words(const lede_document *d) {
    for (size_t i = 0; i < d->sentences.count; i++) {
        const lede_sentence *s = &d->sentences.items[i];
        if (s->words > 0 && s->role != LEDE_ROLE_SET_ASIDE) {
            return true;
        }
    }
    return false;
}

/* ---- What holds for the picks ---------------------------------------------------------
 */

static bool may_be_picked(const lede_document *d, const lede_sentence *s,
                          lede_summary_source from) {
    int kind = d->page.blocks.items[s->block].kind;
    bool prose = kind == LEDE_BLOCK_PROSE, heading = kind == LEDE_BLOCK_HEADING;
    if (s->role == LEDE_ROLE_SET_ASIDE || (s->words == 0 && has_words(d))) {
        return false;
    }
    return from == LEDE_SOURCE_PROSE ? prose
           : from == LEDE_SOURCE_HEADINGS
               ? heading
               : from == LEDE_SOURCE_LISTS && !prose && !heading;
}

/* Is it the first of the sources that has anything? */
static void check_source(const lede_document *d, const lede_summary_facts *facts) {
    for (int from = LEDE_SOURCE_PROSE; from <= LEDE_SOURCE_HEADINGS; from++) {
        uint32_t eligible = 0;
        for (size_t i = 0; i < d->sentences.count; i++) {
            eligible +=
                may_be_picked(d, &d->sentences.items[i], (lede_summary_source)from);
        }
        if (eligible > 0) {
            assert_int_equal(facts->source, from);
            assert_int_equal(facts->eligible, eligible);
            assert_true(facts->sentences > 0);
            return;
        }
    }
    assert_int_equal(facts->source, LEDE_SOURCE_NONE);
    assert_int_equal(facts->sentences, 0);
}

static bool in_ledger(const lede_document *d, lede_span span) {
    for (size_t i = 0; i < d->ledger.count; i++) {
        lede_span entry = d->ledger.items[i].span;
        if (span.begin < entry.end && entry.begin < span.end) {
            return true;
        }
    }
    return false;
}

/* The parts of a formula are shares of one; those of learnt weights have no bounds. */
static void check_pick(const lede_document *d, const lede_pick *pick, size_t count,
                       const lede_summary_facts *facts) {
    int64_t sum = 0;
    for (int part = 0; part < LEDE_PART_COUNT; part++) {
        bool shares = part != LEDE_PART_REDUNDANCY && !facts->learnt;
        assert_true(!shares || (pick->parts[part] >= 0 && pick->parts[part] <= ONE));
        sum += pick->parts[part];
    }
    assert_true(sum == pick->score);
    assert_true(pick->parts[LEDE_PART_REDUNDANCY] <= 0);
    assert_true(pick->parts[LEDE_PART_REDUNDANCY] >= -ONE * 10 - 10);
    assert_true(pick->rank >= 1 && pick->rank <= count);
    assert_true(pick->sentence < d->sentences.count);
    assert_false(in_ledger(d, document_counted(d, &d->sentences.items[pick->sentence])));
}

/* Words of the sentence, the largest amounts first, none twice. */
static void check_words(const lede_document *d, const lede_pick *pick, int explain) {
    const lede_sentence *s = &d->sentences.items[pick->sentence];
    assert_true(pick->word_count <= (explain ? LEDE_PICK_WORDS : 0));
    for (uint32_t i = 0; i < pick->word_count; i++) {
        const lede_pick_word *w = &pick->words[i];
        assert_true(w->word >= s->first_word && w->word < s->first_word + s->word_count);
        assert_true(w->amount > 0);
        assert_true(i == 0 || w->amount <= pick->words[i - 1].amount);
        for (uint32_t k = 0; k < i; k++) {
            assert_true(pick->words[k].word != w->word);
        }
    }
}

static void check_budget(const lede_summary_options *o, const lede_summary_facts *facts) {
    double used = o->budget == LEDE_BUDGET_WORDS   ? (double)facts->words
                  : o->budget == LEDE_BUDGET_CHARS ? (double)facts->chars
                                                   : (double)facts->sentences;
    if (o->budget == LEDE_BUDGET_RATIO) {
        assert_true(used - 1.0 < o->amount * (double)facts->eligible || used <= 1.0);
        assert_int_equal(facts->over_budget, 0);
    } else if (facts->over_budget) {
        assert_int_equal(facts->sentences, 1);
        assert_true(used > o->amount);
    } else {
        assert_true(used <= o->amount);
    }
}

static void check_summary(const lede_document *d, const lede_summary *s,
                          const lede_summary_options *o) {
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    lede_summary_facts facts = lede_summary_measure(s);
    uint64_t words = 0, chars = count > 0 ? count - 1 : 0;
    for (size_t i = 0; i < count; i++) {
        check_pick(d, &picks[i], count, &facts);
        check_words(d, &picks[i], o->explain);
        const lede_sentence *sentence = &d->sentences.items[picks[i].sentence];
        assert_true(may_be_picked(d, sentence, facts.source));
        assert_true(i == 0 || picks[i - 1].sentence < picks[i].sentence);
        words += document_shown_words(d, sentence);
        for (uint32_t at = sentence->span.begin; at < sentence->span.end; at++) {
            bool pair = d->page.text[at] == '\n' && at > sentence->span.begin &&
                        d->page.text[at - 1] == '\r';
            chars += ((unsigned char)d->page.text[at] & 0xC0u) != 0x80u && !pair;
        }
    }
    lede_runner_up next = lede_summary_runner_up(s);
    assert_true(next.pick.sentence == LEDE_NONE ? count == facts.distinct
                                                : count < facts.distinct);
    assert_int_equal(facts.sentences, count);
    assert_true(facts.words == words && facts.chars == chars);
    assert_true(facts.distinct <= facts.eligible && count <= facts.distinct);
    check_source(d, &facts);
    check_budget(o, &facts);
}

/* ---- What holds for the report
 * ----------------------------------------------------------- */

static size_t member(const json_t *object, const char *key) {
    const json_t *value = json_object_get(object, key);
    assert_true(json_is_integer(value));
    return (size_t)json_integer_value(value);
}

/* Does one piece that is the source's own bytes hold the whole span? */
static bool is_same(const lede_document *d, lede_span span) {
    for (size_t i = 0; i < d->page.pieces.count; i++) {
        const piece *p = &d->page.pieces.items[i];
        if (p->kind == PIECE_SAME && p->text.begin <= span.begin &&
            span.end <= p->text.end) {
            return true;
        }
    }
    return false;
}

static void check_element(const lede_document *d, const json_t *element,
                          const lede_pick *pick) {
    lede_span span = d->sentences.items[pick->sentence].span;
    size_t begin = member(element, "begin"), end = member(element, "end");
    const json_t *text = json_object_get(element, "text");
    assert_int_equal(member(element, "sentence"), pick->sentence + 1);
    assert_int_equal(member(element, "rank"), pick->rank);
    assert_int_equal(json_string_length(text), span.end - span.begin);
    assert_memory_equal(json_string_value(text), d->page.text + span.begin,
                        span.end - span.begin);
    assert_true(begin < end && end <= d->source.size);
    double score = json_number_value(json_object_get(element, "score"));
    assert_true(score == (double)pick->score / 4294967296.0);
    if (is_same(d, span)) {
        assert_int_equal(end - begin, span.end - span.begin);
        assert_memory_equal(d->source.bytes + begin, d->page.text + span.begin,
                            end - begin);
    }
}

static void check_json(const lede_document *d, const lede_summary *s) {
    kept k = {0};
    lede_report report;
    json_error_t error;
    size_t count = 0;
    const lede_pick *picks = lede_summary_picks(s, &count);
    assert_int_equal(lede_report_begin(&report, LEDE_FORMAT_JSON, kept_sink(&k)),
                     LEDE_OK);
    assert_int_equal(lede_report_summary(&report, "any", d, s), LEDE_OK);
    assert_int_equal(lede_report_end(&report), LEDE_OK);
    json_t *root = json_loadb(k.bytes, k.size, JSON_REJECT_DUPLICATES, &error);
    if (root == NULL) {
        fail_msg("%s at byte %d", error.text, error.position);
    }
    const json_t *file = json_array_get(json_object_get(root, "files"), 0);
    const json_t *summary = json_object_get(file, "summary");
    assert_int_equal(json_array_size(summary), count);
    for (size_t i = 0; i < count; i++) {
        check_element(d, json_array_get(summary, i), &picks[i]);
    }
    assert_int_equal(json_array_size(json_object_get(file, "dropped")), d->ledger.count);
    json_decref(root);
    kept_free(&k);
}

/* ---- Inputs
 * ---------------------------------------------------------------------------------- */

static lede_summary_options any_options(uint64_t *seed) {
    static const double ratios[] = {1e-9, 0.1, 0.5, 0.999, 1.0};
    static const double factors[] = {LEDE_MMR_OF_METHOD, LEDE_MMR_OF_METHOD, 0.0, 10.0};
    lede_summary_options o = LEDE_SUMMARY_OPTIONS_INIT;
    o.method = (lede_method)text_below(seed, LEDE_METHOD_COUNT);
    o.budget = (lede_budget_kind)text_below(seed, LEDE_BUDGET_CHARS + 1);
    size_t most = text_below(seed, 2) == 0 ? 10 : 300;
    o.amount = o.budget == LEDE_BUDGET_RATIO ? ratios[text_below(seed, 5)]
                                             : (double)(1 + text_below(seed, most));
    o.no_title = text_below(seed, 4) == 0;
    o.no_position = text_below(seed, 4) == 0;
    if (text_below(seed, 3) == 0) {
        o.title = "Captains of the well-known harbour abc";
        o.title_length = strlen(o.title);
    }
    if (text_below(seed, 3) == 0) {
        o.query = "mussels of the harbour zyx";
        o.query_length = strlen(o.query);
    }
    o.mmr = factors[text_below(seed, 4)];
    o.explain = text_below(seed, 2) == 0;
    return o;
}

static void check_input(text_buffer t, uint64_t seed) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_summary *s = NULL;
    read.language = text_below(&seed, 2) == 0 ? "auto" : "en";
    read.newlines = (lede_newlines)text_below(&seed, LEDE_NEWLINES_HARD + 1);
    read.hash_seed = next_random(&seed);
    lede_status status = lede_document_create(t.bytes, t.n, &read, &d, NULL);
    if (status == LEDE_BAD_ENCODING) { /* not strict: a UTF-16 mark, nothing else */
        assert_true(t.n >= 2 && ((unsigned char)t.bytes[0] | 1u) == 0xFFu &&
                    ((unsigned char)t.bytes[1] | 1u) == 0xFFu);
        text_free(&t);
        return;
    }
    assert_int_equal(status, LEDE_OK);
    for (int i = 0; i < 2; i++) {
        lede_summary_options o = any_options(&seed);
        assert_int_equal(lede_summary_create(d, &o, &s, NULL), LEDE_OK);
        check_summary(d, s, &o);
        check_json(d, s);
        lede_summary_free(s);
    }
    lede_document_free(d);
    text_free(&t);
}

static void test_corpus(void **state) {
    for (size_t i = 0; i < TEXT_ARTICLES; i++) {
        for (uint64_t seed = 0; seed < 30; seed++) {
            check_input(text_article(i), seed);
        }
    }
}

static void test_made_texts(void **state) {
    for (uint64_t seed = 0; seed < SMALL_INPUTS; seed++) {
        check_input(text_made(seed, 8), seed);
    }
}

static void test_random_bytes(void **state) {
    for (uint64_t seed = 0; seed < SMALL_INPUTS; seed++) {
        check_input(text_random_bytes(seed, (size_t)seed % 300), seed);
    }
}

static void test_random_utf8(void **state) {
    for (uint64_t seed = 0; seed < SMALL_INPUTS; seed++) {
        check_input(text_random_utf8(seed, (size_t)seed % 500), seed);
    }
}

/* An article with some bytes replaced: mostly words, and bad in places. */
static void test_damaged_texts(void **state) {
    for (uint64_t seed = 0; seed < SMALL_INPUTS; seed++) {
        uint64_t random = seed;
        text_buffer t = text_made(seed, 6);
        for (size_t i = 1 + text_below(&random, 8); i > 0; i--) {
            t.bytes[text_below(&random, t.n)] = (char)next_random(&random);
        }
        check_input(t, seed);
    }
}

static void test_large_inputs(void **state) {
    for (uint64_t seed = 0; seed < LARGE_INPUTS; seed++) {
        check_input(text_random_bytes(seed, LARGE_BYTES), seed);
        check_input(text_random_utf8(seed, LARGE_BYTES), seed);
        check_input(text_made(seed, LARGE_BYTES / 150), seed);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_corpus),        cmocka_unit_test(test_made_texts),
        cmocka_unit_test(test_random_bytes),  cmocka_unit_test(test_random_utf8),
        cmocka_unit_test(test_damaged_texts), cmocka_unit_test(test_large_inputs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
