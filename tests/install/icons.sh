#!/usr/bin/env bash
# The icons in the tree are what make_icons draws, each of the size that its
# name says, clear at the corners and opaque in the middle.
set -u
make_icons=$1
command -v convert >/dev/null || { echo "skipped: imagemagick is missing"; exit 77; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0
broken() {
    echo "icons: $*"
    status=1
}

"$make_icons" "$out" || exit 1
for drawn in "$out"/*.png; do
    name=$(basename "$drawn")
    kept="$TREE/package/icons/$name"
    cmp -s <(convert "$drawn" rgba:-) <(convert "$kept" rgba:-) ||
        broken "$name is not what make_icons draws"
    half=$((${name%.png} / 2))
    told=$(convert "$kept" -format "%w %h %[fx:p{0,0}.a] %[fx:p{$half,$half}.a]" info:)
    [ "$told" = "${name%.png} ${name%.png} 0 1" ] || broken "$name: size and alpha are $told"
done
[ "$(find "$out" -name '*.png' | wc -l)" = "$(find "$TREE/package/icons" -name '*.png' | wc -l)" ] ||
    broken "there are others"
[ "$status" = 0 ] && echo "icons: every one is as drawn"
exit "$status"
