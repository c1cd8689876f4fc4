#!/usr/bin/env bash
# Two displays (Xorg with its dummy driver): the session lies on the one that
# the settings name, the others go black while it plays, and both follow a
# change of the settings.
set -u
for tool in Xorg xrandr xsetroot import convert; do
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is missing (packages xserver-xorg-core x11-xserver-utils imagemagick)"
        exit 77
    }
done
work=$(mktemp -d)
server= player=
finish() {
    [ -z "$player" ] || kill "$player" 2>/dev/null
    [ -z "$server" ] || kill "$server" 2>/dev/null
    wait 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

cat >"$work/xorg.conf" <<'CONF'
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "d"
  Driver "dummy"
  VideoRam 64000
EndSection
Section "Screen"
  Identifier "s"
  Device "d"
  DefaultDepth 24
EndSection
CONF
Xorg -displayfd 3 -config "$work/xorg.conf" -noreset -novtswitch -sharevts \
    -logfile "$work/log" 3>"$work/display" >/dev/null 2>&1 &
server=$!
for _ in $(seq 50); do
    [ -s "$work/display" ] && break
    sleep 0.1
done
[ -s "$work/display" ] || { echo "skipped: Xorg with the dummy driver does not start here"; exit 77; }
DISPLAY=:$(cat "$work/display")
export DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy BREATHMARK_DATA=$work/data
export LSAN_OPTIONS="suppressions=$TREE/tests/app/leaks.supp:print_suppressions=0"
xrandr --addmode DUMMY1 640x480 2>/dev/null &&
    xrandr --output DUMMY0 --mode 800x600 --pos 0x0 --output DUMMY1 --mode 640x480 --pos 800x0 ||
    { echo "skipped: this Xorg has no second display"; exit 77; }
xrandr >"$work/displays" # asks the server to look anew
xsetroot -solid red

pixel() { # X Y
    import -silent -window root -crop "1x1+$1+$2" -depth 8 txt:- 2>/dev/null | grep -oE '#[0-9A-F]{6}' | head -1
}
until_pixels() { # WHAT: a check of the two displays, tried for 15 s
    for _ in $(seq 75); do
        left=$(pixel 10 10) right=$(pixel 810 10)
        "$1" && return
        sleep 0.2
    done
    echo "displays: $1: left $left right $right"
    cat "$work/said"
    exit 1
}
is_red() { [ "$1" = "#FF0000" ]; }
is_black() { [ "$1" = "#000000" ]; }
is_night() { ! is_red "$1" && ! is_black "$1"; }
right_and_black() { is_black "$left" && is_night "$right"; }
left_alone() { is_night "$left" && is_red "$right"; }

printf 'title: Long\nkind: meditation\nclass: gentle\nsit 10m\n' >"$work/long.session"
mkdir -p "$work/data"
printf 'display: 2\nother_displays: black\n' >"$work/data/settings"
"$BREATHMARK" play "$work/long.session" --no-journal --mute >"$work/said" 2>&1 &
player=$!
until_pixels right_and_black
printf 'display: 1\nother_displays: leave\n' >"$work/data/settings"
until_pixels left_alone
printf 'display: 2\nother_displays: black\n' >"$work/data/settings"
until_pixels right_and_black
kill -0 "$player" || { echo "displays: the program has ended"; exit 1; }
echo "displays: chosen, black, and moved"
