#!/usr/bin/env bash
# journal_texts.sh COUNT: random texts by our writer are the same to our reader
# and to recutils, and recfix finds no fault with them.
set -u
command -v recfix >/dev/null || { echo "skipped: recfix is missing (package recutils)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -m 700 "$work/d"
"$BUILD/tests/random_journal" "$1" "${2:-7}" >"$work/d/journal.rec" || exit 1
chmod 600 "$work/d/journal.rec"
recfix --check "$work/d/journal.rec" || exit 1
rec2csv "$work/d/journal.rec" >"$work/theirs.csv" || exit 1
"$BREATHMARK" --data "$work/d" journal check >"$work/said" 2>&1
head -n 3 "$work/said"
# A line that would take in the next is one of the notes.
grep -q ' 0 faults, 0 notes' "$work/said" || exit 1
"$BREATHMARK" --data "$work/d" journal export --csv >"$work/ours.csv" || exit 1
/usr/bin/python3 - "$work/ours.csv" "$work/theirs.csv" "$1" <<'PY'
import csv, sys
csv.field_size_limit(1 << 30)
def rows(path, names):
    with open(path, newline="", encoding="utf-8") as f:
        read = csv.DictReader(f)
        return {r[names[0]]: tuple(r[n] or "" for n in names[1:]) for r in read}
ours = rows(sys.argv[1], ("id", "text", "session"))
theirs = rows(sys.argv[2], ("Id", "Text", "Session"))
if len(ours) != int(sys.argv[3]) or ours.keys() != theirs.keys():
    sys.exit("%d entries to us, %d to recutils" % (len(ours), len(theirs)))
wrong = [i for i in ours if ours[i] != theirs[i]]
for i in wrong[:3]:
    print("%s:\nours   %.300r\ntheirs %.300r" % (i, ours[i], theirs[i]))
print("%d texts, %d differ, the longest %d characters"
      % (len(ours), len(wrong), max(len(v[0]) for v in ours.values())))
sys.exit(1 if wrong else 0)
PY
