/* SPDX-License-Identifier: MIT */
/* What belongs to the article and what is set aside, in the ledger. */
#ifndef LEDE_TEXT_ROLES_H
#define LEDE_TEXT_ROLES_H

#include "text/document.h"

lede_status roles_read(lede_document *d);

#endif
