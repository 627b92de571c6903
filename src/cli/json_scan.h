/* SPDX-License-Identifier: MIT */
/*
 * Reads the fields of one JSON Lines record. A pull scanner: the line is looked
 * at once, nothing but the wanted strings is kept, and values that nobody asks
 * for are checked and passed over.
 */
#ifndef LEDE_CLI_JSON_SCAN_H
#define LEDE_CLI_JSON_SCAN_H

#include "base/vec.h"

#define JSON_DEPTH_MAX 64u /* brackets inside each other in values passed over */

typedef VEC_OF(char) json_bytes;

/* A string of the record, escapes decoded. Bytes that are not UTF-8 stay as
 * they are; a lone surrogate becomes U+FFFD. */
typedef struct json_field {
    json_bytes bytes;
    size_t begin; /* of the value in the line */
    bool given;
} json_field;

typedef struct json_record {
    json_bytes id; /* as it stands in the line, and a NUL; "null" without one */
    json_field text;
    json_field title;
    json_field lang; /* with a NUL behind it */
} json_record;

/*
 * Fills r from a line without its line end; of a key that occurs twice the last
 * value counts. Errors: LEDE_BAD_DATA with the byte offset in the line (not an
 * object, malformed, no "text", a field of the wrong type); LEDE_NO_MEMORY. The
 * id is kept as far as it was read.
 */
lede_status json_scan_record(json_record *r, const char *line, size_t n,
                             lede_error *error);

/*
 * The same for the beginning of a line that was cut off: only the id is filled,
 * with the last one that stands in the part as a whole. Errors: LEDE_NO_MEMORY.
 */
lede_status json_scan_id(json_record *r, const char *part, size_t n);
void json_free_record(json_record *r);

#endif
