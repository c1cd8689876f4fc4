#!/usr/bin/env bash
# The first run in a real window: four quiet pages, each with one choice and
# Enter, and a file of settings with every option explained. Esc leaves them
# at once, and the file is there all the same. Neither comes a second time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_open 1280 720
data=$(mktemp -d)
trap 'display_close; rm -rf "$data"' EXIT
fail() {
    echo "first_run: $*"
    cat "$data"/*/err "$data"/*/settings 2>/dev/null
    exit 1
}
start() { # FOLDER
    mkdir -p "$data/$1"
    "$BREATHMARK" --data "$data/$1" --now 2026-03-04T12:00 --mute --window=1280x720 \
        2>"$data/$1/err" &
    program=$!
    display_until 20 xdotool search --name Breathmark >/dev/null || fail "no window"
    sleep 2
}
press() {
    xdotool key "$1"
    sleep 0.8
}
leave() {
    xdotool key Escape
    wait "$program" || fail "it ends with $?"
}
# Every option stands in the file, those not chosen at their default behind "#".
all_explained() { # FOLDER
    local name
    for name in palette light motion text_size cue volume cue_volume mute latency voice speech \
        rumble one_switch language country day_start blinding discreet cautions favourites chosen name partner; do
        grep -qE "^#? ?$name:" "$data/$1/settings" || fail "$1: $name is not in the settings"
    done
    [ "$(stat -c %a "$data/$1/settings")" = 600 ] || fail "$1: others can read the settings"
}

# Paper for light (two to the right of night), two steps softer, reduced motion,
# and the words of care.
start whole
press Right
press Right
press Return
press Left
press Left
press Return
press Right
press Right
press Return
press Return
display_until 10 grep -q '^care_read:' "$data/whole/settings" || fail "care was not read"
all_explained whole
for line in 'palette: paper' 'motion: reduced' 'volume: -2'; do
    display_until 5 grep -qx "$line" "$data/whole/settings" || fail "no line \"$line\""
done
[ "$(grep -cv '^#\|^$' "$data/whole/settings")" = 4 ] || fail "more is chosen than was"
leave # Today is up: one Escape ends it
start whole
leave # and again, without the pages

# What the desktop wishes has the focus on the first page, and Enter takes it. It
# has 300 ms to say so, which a loaded machine may miss.
python3 "$here/../platform/fake_bus.py" "$data/bus" well \
    org.freedesktop.appearance.contrast=1 >"$data/ready" &
bus=$!
trap 'kill $bus 2>/dev/null; display_close; rm -rf "$data"' EXIT
display_until 20 grep -q ready "$data/ready" || fail "no bus"
for try in 1 2 3 4 5; do
    DBUS_SESSION_BUS_ADDRESS=unix:path=$data/bus start "wished$try"
    press Return
    taken=$(grep -cx 'palette: contrast' "$data/wished$try/settings" 2>/dev/null || true)
    kill "$program"
    wait "$program" || true
    [ "$taken" != 1 ] || break
done
[ "$taken" = 1 ] || fail "the desktop's wish is not proposed"

# Skipped at the first page.
start skipped
press Escape
display_until 10 test -f "$data/skipped/settings" || fail "no file of settings"
all_explained skipped
[ "$(grep -cv '^#\|^$' "$data/skipped/settings")" = 0 ] || fail "something is chosen"
leave
start skipped
leave
[ ! -e "$data/skipped/journal.rec" ] || fail "something was written down"
echo "first run: four pages, or none"
