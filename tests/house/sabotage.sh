#!/usr/bin/env bash
# sabotage.sh [-k] [PATTERN]: breaks the program on purpose, one line at a time,
# and looks whether the tests notice. Each line of sabotages.tsv names a file, a
# sed expression that breaks it, and the tests that must then be red. Fails when
# an expression changes nothing any more, when what it makes does not compile,
# when a test stays green or runs out of time, and when one is not green without
# it: leave the machine to it. With PATTERN (grep -E) only the lines that match.
# On demand: it builds in a copy of its own, under $WORK when that is set, and -k
# keeps the copy for the next time.
set -u
tree=$(git -C "$(dirname "$0")" rev-parse --show-toplevel) || exit 1
keep=
[ "${1:-}" = -k ] && { keep=1 && shift; }
pattern=${1:-.}
work=${WORK:-$(mktemp -d)}
copy=$work/tree
build=$copy/build-tests
[ -n "$keep" ] || trap 'rm -rf "$work"' EXIT
jobs=$(nproc)
# A compiler's cache finds there what was built in the tree.
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache)

# The files as they stand, committed or not.
# Only those that differ are written, so that -k builds little.
(cd "$tree" && git ls-files -z --cached --others --exclude-standard) |
    while IFS= read -r -d '' path; do
        [ -e "$tree/$path" ] && ! cmp -s "$tree/$path" "$copy/$path" || continue
        mkdir -p "$copy/$(dirname "$path")"
        cp -p --remove-destination "$tree/$path" "$copy/$path"
        [ -L "$copy/$path" ] || touch "$copy/$path"
    done
# Tests that ask git need a repository.
[ -d "$copy/.git" ] || { git -C "$copy" init -q && git -C "$copy" add -A &&
    git -C "$copy" -c user.name=x -c user.email=x@x commit -qm "house: a copy"; }
cmake -S "$copy" -B "$build" "${launcher[@]}" -DCMAKE_BUILD_TYPE=Debug \
    -DSANITIZE=ON -DBUILD_TESTING=ON >"$work/log" 2>&1 || {
    cat "$work/log"
    exit 1
}

# What a test is built from: its own program, or all that scripts run.
targets_of() { # TEST…
    local test
    for test in "$@"; do
        case $test in
        test_* | replay_*) echo "${test%_all}" ;;
        *) echo breathmark power_writer random_journal window_probe make_icons ;;
        esac
    done | tr ' ' '\n' | sort -u
}

make_them() { # TEST…
    # shellcheck disable=SC2046
    cmake --build "$build" --parallel "$jobs" --target $(targets_of "$@") \
        >"$work/log" 2>&1
}

bad=0 count=0
complain() { # WORDS
    echo "WRONG  $file: $expression: $1"
    bad=$((bad + 1))
}

# Runs one test; what ctest says of it is in $work/said.
run_test() { # TEST
    ctest --test-dir "$build" -R "^$1\$" --no-tests=error \
        >"$work/said" 2>&1
}

# The lines that are wanted, as FILE, EXPRESSION and TESTS.
wanted() {
    grep -v '^#' "$tree/tests/house/sabotages.tsv" | grep -E -- "$pattern"
}

# What is red, skipped or missing without sabotage proves nothing with it.
try_whole() {
    local tests test file=- expression="nothing is broken"
    mapfile -t tests < <(wanted | cut -f3 | tr ',' '\n' | sort -u)
    make_them "${tests[@]}" || {
        complain "it does not build: $(grep -m1 error "$work/log")"
        return
    }
    for test in "${tests[@]}"; do
        if ! run_test "$test"; then
            complain "$test is red, or there is none"
        elif grep -q Skipped "$work/said"; then
            complain "$test is skipped here"
        else
            echo "green  $test"
        fi
    done
}

try() {
    local tests=() test
    IFS=, read -ra tests <<<"$names"
    count=$((count + 1))
    cp -p "$copy/$file" "$work/whole" || {
        complain "no such file"
        return
    }
    sed -i -E "$expression" "$copy/$file"
    if cmp -s "$copy/$file" "$work/whole"; then
        complain "it changes nothing"
    elif ! make_them "${tests[@]}"; then
        complain "it does not build: $(grep -m1 error "$work/log")"
    else
        for test in "${tests[@]}"; do
            if run_test "$test"; then
                complain "$test is green"
            elif grep -q '\*\*\*Timeout' "$work/said"; then
                complain "$test ran out of time, which says nothing"
            else
                echo "red    $test: $file: $expression"
            fi
        done
    fi
    cp "$work/whole" "$copy/$file" # and its time is new
}

try_whole
while IFS=$'\t' read -r file expression names; do
    try
done < <(wanted)
echo "sabotage: $count tried, $bad wrong"
[ "$bad" = 0 ] && [ "$count" -gt 0 ]
