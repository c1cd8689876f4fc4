#!/usr/bin/env bash
# How much of the core its own unit tests reach, by gcovr: prints a line a file
# and the sum, and is red below 95 % of lines or 85 % of branches. An assert's
# other branch ends the program and is not counted.
#   tests/coverage.sh [FOLDER OF THE BUILD]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build-coverage}
# Sources are found by their whole path.
export CCACHE_BASEDIR=
command -v gcovr >/dev/null || { echo "skipped: gcovr is missing"; exit 77; }
cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Coverage -DBUILD_TESTING=ON \
    -DCMAKE_C_FLAGS="--coverage -O0 -DNDEBUG" >/dev/null
mapfile -t tests < <(sed -n 's/^breathmark_unit(\([a-z_0-9]*\) .*/\1/p' tests/core/CMakeLists.txt)
cmake --build "$build" --parallel "$(nproc)" --target "${tests[@]}" random_journal >/dev/null
find "$build" -name '*.gcda' -delete
# The two walks over random calendars and zones take long and reach no more.
names=$(printf '|^%s$' "${tests[@]}")
ctest --test-dir "$build" --parallel "$(nproc)" -R "${names:1}" -LE slow --output-on-failure >"$build/said" ||
    { cat "$build/said"; exit 1; }
status=0
gcovr --root . --filter 'src/core/.*\.c' --object-directory "$build" --exclude-unreachable-branches \
    --print-summary --fail-under-line 95 --fail-under-branch 85 \
    --sort-uncovered "$build/src/core" >"$build/table" 2>"$build/complaints" || status=$?
grep -E '%|TOTAL' "$build/table"
grep -E '^(lines|branches):' "$build/table" >"$build/summary"
exit "$status"
