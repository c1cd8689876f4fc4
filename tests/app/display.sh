# A display for tests of real windows. Sourced; needs Xvfb and xdotool, and
# ends the test as skipped, saying so, where one is missing.

# display_open WIDTH HEIGHT: starts an X server of our own and sets DISPLAY.
display_open() {
    local tool
    for tool in Xvfb xdotool import; do
        command -v "$tool" >/dev/null || {
            echo "skipped: $tool is missing (packages xvfb xdotool imagemagick)"
            exit 77
        }
    done
    local told
    told=$(mktemp)
    # Without -noreset it begins anew when its last client goes, and turns away
    # a program that comes just then.
    Xvfb -displayfd 3 -screen 0 "$1x$2x24" -nolisten tcp -noreset 3>"$told" 2>/dev/null &
    display_server=$!
    for _ in $(seq 100); do
        [ -s "$told" ] && break
        sleep 0.1
    done
    DISPLAY=:$(cat "$told")
    rm -f "$told"
    [ "$DISPLAY" != : ] || {
        echo "the X server did not start"
        exit 1
    }
    export DISPLAY SDL_AUDIODRIVER=${SDL_AUDIODRIVER:-dummy}
    # What SDL's own libraries leave behind at the end is not ours.
    export LSAN_OPTIONS="suppressions=$TREE/tests/app/leaks.supp:print_suppressions=0"
}

# display_begin NAME TOOL [FILE…]: what tests in a window begin with: skipped
# without TOOL, a display of 1280 x 720, a folder $data that goes at the end, and
# fail WHY, which shows what the program said and these files of the folder.
display_begin() {
    display_test=$1
    command -v "$2" >/dev/null || { echo "skipped: $2 is missing"; exit 77; }
    display_told=("${@:3}")
    display_open 1280 720
    data=$(mktemp -d)
    trap 'display_close; rm -rf "$data"' EXIT
}

# display_tide: a session "tide" for the program to find, of four minutes in two
# steps, the first of which is over soon.
display_tide() {
    mkdir "$data/sessions"
    cat >"$data/sessions/tide.session" <<'S'
title: Tide
kind: breathwork
class: gentle
settle 1s
breathe 2-2 x 1
breathe 2-2 x 60
S
}

fail() {
    echo "$display_test: $*"
    local file
    for file in err "${display_told[@]}"; do
        cat "$data/$file" 2>/dev/null || true
    done
    exit 1
}

display_close() {
    [ -n "${display_server-}" ] || return 0
    kill "$display_server" 2>/dev/null || true
    wait "$display_server" 2>/dev/null || true
}

# display_until SECONDS COMMAND…: repeats the command until it is true.
display_until() {
    local left=$(($1 * 10))
    shift
    until "$@" 2>/dev/null; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || return 1
        sleep 0.1
    done
}

# display_light X Y W H: the mean light of a part of the screen, 0 to 65535.
display_light() {
    import -silent -window root -crop "$3x$4+$1+$2" -depth 16 -format '%[fx:int(mean*65535)]' \
        info: 2>/dev/null
}

# display_brightest X Y W H: the lightest channel of a part, 0 to 65535: whether
# words stand there.
display_brightest() {
    import -silent -window root -crop "$3x$4+$1+$2" -depth 16 -format '%[fx:int(maxima*65535)]' \
        info: 2>/dev/null
}
