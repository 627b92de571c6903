/* SPDX-License-Identifier: MIT */
/*
 * The plain records of lede: what a finished document is made of.
 *
 * Units. Every offset and length is a count of bytes. A span is half open,
 * [begin, end). "Text" is the visible text of a document, UTF-8 without bad
 * bytes; "source" is the file as it was given. Lines and columns count from 1.
 */
#ifndef LEDE_TYPES_H
#define LEDE_TYPES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes [begin, end) of the visible text or, where said so, of the source. */
typedef struct lede_span {
    uint32_t begin;
    uint32_t end;
} lede_span;

/* "There is none", wherever a record links to another by its index. */
#define LEDE_NONE UINT32_MAX

typedef enum lede_status {
    LEDE_OK = 0,
    LEDE_INVALID_ARGUMENT, /* an option or argument is outside its range */
    LEDE_NO_MEMORY,        /* the allocator returned NULL */
    LEDE_TOO_LARGE,        /* over a named limit; the error's text names it */
    LEDE_BAD_ENCODING,     /* not UTF-8 and strict was asked for, or UTF-16 */
    LEDE_UNKNOWN_LANGUAGE, /* a malformed language code */
    LEDE_WRITE_FAILED,     /* a sink refused bytes */
    LEDE_READ_FAILED,      /* for programs: a file that cannot be opened or read */
    LEDE_BAD_DATA,         /* a data file that cannot be read as what it should be */
    LEDE_INTERNAL          /* a defect of the library itself */
} lede_status;

#define LEDE_ERROR_TEXT_SIZE 192

/*
 * What went wrong and where. Plain memory of the caller: nothing to free.
 * offset is a byte of the source; line and column (code points) are 0 where
 * no place in a text is meant. text is NUL-terminated UTF-8, cut at a code
 * point when it is too long.
 */
typedef struct lede_error {
    lede_status status;
    uint32_t line;
    uint64_t offset;
    uint32_t column;
    char text[LEDE_ERROR_TEXT_SIZE];
} lede_error;

/*
 * Where memory comes from. resize(ctx, NULL, 0, n) allocates, resize(ctx, p,
 * old, n) moves, resize(ctx, p, old, 0) frees and returns NULL. A NULL for
 * n > 0 means "no memory"; the old block then stays valid. Must return memory
 * aligned for any type. A NULL lede_allocator * means the C library's.
 */
typedef struct lede_allocator {
    void *(*resize)(void *ctx, void *old, size_t old_size, size_t new_size);
    void *ctx;
} lede_allocator;

/*
 * Where output goes. write returns 0 when it took all n bytes, anything else
 * when it did not; after a refusal it is not called again.
 */
typedef struct lede_sink {
    int (*write)(void *ctx, const char *bytes, size_t n);
    void *ctx;
} lede_sink;

/* Structural kind of a block. Only prose may be chosen for a summary. */
typedef enum lede_block_kind {
    LEDE_BLOCK_PROSE = 0,
    LEDE_BLOCK_HEADING,
    LEDE_BLOCK_LIST_ITEM,
    LEDE_BLOCK_QUOTE,
    LEDE_BLOCK_TABLE_CELL,
    LEDE_BLOCK_CODE,
    LEDE_BLOCK_CAPTION,
    LEDE_BLOCK_METADATA
} lede_block_kind;

typedef struct lede_block {
    lede_span span;          /* text; no white space at either end */
    uint32_t first_sentence; /* index */
    uint32_t sentence_count;
    uint8_t kind;  /* lede_block_kind */
    uint8_t level; /* heading level 1-6, 0 where none is known */
} lede_block;

