/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/memory.h"
#include "cli/summarizing.h"

#include <string.h>

/* ---- One file -----------------------------------------------------------------------
 */

/* The same bytes, to keep, without what reading had room for besides. */
static lede_status copy_input(const input *in, input *copy, lede_error *error) {
    *copy = (input){.name = in->name, .size = in->size, .capacity = in->size};
    if (in->size == 0) {
        return LEDE_OK;
    }
    copy->bytes = memory_allocate(&memory_default, in->size);
    if (copy->bytes == NULL) {
        return error_no_memory(error);
    }
    memcpy(copy->bytes, in->bytes, in->size);
    return LEDE_OK;
}

/* Is there a sentence that could be chosen? What was not set aside and is no code or
 * metadata can. */
static bool has_text(const lede_document *document) {
    size_t count = 0, block_count = 0;
    const lede_sentence *s = lede_document_sentences(document, &count);
    const lede_block *blocks = lede_document_blocks(document, &block_count);
    bool found = false;
    for (size_t i = 0; i < count && !found; i++) {
        uint8_t kind = blocks[s[i].block].kind;
        found = s[i].role != LEDE_ROLE_SET_ASIDE && s[i].role != LEDE_ROLE_METADATA &&
                kind != LEDE_BLOCK_CODE && kind != LEDE_BLOCK_METADATA;
    }
    return found;
}

static bool has_room(kept_texts *kept) {
    return VEC_RESERVE_POINTERS(&kept->documents, &memory_default, 1) &&
           VEC_RESERVE(&kept->paths, &memory_default, 1) &&
           VEC_RESERVE(&kept->inputs, &memory_default, 1);
}

static lede_status report_file(run *r, const input *in, const lede_document *document) {
    lede_status worst = LEDE_OK;
    for (size_t i = 0; i < r->outputs->count; i++) {
        lede_status status =
            lede_report_joined(&r->outputs->items[i].report, in->name, document);
        worst = status != LEDE_OK ? status : worst;
    }
    return worst;
}

/* False: it is the caller's to free. */
static bool keep(run *r, const input *in, lede_document *document) {
    kept_texts *kept = &summarizing_of(r)->kept;
    if (!has_text(document)) {
        run_not_scored(r, in, summarizing_why_empty(r, document));
        return false;
    }
    kept->documents.items[kept->documents.count++] = document;
    kept->paths.items[kept->paths.count++] = in->name;
    kept->inputs.items[kept->inputs.count++] = *in;
    run_done(r, in, report_file(r, in, document));
    summarizing_note_language(r, in, document);
    return true;
}

void together_read(run *r, const input *in) {
    lede_error error;
    input own;
    lede_status status = has_room(&summarizing_of(r)->kept) ? copy_input(in, &own, &error)
                                                            : error_no_memory(&error);
    if (status != LEDE_OK) {
        run_fail(r, in->name, &error);
        return;
    }
    lede_document *document = run_document(r, &own);
    if (document == NULL || !keep(r, &own, document)) {
        lede_document_free(document);
        input_free(&own);
    }
}

/* ---- All of them --------------------------------------------------------------------
 */

static void report_all(run *r, const kept_texts *kept, const lede_summary *summary) {
    for (size_t i = 0; i < r->outputs->count; i++) {
        /* What a report cannot write is noticed when outputs are checked. */
        (void)lede_report_together(&r->outputs->items[i].report, kept->paths.items,
                                   (const lede_document *const *)kept->documents.items,
                                   kept->documents.count, summary);
    }
    outputs_check(r->outputs);
}

static void note_all(const run *r, const kept_texts *kept, const lede_summary *summary,
                     const lede_summary_options *choosing) {
    summary_notes notes = {NULL,
                           (const lede_document *const *)kept->documents.items,
                           kept->documents.count,
                           summary,
                           choosing,
                           option_given(r->options, OPTION_SHOW_DROPPED),
                           run_hygiene(r->options) == LEDE_HYGIENE_MARK};
    if (option_given(r->options, OPTION_QUIET)) {
        return;
    }
    if (outputs_have_text(r->outputs)) {
        notes_summary(&notes);
    }
    notes_much_set_aside(&notes);
}

/* The files have their states by now. */
static void fail_all(run *r, const lede_error *error) {
    notes_failure("--together", error);
    run_worsen(r, error->status == LEDE_NO_MEMORY ? RUN_INTERNAL : RUN_ERROR);
}

void together_finish(run *r) {
    const kept_texts *kept = &summarizing_of(r)->kept;
    lede_error error;
    lede_summary *summary = NULL;
    lede_summary_options choosing = summarizing_options(r);
    if (kept->documents.count == 0) {
        return;
    }
    if (lede_summary_create_together((const lede_document *const *)kept->documents.items,
                                     kept->documents.count, &choosing, &summary,
                                     &error) == LEDE_OK) {
        report_all(r, kept, summary);
        note_all(r, kept, summary, &choosing);
    } else {
        fail_all(r, &error);
    }
    lede_summary_free(summary);
}

void together_close(kept_texts *kept) {
    for (size_t i = 0; i < kept->documents.count; i++) {
        lede_document_free(kept->documents.items[i]);
        input_free(&kept->inputs.items[i]);
    }
    VEC_FREE_POINTERS(&kept->documents, &memory_default);
    VEC_FREE(&kept->paths, &memory_default);
    VEC_FREE(&kept->inputs, &memory_default);
}
