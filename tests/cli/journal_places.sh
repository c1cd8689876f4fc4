#!/usr/bin/env bash
# What may stand where the journal should be: a pipe, a folder, links to nothing,
# a disk that is read-only, a folder that forbids. Each command ends soon, says
# what it is, where, and the cure; what was written waits as a draft and is in
# the journal, once, when the place is well again.
set -u
work=$(mktemp -d)
mounted=()
leave() {
    for disk in ${mounted[@]+"${mounted[@]}"}; do umount "$disk" 2>/dev/null; done
    chmod -R u+rwX "$work"
    rm -rf "$work"
}
trap leave EXIT
cd "$work" || exit 2
mkdir home
export HOME=$work/home
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME BREATHMARK_DATA
skipped=()
failed=0
as=() # runs what follows as who is forbidden something
export BREATHMARK

fail() {
    echo "journal_places: $*"
    sed 's/^/    /' err
    failed=1
}

run() { # STATUS WORDS…
    local wanted=$1 got=0
    shift
    timeout 60 ${as[@]+"${as[@]}"} "$BREATHMARK" --data "$data" "$@" >out 2>err || got=$?
    [ "$got" = "$wanted" ] || fail "$name: $*: status $got, not $wanted"
    [ "$got" != 124 ] || exit 1 # the others would hang as well
}

says() { # TEXT: on the journal's own line
    grep -qF -- "$1" err || fail "$name: does not say: $1"
}

# A place that cannot be: PATTERN is the reason and the cure. WHOLE: nothing of
# the journal can be read either.
bad_place() { # NAME REASON [WHOLE]
    name=$1
    local reason=$2 command
    if [ "${3-whole}" = whole ]; then
        for command in list check 'export --csv' 'export --text' 'export --sheet' \
            'show 20260301T070211Z-1f3a9c02' 'merge other.rec'; do
            # shellcheck disable=SC2086
            run 1 journal $command </dev/null
            says "$data/journal.rec"
            says "$reason"
        done
        run 1 insight
        says "$reason"
    fi
    echo "words of $name" | run 1 journal add
    says "not saved to the journal; kept as a draft at "
    says "($reason)"
    draft=$(sed -n 's/.* draft at \([^ ]*\) .*/\1/p' err)
    grep -q "^Text: words of $name\$" "$draft" || fail "$name: not in the draft"
    timeout 60 "$BREATHMARK" --data "$data" doctor >out 2>err
    [ $? -lt 2 ] || fail "$name: doctor"
}

mended() { # the place is well: the draft comes in, once
    run 0 journal list
    run 0 journal list
    [ "$(grep -c "^Text: words of $name\$" "$data/journal.rec")" = 1 ] ||
        fail "$name: not in the journal once"
    [ ! -e "$draft" ] || fail "$name: the draft is still there"
}

data=$work/other
echo other | "$BREATHMARK" --data "$data" journal add >out || fail "no journal at all"
cp other/journal.rec other.rec
chmod 644 other.rec

data=$work/pipe
mkdir pipe
mkfifo pipe/journal.rec
bad_place pipe 'it is no plain file; move it away'
[ -p pipe/journal.rec ] || fail "the pipe is gone"
rm pipe/journal.rec
mended

data=$work/folder
mkdir -p folder/journal.rec
bad_place folder 'it is a folder; move it away'
rmdir folder/journal.rec
mended

data=$work/round
mkdir round
ln -s journal.rec round/journal.rec
bad_place round 'the link leads back to itself; remove it'
rm round/journal.rec
mended

# A disk that is away: no empty journal, and no new one beside it.
away='the link leads to nothing that is there; bring back what it leads to, or remove it'
data=$work/linked
mkdir linked
ln -s "$work/away/journal.rec" linked/journal.rec
bad_place linked "$away"
[ -L linked/journal.rec ] && [ ! -e away ] || fail "linked: something was made"
mkdir away
cp other.rec away/journal.rec
mended
[ -L linked/journal.rec ] || fail "linked: no link any more"

