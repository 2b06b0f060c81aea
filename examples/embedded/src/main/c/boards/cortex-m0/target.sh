# shellcheck shell=bash disable=SC2034
# BBC micro:bit, whose nRF51822 has 256 KB of flash and 16 KB of RAM.
prefix=arm-none-eabi-
package=gcc-arm-none-eabi
processor=(-mcpu=cortex-m0 -mthumb -mfloat-abi=soft)
flash_origin=0x00000000 ram_origin=0x20000000
flash=262144 ram=16384 heap=4096 stack=2048
