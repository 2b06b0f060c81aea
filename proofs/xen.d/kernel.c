/*
 * A paravirtualised kernel that runs alone on Xen as dom0. It prints what Xen writes about time,
 * as raw bytes, next to what the machine's own clock chip says. It interprets nothing: the
 * decoding is the job of the Java core that reads its output.
 *
 * Lines:  cmos  <year month day hour minute second as the chip's BCD digits>
 *         page  <tag> <counter before> <counter after> <vcpu_time_info, 32 bytes> <wc_*, 16 bytes>
 *         set   <seconds asked for>
 * Numbers and bytes are hexadecimal, bytes in memory order.
 *
 * Source of every constant: Xen 4.17, xen/include/public/{xen,sched,platform,physdev}.h.
 */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

enum { OP_PLATFORM = 7, OP_UPDATE_VA = 14, OP_CONSOLE = 18, OP_SCHED = 29, OP_PHYSDEV = 33 };
enum { UVMF_INVLPG = 2, SCHEDOP_SHUTDOWN = 2, REBOOT = 1, PHYSDEVOP_SET_IOPL = 6 };
enum { XENPF_SETTIME64 = 62, XENPF_INTERFACE_VERSION = 0x03000001 };
enum { VCPU0_TIME = 0x20, WC = 0xc00 };

struct start_info {
  char magic[32];
  u64 nr_pages, shared_info;
};

struct settime64 {
  u32 cmd, interface_version;
  u64 secs;
  u32 nsecs, mbz;
  u64 system_time;
  u8 rest[128];
};

extern long hypercall(long a1, long a2, long a3, long a4, int op);
extern volatile u8 shared_page[4096];

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
  hypercall(0, length, (long)line, 0, OP_CONSOLE);
  length = 0;
}

static void shut_down(void) {
  int reason = REBOOT;
  for (;;) hypercall(SCHEDOP_SHUTDOWN, (long)&reason, 0, 0, OP_SCHED);
}

static u64 counter(void) {
  u32 low, high;
  __asm__ volatile("lfence; rdtsc; lfence" : "=a"(low), "=d"(high) : : "memory");
  return (u64)high << 32 | low;
}

static u8 cmos(u8 index) {
  u8 value;
  __asm__ volatile("outb %0, $0x70" : : "a"(index));
  __asm__ volatile("inb $0x71, %0" : "=a"(value));
  return value;
}

static u64 load64(const volatile u8 *p) { return *(const volatile u64 *)p; }

/* Copies first, prints later: printing through the emulated serial line takes milliseconds. */
static void page(const char *tag) {
  u64 copy[6];
  u64 before = counter();
  for (int i = 0; i < 4; i++) copy[i] = load64(shared_page + VCPU0_TIME + 8 * i);
  for (int i = 0; i < 2; i++) copy[4 + i] = load64(shared_page + WC + 8 * i);
  u64 after = counter();
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

/* Waits for the clock chip to begin a new second, captures the page there, then names the second. */
static void at_new_second(void) {
  u8 old = cmos(0);
  while (cmos(0) == old) {}
  page("edge");
  static const u8 field[] = {0x32, 9, 8, 7, 4, 2, 0};
  text("cmos ");
  for (int i = 0; i < 7; i++) hex(cmos(field[i]), 2);
  end_line();
}

static void set_wall_clock(u64 seconds) {
  struct settime64 op = {XENPF_SETTIME64, XENPF_INTERFACE_VERSION, seconds, 500000000, 0, 0, {0}};
  /* system_time: the instant at which the new time holds; Xen subtracts it. Take the page's own. */
  op.system_time = load64(shared_page + VCPU0_TIME + 16);
  long error = hypercall((long)&op, 0, 0, 0, OP_PLATFORM);
  text("set ");
  hex(seconds, 16);
  put(' ');
  hex(op.system_time, 16);
  put(' ');
  hex((u64)error, 16);
  end_line();
}

void kernel_main(const struct start_info *start) {
  int iopl = 1;
  text("foliot start");
  end_line();
  long mapped = hypercall(
      (long)shared_page, (long)(start->shared_info | 7), UVMF_INVLPG, 0, OP_UPDATE_VA);
  long ports = hypercall(PHYSDEVOP_SET_IOPL, (long)&iopl, 0, 0, OP_PHYSDEV);
  if (mapped != 0 || ports != 0) {
    text("foliot failed: update_va_mapping ");
    hex((u64)mapped, 16);
    text(" set_iopl ");
    hex((u64)ports, 16);
    end_line();
    shut_down();
  }
  for (int i = 0; i < SECONDS; i++) at_new_second();
  set_wall_clock(0xfffffffful);  /* the last second of 32 bits, 2106-02-07 */
  page("set");
  set_wall_clock(0x105f5e100ul); /* 4395000064: wc_sec_hi is 1 */
  page("set");
  set_wall_clock(1000000ul);      /* 1970-01-12: backwards */
  page("set");
  text("foliot end");
  end_line();
  shut_down();
}
