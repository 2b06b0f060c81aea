/*
 * What a paravirtualised kernel needs to run alone on Xen as dom0: console, end, the page that Xen
 * shares, the processor's counter, the clock chip.
 */
#ifndef PV_H
#define PV_H

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

enum { VCPU0_TIME = 0x20, WC = 0xc00 }; /* offsets in struct shared_info, 64-bit x86 */

/* Given by Xen at the entry; only the beginning. */
struct start_info {
  char magic[32];
  u64 nr_pages, shared_info;
};

/* In start.S: mapped over by pv_start; and the call, arguments first. */
extern volatile u8 shared_page[4096];
extern long hypercall(long a1, long a2, long a3, long a4, int op);

/* Maps the shared page and asks for the clock chip; prints and ends if Xen refuses. */
void pv_start(const struct start_info *start);
void pv_write(const char *text, int length);
_Noreturn void pv_end(void);
u64 pv_counter(void);

/* A register of the clock chip. */
u8 pv_cmos(u8 index);

/* platform_op settime64: at that system time it is this second and a half. Gives Xen's answer. */
long pv_set_wall_clock(u64 seconds, u64 system_time);

#endif
