/* SPDX-License-Identifier: MIT */
/*
 * JSON Lines: lines out of a stream, a record out of a line, an answer out of a
 * record. First bytes: the limit of a line, how the stream is cut into reads, what
 * answers. The scanner is compared with jansson (peer.h).
 */
#include "cli/json_scan.h"
#include "cli/line_reader.h"
#include "fuzz/oracle.h"
#include "fuzz/peer.h"
#include "fuzz/reference.h"

#include <errno.h>
#include <unistd.h>

/* ---- A stream that read() takes from memory ----------------------------------- */

#define STREAM_FD (-77)

static struct {
    oracle_input left;
    uint64_t random; /* 0: all in one piece */
} stream;

/* The linker puts these in the place of read(). */
ssize_t __wrap_read(int fd, void *to, size_t n);
ssize_t __real_read(int fd, void *to, size_t n);

ssize_t __wrap_read(int fd, void *to, size_t n) {
    if (fd != STREAM_FD) {
        return __real_read(fd, to, n);
    }
    if (stream.random != 0) {
        n = 1 + text_below(&stream.random, text_below(&stream.random, 2) ? 3 : 40);
        if (text_below(&stream.random, 8) == 0) {
            errno = EINTR;
            return -1;
        }
    }
    oracle_input taken = oracle_take_bytes(&stream.left, n);
    if (taken.n > 0) {
        memcpy(to, taken.bytes, taken.n);
    }
    return (ssize_t)taken.n;
}

/* ---- Lines ---------------------------------------------------------------------- */

/* The next line of `in`, told another way. */
static line_state next_line(oracle_input *in, size_t limit, oracle_input *line) {
    if (in->n == 0) {
        return LINE_END;
    }
    size_t n = 0;
    while (n < in->n && in->bytes[n] != '\n') {
        n++;
    }
    *line = oracle_take_bytes(in, n);
    (void)oracle_take_bytes(in, 1);
    line->n -= n > 0 && line->bytes[n - 1] == '\r';
    return line->n > limit ? LINE_TOO_LONG : LINE_READ;
}

/* A reader finds these lines, however its stream is cut. */
static void check_lines(oracle_input in, size_t limit, uint64_t random) {
    line_reader r;
    line_state state = LINE_READ;
    stream.left = in;
    stream.random = random;
    line_reader_init(&r, STREAM_FD, limit);
    while (state != LINE_END) {
        const char *line = NULL;
        size_t n = 0;
        oracle_input wanted = {NULL, 0};
        bool there = line_reader_has_line(&r);
        size_t unread = stream.left.n;
        state = line_reader_next(&r, &line, &n);
        ORACLE(state == next_line(&in, limit, &wanted));
        ORACLE(!there || (state == LINE_READ || state == LINE_TOO_LONG));
        ORACLE(!there || unread == stream.left.n);
        if (state == LINE_READ) {
            ORACLE(n == wanted.n && memcmp(line, wanted.bytes, n) == 0);
        }
    }
    line_reader_free(&r);
}

/* ---- Records -------------------------------------------------------------------- */

static void check_field(const json_field *ours, const peer_field *theirs) {
    ORACLE(ours->given == theirs->given);
    if (ours->given) {
        text_buffer plain = peer_plain(ours->bytes.items, ours->bytes.count);
        ORACLE(plain.n == theirs->n &&
               (plain.n == 0 || memcmp(plain.bytes, theirs->bytes, plain.n) == 0));
        text_free(&plain);
    }
}

/* The id stands in the line byte for byte. */
static void check_id(const json_record *r, oracle_input line) {
    size_t n = r->id.count - 1;
    bool found = n == 4 && memcmp(r->id.items, "null", 4) == 0;
    ORACLE(r->id.items[n] == '\0');
    for (size_t at = 0; at + n <= line.n && !found; at++) {
        found = memcmp(line.bytes + at, r->id.items, n) == 0;
    }
    ORACLE(found);
}

static lede_status scan(json_record *r, oracle_input line, lede_error *error) {
    lede_status status = json_scan_record(r, line.bytes, line.n, error);
    ORACLE(status == error->status);
    ORACLE(status == LEDE_OK || status == LEDE_BAD_DATA);
    ORACLE(status == LEDE_OK || error->offset <= line.n);
    ORACLE(r->id.count > 0);
    check_id(r, line);
    return status;
}

static void compare(const json_record *r, oracle_input line, lede_status status,
                    const char *text) {
    static const char mark[] = "\xEF\xBB\xBF";
    peer theirs;
    bool marked = line.n >= 3 && memcmp(line.bytes, mark, 3) == 0; /* passed over */
    peer_read(&theirs, line.bytes + (marked ? 3 : 0), line.n - (marked ? 3 : 0));
    if (theirs.verdict != PEER_SILENT) {
        ORACLE((status == LEDE_OK) == (theirs.verdict == PEER_ACCEPTS) ||
               (status != LEDE_OK && peer_may_differ(&theirs, text)));
    }
    if (status == LEDE_OK && theirs.verdict == PEER_ACCEPTS) {
        json_field lang = r->lang; /* ours has a NUL behind it */
        lang.bytes.count -= lang.given ? 1 : 0;
        check_field(&r->text, &theirs.text);
        check_field(&r->title, &theirs.title);
        check_field(&lang, &theirs.lang);
    }
    peer_free(&theirs);
}

