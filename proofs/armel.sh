# shellcheck shell=bash disable=SC2154 # lib.sh sets logs
# A JVM for soft-float ARM: Debian's armel port of OpenJDK 17, run by qemu-user. Source this file after lib.sh.
#
#   need_armel_jvm        downloads and unpacks it once, to ~/.cache/foliot/armel
#   armel_java ARGS...    runs it
#
# apt-get downloads the packages and verifies their signatures. It uses a separate state, so the machine's
# architectures and packages do not change.

armel_home=${XDG_CACHE_HOME:-$HOME/.cache}/foliot/armel
armel_packages=(openjdk-17-jre-headless libc6 libgcc-s1 libstdc++6 libatomic1 libffi8 zlib1g)

need_armel_jvm() {
  need_apt qemu-arm-static qemu-user-static
  [ -x "$armel_home/root/$(armel_binary)" ] && return 0
  say "downloading Debian's OpenJDK 17 for soft-float ARM"
  fetch_armel >"$logs/armel.log" 2>&1 ||
    fail "cannot download the armel packages of Debian 12, see armel.log; this proof needs Debian's package sources"
}

armel_binary() { echo usr/lib/jvm/java-17-openjdk-armel/bin/java; }

fetch_armel() (
  set -e
  rm -rf "$armel_home"
  mkdir -p "$armel_home"/{state/lists/partial,cache/archives/partial,sources,packages}
  : >"$armel_home/state/status"
  # Only Debian's own package sources have this architecture.
  grep -lsE 'debian-archive-keyring|^deb .*/debian' /etc/apt/sources.list /etc/apt/sources.list.d/* |
    xargs -r -I{} cp {} "$armel_home/sources/"
  [ ! -e "$armel_home/sources/sources.list" ] || mv "$armel_home/sources/sources.list" "$armel_home/sources/main.list"
  cat >"$armel_home/apt.conf" <<CONF
APT::Architecture "armel";
APT::Architectures { "armel"; };
Dir::State "$armel_home/state";
Dir::State::status "$armel_home/state/status";
Dir::Cache "$armel_home/cache";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$armel_home/sources";
Acquire::Languages "none";
APT::Sandbox::User "root";
CONF
  export APT_CONFIG=$armel_home/apt.conf
  apt-get update -q
  cd "$armel_home/packages"
  apt-get download -q "${armel_packages[@]}"
  for package in *.deb; do
    dpkg -x "$package" "$armel_home/root.new"
  done
  rm -rf "$armel_home/packages" "$armel_home/cache" "$armel_home/state"
  mv "$armel_home/root.new" "$armel_home/root"
)

# The ARM946 has no floating-point unit: a floating-point instruction ends the program with SIGILL.
armel_java() {
  qemu-arm-static -cpu arm946 -L "$armel_home/root" "$armel_home/root/$(armel_binary)" "$@"
}
