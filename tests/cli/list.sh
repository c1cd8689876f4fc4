#!/usr/bin/env bash
# The shipped sessions are listed, filtered, and the person's own ones win.
set -eu
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
list() { "$BREATHMARK" --data "$data" list "$@"; }
fail() { echo "list: $*"; exit 1; }

list --tsv >"$data/all"
head -1 "$data/all" | grep -qx $'name\ttitle\tkind\tclass\teffect\tseconds\tevidence\tpath' ||
    fail "the header is another"
grep -q $'^box\tBox breathing\tbreathwork\tholds\tfocus\t340\tA\t' "$data/all" ||
    fail "box is missing or told otherwise"
[ "$(list --kind somatic --tsv | tail -n +2 | cut -f3 | sort -u)" = somatic ] ||
    fail "--kind lets others through"
list --day dose --tsv | grep -q $'^box\t' && fail "box is offered for dose days"

mkdir "$data/sessions"
printf 'title: Mine\nkind: meditation\nclass: gentle\nsit 1m\n' \
    >"$data/sessions/box.session"
list --tsv | grep -q $'^box\tMine\tmeditation\tgentle\t-\t60\t-\t' ||
    fail "the person's own box does not win"
printf 'title: Mine\nkind: meditation\nclass: gentle\nsit 4x\n' \
    >"$data/sessions/broken.session"
if list >"$data/out" 2>"$data/err"; then
    fail "a script with mistakes goes unnoticed"
fi
grep -q '^breathmark: .*broken.session: has mistakes' "$data/err" || fail "no line"
grep -q '^coherent ' "$data/out" || fail "the others are gone"
for wrong in --kind=singing --day=sunday --nonsense --tsv=1; do
    status=0
    list "$wrong" >/dev/null 2>"$data/err" || status=$?
    [ "$status" = 2 ] || fail "$wrong ends with $status"
    [ "$(wc -l <"$data/err")" = 1 ] || fail "$wrong: not one line"
done
echo "list: well"