typedef enum lede_word_kind {
    LEDE_WORD_WORD = 0, /* letters: don't, U.S.-led, state-of-the-art */
    LEDE_WORD_NUMBER,   /* 3.14, $1,000, 10%, 18:30, 2024-03-23, 21st */
    LEDE_WORD_URL,      /* https://example.org/a */
    LEDE_WORD_EMAIL,    /* a@example.org */
    LEDE_WORD_NAME,     /* a host or file name: example.org, notes.txt */
    LEDE_WORD_HANDLE,   /* @name */
    LEDE_WORD_TAG,      /* #topic */
    LEDE_WORD_MARK      /* punctuation, symbol, emoji: no word, never counted */
} lede_word_kind;

/* Bits of lede_word.flags. */
#define LEDE_WORD_LOWER 0x0001u     /* first letter is lower case */
#define LEDE_WORD_UPPER 0x0002u     /* first letter is upper or title case */
#define LEDE_WORD_ALL_UPPER 0x0004u /* has capitals, no small letter; not one letter */
#define LEDE_WORD_ACRONYM 0x0008u   /* dotted acronym: U.S., p.m., Ph.D. */
#define LEDE_WORD_FINAL_DOT 0x0010u /* the span ends in the acronym's own dot */
#define LEDE_WORD_COMPOUND 0x0020u  /* has an inner hyphen */
#define LEDE_WORD_GLUED 0x0040u     /* no white space before it */
#define LEDE_WORD_NEWLINE 0x0080u   /* a line end stands before it */
#define LEDE_WORD_APPROX 0x0100u    /* script without spaces: a grapheme cluster */
#define LEDE_WORD_SINGLE 0x0200u    /* exactly one letter */

/* Words and marks in the order of the text; white space lies between them. */
typedef struct lede_word {
    lede_span span; /* text */
    uint32_t term;  /* index of its term; for a mark its first code point */
    uint16_t flags;
    uint8_t kind; /* lede_word_kind */
    uint8_t mark; /* for marks: what sort of mark, internal; else 0 */
} lede_word;

/* Why a sentence ended where it did: the rules of docs/segmentation.md. */
typedef enum lede_sentence_end {
    LEDE_END_BLOCK = 0,  /* its block ended without a terminator */
    LEDE_END_TERMINATOR, /* ! ? or another terminator that needs no judging */
    LEDE_END_FULL_STOP,  /* a full stop that no rule held back */
    LEDE_END_STARTER,    /* an abbreviation's stop, but a sentence starter follows */
    LEDE_END_SCORE,      /* the evidence of the document decided */
    LEDE_END_ELLIPSIS,
    LEDE_END_GLUED, /* no space after the stop ("order.The") */
    LEDE_END_LIST   /* the next item of a list inside the paragraph begins */
} lede_sentence_end;

typedef struct lede_sentence {
    lede_span span;      /* text; no white space at either end */
    uint32_t block;      /* index */
    uint32_t first_word; /* index; marks count */
    uint32_t word_count; /* entries of the word array, marks included */
    uint32_t words;      /* words without marks: what budgets count */
    uint8_t ended_by;    /* lede_sentence_end */
    uint8_t role;        /* lede_role */
} lede_sentence;

/* The rules that judge a boundary, in the order in which they are asked; the
 * first that decides holds (docs/segmentation.md). */
