#!/usr/bin/env bash
# What is played is what is exported: the real program plays a session through
# SDL's disk driver, and every frame of it, cue, beds, bells and a spoken line, is
# compared with the export of the same session. So every onset stands at its
# frame.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BREATHMARK_DATA=$work/data SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=disk
export SDL_DISKAUDIODELAY=2 SDL_DISKAUDIOFILE=$work/live.pcm

cat >"$work/bells.session" <<'END'
title: Bells
kind: breathwork
class: gentle
bed: ocean
voice: on
lang: x
bell
breathe 2-3 x 3
    at 1s tick
    at 2.3s bell chime
    at 7.7s bell
    at 9s say "Let go."
bell rubbed
bed rain over 1s
rest 2s
    at 2s tick
bell
END

# The tick stands in for a voice: a line of its own pack, read at once.
line=$(printf 'Let go.' | sha1sum | cut -d' ' -f1)
mkdir -p "$BREATHMARK_DATA/voices/tock"
cp "$TREE/assets/sounds/tick.ogg" "$BREATHMARK_DATA/voices/tock/$line.ogg"
printf 'voice_pack: tock\n' >"$BREATHMARK_DATA/settings"

timeout -s KILL 120 "$BREATHMARK" play "$work/bells.session" \
    --window=320x180 --no-journal --seed 4 >"$work/said" 2>&1 || {
    echo "play: status $?"
    cat "$work/said"
    exit 1
}
"$BREATHMARK" export "$work/bells.session" -o "$work/export.wav" --seed 4 || {
    echo "export: status $?"
    exit 1
}
python3 - "$work" <<'END'
import array, sys, wave

live = array.array("f")
with open(f"{sys.argv[1]}/live.pcm", "rb") as f:
    live.frombytes(f.read())
with wave.open(f"{sys.argv[1]}/export.wav") as w:
    want = array.array("h", w.readframes(w.getnframes()))

# The bowl is the first thing that sounds; dither may shift what is taken for
# its first frame a little, so the start that fits best is looked for.
def differ(start, first, last, step=1):
    got = live[2 * start + first : 2 * start + last : step]
    return max(abs(a * 32767 - b) for a, b in zip(got, want[first:last:step]))

near = next(i for i, x in enumerate(live) if abs(x) > 3e-4) // 2
own = next(i for i, x in enumerate(want) if abs(x) > 10) // 2
starts = [s for s in range(near - own - 400, near - own + 400) if s >= 0]
start = min(starts, key=lambda s: differ(s, 0, 24000, 7))
frames = min(len(want), len(live) - 2 * start)
# Half a second of the ending is what the closing program may cut.
if frames < len(want) - 48000:
    sys.exit(f"only {frames // 2} of {len(want) // 2} frames were played")
worst = differ(start, 0, frames)
line = want[2 * 9 * 48000 : 2 * 9 * 48000 + 9600]
before = want[2 * 9 * 48000 - 9600 : 2 * 9 * 48000]
if max(map(abs, line)) < 2 * max(map(abs, before)):
    sys.exit("the line is not said")
if worst > 2:
    sys.exit(f"the sound that was played is off by {worst:.1f} of 32767")
print(f"{frames // 2} frames are those of the export")
END
