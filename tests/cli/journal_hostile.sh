#!/usr/bin/env bash
# What may stand in the journal: any bytes, of MIB mebibytes where size is the
# trouble (32 without a word). Each command ends soon and takes no more than a
# few times the file in memory; the entries around the trouble are read; check
# names it with its line; an entry that is added stands behind it, and nothing
# that stood there has gone.
set -u
mib=${1:-32}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
mkdir home
export HOME=$work/home
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME BREATHMARK_DATA
failed=0

fail() {
    echo "journal_hostile: $name: $*"
    head -c 2000 err | cut -c1-300 | sed 's/^/    /'
    failed=1
}

# Runs the rest; status, seconds and the most memory in KiB go to file "used".
cat >measure.py <<'P'
import resource, subprocess, sys, time
began = time.time()
try:
    status = subprocess.run(sys.argv[1:], timeout=280).returncode
except subprocess.TimeoutExpired:
    status = 124
with open("used", "w") as used:
    print(status, int(time.time() - began),
          resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=used)
P

run() { # STATUS WORDS…
    local wanted=$1 status seconds most
    shift
    python3 measure.py "$BREATHMARK" --data d "$@" >out 2>err
    read -r status seconds most <used
    [ "$status" = "$wanted" ] || fail "$*: status $status, not $wanted"
    # Beside the program itself, which is large under a sanitizer.
    [ "$most" -lt $((room * $(stat -c %s d/journal.rec) / 1024 + 120000)) ] ||
        fail "$*: $most KiB for $(stat -c %s d/journal.rec) bytes"
}

echo before | "$BREATHMARK" --data d journal add >out 2>err || exit 1
first=$(cat out)
mv d/journal.rec sound.rec

# The trouble comes by standard input, behind a whole entry and a blank line.
hostile() { # NAME ROOM CHECK TEXT: room in sizes of the file; check says TEXT
    name=$1 room=$2
    { cat sound.rec && echo && cat; } >d/journal.rec
    judge "$3" "$4"
}

