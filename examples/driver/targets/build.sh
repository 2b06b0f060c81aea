#!/usr/bin/env bash
# Makes an image of a program that TeaVM has translated to C:
#
#   build.sh TARGET PROGRAM [HEAP_BYTES]     writes target/images/TARGET-PROGRAM[-HEAP_BYTES].elf
#
# TARGET is cortex-m3, linux-arm, standin, spt or hvt; PROGRAM is a folder in target/generated-c,
# which `mvn -f examples/driver/targets/pom.xml package` fills. The last line printed is
# `IMAGE file code=… data=… bss=… heap=… image=… float-helpers=…`, all in bytes but the last, which is
# a number of symbols (bss holds heap and stack); the exit status is not 0 if the image has floating point or does not fit.
set -euo pipefail
cd "$(dirname "$0")"

[ $# -ge 2 ] || { echo "usage: build.sh TARGET PROGRAM [HEAP_BYTES]" >&2; exit 2; }
target=$1 program=$2 heap=${3:-}
sources=$PWD/src/main/c
generated=target/generated-c/$program
work=target/images/$target-$program${heap:+-$heap}
image=$work.elf

[ -f "$generated/all.c" ] || {
  echo "build.sh: $generated/all.c is missing; run: mvn -f examples/driver/targets/pom.xml package" >&2
  exit 2
}
rm -rf "$work" "$image"
perl "$sources/prepare.pl" "$generated" "$work"

# Java's integers wrap around and its objects may alias; C's do not and may not.
java=(-std=gnu11 -fwhole-program -fwrapv -fno-strict-aliasing -Werror -Wno-discarded-qualifiers)
# Generated headers are found next to what includes them, never through -I: some are named like C's own.
common=(-ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables -I "$sources" -iquote "$sources")
ours=(-std=gnu11 -Wall -Wextra -Werror)
bare=(-ffreestanding -isystem "$sources/libc/include")
libc=(-fno-tree-loop-distribute-patterns -Wno-unused-parameter)
link=(-nostdlib -Wl,--gc-sections)
after=(-lgcc)

# Kinds of arrays of objects that a program makes.
array_classes=2
[ "$program" != heap ] || array_classes=8

case $target in
  cortex-m3)
    prefix=arm-none-eabi-
    cc=(${prefix}gcc -mcpu=cortex-m3 -mthumb -mfloat-abi=soft -Os "${bare[@]}" "${common[@]}")
    heap=${heap:-3072}
    stack=1536
    # The driver must fit in 16 KB; the test of the runtime also reads durations.
    flash=16384
    [ "$program" != heap ] || flash=32768 stack=${STACK_BYTES:-2048}
    link+=("-Wl,--defsym=FOLIOT_FLASH_BYTES=$flash,--defsym=FOLIOT_STACK_BYTES=$stack" -T "$sources/cortex-m3/link.ld")
    board=cortex-m3
    ;;
  linux-arm)
    # ARMv5TE without an FPU: what Debian calls armel.
    prefix=arm-linux-gnueabi-
    cc=(${prefix}gcc -march=armv5te -marm -mfloat-abi=soft -fno-pie -no-pie -static -Os "${bare[@]}" "${common[@]}")
    heap=${heap:-8192}
    board=linux
    ;;
  standin)
    prefix=
    standin=../../../clock-solo5/src/test/c
    # Classes must lie below 2 GB: see rt.h.
    cc=(cc -fno-pie -no-pie -mgeneral-regs-only -Os "${bare[@]}" "${common[@]}" -isystem "$standin")
    heap=${heap:-16384}
    board=solo5
    ;;
  spt | hvt)
    prefix=
    toolchain=${SOLO5_CC:-$(uname -m)-solo5-none-static-cc}
    command -v "$toolchain" >/dev/null || { echo "build.sh: $toolchain is not on PATH" >&2; exit 2; }
    # Some processors under hvt emulate SSE, so that the image has none.
    cc=("$toolchain" -mgeneral-regs-only -Os "${common[@]}" -isystem "$sources/libc/include")
    heap=${heap:-16384}
    board=solo5
    link=("-z" "solo5-abi=$target" -Wl,--gc-sections)
    after=()
    ;;
  *)
    echo "build.sh: unknown target $target; known are cortex-m3, linux-arm, standin, spt, hvt" >&2
    exit 2
    ;;
