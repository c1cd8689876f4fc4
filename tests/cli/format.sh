#!/usr/bin/env bash
# Runs every example of sessions/FORMAT.md. A block ```session is a script; the
# block after it is what the program says of it: ```timeline, the table with
# its columns lined up; or ```errors, what check prints. `timeline OPTIONS`
# after ```timeline gives options. UPDATE=1 writes the second blocks anew.
set -u
manual=${MANUAL:-$TREE/sessions/FORMAT.md}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0 examples=0

# The table as it stands in the manual.
line_up() {
    awk -F'\t' '{
        row = sprintf("%8s %8s %4s  %-7s %-14s %6s %5s %5s  %s",
                      $1, $2, $3, $4, $5, $6, $7, $8, $9)
        sub(/ +$/, "", row)
        print row
    }'
}

# run KIND OPTIONS: what the program says of x.session, in ./said.
run() {
    local kind=$1 options=()
    read -ra options <<<"${2-}"
    if [ "$kind" = timeline ]; then
        "$BREATHMARK" timeline x.session ${options[@]+"${options[@]}"} \
            >table 2>said
        local status=$?
        line_up <table >>said
        [ "$status" = 0 ]
    else
        "$BREATHMARK" check x.session >/dev/null 2>said
        [ $? = 1 ]
    fi
}

fail() { # LINE WORDS
    echo "${manual##*/}:$1: $2"
    failed=1
}

number=0 inside='' began=0 pending=0
: >manual.new
while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    if [ -z "$inside" ] && [[ $line == '```'* ]]; then
        read -r inside options <<<"${line#'```'}"
        inside=${inside:-text} began=$number
        : >block
        printf '%s\n' "$line" >>manual.new
    elif [ -n "$inside" ] && [ "$line" = '```' ]; then
        case $inside in
        session)
            [ "$pending" = 0 ] || fail "$pending" "nothing stands after this"
            cp block x.session
            pending=$began
            cat block >>manual.new
            ;;
        timeline | errors)
            [ "$pending" != 0 ] || fail "$began" "no script before this"
            run "$inside" "$options" || fail "$pending" "not the right status"
            if [ -z "${UPDATE:-}" ]; then
                diff -u --label "${manual##*/}:$began" block --label said said ||
                    failed=1
            fi
            cat said >>manual.new
            pending=0 examples=$((examples + 1))
            ;;
        *) cat block >>manual.new ;;
        esac
        printf '%s\n' "$line" >>manual.new
        inside=''
    elif [ -n "$inside" ]; then
        printf '%s\n' "$line" >>block
    else
        printf '%s\n' "$line" >>manual.new
    fi
done <"$manual"
[ -z "$inside" ] || fail "$began" "this block does not end"
[ "$pending" = 0 ] || fail "$pending" "nothing stands after this"
# A limit that the manual names is the one that holds.
while read -r limit words; do
    most=$(sed -nE "s/^ +LIMIT_$limit = ([0-9]+),.*/\1/p" "$TREE/src/core/step.h" |
        sed -E ':more s/([0-9])([0-9]{3})($|,)/\1,\2\3/; t more')
    tr '\n' ' ' <"$manual" | grep -qE "(^|[ |])$most $words" ||
        fail 1 "no word on $most $words"
done <<'LIMITS'
TITLE characters; required
LINES lines, 4
LINE_BYTES bytes a line
LETS lets,
QUESTIONS questions,
DEPTH repeats within
PHASES phases and
EVENTS events in all
LIMITS
[ "$examples" -ge 20 ] || fail 1 "only $examples examples were found"
if [ -n "${UPDATE:-}" ]; then
    cp manual.new "$manual"
fi
[ "$failed" = 0 ] && echo "format: $examples examples of the manual hold"
exit "$failed"
