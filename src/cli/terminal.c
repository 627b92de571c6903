/* SPDX-License-Identifier: MIT */
#include "cli/terminal.h"

#include "base/number.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static uint32_t within_limits(uint64_t columns) {
    uint64_t most = columns < TERMINAL_WIDTH_MAX ? columns : TERMINAL_WIDTH_MAX;
    return (uint32_t)(most > TERMINAL_WIDTH_MIN ? most : TERMINAL_WIDTH_MIN);
}

uint32_t terminal_columns(const char *text) {
    uint64_t columns = 0;
    bool fine = text != NULL && number_to_u64(text, strlen(text), &columns);
    return fine && columns > 0 ? within_limits(columns) : 0;
}

uint32_t terminal_width(int fd) {
    struct winsize size = {0};
    if (!isatty(fd)) {
        return 0;
    }
    if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return within_limits(size.ws_col);
    }
    return terminal_columns(getenv("COLUMNS"));
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins_with(const char *text, const char *lower_case) {
    while (*lower_case != '\0' && lower(*text) == *lower_case) {
        text++;
        lower_case++;
    }
    return *lower_case == '\0';
}

/* de_DE.UTF-8, C.utf8@euro */
bool terminal_is_utf8(const char *locale) {
    const char *encoding = strchr(locale, '.');
    return encoding != NULL &&
           (begins_with(encoding + 1, "utf-8") || begins_with(encoding + 1, "utf8"));
}

/* The first of the three that is set and not empty is the one that counts. */
static const char *locale_name(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && *value != '\0') {
            return value;
        }
    }
    return "";
}

bool terminal_is_ascii(int fd) {
    return isatty(fd) && !terminal_is_utf8(locale_name());
}
