# shellcheck shell=bash disable=SC2034
# Linux on ARMv5TE without an FPU: Debian's armel.
prefix=arm-linux-gnueabi-
package=gcc-arm-linux-gnueabi
processor=(-march=armv5te -marm -mfloat-abi=soft -fno-pie -no-pie -static)
heap=8192
