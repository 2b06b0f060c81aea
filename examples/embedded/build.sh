#!/usr/bin/env bash
# Builds an image of a program that TeaVM has translated to C:
#
#   build.sh TARGET [OPTION...]
#
#     --flash BYTES      size of the flash, on bare boards
#     --ram BYTES        size of the RAM, on bare boards
#     --heap BYTES       size of the heap in RAM
#     --stack BYTES      size of the stack in RAM, on bare boards
#     --program FOLDER   TeaVM's output; by default target/generated-c next to this script, which
#                        `mvn package` creates
#     --out FILE         the image; by default target/images/TARGET.elf next to this script
#     --solo5 FOLDER     for TARGET standin: the folder of solo5.h and solo5_standin.c
#
# BYTES may end in K, for 1024. TARGET is a folder in src/main/c/boards, whose target.sh has the default sizes,
# or for the board solo5 one of spt, hvt (Solo5's own names) and standin, a program for this host.
#
# The last line of output is `IMAGE file code=… data=… bss=… heap=… image=… float-helpers=…`, in bytes except
# the last, a number of symbols. Flash holds code and data; RAM holds data and bss, which includes heap and
# stack. The exit status is 1 if the image has floating point or does not fit, 2 for invalid arguments.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
sources=$here/src/main/c
boards=$sources/boards

wrong() {
  echo "build.sh: $1" >&2
  exit 2
}

known() { (cd "$boards" && for each in */target.sh; do echo "${each%/*}"; done | sed 's/^solo5$/spt, hvt, standin/' | paste -sd, | sed 's/,\([^ ]\)/, \1/g'); }

[ $# -ge 1 ] || wrong "no target given; known are $(known)"
target=$1
shift
case $target in
  spt | hvt | standin) board=solo5 ;;
  *) board=$target ;;
esac
if [[ ! $board =~ ^[A-Za-z0-9_-]+$ ]] || [ "$target" = solo5 ] || [ ! -f "$boards/$board/target.sh" ]; then
  wrong "unknown target $(printf %q "$target"); known are $(known)"
fi

# -- Settings of the target and of the caller -------------------------------------------------

flash='' ram='' heap=16384 stack='' flash_origin='' ram_origin='' prefix='' package='' solo5=''
processor=()
program=$here/target/generated-c
image=$here/target/images/$target.elf
# shellcheck source=/dev/null
source "$boards/$board/target.sh"

bytes() { # of option $1, as given in $2
  [[ $2 =~ ^([0-9]{1,9})(K?)$ ]] || wrong "$1 takes a number of bytes, as 16384 or 16K, not $(printf %q "$2")"
  local number=$((10#${BASH_REMATCH[1]}))
  [ -z "${BASH_REMATCH[2]}" ] || number=$((number * 1024))
  if [ "$number" = 0 ] || [ "$number" -ge $((1 << 30)) ]; then wrong "$1 takes 1 to 1073741823 bytes, not $2"; fi
  echo "$number"
}

while [ $# -gt 0 ]; do
  case $1 in
    --flash | --ram | --heap | --stack | --program | --out | --solo5)
      [ $# -ge 2 ] || wrong "$1 needs a value" ;;
  esac
  case $1 in
    --flash | --ram | --stack)
      [ -n "$flash" ] || wrong "$1 is for boards without an operating system, not for $target" ;;
  esac
  case $1 in
    --flash) flash=$(bytes "$1" "$2") ;;
    --ram) ram=$(bytes "$1" "$2") ;;
    --heap) heap=$(bytes "$1" "$2") ;;
    --stack) stack=$(bytes "$1" "$2") ;;
    --program) program=$2 ;;
    --out) image=$2 ;;
    --solo5) solo5=$(cd "$2" && pwd) || wrong "--solo5 takes a folder, not $(printf %q "$2")" ;;
    *) wrong "unknown option $(printf %q "$1"); read the top of $0" ;;
  esac
  shift 2
