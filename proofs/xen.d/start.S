/* Entry, ELF notes and the hypercall page of the tiny PV kernels.
   Xen starts them in 64-bit mode, ring 3, with page tables made by Xen and %rsi = start_info. */
    .section .text.start, "ax"
    .globl _start
_start:
    cld
    leaq stack_top(%rip), %rsp
    xorl %ebp, %ebp
    movq %rsi, %rdi
    call kernel_main
1:  jmp 1b

    .text
    .globl hypercall_page
    .balign 4096
hypercall_page:
    .skip 4096

    /* long hypercall(long a1, long a2, long a3, long a4, int op); System V order in, Xen's out. */
    .globl hypercall
hypercall:
    movq %rcx, %r10
    movl %r8d, %eax
    shll $5, %eax
    leaq hypercall_page(%rip), %rcx
    addq %rcx, %rax
    jmp *%rax

    .bss
    .balign 4096
    .globl shared_page
shared_page:
    .skip 4096
    .skip 65536
stack_top:

    /* A note: name size, value size, type, name, value. Types: xen/include/public/elfnote.h */
    .macro note type, value:vararg
    .balign 4
    .long 4, 9f - 8f, \type
    .asciz "Xen"
8:  \value
9:  .balign 4
    .endm

    .section .note.Xen, "a", @note
    note 6, .asciz "foliot"       /* GUEST_OS */
    note 5, .asciz "xen-3.0"      /* XEN_VERSION */
    note 8, .asciz "generic"      /* LOADER */
    note 3, .quad 0               /* VIRT_BASE */
    note 4, .quad 0               /* PADDR_OFFSET */
    note 1, .quad _start          /* ENTRY */
    note 2, .quad hypercall_page  /* HYPERCALL_PAGE */
    note 17, .long 1 << 11        /* SUPPORTED_FEATURES: may be dom0 */

    .section .note.GNU-stack, "", @progbits
