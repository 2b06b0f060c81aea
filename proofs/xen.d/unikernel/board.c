/* The board for Xen: a paravirtualized guest without an operating system. */
#include "board.h"
#include "../pv.h"

#include <foliot.h>

static char line[240];
static int length;

static void flush(void) {
  pv_write(line, length);
  length = 0;
}

int32_t board_load32(int32_t offset) { return *(const volatile int32_t *)(shared_page + offset); }

int64_t board_load64(int32_t offset) { return *(const volatile int64_t *)(shared_page + offset); }

int64_t board_counter(void) { return (int64_t)pv_counter(); }

int32_t board_cmos(int32_t index) { return pv_cmos((u8)index); }

int64_t foliot_board_ticks(void) { return (int64_t)pv_counter(); }

void foliot_board_wait(void) {}

void foliot_board_putc(int32_t byte) {
  line[length++] = (char)byte;
  if (byte == '\n' || length == (int)sizeof line) flush();
}

_Noreturn void foliot_board_exit(int32_t status) {
  (void)status;
  flush();
  pv_end();
}

void kernel_main(const struct start_info *start) {
  pv_start(start);
  foliot_main();
  foliot_board_exit(0);
}
