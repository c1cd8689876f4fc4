#!/usr/bin/env bash
# sabotage.sh [-n | -k] [PATTERN]: breaks the program on purpose, one line at a time,
# and looks whether the tests notice. Each line of sabotages.tsv names a file, a
# sed expression that breaks it, and the tests that must then be red. Prints the
# words by which each one was red: read them, it may have been for another reason.
# Fails when an expression changes nothing any more, when what it makes does not
# compile, when a test stays green or runs out of time, and when one is not green
# without it: leave the machine to it. With PATTERN (grep -E) only the lines that
# match. On demand: it builds in a copy of its own, under $WORK when that is set.
# -n breaks nothing, and looks only whether each line would still change its file
# and names tests that are there: every run of the tests does.
# -k keeps the copy, and its list of results ($WORK/results): the next time only
# what was not red, or whose file has changed since, is tried.
set -u
tree=$(cd "$(dirname "$0")/../.." && pwd) || exit 1
mode=
case ${1:-} in -n | -k) mode=$1 && shift ;; esac
pattern=${1:-.}

# The lines that are wanted, as FILE, EXPRESSION and TESTS.
wanted() {
    grep -v '^#' "$tree/tests/house/sabotages.tsv" | grep -E -- "$pattern"
}

look_only() {
    local tests test broken status=0
    tests=$(ctest --test-dir "${BUILD:-$tree/build-tests}" -N | sed -n 's/^ *Test *#[0-9]*: //p')
    while IFS=$'\t' read -r file expression names; do
        if ! broken=$(sed -E "$expression" "$tree/$file") ||
            [ "$broken" = "$(<"$tree/$file")" ]; then
            echo "sabotages.tsv: this does not change $file: $expression"
            status=1
        fi
        for test in ${names//,/ }; do
            grep -qx "$test" <<<"$tests" || {
                echo "sabotages.tsv: there is no test $test"
                status=1
            }
        done
    done < <(wanted)
    return "$status"
}
if [ "$mode" = -n ]; then
    look_only
    exit
fi
work=${WORK:-$(mktemp -d)}
copy=$work/tree
build=$copy/build-tests
results=$work/results
limit_s=180
[ "$mode" = -k ] || trap 'rm -rf "$work"' EXIT
# A compiler's cache finds there what was built in the tree.
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1
# Without sanitizers and debug information it takes a third of the time.
options=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS_DEBUG=-O1 -DBUILD_TESTING=ON)
command -v ccache >/dev/null && options+=(-DCMAKE_C_COMPILER_LAUNCHER=ccache)
# It looks at what has changed in a tenth of the time.
command -v ninja >/dev/null && options+=(-G Ninja)

# The files as they stand, committed or not.
# Only those that differ are written, so that -k builds little.
(cd "$tree" && git ls-files -z --cached --others --exclude-standard) |
    while IFS= read -r -d '' path; do
        [ -e "$tree/$path" ] && ! cmp -s "$tree/$path" "$copy/$path" || continue
        mkdir -p "$copy/$(dirname "$path")"
        cp -p --remove-destination "$tree/$path" "$copy/$path"
        [ -L "$copy/$path" ] || touch "$copy/$path"
    done
touch "$results"
# Tests that ask git need a repository.
[ -d "$copy/.git" ] || { git -C "$copy" init -q && git -C "$copy" add -A &&
    git -C "$copy" -c user.name=x -c user.email=x@x commit -qm "house: a copy"; }
cmake -S "$copy" -B "$build" "${options[@]}" >"$work/log" 2>&1 || {
    cat "$work/log"
    exit 1
}

# What a test is built from: its own program, or all that scripts run.
targets_of() { # TEST…
    local test
    for test in "$@"; do
        case $test in
        test_* | replay_*) echo "${test%_all}" ;;
        used) echo all ;; # it asks who takes what, in every object
        *) echo breathmark power_writer random_journal window_probe make_icons ;;
        esac
    done | tr ' ' '\n' | sort -u
}

make_them() { # TEST…
    # shellcheck disable=SC2046
    cmake --build "$build" --parallel "$(nproc)" --target $(targets_of "$@") \
        >"$work/log" 2>&1
}

# What a test came to is told, and kept: the last of a line counts.
bad=0
tell() { # RESULT TEST SECONDS WORDS
    [ "$1" = red ] || [ "$1" = green ] || bad=$((bad + 1))
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$file" "$expression" \
        "$sum" "$4" >>"$results"
    printf '%-6s %-20s %4s s  %s: %s\n%36s%s\n' "$1" "$2" "$3" "$file" \
        "$expression" "" "$4"
}

