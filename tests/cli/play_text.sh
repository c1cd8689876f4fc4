#!/usr/bin/env bash
# A session in the terminal: rows told in order, answers kept in an entry that
# recsel reads and recfix accepts, Ctrl-C keeps what was done, mistakes end it.
set -eu
command -v recsel >/dev/null || { echo "play_text: recutils is missing"; exit 77; }
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
fail() { echo "play_text: $*"; exit 1; }
play() { "$BREATHMARK" --data "$data" --now 2026-11-21T21:40+01:00 play "$@"; }
field() { recsel -n "$1" -P "$2" "$data/journal.rec"; }

printf '2\n4\n7\nWarm hands.\nOne.\n\nThree.\n.\nnot this\n' |
    play "$TREE/sessions/box.session" --text --fast >"$data/out"
recfix --check "$data/journal.rec" || fail "recfix refuses the entry"
[ "$(field 0 Session)" = box ] || fail "Session"
[ "$(field 0 Planned_s,Done_s,Breaths | tr '\n' ' ')" = "340 340 19 " ] || fail "times"
[ "$(field 0 Mood_before,Mood_after | tr '\n' ' ')" = "2 4 " ] || fail "moods"
[ "$(field 0 Rate)" = "steadiness 7" ] || fail "rating"
[ "$(field 0 Answer)" = $'What did you notice in your body?\nWarm hands.' ] || fail "answer"
[ "$(field 0 Text)" = $'One.\n\nThree.' ] || fail "text"
[ "$(field 0 Day_kind,Ended | tr '\n' ' ')" = "none " ] || fail "ended"
grep -q "Kept in $data/journal.rec" "$data/out" || fail "does not say where it is kept"
[ "$(grep -c 'Breathe in, 4 s' "$data/out")" = 19 ] || fail "not 19 breaths told"
for question in 'How is it, now' 'How steady' 'What did you notice' 'Anything to'; do
    grep -q "^$question" "$data/out" || fail "\"$question\" does not begin a line"
done
grep -q '^  0:20  (bell)' "$data/out" || fail "the bell is not told"
grep -q '^  1:20  Let the holds be soft' "$data/out" || fail "a say is not told"

# Taps come at once; the end of the input is no answer, and still an entry.
cat >"$data/hold.session" <<'S'
title: Hold
kind: breathwork
class: holds
caution: Not for everyone.
wait "When you are ready."
retain empty until tap at most 1m
sit 2s
    at 1s say "Softly."
wait at most 30s
S
play "$data/hold.session" --text --fast </dev/null >"$data/out"
[ "$(field 1 Session,Planned_s,Done_s,Hold_s | tr '\n' ' ')" = "hold 92 2 0 " ] ||
    fail "holds: $(field 1 Session,Planned_s,Done_s,Hold_s | tr '\n' ' ')"
grep -q 'Care: Not for everyone.' "$data/out" || fail "the caution is not shown"
grep -q '^  0:00  Ready? When you are ready. (Enter' "$data/out" || fail "a wait is told badly"

# In real time: taps and Ctrl-C.
mkfifo "$data/in"
(trap - INT; exec "$BREATHMARK" --data "$data" play "$data/hold.session" --text --mute <"$data/in" >"$data/out") &
player=$!
exec 3>"$data/in"
printf '\n' >&3
sleep 0.5
printf '\n' >&3
sleep 1.2
printf '\n' >&3
sleep 0.6
kill -INT "$player"
sleep 0.3
printf '3\nshort\n.\n' >&3
exec 3>&-
wait "$player" || fail "Ctrl-C ends with $?"
[ "$(field 2 Ended)" = early ] || fail "Ctrl-C is not an early end"
[ "$(field 2 Mood_after,Hold_s,Text | tr '\n' ' ')" = "3 1 short " ] ||
    fail "early: $(field 2 Mood_after,Hold_s,Text | tr '\n' ' ')"

# Whatever else ends it (a terminal that closes, a system that shuts down): what
# was done is kept, and nobody is asked.
for signal in TERM HUP QUIT; do
    (trap - QUIT; exec "$BREATHMARK" --data "$data" play "$data/hold.session" --text --mute <"$data/in" >"$data/out") &
    player=$!
    exec 3>"$data/in"
    printf '4\n\n' >&3
    sleep 1.6
    kill -"$signal" "$player"
    tries=0
    while kill -0 "$player" 2>/dev/null && [ "$tries" -lt 50 ]; do
        tries=$((tries + 1))
        sleep 0.1
    done
    [ "$tries" -lt 50 ] || fail "SIG$signal does not end it"
    wait "$player" || fail "SIG$signal ends with $?"
    exec 3>&-
    last=$(($(recsel -c "$data/journal.rec") - 1))
    [ "$(field "$last" Session,Mood_before,Ended | tr '\n' ' ')" = 'hold 4 early ' ] ||
        fail "after SIG$signal: $(field "$last" Session,Mood_before,Ended | tr '\n' ' ')"
done

printf '2\n' | play box --text --fast --mute >"$data/out"
tail -n 1 "$data/out" | grep -q '^Kept in ' || fail "the place is told behind a question"

