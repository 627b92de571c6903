/* SPDX-License-Identifier: MIT */
/* One public header alone, in C++17: LEDE_HEADER names it. */
#include LEDE_HEADER

lede_span header_span;

#ifdef LEDE_LEDE_H
lede_document_options header_document_options = LEDE_DOCUMENT_OPTIONS_INIT;
lede_summary_options header_summary_options = LEDE_SUMMARY_OPTIONS_INIT;
#endif
