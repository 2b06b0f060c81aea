# shellcheck shell=bash disable=SC2034
# MPS2 board with a Cortex-M3. The board has 4 MB of each kind of memory, which start there.
prefix=arm-none-eabi-
package=gcc-arm-none-eabi
processor=(-mcpu=cortex-m3 -mthumb -mfloat-abi=soft)
flash_origin=0x00000000 ram_origin=0x20000000
flash=65536 ram=16384 heap=4096 stack=2048
