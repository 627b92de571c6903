/* SPDX-License-Identifier: MIT */
/* The JSON around the files: {"schema","tool","files","totals"}. */
#ifndef LEDE_RENDER_REPORT_H
#define LEDE_RENDER_REPORT_H

#include "render/json.h"

/* Opens the object that every report is: {"schema","tool", and the array under
 * `key`, ready for its first element. */
void report_open(json_writer *j, const char *key);

/* The report over files in three parts, so that each file can be written when
 * it is done. Elements go between, each after jw_line(). */
void report_begin(out *o);
/* A writer for the next element; `first` when none stands before it. */
void report_resume(json_writer *j, out *o, bool first);
/* A writer for a member behind the array of files, which ends here. */
json_writer report_end_files(out *o);
void report_end(out *o, const lede_report *totals);

#endif
