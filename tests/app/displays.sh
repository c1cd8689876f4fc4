#!/usr/bin/env bash
# Two displays (Xorg with its dummy driver): the session lies on the one that
# the settings name, the others go black while it plays, and both follow a
# change of the settings.
set -u
. "$TREE/tests/app/two_displays.sh"

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
