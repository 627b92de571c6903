/* SPDX-License-Identifier: MIT */
#include "markup/front_matter.h"

#include "markup/front_fences.h"
#include "markup/front_yaml.h"

static void set_problem(front_matter *f, const char *problem, uint32_t at) {
    f->problem = problem;
    f->problem_at = at;
}

/* libyaml goes several times over long runs of white space. */
static bool has_long_run(const char *bytes, lede_span content, uint32_t *at) {
    uint32_t run = 0;
    for (uint32_t i = content.begin; i < content.end; i++) {
        char c = bytes[i];
        run = c == ' ' || c == '\t' || c == '\n' || c == '\r' ? run + 1 : 0;
        if (run > FRONT_MATTER_MAX_BLANKS) {
            *at = i;
            return true;
        }
    }
    return false;
}

/* May libyaml have it? */
static bool check_limits(front_matter *f, const source *s, lede_span content) {
    uint32_t at = 0;
    if (content.end - content.begin > FRONT_MATTER_MAX_BYTES) {
        set_problem(f, "more than 64 KiB of front matter", f->span.begin);
        return false;
    }
    if (has_long_run(s->bytes, content, &at)) {
        set_problem(f, "more than 1024 blanks in a row", at);
        return false;
    }
    return true;
}

static bool is_white(const char *bytes, lede_span content) {
    for (uint32_t i = content.begin; i < content.end; i++) {
        char c = bytes[i];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
            return false;
        }
    }
    return true;
}

static void set_none(front_matter *f) {
    f->form = FRONT_MATTER_NONE;
    f->span = (lede_span){0, 0};
    f->text.count = f->pieces.count = f->values.count = 0;
    set_problem(f, NULL, 0);
}

static lede_status read_yaml(front_matter *f, const lede_allocator *allocator,
                             const source *s, lede_span content) {
    if (content.begin == content.end) {
        return LEDE_OK;
    }
    /* Blank lines alone stand between two thematic breaks. */
    bool white = is_white(s->bytes, content), key = front_fences_key(s->bytes, content);
    front_verdict verdict = FRONT_OTHER;
    lede_status status = LEDE_OK;
    if (!white && check_limits(f, s, content)) {
        status = front_yaml_read(f, allocator, s->bytes, content, &verdict);
    } else if (!white) {
        verdict = FRONT_BROKEN;
    }
    /* Front matter hardly begins with a blank line, prose between two rules does. */
    char first = s->bytes[content.begin];
    bool apart = first == '\n' || first == '\r', broken = verdict == FRONT_BROKEN;
    if (verdict == FRONT_OTHER || (broken && (apart || !key)) || (apart && !key)) {
        set_none(f);
    }
    return status;
}

lede_status front_matter_read(front_matter *f, const lede_allocator *allocator,
                              const source *s) {
    front_fences fences = front_fences_find(s);
    *f = (front_matter){.form = fences.form, .span = fences.span};
    return fences.form == FRONT_MATTER_YAML ? read_yaml(f, allocator, s, fences.content)
                                            : LEDE_OK;
}

void front_matter_free(front_matter *f, const lede_allocator *allocator) {
    VEC_FREE(&f->text, allocator);
    VEC_FREE(&f->pieces, allocator);
    VEC_FREE(&f->values, allocator);
}
