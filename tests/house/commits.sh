#!/usr/bin/env bash
# Subjects of commits: "room: imperative, lower case", 60 letters at most; and
# a blank line before the reason.
set -u
git -C "$TREE" rev-parse HEAD >/dev/null 2>&1 || { echo "skipped: no history here"; exit 77; }
status=0
# Those that were on main before every batch was looked at.
old='^(2147a59f|65ac5fb6)'
while IFS= read -r commit; do
    git -C "$TREE" log -1 --format=%B "$commit" | awk -v commit="${commit:0:8}" '
        NR == 1 && length($0) > 60 { print commit ": " $0 ": longer than 60"; bad = 1 }
        NR == 1 && $0 !~ /^[a-z0-9_.\/-]+(, [a-z0-9_.\/-]+)*: [^A-Z .]/ { print commit ": " $0 ": not \"room: what it does\""; bad = 1 }
        NR == 1 && /\.$/ { print commit ": " $0 ": ends in a full stop"; bad = 1 }
        NR == 2 && $0 != "" { print commit ": no blank line after the subject"; bad = 1 }
        END { exit bad }' || status=1
done < <(git -C "$TREE" rev-list --no-merges -n "${COMMITS:-40}" HEAD | grep -vE "$old")
[ "$status" = 0 ] && echo "commits: every subject can be read in a list"
exit "$status"
