#!/usr/bin/env bash
# What reads the code without running it, each over every file to its end:
#   lint.sh cppcheck     undefined and unlikely things
#   lint.sh gcc          gcc -fanalyzer, paths through a function
#   lint.sh clang        -Weverything, but for matters of taste
#   lint.sh clang-tidy   the rules of .clang-tidy, among them clang's analyzer of
#                        paths: half an hour of a core, by tests/matrix.sh
# Each is first given a file with a planted fault, which it must find. A false
# finding is silenced where it stands, or here, with its reason.
set -u
tool=$1
cd "$TREE" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags=(-std=c11 -D_DEFAULT_SOURCE '-DBREATHMARK_VERSION="0"' -Isrc)
for flag in $(pkg-config --cflags sdl2 SDL2_mixer SDL2_ttf vorbis ogg libpng libical \
    pangocairo pangoft2 cairo-pdf fontconfig); do
    # Other people's headers are theirs to mend.
    case $flag in -I*) flags+=(-isystem "${flag#-I}") ;; *) flags+=("$flag") ;; esac
done

# Taste: padding, order of declarations, casts of what a function gives,
# floats that are compared to what they were set to, fields left at zero,
# names that SDL itself has given, and its macros that end in a block.
everything=(-Weverything -Werror -Wno-padded -Wno-declaration-after-statement
    -Wno-bad-function-cast -Wno-float-equal -Wno-missing-field-initializers
    -Wno-disabled-macro-expansion -Wno-reserved-identifier -Wno-extra-semi-stmt -Wno-unknown-warning-option
    -Wno-unsafe-buffer-usage -Wno-switch-default -Wno-pre-c11-compat)

# look FILE…: prints what the tool finds; red when that is anything.
look() {
    local file bad=0
    case $tool in
    cppcheck) # it does not know that arena_fail ends the program
        cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
            --inline-suppr --suppress=missingIncludeSystem -I src -D__GNUC__ \
            '-DBREATHMARK_VERSION="0"' -Darena_fail=abort "$@" 2>&1
        return
        ;;
    clang-tidy)
        printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} \
            clang-tidy --quiet --config-file=.clang-tidy {} -- "${flags[@]}" 2>"$work/noise" || {
            grep -E 'error:' "$work/noise"
            return 1
        }
        return
        ;;
    esac
    for file; do
        case $tool in
        gcc) gcc "${flags[@]}" -O1 -fanalyzer -Werror -c -o /dev/null "$file" 2>&1 || bad=1 ;;
        clang) clang "${flags[@]}" "${everything[@]}" -fsyntax-only "$file" 2>&1 || bad=1 ;;
        esac
    done
    return $bad
}

command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 77; }

cat >"$work/planted.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int fault(int n)
{
    char *p = malloc(8);
    int small[2];
    if (n > 7 && !p) {
        p[n] = 1;
    }
    small[2] = n;
    printf("%zu %zu\n", sizeof(p) / sizeof(*small), strlen(p + 1 + 0 * n));
    memset(p, n, 0);
    return small[n > 1] + (int)strcmp(p, "x") == n || n == n;
}
C
look "$work/planted.c" >"$work/found" && { echo "lint: $tool finds nothing in a planted fault"; exit 1; }

mapfile -t files < <(find src -name '*.c' | sort)
if look "${files[@]}" >"$work/found"; then
    echo "lint: $tool finds nothing in ${#files[@]} files"
    exit 0
fi
cat "$work/found"
# Other versions find other things: worth a look, but nobody's mistake.
"$tool" --version | grep -qE '(cppcheck|Cppcheck) 2\.10|gcc.* 12\.|version 14\.' && exit 1
echo "skipped: the tree is held clean for Debian 12's $tool; this is another"
exit 77