typedef enum lede_boundary_rule {
    LEDE_BOUNDARY_BLOCK = 0,     /* "block": the block ends, nothing to judge */
    LEDE_BOUNDARY_LIST,          /* "list": an item of a list inside a paragraph */
    LEDE_BOUNDARY_GLUED,         /* "glued": no white space behind it */
    LEDE_BOUNDARY_GOES_ON,       /* "goes-on": what follows carries the sentence on */
    LEDE_BOUNDARY_ELLIPSIS,      /* "ellipsis": words left out: [...] */
    LEDE_BOUNDARY_TERMINATOR,    /* "terminator": a mark that means nothing else */
    LEDE_BOUNDARY_TITLE,         /* "title": Mr. */
    LEDE_BOUNDARY_NUMBERED,      /* "numbered": No. 5 */
    LEDE_BOUNDARY_ENUMERATOR,    /* "enumerator": 1. */
    LEDE_BOUNDARY_ORDINAL,       /* "ordinal": am 3. Mai */
    LEDE_BOUNDARY_SPACED,        /* "spaced": inside z. B. */
    LEDE_BOUNDARY_INITIAL,       /* "initial": Harold T. Brandt */
    LEDE_BOUNDARY_CONNECTOR,     /* "connector": e.g. */
    LEDE_BOUNDARY_BEFORE_NUMBER, /* "before-number": Jan. 12 */
    LEDE_BOUNDARY_CLOSING,       /* "closing": etc. and a capital */
    LEDE_BOUNDARY_CASELESS,      /* "caseless": a script without capitals */
    LEDE_BOUNDARY_NAME,          /* "name": Gebr. Hollerbach */
    LEDE_BOUNDARY_SCORE          /* "score": the model weighs the evidence */
} lede_boundary_rule;

/* One weight of a score: what two things seen at the place count together, for an
 * end (above 0) or against it. Static strings: {"class", "after"}, {"may-end",
 * "starter"}; NULL where the score has fewer weights. */
typedef struct lede_boundary_term {
    const char *of[2];
    const char *is[2];
    int weight; /* of the sum; each 16 multiply the odds by e, 2.7 */
} lede_boundary_term;

#define LEDE_BOUNDARY_TERMS 3

/* A place where a sentence ends or could have ended. */
typedef struct lede_boundary {
    lede_span span;    /* text: terminators, the word before, closers behind */
    uint32_t sentence; /* index of the sentence that it stands in */
    int16_t score;     /* of LEDE_BOUNDARY_SCORE: above 0 ends; else 0 */
    uint8_t rule;      /* lede_boundary_rule: what decided */
    uint8_t ends;      /* not 0: the sentence ends here */
    /* of LEDE_BOUNDARY_SCORE: the weights of most influence, the largest first */
    lede_boundary_term terms[LEDE_BOUNDARY_TERMS];
} lede_boundary;

/* What a sentence is to the article. */
typedef enum lede_role {
    LEDE_ROLE_BODY = 0,
    LEDE_ROLE_HEADING,  /* kept, but no prose */
    LEDE_ROLE_SET_ASIDE /* in the ledger: an ad label, a date stamp */
} lede_role;

/* Bits of lede_term.flags. */
#define LEDE_TERM_STOP 0x00000001u           /* a stop word by the lists; also qu'il */
#define LEDE_TERM_STARTER 0x00000002u        /* function word that can open a sentence */
#define LEDE_TERM_ALWAYS_CAPITAL 0x00000004u /* I: written so inside sentences too */
#define LEDE_TERM_TITLE 0x00000010u          /* abbreviation classes: Mr, Dr */
#define LEDE_TERM_NUMBERED 0x00000020u       /* No, pp, fig */
#define LEDE_TERM_CALENDAR 0x00000040u       /* Jan, Mon */
#define LEDE_TERM_ORGANISATION 0x00000080u   /* Inc, Co */
#define LEDE_TERM_MAY_END 0x00000100u        /* etc, U.S, p.m */
#define LEDE_TERM_CONNECTOR 0x00000200u      /* e.g, vs, al */
#define LEDE_TERM_LABEL 0x00000400u          /* first word of a label's line */
#define LEDE_TERM_CAPITAL 0x00000800u        /* its classes hold only with a capital */
#define LEDE_TERM_ORDINAL_BEFORE 0x00001000u /* "am" (3. Mai): stands before ordinals */
#define LEDE_TERM_ORDINAL_AFTER 0x00002000u  /* "Mai": stands behind ordinals */
#define LEDE_TERM_ELISION 0x00004000u        /* "l": elided before an apostrophe */
#define LEDE_TERM_CLOSING 0x00008000u        /* etc: closes an enumeration */
#define LEDE_TERM_COMPOUND 0x00020000u       /* has an inner hyphen, so it has parts */
#define LEDE_TERM_DOTTED 0x00100000u     /* has an inner full stop: no stem but itself */
#define LEDE_TERM_ELIDED 0x00200000u     /* l'homme: its stem is that of homme */
#define LEDE_TERM_SEEN_LOWER 0x00010000u /* occurs with a lower-case initial */
#define LEDE_TERM_STOP_LOWER 0x00040000u /* occurs with a stop, then lower case */
#define LEDE_TERM_LEXICAL 0x00080000u    /* occurs as a word, not only as number or URL */

