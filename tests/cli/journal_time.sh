#!/usr/bin/env bash
# Entries whatever the clock does: hours that come twice, a day that never came,
# a zone that changes between two entries, years far off, a clock that is set back
# in the middle of a session and between two corrections. Days are those of the
# wall; Ids are UTC; the last words count, also after a merge.
set -eu
for tool in faketime recsel; do
    command -v $tool >/dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "journal_time: $*"; exit 1; }
is() { [ "$1" = "$2" ] || fail "got $1, not $2"; }
journal() { "$BREATHMARK" --data d "$@"; }
add() { # ZONE NOW: an entry
    echo "in $1" | TZ=$1 journal journal add --now "$2"
}
day() { # ID: what the entry says of its moment
    recsel -t Entry -e "Id = '$1'" -P Day_date,Day_kind d/journal.rec | tr '\n' ' '
}

# The day is that of the wall, and begins at four by the wall in the nights that
# are an hour longer, an hour shorter, half an hour shorter, a day shorter.
journal --now 2011-12-01T12:00Z calendar plan --preset fadiman --start 2011-12-29 >said
journal --now 2026-10-01T12:00Z calendar plan --preset fadiman --start 2026-10-24 >said
while read -r zone now utc day kind; do
    id=$(add "$zone" "$now")
    is "${id%-*}" "$utc"
    is "$(day "$id")" "$day $kind "
done <<'W'
Europe/Berlin 2026-10-25T02:30+02:00 20261025T003000Z 2026-10-24 dose
Europe/Berlin 2026-10-25T02:30+01:00 20261025T013000Z 2026-10-24 dose
Europe/Berlin 2026-10-25T03:59 20261025T025900Z 2026-10-24 dose
Europe/Berlin 2026-10-25T04:00 20261025T030000Z 2026-10-25 transition
America/New_York 2026-11-01T03:59 20261101T085900Z 2026-10-31 transition
America/New_York 2026-11-01T04:00 20261101T090000Z 2026-11-01 normal
Australia/Lord_Howe 2026-10-04T03:59 20261003T165900Z 2026-10-03 transition
Pacific/Apia 2011-12-29T23:59 20111230T095900Z 2011-12-29 dose
Pacific/Apia 2011-12-31T03:59 20111230T135900Z 2011-12-30 transition
Pacific/Apia 2011-12-31T04:00 20111230T140000Z 2011-12-31 normal
Asia/Tokyo 2026-10-27T01:00 20261026T160000Z 2026-10-26 normal
Pacific/Honolulu 2026-10-26T22:00 20261027T080000Z 2026-10-26 normal
America/New_York 1969-07-20T22:56 19690721T025600Z 1969-07-20 none
Europe/Berlin 2100-02-28T23:00 21000228T220000Z 2100-02-28 transition
Europe/Berlin 2100-03-01T04:00 21000301T030000Z 2100-03-01 normal
America/New_York 9999-12-31T23:59 99991231T235959Z 9999-12-31 transition
W
is "$(journal journal list --tsv | tail -n +2 | cut -f1 | sort -c 2>&1)" ""

# A zone is named where the system knows it; else its hours are those of UTC.
for zone in Europe/Berlin :Europe/Berlin UTC '' Nope/Nowhere Europe UTC-14 ../../../etc/hostname; do
    id=$(echo "in $zone" | TZ=$zone "$BREATHMARK" --data z journal add \
        --now 2026-03-01T12:00)
    recsel -t Entry -e "Id = '$id'" -P At,Zone z/journal.rec | tr '\n' ' '
done >zones
is "$(sed 's/2026-03-01 12:00:00 //g' zones)" \
    "+0100 Europe/Berlin +0100 Europe/Berlin +0000 UTC +0000 +0000 +0000 +1400 +0000 "
is "$(journal journal check)" "journal.rec: 16 entries, 0 faults, 0 notes"
recfix --check d/journal.rec || fail "recfix refuses it"

# Corrections while the clock goes back, stands still, and goes back.
id=$(echo first | journal journal add --now 2026-03-01T12:00Z)
for now in 13:00 12:30 12:30 11:00 13:00; do
    n=$((${n:-0} + 1))
    echo "at $now, the ${n}th" | journal journal amend "$id" \
        --now "2026-03-01T${now}Z" >>ids
done
last() { journal journal show "$id" | tail -n 1; }
is "$(last)" "at 13:00, the 5th"
cp d/journal.rec other.rec
journal journal merge other.rec >said
is "$(cat said)" "22 entries, 0 of them new"
is "$(last)" "at 13:00, the 5th"
# A correction of a correction, too.
echo 'the 6th' | journal journal amend "$(head -n 1 ids)" --now 2026-03-02T12:00Z >said
is "$(last)" "the 6th"

# The system's own clock, set back while a session runs: by an hour of autumn, and
# by a day. What was done is counted by another clock.
preload=$(faketime -m -f +0 printenv LD_PRELOAD)
export ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0 TZ=Europe/Berlin
cat >tide.session <<'S'
title: Tide
kind: breathwork
class: gentle
breathe 1-1 x 2
S
mkfifo in
session() { # FROM TO: the clock at its start, and from its first breath on
    rm -f out
    echo "@$(date -d "$1" +%s)" >clock
    (export FAKETIME_TIMESTAMP_FILE=$work/clock FAKETIME_FMT=%s FAKETIME_NO_CACHE=1 \
        FAKETIME_DONT_FAKE_MONOTONIC=1 LD_PRELOAD=$preload
    exec "$BREATHMARK" --data e play ./tide.session --text --mute <in >out 2>&1) &
    local player=$! tries=0
    exec 3>in
    echo 3 >&3
    until grep -qs 'Breathe in' out; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || fail "no session: $(cat out)"
        sleep 0.1
    done
    echo "@$(date -d "$2" +%s)" >clock
    printf '4\nquiet\n.\n' >&3
    exec 3>&-
    wait $player || fail "it ends with $?: $(cat out)"
}
session '2026-10-25 02:50:00 CEST' '2026-10-25 02:10:00 CET'
session '2026-10-27 20:00:00 CET' '2026-10-26 20:00:00 CET'
is "$(recsel -t Entry -P Done_s,Mood_before,Mood_after,Text e/journal.rec | tr '\n' ' ')" \
    "4 3 4 quiet  4 3 4 quiet "
is "$(recsel -t Entry -P Id,At e/journal.rec | sed 's/..Z-[0-9a-f]*$//; s/:[0-9]* / /' | tr '\n' ' ')" \
    "20261025T0050 2026-10-25 02:50 +0200  20261027T1900 2026-10-27 20:00 +0100 "
journal --data e journal check >/dev/null || fail "check finds something"
echo "entries stand on their day, and the last words count"
