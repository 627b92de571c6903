/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/run.h"

int run_write_formulas(const options *o, const char *id) {
    outputs *all = outputs_open(o);
    if (all == NULL) {
        return run_no_memory();
    }
    for (size_t i = 0; i < all->count; i++) {
        target *t = &all->items[i];
        /* A refused write stays in the sink, nothing else can fail. */
        (void)lede_report_formulas(t->format, fd_sink_handle(&t->sink), id);
    }
    return run_output_status(outputs_close(all, true));
}

int run_formulas(const options *o) {
    if (o->operand_count > 0) {
        message_named("formulas", "takes no argument; lede explain tells about one");
        return RUN_ERROR;
    }
    return run_write_formulas(o, NULL);
}
