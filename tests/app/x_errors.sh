#!/usr/bin/env bash
# A request that the X server refuses does not end a session: here another
# program has destroyed the window, so that each one about it is refused. What
# was done lies where the next start offers to go on with it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin x_errors python3
echo "drawing: memory" >"$data/settings"
display_tide
"$BREATHMARK" --data "$data" play tide --mute --window=640x360 2>"$data/err" &
program=$!
display_until 20 xdotool search --name Tide >/dev/null || fail "no window"
sleep 2
python3 - "$(xdotool search --name Tide | head -1)" <<'P'
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
x.XDestroyWindow(display, ctypes.c_ulong(int(sys.argv[1])))
x.XSync(display, 0)
P
sleep 3
kill -0 "$program" 2>/dev/null || fail "it is gone"
kill -TERM "$program"
wait "$program" || fail "it ends with $?"
grep -q '^Session: tide' "$data/running.rec" || fail "what was done is lost"
echo "x_errors: the session goes on"
