#!/usr/bin/env bash
# Outputs that are full or closed, and words that hold line ends: nothing that
# could not be printed counts as done, nothing said goes into a person's file,
# an error stays one line, and a slip of the finger is named what was meant.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
export HOME=$work/home BREATHMARK_DATA=$work/data
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME
mkdir home
failed=0
fail() {
    echo "outputs: $*"
    failed=1
}

# A journal whose lists are longer than what a stream holds back.
breathmark() { "$BREATHMARK" "$@"; }
head -c 300000 /dev/zero | tr '\0' 'x' | breathmark journal add >id
id=$(cat id)

unwritten() { # WORDS…: neither a full nor a closed output is success
    local got=0
    breathmark "$@" >/dev/full 2>err || got=$?
    [ "$got $(cat err)" = "1 breathmark: the output could not be written" ] ||
        fail "$* to a full disk: status $got, $(cat err)"
    got=0
    breathmark "$@" >&- 2>err || got=$?
    [ "$got $(cat err)" = "1 breathmark: the output could not be written" ] ||
        fail "$* to a closed output: status $got, $(cat err)"
}
unwritten journal list --tsv
unwritten journal export --csv
unwritten journal export --text
unwritten journal show "$id"
unwritten calendar key 2020-01-01..2026-01-01 --tsv
unwritten list --tsv
unwritten --help

enough() { # WORDS…: who reads only the first line is told nothing
    local got
    breathmark "$@" 2>err | head -c 1 >out
    got=${PIPESTATUS[0]}
    [ "$got $(cat err)" = "1 " ] || fail "$* to head: status $got, $(cat err)"
}
enough journal export --csv
enough journal list --tsv
enough calendar key 1900-01-01..2026-01-01 --tsv

# While another program holds the journal, that is said; not into the journal
# or the draft, which would have the number of the closed output.
closed() { # REDIRECTION…: the words are kept, and nothing else
    rm -rf held
    echo first | breathmark --data held journal add >out
    mkfifo go
    flock -x held/journal.rec sh -c 'echo go >go; sleep 0.7' &
    read -r _ <go
    rm go
    eval 'echo second | timeout 60 "$BREATHMARK" --data held journal add' "$@"
    wait
    [ -z "$(ls -A held/drafts)" ] || fail "$*: the draft was not kept"
    ! grep -rq 'breathmark: ' held || fail "$*: what was said lies in a file"
    [ "$(grep -c '^Text: ' held/journal.rec)" = 2 ] || fail "$*: not two entries"
    breathmark --data held journal check >out 2>&1 || fail "$*: $(cat out)"
}
closed '2>&-' '>out'
closed '>&-' '2>&-'

got=0
breathmark journal add <&- >out 2>err || got=$?
[ "$got" = 1 ] && grep -q 'could not be read' err || fail "no input: $got, $(cat err)"

one_line() { # WORDS…: wrong usage, in one line without control characters
    local got=0
    breathmark "$@" >out 2>err || got=$?
    [ "$got" != 0 ] && [ ! -s out ] && [ "$(wc -l <err)" = 1 ] &&
        grep -q '^breathmark: ' err && ! LC_ALL=C grep -q '[[:cntrl:]]' err ||
        fail "$(printf '%q ' "$@"): $(cat -A err)"
}
odd=$(printf 'a\nb\033[31mc')
one_line "$odd"
one_line --now "$odd" list
one_line list "--kind=$odd"
one_line play "$odd"
one_line check "$odd"
one_line journal show "$odd"
one_line journal add --session "$odd"
one_line journal merge "$odd"
one_line calendar key "$odd"
one_line calendar log "$odd"
one_line frame box --at 0s -o "$odd/x.png"

meant() { # WORD WORDS…: wrong usage that is nearly WORD; "-": near nothing
    local got=0 wanted="did you mean $1? see breathmark --help"
    [ "$1" != - ] || wanted='; see breathmark --help'
    breathmark "${@:2}" >out 2>err || got=$?
    [ $got = 2 ] && [ ! -s out ] && [ "$(wc -l <err)" = 1 ] &&
        grep -qF -- "$wanted" err || fail "${*:2}: status $got, $(cat err)"
}
meant journal jurnal list
meant list lst
meant - singing
meant - -x
meant --data --dta x list
meant --window --windw
meant --tsv list --tvs
meant --kind list --kidn=somatic
meant --format check --formt=gcc
meant --mood-before journal add --mod-before 3
meant - journal add --pattern dose
meant --pattern calendar plan --patern dose
meant --person calendar key --persn x
meant --palette frame box --palete dusk
meant - list box

same() { # WORDS… -- WORDS…: both ways to write it print the same, and well
    local first=()
    while [ "$1" != -- ]; do
        first+=("$1")
        shift
    done
    shift
    breathmark "${first[@]}" >out 2>err && breathmark "$@" >other &&
        [ -s out ] && cmp -s out other ||
        fail "${first[*]}: $(cat err)"
}
box=$TREE/sessions/box.session
same --tsv list -- list --tsv
same --kind somatic --tsv list -- list --kind somatic --tsv
same --set length=2m --seed=3 timeline "$box" -- \
    timeline "$box" --set length=2m --seed 3
breathmark --format gcc check "$box" || fail "an option before check"
same --tsv journal list -- journal list --tsv
same --text --from 2026-01-01 --now 2026-03-01T08:00 journal export -- \
    journal export --text --from 2026-01-01 --now 2026-03-01T08:00
same --tsv calendar --person list key 2026-03-01 -- \
    calendar key 2026-03-01 --tsv --person list
same --text --fast --no-journal --mute play box -- \
    play box --text --fast --no-journal --mute

cured() { # STATUS WORDS-SAID WORDS…: the line says what to do about it
    local got=0
    breathmark "${@:3}" >out 2>err </dev/null || got=$?
    [ $got = "$1" ] && [ ! -s out ] && grep -qF -- "$2" err ||
        fail "${*:3}: status $got, $(cat err)"
}
cured 1 'see breathmark journal list' journal show 20260301T070211Z-1f3a9c02
cured 1 'see breathmark journal list' journal amend 20260301T070211Z-1f3a9c02
cured 2 'list: "--window" is not understood here' --window list
cured 2 'calendar check: "--nope" is not understood' --nope calendar check
cured 2 'which file? give its path' calendar import
cured 2 'it has length, side' play box --set pace=4 --text
# A plan that is larger than a record may be: as a draft nobody would offer it.
rm -rf data
items=()
for i in {1..12}; do
    items+=(--item "$i$(head -c 100000 /dev/zero | tr '\0' x)")
done
cured 1 'not saved to the calendar, nor as a draft: it has more than 1 MiB' \
    calendar plan --preset fadiman --start 2026-12-01 "${items[@]}"
[ -z "$(find data -type f)" ] || fail "it left $(find data -type f)"
exit $failed
