/*
 * Shared by boards without an operating system: start-up code and stack measurement. A board adds its
 * reset code and the functions marked below, besides those of foliot.h.
 */
#ifndef FOLIOT_BARE_H
#define FOLIOT_BARE_H

#include "../foliot.h"

#define REGISTER(address) (*(volatile uint32_t *) (address))

/* The stack grows down from foliot_stackTop, which is aligned to 16 bytes. See bare.ld. */
extern uint32_t foliot_stackEnd[], foliot_stackTop[];

/* Reset code comes here with the stack pointer at foliot_stackTop, and the fault handler with
   foliot_bare_fault, likewise: the old stack may be what has failed. */
_Noreturn void foliot_bare_start(void);
_Noreturn void foliot_bare_fault(void);

/* Defined by the board: sets up the console, the counter and, if possible, a guard below foliot_stackEnd. */
void foliot_board_init(void);

/* Defined by the board: ends the program. */
_Noreturn void foliot_board_stop(int32_t status);

#endif
