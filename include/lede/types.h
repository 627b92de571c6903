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
    LEDE_BLOCK_CAPTION, /* also the text that stands for an image */
    LEDE_BLOCK_METADATA,
    LEDE_BLOCK_TITLE,      /* of the front matter */
    LEDE_BLOCK_DESCRIPTION /* of the front matter */
} lede_block_kind;

typedef struct lede_block {
    lede_span span;          /* text; no white space at either end */
    uint32_t first_sentence; /* index */
    uint32_t sentence_count;
    uint8_t kind;   /* lede_block_kind */
    uint8_t level;  /* heading level 1-6, 0 where none is known */
    uint8_t inside; /* not 0: in a quote, an alert or a list item of Markdown, where a
                       heading begins no section of the page */
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
#define LEDE_WORD_OMITTED 0x0400u   /* what is not shown stands before it: code */

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

/*
 * A sentence may begin with words that are in the ledger while it stays: a dateline.
 * They belong to its span, and whoever shows it shows them, but nothing counts them:
 * they are the `aside` entries before first_word.
 */
typedef struct lede_sentence {
    lede_span span;      /* text; no white space at either end */
    uint32_t block;      /* index */
    uint32_t first_word; /* index; marks count */
    uint32_t word_count; /* entries of the word array, marks included */
    uint32_t words;      /* of these, words without marks: what is counted */
    uint8_t ended_by;    /* lede_sentence_end */
    uint8_t role;        /* lede_role */
    uint16_t aside;      /* entries before first_word that are of its span too */
} lede_sentence;

/* The rules that judge a boundary, in the order in which they are asked; the
 * first that decides holds (docs/segmentation.md). */
typedef enum lede_boundary_rule {
    LEDE_BOUNDARY_BLOCK = 0,     /* "block": the block ends, nothing to judge */
    LEDE_BOUNDARY_LIST,          /* "list": an item of a list inside a paragraph */
    LEDE_BOUNDARY_GLUED,         /* "glued": no white space behind it */
    LEDE_BOUNDARY_OMITTED,       /* "omitted": what follows is not shown, as code is */
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
    LEDE_ROLE_HEADING,   /* kept, but no prose */
    LEDE_ROLE_SET_ASIDE, /* in the ledger: an ad label, a date stamp, a byline */
    LEDE_ROLE_METADATA   /* title or description of the front matter: never counted */
} lede_role;

/* Bits of lede_term.flags. */
#define LEDE_TERM_STOP 0x00000001u           /* a stop word by the lists; also qu'il */
#define LEDE_TERM_STARTER 0x00000002u        /* function word that can open a sentence */
#define LEDE_TERM_ALWAYS_CAPITAL 0x00000004u /* I: written so inside sentences too */
#define LEDE_TERM_ANAPHOR 0x00000008u        /* he, this: leans on the sentence before */
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
    LEDE_RULE_REPEATED,   /* "repeated-line": a heading of few words that recurs */
    LEDE_RULE_BYLINE,     /* "byline": who wrote it: "By Jane Roe" */
    LEDE_RULE_DATELINE,   /* "dateline": "LONDON (Reuters) -", at the front of a sentence
                             that stays */
    LEDE_RULE_CAPTION,    /* "caption": what a picture shows: "Pictured: ..." */
    LEDE_RULE_CREDIT,     /* "credit": whose a picture or text is: "Photo by ..." */
    LEDE_RULE_SHARE       /* "share": a bar of buttons: "Share Tweet Email" */
} lede_rule;

/* The bit of a rule in lede_document_options.keep_rules. */
#define LEDE_RULE_BIT(rule) (1u << (rule))

/* What markup keeps from a reader, or what is no prose: it is not in the text. */
typedef enum lede_omission_kind {
    LEDE_OMITTED_NONE = 0,
    LEDE_OMITTED_CODE_BLOCK,   /* "code-block" */
    LEDE_OMITTED_CODE,         /* "code": inside a line */
    LEDE_OMITTED_TAG,          /* "tag": of HTML or JSX; what stands between tags stays */
    LEDE_OMITTED_HIDDEN,       /* "hidden": contents of script, style, svg ... */
    LEDE_OMITTED_COMMENT,      /* "comment" */
    LEDE_OMITTED_FRONT_MATTER, /* "front-matter": all of it but title and description */
    LEDE_OMITTED_SHORTCODE,    /* "shortcode": of Hugo, Liquid, Jinja */
    LEDE_OMITTED_EXPRESSION,   /* "expression": of MDX; the role of MyST */
    LEDE_OMITTED_MODULE,       /* "module": import and export of MDX */
    LEDE_OMITTED_CONTAINER,    /* "container": the line that opens or closes one */
    LEDE_OMITTED_ATTRIBUTES,   /* "attributes": {#id .class} */
    LEDE_OMITTED_FOOTNOTE,     /* "footnote-mark": [^1] */
    LEDE_OMITTED_IMAGE,        /* "image": the text of one inside a sentence */
    LEDE_OMITTED_LINK_TARGET,  /* "link-target" */
    LEDE_OMITTED_COUNT
} lede_omission_kind;

typedef struct lede_omission {
    lede_span source; /* bytes of the source */
    uint8_t kind;     /* lede_omission_kind */
} lede_omission;

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

/* How the bytes of a source are to be read. */
typedef enum lede_markup {
    LEDE_MARKUP_PLAIN = 0, /* as they are */
    LEDE_MARKUP_MARKDOWN,  /* CommonMark with GitHub's tables, task lists and
                              strikethrough, and what surrounds it: docs/markdown.md */
    LEDE_MARKUP_MDX        /* the same with JSX: {...} is an expression */
} lede_markup;

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
    lede_markup markup;
    lede_newlines newlines;
    lede_enumerators enumerators;
    lede_hygiene hygiene;
    uint32_t keep_rules; /* LEDE_RULE_BIT of each rule that is not applied */
    int keep_boundaries; /* not 0: lede_document_boundaries() has them */
    int strict;          /* not 0: bad bytes are LEDE_BAD_ENCODING */
    int no_stems;        /* not 0: words are their own stems, which saves half the time
                            of who only measures */
    uint64_t max_bytes;  /* larger sources are LEDE_TOO_LARGE; 0 = LEDE_MAX_BYTES; any
                            value, but no source may reach 4 GiB */
    uint64_t hash_seed;  /* any number; never changes the result */
    lede_vocabulary *vocabulary;     /* NULL = a private one. Used only when it is
                                        of the document's language or of every one */
    const lede_allocator *allocator; /* NULL = C library; must outlive the document */
} lede_document_options;

#define LEDE_DOCUMENT_OPTIONS_INIT                                                       \
    {                                                                                    \
        "auto", LEDE_MARKUP_PLAIN, LEDE_NEWLINES_AUTO, LEDE_ENUMERATORS_ATTACH,          \
            LEDE_HYGIENE_STRIP, 0, 0, 0, 0, LEDE_MAX_BYTES, 0, NULL, NULL                \
    }