judge() { # CHECK TEXT
    cp d/journal.rec was.rec
    run 0 journal list --tsv
    [ "$(cut -f1 out | grep -c "^$first")" = 1 ] || fail "the entry before it is not listed"
    run "$1" journal check
    grep -qF -- "$2" err || fail "check does not say: $2"
    run 0 journal export --csv
    echo "after $name" | run 0 journal add
    run 0 journal list --tsv
    cut -f1,14 out | grep -q "after $name" || fail "what was added is not listed"
    { cat was.rec && cat d/torn/* 2>/dev/null; } | sort -u >had
    sort -u d/journal.rec <(cat d/torn/* 2>/dev/null) >has
    # Nothing that stood there is gone; a newline may have been missing.
    [ -z "$(LC_ALL=C comm -23 <(LC_ALL=C sort -u had) <(LC_ALL=C sort -u has) | tr -d '\0\n' | head -c 20)" ] ||
        fail "something is gone"
    rm -rf d/torn was.rec
}

id=20260401T070211Z-1f3a9c02
bytes() { head -c "$1" /dev/zero | tr '\0' "$2"; }
junk='neither a field nor a further line of one'

bytes "${mib}M" x | hostile "a line of $mib MiB" 2 1 "$junk"
{ printf 'Id: %s\nDay_date: 2026-04-01\nText: ' $id; bytes "${mib}M" x; printf '\nEnd: 00000000\n'; } |
    hostile "a text of $mib MiB" 2 1 'this entry is longer than 1 MiB; the rest of it is passed over'
printf 'Id: %s\nDay_date: 2026-04-01\n%s\n' $id "$(yes 'Tag: x' | head -n $((mib * 10000)))" |
    hostile "$((mib * 10000)) fields" 2 1 'more than 4096 fields; the rest is passed over'
printf 'Id: %s\nDay_date: 2026-04-01\nText: a\n%s\nEnd: 00000000\n' $id \
    "$(yes '+ line' | head -n $((400000 + mib * 10000)))" |
    hostile "hundreds of thousands of lines of a text" 2 1 'longer than 1 MiB'
yes '' | head -c "$((mib / 4))M" | hostile "newlines alone" 2 0 ''
yes "Id: $id" | head -n $((mib * 1000)) | hostile "an Id $((mib * 1000)) times" 12 1 'stands twice'
yes '<<<<<<< ours' | head -n $((mib * 1000)) | hostile "conflict marks" 12 1 'a conflict mark of git'
python3 -c '
import random, sys
random.seed(7)
sys.stdout.buffer.write(random.randbytes(4 << 20))' | hostile "any bytes" 12 1 'bytes that are not UTF-8'
printf 'Id: %s\nDay_date: 2026-04-01\nText: a\xff\xfe\xc3(\xed\xa0\x80\nEnd: 00000000\n' $id |
    hostile "bytes that are no UTF-8" 12 1 'bytes that are not UTF-8'
printf 'Id: %s\nDay_date: 2026-04-01\nText: a\0b\nEnd: 00000000\n' $id |
    hostile "a NUL" 12 1 'a NUL byte; other programs stop reading here'
{ printf 'Id: %s\nDay_date: 2026-04-01\nText: open' $id; } |
    hostile "no End and no newline" 12 1 'this entry has no End; it may be cut short'

name="a hole of $mib MiB" room=2
cp sound.rec d/journal.rec
truncate -s "${mib}M" d/journal.rec
judge 1 'a NUL byte'
name="CRLF" room=12
sed 's/$/\r/' sound.rec >d/journal.rec
judge 1 'a carriage return ends the line (CRLF)'
name="a byte order mark"
{ printf '\xef\xbb\xbf' && cat sound.rec; } >d/journal.rec
judge 1 'a byte order mark (BOM) begins the file'

# UTF-16, as an editor may save it: told what it is, not taken for a tear.
for way in UTF-16LE UTF-16BE; do
    name=$way
    { printf '\ufeff' && cat sound.rec; } | iconv -f UTF-8 -t $way >d/journal.rec
    cp d/journal.rec was.rec
    run 1 journal check
    grep -q 'the file is saved as UTF-16; save it as UTF-8' err || fail "check does not say it"
    echo "words of $way" | run 1 journal add
    grep -q 'kept as a draft .*it is saved as UTF-16; save it as UTF-8' err || fail "add does not say it"
    run 1 journal merge sound.rec
    cmp -s was.rec d/journal.rec || fail "the journal has changed"
    cp sound.rec d/journal.rec
    run 0 journal list
    grep -q "words of $way" out || fail "the draft did not come in"
done

# Larger than any memory; it ends with a sound entry, and one more goes there.
name="a file of 64 TiB"
cp sound.rec d/journal.rec
if truncate -s 64T d/journal.rec 2>/dev/null || truncate -s 8T d/journal.rec 2>/dev/null; then
    for command in 'journal list' 'journal check' insight doctor 'journal merge sound.rec'; do
        # shellcheck disable=SC2086
        ASAN_OPTIONS=allocator_may_return_null=1 python3 measure.py \
            "$BREATHMARK" --data d $command >out 2>err
        read -r status _ most <used
        [ "$status" = 1 ] && [ "$most" -lt 1000000 ] || fail "$command: status $status, $most KiB"
        cat out err | grep -q 'it is larger than the memory of this computer' ||
            fail "$command does not say it"
    done
fi
rm -f d/journal.rec

# It shrinks and grows while it is read: no crash, whatever is seen.
name="a file that shrinks"
for i in $(seq 2000); do
    printf '\nId: 20260401T%06dZ-1f3a9c02\nDay_date: 2026-04-01\nText: x\n' "$i"
done >long.rec
cp sound.rec d/journal.rec
(for _ in $(seq 400); do
    cat long.rec >>d/journal.rec
    truncate -s "$(stat -c %s sound.rec)" d/journal.rec
done) &
for _ in 1 2 3 4 5 6; do
    for command in 'journal list' 'journal check' 'journal export --csv'; do
        # shellcheck disable=SC2086
        timeout 100 "$BREATHMARK" --data d $command >out 2>err
        [ $? -lt 2 ] || fail "$command"
    done
done
wait

# Standard input without an end, and too long for an entry: bounded, kept aside.
name="too much to add"
cp sound.rec d/journal.rec
room=2
yes 'for ever and ever' | run 1 journal add
grep -q 'only the first 4 MiB were read, and an entry holds 1 MiB: split the text' err ||
    fail "does not say what was read"
draft=$(sed -n 's/.*kept as a draft at \([^ ]*\) .*/\1/p' err)
[ "$(grep -c 'for ever and ever' "$draft")" -gt 200000 ] || fail "the draft has not what was read"
run 0 journal list
grep -q "unfinished words lie in the draft" err || fail "the draft is not told of"
exit $failed
