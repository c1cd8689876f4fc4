#!/usr/bin/env bash
# The manuals are sound mdoc, print without a warning, and name every command
# and option that --help names.
set -u
status=0
broken() {
    echo "manual: $*"
    status=1
}
for tool in mandoc man; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing (packages mandoc man-db)"; exit 77; }
done
for page in "$TREE"/package/man/*.[15]; do
    said=$(mandoc -T lint -W warning "$page" 2>&1) || broken "$said"
    said=$(LC_ALL=C.UTF-8 man --warnings=all -l -Tutf8 "$page" 2>&1 >/dev/null)
    [ -z "$said" ] || broken "$page: $said"
done

told=$(mandoc -T ascii "$TREE/package/man/breathmark.1" | sed 's/.\x08//g')
help=$("$BREATHMARK" --help)
for option in $(grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u); do
    grep -qE -- "$option([^a-z-]|\$)" <<<"$told" ||
        broken "package/man/breathmark.1 does not name $option"
done
# A command begins a line of its own in --help, two blanks from the left.
for command in $(sed -nE 's/^  ([a-z]+) .*/\1/p' <<<"$help" | sort -u); do
    grep -qE "^ +$command( |\$)" <<<"$told" ||
        broken "package/man/breathmark.1 does not tell \"$command\""
done
# What is read of the environment is told too, wherever it is read.
variables=$(grep -rhoE '(getenv|xdg_folder)\("[A-Z_]+"|"LC_[A-Z]+"|"LANG"' "$TREE/src" | grep -oE '[A-Z_]{2,}')
[ "$(wc -l <<<"$variables")" -gt 8 ] || broken "what is read of the environment is not found: $variables"
for variable in $(sort -u <<<"$variables"); do
    grep -qw "$variable" <<<"$told" ||
        broken "package/man/breathmark.1 does not tell of $variable"
done
[ "$status" = 0 ] && echo "manual: every page is sound, every option told"
exit "$status"
