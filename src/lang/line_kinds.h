/* SPDX-License-Identifier: MIT */
/* What lines the lists of a language hold: its labels.txt. */
#ifndef LEDE_LANG_LINE_KINDS_H
#define LEDE_LANG_LINE_KINDS_H

typedef enum pack_line_kind {
    PACK_LINE_AD = 1,       /* the whole line is an advertisement label */
    PACK_LINE_DATE,         /* a word that introduces a date stamp */
    PACK_LINE_TEASER,       /* leads away from the article: "read more" */
    PACK_LINE_TEASER_START, /* opens a sentence that does: "click here for" */
    PACK_LINE_BYLINE,       /* opens a byline: "by" */
    PACK_LINE_BYLINE_END,   /* closes one: "contributed to this report" */
    PACK_LINE_ROLE,         /* what writers are: "staff writer" */
    PACK_LINE_LINK,         /* stands between names: "and", "for the" */
    PACK_LINE_PARTICLE,     /* is a part of them: "van" */
    PACK_LINE_AGENCY,       /* a news agency in a dateline: "reuters" */
    PACK_LINE_CAPTION,      /* opens a caption, before a colon: "pictured" */
    PACK_LINE_CREDIT,       /* opens a credit: "photo by" */
    PACK_LINE_RIGHTS,       /* "all rights reserved"; "copyright", before a year */
    PACK_LINE_SHARE,        /* a button of a share bar: "tweet" */
    PACK_LINE_SHARE_LINK    /* stands between buttons: "on" */
} pack_line_kind;

#endif
