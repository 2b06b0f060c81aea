# shellcheck shell=bash disable=SC2034,SC2154
# Solo5. Some processors under hvt emulate SSE, so that the image has none.
processor=(-mgeneral-regs-only)
# Classes must lie below 2 GB: see rt.h. Solo5's own compiler sees to that.
[ "$target" != standin ] || processor+=(-fno-pie -no-pie)
heap=16384
