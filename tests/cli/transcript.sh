#!/usr/bin/env bash
# transcript.sh FILE: a talk with the program. Each line "$ COMMAND" is run by
# the shell in an empty folder, with `breathmark` being the program and its
# data in ./data; what follows, up to the next "$", is what it must print, and
# "[N]" its status when that is not 0. Lines that begin with "#" are remarks.
# UPDATE=1 rewrites the file; look at the difference before keeping it.
set -u
command -v recfix >/dev/null || { echo "skipped: recfix is missing (package recutils)"; exit 77; }
file=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$file" "$work/wanted"
cd "$work" || exit 2
export HOME=$work TZ=UTC BREATHMARK_DATA=$work/data
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
umask 077

breathmark() {
    "$BREATHMARK" "$@"
}

commands=0
while IFS= read -r line; do
    case "$line" in
    '$ '*)
        commands=$((commands + 1))
        echo "$line"
        eval "${line#'$ '}" 2>&1 </dev/null
        status=$?
        [ "$status" = 0 ] || echo "[$status]"
        ;;
    '#'*) echo "$line" ;;
    esac
done <wanted >said

if [ -n "${UPDATE:-}" ]; then
    cp said "$file"
elif ! diff -u wanted said; then
    echo "$file: the program says something else"
    exit 1
fi
[ "$commands" -gt 0 ] || exit 2
echo "$commands commands as written"
