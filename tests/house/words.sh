#!/usr/bin/env bash
# Every sentence of the screens has its words in every language, and no screen
# draws one that goes round the table (words.py says how). Plants a fault of
# each kind in a copy and expects it to be seen.
set -u
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
status=0

python3 "$here/words.py" "$TREE" || status=1

cp -r "$TREE/src" "$TREE/sessions" "$copy"
mkdir "$copy/assets"
cp -r "$TREE"/assets/{words,care,protocols} "$copy/assets"
while IFS='#' read -r file change words; do
    sed -i -E "$change" "$copy/$file"
    echo "$words" >>"$copy/expected"
done <<'PLANTED'
src/screens/today_draw.c#s/"Good morning\."/"Good day to you."/#de.txt: is missing (src/screens/today_draw.c): Good day to you.
src/screens/today_draw.c#s/^$//#is said nowhere: Good morning.
src/screens/notice.c#s/"Line \{1\}, column \{2\}"/"Line {1}, " "column {3}"/#is missing (src/screens/notice.c): Line {1}, column {3}
src/screens/care.c#s/say\(t, (STR\("Feet, breath)/plainly(t, \1/#goes round say() and WORD(): Feet, breath, five things to see
src/screens/player_hud.c#s/STR\(WORD\("Space goes on"\)\)/STR("Space goes " "on")/#goes round say() and WORD(): Space goes on
src/core/calendar_care.c#s/WORD\("Skipped is fine/("Skipped is fine/#goes round say() and WORD(): Skipped is fine
sessions/box.session#s/^(title: *).*/\1A new name/#is missing (sessions/box.session): A new name
sessions/box.session#s/^(caution: *)Stop .*/\1Stop now./#is missing (sessions/box.session): Stop now.
assets/care/us.txt#s/Danger to life:/In danger:/#is missing (assets/care/us.txt): In danger:
assets/words/fr.txt#/^Today$/,+1d#fr.txt: is missing
assets/words/de.txt#/^Sessions$/i\    Noch eins#belongs to no sentence: Noch eins
assets/words/pt.txt#s/^    Hoje$/    /#has no translation: Today
assets/words/ar.txt#s/^    \{1\} dB$/    {2} dB/#has other places than English: {2} dB
assets/words/de.txt#/^Today$/i\Today\n    Jetzt\n#stands twice: Today
assets/words/de.txt#s/^    Leicht$/    Leicht|mood/#shows what only tells words apart
PLANTED
rm "$copy/assets/words/es.txt"
echo 'es.txt: there is no such file' >>"$copy/expected"
python3 "$here/words.py" "$copy" >"$copy/said"
while read -r words; do
    grep -qF "$words" "$copy/said" || {
        echo "words.sh did not say \"$words\""
        status=1
    }
done <"$copy/expected"
[ "$status" = 0 ] && echo "words: all of them in every language"
exit "$status"
