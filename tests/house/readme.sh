#!/usr/bin/env bash
# README.md can be followed: every command that it names is in --help, its script
# compiles, and its calendar lines do what they say. README_TREE is the tree to
# look at; each rule is seen to fail in readme_planted.sh.
set -u
cd "${README_TREE:-$TREE}" || exit 2
status=0
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

broken() {
    echo "$1"
    status=1
}

"$BREATHMARK" --help >"$out/help"
while read -r command; do
    grep -qE "(^|[ |])$command( |$)" "$out/help" ||
        broken "README.md: --help does not know \"$command\""
done < <(grep -oE '(^    |`)(build/)?breathmark [a-z]+( [a-z]+)?' README.md |
    sed -E 's/.*breathmark //; /^(journal|calendar) /!s/ .*//; s/^(journal|calendar) //' | sort -u)

sed -n '/^    title:/,/^    ask/s/^    //p' README.md >"$out/x.session"
[ -s "$out/x.session" ] || broken "README.md: its script is gone"
"$BREATHMARK" check "$out/x.session" >"$out/said" 2>&1 && [ ! -s "$out/said" ] || {
    broken "README.md: its script does not compile silently"
    cat "$out/said"
}

while read -r line; do
    # shellcheck disable=SC2086
    (cd "$out" && BREATHMARK_DATA=$out/data "$BREATHMARK" \
        --now 2026-12-02T12:00 ${line#breathmark }) >"$out/said" 2>&1 || {
        broken "README.md: \"$line\" fails"
        cat "$out/said"
    }
done < <(sed -n 's/^    \(breathmark calendar .*\)/\1/p' README.md)
[ -s "$out/breathing.ics" ] || broken "README.md: its calendar was not exported"

[ "$status" = 0 ] && echo "readme: every page can be followed"
exit "$status"
