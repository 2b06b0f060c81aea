# shellcheck shell=bash disable=SC2034,SC2154
# Solo5. The image has no SSE, because some processors under hvt emulate it.
processor=(-mgeneral-regs-only)
# Classes must be below 2 GB, see rt.h; Solo5's compiler ensures it.
[ "$target" != standin ] || processor+=(-fno-pie -no-pie)
heap=16384
