/* SPDX-License-Identifier: MIT */
/* Members that say what a span of the visible text holds and where it stands. */
#ifndef LEDE_RENDER_SPAN_H
#define LEDE_RENDER_SPAN_H

#include "render/json.h"
#include "text/document.h"

/* "text" */
void span_write_text(json_writer *j, const lede_document *document, lede_span span);

/* "begin" and "end" in the source. */
void span_write_offsets(json_writer *j, const lede_document *document, lede_span span);

/* The same with lines and columns. */
void span_write_place(json_writer *j, const lede_document *document, lede_span span);

#endif
