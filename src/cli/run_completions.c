/* SPDX-License-Identifier: MIT */
#include "cli/completions.h"
#include "cli/message.h"
#include "cli/run.h"
#include "cli/suggest.h"

#include <string.h>

static const struct {
    const char *name;
    void (*write)(out *o);
} shells[] = {
    {"bash", completions_bash}, {"zsh", completions_zsh}, {"fish", completions_fish}};

enum { SHELLS = sizeof shells / sizeof *shells };

static void write_shell(out *o, int shell) {
    shells[shell].write(o);
}

static int fail_unknown(const char *name) {
    suggestion nearest = suggest_begin(name, strlen(name));
    for (int i = 0; i < SHELLS; i++) {
        suggest_offer(&nearest, shells[i].name, strlen(shells[i].name));
    }
    out m;
    message_begin(&m, "lede: completions: no shell ");
    message_visible(&m, name, strlen(name));
    if (!suggest_write(&nearest, &m)) {
        out_text(&m, "; it is one of ");
        out_text(&m, verb_at(VERB_COMPLETIONS)->operands);
    }
    message_end(&m);
    return RUN_ERROR;
}

int run_completions(const options *o) {
    if (o->operand_count != 1) {
        message_named("completions", "takes the name of one shell");
        return RUN_ERROR;
    }
    for (int i = 0; i < SHELLS; i++) {
        if (strcmp(o->operands[0], shells[i].name) == 0) {
            return run_print(write_shell, i);
        }
    }
    return fail_unknown(o->operands[0]);
}
