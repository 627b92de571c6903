/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/run.h"

static int write_all(const options *o) {
    outputs *all = outputs_open(o);
    if (all == NULL) {
        return run_no_memory();
    }
    for (size_t i = 0; i < all->count; i++) {
        target *t = &all->items[i];
        /* A refused write stays in the sink, nothing else can fail. */
        (void)lede_report_languages(t->format, fd_sink_handle(&t->sink));
    }
    return run_output_status(outputs_close(all, true));
}

int run_languages(const options *o) {
    if (o->operand_count > 0) {
        message_named("languages", "takes no argument");
        return RUN_ERROR;
    }
    return write_all(o);
}
