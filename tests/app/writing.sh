#!/usr/bin/env bash
# Writing in a real window, as a person does: 200 KB pasted before the text has
# the focus, undone and done again; words passed over, erased, chosen by keys and
# by the mouse, cut and copied to another program and back; accents by dead keys;
# kept by Ctrl+Enter. What is kept is what was written, byte for byte.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
command -v setxkbmap >/dev/null || { echo "skipped: setxkbmap is missing"; exit 77; }
display_begin writing xclip
press() {
    local key
    for key in "$@"; do
        xdotool key "$key"
        sleep 0.2
    done
}
text() { # what the draft, or the journal, has
    cat "$data"/drafts/*.rec 2>/dev/null |
        sed -n '/^Text:/,$ { s/^Text: *//; s/^+ //; p }' >"$data/text"
}
is() { # the draft, soon, is the words
    printf '%s\n' "$1" >"$data/wanted"
    same() { text && cmp -s "$data/wanted" "$data/text"; }
    display_until 15 same || fail "not \"$1\" but \"$(head -c 200 "$data/text")\""
}
clip() { timeout 5 xclip -selection clipboard -o; }
clip_is() {
    has() { [ "$(clip)" = "$1" ]; }
    display_until 10 has "$1" || fail "the clipboard has not \"$1\" but \"$(clip | head -c 200)\""
}
echo "drawing: memory" >"$data/settings"
setxkbmap -layout us -variant intl
"$BREATHMARK" --data "$data" --mute --window=1280x720 2>"$data/err" &
program=$!
display_until 20 xdotool search --name Breathmark >/dev/null || fail "no window"
drawn() { [ "$(display_brightest 80 60 400 120)" -gt 40000 ]; }
display_until 20 drawn || fail "nothing is drawn"
sleep 1.5

# The moods have the focus; what is pasted goes into the text all the same.
awk 'BEGIN { while (n < 200000) {
    line = "Wärme in den Händen, ここは静か 🙂, line " ++i ".";
    print line; n += length(line) + 20 } }' >"$data/large"
head -c -1 "$data/large" | xclip -selection clipboard -i # without the last newline
press c
sleep 0.5
press ctrl+v
large() { text && cmp -s "$data/large" "$data/text"; }
display_until 20 large || fail "200 KB are not what was pasted"
xdotool type --delay 80 ' And on.'
on() { text && tail -c 9 "$data/text" | grep -q 'And on\.'; }
display_until 15 on || fail "what is typed behind it is not there"
press ctrl+z ctrl+z ctrl+z
display_until 15 large || fail "undo leaves something else"
press ctrl+a Delete
xdotool type --delay 80 'one two three'
is 'one two three'
press ctrl+z ctrl+z ctrl+z ctrl+z
display_until 15 large || fail "what was deleted does not come back"
press ctrl+shift+z ctrl+y ctrl+y ctrl+y
is 'one two three'

# By words, to the clipboard and back.
press ctrl+Left ctrl+BackSpace
is 'one three'
press End ctrl+shift+Left ctrl+x
clip_is three
press Home ctrl+v
is 'threeone '
printf 'from\r\nelsewhere' | xclip -selection clipboard -i
press ctrl+a ctrl+v
is "from
elsewhere"

# By the mouse: a word by two clicks, a part by drawing over it.
xdotool mousemove 330 411
sleep 0.7
xdotool click --repeat 2 --delay 80 1
sleep 0.3
press ctrl+c
clip_is from
xdotool mousemove 302 441
sleep 0.7
xdotool mousedown 1
for x in 340 420 600; do
    sleep 0.2
    xdotool mousemove $x 441
done
sleep 0.2
xdotool mouseup 1
press ctrl+c
clip_is elsewhere

press ctrl+a dead_acute e dead_diaeresis u
is 'éü'
press ctrl+Return
kept() { grep -q '^End:' "$data/journal.rec"; }
display_until 10 kept || fail "not kept"
[ "$(sed -n 's/^Text: //p' "$data/journal.rec")" = éü ] || fail "other words are kept"
kill "$program"
wait "$program" || true
echo "words were pasted, moved, cut and kept by keys and mouse"
