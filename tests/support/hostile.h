/* SPDX-License-Identifier: MIT */
/* Families of texts that have made other programs slow or greedy. growth.py reads
 * them from here. */
#ifndef LEDE_TESTS_SUPPORT_HOSTILE_H
#define LEDE_TESTS_SUPPORT_HOSTILE_H

#include "support/texts.h"

typedef struct hostile {
    const char *name;
    const char *unit; /* said again and again */
    size_t n;
} hostile;

#define HOSTILE(name, unit)                                                              \
    { name, unit, sizeof(unit) - 1 }

static const hostile hostile_marks[] = {
    HOSTILE("full stops", "."),
    HOSTILE("brackets", "("),
    HOSTILE("quotes", "\""),
    HOSTILE("digits", "7"),
    HOSTILE("initials", "a."),
    HOSTILE("hyphens", "a-"),
    HOSTILE("apostrophes", "a'"),
    HOSTILE("commas in numbers", "1,"),
    HOSTILE("underscores and joiners", "_\xE2\x80\x8D"),
    HOSTILE("one endless word", "a"),
    HOSTILE("addresses", "http://"),
    HOSTILE("handles", "@a"),
    HOSTILE("handles apart", "@a "),
    HOSTILE("tags", "#a"),
    HOSTILE("emoji", "\xF0\x9F\x98\x80"),
    HOSTILE("joined emoji", "\xF0\x9F\x91\xA8\xE2\x80\x8D"),
    HOSTILE("flags", "\xF0\x9F\x87\xA9"),
    HOSTILE("combining marks", "\xCC\x81"),
    HOSTILE("letters with marks", "e\xCC\x81\xCC\xA3"),
    HOSTILE("soft hyphens", "a\xC2\xAD"),
    HOSTILE("capitals that grow", "\xC8\xBA"),
    HOSTILE("alternating scripts", "a\xD0\xB1"),
    HOSTILE("ideographs", "\xE6\xBC\xA2"),
    HOSTILE("ideographic stops", "\xE3\x80\x82"),
    HOSTILE("ellipses", "... "),
    HOSTILE("nested quotes", "\xE2\x80\x9C("),
    HOSTILE("spaces", " "),
    HOSTILE("bad bytes", "\xFF"),
    HOSTILE("cut sequences", "a\xE2\x80"),
    HOSTILE("NUL bytes", "\0"),
    HOSTILE("letters and NUL bytes", "a\0"),
    HOSTILE("NUL and bad bytes", "a\0\xFF"),
};

