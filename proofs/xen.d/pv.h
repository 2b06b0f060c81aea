/*
 * For a paravirtualized kernel that runs alone on Xen as dom0: console, shutdown, the page that Xen
 * shares, the processor's counter, the RTC.
 */
#ifndef PV_H
#define PV_H

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

enum { VCPU0_TIME = 0x20, WC = 0xc00 }; /* offsets in struct shared_info, 64-bit x86 */

/* Passed by Xen at entry; only its first members. */
struct start_info {
  char magic[32];
  u64 nr_pages, shared_info;
};

/* In start.S. pv_start maps the shared page over shared_page. */
extern volatile u8 shared_page[4096];
extern long hypercall(long a1, long a2, long a3, long a4, int op);

/* Maps the shared page and gets access to the RTC; prints an error and ends if Xen refuses. */
void pv_start(const struct start_info *start);
void pv_write(const char *text, int length);
_Noreturn void pv_end(void);
u64 pv_counter(void);

/* Returns a register of the RTC. */
u8 pv_cmos(u8 index);

/* platform_op settime64: sets the wall clock to seconds + 0.5 s at a system time. Returns Xen's result. */
long pv_set_wall_clock(u64 seconds, u64 system_time);

#endif
