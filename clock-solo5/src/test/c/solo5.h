/* The part of Solo5's interface that Foliot uses, for hosts without the Solo5 toolchain. */
#ifndef SOLO5_H_INCLUDED
#define SOLO5_H_INCLUDED

#include <stddef.h>
#include <stdint.h>

typedef uint64_t solo5_time_t;
typedef uint64_t solo5_handle_set_t;

struct solo5_start_info {
    const char *cmdline;
    uintptr_t heap_start;
    size_t heap_size;
};

int solo5_app_main(const struct solo5_start_info *info);
#define SOLO5_EXIT_SUCCESS 0
void solo5_exit(int status) __attribute__((noreturn));
solo5_time_t solo5_clock_monotonic(void);
solo5_time_t solo5_clock_wall(void);
void solo5_yield(solo5_time_t deadline, solo5_handle_set_t *ready_set);
void solo5_console_write(const char *buf, size_t size);

#endif
