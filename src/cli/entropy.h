/* SPDX-License-Identifier: MIT */
/* A number that nobody outside can guess, to seed the library's hashes. */
#ifndef LEDE_CLI_ENTROPY_H
#define LEDE_CLI_ENTROPY_H

#include <stdint.h>

uint64_t entropy_seed(void);

#endif
