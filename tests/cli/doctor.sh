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
# What nobody sees or hears is no display and no sound of a person's.
[ "$(state display) $(state sound)" = 'look look' ] || broken "SDL's dummies are $(state display) $(state sound)"
grep -q 'unset SDL_VIDEODRIVER' "$data/said" && grep -q 'unset SDL_AUDIODRIVER' "$data/said" ||
    broken "no way out of the dummies"
awk -F'\t' '$2 == "letters" { n++; bad += $1 == "ok" ? $3 !~ /^[A-Za-z]+: .*[.](ttf|otf|ttc)$/ : $3 !~ /no font/ }
    $3 == "Latin: Inter-Regular.otf" { ours++ }
    END { exit !(n >= 10 && !bad && ours) }' "$data/said" || broken "the fonts of the scripts are not told"

# Each of them does have the script, says fontconfig's own tool.
if command -v fc-list >/dev/null; then
    while read -r script letter; do
        font=$(awk -F'\t' -v s="$script: " '$2 == "letters" && $1 == "ok" && index($3, s) == 1 { print substr($3, length(s) + 1) }' "$data/said")
        [ -z "$font" ] || fc-list ":charset=$letter" file | grep -qF "/$font" ||
            broken "$script is said to be in $font"
    done <<<$'Hebrew 5d0\nArabic 627\nChinese 4e2d\nDevanagari 905\nThai e01'
else
    echo "doctor: no fc-list here; whether the fonts have the letters was not looked at"
fi

# How the sound did when it last played.
[ "$(state played)" = ok ] || broken "nothing played yet is $(state played)"
mkdir -m 700 -p "$data/d"
printf 'driver: pulse\taudio\nplayed: 600.480 s\nunderruns: 2\n' >"$data/d/sound.txt"
doctor --tsv || broken "gaps are called broken"
grep -q $'^look\tplayed\tdriver: pulse audio, played: 600.480 s, underruns: 2\t.*latency' "$data/said" ||
    broken "gaps of the last time are $(state played)"
grep -q $'^ok\tdata\t.*(mode 700)\t' "$data/said" || broken "the folder has no mode"
sed -i 's/underruns: 2/underruns: 0/' "$data/d/sound.txt"
doctor --tsv && [ "$(state played)" = ok ] || broken "no gaps are $(state played)"

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
grep -q $'^look\tdata\t.*(mode 755)\tchmod' "$data/said" || broken "the open folder's mode is missing"
grep -q 'settings:2:1:' "$data/said" || broken "the place in the settings is missing"

# A language, its mistakes, and letters that no font has: private ones.
mkdir -p "$data/d/words"
printf 'Today\n  Heute\n' >"$data/d/words/qq.txt"
echo 'language: qq' >"$data/d/settings"
doctor --tsv || broken "a language is called broken"
grep -q $'^ok\tlanguage\tqq' "$data/said" || broken "the language is $(state language)"
printf 'stray\n' >>"$data/d/words/qq.txt"
printf '  at last\n  stray\n' >>"$data/d/words/qq.txt"
doctor --tsv && grep -q 'words/qq.txt has 1 mistakes' "$data/said" || broken "its mistake is not counted"
printf 'Today\n  \xf4\x80\x80\x80\n' >"$data/d/words/qq.txt"
doctor --tsv && [ "$(state language)" = look ] || broken "letters without a font are $(state language)"

sed -i '/^End:/d' "$data/d/journal.rec"
doctor --tsv && broken "a torn journal is no fault"
[ "$(state journal)" = broken ] || broken "a torn journal is $(state journal)"
cp "$data/before" "$data/d/journal.rec"
printf 'title: X\nsit 4x\n' >"$data/d/sessions/wrong.session"
doctor --tsv && broken "a script with mistakes is no fault"
[ "$(state session)" = broken ] || broken "a script with mistakes is not named"
grep -q 'wrong.session:2:5: ' "$data/said" || broken "the place in the script is missing"
grep -q 'breathmark check .*wrong.session' "$data/said" || broken "no cure for the script"
printf 'title: X\nkind: breathwork\nclass: gentle\nsit 4x\nsit 5x\nsit 6x\nsit 7x\nsit 8x\n' >"$data/d/sessions/wrong.session"
doctor --tsv
[ "$(grep -c 'wrong.session:[4-6]:5: ' "$data/said")" = 3 ] && grep -q 'wrong.session has 2 more' "$data/said" ||
    broken "of five mistakes not three stand there, and how many more"
printf 'title: X\nkind: breathwork\nclass: gentle\nsit 4x\nsit 4x\n' >"$data/d/sessions/wrong.session"
doctor
[ "$(grep -c 'wrong.session:[45]:5: ' "$data/said") $(grep -c 'write 4s or 4m' "$data/said")" = '2 1' ] ||
    broken "one cure of two mistakes is not said once"
rm "$data/d/sessions/wrong.session"
# What stands beside a script in another language is looked at as well.
printf 'title: X\nkind: breathwork\nclass: gentle\nsit 4m\n' >"$data/d/sessions/mine.session"
printf 'title: X\nkind: breathwork\nclass: gentle\nsit 4q\n' >"$data/d/sessions/mine.de.session"
doctor --tsv && broken "a mistake in another language is no fault"
grep -q 'mine.de.session:4:5: ' "$data/said" || broken "the place in the German script is missing"
rm "$data/d/sessions/mine.session" "$data/d/sessions/mine.de.session"
grep -q 'secret' "$data/said" && broken "words of the journal are printed"
cmp -s "$data/before" "$data/d/journal.rec" || broken "the journal was changed"
[ -f "$data/d/drafts/x.rec" ] || broken "a draft was taken away"

# Without its modules: two it needs, two it can do without.
mkdir "$data/alone"
cp "$BREATHMARK" "$data/alone/"
"$data/alone/${BREATHMARK##*/}" --data "$data/d" doctor --tsv >"$data/said" 2>&1 && broken "missing modules are no fault"
[ "$(awk -F'\t' '$2 == "module" && $3 ~ /is missing: / { printf "%s ", $1 }' "$data/said")" = 'broken broken look look ' ] ||
    broken "the missing modules are not told"

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
