/* SPDX-License-Identifier: MIT */
/* The title as a vector over the stems of the document. */
#ifndef LEDE_SUMMARY_TITLE_H
#define LEDE_SUMMARY_TITLE_H

#include "text/vectors.h"

/* Adds count x ISF of each content word of the title to dense[stems]: of the
 * given title, else of the first heading that was not set aside (of each document
 * that was joined: all of them together). Words that
 * the document does not have are left out: they change no order. */
lede_status title_read(const lede_document *d, const lede_summary_options *options,
                       const vectors *v, double *dense, lede_error *error);

#endif