done
[ $((heap % 8)) = 0 ] || wrong "the heap is a multiple of 8 bytes, not $heap"
[ $((${stack:-0} % 16)) = 0 ] || wrong "the stack is a multiple of 16 bytes, not $stack"
[ -f "$program/all.c" ] || wrong "$program/all.c is missing; run: mvn package"

compiler=${prefix}gcc
case $target in
  spt | hvt) compiler=${SOLO5_CC:-$(uname -m)-solo5-none-static-cc} ;;
esac
command -v "$compiler" >/dev/null || wrong "$compiler is not on PATH${package:+; run: apt-get install $package}"

# -- Compiling --------------------------------------------------------------------------------

work=${image%.elf}
[ "$work" != "$image" ] || wrong "the image is a file that ends in .elf, not $(printf %q "$image")"
rm -rf "$work" "$image"
mkdir -p "$(dirname "$image")"
perl "$sources/prepare.pl" "$program" "$work"

# Generated headers are found next to what includes them, never through -I: some are named like C's own.
common=("${processor[@]}" -Os -std=gnu11 -Werror -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables -I "$sources" -iquote "$sources" -isystem "$sources/libc/include")
case $target in
  spt | hvt) ;;
  *) common+=(-ffreestanding) ;;
esac
[ -z "$solo5" ] || common+=(-isystem "$solo5")
# Java's integers wrap around and its objects may alias; C's do not and may not.
java=(-fwhole-program -fwrapv -fno-strict-aliasing -Wno-discarded-qualifiers "-DFOLIOT_HEAP_BYTES=$heap")
ours=(-Wall -Wextra)

objects=()
compile() { # FILE OPTION...
  local object
  object=$work/$(basename "$1" .c).o
  "$compiler" "${common[@]}" "${@:2}" -c "$1" -o "$object"
  objects+=("$object")
}
compile "$work/unit.c" "${java[@]}"
compile "$boards/$board/board.c" "${ours[@]}"
compile "$sources/libc/libc.c" "${ours[@]}" -fno-tree-loop-distribute-patterns -Wno-unused-parameter
[ -z "$flash" ] || compile "$boards/bare.c" "${ours[@]}"

# -- Floating point ---------------------------------------------------------------------------

# What the compiler asks for: the helpers of the Arm run-time ABI (Arm IHI 0043, section 5.1) and of GCC.
float_helpers='^(__aeabi_(c?[df]|[ui]?l?2[df]|u?[il]2[df]|[hdf]2)[a-z0-9_]*|__(add|sub|mul|div|neg)[sdxt]f[0-9]?|__(eq|ne|ge|gt|le|lt|unord|cmp)[sdxt]f2|__fix(uns)?[sdxt]f[sdt]i|__float(un)?[sdt]i[sdxt]f|__(extend|trunc)[hsdxt]f[hsdxt]f2|__pow[sdxt]i[df]?f?2)$'
found=$work/float-helpers
helpers_of() { "${prefix}nm" "$1" | awk '{print $NF}' | grep -E "$float_helpers" || true; }

# The functions of the object $1 that refer to the symbol $2, before any was made part of its caller.
callers_of() {
  local object=$1
  if [ "$object" = "$work/unit.o" ]; then
    object=$work/unit-not-inlined.o
    [ -f "$object" ] || "$compiler" "${common[@]}" "${java[@]}" -fno-inline -c "$work/unit.c" -o "$object"
  fi
  "${prefix}objdump" -r "$object" | awk -v symbol="$2" '
    /^RELOCATION RECORDS FOR/ { place = $4; sub(/^.([.]text[.])?/, "", place); sub(/.:$/, "", place) }
    { name = $3; sub(/[-+]0x.*/, "", name) }
    name == symbol && !seen[place]++ { print place }' | paste -sd' '
}

: >"$found"
for object in "${objects[@]}"; do
  for helper in $(helpers_of "$object"); do
    echo "$(basename "$object") asks for $helper in $(callers_of "$object" "$helper")"
  done
done >>"$found"

