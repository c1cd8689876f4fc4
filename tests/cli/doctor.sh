#!/usr/bin/env bash
# doctor says what is well, what to look at and what is broken, with a cure for
# each that is not well; it works without display and sound, changes nothing,
# and prints no word of the journal. Status 1 only when something is broken.
set -u
data=$(mktemp -d)
trap 'chmod -R u+rwx "$data"; rm -rf "$data"' EXIT
status=0
broken() {
    echo "doctor: $*"
    cat "$data/said"
    status=1
}
export SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy
export LSAN_OPTIONS="suppressions=$TREE/tests/app/leaks.supp:print_suppressions=0"
doctor() { "$BREATHMARK" --data "$data/d" doctor "$@" >"$data/said" 2>&1; }
state() { awk -F'\t' -v about="$1" '$2 == about { s = $1 } END { print s }' "$data/said"; }

doctor --tsv || broken "a new folder is called broken"
[ "$(head -1 "$data/said")" = $'state\tabout\tfound\tcure' ] || broken "no header"
awk -F'\t' 'NF != 4 || (NR > 1 && $1 !~ /^(ok|look|broken)$/) || ($1 ~ /look|broken/ && $4 == "")' \
    "$data/said" | grep . && broken "a line without its four columns, or a fault without a cure"
for about in display sound fonts language module data journal calendar drafts settings sessions; do
    [ -n "$(state $about)" ] || broken "nothing is said of $about"
done
grep -q 'Hz' "$data/said" || broken "the sound has no rate"

echo "a secret word" | "$BREATHMARK" --data "$data/d" journal add >/dev/null
doctor --tsv || broken "a good journal is called broken"
[ "$(state journal)" = ok ] || broken "a good journal is not ok"
cp "$data/d/journal.rec" "$data/before"

printf 'palette: pink\nlihgt: 50\n' >"$data/d/settings"
chmod 755 "$data/d"
mkdir -p "$data/d/sessions" "$data/d/drafts"
echo half >"$data/d/drafts/x.rec"
doctor --tsv || broken "what is only to be looked at is called broken"
for about in settings data drafts; do
    [ "$(state $about)" = look ] || broken "$about is $(state $about)"
done
grep -q 'settings:2:1:' "$data/said" || broken "the place in the settings is missing"

# A language, its mistakes, and letters that no font has.
mkdir -p "$data/d/words"
printf 'Today\n  Heute\n' >"$data/d/words/qq.txt"
echo 'language: qq' >"$data/d/settings"
doctor --tsv || broken "a language is called broken"
grep -q $'^ok\tlanguage\tqq' "$data/said" || broken "the language is $(state language)"
printf 'stray\n' >>"$data/d/words/qq.txt"
printf '  at last\n  stray\n' >>"$data/d/words/qq.txt"
doctor --tsv && grep -q 'words/qq.txt has 1 mistakes' "$data/said" || broken "its mistake is not counted"
printf 'Today\n  \xf0\x90\xa8\x80\n' >"$data/d/words/qq.txt"
doctor --tsv && [ "$(state language)" = look ] || broken "letters without a font are $(state language)"

sed -i '/^End:/d' "$data/d/journal.rec"
doctor --tsv && broken "a torn journal is no fault"
[ "$(state journal)" = broken ] || broken "a torn journal is $(state journal)"
cp "$data/before" "$data/d/journal.rec"
printf 'title: X\nsit 4x\n' >"$data/d/sessions/wrong.session"
doctor --tsv && broken "a script with mistakes is no fault"
[ "$(state session)" = broken ] || broken "a script with mistakes is not named"
grep -q 'breathmark check .*wrong.session' "$data/said" || broken "no cure for the script"
rm "$data/d/sessions/wrong.session"
grep -q 'secret' "$data/said" && broken "words of the journal are printed"
cmp -s "$data/before" "$data/d/journal.rec" || broken "the journal was changed"
[ -f "$data/d/drafts/x.rec" ] || broken "a draft was taken away"

BREATHMARK_ASSETS=$data/nowhere doctor --tsv && broken "no sessions at all is no fault"
(unset SDL_VIDEODRIVER DISPLAY WAYLAND_DISPLAY
    SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=nothing doctor --tsv) ||
    broken "without display and sound it fails"
[ "$(state display) $(state sound)" = 'look look' ] || broken "nothing is said of what is not there"
doctor --what && broken "a wrong option is taken"
doctor || broken "the page for people fails"
grep -qE '^[0-9]+ ok, [0-9]+ to look at, 0 broken$' "$data/said" || broken "no summing up"
[ "$status" = 0 ] && echo "doctor: each fault is named, with its cure"
exit "$status"