esac

"${cc[@]}" "${java[@]}" "-DFOLIOT_HEAP_BYTES=$heap" "-DFOLIOT_ARRAY_CLASSES=$array_classes" -c "$work/unit.c" -o "$work/unit.o"
"${cc[@]}" "${ours[@]}" -c "$sources/$board/board.c" -o "$work/board.o"
"${cc[@]}" "${ours[@]}" "${libc[@]}" -c "$sources/libc/libc.c" -o "$work/libc.o"
objects=("$work/unit.o" "$work/board.o" "$work/libc.o")

# Floating point that the compiler asks for, in our objects and in the image with what was linked to it:
# the helpers of the Arm run-time ABI (Arm IHI 0043, section 5.1) and of GCC.
float_helpers='^(__aeabi_(c?[df]|[ui]?l?2[df]|u?[il]2[df]|[hdf]2)[a-z0-9_]*|__(add|sub|mul|div|neg)[sdxt]f[0-9]?|__(eq|ne|ge|gt|le|lt|unord|cmp)[sdxt]f2|__fix(uns)?[sdxt]f[sdt]i|__float(un)?[sdt]i[sdxt]f|__(extend|trunc)[hsdxt]f[hsdxt]f2|__pow[sdxt]i[df]?f?2)$'
for object in "${objects[@]}"; do
  "${prefix}nm" "$object" | awk '{print $NF}' | grep -E "$float_helpers" | sed "s|^|$object asks for |" || true
done >"$work/float-helpers"

refuse_floats() {
  [ -s "$work/float-helpers" ] || return 0
  echo "build.sh: $image has floating point:" >&2
  cat "$work/float-helpers" >&2
  exit 1
}
# Before it is linked: the helpers might not fit, and that would be a misleading error.
refuse_floats

case $target in
  standin)
    cc -O2 -Wall -Wextra -Werror -fno-pie -no-pie -DSTANDIN_MAIN "${objects[@]}" "$standin/solo5_standin.c" -o "$image"
    ;;
  spt | hvt)
    solo5-elftool gen-manifest "$sources/solo5/manifest.json" "$work/manifest.c"
    "$toolchain" -std=gnu11 -c "$work/manifest.c" -o "$work/manifest.o"
    "$toolchain" "${link[@]}" "${objects[@]}" "$work/manifest.o" -o "$image"
    ;;
  *)
    "${cc[@]}" "${link[@]}" "${objects[@]}" "${after[@]}" -o "$image"
    ;;
esac
[ "$target" = standin ] ||
  "${prefix}nm" "$image" | awk '{print $NF}' | grep -E "$float_helpers" | sed "s|^|the image holds |" >>"$work/float-helpers" || true

sections() { "${prefix}size" -A "$image" | awk -v wanted="$1" '$1 ~ wanted {sum += $2} END {print sum + 0}'; }
case $target in
  cortex-m3) measure="code=$(sections '^[.]text$') data=$(sections '^[.]data$') bss=$(sections '^[.](bss|stack)$') heap=$heap stack=$stack" ;;
  linux-arm) measure="code=$(sections '^[.](text|rodata)') data=$(sections '^[.]data') bss=$(sections '^[.]bss') heap=$heap" ;;
  # Of a program with a C library, only what is ours counts.
  standin) measure="$(size "${objects[@]}" | awk 'NR > 1 {code += $1; data += $2; bss += $3} END {printf "code=%d data=%d bss=%d", code, data, bss}') heap=$heap" ;;
  *) measure="code=$(sections '^[.](text|rodata)') data=$(sections '^[.]data') bss=$(sections '^[.]bss') heap=$heap" ;;
esac
case $target in spt | hvt) strip -s "$image" 2>>"$work/strip.log" ;; esac
echo "IMAGE $image $measure image=$(stat -c %s "$image") float-helpers=$(wc -l <"$work/float-helpers")"
refuse_floats
