/*
 * Shared by boards with an Arm Cortex-M: the vector table, the fault handler, and the exit to an emulator
 * or a debugger (Arm's semihosting). A board.c includes it once.
 */
#ifndef FOLIOT_CORTEX_M_H
#define FOLIOT_CORTEX_M_H

#include "bare.h"

#define SEMIHOSTING_EXIT_EXTENDED 0x20
#define SEMIHOSTING_APPLICATION_EXIT 0x20026

/* Without a debugger, the breakpoint ends in the fault handler and then in a lockup. */
_Noreturn void foliot_board_stop(int32_t status) {
    const uint32_t block[2] = {SEMIHOSTING_APPLICATION_EXIT, (uint32_t) status};
    register uint32_t operation __asm__("r0") = SEMIHOSTING_EXIT_EXTENDED;
    register const uint32_t *argument __asm__("r1") = block;
    __asm__ volatile("bkpt 0xab" : : "r"(operation), "r"(argument), "m"(block) : "memory");
    for (;;) {
    }
}

__attribute__((used)) static _Noreturn void tellFault(void) {
#if __ARM_ARCH_ISA_THUMB == 2
    /* If the board traps division by zero: Arm DDI 0403, section B3.2.15. */
    if ((REGISTER(0xE000ED28) & 1u << 25) != 0) {
        foliot_panic("division by zero");
    }
#endif
    foliot_bare_fault();
}

/* Starts with an empty stack, because the fault may be a stack overflow. */
__attribute__((naked)) static void fault(void) {
    __asm__(".syntax unified\n ldr r0, =foliot_stackTop\n mov sp, r0\n ldr r0, =tellFault\n bx r0");
}

/* Arm DDI 0403, section B1.5.3; the processor loads the stack pointer from the first entry. */
__attribute__((section(".vectors"), used)) static void *const vectors[16] = {
    foliot_stackTop, foliot_bare_start, fault, fault, fault, fault, fault,
};

#endif
