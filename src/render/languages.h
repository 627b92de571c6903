/* SPDX-License-Identifier: MIT */
/* The languages compiled in, as a table or as JSON. */
#ifndef LEDE_RENDER_LANGUAGES_H
#define LEDE_RENDER_LANGUAGES_H

#include "base/out.h"
#include "lang/pack.h"

/* Aligned columns under a line of headings; "-" where there is no stemmer. */
void languages_text(out *o, const language_pack *packs, size_t count);
void languages_json(out *o, const language_pack *packs, size_t count);

#endif