typedef enum lede_front_matter {
    LEDE_FRONT_MATTER_NONE = 0,
    LEDE_FRONT_MATTER_READ,     /* title, description, lang and settings were taken */
    LEDE_FRONT_MATTER_SET_ASIDE /* it was recognised, but nothing was taken from it */
} lede_front_matter;

typedef struct lede_document_facts {
    char language[12];     /* code in use; "und" when rules are neutral */
    int language_known;    /* 0: no data for it, neutral rules were used */
    int language_detected; /* not 0: "auto" chose it */
    /* 0-100: how sure "auto" is of the language. Below 40 it is a guess at a text of
     * few words; 0 with neutral rules. 100 when the language was given. */
    unsigned language_confidence;
    int language_declared; /* not 0: the front matter names it */
    lede_markup markup;    /* as given */
    lede_front_matter front_matter;
    const char *front_matter_problem; /* why it, or a part of it, was set aside: a static
                                         string, or NULL */
    lede_place front_matter_place;    /* of what was the matter; line 0: of nothing */
    int hard_wrapped;                 /* not 0: single line ends were read as spaces */
    uint64_t bad_bytes;               /* replaced sequences that were not UTF-8 */
    uint64_t nul_bytes;               /* replaced NUL bytes */
    lede_place first_bad;             /* of either; line 0 when there is none */
    uint64_t words;                   /* words without marks, in body, headings, lists */
    uint64_t set_aside_words;         /* those of what was set aside; not among words */
    uint32_t headings;                /* not counting what was set aside */
    uint32_t body_sentences;
} lede_document_facts;

/* How sentences are weighed: docs/summarization.md has the formulas. */
typedef enum lede_method {
    LEDE_METHOD_AUTO = 0,   /* "auto": centrality, TF-IDF, position and title together;
                               the best over all kinds of text */
    LEDE_METHOD_NEWS,       /* "news": made for news; learnt weights for a language that
                               has them, a formula for the others */
    LEDE_METHOD_DIRECTED,   /* "directed": taken up again by later sentences (PacSum) */
    LEDE_METHOD_CENTRALITY, /* "centrality": alike to all others */
    LEDE_METHOD_TFIDF,      /* "tfidf": TF-ISF weight of the sentence alone */
    LEDE_METHOD_LEXRANK,    /* "lexrank": continuous LexRank */
    LEDE_METHOD_LEAD,       /* "lead": the first sentences */
    LEDE_METHOD_COUNT
} lede_method;

typedef enum lede_budget_kind {
    LEDE_BUDGET_SENTENCES = 0, /* amount: a whole number >= 1 */
    LEDE_BUDGET_RATIO, /* amount in (0, 1]: of the eligible sentences, rounded up */
    LEDE_BUDGET_WORDS, /* amount: a whole number >= 1 */
    LEDE_BUDGET_CHARS  /* code points, CR LF being one; one separator between
                          sentences counted */
} lede_budget_kind;

/* Counts of words over many texts, see lede_background_create(). */
typedef struct lede_background lede_background;

#define LEDE_MMR_OF_METHOD (-1.0)
#define LEDE_MMR_MAX 10.0

typedef struct lede_summary_options {
    lede_method method;
    lede_budget_kind budget;
    double amount;
    const char *title;   /* UTF-8, need not live on; NULL = the first heading */
    size_t title_length; /* bytes */
    int no_title;        /* not 0: no title at all */
    int no_position;     /* not 0: where a sentence stands does not count */
    /* Weight of the likeness to sentences chosen before, 0 to LEDE_MMR_MAX (maximal
     * marginal relevance); below 0 = as the method has it. */
    double mmr;
    const char *query;   /* UTF-8, need not live on; NULL = none. Sentences with its words
                            are preferred: it weighs as much as all else. LEAD ignores it */
    size_t query_length; /* bytes */
    /* Document frequencies of words in place of those of the text's own sentences, where
     * the formula of the method has them, not learnt weights; need not live on; NULL =
     * none. */
    const lede_background *background;
    int explain; /* not 0: picks say which words carried them */
    int by_rank; /* not 0: picks in the order of choice, else in that of the text */
    const lede_allocator *allocator; /* NULL = C library */
} lede_summary_options;

#define LEDE_SUMMARY_OPTIONS_INIT                                                        \
    {                                                                                    \
        LEDE_METHOD_AUTO, LEDE_BUDGET_SENTENCES, 3.0, NULL, 0, 0, 0, LEDE_MMR_OF_METHOD, \
            NULL, 0, NULL, 0, 0, NULL                                                    \
    }

/* What a score is made of. Fixed point, multiples of 2^-32. Before redundancy the
 * best score of a document is 1, but for the rounding of its parts; learnt weights have
 * no such scale, and scores may be below 0. */
typedef enum lede_score_part {
    LEDE_PART_CENTRALITY = 0, /* alike to the other sentences */
    LEDE_PART_FORWARD,        /* taken up again by later sentences */
    LEDE_PART_WEIGHT,         /* TF-ISF of its words */
    LEDE_PART_POSITION,       /* near the beginning */
    LEDE_PART_TITLE,          /* shares words with the title */
    LEDE_PART_QUERY,          /* shares words with the query */
    LEDE_PART_LENGTH,         /* of learnt weights: how long it is */
    LEDE_PART_NOVELTY,        /* of learnt weights: words that no earlier sentence has */
    LEDE_PART_FORM,           /* of learnt weights: digits, quotes, pronouns in front */
    LEDE_PART_REDUNDANCY,     /* <= 0: alike to a sentence chosen before */
    LEDE_PART_COUNT
} lede_score_part;

#define LEDE_PICK_WORDS 5

/* A word that carried a sentence: what words of its stem add to the parts of the score
 * that are sums over words (centrality, forward, weight, title, query); fixed point. */
typedef struct lede_pick_word {
    uint32_t word; /* index: the first word of the stem in the sentence */
    int64_t amount;
} lede_pick_word;

typedef struct lede_pick {
    uint32_t document; /* 0; of a summary of several, which of them */
    uint32_t sentence; /* index in the document */
    uint32_t rank;     /* 1 = chosen first; 0 = not chosen */
    int64_t score;     /* exactly the sum of parts */
    int64_t parts[LEDE_PART_COUNT];
    uint32_t alike; /* the sentence chosen before that it is most alike to, the cause
                       of its redundancy, or that tells the same; LEDE_NONE: none */
    uint32_t alike_document;               /* in which that one is */
    uint32_t word_count;                   /* 0 unless explain was asked for */
    lede_pick_word words[LEDE_PICK_WORDS]; /* the largest amounts first */
} lede_pick;

