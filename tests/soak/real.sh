#!/usr/bin/env bash
# A real session of so many minutes in a window, with sound: memory, threads,
# descriptors and CPU every 15 seconds, and at the end how much sound the device
# was given in how much of the monotonic clock, and how often it had to wait.
# On demand:   tests/soak/real.sh [MINUTES] [PROGRAM]
# SDL's dummy device sleeps between its buffers and so runs by no clock; with
#   pulseaudio -n -D --exit-idle-time=-1 -L module-native-protocol-unix -L module-null-sink
# and SDL_AUDIODRIVER=pulseaudio it is one that people have.
# A machine that stands still for more than a second pauses the session, as it
# should, and this is red: leave it alone meanwhile.
# Red when memory grows by more than 1 MiB after the first minute, when a
# descriptor or thread is left, when the session is not done to its second, when
# a buffer took us half as long as it lasts, or when a device with a clock of its
# own, and never starved, parts from the monotonic one by a tenth of a second.
set -u
minutes=${1:-20}
BREATHMARK=${2:-$(dirname "$0")/../../build/breathmark}
TREE=${TREE:-$(cd "$(dirname "$0")/../.." && pwd)}
. "$TREE/tests/app/display.sh"
display_open 1920 1080
data=$(mktemp -d)
trap 'display_close; rm -rf "$data"' EXIT
cat >"$data/soak.session" <<S
title: Soak
kind: breathwork
class: gentle
bed: ocean
breathe 4-6 for ${minutes}m
    every 1m bell
S
"$BREATHMARK" --data "$data" play "$data/soak.session" 2>"$data/err" &
player=$!
display_until 20 xdotool search --name 'Soak' >/dev/null || { echo "soak: no window"; exit 1; }
began=$(date +%s.%N)
sample() {
    local kib fds threads cpu
    # Pss, which falls when others use the same libraries, and what is ours alone.
    kib=$(awk '$1 == "Pss:" { pss = $2 } $1 == "Anonymous:" { print pss "\t" $2 }' "/proc/$player/smaps_rollup")
    fds=$(ls "/proc/$player/fd" | wc -l)
    threads=$(ls "/proc/$player/task" | wc -l)
    cpu=$(awk '{ print ($14 + $15) / 100 }' "/proc/$player/stat")
    printf '%s\t%s\t%s\t%s\t%s\n' "$(($(date +%s) - ${began%.*}))" "$kib" "$fds" "$threads" "$cpu"
}
printf 'seconds\tpss_kib\town_kib\tfds\tthreads\tcpu_s\n' | tee "$data/table"
while sleep 15 && kill -0 "$player" 2>/dev/null && [ "$(($(date +%s) - ${began%.*}))" -lt $((minutes * 60)) ]; do
    sample | tee -a "$data/table"
done
# The reflection follows 5 s after the landing; its title tells when.
display_until 60 xdotool search --name 'Breathmark' >/dev/null
sleep 12
xdotool key 4
sleep 0.5
xdotool key ctrl+Return
(sleep 60; kill "$player" 2>/dev/null) &
watch=$!
wait "$player" || { echo "soak: it ends with $?"; cat "$data/err"; exit 1; }
kill "$watch" 2>/dev/null
cat "$data/err"
done_s=$(awk '$1 == "Done_s:" { print $2 }' "$data/journal.rec")
cat "$data/sound.txt"
awk -v done_s="${done_s:-0}" -v want=$((minutes * 60)) '
    FILENAME ~ /sound.txt$/ { sound[$1] = $2; slowest = /^slowest/ ? $3 : slowest; next }
    FNR > 1 && $1 >= 60 {
        if (!n++) { own = $3; fds = $4; threads = $5 }
        if ($2 > pss) pss = $2
        if ($3 - own > most) most = $3 - own
        if ($4 - fds > more) more = $4 - fds
        if ($5 - threads > more) more = $5 - threads
        cpu = $6; at = $1
    }
    END {
        printf "memory grew by at most %d KiB from %d KiB (Pss %d at most); CPU %.2f s a minute; %d of %d s done\n",
            most, own, pss, at ? cpu / at * 60 : 0, done_s, want
        apart = 1000 * (sound["played:"] - sound["clock:"])
        printf "the device was given %.3f s in %.3f s, %.0f ms apart; %d underruns; a buffer took at most %d %% of its length\n",
            sound["played:"], sound["clock:"], apart, sound["underruns:"], slowest
        # Where others took the processor the device starved, and its time is lost.
        apart_well = sound["underruns:"] > 0 || sound["driver:"] == "dummy" || (apart < 100 && apart > -100)
        exit !(n > 0 && most <= 1024 && more <= 0 && done_s == want && slowest < 50 && apart_well)
    }' "$data/sound.txt" "$data/table"
