#!/usr/bin/env bash
# The journal's commands: what is written, what is printed and where, statuses,
# and that recutils finds no fault with any file of ours.
set -u
command -v recfix >/dev/null || { echo "skipped: recfix is missing (package recutils)"; exit 77; }
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export HOME=$work/home TZ=Europe/Berlin
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME BREATHMARK_DATA
mkdir "$HOME"
cd "$work" || exit 2
failed=0

# expect STATUS WORDS…: runs the program; out and err hold what it printed.
expect() {
    local wanted=$1
    shift
    "$BREATHMARK" --data d "$@" >out 2>err
    local got=$?
    if [ "$got" != "$wanted" ]; then
        echo "breathmark $*: status $got, not $wanted"
        cat err
        failed=1
    fi
}

is() { # GOT WANTED
    [ "$1" = "$2" ] || {
        printf 'got:\n%s\nnot:\n%s\n' "$1" "$2"
        failed=1
    }
}

has() { # FILE TEXT: a line of FILE has TEXT
    grep -qF -- "$2" "$1" || {
        echo "$1 does not say: $2"
        cat "$1"
        failed=1
    }
}

sound() { recfix --check d/journal.rec >/dev/null || failed=1; }

# An entry with everything, keyed to the day that began at four in the morning.
expect 0 calendar plan --preset fadiman --start 2026-03-01 --label Spring
expect 0 --now 2026-03-05T12:00 calendar log taken --date 2026-03-05
printf 'First "day".\n+ x\n\n%%rec: y\n' |
    expect 0 journal add --now 2026-03-06T03:59:30 --session=box --done 5m40s \
        --mood-before 2 --mood-after 4 --rate steadiness=7 --rate of_mind=0 \
        --sleep-hours 7.5 --sleep-quality 3 --effect 'dry mouth' \
        --effect tired --intention 'to rest' --tag morning
id=$(cat out)
[[ $id =~ ^20260306T025930Z-[0-9a-f]{8}$ ]] || { echo "Id $id"; failed=1; }
is "$(sed '1,/^$/d; /^End: /d' d/journal.rec)" "Id: $id
At: 2026-03-06 03:59:30 +0100
Zone: Europe/Berlin
Day_date: 2026-03-05
Day_kind: dose
Day_basis: logged
Plan: Spring
Cycle: 1
Week: 1
Day: 5
Session: box
Done_s: 340
Intention: to rest
Mood_before: 2
Mood_after: 4
Sleep_h: 7.5
Sleep_quality: 3
Rate: steadiness 7
Rate: of_mind 0
Effect: dry mouth
Effect: tired
Tag: morning
Text: First \"day\".
+ + x
+ 
+ %rec: y"
crc=$(sed '1,/^$/d; /^End: /d' d/journal.rec | /usr/bin/python3 -c \
    'import sys,zlib; print("%08x" % zlib.crc32(sys.stdin.buffer.read()))')
has d/journal.rec "End: $crc"
is "$(stat -c %a d d/journal.rec d/drafts | tr '\n' ' ')" "700 600 700 "
is "$(ls d/drafts)" ""
sound

# A mood alone is an entry; the moment may carry its own offset.
: | expect 0 journal add --mood-after 3 --now 2026-11-21T21:40+02:00
has d/journal.rec 'At: 2026-11-21 21:40:00 +0200'
printf 'a\tb\nmore\n' | expect 0 --now 2026-12-01T10:00 journal add --who Anna
sound
expect 0 journal list --tsv
is "$(cut -f2- out)" "at	day_date	kind	basis	cycle	week	day	session	planned_s	done_s	mood_before	mood_after	text
2026-03-06 03:59:30 +0100	2026-03-05	dose	logged	1	1	5	box	-	340	2	4	First \"day\".
2026-11-21 21:40:00 +0200	2026-11-21	$(recsel -P Day_kind -n 1 d/journal.rec)	planned	$(recsel -P Cycle -n 1 d/journal.rec)	$(recsel -P Week -n 1 d/journal.rec)	$(recsel -P Day -n 1 d/journal.rec)	-	-	-	-	3	-
2026-12-01 10:00:00 +0100	2026-12-01	none	none	-	-	-	-	-	-	-	-	a b"
expect 0 journal list
has out "$id"
has out 'mood 2 > 4'

