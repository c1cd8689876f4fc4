#!/usr/bin/env bash
# What tests/run leaves out for its length, on demand: both compilers in Debug
# and Release, and clang's path analyzer (half an hour); with them the readers
# of code (house/lint.sh), of which tests/run has all but clang-tidy. Each with
# its time.
#   tests/matrix.sh [PART…]     of: commits builds lint deep
# Red when one part is.
set -u
cd "$(dirname "$0")/.."
jobs=$(nproc)
status=0
part() { # NAME COMMAND…
    local began=$SECONDS name=$1
    shift
    if "$@" >build-matrix/log 2>&1; then
        printf 'ok      %-24s %4d s\n' "$name" $((SECONDS - began))
    else
        printf 'broken  %-24s %4d s\n' "$name" $((SECONDS - began))
        grep -E 'error|warning' build-matrix/log | head -20
        status=1
    fi
}
build() { # COMPILER TYPE OPTION…
    local folder=build-matrix/$1-$2
    CC=$1 cmake -S . -B "$folder" -DCMAKE_BUILD_TYPE="$2" -DWERROR=ON "${@:3}" &&
        cmake --build "$folder" --parallel "$jobs"
}
builds() {
    part 'gcc Release' build gcc Release
    part 'clang Release' build clang Release
    part 'clang Debug, sanitizers' build clang Debug -DSANITIZE=ON -DBUILD_TESTING=ON
}
lint() { # TOOL
    part "lint $1" env TREE="$PWD" bash tests/house/lint.sh "$1"
}
mkdir -p build-matrix
for name in "${@:-commits builds lint deep}"; do
    for one in $name; do
        case $one in
        commits) part "commit subjects" env TREE="$PWD" bash tests/house/commits.sh ;;
        builds) builds ;;
        lint) for tool in cppcheck tidy gcc clang; do lint "$tool"; done ;;
        deep) lint deep ;;
        *)
            echo "tests/matrix.sh: no part \"$one\"" >&2
            exit 2
            ;;
        esac
    done
done
exit "$status"
