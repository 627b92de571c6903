/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/marks.h"
#include "text/scan.h"
#include "unit/text/pack_support.h"
#include "unit/text/text_support.h"

/* ---- What is a word: section 5 of the specification ---------------------------------
 */

/* Words apart by bars, marks in brackets. */
static void check(const char *text, const char *words) {
    char shown[1024];
    opened o;
    opened_text(&o, text, NULL);
    show_words(&o.d, shown, sizeof shown);
    opened_close(&o);
    assert_string_equal(shown, words);
}

static void the_table(void **state) {
    static const char *const cases[][2] = {
        {"U.S.-led e-mail state-of-the-art", "U.S.-led|e-mail|state-of-the-art"},
        {"U.S.'s Blinken's don't l'homme", "U.S.'s|Blinken's|don't|l'homme"},
        {"can\xE2\x80\x99t l\xE2\x80\x99homme", "can\xE2\x80\x99t|l\xE2\x80\x99homme"},
        {"In the U.S. at 5 a.m. she", "In|the|U.S.|at|5|a.m.|she"},
        {"a Ph.D., e.g. in law.", "a|Ph.D.|[,]|e.g.|in|law|[.]"},
        {"3.14, $1,000, 10%, 18:30", "3.14|[,]|$1,000|[,]|10%|[,]|18:30"},
        {"On 2024-03-23.", "On|2024-03-23|[.]"},
        {"AT&T and C++", "AT&T|and|C|[++]"},
        {"(see https://example.org/a_(b).)", "[(]|see|https://example.org/a_(b)|[.]|[)]"},
        {"<https://example.org/>, www.a.org!",
         "[<]|https://example.org/|[>]|[,]|www.a.org|[!]"},
        {"user@example.com, please", "user@example.com|[,]|please"},
        {"file_name.txt.", "file_name.txt|[.]"},
        {"@handle, #tag!", "@handle|[,]|#tag|[!]"},
        {"order.The guns", "order|[.]|The|guns"},
        {"____ and _x_", "[____]|and|_x_"},
        {"word -- word - word\xE2\x80\x94word",
         "word|[--]|word|[-]|word|[\xE2\x80\x94]|word"},
        {"and/or 'quoted' rock'n'roll", "and|[/]|or|[']|quoted|[']|rock'n'roll"},
        {"...no! \"Yes?!\"", "[...]|no|[!]|[\"]|Yes|[?!]|[\"]"},
        {"$ 5 50 % # 1", "[$]|5|50|[%]|[#]|1"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        check(cases[i][0], cases[i][1]);
    }
}

static void emoji_are_no_words(void **state) {
    check("a \xF0\x9F\x98\x80 b", "a|[\xF0\x9F\x98\x80]|b");
    check("a \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB b",
          "a|[\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB]|b");
    check("a \xF0\x9F\x87\xAB\xF0\x9F\x87\xB7 b",
          "a|[\xF0\x9F\x87\xAB\xF0\x9F\x87\xB7]|b");
    check("a\xF0\x9F\x98\x80"
          "b",
          "a|[\xF0\x9F\x98\x80]|b");
}

static void keycaps_are_no_words(void **state) {
    check("a 1\xEF\xB8\x8F\xE2\x83\xA3 b", "a|[1\xEF\xB8\x8F\xE2\x83\xA3]|b");
}

static void other_scripts(void **state) {
    check("\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82",
          "\xE6\xBC\xA2|\xE5\xAD\x97|[\xE3\x80\x82]");
    check("\xE3\x82\xAB\xE3\x82\xBF\xE3\x83\xBC\xE3\x81\xAE",
          "\xE3\x82\xAB\xE3\x82\xBF\xE3\x83\xBC|\xE3\x81\xAE");
    check("\xE0\xB8\x81\xE0\xB9\x89\xE0\xB8\x81",
          "\xE0\xB8\x81\xE0\xB9\x89|\xE0\xB8\x81");
    check("\xD7\xA9\xD6\xB0\xD7\x9C \xD9\x87\xD9\x8E\xD9\x84",
          "\xD7\xA9\xD6\xB0\xD7\x9C|\xD9\x87\xD9\x8E\xD9\x84");
}

/* Han and Hiragana one by one, with what repeats or lengthens the character before
 * it; Katakana runs, apart from what stands beside them. */
static void japanese(void **state) {
    check("引き下げ幅は３．２９％以上", "引|き|下|げ|幅|は|３．２９％|以|上");
    check("人々が佐々木、", "人々|が|佐々|木|[、]");
    check("いすゞ", "い|すゞ");
    check("葛\U000E0100城か\u3099",
          "葛\U000E0100|城|か\u3099"); /* a variant; decomposed */
    check("らーめんとラーメン", "らー|め|ん|と|ラーメン");
    check("ジョン・スミスさん", "ジョン|[・]|スミス|さ|ん");
    check("ｼﾞｮﾝ･ｽﾐｽ", "ｼﾞｮﾝ|[･]|ｽﾐｽ");
    check("Webサイトで100メートルを３Ｄプリンターで",
          "Web|サイト|で|100|メートル|を|３Ｄ|プリンター|で");
    check("ＮＨＫの番組。", "ＮＨＫ|の|番|組|[。]");
    check("https://example.org/a。次", "https://example.org/a|[。]|次");
}

static void wide_numbers(void **state) {
    check("１，０００円と￥２，０００", "１，０００|円|と|￥２，０００");
    check("１８：３０に２４／７で２０２４－０３－２３",
          "１８：３０|に|２４／７|で|２０２４－０３－２３");
    check("３．項目", "３|[．]|項|目");
    check("共有3，4个", "共|有|3|[，]|4|个");
}

static void chinese(void **state) {
    check("卡尔·马克思", "卡|尔|[·]|马|克|思");
    check("他说：“好。”", "他|说|[：]|[“]|好|[。]|[”]");
    check("二〇二四年GDP增长5.2%。", "二|〇|二|四|年|GDP|增|长|5.2%|[。]");
}

static void korean(void **state) {
    check("서울의 인구는 2024년 940만 명이다.", "서울의|인구는|2024년|940만|명이다|[.]");
    /* of jamo, as some systems write them */
    check("\u1112\u1161\u11AB글", "\u1112\u1161\u11AB글");
}

static void spaceless(void **state) {
    check("ที่กรุงเทพ", "ที่|ก|รุ|ง|เ|ท|พ");
    check("ต่างๆ ๒๕๖๗", "ต่|า|งๆ|๒๕๖๗");
    check("ສະບາຍດີ", "ສ|ະ|ບ|າ|ຍ|ດີ");
    check("ភាសាខ្មែរ។", "ភា|សា|ខ្|មែ|រ|[។]");
    check("မြန်မာ။", "မြ|န်|မာ|[။]");
}

static void indic(void **state) {
    check("क्षत्रिय हिन्दी है। नहीं", "क्षत्रिय|हिन्दी|है|[।]|नहीं");
    check("क्\u200Dष श्री\u200Cमान", "क्\u200Dष|श्री\u200Cमान");
    check("১,২৩,৪৫৬ ১২.৫%", "১,২৩,৪৫৬|১২.৫%");
}

static void semitic(void **state) {
    check("می\u200Cروم به خانه\u200Cها.", "می\u200Cروم|به|خانه\u200Cها|[.]");
    check("قال: «نعم»، ثم ذهب؟", "قال|[:]|[«]|نعم|[»]|[،]|ثم|ذهب|[؟]");
    check("٣٫١٤ و١٬٠٠٠ ٥٠٪ ثم ٣،٥", "٣٫١٤|و١٬٠٠٠|٥٠٪|ثم|٣،٥");
    check("צה״ל וצה\"ל, ג׳ירף וג'ירף", "צה״ל|וצה\"ל|[,]|ג׳ירף|וג'ירף");
    check("צַהַ״ל הוא \"צבא\".", "צַהַ״ל|הוא|[\"]|צבא|[\"]|[.]");
    check("say \"שלום\"ok", "say|[\"]|שלום|[\"]|ok");
}

static void other_alphabets(void **state) {
    check("Об'єкт, м’ята й м\u02BCята", "Об'єкт|[,]|м’ята|й|м\u02BCята");
    check("за\u0301мок и замо\u0301к", "за\u0301мок|и|замо\u0301к");
    check("col·lecció l’avi", "col·lecció|l’avi");
    check("Ինչպե՞ս ես։ Լավ եմ։", "Ինչպե՞ս|ես|[։]|Լավ|եմ|[։]");
    check("საქართველო, თბილისი", "საქართველო|[,]|თბილისი");
    check("ሰላም፡ለዓለም። እንዴት", "ሰላም|[፡]|ለዓለም|[።]|እንዴት");
    check("Τι; Ναι· όχι", "Τι|[;]|Ναι|[·]|όχι");
    check("Vie\u0323\u0302t Nam", "Vie\u0323\u0302t|Nam");
}

/* A line drawn out of nothing is no word. */
static void tatweel_alone(void **state) {
    check("ـــ كتاب", "[ـــ]|كتاب");
    check("كـ ـتاب", "كـ|ـتاب");
}

/* ---- One term
 * ------------------------------------------------------------------------------ */

static void same_term(const char *text) {
    opened o;
    opened_text(&o, text, NULL);
    assert_int_equal(o.d.words.count, 2);
    if (o.d.words.items[0].term != o.d.words.items[1].term) {
        fail_msg("two terms: \"%s\"", text);
    }
    assert_int_equal(o.d.terms.items[o.d.words.items[0].term].occurrences, 2);
    opened_close(&o);
}

static void folded(void **state) {
    static const char *const texts[] = {
        "Harbour hARBOUR",
        "HARBOURMASTERS-OFFICE harbourmasters-office",
        "don't don\xE2\x80\x99t",
        "twenty-one twenty\xE2\x80\x91one",
        "twenty-one twenty\xE2\x80\x90one",
        "co\xC2\xADop coop",
        "na\xC3\xAFve nai\xCC\x88ve",
        "\xC3\x89T\xC3\x89 \xC3\xA9t\xC3\xA9",
        "Stra\xC3\x9F"
        "e STRASSE",
        "\xEF\xAC\x81n fin",
        "a\xE2\x80\x8D"
        "b ab",
        "@topic #topic",
        "#topic topic",
        "\xCE\xA3 \xCF\x83",
        "U.S. u.s",
        "كِتَابٌ كتاب",
        "كتـــاب كتاب",
        "שָׁלוֹם שלום",
        "می\u200Cروم میروم",
        "क्\u200Dष क्ष",
        "за\u0301мок замок",
        "м'ята м’ята",
        "м'ята м\u02BCята",
        "Ինչպե՞ս ինչպես",
        "ＡＢＣ abc",
        "ｶﾞｰﾄﾞ ガード",
        "Vi\u1EC7t Vie\u0323\u0302t",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        same_term(texts[i]);
    }
}

static void keys(void **state) {
    opened o;
    opened_text(&o, "The U.S.-led \xC3\x89t\xC3\xA9 @Me A.M. Bob\xE2\x80\x99s $5 x.",
                NULL);
    static const char *const wanted[] = {
        "the", "u.s.-led", "\xC3\xA9t\xC3\xA9", "me", "a.m", "bob's", "$5", "x"};
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_true(term_is(&o.d, o.d.words.items[i].term, wanted[i]));
    }
    opened_close(&o);
}

