/*
 * What a kernel without an operating system needs of its kind of guest to print what Xen writes about
 * time: in arm.c for ARM, in pvh.c for 32-bit PVH on x86.
 */
#ifndef GUEST_H
#define GUEST_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

/* The page that Xen shares; mapped over by guest_start. */
extern volatile u8 shared_page[4096];

/* In the assembly: a hypercall, arguments first. Pointers are addresses: nothing is mapped elsewhere. */
extern long hypercall(long a1, long a2, long a3, int op);

/* Maps the page of the guest, and nothing more. */
void guest_start(void);

/* What makes Xen choose the layout that the page has from then on. */
void guest_choose_layout(void);

/* The counter that system time is made of, and its rate, 0 where the page tells the scale. */
u64 guest_counter(void);
u64 guest_frequency(void);

/* System time now, or a little earlier. */
u64 guest_system_time(void);

/* The version of the platform operations. */
enum { XENPF_INTERFACE_VERSION = 0x03000001 };

#endif
