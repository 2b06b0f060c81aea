/*
 * The BBC micro:bit: an nRF51822 with a Cortex-M0, as emulated by qemu-system-arm -M microbit. The
 * clock is TIMER0: 32 bits at 16 MHz. The console is the UART at 115200 baud. Registers are described
 * in Nordic's nRF51 Series reference manual, version 3.0.
 *
 * This processor has neither a divider nor a memory protection unit. RAM starts at the lowest mapped
 * address, so a stack overflow ends in a fault nevertheless.
 */
#include "../cortex-m.h"

#define CLOCK_HFCLKSTART REGISTER(0x40000000)
#define CLOCK_HFCLKSTARTED REGISTER(0x40000100)

#define UART_STARTTX REGISTER(0x40002008)
#define UART_TXDRDY REGISTER(0x4000211C)
#define UART_ENABLE REGISTER(0x40002500)
#define UART_PSELTXD REGISTER(0x4000250C)
#define UART_TXD REGISTER(0x4000251C)
#define UART_BAUDRATE REGISTER(0x40002524)
#define UART_ENABLED 4u
#define UART_TX_PIN 24u
#define UART_115200 0x01D7E000u

#define GPIO_OUTSET REGISTER(0x50000508)
#define GPIO_DIRSET REGISTER(0x50000518)

#define TIMER0_START REGISTER(0x40008000)
#define TIMER0_CLEAR REGISTER(0x4000800C)
#define TIMER0_CAPTURE0 REGISTER(0x40008040)
#define TIMER0_BITMODE REGISTER(0x40008508)
#define TIMER0_PRESCALER REGISTER(0x40008510)
#define TIMER0_CC0 REGISTER(0x40008540)
#define BITMODE_32 3u

int32_t foliot_board_counterBits(void) {
    return 32;
}

int32_t foliot_board_counterHertz(void) {
    return 16000000;
}

/* Read through a capture register; a capture by an interrupt handler in between is also within the call. */
int64_t foliot_board_ticks(void) {
    TIMER0_CAPTURE0 = 1;
    return (int64_t) TIMER0_CC0;
}

void foliot_board_wait(void) {
    /* No interrupt is enabled, so the caller polls. */
}

void foliot_board_putc(int32_t byte) {
    UART_TXDRDY = 0;
    UART_TXD = (uint32_t) byte;
    while (UART_TXDRDY == 0) {
    }
}

void foliot_board_init(void) {
    /* Uses the crystal: the internal oscillator is off by up to 6 %. */
    CLOCK_HFCLKSTART = 1;
    while (CLOCK_HFCLKSTARTED == 0) {
    }
    GPIO_OUTSET = 1u << UART_TX_PIN;
    GPIO_DIRSET = 1u << UART_TX_PIN;
    UART_PSELTXD = UART_TX_PIN;
    UART_BAUDRATE = UART_115200;
    UART_ENABLE = UART_ENABLED;
    UART_STARTTX = 1;
    TIMER0_BITMODE = BITMODE_32;
    TIMER0_PRESCALER = 0;
    TIMER0_CLEAR = 1;
    TIMER0_START = 1;
}
