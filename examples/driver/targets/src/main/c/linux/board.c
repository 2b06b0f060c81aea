/* The board for Linux: ticks are nanoseconds of CLOCK_MONOTONIC, waiting is a short sleep. */
#include "../foliot.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int64_t foliot_board_ticks(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000000000 + now.tv_nsec;
}

void foliot_board_wait(void) {
    const struct timespec shortly = {.tv_sec = 0, .tv_nsec = 100000};
    nanosleep(&shortly, NULL);
}

void foliot_board_putc(int32_t byte) {
    putchar((int) byte);
}

_Noreturn void foliot_board_exit(int32_t status) {
    exit(status);
}

int main(void) {
    foliot_main();
    return 0;
}
