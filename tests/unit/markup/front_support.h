/* SPDX-License-Identifier: MIT */
/* For the tests of front matter: a source in memory of its exact size, read. */
#ifndef LEDE_TESTS_MARKUP_FRONT_SUPPORT_H
#define LEDE_TESTS_MARKUP_FRONT_SUPPORT_H

#include "unit/markup/markup_support.h"

#include "markup/front_matter.h"

typedef struct front {
    sheet sheet;
    front_matter matter;
} front;

static inline bool front_equals(const char *bytes, lede_span span, const char *wanted) {
    return span.end - span.begin == strlen(wanted) &&
           memcmp(bytes + span.begin, wanted, strlen(wanted)) == 0;
}

/* The promises of the map, of every value. */
static inline void front_check_map(const front *f) {
    const front_matter *m = &f->matter;
    uint32_t piece_index = 0, source_end = m->span.begin;
    for (size_t i = 0; i < m->values.count; i++) {
        const front_value *v = &m->values.items[i];
        uint32_t text_end = v->value.begin;
        assert_true(v->source.begin >= source_end && v->source.end <= m->span.end);
        source_end = v->source.begin;
        assert_int_equal(v->first_piece, piece_index);
        for (uint32_t k = 0; k < v->piece_count; k++, piece_index++) {
            piece p = m->pieces.items[piece_index];
            assert_int_equal(p.text.begin, text_end);
            assert_true(p.text.end > p.text.begin);
            assert_true(p.source.begin >= source_end && p.source.end >= p.source.begin);
            uint32_t text = p.text.end - p.text.begin;
            uint32_t bytes = p.source.end - p.source.begin;
            if (p.kind == PIECE_SAME) {
                assert_int_equal(text, bytes);
                assert_memory_equal(m->text.items + p.text.begin,
                                    f->sheet.bytes + p.source.begin, text);
            } else if (p.kind == PIECE_DECODED) {
                assert_true(p.unit_text > 0 && p.unit_source > 0);
                assert_int_equal(text % p.unit_text, 0);
                assert_int_equal(text / p.unit_text * p.unit_source, bytes);
            }
            text_end = p.text.end;
            source_end = p.source.end;
        }
        assert_int_equal(text_end, v->value.end);
        assert_true(source_end <= v->source.end);
        source_end = v->source.end;
    }
    assert_int_equal(piece_index, m->pieces.count);
}

static inline void front_open(front *f, const char *bytes, size_t n) {
    sheet_source(&f->sheet, bytes, n);
    assert_int_equal(front_matter_read(&f->matter, &memory_default, &f->sheet.source),
                     LEDE_OK);
    front_check_map(f);
    if (f->matter.form == FRONT_MATTER_NONE) {
        assert_int_equal(f->matter.span.begin, f->matter.span.end);
        assert_null(f->matter.problem);
    }
    if (f->matter.form == FRONT_MATTER_NONE || f->matter.problem != NULL) {
        assert_int_equal(f->matter.values.count, 0);
        assert_int_equal(f->matter.text.count, 0);
    }
}

static inline void front_close(front *f) {
    front_matter_free(&f->matter, &memory_default);
    sheet_close(&f->sheet);
}

/* "key=value" and a line end for each value; the caller frees it. */
static inline char *front_list(const front *f) {
    const front_matter *m = &f->matter;
    size_t size = 1, n = 0;
    for (size_t i = 0; i < m->values.count; i++) {
        const front_value *v = &m->values.items[i];
        size += v->key.end - v->key.begin + v->value.end - v->value.begin + 2;
    }
    char *list = malloc(size);
    assert_non_null(list);
    for (size_t i = 0; i < m->values.count; i++) {
        const lede_span spans[] = {m->values.items[i].key, m->values.items[i].value};
        for (size_t k = 0; k < 2; k++) {
            uint32_t bytes = spans[k].end - spans[k].begin;
            memcpy(list + n, m->text.items + spans[k].begin, bytes);
            n += bytes;
            list[n++] = k == 0 ? '=' : '\n';
        }
    }
    list[n] = '\0';
    return list;
}

static inline void front_expect(const char *text, const char *wanted) {
    front f;
    front_open(&f, text, strlen(text));
    char *list = front_list(&f);
    assert_int_equal(f.matter.form, FRONT_MATTER_YAML);
    assert_null(f.matter.problem);
    assert_string_equal(list, wanted);
    free(list);
    front_close(&f);
}

/* It is set aside, for this reason and at this place. */
static inline void front_expect_problem(const char *text, size_t n, const char *problem,
                                        uint32_t at) {
    front f;
    front_open(&f, text, n);
    assert_int_equal(f.matter.form, FRONT_MATTER_YAML);
    assert_non_null(f.matter.problem);
    assert_string_equal(f.matter.problem, problem);
    assert_int_equal(f.matter.problem_at, at);
    front_close(&f);
}

#endif