# Killed in the middle of the writing: every line typed before lies in a draft,
# which the next command names, and nothing of it is in the journal yet.
entries=$(recsel -c "$data/journal.rec")
(exec "$BREATHMARK" --data "$data" play box --text --fast <"$data/in" >"$data/out") &
player=$!
exec 3>"$data/in"
printf '2\n4\n7\nWarm hands.\nA line that is not to be lost.\n' >&3
tries=0
until grep -qs 'A line that is not to be lost' "$data"/drafts/*.rec; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || fail "no draft while it waits for the next line"
    sleep 0.1
done
kill -KILL "$player"
wait "$player" 2>"$data/err" || true
exec 3>&-
draft=$(ls "$data"/drafts/*.rec)
grep -q '^Rate: steadiness 7' "$draft" || fail "the draft has no rating"
grep -q '^+ Warm hands.' "$draft" || fail "the draft has no answer"
[ "$(recsel -c "$data/journal.rec")" = "$entries" ] || fail "a draft was kept"
"$BREATHMARK" --data "$data" journal list >"$data/out" 2>"$data/err"
[ "$(cat "$data/err")" = "breathmark: unfinished words lie in the draft $draft" ] ||
    fail "the draft is not named: $(cat "$data/err")"
rm "$draft"

play "$data/hold.session" --text --fast --no-journal </dev/null >"$data/out"
[ "$(recsel -c "$data/journal.rec")" = "$entries" ] || fail "--no-journal writes"

# Stopped for a while it goes on where it stood, not in a burst.
printf 'title: x\nkind: somatic\nclass: gentle\nrest 1s\nrest 1s\nrest 1s\n' >"$data/rests.session"
"$BREATHMARK" --data "$data" play "$data/rests.session" --text --no-journal \
    </dev/null >"$data/out" 2>"$data/err" &
player=$!
sleep 0.5
kill -STOP "$player"
sleep 3
kill -CONT "$player"
sleep 0.8
kill -0 "$player" 2>/dev/null || fail "a stop is counted as time played"
kill -KILL "$player"
wait "$player" 2>/dev/null || true

# At the end of the input no tap can come: an open wait goes on by itself.
printf 'title: x\nkind: somatic\nclass: gentle\nrest 0.1s\nwait\nrest 0.1s\n' >"$data/open.session"
timeout 10 "$BREATHMARK" --data "$data" play "$data/open.session" --text --no-journal \
    </dev/null >"$data/out" || fail "waits for ever at the end of the input"
[ "$(grep -c 'Rest, 0.1 s' "$data/out")" = 2 ] || fail "the rest after a wait: $(cat "$data/out")"

# Mistakes and wrong usage: nothing is played.
printf 'title: x\nkind: somatic\nclass: gentle\nsit 4x\n' >"$data/bad.session"
status=0
play "$data/bad.session" --text --fast </dev/null >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 1 ] || fail "mistakes end with $status"
grep -q 'bad.session:4:5: error: "4x" is not a duration' "$data/err" || fail "no place"
for wrong in "nowhere --text" "box --fast" "box --text --set side=99s" \
    "box --text --from 2h" "box --text --from x" "box --window=0x9" "box one" ""; do
    status=0
    # shellcheck disable=SC2086
    play $wrong </dev/null >"$data/out" 2>"$data/err" || status=$?
    [ "$status" = 2 ] || fail "play $wrong ends with $status"
    [ "$(wc -l <"$data/err")" = 1 ] || fail "play $wrong: not one line"
done
head -c 4000 /dev/urandom >"$data/noise.session"
status=0
play "$data/noise.session" --text </dev/null >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 1 ] || fail "a binary file ends with $status"

# A journal that cannot be written: a draft, a clear line, status 1.
other=$data/other
mkdir -p "$other/journal.rec"
status=0
printf '\n4\n\n\nkeep me\n' | "$BREATHMARK" --data "$other" play box --text --fast \
    >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 1 ] || fail "a journal that is a folder ends with $status"
grep -q '^breathmark: not saved to the journal; kept as a draft at ' "$data/err" ||
    fail "no clear line: $(cat "$data/err")"
grep -rq 'keep me' "$other/drafts" || fail "the words are lost"
status=0
"$BREATHMARK" --data "$other" journal list >"$data/out" 2>"$data/err" || status=$?
[ "$status:$(cat "$data/out")" = "1:" ] ||
    fail "a journal that cannot be read is told as empty: $(cat "$data/out")"

# Input that never ends: wrong answers end the question, and more than an entry
# holds goes into a draft.
yes "$(printf 'no %.0s' $(seq 99))" | head -c 30000000 >"$data/endless"
status=0
play "$data/hold.session" --text --fast <"$data/endless" \
    >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 1 ] || fail "endless input ends with $status"
[ "$(grep -o 'Please 1 to 5' "$data/out" | wc -l)" = 40 ] || fail "asks forever"
draft=$(grep -o "$data/drafts/[^ ]*" "$data/err")
[ "$(stat -c %s "$draft")" -lt 9000000 ] || fail "reads on for ever"
# A line that never ends is cut.
status=0
timeout 60 "$BREATHMARK" --data "$data/line" play "$data/hold.session" --text \
    --fast </dev/zero >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 1 ] || fail "a line without end ends with $status"
grep -q "draft at $data/line/drafts/" "$data/err" || fail "no draft of it is named"
echo "play_text: well"