/* Why the best sentence that was not chosen was not. */
typedef enum lede_lost {
    LEDE_LOST_SCORE = 0,  /* "score": as many as were wanted scored higher, or
                             as high and stand before it */
    LEDE_LOST_BUDGET,     /* "budget": longer than what was left of it */
    LEDE_LOST_REDUNDANCY, /* "redundancy": without it, or if it did not tell the same as
                             a chosen one, it would have been chosen */
    LEDE_LOST_INCOMPLETE /* "incomplete": markup left words out of it, as code; if it were
                            whole, it would have been chosen */
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
    lede_method method;
    int learnt;           /* not 0: by weights learnt for the language */
    int asked;            /* not 0: there was a query */
    uint32_t query_words; /* words of the query that the eligible sentences have */
    uint32_t documents;   /* 1, or as many as were summarized together */
    uint32_t in_language; /* of these, in the next */
    char language[12];    /* code of the document; of several, see
                             lede_summary_create_together() */
} lede_summary_facts;

/* ---- Key terms ----------------------------------------------------------- */

/* A word or phrase that a text is about (docs/summarization.md, "Key terms"). */
typedef struct lede_keyword {
    lede_span span;         /* text: the form that it has most often, ties the first */
    lede_span first;        /* text: its first place, in whatever form */
    uint32_t words;         /* 1 to LEDE_KEYWORD_WORDS; characters without spaces */
    uint32_t content_words; /* of these, no connectors, as "of" in "cost of living" */
    uint32_t count;         /* places, in all of its forms and within longer terms */
    uint32_t sentences;     /* with one */
    int64_t score;          /* multiples of 2^-32, 0 to 1; of the first in the list 1 */
} lede_keyword;

#define LEDE_KEYWORD_WORDS 5u
#define LEDE_KEYWORDS 10u /* the default count */

typedef struct lede_keywords_options {
    uint32_t count; /* at most so many, at least 1 */
    /* Says how rare words are; NULL: the text alone does. Of the text's language, which
     * is the caller's to compare. Need not live on. */
    const lede_background *background;
    const char *title;   /* UTF-8, need not live on; NULL = the first heading */
    size_t title_length; /* bytes */
    int no_title;        /* not 0: no title at all */
    const lede_allocator *allocator; /* NULL = C library */
} lede_keywords_options;

#define LEDE_KEYWORDS_OPTIONS_INIT                                                       \
    { LEDE_KEYWORDS, NULL, NULL, 0, 0, NULL }

typedef struct lede_keywords_facts {
    uint32_t found; /* key terms that there are, listed or not */
    int characters; /* not 0: some text has no spaces between words, so that key terms
                       are characters that stand in a row again */
} lede_keywords_facts;

/* ---- Metrics ------------------------------------------------------------- */

/* Lists of words that formulas ask for. A text's words are looked up folded. */
typedef enum lede_list {
    LEDE_LIST_DALE_3000 = 0,   /* "dale-3000": Dale & Chall 1948, English */
    LEDE_LIST_SPACHE_1974,     /* "spache-1974": Spache's revised list, English */
    LEDE_LIST_DALE_769,        /* "dale-769": Dale's easy words, English */
    LEDE_LIST_HARRIS_JACOBSON, /* "harris-jacobson": short list of 1974, English */
    LEDE_LIST_BAMBERGER,       /* "bamberger-vanecek": 1000 words, German */
    LEDE_LIST_ALT_5000,        /* "alt-5000": Moreno et al. 2022, Portuguese */
    LEDE_LIST_BUCHANAN,        /* "buchanan": Spaulding's density list, Spanish */
    LEDE_LIST_LUONG,           /* "luong": common syllables, Vietnamese */
    LEDE_LIST_COUNT
} lede_list;

/* Scripts that Japanese mixes, and what formulas ask of each. */
typedef enum lede_run {
    LEDE_RUN_LATIN = 0,
    LEDE_RUN_HIRAGANA,
    LEDE_RUN_KANJI,
    LEDE_RUN_KATAKANA,
    LEDE_RUN_COUNT
} lede_run;

#define LEDE_SYLLABLES_MAX 6u

/*
 * What formulas are made of, counted over the sentences that count: those of the
 * body, but for list items, table cells and captions that neither end in a
 * terminator nor have five words. Sums of sentences are those of their parts; the
 * members said to be distinct are not.
 */
typedef struct lede_counts {
    uint64_t sentences;
    uint64_t words;      /* numbers, URLs and the like are one word each */
    uint64_t syllables;  /* numbers, URLs, addresses: one each; 0: no rules */
    uint64_t letters;    /* Unicode letters in words */
    uint64_t characters; /* letters and digits in words */
    uint64_t visible;    /* code points that are not white space, marks included */
    /* Words of exactly 1, 2, ... 5 syllables, and of 6 or more; [0]: syllables unknown */
    uint64_t of_syllables[LEDE_SYLLABLES_MAX + 1];
    uint64_t long_words;   /* of more than 6 letters */
    uint64_t short_words;  /* of at most 3 letters */
    uint64_t hard_words;   /* Gunning's: docs/readability.md */
    uint64_t plain_words;  /* "the" and forms of "to be" (Lensear Write) */
    uint64_t prepositions; /* 0 where the language has no list */
    uint64_t pronouns;
    uint64_t conjunctions;
    uint64_t letters_squared; /* sum over words: the variance of word length */
    uint64_t pauses;          /* places with : ; or a dash, inside sentences (Wheeler) */
    uint64_t approximate;     /* words of scripts without spaces: characters */
    uint64_t off_list[LEDE_LIST_COUNT];  /* words off the list, each time */
    uint64_t runs[LEDE_RUN_COUNT];       /* runs of characters of one script */
    uint64_t run_length[LEDE_RUN_COUNT]; /* characters in them */
    uint64_t commas;
    uint64_t full_stops;
    uint64_t types;                           /* distinct words */
    uint64_t off_list_types[LEDE_LIST_COUNT]; /* distinct words off the list */
    uint32_t lists;      /* bit 1u << lede_list: the list was at hand */
    uint32_t word_kinds; /* LEDE_COUNTED_...: what the language has data for */
} lede_counts;

#define LEDE_COUNTED_SYLLABLES 0x01u
#define LEDE_COUNTED_PREPOSITIONS 0x02u
#define LEDE_COUNTED_PRONOUNS 0x04u
#define LEDE_COUNTED_CONJUNCTIONS 0x08u
#define LEDE_COUNTED_PLAIN 0x10u
#define LEDE_COUNTED_HARD 0x20u

/* Why there is no value. */
typedef enum lede_value_status {
    LEDE_VALUE_OK = 0,
    LEDE_VALUE_NO_WORDS,     /* "no-words" */
    LEDE_VALUE_NO_SENTENCES, /* "no-sentences": only headings and fragments */
    LEDE_VALUE_LANGUAGE,     /* "language-unsupported": made for other languages */
    LEDE_VALUE_LIST_MISSING, /* "list-missing": its word list is not at hand */
    LEDE_VALUE_NO_SYLLABLES, /* "no-syllables": the language has no rules for them */
    LEDE_VALUE_TOO_SHORT     /* "too-short": not defined for a text so short */
} lede_value_status;

