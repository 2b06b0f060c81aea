# shellcheck shell=bash disable=SC2034
# QEMU's virt board. Its RAM starts at 0x80000000; the first megabyte stands for flash.
prefix=riscv64-unknown-elf-
package=gcc-riscv64-unknown-elf
processor=(-march=rv32imac -mabi=ilp32 -mcmodel=medany -msmall-data-limit=0 -msave-restore)
# Without it, a division by zero returns -1.
processor+=(-fsanitize=integer-divide-by-zero -fsanitize-undefined-trap-on-error)
flash_origin=0x80000000 ram_origin=0x80100000
flash=65536 ram=16384 heap=4096 stack=2048