# Wrong usage is seen before anything is read or written.
before=$(cat d/journal.rec)
for wrong in '--rate calm=11' '--rate calm' '--rate Of-mind=3' '--rate 7th=3' '--rate =3' '--mood-after 0' \
    '--mood-before x' '--done 10' '--done 25h' '--sleep-hours 7.25' '--sleep-hours 25' \
    '--sleep-quality 6' '--who=' '--tag' '--session ' '--nothing 1' 'word'; do
    # shellcheck disable=SC2086
    echo text | expect 2 journal add $wrong
    is "$(wc -l <err)" 1
done
echo text | expect 2 journal add --rate 'two words=3'
has err 'a name is small letters, digits and _'
expect 2 journal export
expect 2 journal export --csv --text
expect 2 journal export --csv --from 2026-02-30
expect 2 journal export --csv --from 2026-03-02 --to 2026-03-01
expect 2 journal merge
expect 2 journal merge missing.rec
expect 2 journal show
expect 1 journal show 20260306T025930Z-00000000
expect 2 journal nothing
is "$(cat d/journal.rec)" "$before"

# A correction is an entry of its own, with the day as it was.
printf 'Corrected.\n' | expect 0 --now 2026-12-02T09:00 journal amend "$id"
second=$(cat out)
is "$(head -c ${#before} d/journal.rec)" "$before"
is "$(recsel -e "Amends = '$id'" -P Id,Day_date,Session,Text d/journal.rec)" \
    "$second
2026-03-05
box
Corrected."
expect 0 journal show "$id"
has out 'First "day".'
has out 'Corrected.'
sound

# Export: every field, dates with both ends.
expect 0 journal export --csv --from 2026-11-21 --to 2026-11-21
is "$(wc -l <out)" 2
expect 0 journal export --csv
/usr/bin/python3 - out <<'PY' || failed=1
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
ok = (len(rows) == 4 and rows[0]["text"] == 'First "day".\n+ x\n\n%rec: y'
      and rows[0]["rate"] == "steadiness 7; of_mind 0"
      and rows[3]["amends"] == rows[0]["id"] and rows[0]["sleep_h"] == "7.5")
sys.exit(not ok)
PY
expect 0 journal export --text --to 2026-03-05
has out 'First "day".'
has out 'Sleep     7.5 h, 3 of 5'

# The sheet: days, moods, minutes; of the words only those that carry the tag.
for day in 02 03 31; do
    printf 'Words of %s.\n\tMore.\n' "$day" | expect 0 \
        --now "2026-01-${day}T21:00" journal add --session box --done 5m \
        --mood-before 2 --mood-after 4 $([ "$day" = 03 ] && echo --tag share)
done
expect 0 --now 2026-01-30T12:00 journal export --sheet
is "$(sed -n '1p;3p;$p' out)" 'Saturday 3 January 2026 to Friday 30 January 2026
Days       Mo  Tu  We  Th  Fr  Sa  Su
 More.'
is "$(grep -c '^[A-Z][a-z] .* box ' out)" 1
has out 'Sa  3 Jan  none        box                             5     2     4'
has out '1 entry, 5 minutes of practice.'
expect 0 --now 2026-01-31T22:00 journal export --sheet --from 2026-01-01 --notes none
is "$(grep -c 'Words of' out)" 0
has out '3 entries, 15 minutes of practice.'
expect 0 --now 2026-12-03T12:00 journal export --sheet --from 2026-03-05 --to 2026-03-05
is "$(grep -c ' box ' out)" 1 # the corrected one is left out
expect 2 --now 2026-11-21T21:40 journal export --sheet --from 2026-11-22
expect 2 --now 2026-11-21T21:40 journal export --sheet --from 2025-01-01
expect 2 journal export --csv --notes share
expect 2 journal export --sheet --text