/* Bits of lede_value.flags. */
#define LEDE_VALUE_BELOW_MINIMUM 0x01u /* shorter than what the formula was made for */
#define LEDE_VALUE_LONG_UNITS 0x02u    /* over 60 words a sentence: missing full stops? */
#define LEDE_VALUE_UNVERIFIED 0x04u    /* the formula's source could not be verified */

typedef struct lede_value {
    double value;   /* 0 unless status is LEDE_VALUE_OK; never NaN or infinite */
    uint8_t status; /* lede_value_status */
    uint8_t flags;
} lede_value;

/* What a formula's number means. */
typedef enum lede_scale {
    LEDE_SCALE_GRADE = 0, /* "grade": years of school */
    LEDE_SCALE_EASE,      /* "ease": about 0 to 100 */
    LEDE_SCALE_CLOZE,     /* "cloze": per cent of words that readers can guess */
    LEDE_SCALE_INDEX      /* "index": its own numbers */
} lede_scale;

/* How well a formula's coefficients are known. */
typedef enum lede_evidence {
    LEDE_EVIDENCE_PRIMARY = 0, /* "P": reproduced from the author's own examples */
    LEDE_EVIDENCE_TWO,         /* "S2": two independent sources agree */
    LEDE_EVIDENCE_ONE,         /* "S1": one secondary source */
    LEDE_EVIDENCE_UNVERIFIED   /* "U": only on request */
} lede_evidence;

/* Values below `below` that no band before it took are called so. */
typedef struct lede_band {
    double below;      /* of the last, DBL_MAX: every other value */
    const char *label; /* "easy: 6th grade"; static */
} lede_band;

/* A summand of a formula: its factor times a quantity. Static strings. */
typedef struct lede_formula_part {
    double factor;
    const char *quantity; /* "words per sentence"; "" for a constant */
    const char *counts;   /* members of lede_counts that it is made of, between spaces */
} lede_formula_part;

/* A formula. All strings are static. */
typedef struct lede_formula_info {
    const char *id;                 /* "flesch_kincaid" */
    const char *name;               /* "Flesch-Kincaid grade level" */
    const char *languages;          /* codes between spaces; "*": any with words */
    const char *source;             /* author, year, title or page */
    const char *note;               /* where others differ; may be "" */
    const lede_formula_part *parts; /* their sum is the value */
    uint32_t part_count;            /* at most LEDE_FORMULA_TERMS */
    lede_scale scale;
    int direction; /* +1: higher is harder; -1: higher is easier */
    lede_evidence evidence;
    /* The least it is reliable for. Both 0: its source names none, and a value for
     * fewer than LEDE_MINIMUM_WORDS is flagged. */
    uint32_t minimum_words;
    uint32_t minimum_sentences;
    const lede_band *bands; /* ascending; NULL: none */
    uint32_t band_count;
    uint32_t lists; /* bits 1u << lede_list that it needs */
} lede_formula_info;

#define LEDE_MINIMUM_WORDS 100u
#define LEDE_FORMULA_TERMS 12u /* at most in one formula */

/* One summand of a formula for one text. */
typedef struct lede_formula_term {
    const char *quantity; /* "words per sentence"; "" for a constant. Static. */
    double factor;
    double amount; /* of the quantity; 1 for a constant */
} lede_formula_term;

/* An option of formulas, as on worksheets: what is counted per sentence or per 100
 * words is rounded to a whole number first, half up; what is counted per word, to
 * hundredths. */
#define LEDE_FORMULA_INTEGER_INPUTS 0x01u

/* Lengths, and the like: of a sample, ascending. */
typedef struct lede_distribution {
    uint64_t count;
    uint64_t sum;
    uint32_t least;
    uint32_t most;
    double mean;
    double deviation;    /* standard deviation, n - 1; 0 for fewer than two */
    double quartiles[3]; /* linear between neighbours (type 7); [1]: median */
    double p90;
} lede_distribution;

/* Measures of lexical diversity, over words folded to lower case. */
typedef enum lede_diversity {
    LEDE_DIVERSITY_TTR = 0, /* "ttr" V/N */
    LEDE_DIVERSITY_ROOT,    /* "r" Guiraud V/sqrt(N) */
    LEDE_DIVERSITY_CTTR,    /* "cttr" Carroll V/sqrt(2N) */
    LEDE_DIVERSITY_C,       /* "c" Herdan ln V/ln N */
    LEDE_DIVERSITY_S,       /* "s" Somers ln ln V/ln ln N */
    LEDE_DIVERSITY_U,       /* "u" Dugast */
    LEDE_DIVERSITY_MAAS,    /* "maas" a squared */
    LEDE_DIVERSITY_YULE_K,  /* "yule_k" */
    LEDE_DIVERSITY_SIMPSON, /* "simpson_d" */
    LEDE_DIVERSITY_HONORE,  /* "honore_r" */
    LEDE_DIVERSITY_BRUNET,  /* "brunet_w" */
    LEDE_DIVERSITY_MSTTR,   /* "msttr" segments of 100 words */
    LEDE_DIVERSITY_MATTR,   /* "mattr" window of 100 words */
    LEDE_DIVERSITY_HDD,     /* "hdd" samples of 42 words */
    LEDE_DIVERSITY_MTLD,    /* "mtld" factor 0.720, both directions */
    LEDE_DIVERSITY_COUNT
} lede_diversity;

/* What is seen of a text's style, each at its place. Candidates: shapes and lists
 * find them, so some are wrong (docs/style.md). */
typedef enum lede_hit_kind {
    LEDE_HIT_PASSIVE = 0,    /* "passive": a form of to be and a participle */
    LEDE_HIT_NOMINALISATION, /* "nominalisation": -tion, -ment, -ance ... */
    LEDE_HIT_ADVERB,         /* "adverb": by its ending */
    LEDE_HIT_HEDGE,          /* "hedge": perhaps, sort of */
    LEDE_HIT_TRANSITION,     /* "transition": however, in addition */
    LEDE_HIT_HARD_WORD,      /* "hard-word": three syllables and more (Gunning) */
    LEDE_HIT_LONG_WORD,      /* "long-word": over 12 letters */
    LEDE_HIT_COUNT
} lede_hit_kind;

typedef struct lede_hit {
    uint32_t sentence;   /* index */
    uint32_t first_word; /* index */
    uint32_t word_count; /* entries, marks included */
    uint8_t kind;        /* lede_hit_kind */
} lede_hit;

/* What sentences begin with. */
typedef enum lede_opener {
    LEDE_OPENER_PRONOUN = 0,
    LEDE_OPENER_ARTICLE,
    LEDE_OPENER_CONJUNCTION,
    LEDE_OPENER_PREPOSITION,
    LEDE_OPENER_TRANSITION,
    LEDE_OPENER_OTHER,
    LEDE_OPENER_COUNT
} lede_opener;

