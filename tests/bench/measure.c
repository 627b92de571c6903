/* SPDX-License-Identifier: MIT */
/*
 * Runs a command and says what it cost: a program this small, so that what a
 * child of it weighs before it becomes the command is not counted as the
 * command's memory.
 *
 *     measure RUNS COMMAND [ARGUMENT...]
 *
 * Per run a line: user and system time in microseconds, largest resident set in
 * KiB. What the command writes on standard output is dropped. Stops with status
 * 1 at the first run that does not exit with 0.
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void become(char **command) {
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0 && dup2(null, STDOUT_FILENO) >= 0) {
        (void)close(null);
        execvp(command[0], command);
    }
    perror(command[0]);
    _exit(127);
}

static long long microseconds(struct timeval t) {
    return (long long)t.tv_sec * 1000000 + t.tv_usec;
}

static int run_once(char **command) {
    struct rusage used;
    int status = 0;
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        return 1;
    }
    if (child == 0) {
        become(command);
    }
    if (wait4(child, &status, 0, &used) != child) {
        perror("wait4");
        return 1;
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: %s did not exit with 0\n", command[0]);
        return 1;
    }
    printf("%lld %ld\n", microseconds(used.ru_utime) + microseconds(used.ru_stime),
           used.ru_maxrss);
    fflush(stdout);
    return 0;
}

int main(int count, char **arguments) {
    int failed = 0;
    if (count < 3) {
        fprintf(stderr, "usage: measure RUNS COMMAND [ARGUMENT...]\n");
        return 2;
    }
    for (long runs = strtol(arguments[1], NULL, 10); runs > 0 && !failed; runs--) {
        failed = run_once(arguments + 2);
    }
    return failed;
}