/* One record per distinct folded word of a document. */
typedef struct lede_term {
    lede_span key; /* folded form, bytes of lede_document_keys() */
    uint32_t stem; /* terms of one stem share this number, from 0 upward */
    uint32_t flags;
    uint32_t occurrences;    /* in the whole document */
    uint32_t stops;          /* of these, with a full stop right behind */
    uint32_t body_count;     /* in the body */
    uint32_t sentence_count; /* body sentences that contain it */
    uint32_t first_part;     /* compounds: index into the parts, else LEDE_NONE */
    uint16_t part_count;
    uint16_t letters; /* code points that are letters; capped at 65535 */
} lede_term;

/* Why something was set aside. */
typedef enum lede_rule {
    LEDE_RULE_NONE = 0,
    LEDE_RULE_DATE_STAMP, /* "date-stamp" */
    LEDE_RULE_AD_LABEL,   /* "ad-label" */
    LEDE_RULE_TEASER,     /* "teaser": leads away, as "Read more" does */
    LEDE_RULE_REPEATED    /* "repeated-line": a heading of few words that recurs */
} lede_rule;

/* The bit of a rule in lede_document_options.keep_rules. */
#define LEDE_RULE_BIT(rule) (1u << (rule))

typedef struct lede_ledger_entry {
    lede_span span; /* text */
    uint8_t rule;   /* lede_rule */
} lede_ledger_entry;

/* What becomes of text that a rule finds: date stamps, ad labels. */
typedef enum lede_hygiene {
    LEDE_HYGIENE_STRIP = 0, /* set aside: in the ledger, not in the body */
    LEDE_HYGIENE_MARK,      /* in the ledger, but it stays in the body; a date stamp
                               as metadata, of which no summary takes a sentence */
    LEDE_HYGIENE_OFF        /* no rule is applied; the ledger is empty */
} lede_hygiene;

/*
 * A place as people and programs count. column is in code points,
 * utf16_column in UTF-16 code units; offset is a byte of the source.
 */
typedef struct lede_place {
    uint32_t offset;
    uint32_t line;
    uint32_t column;
    uint32_t utf16_column;
} lede_place;

/* A language whose data are compiled in. Static strings. */
typedef struct lede_language_info {
    const char *code;    /* ISO 639-1, lower case: "en" */
    const char *name;    /* English name: "English" */
    const char *stemmer; /* Snowball algorithm, or NULL: stems are folded words */
    uint32_t stop_words;
    uint32_t starters;
    uint32_t abbreviations;
} lede_language_info;

typedef struct lede_vocabulary_stats {
    uint64_t words;      /* distinct folded words that are kept with their stems */
    uint64_t stem_calls; /* calls of the stemmer so far */
    uint64_t capacity;   /* words kept at most; later ones are computed anew */
} lede_vocabulary_stats;

#define LEDE_VOCABULARY_CAPACITY 1000000u

/*
 * The stems of words, which depend on no document, of one language or of every
 * language met: worth sharing between many small documents. Output never depends
 * on it.
 */
typedef struct lede_vocabulary lede_vocabulary;

typedef enum lede_newlines {
    LEDE_NEWLINES_AUTO = 0, /* decided once per document from its line lengths */
    LEDE_NEWLINES_SOFT,     /* a single line end is a space */
    LEDE_NEWLINES_HARD      /* a single line end ends the block */
} lede_newlines;