/* Three or more sentences in a row that begin with the same word. */
typedef struct lede_opener_run {
    uint32_t first_sentence; /* index */
    uint32_t last_sentence;
    uint32_t sentences;
    uint32_t term;   /* index */
    uint32_t shared; /* words that all of them begin with, at least 1 */
} lede_opener_run;

typedef struct lede_statistics {
    lede_distribution sentence_words;
    lede_distribution paragraph_words;
    lede_distribution paragraph_sentences;
    uint32_t over_20; /* sentences of more than 20 words */
    uint32_t over_25;
    uint32_t over_30;
    uint32_t longest[3]; /* sentences, the longest first; LEDE_NONE: fewer */
    uint32_t shortest;   /* sentence; LEDE_NONE: there is none */
    double rhythm;       /* mean difference between neighbours, in words; 0: below 2 */
    uint32_t questions;  /* sentences that end in a question mark */
    uint32_t exclamations;
    uint32_t openers[LEDE_OPENER_COUNT]; /* sentences */
    uint32_t hits[LEDE_HIT_COUNT];
    uint32_t passive_sentences; /* with at least one candidate */
    uint32_t hit_kinds;         /* bit 1u << kind: the language has data for it */
    uint32_t fragments; /* units that do not count as sentences, headings among them */
    uint32_t headings;
    uint64_t fragment_words;
    uint64_t hapaxes;          /* words that occur once */
    uint32_t words_per_minute; /* silent reading; of zh and ja characters; 0: unknown */
    uint32_t speaking_words_per_minute;
    double reading_seconds; /* 0: unknown */
    double speaking_seconds;
    lede_value diversity[LEDE_DIVERSITY_COUNT];
} lede_statistics;

/* What parts have values of their own, beside the whole. */
typedef enum lede_unit {
    LEDE_UNIT_FILE = 0,
    LEDE_UNIT_SECTION,   /* from heading to heading, of whatever level */
    LEDE_UNIT_PARAGRAPH, /* block */
    LEDE_UNIT_SENTENCE
} lede_unit;

#define LEDE_HEADING_LEVELS 6

/*
 * A section is a heading and what stands below it, up to the next heading of any
 * level: those below a deeper heading are sections of their own. Where headings are
 * marked ("## Usage") these alone begin one, even one that was set aside; a line that
 * only looks like a heading does not, nor does one inside a quote or a list item.
 */
typedef struct lede_metrics_part {
    lede_span span; /* text; from its first sentence to its last, without those at its
                       ends that were set aside or are metadata */
    uint32_t first_sentence; /* index */
    uint32_t sentence_count; /* those that do not count among them */
    uint32_t heading; /* of a section: the sentence that is its heading; LEDE_NONE */
    /* The headings above any part, the first sentence of each, from the outermost to the
     * nearest, which of a section is its own. Levels may be skipped; of headings without
     * level there is the nearest alone. */
    uint32_t path[LEDE_HEADING_LEVELS];
    uint32_t path_count; /* 0: it stands before the first heading */
    lede_counts counts;
} lede_metrics_part;

/* The headline: the median of a fixed set of formulas with a grade scale. */
typedef struct lede_grade {
    lede_value median;
    double low; /* the least and the greatest of them */
    double high;
    uint32_t formulas[8]; /* which: indices of lede_formula_at() */
    uint32_t formula_count;
    uint32_t main; /* the one to compare with other tools; LEDE_NONE */
    uint32_t ease; /* the language's ease formula; LEDE_NONE */
} lede_grade;

/*
 * What a sentence costs: by how much the formulas of the headline grade fall on
 * average when the text is scored without it, above 0 if it makes the text harder.
 * Where the language has no grade, the same of its main formula.
 */
typedef struct lede_cost {
    uint32_t sentence; /* index */
    double cost;
} lede_cost;

/* A word list of the user's, see lede_word_list_create(). */
typedef struct lede_word_list lede_word_list;

typedef struct lede_metrics_options {
    lede_unit unit;                     /* LEDE_UNIT_FILE: no parts */
    uint32_t formula_flags;             /* LEDE_FORMULA_... */
    int keep_hits;                      /* not 0: hits with places, not only counts */
    const lede_word_list *const *lists; /* NULL: none; used while metrics are made */
    size_t list_count;
    lede_vocabulary *vocabulary;     /* as in lede_document_options */
    const lede_allocator *allocator; /* NULL = C library */
} lede_metrics_options;

#define LEDE_METRICS_OPTIONS_INIT                                                        \
    { LEDE_UNIT_FILE, 0, 0, NULL, 0, NULL, NULL }

/* ---- Repetition ------------------------------------------------------------ */

/* What sort of repetition a phrase is; the order in which they are shown. */
typedef enum lede_repeat_group {
    LEDE_REPEAT_STOCK = 0, /* "stock": words of content at both ends, and no other sort */
    LEDE_REPEAT_FORMULA, /* "formula": opens with a function word, four words and more */
    LEDE_REPEAT_TOPIC,   /* "topic": what the text is about */
    LEDE_REPEAT_NAME,    /* "name": capitals throughout, in every place */
    LEDE_REPEAT_GROUPS
} lede_repeat_group;

/* Bits of lede_repeat_place.flags. */
#define LEDE_PLACE_QUOTED 0x01u  /* in a quotation */
#define LEDE_PLACE_HEADING 0x02u /* in a heading or caption: not counted */
#define LEDE_PLACE_NESTED 0x04u  /* part of a longer phrase that is listed */
#define LEDE_PLACE_CROSSES 0x08u /* a heading stands between it and the one before */

/* Where something stands. */
typedef struct lede_repeat_place {
    uint32_t sentence;   /* index */
    uint32_t first_word; /* index */
    uint32_t last_word;  /* index; marks may lie between */
    uint32_t before;     /* body words before it; of one in a heading, LEDE_NONE */
    uint8_t flags;       /* LEDE_PLACE_... */
} lede_repeat_place;

/* A phrase that is there twice or more. */
typedef struct lede_repeat {
    uint32_t first_place; /* index into lede_repeats_places(): ascending, those in
                             headings behind the others; the first shows its words */
    uint32_t place_count; /* at most LEDE_REPEAT_PLACES */
    uint32_t count;       /* times, not counting those that overlap or in headings */
    uint32_t in_headings; /* times there; in no other member but place_count */
    uint32_t quoted;      /* of count, in quotations */
    uint32_t words;       /* of one time */
    uint32_t content;     /* of them, words of content */
    uint32_t cost;        /* (count - 1) * content: what leaving it out would save */
    uint32_t nearest;     /* body words between the two places that are nearest */
    uint32_t leader;  /* index of the phrase that leads its family; its own: it does */
    double keyness;   /* log-likelihood against the background; 0: none was given */
    uint8_t group;    /* lede_repeat_group */
    uint8_t accepted; /* not 0: on the list of accepted phrases */
} lede_repeat;