refuse_floats() {
  [ -s "$found" ] || return 0
  {
    echo "build.sh: $image has floating point:"
    sed 's/^/  /' "$found"
    echo "  Functions are named after packages, classes and methods; TeaVM may have made one part of its caller."
    echo "  soft-float-check finds the lines."
  } >&2
  exit 1
}
# Before it is linked: the helpers might not fit, and that would be a misleading error.
refuse_floats

# -- Linking ----------------------------------------------------------------------------------

sections() { "${prefix}size" -A "$image" | awk -v wanted="$1" '$1 ~ wanted {sum += $2} END {print sum + 0}'; }

# Says what the linker found too small, by how much, and what to do.
explain() {
  local over needed status=1
  if over=$(sed -nE "s/.*region .FLASH. overflowed by ([0-9]+) bytes?.*/\\1/p" "$work/link.log" | head -1) && [ -n "$over" ]; then
    needed=$((flash + over))
    echo "build.sh: the image does not fit in flash: it needs $needed bytes, $over more than the $flash there are."
    echo "  If the chip has more, say so with --flash $needed; ${image%.elf}.map lists what takes the space."
    status=0
  fi
  if over=$(sed -nE "s/.*region .RAM. overflowed by ([0-9]+) bytes?.*/\\1/p" "$work/link.log" | head -1) && [ -n "$over" ]; then
    needed=$((ram + over))
    echo "build.sh: the image does not fit in RAM: it needs $needed bytes, $over more than the $ram there are."
    echo "  Of them, $heap are heap (--heap), $stack are stack (--stack) and $((needed - heap - stack)) are variables."
    echo "  If the chip has more, say so with --ram $needed."
    status=0
  fi
  return $status
}

link() {
  case $target in
    standin)
      [ -n "$solo5" ] || wrong "the target standin needs --solo5 FOLDER"
      "$compiler" -O2 -Wall -Wextra -Werror -fno-pie -no-pie -DSTANDIN_MAIN "${objects[@]}" "$solo5/solo5_standin.c" -o "$image"
      ;;
    spt | hvt)
      solo5-elftool gen-manifest "$boards/solo5/manifest.json" "$work/manifest.c"
      "$compiler" -std=gnu11 -c "$work/manifest.c" -o "$work/manifest.o"
      "$compiler" -z "solo5-abi=$target" -Wl,--gc-sections "${objects[@]}" "$work/manifest.o" -o "$image"
      ;;
    *)
      local script=()
      if [ -n "$flash" ]; then
        script=(-T "$boards/bare.ld" "-Wl,-Map=${image%.elf}.map"
          "-Wl,--defsym=FOLIOT_FLASH_ORIGIN=$flash_origin,--defsym=FOLIOT_FLASH_BYTES=$flash"
          "-Wl,--defsym=FOLIOT_RAM_ORIGIN=$ram_origin,--defsym=FOLIOT_RAM_BYTES=$ram"
          "-Wl,--defsym=FOLIOT_STACK_BYTES=$stack")
      fi
      "$compiler" "${processor[@]}" -nostdlib -Wl,--gc-sections "${script[@]}" "${objects[@]}" -lgcc -o "$image"
      ;;
  esac
}
if ! link 2>"$work/link.log"; then
  explain >&2 || cat "$work/link.log" >&2
  exit 1
fi
cat "$work/link.log" >&2

# What the linker has taken from libraries.
[ "$target" = standin ] || for helper in $(helpers_of "$image"); do
  echo "the image holds $helper"
done >>"$found"

measure="code=$(sections '^[.](text|rodata)') data=$(sections '^[.]data') bss=$(sections '^[.](bss|stack)')"
case $target in
  # Of a program with a C library, only what is ours counts.
  standin) measure=$(size "${objects[@]}" | awk 'NR > 1 {code += $1; data += $2; bss += $3} END {printf "code=%d data=%d bss=%d", code, data, bss}') ;;
  spt | hvt) strip -s "$image" 2>>"$work/strip.log" ;;
esac
echo "IMAGE $image $measure heap=$heap${stack:+ stack=$stack} image=$(stat -c %s "$image") float-helpers=$(wc -l <"$found")"
refuse_floats
