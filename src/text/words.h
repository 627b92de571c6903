/* SPDX-License-Identifier: MIT */
/* Visible text -> words and marks, terms and their evidence. */
#ifndef LEDE_TEXT_WORDS_H
#define LEDE_TEXT_WORDS_H

#include "text/build.h"

lede_status words_read(build *b);

#endif
