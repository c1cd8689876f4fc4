#!/usr/bin/env bash
# One version and one day of release, those of CHANGELOG.md's newest heading:
# what --version says, and what software centres read.
set -u
cd "$TREE" || exit 2
status=0
broken() {
    echo "version: $*"
    status=1
}
read -r version day < <(sed -nE 's/^## \[([0-9][^]]*)\] - (.*)/\1 \2/p' CHANGELOG.md)
date -d "$day" >/dev/null || broken "CHANGELOG.md: \"$day\" is no day"

said=$("$BREATHMARK" --version)
[ "$said" = "breathmark $version" ] || broken "--version says \"$said\", not $version"
grep -qF "<release version=\"$version\" date=\"$day\"/>" "$BUILD"/package/*.metainfo.xml ||
    broken "the metainfo does not know $version of $day"
[ "$status" = 0 ] && echo "version: $version of $day everywhere"
exit "$status"
