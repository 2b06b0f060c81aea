#pragma once
typedef unsigned int jmp_buf[10]; /* r4 to r11, sp, lr */
int setjmp(jmp_buf buffer) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf buffer, int value);
