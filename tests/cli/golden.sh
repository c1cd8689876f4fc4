#!/usr/bin/env bash
# Each tests/golden/*.session against what stands beside it: NAME.timeline is
# what `timeline` prints, NAME.err what both commands say on standard error
# (mistakes, then nothing on standard output and status 1; or warnings alone).
# A line "#! ARGS" in the script gives timeline's options. UPDATE=1 rewrites
# what is beside; look at the difference before keeping it.
set -u
cd "${GOLDEN:-$TREE/tests/golden}" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0 count=0

fail() {
    echo "$1"
    status=1
}

compare() { # FILE GOT: what is empty has no file
    if [ -n "${UPDATE:-}" ]; then
        if [ -s "$2" ]; then cp "$2" "$1"; else rm -f "$1"; fi
    elif [ -e "$1" ]; then
        diff -u "$1" "$2" || fail "$1 differs"
    elif [ -s "$2" ]; then
        cat "$2"
        fail "$1 is not there, but something was printed"
    fi
}

for script in *.session; do
    name=${script%.session}
    count=$((count + 1))
    # A null command when there is no such line: no options.
    read -ra args < <(sed -n 's/^#! //p' "$script")
    "$BREATHMARK" timeline "$script" ${args[@]+"${args[@]}"} \
        >"$work/out" 2>"$work/err"
    timeline=$?
    "$BREATHMARK" check "$script" >"$work/check.out" 2>"$work/check.err"
    check=$?
    compare "$name.timeline" "$work/out"
    compare "$name.err" "$work/err"
    [ -s "$work/check.out" ] && fail "$script: check prints on standard output"
    if [ "${#args[@]}" = 0 ]; then
        cmp -s "$work/err" "$work/check.err" ||
            fail "$script: check and timeline say different things"
        [ "$check" = "$timeline" ] ||
            fail "$script: check gives $check, timeline $timeline"
    fi
    wanted=0
    [ -s "$work/out" ] || wanted=1
    [ "$timeline" = "$wanted" ] ||
        fail "$script: timeline gives $timeline, not $wanted"
done
[ "$count" -gt 0 ] || fail "no scripts in $PWD"
[ "$status" = 0 ] && echo "golden: $count scripts say what they said before"
exit "$status"
