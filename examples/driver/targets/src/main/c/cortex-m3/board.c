/*
 * The MPS2 board with a Cortex-M3 (AN385), as emulated by qemu-system-arm -M mps2-an385. The clock
 * is CMSDK timer 0: 32 bits, counting down at 25 MHz. The console is CMSDK UART 0. Registers are
 * described in Arm's Cortex-M System Design Kit technical reference manual (DDI 0479).
 */
#include "../foliot.h"

#include <setjmp.h>
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

int32_t foliot_board_stack_used(void) {
    const uint32_t *word = foliot_stackEnd;
    while (word < foliot_stackTop && *word == STACK_PAINT) {
        ++word;
    }
    return (int32_t) ((foliot_stackTop - word) * sizeof(uint32_t));
}

/* Asks the emulator to stop; on hardware without a debugger this stops in the fault handler. */
_Noreturn void foliot_board_exit(int32_t status) {
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
    UART0_BAUDDIV = 16;
    UART0_CTRL = ENABLE;
    TIMER0_RELOAD = UINT32_MAX;
    TIMER0_VALUE = UINT32_MAX;
    TIMER0_CTRL = ENABLE;
    foliot_main();
    foliot_board_exit(0);
}

static _Noreturn void fault(void) {
    foliot_panic("processor fault");
}

__attribute__((section(".vectors"), used)) static void *const vectors[16] = {
    foliot_stackTop, foliot_reset, fault, fault, fault, fault, fault,
};

/* -- What a C library would give ----------------------------------------------------------- */

void *memset(void *to, int byte, size_t bytes) {
    for (unsigned char *p = to; bytes > 0; --bytes) {
        *p++ = (unsigned char) byte;
    }
    return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t bytes) {
    return memmove(to, from, bytes);
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

__attribute__((naked)) int setjmp(jmp_buf buffer) {
    __asm__("mov r1, sp\n stmia r0!, {r4-r11}\n stmia r0!, {r1, lr}\n movs r0, #0\n bx lr");
}

__attribute__((naked)) _Noreturn void longjmp(jmp_buf buffer, int value) {
    __asm__("ldmia r0!, {r4-r11}\n ldmia r0!, {r2, lr}\n mov sp, r2\n movs r0, r1\n bx lr");
}
