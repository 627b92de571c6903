/* SPDX-License-Identifier: MIT */
/* Members of an element of "files" that every verb has. */
#ifndef LEDE_RENDER_ELEMENT_H
#define LEDE_RENDER_ELEMENT_H

#include "render/json.h"
#include "text/document.h"

/* Opens the element: "path" and "state". */
void element_begin(json_writer *j, const char *path, const char *state);
/* What was found of the language, and how line ends were read. */
void element_language(json_writer *j, const lede_document_facts *facts);
/* What was set aside, what was replaced; closes the element. */
void element_end(json_writer *j, const lede_document *document);

/* Opens a line of JSON Lines with its id, JSON text that is written byte for byte, but
 * for what is not UTF-8 in it: no reader of JSON would take that. */
json_writer element_begin_record(out *o, const char *id);
void element_end_record(json_writer *j);

#endif
