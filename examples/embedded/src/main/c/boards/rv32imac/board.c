/*
 * A bare RISC-V of 32 bits without an FPU: the first processor of qemu-system-riscv32 -M virt, in
 * machine mode. The clock is mtime of the CLINT: 64 bits at 10 MHz. The console is a 16550. Addresses
 * are those of hw/riscv/virt.c in QEMU; mtime and the protection of memory are described in the RISC-V
 * privileged architecture, version 1.12, sections 3.2.1 and 3.7.
 */
#include "../bare.h"

#define MTIME_LOW REGISTER(0x0200BFF8)
#define MTIME_HIGH REGISTER(0x0200BFFC)

#define UART_BYTE(offset) (*(volatile uint8_t *) (0x10000000 + (offset)))
#define UART_DATA UART_BYTE(0)
#define UART_LINE_STATUS UART_BYTE(5)
#define UART_TX_EMPTY 0x20u

#define FINISHER REGISTER(0x00100000)
#define FINISHER_PASS 0x5555u
#define FINISHER_FAIL 0x3333u

#define GUARD_BYTES 4096u
#define PMP_LOCKED_NAPOT 0x98u /* no right to read, write or execute, in machine mode too */

#define CAUSE_BREAKPOINT 3u

/* For the assembler, registers of the machine are an extension; GCC has no libgcc of an -march with it. */
#define CSR(text) ".option push\n .option arch, +zicsr\n" text "\n .option pop\n"

int32_t foliot_board_counterBits(void) {
    return 64;
}

int32_t foliot_board_counterHertz(void) {
    return 10000000;
}

/* Retries if the high half changes while the low half is read. */
int64_t foliot_board_ticks(void) {
    uint32_t high;
    uint32_t low;
    do {
        high = MTIME_HIGH;
        low = MTIME_LOW;
    } while (high != MTIME_HIGH);
    return (int64_t) ((uint64_t) high << 32 | low);
}

void foliot_board_wait(void) {
    /* No interrupt is enabled, so the caller polls. */
}

void foliot_board_putc(int32_t byte) {
    while ((UART_LINE_STATUS & UART_TX_EMPTY) == 0) {
    }
    UART_DATA = (uint8_t) byte;
}

_Noreturn void foliot_board_stop(int32_t status) {
    FINISHER = status == 0 ? FINISHER_PASS : (uint32_t) status << 16 | FINISHER_FAIL;
    for (;;) {
    }
}

/* The compiler's check of divisors ends in ebreak; the processor's division by zero returns -1. */
__attribute__((used)) static _Noreturn void tellFault(uint32_t cause) {
    if (cause == CAUSE_BREAKPOINT) {
        foliot_panic("division by zero");
    }
    foliot_bare_fault();
}

/* Starts with an empty stack, because the fault may be a stack overflow. */
__attribute__((naked, aligned(4))) static void trap(void) {
    __asm__("la sp, foliot_stackTop\n" CSR("csrr a0, mcause") "j tellFault");
}

void foliot_board_init(void) {
    __asm__ volatile(CSR("csrw mtvec, %0") : : "r"(trap));
    /* Makes the addresses below the stack inaccessible. */
    uint32_t guard = ((uint32_t) foliot_stackEnd - GUARD_BYTES) >> 2 | (GUARD_BYTES / 8 - 1);
    __asm__ volatile(CSR("csrw pmpaddr0, %0\n csrw pmpcfg0, %1")
            : : "r"(guard), "r"(PMP_LOCKED_NAPOT) : "memory");
}

/* The reset code; all processors but the first wait for ever. */
__attribute__((naked, section(".vectors"), used)) static void reset(void) {
    __asm__(CSR("csrr t0, mhartid") "1: bnez t0, 1b\n la sp, foliot_stackTop\n j foliot_bare_start");
}
