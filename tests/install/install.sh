#!/usr/bin/env bash
# cmake --install makes a folder that can be moved, entered through a link,
# and needs nothing of the tree or the build: sessions, fonts and modules are
# found from where the program lies. What desktops read is valid.
set -u
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0
broken() {
    echo "install: $*"
    status=1
}

cmake --install "$BUILD" --prefix "$out/first" >"$out/said" 2>&1 || {
    cat "$out/said"
    exit 1
}
moved="$out/a moved höme"
mv "$out/first" "$moved"
mkdir "$out/bin" "$out/data"
ln -s "$moved/bin/breathmark" "$out/bin/breathmark"
run() { env -i HOME="$out" PATH=/usr/bin:/bin "$out/bin/breathmark" --data "$out/data" "$@"; }

run list --tsv >"$out/list" 2>"$out/err" || broken "list fails"
[ "$(wc -l <"$out/list")" -ge 52 ] || broken "sessions are missing"
cut -f8 "$out/list" | tail -n +2 | grep -vF "$moved/share/breathmark/sessions/" &&
    broken "sessions come from elsewhere"
run calendar presets >"$out/presets" 2>>"$out/err" && grep -q fadiman "$out/presets" ||
    broken "presets are missing"
run frame coherent --at 30s -o "$out/frame.png" --size 320x180 2>>"$out/err" ||
    broken "frame fails"
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:x BEGIN:VEVENT UID:a \
    DTSTAMP:20261101T000000Z 'DTSTART;VALUE=DATE:20261201' 'RRULE:FREQ=DAILY;COUNT=3;INTERVAL=3' \
    END:VEVENT END:VCALENDAR >"$out/days.ics"
run --now 2026-11-28T12:00 calendar import "$out/days.ics" --yes >"$out/said" 2>>"$out/err" ||
    broken "import fails: libical's module is not found"
if [ -f "$BUILD/breathmark-paper.so" ]; then
    # What pango and fontconfig keep until the end is not ours.
    env -i HOME="$out" PATH=/usr/bin:/bin ASAN_OPTIONS=detect_leaks=0 "$out/bin/breathmark" \
        --data "$out/data" journal export --sheet -o "$out/sheet.pdf" 2>>"$out/err" ||
        broken "no PDF: its module is not found"
    grep -aq 'Inter' "$out/sheet.pdf" || broken "the PDF has other fonts: ours are not found"
fi
[ -s "$out/err" ] && {
    broken "a complaint"
    cat "$out/err"
}
for module in ical sound; do
    [ -f "$moved/lib/breathmark/modules/breathmark-$module.so" ] || broken "no $module module"
done
if find "$moved" -type f -perm /022 | grep .; then
    broken "files that others may write"
fi
if find "$moved" -xtype l | grep .; then
    broken "links that lead nowhere"
fi

look() { # TOOL PACKAGE ARGUMENT…
    local tool=$1 package=$2
    shift 2
    command -v "$tool" >/dev/null || {
        echo "skipped: $tool is missing (package $package)"
        exit 77
    }
    "$tool" "$@" >"$out/said" 2>&1 || {
        broken "$tool does not agree"
        cat "$out/said"
    }
}
id=org.breathmark.breathmark
look desktop-file-validate desktop-file-utils "$moved/share/applications/$id.desktop"
meta=$moved/share/metainfo/$id.metainfo.xml
# Debian 13's wants a homepage, which there is none of; Debian 12's knows no such wish.
no_home=--override=url-homepage-missing=info
appstreamcli validate --no-net $no_home "$meta" 2>&1 | grep -q 'not recognized' && no_home=
look appstreamcli appstream validate --no-net $no_home "$meta"
grep -q 'version="'"$(run --version | cut -d' ' -f2)"'"' "$meta" ||
    broken "the metainfo does not know this version"
[ "$status" = 0 ] && echo "install: the installed folder stands on its own"
exit "$status"
