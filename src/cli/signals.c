/* SPDX-License-Identifier: MIT */
#include "cli/signals.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

/* Names of the temporary files; NULL: a free slot. Lock-free, since a handler
 * reads them. The names belong to outputs.c. */
static _Atomic(const char *) temporary_files[SIGNALS_FILES_MAX];

static const int fatal_signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM};
#define FATAL_SIGNALS (sizeof fatal_signals / sizeof *fatal_signals)

/* The handler was reset when it was entered and the signal is blocked until it
 * returns: raising it here ends the program right behind the return. */
static void clean_up(int signal_number) {
    for (size_t i = 0; i < SIGNALS_FILES_MAX; i++) {
        const char *name = atomic_load(&temporary_files[i]);
        if (name != NULL) {
            (void)unlink(name);
        }
    }
    (void)raise(signal_number);
}

static void install(int signal_number) {
    struct sigaction old;
    struct sigaction action = {0};
    action.sa_handler = clean_up;
    action.sa_flags = (int)SA_RESETHAND;
    (void)sigemptyset(&action.sa_mask);
    if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler != SIG_IGN) {
        (void)sigaction(signal_number, &action, NULL);
    }
}

void signals_install(void) {
    for (size_t i = 0; i < FATAL_SIGNALS; i++) {
        install(fatal_signals[i]);
    }
#ifdef SIGXFSZ
    (void)signal(SIGXFSZ, SIG_IGN);
#endif
}

static void block_signals(sigset_t *old) {
    sigset_t fatal;
    (void)sigemptyset(&fatal);
    for (size_t i = 0; i < FATAL_SIGNALS; i++) {
        (void)sigaddset(&fatal, fatal_signals[i]);
    }
    (void)sigprocmask(SIG_BLOCK, &fatal, old);
}

static int free_slot(void) {
    int slot = 0;
    while (slot < SIGNALS_FILES_MAX && atomic_load(&temporary_files[slot]) != NULL) {
        slot++;
    }
    return slot;
}

int signals_create(char *template, int *slot) {
    *slot = free_slot();
    if (*slot == SIGNALS_FILES_MAX) {
        errno = EMFILE;
        return -1;
    }
    sigset_t old;
    block_signals(&old);
    int fd = mkstemp(template);
    int error = errno;
    if (fd >= 0) {
        atomic_store(&temporary_files[*slot], template);
    }
    (void)sigprocmask(SIG_SETMASK, &old, NULL);
    errno = error;
    return fd;
}

void signals_release(int slot) {
    atomic_store(&temporary_files[slot], NULL);
}
