#!/usr/bin/env bash
# Vim colours every line of every shipped script and finds nothing unknown in
# them; a slip it shows; and the kinds of words are told apart.
set -u
command -v vim >/dev/null || {
    echo "vim is not there: skipped"
    exit 77
}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat >"$out/dump.vim" <<'VIM'
set nocompatible nomore encoding=utf-8
execute 'set runtimepath^=' . $TREE . '/assets/editors/vim'
filetype on
syntax on
function! Dump() abort
  let lines = []
  for l in range(1, line('$'))
    let text = getline(l)
    let c = 1
    let before = ''
    while c <= len(text)
      let name = synIDattr(synID(l, c, 0), 'name')
      if name !=# before && text[c - 1] !~# '\s'
        call add(lines, l . ':' . c . ' ' . (name ==# '' ? '-' : name))
        let before = name
      endif
      let c += 1
    endwhile
  endfor
  call writefile(lines, $OUT, 'a')
endfunction
VIM
# colours SCRIPT: "LINE:COLUMN GROUP" wherever the group changes.
colours() {
    rm -f "$out/said"
    OUT=$out/said TREE=$TREE vim -es -N -u NONE -i NONE -S "$out/dump.vim" \
        -c 'edit '"$1" -c 'call Dump()' -c 'qa!' </dev/null >/dev/null 2>&1
    cat "$out/said"
}
status=0
scripts=0
for script in "$TREE"/sessions/*.session "$TREE"/sessions/*/*.session; do
    scripts=$((scripts + 1))
    colours "$script" >"$out/all"
    filled=$(grep -c '[^[:space:]]' "$script")
    coloured=$(cut -d: -f1 "$out/all" | sort -u | wc -l)
    if grep -E 'Unknown|BadString' "$out/all" || [ "$coloured" != "$filled" ] ||
        grep -m1 -E ':1 -$' "$out/all"; then
        echo "$script: not wholly coloured ($coloured of $filled lines)"
        status=1
    fi
done
[ "$scripts" -ge 46 ] || {
    echo "only $scripts scripts"
    status=1
}
printf '%s\n' 'title: A # b' 'let n = 4s (3s to 7s) "x"' 'breathe in 4 nose, out 6 x 3 "go' \
    'braethe 4-6 for 1m' '  at 1m say "a \" b" # c' 'breathe in 4, top 1, hold 1, out 4, rest 1 x 3' >"$out/x.session"
colours "$out/x.session" >"$out/all"
while read -r place group; do
    grep -qx "$place $group" "$out/all" || {
        echo "no $group at $place:"
        cat "$out/all"
        status=1
    }
done <<'WANTED'
1:1 breathmarkKey
1:10 breathmarkComment
2:1 breathmarkDeclare
2:9 breathmarkDuration
3:9 breathmarkPhase
3:14 breathmarkWay
3:30 breathmarkBadString
4:1 breathmarkUnknown
5:3 breathmarkVerb
5:6 breathmarkDuration
5:13 breathmarkString
5:16 breathmarkEscape
5:22 breathmarkComment
6:9 breathmarkPhase
6:15 breathmarkPhase
6:22 breathmarkPhase
6:30 breathmarkPhase
6:37 breathmarkPhase
WANTED
exit $status
