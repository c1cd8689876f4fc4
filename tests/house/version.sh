#!/usr/bin/env bash
# One version and one day of release wherever they stand: CMakeLists.txt,
# --version, the manuals, the metainfo, the changelog.
set -u
cd "$TREE" || exit 2
status=0
broken() {
    echo "version: $*"
    status=1
}
version=$(sed -nE 's/^project\(breathmark VERSION ([0-9.]+) .*/\1/p' CMakeLists.txt)
[ -n "$version" ] || broken "CMakeLists.txt has none"

said=$("$BREATHMARK" --version)
[ "$said" = "breathmark $version" ] || broken "--version says \"$said\", not $version"

release=$(sed -nE 's/.*<release version="([^"]*)" date="([^"]*)".*/\1 \2/p' package/*.metainfo.xml | head -n 1)
[ "${release% *}" = "$version" ] || broken "package/*.metainfo.xml has ${release% *}, not $version"

heading=$(sed -nE 's/^## \[([0-9][^]]*)\] - (.*)/\1 \2/p' CHANGELOG.md | head -n 1)
[ "$heading" = "$release" ] || broken "CHANGELOG.md has \"$heading\", the metainfo \"$release\""

day=$(LC_ALL=C date -d "${release#* }" '+%B %-d, %Y') || broken "no day in the metainfo"
for page in package/man/*.[15]; do
    grep -qxF ".Os Breathmark $version" "$page" || broken "$page is not of $version"
    grep -qxF ".Dd $day" "$page" || broken "$page is not of $day"
done
[ "$status" = 0 ] && echo "version: $version everywhere"
exit "$status"