/* "1." or "b)" at the beginning of a sentence. */
typedef enum lede_enumerators {
    LEDE_ENUMERATORS_ATTACH = 0, /* belongs to the sentence that it numbers */
    LEDE_ENUMERATORS_OWN         /* is a sentence of its own, as legal texts count */
} lede_enumerators;

#define LEDE_MAX_BYTES 67108864u /* 64 MiB */

typedef struct lede_document_options {
    /* "auto", or two or three lower-case letters with or without a region
     * ("pt-BR"). A well-formed code without data is read by neutral rules.
     * NULL = "auto". */
    const char *language;
    lede_newlines newlines;
    lede_enumerators enumerators;
    lede_hygiene hygiene;
    uint32_t keep_rules; /* LEDE_RULE_BIT of each rule that is not applied */
    int keep_boundaries; /* not 0: lede_document_boundaries() has them */
    int strict;          /* not 0: bad bytes are LEDE_BAD_ENCODING */
    uint64_t max_bytes;  /* larger sources are LEDE_TOO_LARGE; 0 = LEDE_MAX_BYTES; any
                            value, but no source may reach 4 GiB */
    uint64_t hash_seed;  /* any number; never changes the result */
    lede_vocabulary *vocabulary;     /* NULL = a private one. Used only when it is
                                        of the document's language or of every one */
    const lede_allocator *allocator; /* NULL = C library; must outlive the document */
} lede_document_options;

#define LEDE_DOCUMENT_OPTIONS_INIT                                                       \
    {                                                                                    \
        "auto", LEDE_NEWLINES_AUTO, LEDE_ENUMERATORS_ATTACH, LEDE_HYGIENE_STRIP, 0, 0,   \
            0, LEDE_MAX_BYTES, 0, NULL, NULL                                             \
    }

typedef struct lede_document_facts {
    char language[12];     /* code in use; "und" when rules are neutral */
    int language_known;    /* 0: no data for it, neutral rules were used */
    int language_detected; /* not 0: "auto" chose it */
    /* 0-100: how sure "auto" is of the language. Below 40 it is a guess at a text of
     * few words; 0 with neutral rules. 100 when the language was given. */
    unsigned language_confidence;
    int hard_wrapped;         /* not 0: single line ends were read as spaces */
    uint64_t bad_bytes;       /* replaced sequences that were not UTF-8 */
    uint64_t nul_bytes;       /* replaced NUL bytes */
    lede_place first_bad;     /* of either; line 0 when there is none */
    uint64_t words;           /* words without marks, in body, headings, lists */
    uint64_t set_aside_words; /* those of what was set aside; not among words */
    uint32_t headings;        /* not counting what was set aside */
    uint32_t body_sentences;
} lede_document_facts;

typedef enum lede_method {
    LEDE_METHOD_AUTO = 0, /* centrality, TF-IDF, position and title together */
    LEDE_METHOD_TFIDF,    /* TF-ISF weight of the sentence alone */
    LEDE_METHOD_LEAD      /* the first sentences */
} lede_method;

typedef enum lede_budget_kind {
    LEDE_BUDGET_SENTENCES = 0, /* amount: a whole number >= 1 */
    LEDE_BUDGET_RATIO, /* amount in (0, 1]: of the eligible sentences, rounded up */
    LEDE_BUDGET_WORDS, /* amount: a whole number >= 1 */
    LEDE_BUDGET_CHARS  /* code points, CR LF being one; one separator between
                          sentences counted */
} lede_budget_kind;

typedef struct lede_summary_options {
    lede_method method;
    lede_budget_kind budget;
    double amount;
    const char *title;   /* UTF-8, need not live on; NULL = the first heading */
    size_t title_length; /* bytes */
    int no_title;        /* not 0: no title at all */
    int no_position;     /* not 0: where a sentence stands does not count */
    const lede_allocator *allocator; /* NULL = C library */
} lede_summary_options;

