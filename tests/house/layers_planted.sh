#!/usr/bin/env bash
# Shows that the layers test can fail: plants one violation of each kind in a
# copy of the tree and expects it to be named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

plant() { # PLACE LINE
    rm -rf "$copy/src"
    cp -r "$TREE/src" "$copy/src"
    printf '%s\n' "$2" >>"$copy/src/$1"
    if TREE=$copy bash "$here/layers.sh" >"$copy/said"; then
        echo "layers.sh did not see \"$2\" in src/$1"
        exit 1
    fi
    grep -q "src/$1" "$copy/said" || {
        echo "layers.sh did not name src/$1"
        exit 1
    }
}

plant base/str.h '#include "core/day.h"'
plant core/day.c '#include "frame/scene.h"'
plant core/day.c '#include <time.h>'
plant frame/scene.h '#include <SDL.h>'
plant frame/scene.c '#include "platform/window.h"'
plant base/str.c 'int x = atoi("1");'
echo "layers: each planted violation was named"
