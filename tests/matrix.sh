#!/usr/bin/env bash
# What tests/run leaves out for its length, on demand: both compilers in Debug
# and Release, gcc's -fanalyzer, clang-tidy and cppcheck, each with its time.
#   tests/matrix.sh [PART…]     of: commits builds analyze cppcheck tidy
# Needs the packages clang, clang-tidy and cppcheck. Red when one part is.
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
analyze() { part 'gcc -fanalyzer' build gcc Debug -DANALYZE=ON; }
run_cppcheck() {
    cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,portability \
        --inline-suppr --suppress=missingIncludeSystem -I src -DBREATHMARK_VERSION='"0"' -j "$jobs" src
}
run_tidy() {
    cmake -S . -B build-matrix/tidy -DCMAKE_BUILD_TYPE=Debug >/dev/null
    find src -name '*.c' -print0 | xargs -0 -n 8 -P "$jobs" clang-tidy -p build-matrix/tidy --quiet \
        --warnings-as-errors='*' \
        --checks='-*,clang-analyzer-*,bugprone-*,-bugprone-easily-swappable-parameters,misc-unused-*'
}
mkdir -p build-matrix
for name in "${@:-commits builds analyze cppcheck tidy}"; do
    for one in $name; do
        case $one in
        commits) part "commit subjects" env TREE="$PWD" bash tests/house/commits.sh ;;
        builds) builds ;;
        analyze) analyze ;;
        cppcheck) part cppcheck run_cppcheck ;;
        tidy) part clang-tidy run_tidy ;;
        *)
            echo "tests/matrix.sh: no part \"$one\"" >&2
            exit 2
            ;;
        esac
    done
done
exit "$status"
