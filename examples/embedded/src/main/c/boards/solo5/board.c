/*
 * The board for Solo5: the program is a unikernel. Ticks are nanoseconds of Solo5's monotonic clock.
 */
#include "../../foliot.h"

#include <solo5.h>

#define LINE_BYTES 120

static char line[LINE_BYTES];
static size_t lineLength;

static void flush(void) {
    if (lineLength > 0) {
        solo5_console_write(line, lineLength);
        lineLength = 0;
    }
}

int32_t foliot_board_counterBits(void) {
    return 64;
}

int32_t foliot_board_counterHertz(void) {
    return 1000000000;
}

int64_t foliot_board_ticks(void) {
    return (int64_t) solo5_clock_monotonic();
}

void foliot_board_wait(void) {
    solo5_yield(solo5_clock_monotonic() + 100000, NULL);
}

void foliot_board_putc(int32_t byte) {
    line[lineLength++] = (char) byte;
    if (byte == '\n' || lineLength == LINE_BYTES) {
        flush();
    }
}

_Noreturn void foliot_board_exit(int32_t status) {
    flush();
    solo5_exit(status);
}

int solo5_app_main(const struct solo5_start_info *info) {
    (void) info;
    foliot_main();
    flush();
    return SOLO5_EXIT_SUCCESS;
}
