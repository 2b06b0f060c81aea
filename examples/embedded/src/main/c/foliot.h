/*
 * The functions that a board provides: four for time and waiting, two for output and exit. Java calls
 * them through @Import, so their names are part of the contract.
 */
#ifndef FOLIOT_H
#define FOLIOT_H

#include <stdint.h>

/* The program is one translation unit; these functions are called from outside it. */
#define FOLIOT_SHARED __attribute__((externally_visible))

/* The free-running counter of the board, which wraps; bits above its width are ignored. */
int64_t foliot_board_ticks(void);

/* The width of the counter in bits, 16 to 64, and its rate in ticks per second. */
int32_t foliot_board_counterBits(void);
int32_t foliot_board_counterHertz(void);

/* Waits until the next event, or not at all; the caller reads the clock again. */
void foliot_board_wait(void);

/* Writes one byte to the console. */
void foliot_board_putc(int32_t byte);

/* Ends the program; does not return. */
_Noreturn void foliot_board_exit(int32_t status);

/* Number of objects allocated since start, to show that a steady state allocates none. */
FOLIOT_SHARED int32_t foliot_heap_allocations(void);

/* Collects garbage and returns the number of free bytes. */
FOLIOT_SHARED int32_t foliot_heap_collect(void);

/* Prints the text on the console and ends the program with status 70. */
FOLIOT_SHARED _Noreturn void foliot_panic(const char *text);

/* The program: initialises classes, then runs the main method. */
FOLIOT_SHARED void foliot_main(void);

#endif
