#!/usr/bin/env bash
# Care in the middle of a session, in a real window: F1 holds the session for as
# long as one stays there and on the ground; Esc leads back to the very same
# picture; then the session goes on to its end and is kept whole.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin care_midway recsel journal.rec
echo "drawing: memory" >"$data/settings" # not the first run, and no trial
cat >"$data/midway.session" <<'S'
title: Midway tide
kind: breathwork
class: gentle
settle 2s "Sit."
breathe 2-3 x 4 "Let the belly soften."
rest 1s
S
# The title of Care, and the first word that a pause offers.
in_care() { [ "$(display_brightest 82 92 66 9)" -gt 40000 ]; }
paused() { [ "$(display_brightest 318 622 58 22)" -gt 30000 ]; }
only_paused() { paused && ! in_care; }
grounded() { ! in_care && ! paused; }
picture() { import -silent -window root rgb:- | cksum; }
same() { [ "$(picture)" = "$held" ]; }
kept() { grep -qs "^End:" "$data/journal.rec"; }

"$BREATHMARK" --data "$data" play "$data/midway.session" --mute --window=1280x720 2>"$data/err" &
program=$!
display_until 20 xdotool search --name 'Midway tide' >/dev/null || fail "no window"
sleep 3
! paused || xdotool key space # a machine that stood still for a moment
sleep 1
xdotool key F1
display_until 10 in_care || fail "F1 does not lead to Care"
sleep 3
xdotool key Escape
# Sooner than the session would end: the reflection has light at that place too.
sleep 2
display_until 1 only_paused || fail "Esc does not lead back to the session, held"
sleep 1 # until nothing fades
held=$(picture)

# There again, from Care to the ground, and back the same way.
xdotool key F1
display_until 10 in_care || fail "F1 does not lead to Care again"
xdotool key Return
display_until 10 grounded || fail "Enter does not lead to the ground"
sleep 1
xdotool key Escape
display_until 10 in_care || fail "Esc does not lead from the ground to Care"
sleep 1
xdotool key Escape
display_until 10 same || fail "the session is not as it was left"

# It goes on; should the machine stand still again, once more.
xdotool key space
for _ in $(seq 22); do
    sleep 1
    ! paused || xdotool key space
done
kept && fail "it was kept before it ended"
for _ in $(seq 40); do
    ! kept || break
    xdotool key ctrl+Return
    sleep 1
done
wait "$program" || fail "it ends with $?"
[ "$(recsel -P Planned_s,Done_s,Breaths "$data/journal.rec" | tr '\n' ' ')" = "23 23 4 " ] ||
    fail "kept as $(recsel -p Planned_s,Done_s,Breaths,Ended "$data/journal.rec")"
! grep -q '^Ended:' "$data/journal.rec" || fail "it is said to have ended early"
echo "care midway: held, and whole"
