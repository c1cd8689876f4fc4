#!/usr/bin/env bash
# Care in a terminal: the person's plan first, then the country of the settings,
# else of the system; and their cautions leave out what does not suit them.
set -eu
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
care() { "$BREATHMARK" --data "$data" care "$@"; }
fail() { echo "care: $*"; exit 1; }
place() { grep -nF -- "$1" "$data/out" | head -1 | cut -d: -f1; }

LC_ALL='' LC_MESSAGES='' LANG=de_DE.UTF-8 care >"$data/out"
head -1 "$data/out" | grep -qx "Stop if" || fail "when to stop does not stand first"
grep -qF "TelefonSeelsorge: 0800 1110111" "$data/out" || fail "not the system's country"
grep -qF "checked on 20" "$data/out" || fail "no day of the last check"
printf 'country: nz\n' >"$data/settings"
printf 'Trusted_person: Anna, 0171 234567\n' >"$data/support.txt"
LC_ALL='' LANG=de_DE.UTF-8 care >"$data/out"
grep -qF "1737" "$data/out" || fail "the setting does not change the country"
grep -qF "TelefonSeelsorge" "$data/out" && fail "the system's country is still there"
[ "$(place 0171)" -lt "$(place 1737)" ] || fail "their own plan does not stand first"
[ "$(place 1737)" -lt "$(place 'Local emergency number')" ] || fail "the country comes last"
printf 'country: ../us\n' >"$data/settings"
care >"$data/out" 2>/dev/null
grep -qF "Local emergency number" "$data/out" || fail "nobody to call without a country"
status=0
care now >"$data/out" 2>"$data/err" || status=$?
[ "$status" = 2 ] && [ "$(wc -l <"$data/err")" = 1 ] || fail "a word too many goes unnoticed"
echo "care: well"
