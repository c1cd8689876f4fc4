#!/usr/bin/env bash
# The window on a real X server without a graphics card (Xvfb): it shows what
# was painted, follows a new size, and hears keys, text, pointer and signals.
set -u
for tool in Xvfb xdotool import; do
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is missing (packages xvfb, xdotool, imagemagick)"
        exit 77
    }
done
probe=$BUILD/tests/window_probe
work=$(mktemp -d)
# What SDL and the X libraries keep is theirs.
export ASAN_OPTIONS=detect_leaks=0 SDL_VIDEODRIVER=x11
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

fail() {
    echo "window_x11: $1"
    cat "$work/said"
    exit 1
}

# Waits until the probe has said a line like the pattern.
expect() {
    for _ in $(seq 100); do
        grep -qE "$1" "$work/said" && return
        sleep 0.1
    done
    fail "never said \"$1\""
}

pixel() { # X Y
    import -window root "$work/shot.png"
    convert "$work/shot.png" -depth 8 -crop "1x1+$1+$2" +repage txt:- |
        grep -oE '#[0-9A-F]{6}' | head -1
}

Xvfb -displayfd 3 -screen 0 1000x600x24 -noreset 3>"$work/display" >/dev/null 2>&1 &
server=$!
for _ in $(seq 100); do
    [ -s "$work/display" ] && break
    sleep 0.1
done
[ -s "$work/display" ] || { echo "skipped: Xvfb does not start here"; exit 77; }
DISPLAY=:$(cat "$work/display")
export DISPLAY

"$probe" >"$work/said" 2>&1 &
pid=$!
expect '^ready'
window=$(xdotool search --name Probe | tail -1)
xdotool windowmove "$window" 0 0 windowfocus "$window" 2>/dev/null
sleep 0.3
[ "$(pixel 320 180)" = "#F0C48A" ] || fail "no disc at its place: $(pixel 320 180)"

xdotool key g
expect '^key 1 letter 103 mods 0'
xdotool key ctrl+Return
expect '^key 2 letter 0 mods 2'
xdotool mousemove 320 180 click 1
expect '^down 0.89 0.50'
xdotool click 4
expect '^wheel 1'

xdotool windowsize "$window" 960 540
sleep 0.3
xdotool mousemove 100 100
expect '^stage 540'
[ "$(pixel 480 270)" = "#F0C48A" ] || fail "no disc in the larger window"
[ "$(pixel 580 270)" = "#F0C48A" ] || fail "the disc has not grown"

xdotool key t
expect '^key 1 letter 116'
sleep 0.2
xdotool type 'so it is'
expect '^text s'
kill -TERM "$pid"
expect '^close'
wait "$pid" || fail "the probe ended with status $?"

# Without a display: one line, no crash.
if DISPLAY=:4711 "$probe" >"$work/said" 2>&1; then
    fail "a window without a display"
fi
[ "$(wc -l <"$work/said")" = 1 ] || fail "more or less than one line"
echo "window_x11: shows, grows and hears"