/* ---- Flags and kinds
 * ---------------------------------------------------------------------------- */

typedef struct flags_case {
    const char *text; /* of which the last word but for marks counts */
    uint16_t flags;
    lede_word_kind kind;
} flags_case;

static void flags(void **state) {
    enum {
        LO = LEDE_WORD_LOWER,
        UP = LEDE_WORD_UPPER,
        ALL = LEDE_WORD_ALL_UPPER,
        ONE = LEDE_WORD_SINGLE,
        GLUED = LEDE_WORD_GLUED,
        NL = LEDE_WORD_NEWLINE,
        ACR = LEDE_WORD_ACRONYM | LEDE_WORD_FINAL_DOT,
        COMP = LEDE_WORD_COMPOUND,
    };
    static const flags_case cases[] = {
        {"word", LO, LEDE_WORD_WORD},
        {"Word", UP, LEDE_WORD_WORD},
        {"WORD", UP | ALL, LEDE_WORD_WORD},
        {"a", LO | ONE, LEDE_WORD_WORD},
        {"A", UP | ONE, LEDE_WORD_WORD},
        {"iPhone", LO, LEDE_WORD_WORD},
        {"McDONALD", UP, LEDE_WORD_WORD},
        {"ABCDEFGH", UP | ALL, LEDE_WORD_WORD},
        {"ABCDEFGHI", UP | ALL, LEDE_WORD_WORD},
        {"ABCDEFGHi", UP, LEDE_WORD_WORD},
        {"ABCDEFGHIJKLMNOP", UP | ALL, LEDE_WORD_WORD},
        {"ABCDEFGHIJKLMNOp", UP, LEDE_WORD_WORD},
        {"ABCDEFGHIJKLMNOPQ", UP | ALL, LEDE_WORD_WORD},
        {"x \"word", LO | GLUED, LEDE_WORD_WORD},
        {"x\nword", LO | NL, LEDE_WORD_WORD},
        {"x \r\n word", LO | NL, LEDE_WORD_WORD},
        {"x\xE2\x80\xA8word", LO | NL, LEDE_WORD_WORD},
        {"x\xC2\xA0word", LO, LEDE_WORD_WORD},
        {"x U.S.", UP | ALL | ACR, LEDE_WORD_WORD},
        {"x p.m.", LO | ACR, LEDE_WORD_WORD},
        {"x Ph.D.", UP | ACR, LEDE_WORD_WORD},
        {"x U.S.-led", UP | COMP, LEDE_WORD_WORD},
        {"x e-mail", LO | COMP, LEDE_WORD_WORD},
        {"x 21-year-old", COMP, LEDE_WORD_WORD},
        {"x \xC3\x89t\xC3\xA9", UP, LEDE_WORD_WORD},
        {"x \xC3\x89", UP | ONE, LEDE_WORD_WORD},
        {"x \xC7\x85"
         "a",
         UP, LEDE_WORD_WORD}, /* title case digraph */
        {"x \xE6\xBC\xA2", ONE, LEDE_WORD_WORD},
        {"x \xE0\xB8\x81", ONE | LEDE_WORD_APPROX, LEDE_WORD_WORD},
        {"x 3.14", 0, LEDE_WORD_NUMBER},
        {"x 7", 0, LEDE_WORD_NUMBER},
        {"x @Name", UP, LEDE_WORD_HANDLE},
        {"x #tag", LO, LEDE_WORD_TAG},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        opened o;
        opened_text(&o, cases[i].text, NULL);
        const lede_word *w = &o.d.words.items[o.d.words.count - 1];
        if (w->flags != cases[i].flags || w->kind != cases[i].kind) {
            fail_msg("\"%s\": flags %x, kind %u", cases[i].text, w->flags, w->kind);
        }
        opened_close(&o);
    }
}

