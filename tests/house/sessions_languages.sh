#!/usr/bin/env bash
# A script in another language is the same practice: its timeline differs in
# nothing but the texts, its head in nothing but title, about and lang, and it
# has each text of its own. Lists show the practice once, in the language of the
# screens when it is played.
set -u
SESSIONS=${SESSIONS:-$TREE/sessions}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
status=0
broken() {
    echo "sessions_languages: $*"
    status=1
}

# All but the texts, which are the last column, and the numbers of lines.
rows() { "$BREATHMARK" timeline "$1" 2>&1 | awk -F'\t' -v OFS='\t' '{ NF--; $3 = ""; print }'; }
texts() { sed -nE 's/^[^#"]*"([^"]*)".*/\1/p' "$1"; }
head_of() { grep -E '^[a-z]+:' "$1" | grep -vE '^(title|about|lang):'; }

same() { # FILE: prints what is not as in the English one
    local file=$1 base code
    base=${file%.*.session}.session
    code=${file%.session}
    code=${code##*.}
    [ -f "$base" ] || { echo "${file##*/}: there is no ${base##*/}"; return; }
    cmp -s <(rows "$base") <(rows "$file") || echo "${file##*/}: another timeline"
    cmp -s <(head_of "$base") <(head_of "$file") || echo "${file##*/}: another head"
    grep -qE "^lang: +$code\$" "$file" || echo "${file##*/}: lang is not $code"
    [ "$(texts "$base" | wc -l)" = "$(texts "$file" | wc -l)" ] || echo "${file##*/}: texts are missing"
    comm -12 <(texts "$base" | sort -u) <(texts "$file" | sort -u) | sed "s/^/${file##*/}: still English: /"
}

mapfile -t files < <(find "$SESSIONS" -name '*.??.session' | sort)
[ "${#files[@]}" -ge 50 ] || broken "only ${#files[@]} scripts in other languages"
for file in "${files[@]}"; do
    same "$file" | grep . && status=1
done
for name in box coherent body-scan ground four-seven-eight cyclic-sighing quick-sigh \
    long-exhale five-senses loving-kindness; do
    for code in ar de es fr pt; do
        find "$SESSIONS" -name "$name.$code.session" | grep -q . || broken "there is no $name.$code.session"
    done
done

# Each rule is seen to fail.
cp "$SESSIONS"/box{,.de}.session "$out"
while IFS='#' read -r change words; do
    sed -E "$change" "$SESSIONS/box.de.session" >"$out/box.de.session"
    same "$out/box.de.session" | grep -qF "$words" || broken "did not say \"$words\" after $change"
done <<'PLANTED'
s/at 1m /at 50s /#another timeline
s/^class:.*/class: gentle/#another timeline
s/^days:.*/days: any/#another head
s/^(caution: +)Stop/\1Hoer auf/#another head
s/^lang: .*/lang: fr/#lang is not de
/^rate/d#texts are missing
s/"Noch zwei Runden."/"Two more rounds."/#still English: Two more rounds.
PLANTED

# Once in the list, by its English name; where there is no original, it is one.
mkdir -p "$out/d/sessions"
cp "$out/box.session" "$out/d/sessions/mine.session"
cp "$SESSIONS/box.de.session" "$out/d/sessions/mine.de.session"
cp "$SESSIONS/box.de.session" "$out/d/sessions/alone.de.session"
"$BREATHMARK" --data "$out/d" list --tsv | cut -f1 >"$out/names"
grep -qx mine "$out/names" || broken "mine is not listed"
grep -qx 'alone.de' "$out/names" || broken "a script without an original is not listed"
grep -qE '^(mine|box|ground)\.' "$out/names" && broken "a translation is listed"
[ "$status" = 0 ] && echo "sessions_languages: ${#files[@]} scripts are the same practice"
exit "$status"
