#!/usr/bin/env bash
# What a file of the program gives to others, another file of the program uses.
# What its own file alone uses is static, unless a test looks at it by itself;
# what tests alone use has no place in the program. A function that nobody uses
# is planted, and must be found.
set -u
command -v nm >/dev/null || { echo "skipped: binutils is missing"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'int planted_unused(void);\nint planted_unused(void)\n{\n    return 1;\n}\n' >"$work/planted.c"
cc -c -o "$work/planted.c.o" "$work/planted.c" || exit 1

# Symbols that one of these folders' objects asks others for; names alone.
asked() { find "$@" -name '*.o' -exec nm -u {} + | awk 'NF == 2 { print $2 }' | sort -u; }
# Those that they define: "name object".
given() { find "$@" -name '*.o' -exec nm -gA --defined-only {} + |
    awk '{ sub(/:[0-9a-f]*$/, "", $1); print $NF, $1 }' | sort -u; }
asked "$BUILD/src" >"$work/asked"
asked "$BUILD/tests" >"$work/tested"
given "$BUILD/src" "$work" | awk '$1 != "main"' | join -v 1 - "$work/asked" >"$work/alone"

cd "$TREE/src" || exit 2
status=0 planted=no
broken() {
    echo "used: $*"
    status=1
}
while read -r name object; do
    [ "$name" != planted_unused ] || { planted=yes; continue; }
    # A module's functions are asked for by their names.
    grep -rqF "\"$name\"" --include='*.c' . && continue
    file=$(basename "$object" .o)
    source=$(find . -name "$file" -exec grep -lw "$name" {} +)
    [ -n "$source" ] || continue # left by a build of before
    uses=$(sed 's|//.*||' "$source" | grep -ow "$name" | wc -l)
    if [ "$uses" -lt 2 ]; then
        broken "src/${source#./}: nothing of the program uses $name"
    elif ! grep -qxF "$name" "$work/tested"; then
        broken "src/${source#./}: $name can be static"
    fi
done <"$work/alone"
[ "$planted" = yes ] || broken "it does not see a function that nobody uses"
[ "$status" = 0 ] && echo "used: all that is given is taken"
exit "$status"
