# shellcheck shell=bash disable=SC2154 # lib.sh sets logs
# Debian packages of any suite and architecture, unpacked but not installed. Source this file after lib.sh.
#
#   need_debian SUITE ARCH PACKAGE   sets unpacked to the directory with the files of the package, which is
#                                    downloaded once, to ~/.cache/foliot/debian. SUITE is a code name.
#                                    linux-image-FLAVOUR stands for the kernel that it depends on.
#
# apt-get downloads the packages and verifies their signatures. It uses a separate state, so the machine's
# architectures and packages do not change.

debian_home=${XDG_CACHE_HOME:-$HOME/.cache}/foliot/debian

need_debian() {
  local log=$logs/debian-$1-$2-$3.log
  unpacked=$debian_home/$1-$2/$3
  [ ! -e "$unpacked/.complete" ] || return 0
  command -v apt-get >/dev/null || fail "cannot download package $3 of Debian $1 without apt-get"
  say "downloading $3 of Debian $1 for $2"
  mkdir -p "$debian_home/$1-$2"
  # Other proofs may run at the same time.
  exec 8>"$debian_home/$1-$2/lock"
  flock 8
  [ -e "$unpacked/.complete" ] || debian_fetch "$@" >"$log" 2>&1 ||
    fail "cannot download $3 of Debian $1 for $2: $(grep -m1 '^E:' "$log" || tail -n 1 "$log")"
  exec 8>&-
}

# shellcheck disable=SC2016 # apt-get expands the format
debian_label() { apt-get indextargets --format '$(LABEL) $(REPO_URI)' | awk '$1 == "Debian" {print $2; exit}'; }

debian_fetch() ( # SUITE ARCH PACKAGE
  set -e
  state=$debian_home/$1-$2
  package=$3
  if [ ! -e "$state/updated" ]; then
    source=$(debian_label)
    [ -n "$source" ] || { apt-get update -q && source=$(debian_label); }
    if [ -z "$source" ]; then
      echo "E: no package source of this machine is Debian's"
      exit 1
    fi
    mkdir -p "$state"/{state/lists/partial,cache/archives/partial}
    : >"$state/state/status"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $source $1 main" >"$state/sources.list"
    cat >"$state/apt.conf" <<CONF
APT::Architecture "$2";
APT::Architectures { "$2"; };
Dir::State "$state/state";
Dir::State::status "$state/state/status";
Dir::Cache "$state/cache";
Dir::Etc::sourcelist "$state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Acquire::Languages "none";
APT::Sandbox::User "root";
CONF
  fi
  export APT_CONFIG=$state/apt.conf
  # Packages in an old index may no longer exist.
  [ -n "$(find "$state/updated" -mmin -1440 2>/dev/null)" ] || { apt-get update -q && touch "$state/updated"; }
  case $package in
    linux-image-*) package=$(apt-cache depends "$package" | awk '/Depends: linux-image/ {print $2; exit}') ;;
  esac
  rm -rf "${state:?}/$3" "$state/$3.new" "$state/archives"
  mkdir "$state/archives"
  (cd "$state/archives" && apt-get download -q "${package:-$3}")
  dpkg -x "$state/archives"/*.deb "$state/$3.new"
  rm -rf "$state/archives"
  touch "$state/$3.new/.complete"
  mv "$state/$3.new" "$state/$3"
)
