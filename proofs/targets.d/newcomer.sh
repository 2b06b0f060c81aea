# shellcheck shell=bash disable=SC2154
# Runs the commands of docs/embedded.md, "From an empty folder", in a directory outside the checkout with a separate
# Maven repository; then tests what that page says about sizes and floating point. Sourced by proofs/targets.

say "docs/embedded.md in an empty directory"
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT

# The repository starts with other projects' artifacts from the user's repository, as hard links if possible; the
# rest comes from Maven Central. Files that Maven modifies in place are left out.
repository=$logs/repository
mkdir -p "$repository"
if [ -d "$HOME/.m2/repository" ]; then
  { cp -rl "$HOME/.m2/repository/." "$repository" || cp -r "$HOME/.m2/repository/." "$repository"; } >"$logs/repository.log" 2>&1 || true
  rm -rf "$repository/io/foliot"
  find "$repository" -type f ! -name '*.jar' ! -name '*.pom' ! -name '*.sha1' -delete
fi
export MAVEN_OPTS="${MAVEN_OPTS:-} -Dmaven.repo.local=$repository"

# The template must use the versions of this build.
template=examples/embedded
[ "$(sed -n 's|.*<foliot.version>\(.*\)</foliot.version>.*|\1|p' $template/pom.xml)" = "$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)" ] ||
  problems+=("$template/pom.xml uses another version of Foliot than pom.xml")
[ "$(sed -n 's|.*<teavm.version>\(.*\)</teavm.version>.*|\1|p' $template/pom.xml)" = "$(version teavm)" ] ||
  problems+=("$template/pom.xml uses another version of TeaVM than pom.xml")

# The commands of that section, except apt-get: the packages are installed.
awk '/^## / { inside = $0 == "## From an empty folder" } inside && /^```/ { code = $0 == "```sh"; next } inside && code' \
  docs/embedded.md | sed '/^apt-get /d' >"$logs/newcomer.sh"
grep -q . "$logs/newcomer.sh" || fail "docs/embedded.md has no commands under \"From an empty folder\""
(export FOLIOT=$PWD && cd "$outside" && bash -eux "$logs/newcomer.sh" </dev/null) \
  >"$logs/newcomer.out" 2>"$logs/newcomer.log" ||
  fail "the commands of docs/embedded.md fail, see newcomer.log"
firmware=$outside/firmware
[ -d "$repository/io/foliot/clock-api" ] || problems+=("the commands of docs/embedded.md used another Maven repository")

on_jvm() { java -cp "$firmware/target/classes:$firmware/target/lib/*" firmware.OnJvm; }
on_jvm >"$logs/jvm-heartbeat.out" 2>&1 || problems+=("the template fails on a JVM, see jvm-heartbeat.out")
[ "$(comparable "$logs/jvm-heartbeat.out" | grep -c '^beat')" = 5 ] || problems+=("the template prints no beats on a JVM, see jvm-heartbeat.out")
# The page runs it on a board and on a JVM.
cmp -s <(comparable "$logs/newcomer.out" | grep '^beat') <(comparable "$logs/jvm-heartbeat.out"; comparable "$logs/jvm-heartbeat.out") ||
  problems+=("the output of the commands of docs/embedded.md differs from the template on a JVM, see newcomer.out")

template_sizes=
for target in cortex-m3 cortex-m0 rv32imac linux-arm; do
  if ! "$firmware/build.sh" $target >"$logs/template-$target.log" 2>&1; then
    problems+=("the template does not build for $target, see template-$target.log")
    continue
  fi
  run_$target "$firmware/target/images/$target.elf" >"$logs/$target-heartbeat.out" 2>&1 ||
    problems+=("the template fails on $target, see $target-heartbeat.out")
  cmp -s <(comparable "$logs/$target-heartbeat.out") <(comparable "$logs/jvm-heartbeat.out") ||
    problems+=("the output of the template differs between $target and a JVM, see $target-heartbeat.out")
  template_sizes+=" $target $(sed -nE 's/^IMAGE .* code=([0-9]+) data=([0-9]+) bss=([0-9]+) .*/\1+\2+\3/p' "$logs/template-$target.log")"