static const hostile hostile_lines[] = {
    HOSTILE("equal sentences", "The boat came in today. "),
    HOSTILE("letters as sentences", "A. "),
    HOSTILE("questions", "A? "),
    HOSTILE("quoted stops", "\".\" "),
    HOSTILE("abbreviations", "Mr. "),
    HOSTILE("initials apart", "a. a. a. "),
    HOSTILE("bylines apart", "By . "),
    HOSTILE("bylines of many", "By Jane Roe and "),
    HOSTILE("stamps in words", "Updated: 3 June 2013 . "),
    HOSTILE("datelines", "(CNN) -- "),
    HOSTILE("credits", "Photo by Jane Roe / Reuters. "),
    HOSTILE("buttons", "Share Tweet\n\n"),
    HOSTILE("teasers apart", "Click here for more. "),
    HOSTILE("parts of abbreviations", "p. m. p. m. "),
    HOSTILE("parts of German ones", "z. b. z. b. "),
    HOSTILE("numbers with stops", "1. 2. 3. "),
    HOSTILE("items on a line", "1. a 2. b "),
    HOSTILE("items that never end", "1. a "),
    HOSTILE("Roman numbers", "I. V. X. "),
    HOSTILE("omissions", "[...] "),
    HOSTILE("ellipses of the next word", ". ...a "),
    HOSTILE("stops apart", ". . . "),
    HOSTILE("quotes apart", "\" \" \" "),
    HOSTILE("quoted ends", "a.\" "),
    HOSTILE("opened ends", "(A. "),
    HOSTILE("brackets behind ellipses", "a... (A "),
    HOSTILE("title brackets", "\xE3\x80\x8A"),
    HOSTILE("quoted ideographs",
            "\xE3\x80\x8C\xE6\xBC\xA2\xE3\x80\x82\xE3\x80\x8D\xE5\xAD\x97"),
    HOSTILE("signs of quoted mail", "> > > "),
    HOSTILE("stops of quoted mail", "a. > > "),
    HOSTILE("marks of direction", "a. \xE2\x80\x8F "),
    HOSTILE("rules", "*** *** "),
    HOSTILE("emoticons", ":-) :-) "),
    HOSTILE("stops and emoji", "a. \xF0\x9F\x98\x80 "),
    HOSTILE("references", "a.[1] "),
    HOSTILE("enumerations that close", "etc. A etc. A "),
    HOSTILE("numbers behind abbreviations", "No. 1. "),
    HOSTILE("dates in figures", "1. 2. 2000 "),
    HOSTILE("newlines", "\n"),
    HOSTILE("carriage returns", "\r"),
    HOSTILE("lines of a Macintosh", "A boat came in.\r"),
    HOSTILE("line separators", "A boat came in.\xE2\x80\xA8"),
    HOSTILE("blank lines", "a\n\n"),
    HOSTILE("items", "- \n"),
    HOSTILE("items of a letter", "- a\n"),
    HOSTILE("bullets on a line", "- "),
    HOSTILE("numbered items", "1. a\n"),
    HOSTILE("dates", "2024-03-23\n"),
    HOSTILE("labels", "ADVERTISEMENT\n\n"),
    HOSTILE("headings", "The Sea\n\n"),
    HOSTILE("colons", "a:\n- b\n"),
    HOSTILE("one word again and again", "boat "),
    HOSTILE("to be to be", "to be "),
    HOSTILE("words of two letters", "to to to "),
    HOSTILE("phrases that break off", "as a matter of in the event as a matter of. "),
    HOSTILE("phrases behind commas", ", as a matter of, in the final "),
    HOSTILE("passives that wait", "was not never still "),
    HOSTILE("passives", "It was taken. "),
    HOSTILE("openings that go on", "It ran. "),
    HOSTILE("openings in threes", "It ran. It ran. It ran. He ran. "),
    HOSTILE("capitals alone", "THE BOAT CAME IN. "),
    HOSTILE("letters of capitals", "BBC said. "),
    HOSTILE("names", "the Oona Trelawn "),
    HOSTILE("numbers apart", "4,000 12 "),
    HOSTILE("words of digits and letters", "a1b2c3 "),
    HOSTILE("hard words", "responsibility "),
    HOSTILE("sentences of Han", "\xE6\xBC\xA2\xE5\xAD\x97\xE3\x80\x82"),
    HOSTILE("paragraphs of a sentence", "It ran.\n\n"),
    HOSTILE("sections of a sentence", "The Sea\n\nIt ran.\n\n"),
};

#define HOSTILE_COUNT(families) (sizeof(families) / sizeof *(families))

static inline text_buffer hostile_text(const hostile *family, size_t n) {
    size_t count = n / family->n * family->n;
    text_buffer t = {malloc(count), count, count};
    if (t.bytes == NULL) {
        abort();
    }
    for (size_t at = 0; at < count; at += family->n) {
        memcpy(t.bytes + at, family->unit, family->n);
    }
    return t;
}

/* Words that are all different: the terms grow with the text. */
static inline text_buffer hostile_words(size_t n) {
    text_buffer t = {0};
    uint64_t seed = 3;
    while (t.n + 10 <= n) {
        char word[10];
        for (size_t i = 0; i < 8; i++) {
            word[i] = (char)('a' + text_below(&seed, 26));
        }
        word[8] = text_below(&seed, 9) == 0 ? '.' : ',';
        word[9] = ' ';
        word[0] = (char)(word[0] - 'a' + 'A');
        text_add(&t, word, sizeof word);
    }
    text_fit(&t);
    return t;
}

#endif
