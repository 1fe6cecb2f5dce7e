# shellcheck shell=bash
# Shared by the scripts of this folder; meant to be sourced. Everything that is said goes to stderr.

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly checkout
export DEBIAN_FRONTEND=noninteractive

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $*"
    exit 1
}

# need_packages NAME...: installs what is missing with apt-get, as root or through sudo without a password;
# where neither is possible, says the command and stops.
need_packages() {
    local name missing=() become=()
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
            fail "missing packages; run: sudo apt-get install --yes --no-install-recommends ${missing[*]}"
        fi
        become=(sudo -n)
    fi
    say "installing ${missing[*]}"
    "${become[@]}" apt-get update -qq >&2
    "${become[@]}" apt-get install --yes -qq --no-install-recommends "${missing[@]}" >&2
}

# need_build_packages: what the compiler and linker of the toolchain need, and the two libraries of the server.
need_build_packages() {
    need_packages libssl-dev pkg-config tzdata git binutils g++ libc6-dev libxml2-dev \
        zlib1g-dev libncurses-dev libcurl4-openssl-dev libedit2 libsqlite3-0 python3
}

# need_swift: puts a Swift 6.3 toolchain first in PATH, or says where to get one and stops.
need_swift() {
    local folder swift
    for folder in "" "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}" "$HOME/.swiftly/bin" \
        "$HOME"/.local/share/swiftly/toolchains/6.3*/usr/bin /opt/swift/usr/bin /opt/swift*/usr/bin \
        /usr/libexec/swift/bin /usr/libexec/swift/*/bin /usr/libexec/swift/usr/bin; do
        swift=${folder:+$folder/}swift
        if "$swift" --version 2>/dev/null | grep -q 'Swift version 6\.3'; then
            [[ -z $folder ]] || export PATH="$folder:$PATH"
            return 0
        fi
    done
    say "Swift 6.3 was not found. Install it with swiftly, as https://www.swift.org/install/linux/ says:"
    say "  curl -O https://download.swift.org/swiftly/linux/swiftly-\$(uname -m).tar.gz"
    say "  tar zxf swiftly-\$(uname -m).tar.gz && ./swiftly init --skip-install && swiftly install 6.3"
    fail "no Swift 6.3 toolchain"
}

# need_environment NAME PACKAGE...: makes .cache/venv-NAME with these Python packages, once for each list of packages.
need_environment() {
    local folder="$checkout/.cache/venv-$1" wanted
    shift
    wanted=$(printf '%s\n' "$@")
    [[ $(cat "$folder/packages" 2>/dev/null) == "$wanted" ]] && return 0
    need_packages python3-venv
    say "preparing $folder"
    python3 -m venv --clear "$folder" >&2
    "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" >&2
    printf '%s\n' "$wanted" >"$folder/packages"
}

# stage NAME COMMAND...: runs a stage and says how long it took; the first that fails ends the script.
stage() {
    local name=$1 begun=$SECONDS result=0
    shift
    say "== $name"
    # The command runs in a process of its own so that `set -e` holds inside functions too.
    set +e
    (set -e && "$@")
    result=$?
    set -e
    ((result == 0)) || fail "$name failed after $((SECONDS - begun)) s"
    say "== $name: $((SECONDS - begun)) s"
}
