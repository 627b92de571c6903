/* SPDX-License-Identifier: MIT */
/* What every call that adds to a report shares. */
#ifndef LEDE_API_REPORTS_H
#define LEDE_API_REPORTS_H

#include "render/json.h"

/* May anything be written? A failed write is remembered for good. */
lede_status reports_check(const lede_report *report);
lede_status reports_check_file(const lede_report *report, const char *path);

/* The next element of "files". */
json_writer reports_begin_element(const lede_report *report, out *o);

/* May lines of these columns be written? The first file decides. */
bool reports_has_columns(const lede_report *report, lede_columns columns);
/* The names of the columns, if nothing stands before. */
void reports_csv_begin(lede_report *report, out *o, lede_columns columns);
void reports_csv_header(const lede_report *report, out *o);
/* The line of a file without figures, behind the names of the columns. */
void reports_csv_state(const lede_report *report, out *o, const char *path,
                       const char *state);

/* One more file, of the state that `state` counts. */
lede_status reports_finish_file(lede_report *report, out *o, uint32_t *state);

#endif
