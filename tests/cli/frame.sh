#!/usr/bin/env bash
# `frame`: a picture of the moment that was asked for, of the size that was
# asked for, the same each time; and a plain line for what it cannot do.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

fail() {
    echo "$1"
    status=1
}

cat >"$work/tide.session" <<'END'
title: Long tide
kind: breathwork
class: gentle
settle 10s "Sit tall."
breathe 4-6 for 1m
    at 20s say "Let the belly soften."
sit 1m
END
sed 's/soften/be soft/' "$work/tide.session" >"$work/other.session"

shot() { # OUT SCRIPT ARG…
    local out=$1 script=$2
    shift 2
    "$BREATHMARK" frame "$work/$script.session" --size 640x360 \
        -o "$work/$out.png" "$@" || fail "frame $script $*: status $?"
}

differ() {
    cmp -s "$work/$1.png" "$work/$2.png" && fail "$1 and $2 look the same"
}

same() {
    cmp -s "$work/$1.png" "$work/$2.png" || fail "$1 and $2 differ"
}

shot in tide --at 12.8s
shot again tide --at 12.8s
shot out tide --at 16s
shot late tide --at 9h
shot end tide --at 2m10s
same in again
differ in out
same late end

# The guidance is there from the moment at which it is said.
shot said tide --at 30s
shot other other --at 30s
shot before tide --at 29.9s
shot other_before other --at 29.9s
differ said other
same before other_before

shot minimal tide --at 31s --hud minimal
shot none tide --at 31s --hud none
shot minimal_other other --at 31s --hud=minimal
differ said minimal
differ minimal none
same minimal minimal_other
shot still tide --at 12.8s --reduced-motion
shot paper tide --at 12.8s --palette paper
differ in still
differ in paper
for pacer in wave box petals bar ring body none; do
    shot "$pacer" tide --at 12.8s --pacer "$pacer"
    differ in "$pacer"
done

"$BREATHMARK" frame "$work/tide.session" --at 12s -o "$work/large.png" || fail "no size"
size() { od -An -tu1 -j16 -N8 "$work/$1.png" | tr -s ' '; }
[ "$(size in)" = " 0 0 2 128 0 0 1 104" ] || fail "in.png is$(size in)"
[ "$(size large)" = " 0 0 7 128 0 0 4 56" ] || fail "large.png is$(size large)"

refused() { # STATUS WORD ARG…
    local want=$1 word=$2
    shift 2
    rm -f "$work/refused.png"
    "$BREATHMARK" frame "$@" >"$work/out" 2>"$work/err"
    local got=$?
    [ "$got" = "$want" ] || fail "frame $*: status $got, not $want"
    grep -q "^breathmark: .*$word" "$work/err" || fail "frame $*: $(cat "$work/err")"
    [ -s "$work/out" ] && fail "frame $*: wrote to standard output"
    [ -e "$work/refused.png" ] && fail "frame $*: left a picture"
}
o=$work/refused.png
refused 2 needs "$work/tide.session" -o "$o"
refused 2 needs "$work/tide.session" --at 5s
refused 2 needs --at 5s -o "$o"
refused 2 duration "$work/tide.session" --at 5 -o "$o"
refused 2 1920x1080 "$work/tide.session" --at 5s -o "$o" --size 640
refused 2 "night, dusk" "$work/tide.session" --at 5s -o "$o" --palette mauve
refused 2 petals "$work/tide.session" --at 5s -o "$o" --pacer star
refused 2 minimal "$work/tide.session" --at 5s -o "$o" --hud some
refused 2 nowhere "$work/nowhere.session" --at 5s -o "$o"
refused 1 "no/such" "$work/tide.session" --at 5s -o "$work/no/such/x.png"

[ "$status" = 0 ] && echo "frame: pictures are of their moment"
exit "$status"
