/* SPDX-License-Identifier: MIT */
/* A summary of several files: each sentence with the file that it is of. */
#ifndef LEDE_RENDER_TOGETHER_H
#define LEDE_RENDER_TOGETHER_H

#include "render/explain.h"

/* Lines as those of text_summary(), below "==> path <==" for each file that has some. */
void together_text(out *o, const explain_texts *texts, const lede_summary *summary,
                   bool explain);
/* The member "together" of the report. */
void together_json(json_writer *j, const explain_texts *texts,
                   const lede_summary *summary, bool explain);

#endif
