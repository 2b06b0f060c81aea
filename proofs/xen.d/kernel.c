/*
 * A paravirtualized kernel that runs alone on Xen as dom0. It prints the time that Xen writes, as
 * raw bytes, and the date of the RTC. It interprets nothing: the Java core decodes its output.
 *
 * Lines:  cmos  <year month day hour minute second as BCD digits>
 *         page  <tag> <counter before> <counter after> <vcpu_time_info, 32 bytes> <wc_*, 16 bytes>
 *         set   <seconds> <system time> <result>
 * Numbers and bytes are hexadecimal, bytes in memory order.
 */
#include "pv.h"

static char line[256];
static int length;

static void put(char c) { line[length++] = c; }

static void text(const char *s) {
  while (*s) put(*s++);
}

static void hex(u64 value, int digits) {
  for (int i = digits - 1; i >= 0; i--) put("0123456789abcdef"[(value >> (4 * i)) & 15]);
}

static void end_line(void) {
  put('\n');
  pv_write(line, length);
  length = 0;
}

static u64 load64(const volatile u8 *p) { return *(const volatile u64 *)p; }

/* Copies before it prints: the emulated serial line takes milliseconds. */
static void page(const char *tag) {
  u64 copy[6];
  u64 before = pv_counter();
  for (int i = 0; i < 4; i++) copy[i] = load64(shared_page + VCPU0_TIME + 8 * i);
  for (int i = 0; i < 2; i++) copy[4 + i] = load64(shared_page + WC + 8 * i);
  u64 after = pv_counter();
  text("page ");
  text(tag);
  put(' ');
  hex(before, 16);
  put(' ');
  hex(after, 16);
  for (int i = 0; i < 48; i++) {
    if (i == 0 || i == 32) put(' ');
    hex(((u8 *)copy)[i], 2);
  }
  end_line();
}

/* Waits for a new second of the RTC, prints the page, then the second. */
static void at_new_second(void) {
  u8 old = pv_cmos(0);
  while (pv_cmos(0) == old) {}
  page("edge");
  static const u8 field[] = {0x32, 9, 8, 7, 4, 2, 0};
  text("cmos ");
  for (int i = 0; i < 7; i++) hex(pv_cmos(field[i]), 2);
  end_line();
}

static void set_wall_clock(u64 seconds) {
  /* The system time at which the new time applies; Xen subtracts it. */
  u64 system_time = load64(shared_page + VCPU0_TIME + 16);
  long error = pv_set_wall_clock(seconds, system_time);
  text("set ");
  hex(seconds, 16);
  put(' ');
  hex(system_time, 16);
  put(' ');
  hex((u64)error, 16);
  end_line();
  page("set");
}

void kernel_main(const struct start_info *start) {
  text("foliot start");
  end_line();
  pv_start(start);
  for (int i = 0; i < SECONDS; i++) at_new_second();
  set_wall_clock(0xfffffffful);  /* the last second of 32 bits, 2106-02-07 */
  set_wall_clock(0x105f5e100ul); /* 4395000064: wc_sec_hi is 1 */
  set_wall_clock(1000000ul);     /* 1970-01-12: backwards */
  text("foliot end");
  end_line();
  pv_end();
}