data=$work/whole
ln -s "$work/home/disk" whole
bad_place whole "$away"
mkdir home/disk
mended

data=$work/file
echo 'a file' >file
bad_place file 'a file stands where a folder should be; move it away'
[ "$(cat file)" = 'a file' ] || fail "the file has changed"
rm file
mended

# A home that is not there is made; none at all is told.
name=home data=$work/none
HOME=$work/nowhere/at/all
echo x | "$BREATHMARK" journal add >out 2>err || fail "a home that is not there"
[ "$(stat -c %a "$HOME/.local/share/breathmark")" = 700 ] || fail "home: not 700"
export HOME=$work/home

# Other files that are pipes: what needs them says so or does without.
data=$work/pipes
for pipe in settings support.txt items.rec running.rec calendar.rec journal.phone.rec \
    journal.sync-conflict-1.rec drafts/20260301T070211Z-1f3a9c02.rec sessions/x.session \
    palettes/x.txt protocols/x.txt words/de.txt; do
    rm -rf pipes
    mkdir -p "pipes/$(dirname "$pipe")"
    mkfifo "pipes/$pipe"
    for command in 'journal list' 'calendar key 2026-01-01' 'calendar check' 'calendar tick' \
        'calendar presets' list insight doctor; do
        # shellcheck disable=SC2086
        timeout 60 "$BREATHMARK" --data "$data" $command >out 2>err
        [ $? -lt 2 ] || fail "$command with a pipe as $pipe"
    done
done

# Permissions bind everyone but root.
if [ "$(id -u)" = 0 ]; then
    as=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 711 "$work"
    cp "$BREATHMARK" "$work/program"
    "${as[@]}" "$work/program" --version >out 2>err || as=(none)
    export HOME=$work/nobody
    mkdir nobody
    chown 65534:65534 nobody
fi
forbidden='its permissions forbid it; chmod -R u+rwX gives them back'
if [ "${as[0]-}" = none ]; then
    skipped+=("permissions, since no other user may run the program")
else
    [ "$(id -u)" != 0 ] || BREATHMARK=$work/program
    data=$work/forbids
    cp -r other forbids
    [ "$(id -u)" != 0 ] || chown -R 65534:65534 forbids
    chmod 400 forbids/journal.rec
    name=kept
    run 0 journal list
    bad_place forbids "$forbidden" part
    chmod 600 forbids/journal.rec
    mended
    chmod 000 forbids/journal.rec
    bad_place none "$forbidden"
    chmod 600 forbids/journal.rec
    mended
    chmod 500 forbids forbids/drafts
    name=still
    echo x | run 0 journal add # the file itself may be written
    chmod 700 forbids forbids/drafts
fi
as=()
export HOME=$work/home

# A disk that is read-only, and a journal on another one than its folder.
mkdir disk
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=4m,mode=700 none disk 2>/dev/null; then
    mounted+=("$work/disk")
    cp other.rec disk/journal.rec
    data=$work/elsewhere
    mkdir elsewhere
    ln -s "$work/disk/journal.rec" elsewhere/journal.rec
    name=elsewhere
    echo 'words of elsewhere' | run 0 journal add
    [ -L elsewhere/journal.rec ] && grep -q '^Text: words of elsewhere$' disk/journal.rec ||
        fail "a journal on another disk"
    sed 's/other/third/; s/^Id: .*/Id: 20260301T070211Z-1f3a9c02/' other.rec >third.rec
    run 0 journal merge third.rec
    [ -L elsewhere/journal.rec ] && grep -q '^Text: third$' disk/journal.rec ||
        fail "a merge on another disk"
    data=$work/disk
    mount -o remount,ro disk
    name=kept
    run 0 journal list
    bad_place disk 'the disk is read-only; make it writable, or name another folder with --data' part
    mount -o remount,rw disk
    mended
else
    skipped+=("other disks, since none may be mounted here")
fi
[ "$failed" = 0 ] || exit 1
if [ "${#skipped[@]}" -gt 0 ]; then
    printf 'journal_places: skipped %s\n' "${skipped[@]}"
    exit 77
fi