/* ---- Answers -------------------------------------------------------------------- */

/* What is not UTF-8 becomes U+FFFD, the rest stays byte for byte. */
static text_buffer shown_id(const json_record *r) {
    text_buffer t = {0};
    for (size_t at = 0, n = r->id.count - 1; at < n;) {
        reference_point point = reference_decode(r->id.items + at, n - at);
        text_add(&t, point.bad ? "\xEF\xBF\xBD" : r->id.items + at,
                 point.bad ? 3 : point.bytes);
        at += point.bytes;
    }
    return t;
}

/* One line of JSON with the id of the record. */
static void check_answer(const json_record *r, const text_buffer *answer) {
    static const char head[] = "{\"id\":";
    text_buffer shown = shown_id(r);
    size_t n = sizeof head - 1, id = shown.n;
    ORACLE(answer->n > n + id && memcmp(answer->bytes, head, n) == 0);
    ORACLE(id == 0 || memcmp(answer->bytes + n, shown.bytes, id) == 0);
    text_free(&shown);
    ORACLE(memchr(answer->bytes, '\n', answer->n) == answer->bytes + answer->n - 1);
    ORACLE(peer_is_json(answer->bytes, answer->n));
    text_buffer rest = {answer->bytes + n + id, answer->n - n - id, 0};
    oracle_harmless(&rest, false);
}

static lede_status answer_text(const json_record *r, lede_report *report, bool split) {
    lede_document_options read = LEDE_DOCUMENT_OPTIONS_INIT;
    lede_summary_options choose = LEDE_SUMMARY_OPTIONS_INIT;
    lede_document *d = NULL;
    lede_summary *s = NULL;
    lede_error error;
    read.language = r->lang.given ? r->lang.bytes.items : "en";
    if (r->title.given) {
        choose.title = r->title.bytes.count > 0 ? r->title.bytes.items : "";
        choose.title_length = r->title.bytes.count;
    }
    lede_status status =
        lede_document_create(r->text.bytes.items, r->text.bytes.count, &read, &d, &error);
    if (status == LEDE_OK && !split) {
        status = lede_summary_create(d, &choose, &s, &error);
    }
    if (status != LEDE_OK) {
        ORACLE(status == error.status && status != LEDE_NO_MEMORY);
        ORACLE(lede_report_failure(report, r->id.items, &error) == LEDE_OK);
    } else if (split) {
        ORACLE(lede_report_split(report, r->id.items, d, 0) == LEDE_OK);
    } else {
        ORACLE(lede_report_summary(report, r->id.items, d, s) == LEDE_OK);
    }
    lede_summary_free(s);
    lede_document_free(d);
    return status;
}

static void answer(const json_record *r, const lede_error *error, bool split) {
    text_buffer t = {0};
    lede_report report;
    ORACLE(lede_report_begin(&report, LEDE_FORMAT_JSON_LINES, oracle_sink(&t)) ==
           LEDE_OK);
    if (error->status == LEDE_OK) {
        (void)answer_text(r, &report, split);
    } else {
        ORACLE(lede_report_failure(&report, r->id.items, error) == LEDE_OK);
    }
    ORACLE(lede_report_end(&report) == LEDE_OK);
    check_answer(r, &t);
    text_free(&t);
}

/* ---- All of it ------------------------------------------------------------------- */

/* In memory of its exact size, so that a sanitizer sees a read beyond its end. */
static void try_line(json_record *record, oracle_input line, bool split) {
    lede_error error;
    text_buffer exact = {0};
    text_add(&exact, line.bytes, line.n);
    text_fit(&exact);
    line.bytes = exact.bytes;
    lede_status status = scan(record, line, &error);
    compare(record, line, status, error.text);
    answer(record, &error, split);
    text_free(&exact);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    static const size_t limits[] = {65536, 5, 1, 64};
    oracle_input in = {(const char *)bytes, n}, line = {NULL, 0};
    size_t limit = limits[oracle_take(&in, 4)];
    uint64_t random = oracle_take(&in, 256) + 1;
    bool split = oracle_take(&in, 2) == 0;
    check_lines(in, limit, 0);
    check_lines(in, limit, random);
    json_record record = {.id = {NULL, 0, 0}};
    while (next_line(&in, limit, &line) != LINE_END) {
        try_line(&record, line, split);
    }
    json_free_record(&record);
    return 0;
}
