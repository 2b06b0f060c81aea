# What the proofs share. Source it after `set -euo pipefail`; it moves to the root of the checkout.
#
#   proof NAME "$@"     name of the proof; reads --quick and --allow-missing WHAT
#   say TEXT            progress, on standard output
#   pass TEXT           last line `PASS NAME: TEXT`, exit 0
#   fail TEXT           last line `FAIL NAME: TEXT`, exit 1
#   need_apt COMMAND PACKAGE...   installs the packages unless COMMAND is there
#   need_jdk25          sets jdk to the home of a JDK 25, as the build would find it
#   allowed_missing WHAT          true if `--allow-missing WHAT` was given
#   counter_keeps_time            prints yes, no or maybe: whether clocks on the cycle counter must be offered

cd "$(dirname "${BASH_SOURCE[0]}")/.."

proof() {
  proof_name=$1
  shift
  quick=false
  missing_allowed=()
  while [ $# -gt 0 ]; do
    case $1 in
      --quick) quick=true ;;
      --allow-missing)
        [ $# -ge 2 ] || usage "--allow-missing takes the name of what may be missing"
        missing_allowed+=("$2")
        shift
        ;;
      *) usage "unknown option $1" ;;
    esac
    shift
  done
  logs=$PWD/target/proofs/$proof_name
  rm -rf "$logs"
  mkdir -p "$logs"
  set -E
  trap 'unexpected $? $LINENO' ERR
}

usage() {
  echo "proofs/$proof_name: $1; usage: proofs/$proof_name [--quick] [--allow-missing WHAT]" >&2
  exit 2
}

say() { echo "$proof_name: $*"; }

pass() {
  echo "PASS $proof_name: $*"
  exit 0
}

fail() {
  echo "FAIL $proof_name: $* (logs in target/proofs/$proof_name)"
  exit 1
}

# A command that fails without a word of its own must not end the proof in silence.
unexpected() { fail "unexpected exit $1 at line $2 of proofs/$proof_name"; }

allowed_missing() {
  local what
  for what in "${missing_allowed[@]+"${missing_allowed[@]}"}"; do
    [ "$what" = "$1" ] && return 0
  done
  return 1
}

need_apt() {
  local command=$1
  shift
  command -v "$command" >/dev/null 2>&1 && return 0
  say "installing $*"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } \
    >"$logs/apt-$command.log" 2>&1 || fail "could not install $* (needed for $command)"
  command -v "$command" >/dev/null 2>&1 || fail "$command is not there after installing $*"
}

# version NAME: a version that the parent POM names.
version() { sed -n "s|.*<version\\.$1>\\(.*\\)</version\\.$1>.*|\\1|p" pom.xml; }

need_jdk25() {
  local home
  for home in "${JAVA25_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
      jdk=$home
      return 0
    fi
  done
  fail "no JDK 25 in /usr/lib/jvm; install one or set JAVA25_HOME"
}

# By what the kernel says. On a hypervisor's clock source it is up to a page that the shell cannot read.
counter_keeps_time() {
  local source
  source=$(cat /sys/devices/system/clocksource/clocksource0/current_clocksource 2>/dev/null || true)
  case $(uname -sm):$source in
    'Linux x86_64:tsc')
      if grep -m1 ^flags /proc/cpuinfo | grep -w constant_tsc | grep -qw nonstop_tsc; then echo yes; else echo no; fi ;;
    'Linux aarch64:arch_sys_counter') echo yes ;;
    'Linux x86_64:kvm-clock' | 'Linux x86_64:xen' | 'Linux x86_64:hyperv_clocksource_tsc_page') echo maybe ;;
    *) echo no ;;
  esac
}
