/* SPDX-License-Identifier: MIT */
#include "cli/message.h"
#include "cli/run.h"
#include "cli/suggest.h"

#include <string.h>

static int fail_unknown(const char *id) {
    suggestion nearest = suggest_begin(id, strlen(id));
    const lede_formula_info *info;
    for (size_t i = 0; (info = lede_formula_at(i)) != NULL; i++) {
        suggest_offer(&nearest, info->id, strlen(info->id));
    }
    out m;
    message_begin(&m, "lede: explain: no formula ");
    message_visible(&m, id, strlen(id));
    if (!suggest_write(&nearest, &m)) {
        out_text(&m, "; lede formulas lists them");
    }
    message_end(&m);
    return RUN_ERROR;
}

int run_explain(const options *o) {
    if (o->operand_count != 1) {
        message_named("explain", "takes the id of one formula");
        return RUN_ERROR;
    }
    const char *id = o->operands[0];
    return lede_formula_find(id) != SIZE_MAX ? run_write_formulas(o, id)
                                             : fail_unknown(id);
}
