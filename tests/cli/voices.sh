#!/usr/bin/env bash
# `voices`: what can speak; a sheet whose names are the SHA-1 of its lines, with
# each line once. A recording of that name is heard in `export`; a session with
# a voice gives the same bytes each time; without one its lines stay as text.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BREATHMARK_DATA=$work/data
status=0

fail() {
    echo "$1"
    status=1
}

cat >"$work/said.session" <<'END'
title: Said
kind: breathwork
class: gentle
voice: on
settle 5s "Sit tall."
breathe 4-6 x 3
    at 1s say "Let go.	Softly."
rest 6s "Sit tall."
END
sed -i 's/\t/ /' "$work/said.session"

"$BREATHMARK" voices --sheet "$work/said.session" >"$work/sheet" || fail "no sheet"
grep -v '^#' "$work/sheet" | while IFS=$'\t' read -r file text; do
    want=$(printf %s "$text" | sha1sum | cut -d' ' -f1).ogg
    [ "$file" = "$want" ] || echo "\"$text\" is called $file, not $want"
done | grep . && status=1
texts=$(grep -v '^#' "$work/sheet" | cut -f2 | tr '\n' '|')
[ "$texts" = 'Sit tall.|Let go. Softly.|out|in|' ] || fail "the sheet has $texts"
"$BREATHMARK" voices >"$work/list" && grep -q '^built in: ' "$work/list" || fail "no list"
mkdir -p "$BREATHMARK_DATA/voices/anna"
"$BREATHMARK" voices | grep -qx 'pack: anna' || fail "the pack is not listed"
"$BREATHMARK" voices --sheet nowhere 2>"$work/err"
[ $? = 2 ] && grep -q 'nowhere' "$work/err" || fail "a sheet of nothing"

# The tick that ships, as the recording of both lines.
for file in $(grep -v '^#' "$work/sheet" | head -2 | cut -f1); do
    cp "$TREE/assets/sounds/tick.ogg" "$BREATHMARK_DATA/voices/anna/$file"
done
printf 'voice_pack: anna\n' >"$BREATHMARK_DATA/settings"
render() { # OUT ARG…
    local out=$1
    shift
    "$BREATHMARK" export "$work/said.session" -o "$work/$out" --cue off "$@" \
        >"$work/out" 2>"$work/$out.err" || fail "export $out: status $?"
}
render a.wav
render b.wav
cmp -s "$work/a.wav" "$work/b.wav" || fail "not the same bytes each time"
printf 'voice: off\n' >"$BREATHMARK_DATA/settings"
render off.wav
[ ! -s "$work/off.wav.err" ] || fail "off, but said: $(cat "$work/off.wav.err")"
sed -i 's/^title/lang: de\ntitle/' "$work/said.session"
printf 'voice: on\nvoice_pack: none\n' >"$BREATHMARK_DATA/settings"
render other.wav
[ "$(wc -l <"$work/other.wav.err")" = 1 ] && grep -q 'speaks English, not "de"' "$work/other.wav.err" ||
    fail "another language: $(cat "$work/other.wav.err")"
python3 - "$work" <<'END' || fail "what is said is wrong"
import array, sys, wave

def read(name):
    with wave.open(f"{sys.argv[1]}/{name}.wav") as w:
        return array.array("h", w.readframes(w.getnframes()))

def loud(pcm, start, end):
    piece = pcm[int(start * 96000):int(end * 96000)]
    return (sum(x * x for x in piece) / len(piece)) ** 0.5

said, off, other = read("a"), read("off"), read("other")
assert loud(said, 0, 0.15) > 300, "the settle's line is not said at its start"
assert loud(said, 2.6, 4.7) < 5, "more is said than the recording has"
assert loud(said, 6, 6.15) > 300, "the line at 6 s is not said"
assert loud(said, 35, 35.15) > 300, "the last line is not said"
assert not any(off), "something sounds with the voice off"
assert not any(other), "something sounds that nobody could say"
END
exit "$status"
