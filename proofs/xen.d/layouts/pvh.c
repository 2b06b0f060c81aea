/*
 * A 32-bit PVH guest on x86. Xen derives the layout of the page from the processor's mode when the guest
 * registers its hypercall page; until then it uses the 64-bit layout.
 * Source: Xen 4.17, xen/include/public/{memory,arch-x86/cpuid}.h.
 */
#include "guest.h"

enum { OP_MEMORY = 12, ADD_TO_PHYSMAP = 7, SPACE_SHARED_INFO = 0, DOMID_SELF = 0x7ff0 };
enum { CPUID_XEN = 0x40000002 };
enum { VCPU0_SYSTEM_TIME = 0x30 };

struct add_to_physmap {
  u16 domid, size;
  u32 space, idx, gpfn;
};

extern u8 hypercall_page[4096];

void guest_start(void) {
  static struct add_to_physmap op;
  op.domid = DOMID_SELF;
  op.space = SPACE_SHARED_INFO;
  op.gpfn = (u32)shared_page >> 12;
  hypercall(ADD_TO_PHYSMAP, (long)&op, 0, OP_MEMORY);
}

void guest_choose_layout(void) {
  u32 pages, msr, c, d;
  __asm__ volatile("cpuid" : "=a"(pages), "=b"(msr), "=c"(c), "=d"(d) : "a"(CPUID_XEN), "c"(0));
  __asm__ volatile("wrmsr" : : "a"((u32)hypercall_page), "d"(0), "c"(msr) : "memory");
}

u64 guest_counter(void) {
  u32 low, high;
  __asm__ volatile("lfence; rdtsc; lfence" : "=a"(low), "=d"(high) : : "memory");
  return (u64)high << 32 | low;
}

u64 guest_frequency(void) { return 0; }

/* The time of the last update: any system time that Xen knows will do. */
u64 guest_system_time(void) { return *(volatile u64 *)(shared_page + VCPU0_SYSTEM_TIME); }
