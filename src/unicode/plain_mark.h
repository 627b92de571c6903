/* SPDX-License-Identifier: MIT */
/* Keys have one kind of apostrophe, of quotation mark and of hyphen. */
#ifndef LEDE_UNICODE_PLAIN_MARK_H
#define LEDE_UNICODE_PLAIN_MARK_H

#include <stdint.h>

static inline uint32_t unicode_plain_mark(uint32_t code) {
    switch (code) {
    case 0x2019: /* right single quotation mark */
    case 0x02BC: /* modifier letter apostrophe: Ukrainian */
    case 0x05F3: /* Hebrew geresh */
        return '\'';
    case 0x05F4: /* Hebrew gershayim */
        return '"';
    case 0x2010:
    case 0x2011: /* no-break hyphen */
        return '-';
    default:
        return code;
    }
}

#endif
