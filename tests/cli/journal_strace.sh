#!/usr/bin/env bash
# The first, second and third call of each kind to the journal fails, with each
# error, in the real program: what it says of the entry is true, and the next
# run has it.
set -u
command -v recfix >/dev/null || { echo "skipped: recfix is missing (package recutils)"; exit 77; }
export ASAN_OPTIONS=detect_leaks=0 # it traces, and so does strace
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work
strace -o "$work/said" true 2>/dev/null || {
    echo "journal_strace: skipped, this system lets no program be traced"
    exit 77
}
first=$(echo first | "$BREATHMARK" --data "$work/start" journal add) || exit 1
runs=0 met=0 bad=0

fail() { # WORDS
    echo "$call $error $when: $1"
    cat "$work/err"
    bad=$((bad + 1))
}

try() {
    rm -rf "$work/d"
    cp -a "$work/start" "$work/d"
    local only=(-P "$work/d/journal.rec")
    case $call in
    ftruncate) printf '\nId: x\nTe' >>"$work/d/journal.rec" ;; # a tear
    rename* | unlink*) only=() ;; # of the draft
    esac
    echo second | strace -f -qq -o "$work/trace" "${only[@]}" \
        -e "inject=$call:error=$error:when=$when" \
        "$BREATHMARK" --data "$work/d" journal add >"$work/out" 2>"$work/err"
    local status=$? id
    runs=$((runs + 1))
    id=$(cat "$work/out")
    if grep -q INJECTED "$work/trace"; then
        met=$((met + 1))
        # No error of the journal's own file may be taken for nothing.
        [ "$status" = 1 ] || [ "$error" = EINTR ] || [ "${#only[@]}" = 0 ] ||
            fail "the error is not told"
    fi
    if [ "$status" = 0 ]; then
        [ "$(recsel -e "Id = '$id'" -P Text "$work/d/journal.rec")" = second ] ||
            fail "said to be kept, and is not"
    elif [ "$status" = 1 ]; then
        local draft
        draft=$(sed -n 's/.* draft at \([^ ]*\) .*/\1/p' "$work/err")
        grep -q '^Text: second$' "$draft" || fail "no draft"
    else
        fail "status $status"
    fi
    "$BREATHMARK" --data "$work/d" journal list --tsv >"$work/list" 2>/dev/null ||
        fail "the next run fails"
    [ "$(cut -f14 "$work/list" | tr '\n' ' ')" = "text first second " ] ||
        fail "the next run lists $(cat "$work/list")"
    recfix --check "$work/d/journal.rec" >/dev/null || fail "recfix"
    grep -q "^$first" "$work/list" || fail "the first is gone"
}

for call in openat flock fstat,newfstatat,statx pread64 write ftruncate fsync \
    rename,renameat,renameat2 unlink,unlinkat; do
    for error in EIO ENOSPC EDQUOT EINTR EROFS EACCES EMFILE; do
        for when in 1 2 3; do
            try
        done
    done
done
echo "journal_strace: $runs runs, $met of them met their fault, $bad went wrong"
[ "$bad" = 0 ] && [ "$met" -gt 80 ]
