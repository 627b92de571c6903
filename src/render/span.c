/* SPDX-License-Identifier: MIT */
#include "render/span.h"

#include "markup/places.h"

void span_write_text(json_writer *j, const lede_document *document, lede_span span) {
    jw_key(j, "text");
    jw_string(j, document->page.text + span.begin, span.end - span.begin);
}

void span_write_offsets(json_writer *j, const lede_document *document, lede_span span) {
    jw_member_u64(j, "begin", page_source_offset(&document->page, span.begin));
    jw_member_u64(j, "end", page_source_end(&document->page, span.end));
}

void span_write_place(json_writer *j, const lede_document *document, lede_span span) {
    lede_place begin = place_in_text(&document->source, &document->page, span.begin);
    lede_place end = place_of_end(&document->source, &document->page, span.end);
    jw_member_u64(j, "begin", begin.offset);
    jw_member_u64(j, "end", end.offset);
    jw_member_u64(j, "line", begin.line);
    jw_member_u64(j, "column", begin.column);
    jw_member_u64(j, "utf16_column", begin.utf16_column);
    jw_member_u64(j, "end_line", end.line);
    jw_member_u64(j, "end_column", end.column);
    jw_member_u64(j, "end_utf16_column", end.utf16_column);
}
