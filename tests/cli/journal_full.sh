#!/usr/bin/env bash
# A disk that is full, and one that is read-only: the words become a draft on
# the person's own disk, and come into the journal when there is room again.
set -u
[ "$(id -u)" = 0 ] || {
    echo "journal_full: skipped, mounting a small disk needs root"
    exit 77
}
work=$(mktemp -d)
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/disk" "$work/home"
mount -t tmpfs -o size=64k,mode=700 none "$work/disk" 2>/dev/null || {
    echo "journal_full: skipped, no disk may be mounted here"
    exit 77
}
export HOME=$work/home
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME BREATHMARK_DATA
failed=0

add() { # TEXT STATUS: adds it; err holds what was said
    # Longer than the room that may be left in the file's last block.
    { echo "$1" && head -c 9000 /dev/zero | tr '\0' x; } | "$BREATHMARK" --data "$work/disk" journal add \
        >"$work/out" 2>"$work/err"
    [ $? = "$2" ] || {
        echo "$1: not status $2"
        cat "$work/err"
        failed=1
    }
}

draft_has() { # TEXT: the draft that was named has it
    local draft
    draft=$(sed -n 's/.* draft at \([^ ]*\) .*/\1/p' "$work/err")
    grep -q "Text: $1" "$draft" || {
        echo "no draft with $1: $(cat "$work/err")"
        failed=1
    }
}

add one 0
before=$(cat "$work/disk/journal.rec")
head -c 1M /dev/zero >"$work/disk/ballast" 2>/dev/null
add two 1
draft_has two
rm "$work/disk/ballast"
[ "$(cat "$work/disk/journal.rec")" = "$before" ] || {
    echo "the journal of the full disk has changed"
    failed=1
}
mount -o remount,ro "$work/disk"
add three 1
draft_has three
mount -o remount,rw "$work/disk"
add four 0
for text in one two three four; do
    [ "$(grep -c "^Text: $text$" "$work/disk/journal.rec")" = 1 ] || {
        echo "$text is not in the journal once"
        failed=1
    }
done
left=$(find "$work" -name '*.rec' -path '*draft*' -o -name '*.rec' -path '*spare*')
[ -z "$left" ] || {
    echo "drafts are left: $left"
    failed=1
}
[ "$failed" = 0 ] && echo "journal_full: nothing is lost"
exit "$failed"
