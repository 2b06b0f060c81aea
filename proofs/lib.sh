# shellcheck shell=bash disable=SC2034 # the proofs use quick and jdk
# Functions for all proofs. Source this file after `set -euo pipefail`; it changes to the root of the checkout.
#
#   proof NAME "$@"     starts a proof; reads --quick and --allow-missing WHAT
#   say TEXT            prints progress
#   pass TEXT           prints the last line `PASS NAME: TEXT` and exits with 0
#   fail TEXT           prints the last line `FAIL NAME: TEXT` and exits with 1
#   need_apt COMMAND PACKAGE...   installs the packages unless COMMAND exists
#   need_jdk25          sets jdk to the home of a JDK 25, found as the build finds it
#   allowed_missing WHAT          succeeds if `--allow-missing WHAT` was given
#   version NAME        prints a version from the parent POM
#   counter_trusted     prints yes, no or maybe: whether clocks on the cycle counter must be offered

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

proof() {
  proof_name=$1
  shift
  quick=false
  missing_allowed=()
  while [ $# -gt 0 ]; do
    case $1 in
      --quick) quick=true ;;
      --allow-missing)
        [ $# -ge 2 ] || usage "--allow-missing needs the name of what may be missing"
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

# A command that fails without a message must not end the proof without one.
unexpected() { fail "unexpected exit status $1 at line $2 of proofs/$proof_name"; }

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
    >"$logs/apt-$command.log" 2>&1 || fail "cannot install $*, needed for $command"
  command -v "$command" >/dev/null 2>&1 || fail "$command does not exist after installing $*"
}

version() { sed -n "s|.*<version\\.$1>\\(.*\\)</version\\.$1>.*|\\1|p" pom.xml; }

need_jdk25() {
  local home
  for home in "${JAVA25_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
      jdk=$home
      return 0
    fi
  done
  fail "no JDK 25 in /usr/lib/jvm; install one, or set JAVA25_HOME"
}

# By the clock source and the processor. With a hypervisor's clock source it depends on a page that a shell cannot read.
counter_trusted() {
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
