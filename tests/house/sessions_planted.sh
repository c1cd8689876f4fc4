#!/usr/bin/env bash
# Shows that the sessions test can fail: breaks one rule in a copy of one
# script at a time and expects the fault to be named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
planted=0

plant() { # SCRIPT SED-SCRIPT WORDS-EXPECTED
    rm -rf "$copy/s"
    mkdir -p "$copy/s/$(dirname "$1")"
    sed -E "$2" "$TREE/sessions/$1" >"$copy/s/$1"
    if cmp -s "$copy/s/$1" "$TREE/sessions/$1"; then
        echo "nothing to plant in $1: $2"
        exit 1
    fi
    local status=0
    SESSIONS=$copy/s AT_LEAST=1 bash "$here/sessions.sh" >"$copy/said" || status=$?
    [ "$status" != 77 ] || { cat "$copy/said"; exit 77; }
    if [ "$status" = 0 ] || ! grep -qF "$3" "$copy/said"; then
        echo "sessions.sh did not say \"$3\" of $1 after: $2"
        cat "$copy/said"
        exit 1
    fi
    planted=$((planted + 1))
}

plant box.session 's/^rest 16s/rest 16/' 'does not compile silently'
plant box.session 's/^bell$/bell gong/' 'does not compile silently'
plant box.session '/^source:/d' 'no source'
plant box.session '/^evidence:/d' 'no evidence'
plant box.session '/^ask/d' 'no ask'
plant box.session '/^rate/d' 'no rate'
plant coherent.session '/^let/d; s/for length/for 10m/' 'no let'
plant box.session '/^caution: .*water/d' 'no caution names "driving"'
plant box.session 's/^days:.*/days: any/' 'does not suit a dose day'
plant box.session 's/at 1m /at 24s/; s/for length/for length "Slowly."\n at 20s say "One, two, three, four."/' 'needs'
plant box.session 's/Let the holds be soft/Let all of the four holds be very soft/' 'more than 9 words'
plant box.session 's/Sit tall\./You should sit tall./' 'a promise, an order, or a substance'
plant standing-shake.session 's/^rest 2m /move 2m /' 'does not settle'
plant standing-shake.session 's/Stand with your feet/Stand on a floor that is even and dry and not too hard, somewhere near to a wall or else a chair, with your feet/' 'longer than two lines'
plant four-seven-eight.session 's/^(rest 30s .*)$/\1\nbell/' 'wake the sleeper'
plant breath/vigorous-rounds.session '/anticoagulants/d' 'no caution names "anticoagulants"'
plant breath/vigorous-rounds.session 's/in or near water/anywhere near it/' 'no caution names "water"'
plant breath/vigorous-rounds.session 's/^posture:.*/posture: standing/' 'lying or sitting'
plant breath/vigorous-rounds.session 's/1m30s\)/3m)/' 'a hold of more than 90 s'
plant breath/vigorous-rounds.session 's/until tap at most longest/longest/' 'that no tap ends'
plant breath/control-pause.session '/under 18/d' 'no caution names "under 18"'
plant partner/eye-gazing.session 's/^caution:.*//' 'how either may stop'
plant partner/eye-gazing.session 's/ on a stop word//' 'says how to stop'
plant partner/eye-gazing.session 's/"A speaks: what/"What/' "does not say that it is A's"
plant partner/eye-gazing.session 's/^turn both 15s/rest 15s/' 'do not end together'
plant partner/eye-gazing.session 's/^kind:.*/kind: meditation/' 'stands in another folder'
plant breath/triangle.session 's/feather\."/feather"/' 'without its end'

expect() { # WORDS-EXPECTED AT_LEAST
    if SESSIONS=$copy/s AT_LEAST=$2 bash "$here/sessions.sh" >"$copy/said" ||
        ! grep -qF "$1" "$copy/said"; then
        echo "sessions.sh did not say \"$1\""
        exit 1
    fi
    planted=$((planted + 1))
}

rm -rf "$copy/s"
mkdir -p "$copy/s/breath"
cp "$TREE/sessions/box.session" "$copy/s"
expect 'only 1 scripts' 2
cp "$TREE/sessions/box.session" "$copy/s/breath"
expect 'stands in two folders' 1
echo "sessions: each of $planted planted faults was named"
