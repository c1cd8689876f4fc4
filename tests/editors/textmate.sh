#!/usr/bin/env bash
# The TextMate grammar, in the tokeniser of VS Code, knows every word of every
# shipped script, shows a slip and tells the kinds of words apart. The tokeniser
# comes by npm, once, into the build folder; where it cannot be had: skipped.
set -u
for tool in node npm; do
    command -v "$tool" >/dev/null || {
        echo "$tool is not there: skipped"
        exit 77
    }
done
place=$BUILD/textmate
mkdir -p "$place"
if [ ! -f "$place/done" ]; then
    (cd "$place" && timeout 120 npm install --no-save --no-audit --no-fund --ignore-scripts \
        vscode-textmate@9.3.2 vscode-oniguruma@2.0.1 >npm.log 2>&1) || {
        echo "the tokeniser cannot be had from npm here: skipped"
        tail -n 3 "$place/npm.log"
        exit 77
    }
    touch "$place/done"
fi
grammar=$TREE/assets/editors/vscode/syntaxes/breathmark.tmLanguage.json
here=$(dirname "$0")
status=0
node "$here/textmate.mjs" "$place" "$grammar" \
    "$TREE"/sessions/*.session "$TREE"/sessions/*/*.session || status=1
printf '%s\n' 'title: A # b' 'let n = 4s (3s to 7s) "x"' 'breathe in 4 nose, out 6 x 3 "go' \
    'braethe 4-6 for 1m' '  at 1m say "a \" b" # c' 'breathe n-4.5 for 1m30s' >"$place/x.session"
node "$here/textmate.mjs" "$place" "$grammar" -- "$place/x.session" >"$place/all"
while read -r at scope; do
    grep -qx "$at $scope" "$place/all" || {
        echo "no $scope at $at:"
        cat "$place/all"
        status=1
    }
done <<'WANTED'
1:1 entity.name.tag
1:10 comment.line.number-sign
2:1 storage.type.let
2:5 variable.other
2:9 constant.numeric.duration
3:1 keyword.other.step
3:9 support.type.phase
3:14 support.constant.way
3:30 invalid.illegal.string
4:1 invalid.illegal
5:3 keyword.other.act
5:13 string.quoted.double
5:16 constant.character.escape
5:22 comment.line.number-sign
6:9 constant.numeric.pattern
6:19 constant.numeric.duration
WANTED
exit $status