#define LEDE_REPEAT_PHRASES 1000u /* phrases listed at most, and entries of each list */
#define LEDE_REPEAT_PLACES 200u   /* places of each at most */

/* A word with its neighbour, as often as they stand so. */
typedef struct lede_frame {
    uint32_t first_word; /* index, of the first time */
    uint32_t last_word;
    uint32_t count;
} lede_frame;

#define LEDE_FRAMES 3u

/* A word of content that stands there too often: five times and one word in a hundred. */
typedef struct lede_overused {
    uint32_t first_place; /* as in lede_repeat; all of them in the body */
    uint32_t place_count;
    uint32_t count; /* times, all of its forms */
    uint32_t frame_count;
    lede_frame frames[LEDE_FRAMES]; /* the most frequent, each there twice or more */
    double keyness;
    uint8_t accepted; /* not 0: on the list of accepted phrases */
} lede_overused;

/* The same word again within a few words. */
typedef struct lede_echo {
    uint32_t first_place; /* as in lede_repeat: each near the one before */
    uint32_t place_count;
    uint32_t count;
    uint32_t nearest; /* body words between the two that are nearest */
    uint8_t accepted; /* not 0: on the list of accepted phrases */
} lede_echo;

/* A word that stands twice in a row, as "the the" does. */
typedef struct lede_doubled {
    uint32_t sentence;
    uint32_t first_word; /* indices; nothing but white space lies between the two */
    uint32_t second_word;
    int across_lines; /* not 0: a line end does */
} lede_doubled;

/* Sentences in a row, in one block, that begin with the same word. */
typedef struct lede_opening {
    uint32_t first_sentence; /* indices */
    uint32_t last_sentence;
    uint32_t sentences; /* at least 3 */
    uint32_t word;      /* index, of the first of them */
    uint32_t shared;    /* words that all of them begin with, at least 1 */
} lede_opening;

#define LEDE_OPENING_WARN 4u /* sentences from which on it is more than a figure */

#define LEDE_TOLD_WORDS 6u

/* Two sentences that tell much the same. */
typedef struct lede_told_twice {
    uint32_t first; /* sentences, indices */
    uint32_t second;
    uint32_t shared;  /* distinct words of content that both have: at least 4 */
    uint32_t smaller; /* distinct ones of that which has fewer; at most twice shared */
    uint32_t word_count;
    uint32_t words[LEDE_TOLD_WORDS]; /* indices, in the first sentence: some of those
                                        shared, the rarest in the text first */
} lede_told_twice;

/* A list of phrases that may be repeated, see lede_accepted_create(). */
typedef struct lede_accepted lede_accepted;

/* What a background was made of. */
typedef struct lede_background_facts {
    char language[12];        /* code of its texts; "mul": of several languages */
    uint64_t documents;       /* texts that were counted */
    uint64_t tokens;          /* their words, each time, those left out below too */
    uint64_t words;           /* distinct ones that it has */
    uint64_t occurrences;     /* of these, in all documents together */
    uint64_t least_documents; /* words that stand in fewer documents were left out; 1:
                                 none were for that */
} lede_background_facts;

#define LEDE_BACKGROUND_WORDS 4194304u /* different ones of a builder, the default */
#define LEDE_BACKGROUND_WORDS_MOST 16777216u /* of max_words */

typedef struct lede_background_builder lede_background_builder;

/* For files that are made: of documents, and of other files. */
typedef struct lede_background_options {
    const char *language;     /* code that the file gets, or "mul"; NULL: that of all its
                                 documents, "mul" if they differ, "und" if there are none */
    uint64_t least_documents; /* words of fewer documents are left out of the file, which
                                 then cannot be added to others; 0 = 1: none are */
    uint32_t max_words;       /* of a builder; 0 = LEDE_BACKGROUND_WORDS; at most
                                 LEDE_BACKGROUND_WORDS_MOST */
    uint64_t hash_seed;       /* any number; never changes the result */
    const lede_allocator *allocator; /* NULL = C library; must outlive a builder */
} lede_background_options;

#define LEDE_BACKGROUND_OPTIONS_INIT                                                     \
    { NULL, 0, 0, 0, NULL }

typedef struct lede_repeats_options {
    uint32_t min_words; /* of a phrase; 0 = 2; at most LEDE_REPEAT_WORDS */
    uint32_t max_words; /* 0 = any number; else not below min_words */
    uint32_t min_count; /* 0 = 2, and for phrases of two or three words one more for each
                           1,500 words of the text; else not below 2, for all */
    uint32_t window;    /* body words within which a word is an echo; 0 = 30 */
    int count_headings; /* not 0: headings count as the body does */
    int ignore_quotes;  /* not 0: nothing in quotations counts */
    int no_sentences;   /* not 0: sentences are not compared (told twice) */
    int no_words;       /* not 0: phrases and sentences alone, no lists of words */
    const lede_accepted *accepted;     /* NULL: none; used while repeats are found */
    const lede_background *background; /* NULL: none; likewise */
    const lede_allocator *allocator;   /* NULL = C library */
} lede_repeats_options;

#define LEDE_REPEATS_OPTIONS_INIT                                                        \
    { 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL }

#define LEDE_ECHO_WINDOW 30u        /* words */
#define LEDE_REPEAT_WORDS 100u      /* of min_words at most */
#define LEDE_REPEAT_CHARACTERS 4u   /* of a phrase in a script without spaces at least */
#define LEDE_REDUNDANCY_WINDOW 500u /* words */

/* Bits of lede_repeats_facts.capped: what was more than is listed, or than is compared.
 */
#define LEDE_CAPPED_PHRASES 0x01u /* more than LEDE_REPEAT_PHRASES of one list */
#define LEDE_CAPPED_PLACES 0x02u  /* a phrase stands in more than LEDE_REPEAT_PLACES */
#define LEDE_CAPPED_LENGTH 0x04u  /* of some long ones only the beginning was compared */
#define LEDE_CAPPED_WORDS 0x08u   /* more overused words, echoes, openings, doubles */
#define LEDE_CAPPED_COMPARED                                                             \
    0x10u /* sentences of frequent words: only with near ones                            \
           */