static void marks(void **state) {
    opened o;
    opened_text(&o, "Yes. \"No\" \xE3\x80\x8C", NULL);
    assert_int_equal(o.d.words.count, 6);
    const lede_word *w = o.d.words.items;
    assert_int_equal(w[1].mark, MARK_STOP);
    assert_int_equal(w[1].term, '.');
    assert_int_equal(w[1].flags, LEDE_WORD_GLUED);
    assert_int_equal(w[2].mark, MARK_QUOTE);
    assert_int_equal(w[2].flags, 0);
    assert_int_equal(w[4].flags, LEDE_WORD_GLUED);
    assert_int_equal(w[5].term, 0x300C);
    assert_int_equal(w[5].mark, MARK_OPEN);
    assert_int_equal(w[0].mark, 0);
    opened_close(&o);
}

/* ---- Evidence
 * -------------------------------------------------------------------------------------
 */

typedef struct evidence_case {
    const char *text, *key;
    uint32_t occurrences, stops, flags;
} evidence_case;

#define EVIDENCE                                                                         \
    (LEDE_TERM_SEEN_LOWER | LEDE_TERM_STOP_LOWER | LEDE_TERM_LEXICAL | LEDE_TERM_COMPOUND)

static void full_stops(void **state) {
    static const evidence_case cases[] = {
        {"bldg. and Bldg. The bldg", "bldg", 3, 2,
         LEDE_TERM_SEEN_LOWER | LEDE_TERM_STOP_LOWER | LEDE_TERM_LEXICAL},
        {"Bldg. The Bldg.", "bldg", 2, 2, LEDE_TERM_LEXICAL},
        {"p.m. and P.M. The", "p.m", 2, 2,
         LEDE_TERM_SEEN_LOWER | LEDE_TERM_STOP_LOWER | LEDE_TERM_LEXICAL},
        {"Tarn . and", "tarn", 1, 0, LEDE_TERM_LEXICAL},
        {"Tarn... and", "tarn", 1, 0, LEDE_TERM_LEXICAL},
        {"Tarn.\" and", "tarn", 1, 1, LEDE_TERM_LEXICAL},
        {"Tarn.\nand", "tarn", 1, 1, LEDE_TERM_LEXICAL | LEDE_TERM_STOP_LOWER},
        {"Tarn. 5 and", "tarn", 1, 1, LEDE_TERM_LEXICAL},
        {"3.14 and 3.14.", "3.14", 2, 1, 0},
        {"E-mail and e-mail", "e-mail", 2, 0,
         LEDE_TERM_LEXICAL | LEDE_TERM_COMPOUND | LEDE_TERM_SEEN_LOWER},
        {"2024-03-23 x", "2024-03-23", 1, 0, LEDE_TERM_COMPOUND},
        {"https://a.org", "https://a.org", 1, 0, LEDE_TERM_SEEN_LOWER},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        opened o;
        opened_text(&o, cases[i].text, NULL);
        const lede_term *t = term_of(&o.d, cases[i].key);
        assert_int_equal(t->occurrences, cases[i].occurrences);
        assert_int_equal(t->stops, cases[i].stops);
        if ((t->flags & EVIDENCE) != cases[i].flags) {
            fail_msg("\"%s\": flags %x", cases[i].text, (unsigned)(t->flags & EVIDENCE));
        }
        opened_close(&o);
    }
}

