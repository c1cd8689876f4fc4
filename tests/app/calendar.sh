#!/usr/bin/env bash
# The Calendar in a real window, by keys alone: a day is logged as taken, that
# is taken back, another is logged as skipped, one as extra;
# calendar.rec has it all, in order, and recutils finds no fault with it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin calendar recsel calendar.rec
"$BREATHMARK" --data "$data" --now 2026-03-01T09:00 calendar plan \
    --pattern "dose transition normal" --start 2026-03-01 --item Magnesium >/dev/null
echo "drawing: memory" >"$data/settings" # not the first run, and no trial
"$BREATHMARK" --data "$data" --now 2026-03-04T12:00 --mute --window=1280x720 2>"$data/err" &
program=$!
display_until 20 xdotool search --name Breathmark >/dev/null || fail "no window"
sleep 1.5
marks() { recsel -e "What != 'plan'" -P What,Day_date "$data/calendar.rec" | tr '\n' ' ' | tr -s ' '; }
marks_are() { [ "$(marks)" = "$1" ]; }
# press KEY MARKS: after it they stand in the file.
press() {
    xdotool key "$1"
    display_until 10 marks_are "$2" || fail "after $1: \"$(marks)\", not \"$2\""
}
# Down from the third card is the menu, and the Calendar its third word.
for key in Down Down Down Right Right; do
    xdotool key "$key"
    sleep 0.2
done
xdotool key Return
sleep 1.5
press t 'taken 2026-03-04 '
press u 'taken 2026-03-04 void 2026-03-04 '
press s 'taken 2026-03-04 void 2026-03-04 skipped 2026-03-04 '
xdotool key Left
press e 'taken 2026-03-04 void 2026-03-04 skipped 2026-03-04 extra 2026-03-03 '
[ "$("$BREATHMARK" --data "$data" --now 2026-03-04T12:00 calendar key 2026-03-03..2026-03-04 --tsv |
    cut -f1-3 | tail -2 | tr '\t\n' '  ')" = "2026-03-03 dose logged 2026-03-04 normal logged " ] ||
    fail "the keys of the days: $("$BREATHMARK" --data "$data" --now 2026-03-04T12:00 calendar key 2026-03-03..2026-03-04 --tsv)"
recfix --check "$data/calendar.rec" || fail "recfix refuses it"
kill -0 "$program" || fail "it ended"
xdotool key Escape
sleep 1
xdotool key Escape
wait "$program" || fail "it ends with $?"
echo "a calendar was kept by keys"
