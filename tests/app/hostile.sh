#!/usr/bin/env bash
# What the machine may do to us: no display, no sound, no fonts, a folder that
# cannot be written, a full disk, a journal that is a folder. One clear line
# each, nothing lost, no crash.
set -eu
data=$(mktemp -d)
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; chmod -R u+w "$data"; rm -rf "$data"' EXIT
fail() { echo "hostile: $*"; cat "$data/err" 2>/dev/null; exit 1; }
unset DISPLAY WAYLAND_DISPLAY
export LSAN_OPTIONS="suppressions=$TREE/tests/app/leaks.supp:print_suppressions=0"

cat >"$data/short.session" <<'S'
title: Short
kind: meditation
class: gentle
bell
sit 1s
S
# run STATUS LINE… -- ARGS: stdin is handed on; exactly these lines on stderr,
# each a pattern.
run() {
    local want=$1 status=0
    shift
    local patterns=()
    while [ "$1" != -- ]; do patterns+=("$1"); shift; done
    shift
    "$BREATHMARK" "$@" >"$data/out" 2>"$data/err" || status=$?
    [ "$status" = "$want" ] || fail "$*: ends with $status, not $want"
    [ "$(wc -l <"$data/err")" = "${#patterns[@]}" ] ||
        fail "$*: not ${#patterns[@]} lines"
    for pattern in ${patterns[@]+"${patterns[@]}"}; do
        grep -q "^breathmark: .*$pattern" "$data/err" || fail "$*: no line $pattern"
    done
}

# No display: one line, and it goes on as text, to a kept entry.
printf '\n4\nstill here\n' | SDL_VIDEODRIVER=x11 DISPLAY=:9999 \
    run 0 display -- --data "$data/a" play "$data/short.session" --mute
grep -q 'still here' "$data/a/journal.rec" || fail "no entry without a display"
SDL_VIDEODRIVER=x11 DISPLAY=:9999 run 1 display -- --data "$data/a"
# Nor is memory that nobody sees a display: SDL takes that where all else fails.
unset SDL_VIDEODRIVER XDG_RUNTIME_DIR
printf '\n4\nseen by nobody\n' |
    run 0 display -- --data "$data/a" play "$data/short.session" --mute
grep -q 'seen by nobody' "$data/a/journal.rec" || fail "no entry without any display"
run 1 display -- --data "$data/a"
XDG_RUNTIME_DIR=$data run 1 display -- --data "$data/a"

# No sound device, in a window: one line, the session goes on and ends.
export SDL_VIDEODRIVER=dummy
SDL_AUDIODRIVER=nosuch run 0 'sound' -- --data "$data/a" \
    play "$data/short.session" --no-journal
# No fonts, no sounds: a line for the sound, and one for the fonts where the
# system has them not either.
mkdir -p "$data/bare/assets" "$data/bare/sessions"
missing=('bowl.ogg')
have_font() { find /usr/share/fonts -name "$1" 2>/dev/null | grep -q .; }
have_font GentiumBookPlus-Regular.ttf && have_font Inter-Light.otf ||
    missing+=('fonts missing')
SDL_AUDIODRIVER=dummy BREATHMARK_ASSETS=$data/bare run 0 "${missing[@]}" -- \
    --data "$data/a" play "$data/short.session" --no-journal

# The journal is a folder; the data folder is a file.
mkdir -p "$data/b/journal.rec"
echo 'my words' | run 1 'not saved to the journal; kept as a draft at' -- \
    --data "$data/b" journal add
grep -rq 'my words' "$data/b/drafts" || fail "the draft is missing"
: >"$data/file"
HOME=$data/home run 1 'not saved to the journal' -- --data "$data/file" journal add </dev/null

# A text of 1 MiB is kept and read back whole; a larger one is kept as a draft,
# which no later start takes for an entry.
head -c 1048576 /dev/zero | tr '\0' x | run 0 -- --data "$data/large" journal add
run 0 -- --data "$data/large" journal check
head -c 1200000 /dev/zero | tr '\0' y | run 1 'kept as a draft at .*1 MiB' -- \
    --data "$data/large" journal add
grep -rq yyyy "$data/large/drafts" || fail "the large text is lost"
run 0 'unfinished words lie in the draft' -- --data "$data/large" journal list
grep -q yyyy "$data/large/journal.rec" && fail "a large text is in the journal"

# A full disk, and one that cannot be written; needs root to make them.
if [ "$(id -u)" = 0 ] && mkdir "$data/full" && mount -t tmpfs -o size=64k tmpfs "$data/full" 2>/dev/null; then
    mounted=$data/full
    echo first | run 0 -- --data "$data/full" journal add
    before=$(cat "$data/full/journal.rec")
    dd if=/dev/zero of="$data/full/fill" bs=1k 2>/dev/null || true
    head -c 20000 /dev/zero | tr '\0' x |
        HOME=$data/home run 1 'not saved to the journal; kept as a draft at .*full' -- \
            --data "$data/full" journal add
    [ "$(cat "$data/full/journal.rec")" = "$before" ] || fail "a full disk changed the journal"
    draft=$(sed -E 's/.*kept as a draft at ([^ ]*\.rec).*/\1/' "$data/err")
    grep -q xxxx "$draft" || fail "the draft $draft is not there"
    rm "$data/full/fill"
    mount -o remount,ro "$data/full"
    echo readonly | HOME=$data/home2 run 1 'not saved to the journal; kept as a draft at' -- \
        --data "$data/full" journal add
    printf "\n4\nread-only words\n" | HOME=$data/home3 \
        run 1 'not saved to the journal; kept as a draft at' -- \
        --data "$data/full" play "$data/short.session" --text --fast
    grep -rq "read-only words" "$data/home3" || fail "the words are lost"
else
    echo "hostile: full and read-only disks were not tried (needs root and mount)"
fi
echo "hostile: well"
