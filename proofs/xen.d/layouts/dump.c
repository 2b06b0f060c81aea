/*
 * A kernel that runs alone on Xen as dom0 and prints the whole page that Xen shares with it: before and
 * after Xen knows the layout of the guest, and each time after it sets the wall clock. It does not know the
 * layout of the wall clock: the Java core finds it in the output.
 *
 * Lines:  raw  <tag> <counter before> <counter after> <frequency>
 *         at   <offset> <64 bytes>            where they are not all zero
 *         set  <seconds> <nanoseconds> <system time at which they hold> <result of Xen>
 * Numbers and bytes are hexadecimal, bytes in memory order.
 *
 * Source of every constant: Xen 4.17, xen/include/public/{xen,sched,platform}.h.
 */
#include "guest.h"

enum { OP_PLATFORM = 7, OP_CONSOLE = 18, OP_SCHED = 29 };
enum { SCHEDOP_SHUTDOWN = 2, REBOOT = 1, XENPF_SETTIME64 = 62 };

struct settime64 {
  u32 cmd, interface_version;
  u64 secs;
  u32 nsecs, mbz;
  u64 system_time;
  u8 rest[128];
};

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
  hypercall(0, length, (long)line, OP_CONSOLE);
  length = 0;
}

static u32 copy[1024];

/* Copies before it prints: the emulated serial line takes milliseconds. */
static void dump(const char *tag) {
  u64 before = guest_counter();
  for (int i = 0; i < 1024; i++) copy[i] = ((volatile u32 *)shared_page)[i];
  u64 after = guest_counter();
  text("raw ");
  text(tag);
  put(' ');
  hex(before, 16);
  put(' ');
  hex(after, 16);
  put(' ');
  hex(guest_frequency(), 16);
  end_line();
  for (int at = 0; at < 4096; at += 64) {
    u32 any = 0;
    for (int i = 0; i < 16; i++) any |= copy[at / 4 + i];
    if (any == 0) continue;
    text("at ");
    hex(at, 3);
    put(' ');
    for (int i = 0; i < 64; i++) hex(((u8 *)copy)[at + i], 2);
    end_line();
  }
}

static void set_wall_clock(u64 seconds, u32 nanos) {
  static struct settime64 op;
  op.cmd = XENPF_SETTIME64;
  op.interface_version = XENPF_INTERFACE_VERSION;
  op.secs = seconds;
  op.nsecs = nanos;
  op.system_time = guest_system_time();
  long error = hypercall((long)&op, 0, 0, OP_PLATFORM);
  text("set ");
  hex(seconds, 16);
  put(' ');
  hex(nanos, 8);
  put(' ');
  hex(op.system_time, 16);
  put(' ');
  hex((u64)error, 16);
  end_line();
  dump("set");
}

void kernel_main(void) {
  static int reason = REBOOT;
  text("foliot start");
  end_line();
  guest_start();
  dump("start");
  guest_choose_layout();
  dump("layout");
  set_wall_clock(0xfffffffful, 500000000);   /* the last second of 32 bits, 2106-02-07 */
  set_wall_clock(0x100000005ull, 123456789); /* 4294967301: nonzero high word of the seconds */
  set_wall_clock(2000000000ul, 0);           /* 2033-05-18: back */
  text("foliot end");
  end_line();
  for (;;) hypercall(SCHEDOP_SHUTDOWN, (long)&reason, 0, OP_SCHED);
}