typedef struct lede_repeats_facts {
    uint64_t words; /* of the body, those that count */
    uint32_t
        phrases[LEDE_REPEAT_GROUPS]; /* found, listed or not; accepted ones are none */
    uint64_t redundant; /* words that stand in a second or later time: not of names */
    uint64_t redundant_stock; /* of these, in stock phrases and formulas */
    double per_1000;          /* of both, for 1,000 words; 0 without words */
    double stock_per_1000;
    uint32_t window_first; /* sentence in which the window begins that has most of
                              redundant_stock; LEDE_NONE: there are none of them */
    uint32_t window_words; /* of the window: LEDE_REDUNDANCY_WINDOW, or all there are */
    double window_per_1000;
    uint32_t sentences;        /* of the body that can open a run */
    uint32_t top_opener;       /* word (index) most of them begin with; LEDE_NONE */
    uint32_t top_opener_count; /* sentences, articles counted */
    int no_words;              /* as in the options: no lists of words were made */
    int folded;                /* not 0: forms of a word were taken as one */
    int formulas;              /* not 0: the language has data to tell formulas */
    unsigned capped;           /* LEDE_CAPPED_... */
} lede_repeats_facts;

/* An accepted phrase, and whether something was accepted by it. */
typedef struct lede_accepted_use {
    lede_span phrase; /* bytes of the list as it was given */
    uint32_t line;    /* of the list, from 1 */
    int used;
} lede_accepted_use;

/* ---- Text shared between files ------------------------------------------- */

/*
 * A passage is words that two files or more have in common: a run of min_words words or
 * more, or a whole sentence of at least LEDE_SHARED_SENTENCE. Words are equal when their
 * folded keys are; marks between them are of no account. Sentences of the body count,
 * but not those of code or metadata; no passage goes beyond a block. Two characters of a
 * script without spaces count as one word here.
 *
 * Files are compared with all files added before. A run is as long as the words are equal
 * in both; but of a sentence that goes on beyond the run, words at either edge that are
 * fewer than min_words and than LEDE_SHARED_SENTENCE are left out, where what remains is
 * long enough. Runs of the same words are one passage with a place in each file; any
 * other words are another passage, though one may be part of the other. Of a run that
 * lies, in the later file, within a longer one shared with the same file nothing is said,
 * nor of what one file repeats.
 */

#define LEDE_SHARED_WORDS 8u         /* of a run at least, the default */
#define LEDE_SHARED_WORDS_LEAST 4u   /* of min_words */
#define LEDE_SHARED_SENTENCE 6u      /* words */
#define LEDE_SHARED_BYTES 268435456u /* 256 MiB */
#define LEDE_SHARED_TEXT 400u        /* bytes of a passage's text at most */
#define LEDE_SHARED_PASSAGES 1000u   /* listed at most */
#define LEDE_SHARED_PLACES 200u      /* of each at most */

typedef struct lede_shared lede_shared;

typedef struct lede_shared_options {
    uint32_t min_words; /* of a run; 0 = LEDE_SHARED_WORDS; else from
                           LEDE_SHARED_WORDS_LEAST to LEDE_REPEAT_WORDS */
    uint64_t max_bytes; /* of memory; 0 = LEDE_SHARED_BYTES. Three quarters for what is
                           kept of files, the rest for what is found */
    uint64_t hash_seed; /* any number; never changes the result */
    const lede_allocator *allocator; /* NULL = C library; must outlive it */
} lede_shared_options;

#define LEDE_SHARED_OPTIONS_INIT                                                         \
    { 0, 0, 0, NULL }

/* Where a file has a passage; it may have it elsewhere too. From its first word to its
 * last, or, where that opens or ends a sentence, from the beginning or to the end of it
 * with its marks. */
typedef struct lede_shared_place {
    uint32_t file; /* 0 for the one added first */
    lede_place begin;
    lede_place end;
} lede_shared_place;

typedef struct lede_shared_passage {
    uint32_t words;
    uint32_t files;       /* found to have it; of those of which all that they share of
                             it is in a longer passage, only some may be among them */
    lede_span text;       /* bytes of lede_shared_bytes(): as it stands in the file in
                             which it was found to be shared, at most LEDE_SHARED_TEXT */
    uint32_t first_place; /* index into lede_shared_places(): ascending by file */
    uint32_t place_count; /* files, but at most LEDE_SHARED_PLACES */
    uint8_t sentence;     /* not 0: whole sentences, in each place */
    uint8_t cut;          /* not 0: the text goes on */
} lede_shared_passage;

/* Bits of lede_shared_facts.capped. */
#define LEDE_SHARED_CAPPED_MEMORY 0x01u   /* files were not kept, see first_compared */
#define LEDE_SHARED_CAPPED_PASSAGES 0x02u /* more than are listed, or than fit */
#define LEDE_SHARED_CAPPED_PLACES                                                        \
    0x04u /* of some passage more than are listed or fit                                 \
           */
/* A file repeats itself or others over and over: in the rest of it, of runs that overlap
 * only the first ones were followed. */
#define LEDE_SHARED_CAPPED_WORK 0x08u

typedef struct lede_shared_facts {
    uint32_t files;          /* added so far */
    uint32_t first_compared; /* this file and all later ones were only compared with those
                                before it: memory was full; LEDE_NONE */
    uint64_t passages;       /* found so far, listed or not */
    uint64_t bytes;          /* of max_bytes that are in use */
    unsigned capped;         /* LEDE_SHARED_CAPPED_... */
} lede_shared_facts;

/* ---- Quotations --------------------------------------------------------------- */

/*
 * Is what a summary says verbatim in a source? docs/quotes.md has the rules. Words are
 * equal when their folded keys are: capitals, the shape of apostrophes and white space
 * are of no account, nor are hyphens, dashes, quotation marks and other punctuation. What
 * stands at a number, a sign, a currency, a per cent, is a word of its own.
 */

typedef enum lede_quote_kind {
    LEDE_QUOTE_SENTENCE = 0, /* "sentence": a sentence of the summary */
    LEDE_QUOTE_RUN           /* "quote": what stands between quotation marks */
} lede_quote_kind;

/* What became of a sentence or quotation; from LEDE_QUOTE_SHORTENED on it fails. */
typedef enum lede_quote_state {
    LEDE_QUOTE_VERBATIM = 0, /* "verbatim": its words stand in a source in a row; of a
                                sentence, as a whole sentence */
    LEDE_QUOTE_ELIDED,       /* "elided": the same but for words whose place an ellipsis
                                has taken */
    LEDE_QUOTE_EDITED,       /* "edited": the same but for words in square brackets */
    LEDE_QUOTE_UNCHECKED,    /* "unchecked": a heading, what was set aside, fewer words
                                than asked for */
    LEDE_QUOTE_SHORTENED,    /* "shortened": words are left out, and nothing says so */
    LEDE_QUOTE_MERGED,       /* "merged": put together from several sentences */
    LEDE_QUOTE_ALTERED,      /* "altered": it has words that the passage does not have */
    LEDE_QUOTE_MISSING,      /* "missing": no source has anything like it */
    LEDE_QUOTE_STATES
} lede_quote_state;

/* Bits of lede_quote.notes: what is no failure, but worth a look. */
#define LEDE_QUOTE_PUNCTUATION 0x01u /* other marks stand between the words */
#define LEDE_QUOTE_CASE 0x02u        /* other capitals, but for those of a first word */
#define LEDE_QUOTE_GOES_ON                                                               \
    0x04u /* a quotation ends where the source's sentence does                           \
             not, though it has its beginning */
