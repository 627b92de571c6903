/* SPDX-License-Identifier: MIT */
#include "summary/stretch.h"

stretch stretch_behind(const score_task *task) {
    return (stretch){task->v->rows, task->v->rows, (uint32_t)task->d->starts.count};
}

bool stretch_before(const score_task *task, stretch *s) {
    const uint32_t *starts = task->d->starts.items;
    s->end = s->begin;
    if (s->end == 0) {
        return false;
    }
    while (s->document > 0 && starts[s->document - 1] > task->sentences[s->end - 1]) {
        s->document--;
    }
    uint32_t first = s->document > 0 ? starts[s->document - 1] : 0;
    while (s->begin > 0 && task->sentences[s->begin - 1] >= first) {
        s->begin--;
    }
    return true;
}
