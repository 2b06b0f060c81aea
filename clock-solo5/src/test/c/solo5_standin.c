/*
 * Stands in for Solo5 on a POSIX host: as a shared library for the tests of clock-solo5, and, with
 * STANDIN_MAIN defined, as the program that a unikernel's code is linked with. Like the spt target,
 * it reads CLOCK_MONOTONIC and CLOCK_REALTIME. It has no network devices.
 *
 * STANDIN_WITHOUT_WALL leaves a function out; STANDIN_STOPPED_WALL has no wall clock time.
 */
#define _POSIX_C_SOURCE 200809L
#include "solo5.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static solo5_time_t read_clock(clockid_t clock) {
    struct timespec now;
    if (clock_gettime(clock, &now) != 0) {
        abort();
    }
    return (solo5_time_t) now.tv_sec * 1000000000u + (solo5_time_t) now.tv_nsec;
}

solo5_time_t solo5_clock_monotonic(void) {
    return read_clock(CLOCK_MONOTONIC);
}

#ifndef STANDIN_WITHOUT_WALL
solo5_time_t solo5_clock_wall(void) {
#ifdef STANDIN_STOPPED_WALL
    return 0;
#else
    return read_clock(CLOCK_REALTIME);
#endif
}
#endif

void solo5_yield(solo5_time_t deadline, solo5_handle_set_t *ready_set) {
    if (ready_set != NULL) {
        *ready_set = 0;
    }
    if (deadline <= solo5_clock_monotonic()) {
        return;
    }
    const struct timespec until = {
        .tv_sec = (time_t) (deadline / 1000000000u),
        .tv_nsec = (long) (deadline % 1000000000u),
    };
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {
    }
}

#ifdef STANDIN_MAIN
void solo5_console_write(const char *buf, size_t size) {
    while (size > 0) {
        ssize_t written = write(STDOUT_FILENO, buf, size);
        if (written <= 0) {
            abort();
        }
        buf += written;
        size -= (size_t) written;
    }
}

void solo5_exit(int status) {
    _exit(status);
}

int main(void) {
    const struct solo5_start_info info = {.cmdline = "", .heap_start = 0, .heap_size = 0};
    return solo5_app_main(&info);
}
#endif
