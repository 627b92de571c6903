/* SPDX-License-Identifier: MIT */
/* Blocks and words -> sentences. */
#ifndef LEDE_TEXT_SENTENCES_H
#define LEDE_TEXT_SENTENCES_H

#include "text/document.h"

lede_status sentences_read(lede_document *d);

#endif
