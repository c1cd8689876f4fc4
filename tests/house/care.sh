#!/usr/bin/env bash
# The lists of whom to call can be read by program and person: a country, the
# day of the last check, and lines of name, number and when; the emergency
# number first. Plants a fault of each kind in a copy and expects it to be
# seen.
set -u
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT

look() { # FILE: prints what is wrong
    awk -v file="${1##*/}" '
        /^#/ || /^$/ { next }
        /^country: ./ && !lines { country = 1; next }
        /^checked: 2[0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]$/ && !lines { checked = 1; next }
        {
            lines++
            if (split($0, field, " [|] ") != 3 || field[1] == "" || field[2] == "" || field[3] == "")
                print file ":" NR ": not NAME | NUMBER | when or how"
            if (length($0) > 200) print file ":" NR ": longer than a screen can show"
            if (lines == 1 && tolower(field[1]) !~ /emergency/)
                print file ":" NR ": the emergency number does not stand first"
        }
        END {
            if (!country) print file ":1: no country"
            if (!checked) print file ":1: no day of the last check"
            if (!lines) print file ":1: nobody to call"
        }' "$1"
}

status=0
for file in "$TREE"/assets/care/*.txt; do
    look "$file" | grep . && status=1
done
for number in '| 911 |' '| 988 |' 'text HOME to 741741' '1-800-662-4357' '62-FIRESIDE'; do
    grep -qF "$number" "$TREE/assets/care/us.txt" || {
        echo "us.txt: $number is missing"
        status=1
    }
done

while IFS=: read -r change words; do
    sed -E "$change" "$TREE/assets/care/us.txt" >"$copy/us.txt"
    look "$copy/us.txt" | grep -qF "$words" || {
        echo "care.sh did not say \"$words\" after: $change"
        status=1
    }
done <<'PLANTED'
/^country/d:no country
s/^(checked. ).*/\1soon/:no day of the last check
s/ [|] 911 [|]/ 911/:not NAME
/911/d:does not stand first
/[|]/d:nobody to call
PLANTED
[ "$status" = 0 ] && echo "care: every list can be read and is dated"
exit "$status"
