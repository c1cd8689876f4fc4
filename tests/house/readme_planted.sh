#!/usr/bin/env bash
# Shows that the tests readme and pages can fail: plants one untruth at a time in
# a copy of a page and expects it to be named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$TREE"/{README.md,sessions,assets,package,tests,src,CHANGELOG.md} "$copy"

rules=readme.sh
plant() { # SED-SCRIPT WORDS-EXPECTED [PAGE]
    local page=${3:-README.md}
    sed "$1" "$TREE/$page" >"$copy/$page"
    if README_TREE=$copy bash "$here/$rules" >"$copy/said" 2>&1 ||
        ! grep -qF -- "$2" "$copy/said"; then
        echo "$rules did not say \"$2\" after: $1"
        cat "$copy/said"
        exit 1
    fi
    cp "$TREE/$page" "$copy/$page"
}

plant 's/breathmark export coherent/breathmark bounce coherent/' '--help does not know "bounce"'
plant 's/journal check/journal verify/' '--help does not know "verify"'
plant 's/^    breathe 4-6 for/    breath 4-6 for/' 'does not compile silently'
plant '/^    title:/,/^    ask/d' 'its script is gone'
plant 's/--preset fadiman/--preset fadimen/' 'fails'
plant '/breathing.ics/d' 'was not exported'
rules=pages.sh
plant 's|(sessions/FORMAT.md)|(sessions/FORM.md)|' 'leads nowhere'
plant 's|(#safety)|(#savety)|' '#savety leads nowhere'
plant 's|^    src/core |    src/kern |' 'there is no src/kern'
plant 's|(assets/words)|(assets/words), `src/core/word.c`|' 'there is no src/core/word.c'
plant 's|`tests/soak/real.sh 20`|`tests/soak/reel.sh 20`|' 'there is no tests/soak/reel.sh'
plant 's|`app/keeper.c`|`app/keep.c`|' 'there is no app/keep.c' src/README.md
plant 's|`protocols/`|`presets/`|' 'there is no presets/' assets/README.md
plant '/^| `soak`/d; /^| `fuzz`/d' 'does not tell of fuzz' tests/README.md
echo "readme: each planted untruth was named"
