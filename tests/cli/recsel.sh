#!/usr/bin/env bash
# "How to read it in thirty years" in README.md: its questions to recsel are
# asked of a journal, and answered as the page says. There are five.
set -u
command -v recsel >/dev/null || { echo "skipped: recutils is missing"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TZ=UTC
cd "$work" || exit 2
status=0
broken() {
    echo "recsel: $*"
    status=1
}
add() { # NOW TEXT WORDS…
    printf '%s\n' "$2" | "$BREATHMARK" --data . --now "$1" journal add "${@:3}" >/dev/null || broken "not kept"
}
"$BREATHMARK" --data . --now 2026-10-30T08:00 calendar plan --pattern 'dose transition normal' \
    --start 2026-10-30 >/dev/null
add 2026-10-30T08:00 'Cold feet.' --session box --done 5m --mood-before 2 --mood-after 4 --tag share
add 2026-11-02T08:00 'Warm hands.' --session coherent --done 5m --mood-before 3 --mood-after 5 --tag morning --tag share
add 2026-11-03T08:00 'Nothing.' --session box --done 5m --mood-before 3 --mood-after 3
add 2026-11-04T08:00 'More of it.' --session box --done 5m --mood-before 3 --mood-after 2 --tag morning

ask() { # NUMBER: the answer to that question of the page, blanks squeezed
    local line
    line=$(sed -n 's/^    \(recsel .*\)/\1/p' "$TREE/README.md" | sed -n "$1p")
    bash -c "$line" 2>&1 | tr '\n' ' ' | tr -s ' ' | sed 's/ $//'
}
is() { # NUMBER ANSWER
    [ "$(ask "$1")" = "$2" ] || broken "question $1: \"$(ask "$1")\", not \"$2\""
}
[ "$(grep -c '^    recsel ' "$TREE/README.md")" = 5 ] || broken "there are not five questions"
is 1 "At: 2026-10-30 08:00:00 +0000 Session: box Mood_before: 2 Mood_after: 4 At: 2026-11-02 08:00:00 +0000 Session: coherent Mood_before: 3 Mood_after: 5"
is 2 "Warm hands."
is 3 "Session: box Count_Id: 3 Avg_Mood_after: 3 Session: coherent Count_Id: 1 Avg_Mood_after: 5"
is 4 "At: 2026-11-02 08:00:00 +0000 Session: coherent"
is 5 "2"
exit $status
