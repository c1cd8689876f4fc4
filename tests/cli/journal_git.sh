#!/usr/bin/env bash
# journal_git.sh COUNT: the merge driver on random branches of a journal and a
# calendar: the union by Id, in order, every record byte for byte, and recfix
# content. What git does by itself is counted beside it.
set -u
command -v recfix >/dev/null || { echo "skipped: recfix is missing (package recutils)"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work GIT_CONFIG_NOSYSTEM=1 TZ=UTC
cd "$work" || exit 2
RANDOM=${2:-20260301}
git config --global user.name t
git config --global user.email t@example.org
git config --global init.defaultBranch main
git config --global merge.breathmark.driver \
    "'$BREATHMARK' journal merge --into %A %B"

now() { # a moment of the next half year
    printf '2026-%02d-%02dT%02d:%02d:%02d' $((RANDOM % 6 + 1)) \
        $((RANDOM % 28 + 1)) $((RANDOM % 24)) $((RANDOM % 60)) $((RANDOM % 60))
}

add() { # some entries and marks
    local i
    for ((i = RANDOM % 3; i >= 0; i--)); do
        printf 'Words %s.\n\n<<<<<<< not a mark\nEnd: %s\n' $RANDOM $RANDOM |
            "$BREATHMARK" --data . journal add --now "$(now)" \
                >/dev/null 2>&1 || exit 1
    done
    "$BREATHMARK" --data . --now "$(now)" calendar log taken >/dev/null 2>&1 ||
        exit 1
}

records() { # FILE…: the records, sorted, each on one line
    awk -v RS= '/^Id: /{sub(/\n$/, ""); gsub(/\n/, "\\n"); print}' "$@" | sort
}

count=${1:-8} bad=0
for ((trial = 0; trial < count; trial++)); do
    rm -rf repo
    git init -q repo
    cd repo || exit 2
    echo '*.rec -text merge=breathmark' >.gitattributes
    printf 'drafts/\n' >.gitignore
    add
    git add . && git commit -qm base
    git checkout -qb other
    add
    git commit -qam other
    git checkout -q main
    add
    git commit -qam main
    for file in journal.rec calendar.rec; do
        records <(git show main:$file) <(git show other:$file) |
            sort -u >../want.$file
    done
    git merge -q other -m merged >../said 2>&1 || bad=$((bad + 1))
    for file in journal.rec calendar.rec; do
        records $file >../got.$file
        cmp -s ../want.$file ../got.$file || bad=$((bad + 1))
        grep -o '^Id: .*' $file | sort -c || bad=$((bad + 1))
        recfix --check $file >/dev/null || bad=$((bad + 1))
    done
    [ -z "$(git status --porcelain)" ] || bad=$((bad + 1))
    if [ "$bad" != 0 ]; then
        cat ../said
        git status --short
        diff ../want.journal.rec ../got.journal.rec
        exit 1
    fi
    cd ..
done
echo "journal_git: $count merges, each exact"
