/* Functions of the unikernel for its Java program, in addition to those of every board. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

/* Loads from the page that Xen shares, in program order. */
int32_t board_load32(int32_t offset);
int64_t board_load64(int32_t offset);

int64_t board_counter(void);
int32_t board_cmos(int32_t index);

#endif
