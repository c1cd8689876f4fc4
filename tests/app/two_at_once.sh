#!/usr/bin/env bash
# Two windows and every command on one journal, at the same time: each keeps what
# is its own, none takes the other's words for left behind, each shows what the
# other kept. A lock that a stopped program holds costs seconds and a clear line,
# for any number of drafts; what is written on meanwhile is kept once, whole.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
display_begin two_at_once recsel journal.rec said out
left=$DISPLAY left_server=$display_server
display_open 1280 720
right=$DISPLAY
trap 'kill "$left_server" 2>/dev/null; display_close; rm -rf "$data"' EXIT
journal=$data/journal.rec
cli() { "$BREATHMARK" --data "$data" journal "$@"; }
texts() { recsel -t Entry -P Text "$journal" | sed '/^$/d' | sort; }
kept() { [ "$(recsel -t Entry -c "$journal")" = "$1" ]; }
drafts_say() { grep -qs -- "$1" "$data"/drafts/*.rec; }
press() { # DISPLAY KEY…
    local key
    for key in "${@:2}"; do
        DISPLAY=$1 xdotool key "$key"
        sleep 0.4
    done
}
write() { DISPLAY=$1 xdotool type --delay 60 "$2"; }
start() { # in the window of $DISPLAY; its process in $player
    "$BREATHMARK" --data "$data" --mute --window=1280x720 2>>"$data/err" &
    player=$!
    display_until 20 xdotool search --name Breathmark >/dev/null || fail "no window"
    drawn() { [ "$(display_brightest 80 60 400 120)" -gt 40000 ]; }
    display_until 20 drawn || fail "nothing is drawn"
    sleep 1.5
}
echo "drawing: memory" >"$data/settings"
first=$(echo "the first" | cli add)
start
b=$player
DISPLAY=$left
start
a=$player

# Both write; meanwhile every command goes on, and leaves their drafts alone.
press "$left" c
write "$left" 'left one'
press "$right" c
write "$right" 'right one'
display_until 10 drafts_say 'left one' || fail "no draft of the left window"
display_until 10 drafts_say 'right one' || fail "no draft of the right window"
echo "by a command" | cli add >"$data/out"
echo "changed" | cli amend "$first" >"$data/out"
cp "$journal" "$data/other.rec"
echo "elsewhere" | "$BREATHMARK" --data "$data/elsewhere" journal add >"$data/out"
cli merge "$data/elsewhere/journal.rec" >"$data/out"
cli merge "$data/other.rec" >"$data/out"
{ cli check && cli list && cli export --csv && cli export --sheet && cli show "$first"; } \
    >"$data/out" 2>"$data/said" || fail "a command finds a fault"
[ ! -s "$data/said" ] || fail "a command speaks of what is being written"
press "$left" ctrl+Return
press "$right" ctrl+Return
display_until 10 kept 6 || fail "not six entries"
[ "$(texts | tr '\n' ',')" = "by a command,changed,elsewhere,left one,right one,the first," ] ||
    fail "other words: $(texts)"
[ -z "$(ls "$data/drafts")" ] || fail "a draft is left"

# Today in the left window shows the mood that is kept in the right one.
sleep 1.5
mood() { [ "$(display_brightest 1085 605 20 26)" -gt 45000 ]; }
mood && fail "Today shows a mood before there is one"
press "$right" c 4
press "$right" ctrl+Return
display_until 10 kept 7 || fail "no mood was kept"
display_until 10 mood || fail "Today does not show what another window kept"

# The left window has its Journal up: what the right one keeps comes into it, is
# found and changed there, and is deleted in the right one with its change.
opened() {
    xdotool mousemove 400 664 click 1
    sleep 0.7
    [ "$(display_brightest 372 677 50 5)" -gt 20000 ]
}
sleep 1.5
display_until 20 opened || fail "the Journal does not open"
press "$right" c
write "$right" 'heron'
press "$right" ctrl+Return
display_until 10 kept 8 || fail "not eight entries"
heron=$(recsel -t Entry -e 'Text = "heron"' -P Id "$journal")
sleep 2
press "$left" slash
write "$left" heron
press "$left" Return e
sleep 1
press "$left" ctrl+End
write "$left" ' at dusk'
press "$left" ctrl+Return
display_until 10 grep -q "^Amends: $heron" "$journal" || fail "no change was kept"
DISPLAY=$right
display_until 20 opened || fail "the other Journal does not open"
sleep 1
press "$right" slash
write "$right" dusk
press "$right" Return Delete Right Return Right Return
gone() { ! grep -qE "^(Id|Amends): $heron" "$journal"; }
display_until 10 gone || fail "what was changed in one is not deleted by the other"
kept 7 || fail "another entry is gone"

# A program that holds the lock and is stopped: four commands say so and keep a
# draft, one that reads waits for them together, and so does a start.
(exec 9<>"$journal" && flock 9 && kill -STOP "$BASHPID") &
holder=$!
trap 'kill -9 "$holder" "$left_server" 2>/dev/null; display_close; rm -rf "$data"' EXIT
stopped() { grep -q '^State:.*stopped' "/proc/$holder/status"; }
display_until 10 stopped || fail "nothing holds the lock"
adds=()
for i in 1 2 3 4; do
    echo "held up $i" | cli add >"$data/out" 2>"$data/said.$i" &
    adds+=($!)
done
for add in "${adds[@]}"; do
    wait "$add" && fail "a command says that it kept what it could not"
done
for i in 1 2 3 4; do
    grep -q '^breathmark: not saved to the journal; kept as a draft at .*another program holds it' \
        "$data/said.$i" || fail "it does not say so: $(cat "$data/said.$i")"
done
cli list >"$data/out" 2>"$data/said" || fail "it cannot be read"
[ "$(grep -c '^breathmark: waiting' "$data/said")" = 1 ] || fail "each draft waits for itself"
[ "$(grep -c 'still a draft at' "$data/said")" = 4 ] || fail "a draft is not named"

# In the window the same; then the lock is free, another program takes in what was
# left behind, and the words that are written on are one entry.
press "$right" Escape Escape
sleep 1
press "$right" c
write "$right" 'begun'
# Care comes while it waits, and goes back to the page.
DISPLAY=$right
refusals() { grep -c 'not saved to the journal' "$data/err" || true; }
care() { [ "$(display_brightest 80 90 70 30)" -gt 40000 ]; }
refused() { [ "$(refusals)" -gt "$before" ] && ! care; }
beside() {
    local begun
    before=$(refusals)
    begun=$(date +%s%3N)
    press "$right" ctrl+Return F1
    display_until 10 care || fail "no Care while the lock is held"
    # The lock is waited for five seconds and more.
    [ "$(($(date +%s%3N) - begun))" -lt 4500 ] && waited=yes
    press "$right" Escape
    display_until 20 refused || fail "the window does not say so"
}
waited=
for _ in 1 2 3; do # a slow machine may draw it too late to be sure
    [ -n "$waited" ] || beside
done
[ -n "$waited" ] || fail "nothing is drawn while it waits for the lock"
kill -9 "$holder"
wait "$holder" 2>/dev/null || true
cli list >"$data/out" 2>"$data/said"
kept 11 || fail "the drafts were not taken in, or one that is still held was"
write "$right" ' and ended'
press "$right" ctrl+Return
display_until 10 kept 12 || fail "not kept once the lock is free"
[ "$(texts | grep -c '^begun and ended$')" = 1 ] || fail "words were lost: $(texts)"
[ -z "$(ls "$data/drafts")" ] || fail "a draft is left"
recfix --check "$journal" || fail "recfix refuses it"
cli check >"$data/out" || fail "check finds something"
kill "$a" "$b"
wait "$a" "$b" || true
echo "two windows and all commands shared a journal"