#define LEDE_SUMMARY_OPTIONS_INIT                                                        \
    { LEDE_METHOD_AUTO, LEDE_BUDGET_SENTENCES, 3.0, NULL, 0, 0, 0, NULL }

/* What a score is made of. Fixed point, multiples of 2^-32. Before redundancy the
 * best score of a document is 1, but for the rounding of its parts. */
typedef enum lede_score_part {
    LEDE_PART_CENTRALITY = 0, /* alike to the other sentences */
    LEDE_PART_FORWARD,        /* taken up again by later sentences */
    LEDE_PART_WEIGHT,         /* TF-ISF of its words */
    LEDE_PART_POSITION,       /* near the beginning */
    LEDE_PART_TITLE,          /* shares words with the title */
    LEDE_PART_REDUNDANCY,     /* <= 0: alike to a sentence chosen before */
    LEDE_PART_COUNT
} lede_score_part;

typedef struct lede_pick {
    uint32_t sentence; /* index in the document */
    uint32_t rank;     /* 1 = chosen first; 0 = not chosen */
    int64_t score;     /* exactly the sum of parts */
    int64_t parts[LEDE_PART_COUNT];
    uint32_t alike; /* the sentence chosen before that it is most alike to, the cause
                       of its redundancy; LEDE_NONE: none */
} lede_pick;

/* Why the best sentence that was not chosen was not. */
typedef enum lede_lost {
    LEDE_LOST_SCORE = 0, /* "score": as many as were wanted scored higher, or
                            as high and stand before it */
    LEDE_LOST_BUDGET,    /* "budget": longer than what was left of it */
    LEDE_LOST_REDUNDANCY /* "redundancy": without it, it would have been chosen */
} lede_lost;

typedef struct lede_runner_up {
    lede_pick pick; /* sentence LEDE_NONE: every distinct one was chosen */
    lede_lost lost;
    uint64_t cost; /* what it would have taken of the budget, in its unit */
    uint64_t left; /* what was left of it */
} lede_runner_up;

/* Where the sentences came from. */
typedef enum lede_summary_source {
    LEDE_SOURCE_PROSE = 0,
    LEDE_SOURCE_LISTS, /* no prose: list items, quotes, table cells, captions */
    LEDE_SOURCE_HEADINGS,
    LEDE_SOURCE_NONE /* nothing to choose from */
} lede_summary_source;

typedef struct lede_summary_facts {
    lede_summary_source source;
    uint32_t eligible;  /* sentences that could be chosen, duplicates included */
    uint32_t distinct;  /* of these, distinct ones */
    uint32_t sentences; /* chosen */
    uint64_t words;     /* chosen */
    uint64_t chars;     /* chosen, with separators */
    lede_budget_kind budget;
    uint64_t limit;  /* of the budget in its unit; of a ratio, sentences */
    int over_budget; /* not 0: not even one sentence fits; the best was given */
} lede_summary_facts;

typedef enum lede_format {
    LEDE_FORMAT_TEXT = 0, /* summaries: a sentence a line, safe to show */
    LEDE_FORMAT_LINES,    /* split: a sentence a line, blank line between blocks */
    LEDE_FORMAT_JSON,
    LEDE_FORMAT_JSON_LINES /* one object a line and file, see lede_report */
} lede_format;

typedef struct lede_report {
    lede_sink sink; /* this and the format as they were given */
    lede_format format;
    lede_status status; /* LEDE_OK, or LEDE_WRITE_FAILED for good; to be read */
    uint32_t files;     /* so far: done + failed + not_scored; to be read */
    uint32_t done;
    uint32_t failed;
    uint32_t not_scored;
    int explain; /* not 0: reasons too; may be set behind lede_report_begin() */
} lede_report;

#ifdef __cplusplus
}
#endif

#endif
