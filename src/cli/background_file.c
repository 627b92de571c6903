/* SPDX-License-Identifier: MIT */
#include "cli/background_file.h"

#include "cli/message.h"
#include "cli/notes.h"
#include "cli/run.h"

#include <string.h>

static int fail(const char *path, const lede_error *error) {
    if (error->status != LEDE_BAD_DATA) {
        notes_failure(path, error);
        return error->status == LEDE_NO_MEMORY ? RUN_INTERNAL : RUN_ERROR;
    }
    out o;
    message_begin(&o, "lede: ");
    message_visible(&o, path, strlen(path));
    out_text(&o, ": byte ");
    out_u64(&o, error->offset);
    out_text(&o, ": ");
    message_visible(&o, error->text, strlen(error->text));
    message_end(&o);
    return RUN_ERROR;
}

int background_file_open(background_file *b, const char *path) {
    lede_error error;
    b->file.name = path;
    if (input_read(&b->file, path, UINT32_MAX, &error) != LEDE_OK ||
        lede_background_create(b->file.bytes, b->file.size, NULL, &b->background,
                               &error) != LEDE_OK) {
        return fail(path, &error);
    }
    return RUN_FINE;
}

void background_file_close(background_file *b) {
    lede_background_free(b->background);
    input_free(&b->file);
}
