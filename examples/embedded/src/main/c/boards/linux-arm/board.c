/*
 * The board for Linux on soft-float ARM (EABI), without a C library, which would add floating point
 * to the image. Ticks are nanoseconds of CLOCK_MONOTONIC. Numbers of system calls:
 * arch/arm/tools/syscall.tbl of the Linux kernel; those with "time64" need Linux 5.1.
 */
#include "../../foliot.h"

#define SYS_EXIT_GROUP 248
#define SYS_WRITE 4
#define SYS_CLOCK_GETTIME64 403
#define SYS_CLOCK_NANOSLEEP_TIME64 407

#define CLOCK_MONOTONIC 1

#define LINE_BYTES 120

struct timespec64 {
    int64_t seconds;
    int64_t nanos;
};

static char line[LINE_BYTES];
static uint32_t lineLength;

static int32_t systemCall(int32_t number, intptr_t a, intptr_t b, intptr_t c, intptr_t d) {
    register intptr_t r0 __asm__("r0") = a;
    register intptr_t r1 __asm__("r1") = b;
    register intptr_t r2 __asm__("r2") = c;
    register intptr_t r3 __asm__("r3") = d;
    register int32_t r7 __asm__("r7") = number;
    __asm__ volatile("svc #0" : "+r"(r0) : "r"(r1), "r"(r2), "r"(r3), "r"(r7) : "memory");
    return (int32_t) r0;
}

static void flush(void) {
    const char *from = line;
    while (lineLength > 0) {
        int32_t written = systemCall(SYS_WRITE, 1, (intptr_t) from, (intptr_t) lineLength, 0);
        if (written <= 0) {
            systemCall(SYS_EXIT_GROUP, 74, 0, 0, 0);
        }
        from += written;
        lineLength -= (uint32_t) written;
    }
}

int32_t foliot_board_counterBits(void) {
    return 64;
}

int32_t foliot_board_counterHertz(void) {
    return 1000000000;
}

int64_t foliot_board_ticks(void) {
    struct timespec64 now;
    if (systemCall(SYS_CLOCK_GETTIME64, CLOCK_MONOTONIC, (intptr_t) &now, 0, 0) != 0) {
        foliot_panic("clock_gettime64 fails: Linux 5.1 or newer is needed");
    }
    return now.seconds * 1000000000 + now.nanos;
}

void foliot_board_wait(void) {
    const struct timespec64 shortly = {.seconds = 0, .nanos = 100000};
    systemCall(SYS_CLOCK_NANOSLEEP_TIME64, CLOCK_MONOTONIC, 0, (intptr_t) &shortly, 0);
}

void foliot_board_putc(int32_t byte) {
    line[lineLength++] = (char) byte;
    if (byte == '\n' || lineLength == LINE_BYTES) {
        flush();
    }
}

_Noreturn void foliot_board_exit(int32_t status) {
    flush();
    for (;;) {
        systemCall(SYS_EXIT_GROUP, status, 0, 0, 0);
    }
}

_Noreturn void foliot_start(void) {
    foliot_main();
    foliot_board_exit(0);
}

/* The kernel enters here; the stack pointer is already set. */
__attribute__((naked)) void _start(void) {
    __asm__("bl foliot_start");
}
