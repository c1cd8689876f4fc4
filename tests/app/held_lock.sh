#!/usr/bin/env bash
# Another program holds the journal's lock. A window opens all the same, though
# words that an earlier run kept are still to be added, and takes them in once the
# lock is free; one that keeps says at once that it waits, goes on drawing, and
# keeps.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin held_lock recsel journal.rec
journal=$data/journal.rec
cli() { "$BREATHMARK" --data "$data" journal "$@"; }
kept() { [ "$(recsel -t Entry -c "$journal")" = "$1" ]; }
said() { grep -q "$1" "$data/err"; }
holder=
end() {
    [ -z "$holder" ] || kill -9 "$holder" || true
    display_close
    rm -rf "$data"
}
trap end EXIT
hold() { # the lock, until free
    (exec 9<>"$journal" && flock 9 && echo held >"$data/held" && exec sleep 60) >"$data/out" 2>&1 &
    holder=$!
    display_until 10 test -s "$data/held" || fail "nothing holds the lock"
    rm "$data/held"
}
free() {
    kill -9 "$holder"
    wait "$holder" 2>/dev/null || true
    holder=
}
# A kept entry becomes a whole draft, as a power cut would have left it.
echo "drawing: memory" >"$data/settings"
echo "the first" | cli add >"$data/out"
hold
echo "left behind" | cli add >"$data/out" 2>"$data/said" && fail "it was kept"
kept 1 || fail "a lock that is held was passed over"
[ "$(ls "$data/drafts" | wc -l)" = 1 ] || fail "there is no draft"

# The window shows itself long before a wait for the lock would have ended.
start() {
    "$BREATHMARK" --data "$data" --mute --window=1280x720 2>"$data/err" &
    player=$!
    display_until 20 drawn || fail "nothing is drawn"
    display_until 20 said 'waiting for another program' || fail "it waits for nothing"
    head -1 "$data/err" | grep -q 'still a draft at' || fail "the start has waited"
}
drawn() { [ "$(display_brightest 80 60 400 120)" -gt 40000 ]; }
start
kill "$player"
SECONDS=0
wait "$player" || fail "it ends with an error"
[ "$SECONDS" -lt 4 ] || fail "it waits at its end: $SECONDS s"
kept 1 || fail "the lock was passed over at the end"
# Longer than anything waits for a lock.
start
sleep 6
free
display_until 20 kept 2 || fail "what was left behind is not taken in"
no_draft() { [ -z "$(ls "$data/drafts")" ]; }
display_until 10 no_draft || fail "its draft is still there"

# What is kept then says at once that it waits: the note beside the buttons is
# longer than that of a keep alone.
sleep 1.5
xdotool key c
sleep 1
xdotool type --delay 60 'while another writes'
drafted() { grep -qs 'another writes' "$data"/drafts/*.rec; }
display_until 20 drafted || fail "no draft"
hold
waits() { [ "$(display_brightest 600 612 100 22)" -gt 30000 ]; }
waits && fail "the note is long before it is kept"
xdotool key ctrl+Return
display_until 4 waits || fail "it does not say that it waits"
said 'not saved' && fail "it has given up"
free
display_until 20 kept 3 || fail "it is not kept"
kill "$player"
