#include "bare.h"

#include <stddef.h>
#include <string.h>

#define STACK_PAINT 0xA5A5A5A5u

extern char foliot_dataLoad[], foliot_dataStart[], foliot_dataEnd[];
extern char foliot_bssStart[], foliot_bssEnd[];

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

_Noreturn void foliot_board_exit(int32_t status) {
    tellStack();
    foliot_board_stop(status);
}

_Noreturn void foliot_bare_fault(void) {
    foliot_panic("processor fault, perhaps the stack is too small");
}

_Noreturn void foliot_bare_start(void) {
    memcpy(foliot_dataStart, foliot_dataLoad, (size_t) (foliot_dataEnd - foliot_dataStart));
    memset(foliot_bssStart, 0, (size_t) (foliot_bssEnd - foliot_bssStart));
    const uint32_t *frame = __builtin_frame_address(0);
    for (uint32_t *word = foliot_stackEnd; word < frame - 16; ++word) {
        *word = STACK_PAINT;
    }
    foliot_board_init();
    foliot_main();
    foliot_board_exit(0);
}
