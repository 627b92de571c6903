/* SPDX-License-Identifier: MIT */
/* Names as bylines and credits have them: "Jane Roe and Tom van Poe, Staff Writers". */
#ifndef LEDE_TEXT_NAME_RUN_H
#define LEDE_TEXT_NAME_RUN_H

#include "text/document.h"

typedef struct name_run {
    uint32_t end;   /* the first entry that is none of them */
    uint32_t names; /* words in the longest name; 0: no name that the text has not in
                       small letters too */
    bool role;      /* one is what writers are: "Staff Writer" */
    bool open;      /* the last one asks for another: "Jane Roe and" */
} name_run;

/* Reads from entry `at` on, not beyond `end`, and no more than a few dozen entries. */
name_run name_run_read(const lede_document *d, uint32_t at, uint32_t end);

#endif
