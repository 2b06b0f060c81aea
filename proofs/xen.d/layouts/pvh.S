/* Entry, ELF notes and hypercalls of a 32-bit PVH kernel for x86: Xen starts it in protected mode, on flat
   segments, without paging. */
    .code32
    .section .text.start, "ax"
    .globl _start
_start:
    cld
    movl $stack_top, %esp
    call kernel_main
1:  jmp 1b

    .text
    /* long hypercall(long a1, long a2, long a3, int op): arguments on the stack in, in registers out. */
    .globl hypercall
hypercall:
    pushl %ebx
    movl 8(%esp), %ebx
    movl 12(%esp), %ecx
    movl 16(%esp), %edx
    movl 20(%esp), %eax
    /* Without the page that Xen fills: registering it is what tells Xen the layout. AMD's instruction,
       for that is the processor that is emulated. */
    vmmcall
    popl %ebx
    ret

    .bss
    .balign 4096
    .globl shared_page
shared_page:
    .skip 4096
    .globl hypercall_page
hypercall_page:
    .skip 4096
    .skip 16384
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
    note 18, .long _start         /* PHYS32_ENTRY */
    note 17, .long 1 << 11        /* SUPPORTED_FEATURES: may be dom0 */

    .section .note.GNU-stack, "", @progbits
