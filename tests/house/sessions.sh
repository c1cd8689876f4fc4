#!/usr/bin/env bash
# The shipped scripts are what sessions/README.md promises: each compiles
# without a word, tells its source, asks at the end, leaves room between its
# lines, and warns whom it should warn. SESSIONS is the folder to look at.
# Each rule is seen to fail in sessions_planted.sh.
set -u
SESSIONS=${SESSIONS:-$TREE/sessions}
here=$(cd "$(dirname "$0")" && pwd)
status=0

broken() { # FILE LINE WORDS
    echo "${1#"$SESSIONS"/}:$2: $3"
    status=1
}

head_of() { # FILE KEY: the values of a key, one a line
    sed -n "s/^$2:  *//p" "$1"
}

# Whom class fast and long holds are not for without medical advice, and
# where they are never done.
ASK_FIRST='pregnan|heart disease|stroke|aneurysm|blood pressure|faint|epilep
seizure|glaucoma|retinal|surgery|injury|severe asthma|osteoporosis
anticoagulants|bipolar|schizophrenia|psychosis|psychiatric|under 18'
NEVER_WHILE='water|driving|standing|caring'

names_all() { # FILE TEXT LIST WHAT
    local word
    for word in $(tr '|\n ' '  _' <<<"$3"); do
        grep -qi "${word//_/ }" <<<"$2" ||
            broken "$1" 1 "no caution names \"${word//_/ }\" ($4)"
    done
}

look_at_head() { # FILE
    local file=$1 key kind class days cautions
    for key in title about source evidence effect days posture pacer; do
        [ -n "$(head_of "$file" $key)" ] || broken "$file" 1 "no $key"
    done
    kind=$(head_of "$file" kind)
    class=$(head_of "$file" class)
    days=$(head_of "$file" days)
    cautions=$(head_of "$file" caution)
    case "${file#"$SESSIONS"/}:$kind" in
    breath/*:breathwork | meditation/*:meditation | somatic/*:somatic) ;;
    partner/*:partner | reflection/*:reflection) ;;
    */*:*) broken "$file" 1 "kind $kind stands in another folder" ;;
    esac
    if [ "$class" != gentle ] && grep -qwE 'any|dose' <<<"$days"; then
        broken "$file" 1 "class $class does not suit a dose day"
    fi
    case "$class" in *fast*)
        grep -qwE 'lying|sitting' <<<"$(head_of "$file" posture)" ||
            broken "$file" 1 "fast breathing is for lying or sitting"
        ;;
    esac
    if grep -q fast <<<"$class" || grep -qE '^ *retain' "$file"; then
        names_all "$file" "$cautions" "$ASK_FIRST" "not without medical advice"
        names_all "$file" "$cautions" "$NEVER_WHILE" "never while"
    fi
    if grep -q holds <<<"$class"; then
        names_all "$file" "$cautions" 'water|driving' "never while"
    fi
    if [ "$kind" = partner ] && ! grep -q stop <<<"$cautions"; then
        broken "$file" 1 "no caution says how either may stop"
    fi
}

look_at_steps() { # FILE
    local file=$1
    grep -qE '^ask ' "$file" || broken "$file" 1 "no ask"
    grep -qE '^rate ' "$file" || broken "$file" 1 "no rate"
    # The panic key's script is always 90 seconds.
    case "$file" in */ground.session | */ground.??.session) ;; *)
        grep -qE '^let [a-z_]+ *= *[0-9]' "$file" ||
            broken "$file" 1 "no let: a person may choose the length"
        ;;
    esac
    # A promise, an order about feelings, a word about substances.
    while IFS=: read -r line _; do
        broken "$file" "$line" "a promise, an order, or a substance"
    done < <(grep -niE '^(about|title).*\b(heals?|cures?|guarantee|proven)|"[^"]*\b(relax|must|should|heals?|cures?|promise|guarantee|dose|substance|microdos[a-z]*)\b' "$file")
}

compiled() { # FILE WHICH: the timeline with the lets as written, least, most
    local file=$1 which=$2 set=()
    if [ "$which" != written ]; then
        local at=1
        [ "$which" = most ] && at=2
        while read -r name least most; do
            if [ $at = 1 ]; then set+=(--set "$name=$least"); else set+=(--set "$name=$most"); fi
        done < <(sed -nE 's/^let ([a-z0-9_]+) *= *[^ ]+ *\(([^ ]+) to ([^ )]+)\).*/\1 \2 \3/p' "$file")
    fi
    "$BREATHMARK" timeline "$file" "${set[@]}"
}

"$BREATHMARK" timeline "$SESSIONS/box.session" >/dev/null 2>&1 || {
    if ! "$BREATHMARK" --help 2>&1 | grep -qw timeline; then
        echo "sessions: this build has no timeline command"
        exit 77
    fi
}

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mapfile -t files < <(find "$SESSIONS" -name '*.session' | sort)
[ "${#files[@]}" -ge "${AT_LEAST:-51}" ] || broken "$SESSIONS/." 1 "only ${#files[@]} scripts"

twice=$(printf '%s\n' "${files[@]##*/}" | sort | uniq -d)
[ -z "$twice" ] || broken "$SESSIONS/$twice" 1 "the name stands in two folders"

for file in "${files[@]}"; do
    if ! "$BREATHMARK" check "$file" >"$out/said" 2>&1 || [ -s "$out/said" ]; then
        broken "$file" 1 "does not compile silently"
        cat "$out/said"
        continue
    fi
    look_at_head "$file"
    look_at_steps "$file"
    for which in written least most; do
        if ! compiled "$file" $which >"$out/tsv" 2>"$out/said" || [ -s "$out/said" ]; then
            broken "$file" 1 "no timeline with the lets at their $which"
            cat "$out/said"
            continue
        fi
        awk -F'\t' -v file="${file#"$SESSIONS"/}" -v which=$which \
            -v kind="$(head_of "$file" kind)" \
            -v effect="$(head_of "$file" effect)" \
            -v class="$(head_of "$file" class)" \
            -f "$here/sessions.awk" "$out/tsv" || status=1
    done
done
[ "$status" = 0 ] && echo "sessions: ${#files[@]} scripts keep the rules"
exit "$status"