done
say "template: code+data+bss of$template_sizes"

# refuses NAME TEXT OPTION...: build.sh must fail with the text, and report nothing about the other memory.
refuses() {
  local name=$1 text=$2 log=$logs/refused-$1.log
  shift 2
  if "$firmware/build.sh" "$@" >"$log" 2>&1; then
    problems+=("build.sh $* creates an image, see refused-$name.log")
  elif [ "$(grep -c 'does not fit' "$log")" != 1 ] || ! grep -q "$text" "$log"; then
    problems+=("build.sh $* fails for another reason, see refused-$name.log")
  fi
}
# The size that the message requires must suffice, and a byte less must not.
exactly() { # MEMORY OPTION SIZE TARGET: flash or RAM, its option, a size that is too small
  local needed
  refuses "$4-$1" "does not fit in $1: it needs [0-9]* bytes, [0-9]* more than the $3 there are" "$4" "$2" "$3"
  needed=$(sed -nE 's/.*it needs ([0-9]+) bytes.*/\1/p' "$logs/refused-$4-$1.log")
  "$firmware/build.sh" "$4" "$2" "${needed:-$3}" >"$logs/enough-$4-$1.log" 2>&1 ||
    problems+=("$needed bytes of $1, which build.sh requires for $4, do not suffice, see enough-$4-$1.log")
  refuses "$4-$1-less" "does not fit in $1: it needs $needed bytes, 1 more" "$4" "$2" $((${needed:-$3} - 1))
}
for target in cortex-m3 cortex-m0 rv32imac; do
  exactly flash --flash 16384 $target
  exactly RAM --ram 8192 $target
done
if "$firmware/build.sh" rv32imac --flash 4K --ram 8K >"$logs/refused-both.log" 2>&1 ||
  ! grep -q 'does not fit in flash' "$logs/refused-both.log" || ! grep -q 'does not fit in RAM' "$logs/refused-both.log"; then
  problems+=("build.sh does not report that both flash and RAM are too small, see refused-both.log")
fi

# Programs that must be rejected.
beat=$firmware/src/main/java/firmware/Heartbeat.java
cp "$beat" "$outside/Heartbeat.java"
plant() { # NAME EXPRESSION: adds it to the time of a beat
  sed "s|due = Nanos.saturatingPlus(due, |&$2|" "$outside/Heartbeat.java" >"$beat"
  ! cmp -s "$beat" "$outside/Heartbeat.java" || fail "cannot plant $1 in the template: Heartbeat.java has changed"
  (cd "$firmware" && mvn -q -B -ntp package) >"$logs/plant-$1.log" 2>&1 || fail "cannot translate the template with $1, see plant-$1.log"
}
plant floating-point '(long) (beat * 1.5) + '
for target in cortex-m3 cortex-m0 rv32imac linux-arm; do
  log=$logs/refused-floating-point-$target.log
  if "$firmware/build.sh" $target >"$log" 2>&1; then
    problems+=("floating point in the template is not detected on $target, see ${log##*/}")
  elif ! grep -q 'has floating point' "$log" || ! grep -qE '(__aeabi_dmul|__muldf3) in .*(Heartbeat|Main)_' "$log"; then
    problems+=("the template with floating point fails on $target for another reason, see ${log##*/}")
  fi
done
# The last beat divides by zero, as an int and as a long.
for number in 100 100L; do
  plant "zero-$number" "$number / (BEATS - beat) + "
  for target in cortex-m3 cortex-m0 rv32imac linux-arm; do
    if "$firmware/build.sh" $target >"$logs/zero-$number-$target.log" 2>&1; then
      panics "zero-$number" $target "$firmware/target/images/$target.elf" 'division by zero'
      grep -q '^beat 4' "$logs/$target-zero-$number.out" || problems+=("$target: the template ends before it divides by zero, see $target-zero-$number.out")
    else
      problems+=("the template with a division by zero does not build for $target, see zero-$number-$target.log")
    fi
  done
done
rm -rf "$repository"
