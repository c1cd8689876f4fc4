#!/usr/bin/env bash
# Displays that go, shrink and come while a session runs: the window lies on one
# that is there, in its whole size, keeps the keys, and neither the session nor
# the sound loses a second.
set -u
export SDL_AUDIODRIVER=disk
. "$TREE/tests/app/two_displays.sh"
export SDL_DISKAUDIOFILE=$work/sound.raw

fail() {
    echo "displays_change: $*"
    cat "$work/said"
    exit 1
}
until_lies() { # XxYxWIDTHxHEIGHT: the program's window, tried for 15 s
    for _ in $(seq 75); do
        X=- Y=- WIDTH=- HEIGHT=-
        eval "$(xdotool search --name '^Long$' getwindowgeometry --shell %1 2>/dev/null)"
        [ "${X}x${Y}x${WIDTH}x$HEIGHT" = "$1" ] &&
            is_night "$(pixel $((X + 10)) $((Y + 10)))" &&
            is_night "$(pixel $((X + WIDTH - 10)) $((Y + HEIGHT - 10)))" && return
        sleep 0.2
    done
    fail "the window lies at ${X}x${Y}x${WIDTH}x$HEIGHT, not at $1"
}
sound_bytes() { stat -c %s "$work/sound.raw"; }

printf 'title: Long\nkind: meditation\nclass: gentle\nsit 10m\n' >"$work/long.session"
mkdir -p "$work/data"
printf 'display: 2\n' >"$work/data/settings"
"$BREATHMARK" play "$work/long.session" >"$work/said" 2>&1 &
player=$!
until_lies 800x0x640x480
began_ms=$(date +%s%3N) heard=$(sound_bytes)

xrandr --output DUMMY1 --off
until_lies 0x0x800x600
xrandr --output DUMMY0 --mode 640x480
until_lies 0x0x640x480
xrandr --output DUMMY0 --mode 800x600 --output DUMMY1 --mode 640x480 --pos 800x0
until_lies 800x0x640x480
kill -0 "$player" || fail "the program has ended"

spent_ms=$(($(date +%s%3N) - began_ms))
heard_ms=$((($(sound_bytes) - heard) / (48000 * 8 / 1000)))
[ $((spent_ms - heard_ms)) -lt 1000 ] || fail "$heard_ms ms of sound in $spent_ms ms"
sleep 1
xdotool key Escape
sleep 1
xdotool key Escape
sleep 1
xdotool key ctrl+Return
for _ in $(seq 50); do
    done_s=$(sed -n 's/^Done_s: //p' "$work/data/journal.rec" 2>/dev/null)
    [ -n "$done_s" ] && break
    sleep 0.2
done
[ -n "$done_s" ] || fail "the window that was opened anew has no keys"
[ $((done_s * 1000)) -ge $((spent_ms - 1000)) ] || fail "$done_s s of a session of $spent_ms ms"
echo "displays_change: gone, smaller, back: $spent_ms ms, $heard_ms ms of sound, $done_s s kept"
