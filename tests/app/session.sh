#!/usr/bin/env bash
# A person at a real window: a whole short session with sound, a mood and two
# typed lines, kept with Ctrl+Enter, read back with recsel. Then: an early end
# by Escape, the help page over a running session, and a window that is closed
# in the middle of a reflection whose words must not be lost.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin session recsel
# The trial of both ways of drawing opens the window anew, and a slow machine
# can lose a key to it.
echo "drawing: memory" >"$data/settings"
field() { recsel -n "$1" -P "$2" "$data/journal.rec" | tr '\n' ' '; }
play() {
    "$BREATHMARK" --data "$data" play "$data/short.session" --window=1280x720 2>"$data/err" &
    player=$!
    display_until 20 xdotool search --name 'Short tide' >/dev/null || fail "no window"
    sleep 0.5
}

"$BREATHMARK" --data "$data" calendar plan --pattern "dose transition normal" \
    --start "$(date -d yesterday +%F)" --day-start 00:00 --label Trial >/dev/null
cat >"$data/short.session" <<'S'
title: Short tide
kind: breathwork
class: gentle
bed: ocean
settle 1s "Sit."
bell chime
breathe 1-2 x 1 "Let the belly soften."
rest 1s
ask "What did you notice?"
rate calm "How calm?"
S

# A whole session. Letters typed in the Landing go into the text at once.
play
dark=$(display_light 0 0 60 60)
glow=$(display_light 560 200 160 160)
[ "$glow" -gt "$dark" ] || fail "nothing glows: $glow against $dark"
sleep 5.5
xdotool type --delay 40 'Let go.'
sleep 6
xdotool key ctrl+4
xdotool key Return
xdotool type --delay 150 'schön'
sleep 0.5
xdotool key ctrl+Return
wait "$player" || fail "play ends with $?"
[ "$(field 0 Session,Planned_s,Done_s,Breaths,Mood_after)" = "short 5 5 1 4 " ] ||
    fail "facts: $(field 0 Session,Planned_s,Done_s,Breaths,Mood_after)"
[ "$(field 0 Text)" = "Let go. schön " ] || fail "text: $(field 0 Text)"
[ "$(field 0 Day_kind,Day_basis,Plan,Day)" = "transition planned Trial 2 " ] ||
    fail "key: $(field 0 Day_kind,Day_basis,Plan,Day)"
recfix --check "$data/journal.rec" || fail "recfix refuses it"

# Escape ends early and lands; the help page pauses and comes back.
play
xdotool key F1
sleep 4
kill -0 "$player" 2>/dev/null || fail "the help page did not pause the session"
xdotool key Escape
sleep 0.3
xdotool key space
sleep 1
xdotool key Escape
sleep 5
xdotool key 2
sleep 0.3
xdotool key ctrl+Return
wait "$player" || fail "the early end ends with $?"
[ "$(field 1 Ended,Mood_after)" = "early 2 " ] || fail "early: $(field 1 Ended,Mood_after)"
[ "$(recsel -n 1 -P Done_s "$data/journal.rec")" -lt 5 ] || fail "more done than was"

# The window goes while words stand in it: a draft keeps them.
play
xdotool key Escape
sleep 5
xdotool type --delay 40 'not lost'
sleep 0.3
kill -TERM "$player"
wait "$player" || true
grep -rqs 'not lost' "$data/drafts" "$data/journal.rec" || fail "the words are lost"

# So they are with the terminal that it was started from, whatever ends that.
for signal in HUP QUIT INT; do
    env --default-signal=INT,QUIT "$BREATHMARK" --data "$data" play "$data/short.session" \
        --window=1280x720 2>"$data/err" &
    player=$!
    display_until 20 xdotool search --name 'Short tide' >/dev/null || fail "no window"
    sleep 0.5
    xdotool key Escape
    sleep 5
    xdotool type --delay 40 "by $signal"
    sleep 0.3
    kill "-$signal" "$player"
    wait "$player" || fail "SIG$signal: ends with $?"
    grep -rqs "by $signal" "$data/drafts" || fail "the words are lost by SIG$signal"
done
echo "session: well"
