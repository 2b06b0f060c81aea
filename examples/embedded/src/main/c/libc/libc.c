/*
 * What the program needs of a C library, for targets that have none. The compiler calls the mem
 * functions too; they are compiled with -fno-tree-loop-distribute-patterns, so that it does not turn
 * their loops into calls of themselves.
 */
#include "../foliot.h"

#include <setjmp.h>
#include <stddef.h>
#include <string.h>

void *memset(void *to, int byte, size_t bytes) {
    for (unsigned char *p = to; bytes > 0; --bytes) {
        *p++ = (unsigned char) byte;
    }
    return to;
}

void *memmove(void *to, const void *from, size_t bytes) {
    unsigned char *p = to;
    const unsigned char *q = from;
    if (p <= q) {
        while (bytes-- > 0) {
            *p++ = *q++;
        }
    } else {
        while (bytes-- > 0) {
            p[bytes] = q[bytes];
        }
    }
    return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t bytes) {
    return memmove(to, from, bytes);
}

#if defined(__arm__)
/* Called by division in software; Java code that can divide by zero checks before. */
int __aeabi_idiv0(void) {
    foliot_panic("division by zero");
}

long long __aeabi_ldiv0(void) {
    foliot_panic("division by zero");
}

/* Procedure call standard for the Arm architecture: r4 to r11 and sp are kept; lr is the return. */
#if __ARM_ARCH_ISA_THUMB == 1
__attribute__((naked)) int setjmp(jmp_buf buffer) {
    __asm__(".syntax unified\n stmia r0!, {r4-r7}\n mov r1, r8\n mov r2, r9\n mov r3, r10\n"
            "stmia r0!, {r1-r3}\n mov r1, r11\n mov r2, sp\n mov r3, lr\n stmia r0!, {r1-r3}\n"
            "movs r0, #0\n bx lr");
}

__attribute__((naked)) _Noreturn void longjmp(jmp_buf buffer, int value) {
    __asm__(".syntax unified\n adds r0, #16\n ldmia r0!, {r2-r4}\n mov r8, r2\n mov r9, r3\n"
            "mov r10, r4\n ldmia r0!, {r2-r4}\n mov r11, r2\n mov sp, r3\n mov lr, r4\n"
            "subs r0, #40\n ldmia r0!, {r4-r7}\n mov r0, r1\n bx lr");
}
#else
__attribute__((naked)) int setjmp(jmp_buf buffer) {
    __asm__("mov r1, sp\n stmia r0!, {r4-r11}\n stmia r0!, {r1, lr}\n mov r0, #0\n bx lr");
}

__attribute__((naked)) _Noreturn void longjmp(jmp_buf buffer, int value) {
    __asm__("ldmia r0!, {r4-r11}\n ldmia r0!, {r2, lr}\n mov sp, r2\n mov r0, r1\n bx lr");
}
#endif
#elif defined(__riscv)
/* RISC-V calling convention without floating point: s0 to s11 and sp are kept; ra is the return. */
__attribute__((naked)) int setjmp(jmp_buf buffer) {
    __asm__("sw ra, 0(a0)\n sw sp, 4(a0)\n sw s0, 8(a0)\n sw s1, 12(a0)\n sw s2, 16(a0)\n"
            "sw s3, 20(a0)\n sw s4, 24(a0)\n sw s5, 28(a0)\n sw s6, 32(a0)\n sw s7, 36(a0)\n"
            "sw s8, 40(a0)\n sw s9, 44(a0)\n sw s10, 48(a0)\n sw s11, 52(a0)\n li a0, 0\n ret");
}

__attribute__((naked)) _Noreturn void longjmp(jmp_buf buffer, int value) {
    __asm__("lw ra, 0(a0)\n lw sp, 4(a0)\n lw s0, 8(a0)\n lw s1, 12(a0)\n lw s2, 16(a0)\n"
            "lw s3, 20(a0)\n lw s4, 24(a0)\n lw s5, 28(a0)\n lw s6, 32(a0)\n lw s7, 36(a0)\n"
            "lw s8, 40(a0)\n lw s9, 44(a0)\n lw s10, 48(a0)\n lw s11, 52(a0)\n mv a0, a1\n ret");
}
#elif defined(__x86_64__)
/* System V ABI for AMD64: rbx, rbp, r12 to r15 and rsp are kept; the return is on the stack. */
__attribute__((naked)) int setjmp(jmp_buf buffer) {
    __asm__("mov %rbx, (%rdi)\n mov %rbp, 8(%rdi)\n mov %r12, 16(%rdi)\n mov %r13, 24(%rdi)\n"
            "mov %r14, 32(%rdi)\n mov %r15, 40(%rdi)\n lea 8(%rsp), %rax\n mov %rax, 48(%rdi)\n"
            "mov (%rsp), %rax\n mov %rax, 56(%rdi)\n xor %eax, %eax\n ret");
}

__attribute__((naked)) _Noreturn void longjmp(jmp_buf buffer, int value) {
    __asm__("mov (%rdi), %rbx\n mov 8(%rdi), %rbp\n mov 16(%rdi), %r12\n mov 24(%rdi), %r13\n"
            "mov 32(%rdi), %r14\n mov 40(%rdi), %r15\n mov 48(%rdi), %rsp\n mov %esi, %eax\n"
            "jmp *56(%rdi)");
}
#endif
