#!/usr/bin/env bash
# A whole session in a window, seen by strace: the program speaks to nobody but
# this machine's own display and sound, writes nowhere but into its folders,
# and a person's words go nowhere but into their files: not to the terminal,
# not to other processes, not into a log. And a crash leaves no core file.
set -u
here=$(cd "$(dirname "$0")" && pwd)
. "$here/display.sh"
command -v strace >/dev/null || { echo "skipped: strace is missing"; exit 77; }
status=0
broken() {
    echo "private: $*"
    status=1
}

# Nothing of ours can so much as ask for the network.
for object in "$BREATHMARK" "$BUILD"/breathmark-*.so; do
    nm -D --undefined-only "$object" | awk '{ sub(/@.*/, "", $2); print $2 }' |
        grep -xE 'socket|connect|bind|listen|accept4?|send(to|msg|mmsg)?|recv(from|msg|mmsg)?|getaddrinfo|gethostby.*|getnameinfo|res_.*|SDLNet_.*' &&
        broken "$(basename "$object") can reach a network"
done

display_open 960 540
data=$(mktemp -d)
trap 'display_close; rm -rf "$data"' EXIT
mkdir "$data/home"
cat >"$data/home/short.session" <<'S'
title: Short tide
kind: breathwork
class: gentle
bed: ocean
settle 1s "Sit."
bell
breathe 2-3 x 2
S
# What Mesa caches, where a card is tried, is not ours.
export XDG_CACHE_HOME=$data/home/.cache
export HOME=$data/home ASAN_OPTIONS=detect_leaks=0
unset XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME BREATHMARK_DATA XDG_RUNTIME_DIR
strace -f --seccomp-bpf -y -s 4096 -e trace=%network,%file,write,writev,pwrite64 -o "$data/trace" \
    "$BREATHMARK" play "$data/home/short.session" --window=960x540 >"$data/out" 2>"$data/err" &
player=$!
display_until 30 xdotool search --name 'Short tide' >/dev/null || {
    broken "no window"
    cat "$data/err"
}
state=$data/home/.local/state/breathmark
# A key can be lost to a loaded machine: press until it shows, and then give up.
pressed() { # WHAT SHOWS, XDOTOOL'S WORDS…
    for _ in 1 2 3; do
        xdotool "${@:2}"
        display_until 12 "$1" && return
    done
    return 1
}
drafted() { grep -rqs cinnamonmoth "$state/drafts"; }
ended() { ! kill -0 "$player"; }
breathes() { grep -q '^Session: short' "$state/running.rec"; }
display_until 30 breathes || broken "the session does not begin"
sleep 13 # to its end, and into the Landing, which takes letters too
pressed drafted type --delay 40 ' cinnamonmoth' || broken "nothing can be written"
pressed ended key ctrl+Return || {
    broken "it does not end"
    pkill -KILL -P "$player" # strace would wait for it
}
wait "$player" || broken "the session ends with $?"
journal=$data/home/.local/share/breathmark/journal.rec
grep -q '^Text: .*cinnamonmoth' "$journal" || broken "the words are not in the journal"
[ "$(stat -c %a "$journal")" = 600 ] || broken "others may read the journal"

# SDL asks the kernel for devices by netlink; X and sound are sockets of AF_UNIX.
grep -E '\b(socket|socketpair)\(' "$data/trace" | grep -vE '\((AF_UNIX|AF_LOCAL|AF_NETLINK)' &&
    broken "a socket to elsewhere"
grep -E '\b(connect|bind|sendto|sendmsg)\(' "$data/trace" | grep -E 'AF_INET|sin_addr|sin6_addr' &&
    broken "a connection to elsewhere"

# Where files are made, changed or taken away.
awk -v home="$data/home/" '
    /unfinished|resumed/ && !/"/ { next }
    /= -1 E/ { next }
    /open(at)?\(/ && !/O_WRONLY|O_RDWR|O_CREAT/ { next }
    /(open(at)?|creat|mkdir(at)?|rename(at2?)?|unlink(at)?|link(at)?|symlink(at)?|truncate|chmod|chown)\(/ && !/readlink/ {
        line = $0
        while (match(line, /"[^"]*"/)) {
            path = substr(line, RSTART + 1, RLENGTH - 2)
            line = substr(line, RSTART + RLENGTH)
            if (index(path, home) != 1 && path !~ "^/dev/(null|tty|shm/|dri/|snd/)" && path != "" && path !~ "^/proc/self/")
                print
        }
    }' "$data/trace" | grep . && broken "something is written outside its folders"

# Where the words went: a write whose bytes have them, by the file it went to.
grep -F 'cinnamonmoth' "$data/trace" | grep -E '\b(write|writev|pwrite64|sendto|sendmsg)\(' |
    grep -vF "<$data/home/.local/" && broken "the words went elsewhere"
grep -F 'cinnamonmoth' "$data/trace" | grep -qF "<$data/home/.local/" ||
    broken "this test does not see the words being written"
grep -qF 'cinnamonmoth' "$data/out" "$data/err" && broken "the words were printed"
# (libdbus itself may look for the desktop's bus.)
grep -E 'execve\(' "$data/trace" | tail -n +2 | grep -v '"dbus-launch"' && broken "another program was started"

# A crash in the middle of a reflection.
ulimit -c unlimited 2>/dev/null
(cd "$data" && printf '2\n4\ncinnamonmoth' | { cat; sleep 8; } |
    "$BREATHMARK" play "$data/home/short.session" --text >"$data/out" 2>"$data/err") &
crash=$!
display_until 20 pgrep -n -f -- "play $data/home/short.session --text" >/dev/null
crashing=$(pgrep -n -f -- "breathmark play $data/home/short.session --text")
[ -n "$crashing" ] || {
    echo "private: the second session does not start"
    exit 1
}
sleep 1
limit=$(awk '/^Max core file size/ { print $5 }' "/proc/$crashing/limits")
[ "$limit" = 1 ] || broken "a core file of $limit bytes may be left"
kill -ABRT "$crashing"
wait "$crash" 2>/dev/null
find "$data" -maxdepth 1 -name 'core*' | grep . && broken "a core file is left"
[ "$status" = 0 ] && echo "private: it speaks to nobody, and the words stay where they belong"
exit "$status"
