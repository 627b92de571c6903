/* SPDX-License-Identifier: MIT */
#include "render/report.h"

void report_open(json_writer *j, const char *key) {
    jw_object_begin(j);
    jw_member_text(j, "schema", "lede/1");
    jw_key(j, "tool");
    jw_object_begin(j);
    jw_member_text(j, "name", "lede");
    jw_member_text(j, "version", LEDE_VERSION_TEXT);
    jw_object_end(j);
    jw_key(j, key);
    jw_array_begin(j);
}

void report_begin(out *o) {
    json_writer j;
    jw_init(&j, o);
    report_open(&j, "files");
}

void report_resume(json_writer *j, out *o, bool first) {
    jw_init(j, o);
    j->comma = !first;
    jw_line(j);
}

json_writer report_end_files(out *o) {
    json_writer j;
    jw_init(&j, o);
    jw_line(&j);
    jw_array_end(&j);
    return j;
}

void report_end(out *o, const lede_report *totals) {
    json_writer j;
    if (totals->shared != 0 ||
        totals->together != 0) { /* stands behind the files, which are ended */
        jw_init(&j, o);
        j.comma = true;
    } else {
        j = report_end_files(o);
    }
    jw_key(&j, "totals");
    jw_object_begin(&j);
    jw_member_u64(&j, "files", totals->files);
    jw_member_u64(&j, "done", totals->done);
    jw_member_u64(&j, "failed", totals->failed);
    jw_member_u64(&j, "not_scored", totals->not_scored);
    jw_object_end(&j);
    jw_object_end(&j);
    out_bytes(o, "\n", 1);
}
