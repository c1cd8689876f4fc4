#!/usr/bin/env bash
# Two people in a real window, from Today to two kept reflections: their names
# and what it is for are asked once, the cards say whose turn it is, each writes
# on a page of their own beside the other's, and both entries are read with
# recsel.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin together recsel settings journal.rec
press() { xdotool key "$@"; sleep 0.5; }
field() { recsel -t Entry -e "$1" -P "$2" "$data/journal.rec" | tr '\n' ' '; }
kept() { grep -q '^End:' "$data/journal.rec" 2>/dev/null &&
    [ "$(recsel -t Entry -c "$data/journal.rec")" = "$1" ]; }
bright() { [ "$(display_brightest "$@")" -gt 20000 ]; }

mkdir "$data/sessions"
cat >"$data/sessions/aa.session" <<'S'
title: Aa
kind: partner
class: gentle
caution: Either of you may stop.
pacer: ring
settle 2s "Sit. To stop, raise a hand."
turn A 8s "A speaks."
turn B 8s "B speaks."
write 15s "What was it like?"
turn both 2s "Say thank you."
S
printf 'drawing: memory\nfavourites: aa\n' >"$data/settings"
"$BREATHMARK" --data "$data" --window=1280x720 2>"$data/err" &
player=$!
display_until 20 xdotool search --name 'Breathmark' >/dev/null || fail "no window"
sleep 1.5
for key in Down Down Down Right Return; do # the menu: Sessions
    press "$key"
done
press Return
xdotool type --delay 120 'Ana'
press Down
xdotool type --delay 120 'Ben'
press Up Up
xdotool type --delay 120 'to hear'
press Return
display_until 5 grep -q '^partner: Ben' "$data/settings" || fail "the name is not remembered"
grep -q '^name: Ana' "$data/settings" || fail "one's own name is not remembered"

# The lit card is A's, then B's: its frame is brighter than the other's.
left="110 262 8 110"
right="868 262 8 110"
# shellcheck disable=SC2086
display_until 12 bright $left || fail "A has no turn"
# shellcheck disable=SC2086
display_until 12 bright $right || fail "B has no turn"
# The caret of the first page, then words on both. Keys before it are not words.
display_until 20 grep -q '^Done_s: 1[89]\|^Done_s: 2' "$data/running.rec" || fail "no step of writing"
sleep 1
xdotool type --delay 120 'mine'
press Tab
xdotool type --delay 120 'yours'
display_until 60 grep -q '^Done_s: 35' "$data/running.rec" || fail "the session does not end"
sleep 1.5
press ctrl+4
press ctrl+Tab
press ctrl+2
press ctrl+Return
display_until 10 kept 1 || fail "the second page is not kept"
press ctrl+Return
display_until 10 kept 2 || fail "the first page is not kept"
[ "$(field 'Who = "Ben"' Session,Intention,Mood_after,Text)" = "aa to hear 2 yours " ] ||
    fail "Ben's: $(field 'Who = "Ben"' Session,Intention,Mood_after,Text)"
[ "$(field '!#Who' Session,Intention,Mood_after,Text)" = "aa to hear 4 mine " ] ||
    fail "Ana's: $(field '!#Who' Session,Intention,Mood_after,Text)"
recfix --check "$data/journal.rec" || fail "recfix refuses it"
press Escape
wait "$player" || fail "Today ends with $?"
