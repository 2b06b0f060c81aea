/* Source of every constant: Xen 4.17, xen/include/public/{xen,sched,platform,physdev}.h. */
#include "pv.h"

enum { OP_PLATFORM = 7, OP_UPDATE_VA = 14, OP_CONSOLE = 18, OP_SCHED = 29, OP_PHYSDEV = 33 };
enum { UVMF_INVLPG = 2, SCHEDOP_SHUTDOWN = 2, REBOOT = 1, PHYSDEVOP_SET_IOPL = 6 };
enum { XENPF_SETTIME64 = 62, XENPF_INTERFACE_VERSION = 0x03000001 };

struct settime64 {
  u32 cmd, interface_version;
  u64 secs;
  u32 nsecs, mbz;
  u64 system_time;
  u8 rest[128];
};

void pv_write(const char *text, int length) { hypercall(0, length, (long)text, 0, OP_CONSOLE); }

_Noreturn void pv_end(void) {
  int reason = REBOOT;
  for (;;) hypercall(SCHEDOP_SHUTDOWN, (long)&reason, 0, 0, OP_SCHED);
}

u64 pv_counter(void) {
  u32 low, high;
  __asm__ volatile("lfence; rdtsc; lfence" : "=a"(low), "=d"(high) : : "memory");
  return (u64)high << 32 | low;
}

u8 pv_cmos(u8 index) {
  u8 value;
  __asm__ volatile("outb %0, $0x70" : : "a"(index));
  __asm__ volatile("inb $0x71, %0" : "=a"(value));
  return value;
}

long pv_set_wall_clock(u64 seconds, u64 system_time) {
  struct settime64 op = {
      XENPF_SETTIME64, XENPF_INTERFACE_VERSION, seconds, 500000000, 0, system_time, {0}};
  return hypercall((long)&op, 0, 0, 0, OP_PLATFORM);
}

void pv_start(const struct start_info *start) {
  static const char refused[] = "foliot refused by update_va_mapping or set_iopl\n";
  int iopl = 1;
  if (hypercall((long)shared_page, (long)(start->shared_info | 7), UVMF_INVLPG, 0, OP_UPDATE_VA) != 0 ||
      hypercall(PHYSDEVOP_SET_IOPL, (long)&iopl, 0, 0, OP_PHYSDEV) != 0) {
    pv_write(refused, sizeof refused - 1);
    pv_end();
  }
}
