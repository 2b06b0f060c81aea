/*
 * The MPS2 board with a Cortex-M3 (AN385), as emulated by qemu-system-arm -M mps2-an385. The clock
 * is CMSDK timer 0: 32 bits, counting down at 25 MHz. The console is CMSDK UART 0. Registers are
 * described in Arm's Cortex-M System Design Kit technical reference manual (DDI 0479).
 */
#include "../foliot.h"

#include <stddef.h>
#include <string.h>

#define REGISTER(address) (*(volatile uint32_t *) (address))

#define TIMER0_CTRL REGISTER(0x40000000)
#define TIMER0_VALUE REGISTER(0x40000004)
#define TIMER0_RELOAD REGISTER(0x40000008)

#define UART0_DATA REGISTER(0x40004000)
#define UART0_STATE REGISTER(0x40004004)
#define UART0_CTRL REGISTER(0x40004008)
#define UART0_BAUDDIV REGISTER(0x40004010)

#define CONFIGURATION REGISTER(0xE000ED14)
#define CONFIGURATION_TRAP_DIVISION (1u << 4)

/* The memory protection unit: Arm DDI 0403, section B3.5. */
#define MPU_CTRL REGISTER(0xE000ED94)
#define MPU_RNR REGISTER(0xE000ED98)
#define MPU_RBAR REGISTER(0xE000ED9C)
#define MPU_RASR REGISTER(0xE000EDA0)
#define MPU_PRIVILEGED_DEFAULT (1u << 2)
#define MPU_SIZE_4K (11u << 1)
#define GUARD_BYTES 4096u

#define ENABLE 1u
#define UART_TX_FULL 1u

#define SEMIHOSTING_EXIT_EXTENDED 0x20
#define SEMIHOSTING_APPLICATION_EXIT 0x20026

#define STACK_PAINT 0xA5A5A5A5u

extern uint32_t foliot_dataLoad[], foliot_dataStart[], foliot_dataEnd[];
extern uint32_t foliot_bssStart[], foliot_bssEnd[];
extern uint32_t foliot_stackEnd[], foliot_stackTop[];

/* Counts up, although the register counts down. */
int64_t foliot_board_ticks(void) {
    return (int64_t) (uint32_t) ~TIMER0_VALUE;
}

void foliot_board_wait(void) {
    /* No interrupt is set up, so there is nothing to wait for: the caller polls. */
}

void foliot_board_putc(int32_t byte) {
    while ((UART0_STATE & UART_TX_FULL) != 0) {
    }
    UART0_DATA = (uint32_t) byte;
}

/* -- The stack ----------------------------------------------------------------------------- */

static void printNumber(uint32_t value) {
    if (value >= 10) {
        printNumber(value / 10);
    }
    foliot_board_putc((int32_t) ('0' + value % 10));
}

static void print(const char *text) {
    for (; *text != 0; ++text) {
        foliot_board_putc(*text);
    }
}

static void tellStack(void) {
    const uint32_t *word = foliot_stackEnd;
    while (word < foliot_stackTop && *word == STACK_PAINT) {
        ++word;
    }
    print("# stack: used ");
    printNumber((uint32_t) ((const char *) foliot_stackTop - (const char *) word));
    print(" of ");
    printNumber((uint32_t) ((const char *) foliot_stackTop - (const char *) foliot_stackEnd));
    print("\n");
}

/* Asks the emulator to stop; on hardware without a debugger this stops in the fault handler. */
_Noreturn void foliot_board_exit(int32_t status) {
    tellStack();
    const uint32_t block[2] = {SEMIHOSTING_APPLICATION_EXIT, (uint32_t) status};
    register uint32_t operation __asm__("r0") = SEMIHOSTING_EXIT_EXTENDED;
    register const uint32_t *argument __asm__("r1") = block;
    __asm__ volatile("bkpt 0xab" : : "r"(operation), "r"(argument), "m"(block) : "memory");
    for (;;) {
    }
}

/* -- Start --------------------------------------------------------------------------------- */

_Noreturn void foliot_reset(void) {
    memcpy(foliot_dataStart, foliot_dataLoad,
            (size_t) ((char *) foliot_dataEnd - (char *) foliot_dataStart));
    memset(foliot_bssStart, 0, (size_t) ((char *) foliot_bssEnd - (char *) foliot_bssStart));
    const uint32_t *frame = __builtin_frame_address(0);
    for (uint32_t *word = foliot_stackEnd; word < frame - 16; ++word) {
        *word = STACK_PAINT;
    }
    CONFIGURATION |= CONFIGURATION_TRAP_DIVISION;
    /* Nobody may touch what lies below the stack. */
    MPU_RNR = 0;
    MPU_RBAR = (uint32_t) foliot_stackEnd - GUARD_BYTES;
    MPU_RASR = MPU_SIZE_4K | ENABLE;
    MPU_CTRL = MPU_PRIVILEGED_DEFAULT | ENABLE;
    UART0_BAUDDIV = 16;
    UART0_CTRL = ENABLE;
    TIMER0_RELOAD = UINT32_MAX;
    TIMER0_VALUE = UINT32_MAX;
    TIMER0_CTRL = ENABLE;
    foliot_main();
    foliot_board_exit(0);
}

static _Noreturn void faulted(void) {
    foliot_panic("processor fault, perhaps the stack is too small");
}

/* Starts with an empty stack, as the old one may be what has failed. */
__attribute__((naked)) static void fault(void) {
    __asm__("ldr sp, =foliot_stackTop\n b %c0" : : "i"(faulted));
}

__attribute__((section(".vectors"), used)) static void *const vectors[16] = {
    foliot_stackTop, foliot_reset, fault, fault, fault, fault, fault,
};