# Runs one test; what ctest says of it is in $work/said, how long it took in $took.
run_test() { # TEST
    local status=0 begun=$SECONDS
    timeout "$limit_s" ctest --test-dir "$build" -R "^$1\$" --no-tests=error \
        --output-on-failure </dev/null >"$work/said" 2>&1 || status=$?
    took=$((SECONDS - begun))
    [ "$status" != 124 ] || echo '***Timeout' >>"$work/said"
    return "$status"
}

# The words by which a test was red: of cmocka the test and what it compared, else
# the first lines that are said.
why_red() {
    tr -d '\r' <"$work/said" | awk '
        /^\[ +FAILED +\] [a-z]/ && !test { test = $4 ": " }
        /\[ +LINE +\] ---/ && !place {
            place = $0; sub(": error.*", "", place); sub(".*[/ ]", "", place)
            first = words
            next
        }
        sub(/^(ERROR: |\[ +ERROR +\] --- )/, "") { words = words $0 " "; next }
        /^ *1\/1 Test/ { # ***Failed, or ***Exception: SegFault
            said = 1; sub(".*[*][*][*]", ""); end = $0
            died = /Exception/ ? $1 " " $2 ": " : ""
            next
        }
        /^0% tests/ { said = 0 }
        said && NF && !/^\[/ && lines < 2 { plain = plain $0 " "; lines++ }
        END {
            words = died (place ? test first "(" place ")" : plain ? plain : end)
            gsub("[ \t]+", " ", words)
            print substr(words, 1, 200)
        }'
}

# Whether this test has come to this result before, by this expression and in
# this state of its file.
was() { # RESULT TEST
    wanted_test=$2 wanted_sum=$sum wanted_line=$expression awk -F'\t' '
        $2 == ENVIRON["wanted_test"] && $5 == ENVIRON["wanted_line"] &&
            $6 == ENVIRON["wanted_sum"] { last = $1 }
        END { exit last != "'"$1"'" }' "$results"
}

# What is red, skipped or missing without sabotage proves nothing with it: those
# that are green stay in usable.
declare -A green
try_whole() { # TEST…
    local test file=- expression="nothing is broken" sum=$all_sum unknown=()
    usable=()
    for test in "$@"; do
        if [ -z "${green[$test]-}" ]; then
            was green "$test" && green[$test]=yes || unknown+=("$test")
        fi
    done
    if [ "${#unknown[@]}" -gt 0 ] && ! make_them "${unknown[@]}"; then
        tell WRONG "$1" 0 "it does not build: $(grep -m1 error "$work/log")"
        return
    fi
    for test in "${unknown[@]}"; do
        green[$test]=no
        if ! run_test "$test"; then
            tell WRONG "$test" "$took" "$(why_red)"
        elif grep -q Skipped "$work/said"; then
            tell WRONG "$test" "$took" "it is skipped here"
        else
            green[$test]=yes
            tell green "$test" "$took" ""
        fi
    done
    for test in "$@"; do
        [ "${green[$test]}" = no ] || usable+=("$test")
    done
}

try_tests() { # TEST…
    local test
    for test in "$@"; do
        if run_test "$test"; then
            tell WRONG "$test" "$took" "it stays green"
        elif grep -q '\*\*\*Timeout' "$work/said"; then
            tell WRONG "$test" "$took" "it ran out of time, which says nothing"
        else
            tell red "$test" "$took" "$(why_red)"
        fi
    done
}

try() { # TEST…
    cp -p "$copy/$file" "$work/whole"
    sed -i -E "$expression" "$copy/$file"
    if cmp -s "$copy/$file" "$work/whole"; then
        tell WRONG "$1" 0 "it changes nothing"
    elif ! make_them "$@"; then
        tell WRONG "$1" 0 "it does not build: $(grep -m1 error "$work/log")"
    else
        try_tests "$@"
    fi
    cp "$work/whole" "$copy/$file" # and its time is new
}

lines=0 tried=0
all_sum=$(cd "$tree" && git ls-files -z src tests | xargs -0 cat | cksum | tr ' ' .)
while IFS=$'\t' read -r -u 3 file expression names; do
    lines=$((lines + 1))
    [ -f "$tree/$file" ] || {
        sum=- tell WRONG "${names%%,*}" 0 "no such file"
        continue
    }
    sum=$(cksum <"$tree/$file" | tr ' ' .)
    left=()
    for test in ${names//,/ }; do
        was red "$test" || left+=("$test")
    done
    [ "${#left[@]}" -gt 0 ] || continue
    tried=$((tried + 1))
    try_whole "${left[@]}"
    [ "${#usable[@]}" = 0 ] || try "${usable[@]}"
done 3< <(wanted)
echo "sabotage: $lines lines, $tried of them tried, $bad wrong"
[ "$bad" = 0 ] && [ "$lines" -gt 0 ]
