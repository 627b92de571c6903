/* SPDX-License-Identifier: MIT */
/* Descriptors 0, 1 and 2 as the program may find them. */
#ifndef LEDE_CLI_DESCRIPTORS_H
#define LEDE_CLI_DESCRIPTORS_H

#include <stdbool.h>

/*
 * Puts /dev/null where one of them is closed, so that no file opened later is
 * taken for standard output. Reading the one, writing the others then fails:
 * that results go nowhere must not pass for success. False: not possible.
 */
bool descriptors_reserve(void);

#endif
