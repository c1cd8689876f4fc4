#!/usr/bin/env bash
# What shows only after long: on demand, each part with its time.
#   tests/soak.sh [PART…]     of: hours sessions threads real=MINUTES
# hours      sixty minutes of a session and of each bed on the virtual clock
# sessions   1,000 sessions in a row in one program, with leaks looked for
# threads    everything that has threads, under the thread sanitizer
# real=20    twenty minutes in a window with a sound device (soak/real.sh)
# Without a part all but real. The first two also go with tests/run. Red when
# one part is.
set -u
cd "$(dirname "$0")/.."
jobs=$(nproc)
status=0
part() { # NAME COMMAND…
    local began=$SECONDS name=$1
    shift
    if "$@" >build-soak/log 2>&1; then
        printf 'ok      %-24s %4d s\n' "$name" $((SECONDS - began))
        grep -hE '^[0-9]+ (min|sessions)|: [0-9]+ min|^the device|^memory' build-soak/log
    else
        printf 'broken  %-24s %4d s\n' "$name" $((SECONDS - began))
        grep -E 'error|ERROR|WARNING: Thread|SUMMARY|Failed' build-soak/log | sort | uniq -c | head -20
        status=1
    fi
}
build() { # FOLDER OPTION… -- TARGET…
    local folder=$1 options=()
    shift
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    cmake -S . -B "$folder" -DCMAKE_BUILD_TYPE=Debug -DWERROR=ON -DBUILD_TESTING=ON "${options[@]}" &&
        cmake --build "$folder" --parallel "$jobs" --target "$@"
}
plain() { build build-soak/sanitized -DSANITIZE=ON -- test_hour test_soak_sound test_soak_sessions; }
threaded=(test_stream test_sound test_conductor test_speech test_narrator test_loop
    test_journal_loader test_open test_scribe test_fonts test_task test_paint)
threads() {
    build build-soak/threads -DTHREADS=ON -- breathmark "${threaded[@]}" &&
        TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/tests/soak/threads.supp" \
            ctest --test-dir build-soak/threads --output-on-failure \
            -R "^($(IFS='|'; echo "${threaded[*]}")|window_(running|journal))\$"
}
mkdir -p build-soak
for one in "${@:-hours sessions threads}"; do
    for what in $one; do
        case $what in
        hours)
            part build plain
            part 'an hour of a session' build-soak/sanitized/tests/test_soak_sound 60
            part 'an hour of each bed' build-soak/sanitized/tests/test_hour 60
            ;;
        sessions)
            part build plain
            part 'a thousand sessions' build-soak/sanitized/tests/test_soak_sessions 1000
            ;;
        threads) part threads threads ;;
        real=*)
            cmake -S . -B build >/dev/null && cmake --build build --parallel "$jobs" >/dev/null
            part 'a real session' bash tests/soak/real.sh "${what#real=}"
            ;;
        *)
            echo "tests/soak.sh: no part \"$what\"" >&2
            exit 2
            ;;
        esac
    done
done
exit "$status"
