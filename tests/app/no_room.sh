#!/usr/bin/env bash
# The disk of the journal and of the home folder is full while someone writes: the
# page says that the words are nowhere else, and tries again until there is room.
# Where there is none to the end, that is told, and the status says so. A setting
# that finds no room is told of in Settings.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin no_room recsel
disk=$data/disk
mkdir "$disk"
if [ "$(id -u)" != 0 ] || ! mount -t tmpfs -o size=64k,mode=700 none "$disk" 2>/dev/null; then
    echo "skipped: a small disk cannot be mounted here (needs root)"
    exit 77
fi
trap 'umount -l "$disk"; display_close; rm -rf "$data"' EXIT
export HOME=$disk/home
echo "drawing: memory" >"$disk/settings"
fill() { dd if=/dev/zero of="$disk/ballast" bs=1k 2>/dev/null || true; }
start() {
    "$BREATHMARK" --data "$disk" --mute --window=1280x720 2>"$data/err" &
    player=$!
    display_until 20 drawn || fail "nothing is drawn"
    sleep 1.5
    xdotool key c
    display_until 10 opened || fail "there is no page to write on"
    sleep 0.3
}
# "Stays on this computer"
opened() { [ "$(display_brightest 280 610 160 22)" -gt 30000 ]; }
drawn() { [ "$(display_brightest 80 60 400 120)" -gt 40000 ]; }
told() { grep -q "no draft could be saved: the disk is full; make room on it" "$data/err"; }
# The care sign and the words beside the buttons, which "Stays on this computer" is
# shorter than.
shown() { [ "$(display_brightest 600 602 150 24)" -gt 30000 ]; }
drafted() { grep -qs "$1" "$disk"/drafts/*.rec; }

start
shown && fail "it is told before anything is written"
fill
xdotool type --delay 30 'no room for this'
display_until 10 told || fail "it is not told"
display_until 4 shown || fail "the page does not tell"
drafted 'no room' && fail "there was room for it"
rm "$disk/ballast"
display_until 6 drafted 'no room for this' || fail "it is not tried again"
gone() { ! shown; }
display_until 6 gone || fail "the page still tells"
kill "$player"
wait "$player" || fail "it ends with an error though the words are safe"

ends_ill() {
    kill "$player"
    wait "$player" && fail "it ends well, and the words are gone"
    rm "$disk/ballast"
}
rm "$disk"/drafts/*
start
fill
xdotool type --delay 30 'nor for this'
display_until 10 told || fail "it is not told again"
ends_ill

start
fill
xdotool type --delay 30 'nor that'
xdotool key ctrl+Return
said() { grep -q "not saved to the journal, nor as a draft: the disk is full" "$data/err"; }
display_until 10 said || fail "a keep that left nothing is not told"
ends_ill
# What is chosen holds, and the screen says that it is in no file.
"$BREATHMARK" --data "$disk" --mute --window=1280x720 2>"$data/err" &
player=$!
display_until 20 drawn || fail "nothing is drawn"
sleep 1.5
fill
xdotool key shift+Tab
xdotool key Return
sleep 1
holds() { [ "$(display_brightest 748 240 430 50)" -gt 40000 ]; }
holds && fail "it is told before anything is changed"
xdotool key Right
said() { grep -q "palette is not saved: the disk is full" "$data/err"; }
display_until 10 said || fail "it is not told that a setting is not saved"
display_until 4 holds || fail "the screen does not tell it"
kill "$player"
wait "$player" || fail "it ends with an error"
rm "$disk/ballast"
echo "no_room: well"
