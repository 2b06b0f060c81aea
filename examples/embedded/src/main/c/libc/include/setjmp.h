#pragma once

/* What a function must find unchanged: see libc.c for each processor. */
#if defined(__arm__)
typedef unsigned int jmp_buf[10];
#elif defined(__x86_64__)
typedef unsigned long jmp_buf[8];
#elif defined(__riscv) && __riscv_xlen == 32
typedef unsigned int jmp_buf[14];
#else
#error "libc.c has setjmp and longjmp for ARM, RV32 and x86-64 only: add them there for this processor"
#endif

int setjmp(jmp_buf buffer) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf buffer, int value);
