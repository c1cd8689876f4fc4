#!/usr/bin/env bash
# Completion in the real shells: commands, options, sessions, what a session
# lets one choose, the words of the calendar, and files. All three take them
# from the program, which reads its own --help.
set -u
status=0
broken() {
    echo "completions: $*"
    status=1
}
for shell in bash zsh fish; do
    command -v $shell >/dev/null || { echo "skipped: $shell is missing"; exit 77; }
done
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir "$out/bin" "$out/folder" "$out/data" "$out/data/sessions"
ln -s "$BREATHMARK" "$out/bin/breathmark"
export PATH="$out/bin:$PATH" HOME="$out" BREATHMARK_DATA="$out/data"
printf 'title: Mine\nkind: meditation\nclass: gentle\nsit 1m\n' \
    >"$out/data/sessions/my-own.session"
touch "$out/notes.session"
cd "$out" || exit 1
files=$TREE/package/completions

in_bash() { # LINE: what its last word could become
    bash --norc -c '. "$1"; read -ra COMP_WORDS <<<"$2"
        [ "${2% }" = "$2" ] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _breathmark
        printf "%s\n" "${COMPREPLY[@]}"' bash "$files/breathmark.bash" "$1"
}
in_fish() {
    fish --no-config -c "source $files/breathmark.fish; complete -C '$1'" | cut -f1
}
# A real line editor in a pseudo-terminal: tab, and what it lists or puts in.
in_zsh() {
    zsh -f -c '
        zmodload zsh/zpty
        zpty z zsh -f -i
        zpty -w z "PS1=re\\ady:; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -d $2/dump"
        zpty -w z "zstyle \":completion:*\" insert-tab false; LISTMAX=1000; setopt no_beep"
        zpty -w z "echo read\$((4 + 3))y"
        while zpty -r z part; do [[ $part = *read7y* ]] && break; done
        zpty -r z part "*ready:*"
        zpty -n -w z "$3"$'"'\\t\\t\\x15'"'
        zpty -w z "echo read\$((4 + 4))y"
        text=
        while zpty -r z part; do text+=$part; [[ $part = *read8y* ]] && break; done
        print -r -- $text' zsh "$files" "$out" "$1" | tr -s ' \r' '\n' |
        sed -e 's/\x1b\[[0-9;?]*[A-Za-z]//g'
}

expect() { # LINE WORD…: each is offered; a word after ! is not
    local line=$1 shell word
    shift
    for shell in bash fish zsh; do
        "in_$shell" "$line" >"$out/said"
        for word; do
            if [ "${word#!}" != "$word" ]; then
                grep -qxF -- "${word#!}" "$out/said" && broken "$shell: \"$line\" offers ${word#!}"
            else
                grep -qF -- "$word" "$out/said" || {
                    broken "$shell: \"$line\" does not offer $word"
                    head -5 "$out/said"
                }
            fi
        done
    done
}

expect 'breathmark ' play calendar journal '!--help'
expect 'breathmark play --' --set --text --mute --data '!--csv'
expect 'breathmark play ' box coherent my-own notes.session
expect 'breathmark play box --set ' length= side=
expect 'breathmark list --kind ' breathwork partner
expect 'breathmark list --day ' transition break
expect 'breathmark frame coherent --palette ' dusk paper
expect 'breathmark frame coherent --hud ' minimal none
expect 'breathmark calendar ' plan log show import
expect 'breathmark calendar log ' taken skipped void
expect 'breathmark calendar plan --preset ' fadiman nightcap
expect 'breathmark calendar plan --' --person --weekdays '!--amount'
expect 'breathmark journal add --' --mood-after --sleep-hours
expect 'breathmark --data ' 'folder' '!notes.session'

# Whatever the page names is offered somewhere.
for command in '' play list check timeline frame export voices insight care doctor journal calendar \
    'journal add' 'journal list' 'journal merge' 'journal export' \
    'calendar plan' 'calendar log' 'calendar tick' 'calendar key' 'calendar import'; do
    # shellcheck disable=SC2086
    "$BREATHMARK" complete -- $command --
done >"$out/said"
for option in $("$BREATHMARK" --help | grep -oE -- '--[a-z][a-z-]*' | sort -u); do
    grep -qE -- "^$option(=|\$)" "$out/said" || broken "$option is offered nowhere"
done
[ "$status" = 0 ] && echo "completions: bash, zsh and fish offer what there is"
exit "$status"
