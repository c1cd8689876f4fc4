#!/usr/bin/env bash
# The shipped scripts last what their sources give: for a script, the seconds
# of one of its steps (or of all), and the passes of its pattern; and all of
# them compile without a word. Red when a
# number in a script is changed, or when the compiler counts otherwise.
set -u
status=0
said=$(find "$TREE/sessions" -name '*.session' -exec "$BREATHMARK" check {} + 2>&1) &&
    [ -z "$said" ] || {
    echo "sessions: not all compile silently"
    echo "$said"
    exit 1
}

# SCRIPT STEP SECONDS [BREATHS]
while read -r script step seconds breaths; do
    "$BREATHMARK" timeline "$TREE/sessions/$script.session" |
        awk -F'\t' -v step="$step" -v want="$seconds" -v breaths="${breaths:-0}" \
            -v script="$script" 'NR > 1 {
            if ($4 == step || step == "all") ms += $2 - $1
            if ($4 == "breathe" && ($6 != passed || $3 != line)) count++
            if ($4 == "breathe") { passed = $6; line = $3 }
            else if ($2 > $1) passed = 0
        }
        END {
            if (ms != want * 1000 || (breaths && count != breaths)) {
                printf "%s: %s lasts %.3f s, %d breaths; it should be %s s, %s\n",
                    script, step, ms / 1000, count, want, breaths
                exit 1
            }
        }' || status=1
done <<'TABLE'
coherent                      breathe 605   55
breath/six-a-minute           breathe 600   60
breath/resonance-finder       rest    270
breath/long-exhale            breathe 600   60
breath/longer-exhale          breathe 300   25
breath/before-sleep           breathe 1200  120
breath/seven-eleven           breathe 306   17
cyclic-sighing                breathe 304   32
breath/quick-sigh             breathe 28.5  3
box                           breathe 304   19
box                           all     340   19
four-seven-eight              breathe 76    4
breath/triangle               breathe 300   25
breath/alternate-nostril      breathe 300   15
breath/humming                breathe 299   23
breath/soft-throat            breathe 300   30
breath/three-part-breath      breathe 300   25
breath/pursed-lips            breathe 180   30
breath/small-holds            retain  112
breath/vigorous-rounds        breathe 306   90
breath/vigorous-rounds        retain  225
breath/cyclic-hyperventilation breathe 270  90
breath/connected-breath       breathe 600   100
meditation/breathing-space    all     180
body-scan                     all     600
somatic/muscle-release        squeeze 112
somatic/muscle-release        release 560
standing-shake                all     480
somatic/five-senses           sit     150
somatic/ground                all     90    3
somatic/two-hands             scan    180
meditation/self-compassion    all     300
meditation/rain               sit     600
meditation/loving-kindness    sit     600
meditation/yoga-nidra         all     660
partner/breathing-together    turn    150   18
partner/listening-turns       turn    1230
partner/appreciations         turn    380
reflection/free-writing       write   600
reflection/the-day-after      write   540
TABLE
[ "$status" = 0 ] && echo "sessions: every script lasts what its source gives"
exit "$status"
