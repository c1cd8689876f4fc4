#!/usr/bin/env bash
# Insight for people, as a picture, and what it does not understand. The
# figures themselves: insight_oracle.py and test_insight.
set -eu
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
run() { "$BREATHMARK" --data "$data" --now 2026-11-28T20:00 "$@"; }
fail() { echo "insight: $*"; exit 1; }

run insight | grep -qx "Nothing is written yet." || fail "empty: no kind word"
for i in 1 2 3 4 5; do
    echo warm | run journal add --session box --done 60s \
        --mood-before 2 --mood-after $((i % 2 + 3)) >/dev/null
done
echo | run journal add --session coherent --mood-before 1 --mood-after 2 >/dev/null
run insight --by practice >"$data/out"
grep -qx 'box: 5 entries, before 2, after 4, change +2 (half of them from +1 to +2), 5 min' \
    "$data/out" || fail "box is told otherwise: $(cat "$data/out")"
grep -qx 'coherent: 1 entry, before 1, after 2, change +1; too few to tell' "$data/out" ||
    fail "one entry is too few"
grep -q 'Szigeti and others 2021, eLife 10:e62878' "$data/out" || fail "no word on expecting"

for by in day practice month; do
    run insight --by $by -o "$data/$by.png"
    [ "$(head -c 4 "$data/$by.png" | tail -c 3)" = PNG ] || fail "$by is no picture"
done
cmp -s "$data/day.png" "$data/practice.png" && fail "all pictures are the same"
mkdir "$data/palettes"
for role in edge centre surface; do echo "$role: FFFFFF"; done >"$data/palettes/ink.txt"
for role in ink ink2 ink3 breath warm care ring line; do echo "$role: 000000"; done >>"$data/palettes/ink.txt"
echo 'palette: ink' >"$data/settings"
run insight -o "$data/ink.png" 2>"$data/err"
cmp -s "$data/day.png" "$data/ink.png" && fail "a palette of one's own is not taken"
[ ! -s "$data/err" ] || fail "a palette of one's own: $(cat "$data/err")"
rm "$data/palettes/ink.txt"
run insight -o "$data/none.png" 2>"$data/err"
cmp -s "$data/day.png" "$data/none.png" || fail "no palette: night does not stand in"
grep -q 'palette ink' "$data/err" || fail "no word on the palette"
run insight -o "$data/none/at.png" 2>"$data/err" && fail "a picture in no folder"
grep -q "^breathmark: .*at.png: " "$data/err" || fail "no word on the folder"
for wrong in --by=mood --tsv=1 --nonsense -o; do
    status=0
    run insight $wrong >"$data/out" 2>"$data/err" || status=$?
    [ "$status" = 2 ] || fail "$wrong ends with $status"
    [ "$(wc -l <"$data/err")" = 1 ] || fail "$wrong: not one line"
done
echo "insight: well"