/* The lists know some words that look like a host or a file. */
static void abbreviations(void **state) {
    static const char lists[] = "[connector]\nbl.a f.eks\n[may-end]\nm.fl\n"
                                "[title]\nadm.dir Cand.mag\n";
    listed l;
    listed_pack(&l, lists, NULL);
    listed_text(&l, "Vi har f.eks. Oslo, bl.a. Bergen m.fl. her, adm.dir. Moe og "
                    "Cand.mag. Bo, cand.mag. og f.eks og notes.txt.");
    char shown[256];
    show_words(&l.d, shown, sizeof shown);
    assert_string_equal(shown, "Vi|har|f.eks|[.]|Oslo|[,]|bl.a.|Bergen|m.fl.|her|[,]|"
                               "adm.dir|[.]|Moe|og|Cand.mag|[.]|Bo|[,]|"
                               "cand.mag|[.]|og|f.eks|og|notes.txt|[.]");
    static const struct {
        uint8_t word, kind;
    } kinds[] = {
        {2, LEDE_WORD_WORD},  {6, LEDE_WORD_WORD},  {8, LEDE_WORD_WORD},
        {11, LEDE_WORD_WORD}, {15, LEDE_WORD_WORD}, {19, LEDE_WORD_NAME},
        {22, LEDE_WORD_WORD}, {24, LEDE_WORD_NAME},
    };
    for (size_t i = 0; i < COUNT(kinds); i++) {
        assert_int_equal(l.d.words.items[kinds[i].word].kind, kinds[i].kind);
    }
    assert_true((term_of(&l.d, "f.eks")->flags & LEDE_TERM_LEXICAL) != 0);
    assert_int_equal(term_of(&l.d, "f.eks")->stops, 1);
    assert_int_equal(l.d.sentences.count, 1);
    listed_close(&l);
}

