/* SPDX-License-Identifier: MIT */
/* JSON Lines: one record in, one record out, in the same order. */
#include "base/error.h"
#include "cli/line_reader.h"
#include "cli/message.h"
#include "cli/notes.h"
#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A line that gave no record. Without memory its id may be half a copy. */
static void answer_error(run *r, const json_record *record, const lede_error *error) {
    bool whole = error->status != LEDE_NO_MEMORY;
    run_fail(r, whole ? record->id.items : "null", error);
}

static void do_record(run *r, json_record *record, const char *line, size_t n,
                      run_work *work) {
    lede_error error;
    if (json_scan_record(record, line, n, &error) != LEDE_OK) {
        answer_error(r, record, &error);
        return;
    }
    input in = {.name = record->id.items,
                .bytes = record->text.bytes.items,
                .size = record->text.bytes.count};
    work(r, &in);
}

static void do_too_long(run *r, json_record *record, const char *part, size_t n) {
    lede_error error;
    error_set(&error, LEDE_TOO_LARGE,
              "the line is over the limit of %llu bytes (--max-bytes)",
              (unsigned long long)run_byte_limit(r->options));
    if (json_scan_id(record, part, n) != LEDE_OK) {
        error_no_memory(&error);
    }
    answer_error(r, record, &error);
}

static void fail_file(run *r, const char *name, const char *reason, int status) {
    message_named(name, reason);
    run_worsen(r, status);
}

/* Results are handed on before the reader may have to wait for more. */
static void do_lines(run *r, line_reader *reader, const char *name, run_work *work) {
    json_record record = {.id = {NULL, 0, 0}};
    line_state state = LINE_READ;
    r->record = &record;
    while (state <= LINE_TOO_LONG && !r->outputs->failed) {
        const char *line = NULL;
        size_t n = 0;
        if (!line_reader_has_line(reader)) {
            outputs_check(r->outputs);
        }
        state = line_reader_next(reader, &line, &n);
        if (state == LINE_READ) {
            do_record(r, &record, line, n, work);
        } else if (state == LINE_TOO_LONG) {
            do_too_long(r, &record, line, n);
        }
    }
    if (state == LINE_FAILED) {
        fail_file(r, name, strerror(errno), RUN_ERROR);
    } else if (state == LINE_NO_MEMORY) {
        fail_file(r, name, "out of memory", RUN_INTERNAL);
    } else {
        r->results++;
    }
    notes_replaced_in_records(name, r->replaced);
    r->replaced = 0;
    r->record = NULL;
    json_free_record(&record);
}

/* A file may grow: then the new records are read too. One that shrinks may end
 * anywhere, perhaps between two records, where nothing else would show it. */
static void do_descriptor(run *r, int fd, const char *name, run_work *work) {
    struct stat before, after;
    if (fstat(fd, &before) != 0) {
        fail_file(r, name, strerror(errno), RUN_ERROR);
        return;
    }
    line_reader reader;
    line_reader_init(&reader, fd, run_byte_limit(r->options));
    do_lines(r, &reader, name, work);
    line_reader_free(&reader);
    if (fstat(fd, &after) != 0) {
        fail_file(r, name, strerror(errno), RUN_ERROR);
    } else if (S_ISREG(before.st_mode) && after.st_size < before.st_size) {
        fail_file(r, name, "changed while it was read", RUN_ERROR);
    }
}

static void do_file(run *r, const char *path, run_work *work) {
    bool standard = strcmp(path, INPUT_STANDARD) == 0;
    const char *name = run_shown_name(r->options, path);
    int fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        fail_file(r, name, strerror(errno), RUN_ERROR);
        return;
    }
    do_descriptor(r, fd, name, work);
    if (!standard) {
        (void)close(fd);
    }
}

static void do_files(run *r, run_work *work) {
    const options *o = r->options;
    if (o->operand_count == 0) {
        do_file(r, INPUT_STANDARD, work);
    }
    for (size_t i = 0; i < o->operand_count && !r->outputs->failed; i++) {
        do_file(r, o->operands[i], work);
        outputs_check(r->outputs);
    }
}

/* The form of the output follows from --jsonl: another one contradicts it. */
static bool contradicts(const options *o) {
    static const option_id others[] = {OPTION_FORMAT, OPTION_OUTPUT,
                                       OPTION_UAX29,  OPTION_SPLIT_WORDS,
                                       OPTION_SHARED, OPTION_TOGETHER};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (option_given(o, others[i])) {
            (void)run_contradiction(OPTION_JSONL, others[i]);
            return true;
        }
    }
    return false;
}

int run_records(const options *o, run_work *work) {
    if (contradicts(o)) {
        return RUN_ERROR;
    }
    options own = *o;
    own.outputs[0].format = LEDE_FORMAT_JSON_LINES;
    run r = {.options = &own};
    return run_around(&r, do_files, work);
}