#define LEDE_QUOTE_UNQUOTED                                                              \
    0x08u /* a quotation that the source, which has others, does                         \
             not have in quotation marks */
#define LEDE_QUOTE_SET_ASIDE 0x10u /* the source has it in what is set aside */
#define LEDE_QUOTE_UNCLOSED 0x20u  /* no mark closes the quotation in its paragraph */
#define LEDE_QUOTE_FRONT_ONLY                                                            \
    0x40u /* it is longer than what is compared with the nearest passage                 \
           */
#define LEDE_QUOTE_CAPPED 0x80u /* the words are in more places than were looked at */

/* How a passage becomes what the summary says. */
typedef enum lede_quote_op {
    LEDE_QUOTE_SAME = 0, /* "same": both have these words */
    LEDE_QUOTE_REMOVED,  /* "removed": the passage alone */
    LEDE_QUOTE_ADDED     /* "added": the summary alone */
} lede_quote_op;

typedef struct lede_quote_step {
    uint8_t op;        /* lede_quote_op */
    uint32_t source;   /* number of the source; LEDE_NONE of what was added */
    lede_span passage; /* text of that source; of what was added, empty */
    lede_span summary; /* text of the summary; of what was removed, empty */
} lede_quote_step;

typedef struct lede_quote {
    uint8_t kind;      /* lede_quote_kind */
    uint8_t state;     /* lede_quote_state */
    uint8_t notes;     /* LEDE_QUOTE_... */
    lede_span span;    /* text of the summary; of a quotation, between its marks */
    uint32_t sentence; /* index, of the summary: where it begins */
    uint32_t words;    /* that are compared */
    /* Where it stands in a source, or what is nearest to it: */
    uint32_t source;         /* number of the source; LEDE_NONE: there is none */
    lede_span passage;       /* text of that source */
    uint32_t first_sentence; /* indices, of that source */
    uint32_t last_sentence;
    uint32_t first_step; /* index into lede_quotes_steps(); what is verbatim has none. Of
                            what is merged they may be of several sources */
    uint32_t step_count;
} lede_quote;

typedef enum lede_quotes_what {
    LEDE_QUOTES_ALL = 0, /* sentences; of those that fail, and of headings, quotations */
    LEDE_QUOTES_SENTENCES, /* sentences alone */
    LEDE_QUOTES_RUNS       /* quotations alone, those of headings too */
} lede_quotes_what;

typedef struct lede_quotes_options {
    lede_quotes_what what;
    uint32_t min_words; /* of a quotation: shorter ones are not checked; 0 = 1 */
    int headings;       /* not 0: headings are checked as sentences are */
    int exact;          /* not 0: what is elided or edited fails, too */
    uint64_t hash_seed; /* any number; never changes the result */
    const lede_allocator *allocator; /* NULL = C library; must outlive it */
} lede_quotes_options;

#define LEDE_QUOTES_OPTIONS_INIT                                                         \
    { LEDE_QUOTES_ALL, 0, 0, 0, 0, NULL }

#define LEDE_QUOTES_SOURCES 65535u /* at most */
#define LEDE_QUOTES_OMISSION 100u  /* words that an ellipsis can stand for, at most */
#define LEDE_QUOTES_REPLACED 10u   /* the same of words in square brackets */
#define LEDE_QUOTES_COMPARED 256u  /* words of a unit compared with what is nearest */
#define LEDE_QUOTES_PLACES 64u     /* where a source has the words, looked at at most */

typedef struct lede_quotes_facts {
    uint32_t sources;
    uint64_t source_words;              /* of all of them, as they are compared */
    uint32_t units;                     /* sentences and quotations */
    uint32_t states[LEDE_QUOTE_STATES]; /* of them, in each state */
    uint32_t failed;                    /* of them; with options.exact, elided and edited
                                           ones too */
} lede_quotes_facts;

typedef enum lede_format {
    LEDE_FORMAT_TEXT = 0, /* summaries: a sentence a line, safe to show */
    LEDE_FORMAT_LINES,    /* split: a sentence a line, blank line between blocks */
    LEDE_FORMAT_JSON,
    LEDE_FORMAT_JSON_LINES, /* one object a line and file, see lede_report */
    LEDE_FORMAT_CSV,        /* scores: a line a file or part; repeats: a line a place;
                               RFC 4180 */
    LEDE_FORMAT_MARKDOWN    /* tables of scores, repeats, formulas; summaries */
} lede_format;

/* What lede_report_score() shows. Zeros are the defaults. */
typedef struct lede_score_view {
    const uint32_t *formulas; /* indices of lede_formula_at(), in the order to show;
                                 must outlive the report; NULL: those of the language */
    size_t formula_count;
    int all_formulas; /* not 0: every formula made for the language, too */
    int all;          /* not 0: every formula of the language, every statistic */
    uint32_t width;   /* columns of text, at least 50; 0 = 80 */
    int ascii;        /* not 0: text without characters beyond ASCII of its own */
} lede_score_view;

/* What lede_report_repeats() shows. Zeros are the defaults. */
typedef struct lede_repeats_view {
    int all;        /* not 0: text of every entry, with all of its places */
    int keyness;    /* not 0: how unusual words are; a background was given for it */
    uint32_t width; /* as in lede_score_view */
    int ascii;
    const lede_accepted *accepted; /* the list that repeats were found with, so that its
                                      entries are shown; NULL: they are not */
} lede_repeats_view;

/* What lede_report_quotes() shows. Zeros are the defaults. */
typedef struct lede_quotes_view {
    uint32_t width; /* as in lede_score_view */
    int ascii;
} lede_quotes_view;

/* Whose columns a table has. */
typedef enum lede_columns { LEDE_COLUMNS_SCORE = 0, LEDE_COLUMNS_REPEATS } lede_columns;

typedef struct lede_report {
    lede_sink sink; /* this and the format as they were given */
    lede_format format;
    lede_status status; /* LEDE_OK, or LEDE_WRITE_FAILED for good; to be read */
    uint32_t files;     /* so far: done + failed + not_scored; to be read */
    uint32_t done;
    uint32_t failed;
    uint32_t not_scored;
    int explain;           /* not 0: reasons too; may be set behind lede_report_begin() */
    lede_score_view score; /* may be set behind lede_report_begin() too, as the next */
    lede_repeats_view repeats;
    lede_quotes_view quotes;
    /* Of LEDE_FORMAT_CSV. The first score or repeats decide, if nothing stands before
     * them; to be set where a file without figures may be the first. */
    lede_columns columns;
    int shared;   /* not 0: lede_report_shared() has been called; to be read */
    int together; /* not 0: lede_report_together() has; to be read */
} lede_report;

#ifdef __cplusplus
}
#endif

#endif
