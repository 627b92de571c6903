/* SPDX-License-Identifier: MIT */
#include "cli/entropy.h"

#include <fcntl.h>
#include <stdbool.h>
#include <time.h>
#include <unistd.h>

static bool read_device(uint64_t *seed) {
    int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    bool whole = read(fd, seed, sizeof *seed) == (ssize_t)sizeof *seed;
    (void)close(fd);
    return whole;
}

/* Weaker, but no result depends on it: only the time a hostile text takes. */
static uint64_t from_clock(void) {
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return (uint64_t)now.tv_sec << 32 ^ (uint64_t)now.tv_nsec << 16 ^ (uint64_t)getpid();
}

uint64_t entropy_seed(void) {
    uint64_t seed = 0;
    return read_device(&seed) ? seed : from_clock();
}
