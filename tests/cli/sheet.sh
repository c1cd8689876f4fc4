#!/usr/bin/env bash
# The sheet as a PDF: it says what the sheet as text says, over as many pages as
# it needs, each with its number, in greys, with its fonts in it; hostile texts
# do not stop it; without the module a clear word and no file.
set -u
for tool in pdftotext pdfinfo pdffonts pdftoppm convert; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing (packages poppler-utils, imagemagick)"; exit 77; }
done
[ -f "$BUILD/breathmark-paper.so" ] || { echo "skipped: built without pango"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=UTC
# What pango and fontconfig keep until the end is not ours.
export ASAN_OPTIONS=detect_leaks=0
cd "$work" || exit 2
status=0
broken() {
    echo "sheet: $*"
    status=1
}
bm() { "$BREATHMARK" --data d --now 2026-03-28T12:00 "$@"; }
squeezed() { tr '\f' '\n' | tr -s ' ' | sed 's/^ //; s/ $//' | grep .; }

bm calendar plan --preset fadiman --start 2026-03-01 >/dev/null
head -c 3000 /dev/zero | tr '\0' 'w' >long # one word
for day in 02 05 06 09 11 12 20 27; do
    {
        echo "Words of $day: \"longer\", softer, élan."
        echo
        for line in $(seq 12); do echo "line $line of $day"; done
    } | bm --now "2026-03-${day}T21:00" journal add --session box --done 5m40s \
        --mood-before 2 --mood-after 4 --tag share >/dev/null
done
echo 'nobody sees this' | bm --now 2026-03-10T08:00 journal add --mood-after 3 >/dev/null
bm journal export --sheet >text || broken "no text"
bm journal export --sheet -o sheet.pdf || broken "no PDF"
[ "$(stat -c %a sheet.pdf)" = 600 ] || broken "others may read it"
pdftotext -layout sheet.pdf - | squeezed >read
squeezed <text >wanted
while IFS= read -r line; do
    grep -qxF -- "$line" read || broken "the PDF does not say: $line"
done <wanted
# And no more: but for the numbers of pages, and a head that comes again.
grep -vxF -f wanted read | grep -vxE '[0-9]+ ?/ ?[0-9]+' | grep . && broken "the PDF says more"
grep -q 'nobody' read && broken "the words of others are on it"

pages=$(pdfinfo sheet.pdf | sed -n 's/^Pages: *//p')
[ "$pages" -ge 3 ] || broken "$pages pages"
for page in $(seq "$pages"); do
    grep -qxE "$page ?/ ?$pages" read || broken "page $page has no number"
done
pdfinfo sheet.pdf | grep -q 'Page size:.*A4' || broken "not A4"
pdfinfo sheet.pdf | grep -q 'CreationDate:.*Mar 28 12:00:00 2026' || broken "made at another time"
for font in Inter-Regular Inter-Medium GentiumBookPlus; do
    pdffonts sheet.pdf | grep -E "$font.* yes yes" >/dev/null || broken "$font is not in it"
done
# Grey: red, green and blue are the same everywhere. And nothing touches the edge.
pdftoppm -r 40 -png sheet.pdf page
for picture in page-*.png; do
    colour=$(convert "$picture" -colorspace HSL -channel G -separate -format '%[fx:maxima]' info:)
    [ "$colour" = 0 ] || broken "$picture has colour: $colour"
    edge=$(convert "$picture" -shave 12x12 -bordercolor white -border 12 - |
        compare -metric AE - "$picture" null: 2>&1)
    [ "$edge" = 0 ] || broken "$picture: something at the edge: $edge"
done

# A year, a word of 3,000 letters, bytes that are no text, an empty span.
{ cat long; printf '\n\xff\x01 \xd8\xa7\xd9\x84\xd9\x87 %%rec\n'; } |
    bm --now 2026-03-27T22:00 journal add --session "$(head -c 300 long)" --tag share >/dev/null
bm journal export --sheet --from 2025-04-01 --to 2026-03-28 -o year.pdf || broken "no year"
pdftotext -layout year.pdf - | grep -q '52 Mar\|23 Mar' || broken "the year ends early"
[ "$(pdfinfo year.pdf | sed -n 's/^Pages: *//p')" -ge 4 ] || broken "the year has few pages"
bm journal export --sheet --from 2024-01-01 --to 2024-01-28 -o none.pdf || broken "no empty one"
pdftotext none.pdf - | grep -q 'nothing was written in these days' || broken "nothing is not said"

# Nothing is written but the file itself: no cache of fonts, no log.
if command -v strace >/dev/null; then
    strace -f -e trace=%file -o trace "$BREATHMARK" --data d journal export --sheet -o traced.pdf ||
        broken "no PDF under strace"
    grep -E 'O_WRONLY|O_RDWR|O_CREAT|mkdir|rename|unlink|link\(|symlink|chmod' trace | grep -v '= -1 E' |
        grep -vE '"(traced\.pdf|[^"]*/d/|/dev/|/proc/self/)' | grep -v readlink | grep . &&
        broken "something else is written"
fi

# What cannot be.
refused() { # STATUS WORDS COMMAND…
    local wanted=$1 words=$2
    shift 2
    bm "$@" >out 2>err
    [ $? = "$wanted" ] || broken "$*: another status"
    grep -q "$words" err || broken "$*: says $(cat err)"
}
refused 2 'ends with .pdf' journal export --sheet -o sheet.png
refused 2 'goes with --sheet' journal export --csv -o sheet.pdf
refused 1 'nowhere/sheet.pdf: not written' journal export --sheet -o nowhere/sheet.pdf
mkdir alone && cp "$BREATHMARK" alone/
BREATHMARK_ASSETS=$TREE/assets alone/breathmark --data d journal export --sheet -o other.pdf 2>err
[ $? = 1 ] || broken "without the module: another status"
grep -q 'breathmark-paper.so is missing' err || broken "without the module: $(cat err)"
[ ! -e other.pdf ] || broken "without the module: a file all the same"
exit $status
