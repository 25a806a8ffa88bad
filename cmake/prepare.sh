# SPDX-FileCopyrightText: The Jjak authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run and ./test: installs what is missing and builds.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${JJAK_BUILD:-$root/build}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }

# install_missing <group>...: asks dpkg first, so that a second start needs neither the network nor sudo.
install_missing() {
    command -v apt-get >/dev/null || { say "This script installs packages with apt (Debian 12). Elsewhere install what cmake/packages names and run cmake yourself."; return; }
    local wanted missing group name
    wanted=$(while read -r group name; do case " $* " in *" $group "*) echo "$name" ;; esac; done < <(grep -v '^#' "$root/cmake/packages"))
    missing=$(comm -23 <(sort -u <<<"$wanted") <(dpkg-query -W -f '${Status} ${Package}\n' 2>/dev/null | sed -n 's/^install ok installed //p' | sort -u))
    [ -z "$missing" ] && return
    say "Installing from Debian what is missing ($* packages): $(echo $missing)"
    local sudo=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { say "Please install these packages as root: $(echo $missing)"; exit 1; }
        sudo=sudo
        say "sudo may ask for your password."
    fi
    export DEBIAN_FRONTEND=noninteractive
    local failed=
    without_clusters "$sudo" begin "$missing"
    without_service "$sudo" begin "$missing"
    # shellcheck disable=SC2086
    $sudo apt-get install -y --no-install-recommends -q $missing >/dev/null 2>&1 ||
        { $sudo apt-get update -q >/dev/null && $sudo apt-get install -y --no-install-recommends -q $missing >/dev/null; } || failed=yes
    without_clusters "$sudo" end "$missing"
    without_service "$sudo" end "$missing"
    [ -z "$failed" ] || { say "Some packages could not be installed; the message above says why."; exit 1; }
}

# without_clusters <sudo or nothing> begin|end <packages>: PostgreSQL is there for tests, which start one of their own. Debian would
# make a database server for the whole machine and start it, unless told not to; see pg_createcluster(1). We say so for this
# installation only. (Redis needs nothing of the kind: redis-tools has the program and no service.)
without_clusters() {
    local setting=/etc/postgresql-common/createcluster.d/jjak-tests.conf
    case " $(echo $3) " in *" postgresql "*) ;; *) return ;; esac
    if [ "$2" = end ]; then
        $1 rm -f "$setting"
        $1 rmdir --ignore-fail-on-non-empty "${setting%/*}"
    else
        say "PostgreSQL comes without a server for the whole machine: tests start one of their own and end it."
        echo 'create_main_cluster = false' | $1 install -D -m 644 /dev/stdin "$setting"
    fi
}

# without_service <sudo or nothing> begin|end <packages>: the same for nginx, which Debian would start on port 80 at once and at every
# boot. A unit that leads nowhere is not started; see systemd.unit(5). Who wants it later says: systemctl enable --now nginx
without_service() {
    local unit=/etc/systemd/system/nginx.service
    case " $(echo $3) " in *" nginx "*) ;; *) return ;; esac
    if [ "$2" = begin ] && [ ! -e "$unit" ] && [ ! -L "$unit" ]; then
        say "nginx comes without a server for the whole machine: tests start one of their own and end it."
        $1 mkdir -p "${unit%/*}"
        $1 ln -s /dev/null "$unit"
    elif [ "$2" = end ] && [ "$(readlink "$unit")" = /dev/null ]; then
        $1 rm -f "$unit" "${unit%/*}/multi-user.target.wants/nginx.service"
        ! command -v update-rc.d >/dev/null || $1 update-rc.d nginx disable >/dev/null 2>&1 || true
    fi
}

# build_all <cmake options>...: configures when needed and builds with as many jobs as there are processors.
build_all() {
    local fresh=
    [ -f "$build/build.ninja" ] || fresh=yes
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release "$@" >"$build.log" 2>&1 || { tail -30 "$build.log" >&2; say "Configuring failed; all of it is in $build.log"; exit 1; }
    [ -n "$fresh" ] && say "Building for the first time; this takes some minutes."
    ninja -C "$build" -j"$(nproc)" ${targets:-} >"$build.log" 2>&1 || { grep -E -A12 'FAILED|error:' "$build.log" | head -60 >&2; say "Building failed; all of it is in $build.log"; exit 1; }
}
