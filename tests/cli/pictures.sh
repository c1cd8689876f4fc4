#!/usr/bin/env bash
# The pictures in the tree are those that the program draws: the same within
# 2/255 in the mean, and within 1/8 of the parts of a grid of 32 x 18, for fonts
# differ a little from machine to machine. Every one can be read without colour:
# what stands out from its ground does so in grey as well.
set -u
for tool in convert compare; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing (package imagemagick)"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BREATHMARK_DATA=$work/data
"$TREE/assets/pictures/make" "$BREATHMARK" "$work" || exit 1
status=0
broken() {
    echo "pictures: $1"
    status=1
}
for drawn in "$work"/*.png; do
    name=${drawn##*/}
    kept=$TREE/assets/pictures/$name
    [ -f "$kept" ] || { broken "$name is not in the tree; assets/pictures/make draws it"; continue; }
    difference() { # GEOMETRY METRIC
        convert "$drawn" "$kept" -resize "$1" -compose difference -composite \
            -colorspace gray -format "%[fx:int(255*$2*100)]" info:
    }
    mean=$(difference 100% mean)
    part=$(difference '32x18!' maxima)
    [ "$mean" -le 200 ] || broken "$name differs by $mean hundredths of 255 in the mean"
    [ "$part" -le 3200 ] || broken "a part of $name differs by $part hundredths of 255"
    # Light in grey: the brightest and the darkest tenth of a percent.
    range=$(convert "$drawn" -colorspace gray -format '%[fx:int(255*(maxima-minima))]' info:)
    [ "$range" -ge 150 ] || broken "$name has only $range of 255 steps of grey"
done
for kept in "$TREE"/assets/pictures/*.png; do
    [ -f "$work/${kept##*/}" ] || broken "${kept##*/} is drawn by nothing"
done
# In a small one, as in a small window, the title is set in letters of 11 pixels
# rather than of 9: as wide as that.
printf 'title: Long tide\nkind: breathwork\nclass: gentle\npacer: none\nbreathe 4-6 for 1m\n' >"$work/small.session"
"$BREATHMARK" frame "$work/small.session" --at 1s --size 640x360 -o "$work/small" || status=1
wide=$(convert "$work/small" -crop 320x45+0+0 +repage -colorspace gray -threshold 35% -trim -format '%w' info:)
[ "$wide" -ge 105 ] || broken "the title of a small one is $wide pixels wide"
[ "$status" = 0 ] && echo "pictures: $(ls "$work"/*.png | wc -l) as they were"
exit "$status"
