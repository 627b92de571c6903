/* SPDX-License-Identifier: MIT */
/* What the build's generator and the library must agree on: codes and slots. */
#ifndef LEDE_LANG_KEYS_H
#define LEDE_LANG_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Two or three lower-case letters, then perhaps a region ("-BR", "-419"). */
bool pack_code_is_well_formed(const char *code, size_t n);

/* A code of two or three letters as one number; 0: none. */
uint32_t pack_code_number(const char *code, size_t n);

/* How much of a malformed code a message can show: what is UTF-8 of it. */
int pack_code_shown(const char *code);

/* Where a key's walk over the slots begins. */
uint32_t pack_first_slot(const char *key, size_t n, uint32_t slot_mask);

#endif