/* A letter that folding drops, alone and first: the key is empty. */
static void hangul_filler(void **state) {
    opened o;
    opened_text(&o, "\xE3\x85\xA4", NULL);
    assert_true(o.d.words.count <= 1);
    opened_close(&o);
    opened_text(&o, "a \xE3\x85\xA4 \xE1\x85\x9F b", NULL);
    assert_true(o.d.words.count <= 4);
    opened_close(&o);
}

static void long_word(void **state) {
    enum { LONG = 200001 };
    char *text = malloc(LONG + 1);
    opened o;
    assert_non_null(text);
    memset(text, 'X', LONG);
    text[LONG / 2] = ' ';
    text[LONG] = '\0';
    memset(text + LONG / 2 + 1, 'x', LONG / 2);
    opened_text(&o, text, NULL);
    assert_int_equal(o.d.words.count, 2);
    assert_int_equal(o.d.terms.count, 1);
    assert_int_equal(o.d.terms.items[0].letters, UINT16_MAX);
    opened_close(&o);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table),
        cmocka_unit_test(emoji_are_no_words),
        cmocka_unit_test(keycaps_are_no_words),
        cmocka_unit_test(other_scripts),
        cmocka_unit_test(japanese),
        cmocka_unit_test(wide_numbers),
        cmocka_unit_test(chinese),
        cmocka_unit_test(korean),
        cmocka_unit_test(spaceless),
        cmocka_unit_test(indic),
        cmocka_unit_test(semitic),
        cmocka_unit_test(other_alphabets),
        cmocka_unit_test(tatweel_alone),
        cmocka_unit_test(folded),
        cmocka_unit_test(keys),
        cmocka_unit_test(flags),
        cmocka_unit_test(marks),
        cmocka_unit_test(full_stops),
        cmocka_unit_test(abbreviations),
        cmocka_unit_test(long_word),
        cmocka_unit_test(hangul_filler),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
