/*
 * The MPS2 board with a Cortex-M3 (AN385), as emulated by qemu-system-arm -M mps2-an385. The clock
 * is CMSDK timer 0: 32 bits, counting down at 25 MHz. The console is CMSDK UART 0. Registers are
 * described in Arm's Cortex-M System Design Kit technical reference manual (DDI 0479).
 */
#include "../cortex-m.h"

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

int32_t foliot_board_counterBits(void) {
    return 32;
}

int32_t foliot_board_counterHertz(void) {
    return 25000000;
}

/* Counts up, although the register counts down. */
int64_t foliot_board_ticks(void) {
    return (int64_t) (uint32_t) ~TIMER0_VALUE;
}

void foliot_board_wait(void) {
    /* No interrupt is enabled, so the caller polls. */
}

void foliot_board_putc(int32_t byte) {
    while ((UART0_STATE & UART_TX_FULL) != 0) {
    }
    UART0_DATA = (uint32_t) byte;
}

void foliot_board_init(void) {
    CONFIGURATION |= CONFIGURATION_TRAP_DIVISION;
    /* Makes the addresses below the stack inaccessible. */
    MPU_RNR = 0;
    MPU_RBAR = (uint32_t) foliot_stackEnd - GUARD_BYTES;
    MPU_RASR = MPU_SIZE_4K | ENABLE;
    MPU_CTRL = MPU_PRIVILEGED_DEFAULT | ENABLE;
    UART0_BAUDDIV = 16;
    UART0_CTRL = ENABLE;
    TIMER0_RELOAD = UINT32_MAX;
    TIMER0_VALUE = UINT32_MAX;
    TIMER0_CTRL = ENABLE;
}
