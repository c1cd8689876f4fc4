#!/usr/bin/env bash
# What check and timeline do with files, options and statuses. What they say
# of scripts stands in tests/golden.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0

# expect STATUS WORDS…: runs the program; out and err hold what it printed.
expect() {
    local wanted=$1
    shift
    "$BREATHMARK" "$@" >out 2>err
    local got=$?
    if [ "$got" != "$wanted" ]; then
        echo "breathmark $*: status $got, not $wanted"
        cat err
        failed=1
    fi
}

says() { # FILE TEXT: FILE is exactly TEXT
    if [ "$(cat "$1")" != "$2" ]; then
        echo "$1 is:"
        cat "$1"
        echo "but not: $2"
        failed=1
    fi
}

has() { # FILE TEXT: a line of FILE has TEXT
    grep -qF -- "$2" "$1" || {
        echo "$1 does not say: $2"
        cat "$1"
        failed=1
    }
}

head=$'title: T\nkind: somatic\nclass: gentle\n'
printf '%ssit 1m\n' "$head" >good.session
printf '%ssit 1x\nsit 2\n' "$head" >bad.session
printf '%sbell gong\nsit 1m\n' "$head" >warned.session
printf '%slet d = 1m (30s to 2m)\nlet n = 6 (3 to 9)\nsit d\nscatter 1 tick\n' \
    "$head" >let.session

expect 0 check good.session
says out ""
says err ""
expect 0 check good.session warned.session
says err 'warned.session:4:6: warning: "gong" is not a bell of ours
    bell gong
         ^~~~
    it sounds if your sounds folder has it'
expect 1 check bad.session good.session
says err 'bad.session:4:5: error: "1x" is not a duration
    sit 1x
        ^~
    write 1s or 1m
bad.session:5:5: error: "2" has no unit
    sit 2
        ^
    write 2s or 2m
2 errors'
says out ""
expect 1 check --format=gcc bad.session warned.session
says err 'bad.session:4:5: error: "1x" is not a duration
bad.session:5:5: error: "2" has no unit
warned.session:4:6: warning: "gong" is not a bell of ours'
expect 1 check bad.session --format gcc bad.session
[ "$(wc -l <err)" = 4 ] || { echo "two files, four lines"; failed=1; }
expect 1 check bad.session bad.session
has err "4 errors"

# wrong usage, and what cannot be read
expect 2 check
has err "breathmark: "
expect 2 check --format=xml good.session
expect 2 check --fast good.session
expect 2 check missing.session
says err "breathmark: missing.session: no such file"
expect 2 check bad.session missing.session
has err "breathmark: missing.session: no such file"
has err "bad.session:4:5: error:"
has err "2 errors"
mkdir folder
expect 2 check folder
says err "breathmark: folder: is a folder"

# files of any bytes
: >empty.session
expect 1 check empty.session
has err "empty.session:1:1: error:"
head -c 300000 "$BREATHMARK" >binary.session
expect 1 check binary.session
[ "$(grep -c ': error: ' err)" = 16 ] || { echo "16 a file"; failed=1; }
{ printf '%ssit 1m\n' "$head"; head -c 1048576 /dev/zero | tr '\0' '\n'; } \
    >large.session
expect 1 check large.session
has err "large.session:1:1: error: the script has more than 1 MiB"
has err "1 error"
head -c 5000000 /dev/zero >huge.session
expect 1 check huge.session
says err "huge.session:1:1: error: the script has more than 1 MiB
    part the practice into several scripts
1 error"

# timeline
expect 0 timeline good.session
says err ""
says out $'start_ms\tend_ms\tline\tstep\tphase\tbreath\tfrom\tto\ttext
0\t60000\t4\tsit\t-\t0\t-\t-\t'
expect 1 timeline bad.session
says out ""
has err "2 errors"
expect 0 timeline warned.session
has err "warning:"
has out $'0\t60000\t5\tsit'
expect 0 timeline --set d=90s let.session
has out $'0\t90000\t6\tsit'
expect 0 timeline let.session --set=d=90s --set d=30s
has out $'0\t30000\t6\tsit'
expect 0 timeline let.session --seed 7
cp out seven
expect 0 timeline let.session --seed=7
cmp -s out seven || { echo "--seed 7 differs from itself"; failed=1; }
expect 0 timeline let.session --seed 8
cmp -s out seven && { echo "--seed 8 is --seed 7"; failed=1; }
expect 0 timeline let.session
cp out one
expect 0 timeline let.session --seed 1
cmp -s out one || { echo "the seed is not 1 when none is given"; failed=1; }
expect 0 timeline let.session --seed 0
cmp -s out one && { echo "--seed 0 is --seed 1"; failed=1; }
for wrong in d=5 d=3m d=29.9s n=5.5 n=10 n=5s x=1 d "" =1; do
    expect 2 timeline let.session --set "$wrong"
    says out ""
    has err "breathmark: "
done
expect 2 timeline let.session --set
expect 2 timeline let.session --seed x
expect 2 timeline let.session --seed -1
expect 2 timeline
expect 2 timeline good.session good.session
expect 2 timeline --fast good.session
expect 2 timeline missing.session
says err "breathmark: missing.session: no such file"

[ "$failed" = 0 ] && echo "check: files, options and statuses are as promised"
exit "$failed"
