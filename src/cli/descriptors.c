/* SPDX-License-Identifier: MIT */
#include "cli/descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* open() takes the lowest free number, and those below fd are in use. */
static bool reserve(int fd) {
    if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF) {
        return true;
    }
    return open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == fd;
}

bool descriptors_reserve(void) {
    return reserve(STDIN_FILENO) && reserve(STDOUT_FILENO) && reserve(STDERR_FILENO);
}
