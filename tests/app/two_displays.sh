# Two real displays (Xorg with its dummy driver), 800 x 600 and to its right
# 640 x 480, on a red root. Sourced; ends the test as skipped, saying so, where
# they cannot be had. Sets DISPLAY, BREATHMARK_DATA and work, a folder that goes at the
# end together with the server and the process $player.
for tool in Xorg xrandr xsetroot xdotool import convert; do
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is missing (packages xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils xdotool imagemagick)"
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
export DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=${SDL_AUDIODRIVER:-dummy} BREATHMARK_DATA=$work/data
export LSAN_OPTIONS="suppressions=$TREE/tests/app/leaks.supp:print_suppressions=0"
xrandr --addmode DUMMY1 640x480 2>/dev/null &&
    xrandr --output DUMMY0 --mode 800x600 --pos 0x0 --output DUMMY1 --mode 640x480 --pos 800x0 ||
    { echo "skipped: this Xorg has no second display"; exit 77; }
xrandr >"$work/displays" # asks the server to look anew
xsetroot -solid red

pixel() { # X Y
    import -silent -window root -crop "1x1+$1+$2" -depth 8 txt:- 2>/dev/null | grep -oE '#[0-9A-F]{6}' | head -1
}
is_red() { [ "$1" = "#FF0000" ]; }
is_black() { [ "$1" = "#000000" ]; }
is_night() { [ -n "$1" ] && ! is_red "$1" && ! is_black "$1"; }
