/*
 * The part of the kernel in dump.c that depends on the guest: arm.c for ARM, pvh.c for 32-bit PVH on x86.
 */
#ifndef GUEST_H
#define GUEST_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

/* guest_start maps the shared page over it. */
extern volatile u8 shared_page[4096];

/* In the assembly: a hypercall. Memory is mapped one to one. */
extern long hypercall(long a1, long a2, long a3, int op);

/* Maps the shared page. */
void guest_start(void);

/* Makes Xen choose the layout of the page. */
void guest_choose_layout(void);

/* The counter of system time and its rate, or 0 if the page has the scale. */
u64 guest_counter(void);
u64 guest_frequency(void);

/* System time now or slightly earlier. */
u64 guest_system_time(void);

/* Version of the platform operations. */
enum { XENPF_INTERFACE_VERSION = 0x03000001 };

#endif