# Check: places, and the status that goes with them.
expect 0 journal check
sed -i 's/^Session: box/Session: square/' d/journal.rec
expect 0 journal check
has err 'journal.rec:19: note: edited by hand'
printf '\nId: x\nText: torn\n' >>d/journal.rec
expect 1 journal check
has err "journal.rec:$(($(wc -l <d/journal.rec) - 1)): error: this entry has no End"

echo alone | "$BREATHMARK" --data one journal add >out
"$BREATHMARK" --data one journal check >out
has out 'journal.rec: 1 entry, 0 faults, 0 notes'

# What cannot be saved stays a draft, and comes in with the next command.
mkdir other
mkdir other/journal.rec
echo words | "$BREATHMARK" --data other journal add >out 2>err
is "$?$(cat out)" 1
is "$(wc -l <err)" 1
draft=$(sed -n 's/.* draft at \([^ ]*\) .*/\1/p' err)
has "$draft" 'Text: words'
rmdir other/journal.rec
"$BREATHMARK" --data other journal list >out 2>err || failed=1
has out words
[ ! -e "$draft" ] || { echo "$draft is still there"; failed=1; }

# Another device's file, a sibling, a file that others can read.
printf 'Id: 20270101T000000Z-00000001\nText: phone\n' >d/journal.phone.rec
cp other/journal.rec 'd/journal (conflicted copy).rec'
chmod 644 d/journal.rec
expect 0 journal list
has out phone
has out words
is "$(grep -c 'can be read by others' err)" 1
is "$(ls d/merged)" 'journal (conflicted copy).rec'
chmod 600 d/journal.rec

# Merge into the journal: the file before stays.
printf 'from b\n' | "$BREATHMARK" --data b journal add >/dev/null
cp d/journal.rec before
expect 0 journal merge b/journal.rec
cmp -s before d/journal.rec.bak || { echo "no backup"; failed=1; }
expect 0 journal list
has out 'from b'

# What an entry by hand does not say stays unsaid, in its correction too.
mkdir -m 700 h
printf 'Id: 20260301T070211Z-1f3a9c02\nAt: 2026-03-01 08:02:11 +0100\nDay_date: 2026-03-01\nDay_kind: dose\nText: x\n' \
    >h/journal.rec
chmod 600 h/journal.rec
expect 0 --data h journal list --tsv
is "$(tail -n 1 out | cut -f3-6)" '2026-03-01	dose	-	-'
expect 0 --data h journal show 20260301T070211Z-1f3a9c02
is "$(grep '^Day ' out)" 'Day       dose'
expect 0 --data h journal amend 20260301T070211Z-1f3a9c02 <<<y
is "$(grep -c '^Day_basis' h/journal.rec)" 0
sed -i '/^Day_kind/d' h/journal.rec
expect 0 --data h journal list --tsv
is "$(sed -n 2p out | cut -f3-6)" '2026-03-01	-	-	-'

# Marks and ticks of one second are in the order in which a merge puts them.
expect 0 --data f --now 2026-03-01T12:00 calendar plan --pattern dose --start 2026-03-01 --item Tea
for what in taken void taken void taken void; do
    expect 0 --data f --now 2026-03-05T12:00 calendar log "$what"
    expect 0 --data f --now 2026-03-05T12:00 calendar tick Tea
done
for file in calendar items; do
    is "$(grep -c '^Id: 20260305T1[0-9]0000Z' "f/$file.rec")" 6
    grep '^Id: ' "f/$file.rec" | LC_ALL=C sort -c || { echo "$file.rec: out of order"; failed=1; }
done
[ "$failed" = 0 ] && echo "journal: as it should be"
exit "$failed"
