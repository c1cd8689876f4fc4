#!/usr/bin/env bash
# A session that is killed in the middle, in a real window and in the terminal:
# the next start offers to write about what was done, and what is kept is an
# entry of that session. Words that were left are gone on with, as the same
# entry. A check-in by keys. And no running.rec, whatever stands in it, stops a
# start.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin running recsel
field() { recsel -t Entry -e "$1" -P "$2" "$data/journal.rec" | tr '\n' ' '; }
press() { xdotool key "$@"; sleep 0.5; }
saved() { grep -q '^Done_s: [1-9]' "$data/running.rec" 2>/dev/null; }
today() {
    "$BREATHMARK" --data "$data" --window=1280x720 2>"$data/err" &
    player=$!
    display_until 20 xdotool search --name 'Breathmark' >/dev/null || fail "no window"
    sleep 1.5
}
leave() { # from Today
    press Escape
    wait "$player" || fail "Today ends with $?"
}
kept() { grep -q '^End:' "$data/journal.rec" 2>/dev/null &&
    [ "$(recsel -t Entry -c "$data/journal.rec")" = "$1" ]; }

display_tide
# Care was read: Today is up at once.
"$BREATHMARK" --data "$data" --window=1280x720 2>"$data/err" &
player=$!
display_until 20 xdotool search --name 'Breathmark' >/dev/null || fail "no window"
sleep 1
for _ in 1 2 3 4; do press Return; done
leave
[ -e "$data/settings" ] || fail "the first run wrote no settings"
echo "drawing: memory" >>"$data/settings" # no trial, which opens the window anew

# Killed in the window: offered, written about, kept.
"$BREATHMARK" --data "$data" play tide --window=1280x720 2>"$data/err" &
player=$!
display_until 30 saved || fail "nothing is saved while it plays"
kill -9 "$player"
wait "$player" 2>/dev/null || true
today
[ ! -e "$data/running.rec" ] || fail "running.rec is not taken up"
press Up
press Return
xdotool type --delay 40 'warm still'
sleep 0.5
press ctrl+Return
display_until 10 kept 1 || fail "not kept"
leave
[ "$(field 'Session = "tide"' Ended,Planned_s,Text)" = "early 245 warm still " ] ||
    fail "window: $(field 'Session = "tide"' Ended,Planned_s,Text)"
[ "$(recsel -t Entry -P Done_s "$data/journal.rec")" -ge 1 ] || fail "nothing was done"
recfix --check "$data/journal.rec" || fail "recfix refuses it"
[ -z "$(ls "$data/drafts")" ] || fail "a draft is left"

# Killed in the terminal: a command says so once, Leave it lets it go.
mkfifo "$data/in"
"$BREATHMARK" --data "$data" play tide --text <"$data/in" >"$data/out" 2>&1 &
player=$!
exec 3>"$data/in"
echo 2 >&3
display_until 30 saved || fail "nothing is saved in the terminal"
kill -9 "$player"
wait "$player" 2>/dev/null || true
exec 3>&-
grep -q '^Mood_before: 2' "$data/running.rec" || fail "the mood before is not saved"
"$BREATHMARK" --data "$data" journal list >"$data/out" 2>"$data/said"
grep -q 'the session tide of .* was cut off' "$data/said" || fail "not said: $(cat "$data/said")"
today
press Up
press Right
press Return
[ -z "$(ls "$data/drafts")" ] || fail "it is not let go"

# A check-in, from Today by keys alone.
press c
xdotool type --delay 40 '4'
press Tab
xdotool type --delay 40 '7.5'
press Tab
xdotool type --delay 40 '3'
press Tab
xdotool type --delay 40 'dry mouth'
press Tab
xdotool type --delay 40 'a line'
sleep 0.3
press ctrl+Return
display_until 10 kept 2 || fail "the check-in is not kept"
[ "$(field 'Sleep_h = 7.5' Session,Mood_after,Sleep_quality,Effect,Text)" = \
    "4 3 dry mouth a line " ] || fail "check-in: $(field 'Sleep_h = 7.5' Effect)"

# Words that were left, gone on with: the same entry.
press c
xdotool type --delay 40 'half a'
sleep 2.5
kill -9 "$player"
wait "$player" 2>/dev/null || true
id=$(basename "$data"/drafts/*.rec .rec)
today
press Up
press Return
xdotool type --delay 40 ' thought'
sleep 0.5
press ctrl+Return
display_until 10 kept 3 || fail "the words are not kept"
leave
[ "$(field "Id = \"$id\"" Text)" = "half a thought " ] || fail "words: $(field "Id = \"$id\"" Text)"

# Hostile files: none stops a start, none is offered.
for what in empty folder pipe bytes other large; do
    rm -rf "$data/running.rec"
    case $what in
    empty) : >"$data/running.rec" ;;
    folder) mkdir "$data/running.rec" ;;
    pipe) mkfifo "$data/running.rec" ;;
    bytes) head -c 70000 /dev/urandom >"$data/running.rec" ;;
    other) printf 'Id: ../escaped\nAt: 2026-11-21 20:00:00 +0100\nDay_date: 2026-11-21\nDay_kind: none\nSession: tide\nDone_s: 9\n' >"$data/running.rec" ;;
    large) head -c 3000000 /dev/zero | tr '\0' a >"$data/running.rec" ;;
    esac
    timeout 20 "$BREATHMARK" --data "$data" journal list >/dev/null 2>"$data/err" ||
        fail "$what stops it"
    [ -z "$(ls "$data/drafts")" ] || fail "$what becomes a draft"
    [ -z "$(find "$data" -name "escaped*")" ] || fail "$what writes beside the drafts"
done

rm -rf "$data/running.rec"
# A torn entry is not a kept one: what its session has done is offered.
id=20261121T190000Z-0badcafe
printf '\nId: %s\nAt: 2026-11-21 20:00:00 +0100\nSess' "$id" >>"$data/journal.rec"
printf 'Id: %s\nAt: 2026-11-21 20:00:00 +0100\nDay_date: 2026-11-21\nDay_kind: none\nSession: tide\nDone_s: 9\n' \
    "$id" >"$data/running.rec"
"$BREATHMARK" --data "$data" journal list >/dev/null 2>&1
[ -e "$data/drafts/$id.rec" ] || fail "a torn entry counts as kept"
echo "running: well"
