/* SPDX-License-Identifier: MIT */
/*
 * What is left to do when a signal ends the program: temporary files are
 * removed, then it dies by that signal. The one mutable global of the program
 * is in signals.c, because a handler can reach nothing else.
 */
#ifndef LEDE_CLI_SIGNALS_H
#define LEDE_CLI_SIGNALS_H

#include "cli/options.h"

/* HUP, INT, PIPE and TERM, where they are not ignored already. XFSZ is ignored,
 * so that a file over the size limit is a failed write like any other. */
void signals_install(void);

/* Opens a temporary file by mkstemp() with no signal between its creation and
 * its entry in the list. Its slot goes to *slot; -1 with errno set on failure. */
int signals_create(char *template, int *slot);
/* The file is gone or has its final name: its slot is free again. */
void signals_release(int slot);

/* As many temporary files as there can be outputs. */
#define SIGNALS_FILES_MAX OPTION_OUTPUTS_MAX

#endif
