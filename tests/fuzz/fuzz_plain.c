/* SPDX-License-Identifier: MIT */
/* Bytes -> source -> page. First bytes: newlines, the allocation that fails. */
#include "fuzz/oracle.h"
#include "markup/plain.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
    oracle_input in = {(const char *)bytes, n};
    lede_newlines newlines = (lede_newlines)oracle_take(&in, LEDE_NEWLINES_HARD + 1);
    unsigned fail_at = oracle_take(&in, 32);
    counting memory;
    counting_init(&memory, fail_at > 0 ? fail_at : NEVER);
    source s;
    page p = {.text = NULL};
    lede_status status = source_open(&s, &memory.allocator, in.bytes, (uint32_t)in.n);
    if (status == LEDE_OK) {
        oracle_source(&s);
        status = plain_read(&p, &memory.allocator, &s, newlines, 0);
    }
    if (status == LEDE_OK) {
        oracle_page(&s, &p, newlines);
    } else {
        ORACLE(status == LEDE_NO_MEMORY && memory.calls >= memory.fail_at);
    }
    page_free(&p, &memory.allocator);
    source_close(&s, &memory.allocator);
    oracle_nothing_left(&memory);
    return 0;
}
