/*
 * What a board gives the Java program: four functions to tell time and to wait, two to talk to the
 * outside. Java reaches them through @Import, so their names are part of the contract.
 */
#ifndef FOLIOT_H
#define FOLIOT_H

#include <stdint.h>

/* The program is compiled as a whole; these functions are called from outside of it. */
#define FOLIOT_SHARED __attribute__((externally_visible))

/* The counter of the board: it runs free and wraps around; bits above its width are ignored. */
int64_t foliot_board_ticks(void);

/* The width of the counter in bits, 16 to 64, and its rate in ticks a second. */
int32_t foliot_board_counterBits(void);
int32_t foliot_board_counterHertz(void);

/* Rests until the next event, or not at all: the caller re-reads the clock and decides. */
void foliot_board_wait(void);

/* One byte to the console. */
void foliot_board_putc(int32_t byte);

/* Ends the program; does not return. */
_Noreturn void foliot_board_exit(int32_t status);

/* Number of objects allocated since start: how a program shows that its steady state makes none. */
FOLIOT_SHARED int32_t foliot_heap_allocations(void);

/* Collects garbage now and gives the number of free bytes. */
FOLIOT_SHARED int32_t foliot_heap_collect(void);

/* Prints the text on the console and ends the program with status 70. */
FOLIOT_SHARED _Noreturn void foliot_panic(const char *text);

/* The program: initialises classes, then runs the main method. */
FOLIOT_SHARED void foliot_main(void);

#endif
