#!/usr/bin/env bash
# No disk is waited for by the one who draws and tells the time: in a session, in
# what is written about it and at the keep each sync is another thread's. So a
# slow disk costs no frame and no breath, however slow this machine is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
command -v recsel >/dev/null || { echo "skipped: recsel is missing"; exit 77; }
display_begin beside strace journal.rec
export ASAN_OPTIONS=detect_leaks=0 # which strace does not allow
display_tide
echo "drawing: memory" >"$data/settings"

strace -f -qq -e trace=execve,fsync,fdatasync,openat -o "$data/syncs" \
    "$BREATHMARK" --data "$data" play tide --window=1280x720 2>"$data/err" &
player=$!
saved() { grep -q '^Done_s: [1-9]' "$data/running.rec" 2>/dev/null; }
display_until 40 saved || fail "nothing is saved while it plays"
sleep 3
xdotool key Escape
drafted() { grep -qs 'not far' "$data"/drafts/*.rec; }
sleep 6
xdotool type --delay 60 'not far'
display_until 40 drafted || fail "no draft"
xdotool key ctrl+Return
kept() { [ "$(recsel -t Entry -c "$data/journal.rec" 2>/dev/null)" = 1 ]; }
display_until 40 kept || fail "it is not kept"
wait "$player" || fail "it ends with $?"
main=$(sed -n 's/ execve.*//p;q' "$data/syncs")
all=$(grep -c "sync(" "$data/syncs")
[ "$all" -ge 6 ] || fail "only $all syncs were seen"
# How the sound did is written at the very end, when nothing is drawn any more.
sed '/sound\.txt/,$d' "$data/syncs" | grep "^${main}.*sync(" &&
    fail "the loop waits for the disk"
echo "beside: $all syncs, none by the loop"
