#!/usr/bin/env bash
# The Journal in a real window: words are searched for and read, an entry is
# changed, one is deleted after two questions and not after one, chosen ones are
# written to a file. What stands in the files afterwards is read by recutils.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin journal recsel journal.rec
# A library that was unloaded before the end cannot be named in leaks.supp; what
# the Journal itself leaves behind is looked for in test_journal_loader and the
# tests of the screens.
export ASAN_OPTIONS=detect_leaks=0
journal=$data/journal.rec
add() { # DAY TEXT…
    printf '%s\n' "${@:2}" | "$BREATHMARK" --data "$data" --now "$1T20:00" journal add \
        --session box --done 5m --mood-after 4 --tag evening
}
first=$(add 2026-03-01 'Warm hands, and a quiet jaw.')
second=$(add 2026-03-02 'The garden was still.' 'Nothing to say.')
third=$(add 2026-03-03 'Élan all day long.')
for day in 04 05 06; do add "2026-03-$day" "Rain on the roof, day $day." >/dev/null; done
echo "drawing: memory" >"$data/settings" # not the first run, and no trial
"$BREATHMARK" --data "$data" --now 2026-03-07T21:00 --mute --window=1280x720 2>"$data/err" &
program=$!
display_until 20 xdotool search --name Breathmark >/dev/null || fail "no window"
drawn() { [ "$(display_brightest 80 60 400 120)" -gt 40000 ]; }
display_until 20 drawn || fail "nothing is drawn"
sleep 1.5
press() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.3
    done
}
says() { grep -qF -- "$1" "$data/err"; }
texts() { recsel -t Entry -e "$1" -P Text "$journal"; }

# The Journal is the fourth word of the menu, which has a line under it once it
# is up.
opened() {
    xdotool mousemove 400 664 click 1
    sleep 0.7
    [ "$(display_brightest 372 677 50 5)" -gt 20000 ]
}
[ "$(display_brightest 372 677 50 5)" -lt 20000 ] || fail "Today looks like the Journal"
display_until 20 opened || fail "the Journal does not open"
sleep 1

# Search without the accent, read, change. The focus stands on what was found.
press slash
xdotool type --delay 60 'elan'
press Return e
sleep 1
press ctrl+End
xdotool type --delay 60 ' And calm.'
press ctrl+Return
display_until 10 grep -q "^Amends: $third" "$journal" || fail "no change was kept"
[ "$(texts "Amends = '$third'")" = 'Élan all day long. And calm.' ] || fail "changed to another text"
[ "$(texts "Id = '$third'")" = 'Élan all day long.' ] || fail "the first words are gone"
sleep 1.5

# Back in the Journal: all entries again, two chosen, into a file.
press Escape End space Up space x Return
display_until 10 says "$data/exports/journal-20260307-2100.txt" || fail "no file was named"
file=$data/exports/journal-20260307-2100.txt
[ "$(stat -c %a "$file")" = 600 ] || fail "others may read the file"
grep -q 'quiet jaw' "$file" && grep -q 'garden' "$file" || fail "the file has not what was chosen"
grep -q 'Rain' "$file" && fail "the file has more than was chosen"
press x Right Return
display_until 10 says "journal-20260307-2100.csv" || fail "no table was named"
# Its head, a row, and one whose text has two lines.
[ "$(wc -l <"$data/exports/journal-20260307-2100.csv")" = 4 ] || fail "the table has other rows"

# Deleting: not by one answer, not by two that say no, but by two that say yes.
cp "$journal" "$data/before"
press d Return Delete Right Return Return d Escape
sleep 0.5
cmp -s "$journal" "$data/before" || fail "deleted without being asked twice"
press d Right Return Right Return
display_until 10 says journal.rec.bak || fail "it does not say what came of it"
[ "$(recsel -t Entry -e "Id = '$second'" -c "$journal")" = 0 ] || fail "the entry is still there"
[ "$(recsel -t Entry -c "$journal")" = 6 ] || fail "another number of entries is left"
cmp -s "$journal.bak" "$data/before" || fail "the file before was not kept"
recfix --check "$journal" || fail "recfix refuses it"
"$BREATHMARK" --data "$data" journal check || fail "check finds something"
grep -q "^Id: $first" "$journal" || fail "another entry is gone"

# The entry after it has the focus and is deleted with its change: search first.
press slash
xdotool type --delay 60 'calm'
press Return Delete Right Return Right Return
gone() { ! grep -qE "^(Id|Amends): $third" "$journal"; }
display_until 10 gone || fail "the changed one, or its change, is still there"

kill -0 "$program" || fail "it ended"
press Escape Escape
sleep 1
press Escape
wait "$program" || fail "it ends with $?"
echo "a journal was searched, read, changed, exported and cut by keys"
