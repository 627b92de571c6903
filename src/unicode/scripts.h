/* SPDX-License-Identifier: MIT */
/* Scripts (UAX #24), from a table like those of properties.h. */
#ifndef LEDE_UNICODE_SCRIPTS_H
#define LEDE_UNICODE_SCRIPTS_H

#include <stddef.h>
#include <stdint.h>

/* In the order of the ISO 15924 codes, below UNICODE_SCRIPTS. 0: Common, Inherited,
 * Unknown. */
typedef uint8_t unicode_script;
#define UNICODE_SCRIPTS 162u

unicode_script unicode_script_of(uint32_t code);

/* The script with this ISO 15924 code ("Latn"); 0: none has it. */
unicode_script unicode_script_named(const char *code, size_t n);

#endif
