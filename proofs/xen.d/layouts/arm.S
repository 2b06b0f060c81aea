/* Header and entry of a kernel for AArch64, as Linux has them: Xen starts it with the MMU off. */
    .section .text.start, "ax"
    .globl _start
_start:
    b entry
    .long 0
    .quad 0                   /* text_offset */
    .quad image_size
    .quad 2                   /* little endian, 4 KB pages */
    .quad 0, 0, 0
    .ascii "ARM\x64"
    .long 0
entry:
    adrp x1, stack_top
    add x1, x1, :lo12:stack_top
    mov sp, x1
    /* Zero-initialized data is not in the image. */
    adrp x2, bss_start
    add x2, x2, :lo12:bss_start
    adrp x3, bss_end
    add x3, x3, :lo12:bss_end
1:  cmp x2, x3
    b.hs 2f
    str xzr, [x2], 8
    b 1b
2:  bl kernel_main
    b .

    .text
    /* long hypercall(long a1, long a2, long a3, int op) */
    .globl hypercall
hypercall:
    mov w16, w3
    hvc 0xea1
    ret

    .bss
    .balign 4096
    .globl shared_page
shared_page:
    .skip 4096
    .skip 16384
stack_top:
    .section .note.GNU-stack, "", %progbits
