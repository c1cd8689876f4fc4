#!/usr/bin/env bash
# What tests/run leaves out for its length, on demand: both compilers in Debug
# and Release, and clang-tidy with clang's analyzer of paths (half an hour of a
# core, all cores at once). Each with its time; red when one is.
#   tests/matrix.sh [builds] [tidy]
set -u
cd "$(dirname "$0")/.."
status=0
part() { # NAME COMMAND…
    local began=$SECONDS name=$1 word=ok
    shift
    "$@" >build-matrix/log 2>&1 || { word=broken status=1; }
    printf '%-7s %-24s %4d s\n' "$word" "$name" $((SECONDS - began))
    [ "$word" = ok ] || grep -E 'error|warning' build-matrix/log | head -20
}
build() { # COMPILER TYPE OPTION…
    local folder=build-matrix/$1-$2
    CC=$1 cmake -S . -B "$folder" -DCMAKE_BUILD_TYPE="$2" -DWERROR=ON "${@:3}" &&
        cmake --build "$folder" --parallel "$(nproc)"
}
mkdir -p build-matrix
for one in ${@:-builds tidy}; do
    case $one in
    builds)
        part 'gcc Release' build gcc Release
        part 'clang Release' build clang Release
        part 'clang Debug, sanitizers' build clang Debug -DSANITIZE=ON -DBUILD_TESTING=ON
        ;;
    tidy) part 'clang-tidy' env TREE="$PWD" bash tests/house/lint.sh clang-tidy ;;
    *)
        echo "tests/matrix.sh: no part \"$one\"" >&2
        exit 2
        ;;
    esac
done
exit "$status"
