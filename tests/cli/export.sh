#!/usr/bin/env bash
# `export`: the same bytes each time, other bytes for another choice; a bell at
# its frame in the file; clear lines and statuses for what cannot be done.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BREATHMARK_DATA=$work/data
status=0

fail() {
    echo "$1"
    status=1
}

script() { # NAME, lines after the head from standard input
    {
        printf 'title: Long tide\nkind: breathwork\nclass: gentle\nbed: ocean\n'
        cat
    } >"$work/$1.session"
}

render() { # OUT SCRIPT ARG…
    local out=$1 name=$2
    shift 2
    "$BREATHMARK" export "$work/$name.session" -o "$work/$out" "$@" \
        >"$work/said" 2>&1 || fail "export $name $*: status $?"
    [ ! -s "$work/said" ] || fail "export $name $* said: $(cat "$work/said")"
}

same() { cmp -s "$work/$1" "$work/$2" || fail "$1 and $2 differ"; }
differ() { cmp -s "$work/$1" "$work/$2" && fail "$1 and $2 are the same"; }

says() { # STATUS TEXT ARG…
    local want=$1 text=$2 got
    shift 2
    "$BREATHMARK" export "$@" >"$work/out" 2>"$work/err"
    got=$?
    [ "$got" = "$want" ] || fail "export $*: status $got, not $want"
    grep -qF -- "$text" "$work/err" ||
        fail "export $*: said \"$(cat "$work/err")\", not \"$text\""
    [ "$(wc -l <"$work/err")" = 1 ] || fail "export $*: not one line"
}

# A person's own bowl, short, from the tick that ships.
script knock <<'END'
sit 0.5s
    at 0s tick
END
mkdir -p "$BREATHMARK_DATA/sounds"
render data/sounds/bowl.ogg knock --cue off --bed off

script tide <<'END'
let side = 2s (1s to 4s)
bell
breathe side-side x 3
END
render a.wav tide
render b.wav tide
render a.ogg tide
render b.ogg tide
same a.wav b.wav
same a.ogg b.ogg
render c.wav tide --seed 2
render d.wav tide --cue tone
render e.wav tide --bed rain
render f.wav tide --no-bells
render g.wav tide --set side=3s
render h.ogg tide --quality 9
for other in c d e f g; do
    differ a.wav $other.wav
done
differ a.ogg h.ogg
"$BREATHMARK" export --no-bells -o "$work/none.wav" --cue=off --bed=off \
    "$work/tide.session" || fail "options before the session: status $?"

# A bell at 0 and at 1234 ms; nothing else sounds.
script first <<'END'
sit 3s
    at 0s bell
END
script later <<'END'
sit 3s
    at 1.2s bell
END
script last <<'END'
sit 3s
bell
END
render first.wav first --cue off --bed off
render last.wav last --cue off --bed off
render later.wav later --cue off --bed off
python3 - "$work" <<'END' || fail "the sound of the files is wrong"
import array, sys, wave

def read(name):
    with wave.open(f"{sys.argv[1]}/{name}.wav") as w:
        assert (w.getframerate(), w.getnchannels(), w.getsampwidth()) == (48000, 2, 2)
        return array.array("h", w.readframes(w.getnframes()))

first, later = read("first"), read("later")
shift = 2 * 1200 * 48
assert not any(later[:shift]), "something sounds before the bell"
assert max(map(abs, first)) > 2000, "the bell is not heard"
assert all(abs(a - b) <= 2 for a, b in zip(first, later[shift:])), "the bell is not at its frame"
assert len(first) == 3 * 96000, "a short bell made it longer"
last = read("last")
assert 3.5 * 96000 < len(last) < 6 * 96000, "the bell at the end does not ring out"
assert not any(last[:3 * 96000]) and any(last[3 * 96000:]), "the last bell is not at the end"
assert len(read("f")) == 12 * 96000, "the length is not the timeline's"
assert not any(read("none")), "silence is not silent"
END

says 2 'no session' "$work/nosuch" -o "$work/x.wav"
says 2 'must end in .ogg or .wav' "$work/tide.session" -o "$work/x.mp3"
says 2 'export needs a session and -o' "$work/tide.session"
says 2 '--cue drums' "$work/tide.session" -o "$work/x.wav" --cue drums
says 2 '--bed forest' "$work/tide.session" -o "$work/x.wav" --bed forest
says 2 '--quality 11' "$work/tide.session" -o "$work/x.ogg" --quality 11
says 2 '--set side=9s' "$work/tide.session" -o "$work/x.wav" --set side=9s
says 1 'there is no such folder' "$work/tide.session" -o "$work/no/x.wav"
[ -e "$work/x.wav" ] && fail "a file was left of a failure"
# Whoever ends it, no half of a file stays; what is to go on without its terminal
# does.
script long <<'END'
breathe 4-6 x 3000
END
part() { ls "$work"/x.ogg.*.part >"$work/there" 2>&1; }
for signal in TERM INT HUP QUIT; do
    env --default-signal=INT,QUIT "$BREATHMARK" export "$work/long.session" -o "$work/x.ogg" >"$work/said" 2>&1 &
    writer=$!
    for _ in $(seq 100); do part && break || sleep 0.1; done
    kill "-$signal" "$writer"
    wait "$writer" && fail "SIG$signal does not end it"
    grep -q 'x.ogg: stopped' "$work/said" || fail "SIG$signal is not told: $(cat "$work/said")"
done
(trap '' HUP && exec "$BREATHMARK" export "$work/long.session" -o "$work/x.ogg") >"$work/said" 2>&1 &
writer=$!
for _ in $(seq 100); do part && break || sleep 0.1; done
kill -HUP "$writer"
sleep 0.3
kill "$writer" || fail "a hangup that is ignored ends it"
wait "$writer" && fail "it ended well"
ls "$work" | grep -q part && fail "a part was left"
exit "$status"
