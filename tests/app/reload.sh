#!/usr/bin/env bash
# A session is written while it plays: a saved change is taken over without a
# stop, a mistake is shown at the top of the window until it is mended, and what
# was done is kept with the last state of the script.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin reload recsel
# write TITLE STEP: as editors do, whole and by rename.
write() {
    printf 'title: %s\nkind: breathwork\nclass: gentle\nlet n = 3 (1 to 9)\n%s\n' "$1" "$2" >"$data/new"
    mv "$data/new" "$data/mine.session"
}
write 'First draft' 'breathe 1-2 x n'
"$BREATHMARK" --data "$data" play "$data/mine.session" --set n=9 --mute --window=1280x720 2>"$data/err" &
player=$!
display_until 20 xdotool search --name 'First draft' >/dev/null || fail "no window"
sleep 1
words() { display_brightest 300 10 680 45; }
write 'First draft' 'braethe 1-2 x n'
mistake_shows() { [ "$(words)" -gt 30000 ]; }
mistake_gone() { [ "$(words)" -lt 20000 ]; }
display_until 5 mistake_shows || fail "no mistake is shown: $(words)"
write 'Second draft' 'breathe 2-3 x n'
display_until 5 xdotool search --name 'Second draft' >/dev/null || fail "the change is not taken over"
display_until 5 mistake_gone || fail "the mistake stays: $(words)"
# What is discreet stays so through a change.
echo 'discreet: on' >>"$data/settings"
display_until 5 xdotool search --name Notes >/dev/null || fail "not discreet"
write 'Third draft' 'breathe 2-4 x n'
sleep 3
! xdotool search --name 'Third draft' >/dev/null 2>&1 || fail "the title is told"
kill -0 "$player" || fail "it stopped"
[ ! -s "$data/err" ] || fail "something was said"
xdotool key Escape
sleep 1
xdotool key Escape
display_until 10 xdotool search --name . >/dev/null || true
sleep 1.5
xdotool key 4
sleep 0.3
xdotool key ctrl+Return
wait "$player" || fail "play ends with $?"
[ "$(recsel -P Session,Planned_s,Mood_after "$data/journal.rec" | tr '\n' ' ')" = "mine 54 4 " ] ||
    fail "kept: $(cat "$data/journal.rec")"
echo "a session was changed twice while it played"
