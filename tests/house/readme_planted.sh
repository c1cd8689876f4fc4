#!/usr/bin/env bash
# Shows that the readme test can fail: plants one untruth at a time in a copy
# of README.md and expects it to be named.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$TREE"/{README.md,sessions,assets,tests,src,CHANGELOG.md} "$copy"

plant() { # SED-SCRIPT WORDS-EXPECTED
    sed "$1" "$TREE/README.md" >"$copy/README.md"
    if README_TREE=$copy bash "$here/readme.sh" >"$copy/said" 2>&1 ||
        ! grep -qF -- "$2" "$copy/said"; then
        echo "readme.sh did not say \"$2\" after: $1"
        cat "$copy/said"
        exit 1
    fi
}

plant 's|(sessions/FORMAT.md)|(sessions/FORM.md)|' 'leads nowhere'
plant 's/breathmark export coherent/breathmark bounce coherent/' '--help does not know "bounce"'
plant 's/journal check/journal verify/' '--help does not know "verify"'
plant 's/^    breathe 4-6 for/    breath 4-6 for/' 'does not compile silently'
plant '/^    title:/,/^    ask/d' 'its script is gone'
plant 's/--preset fadiman/--preset fadimen/' 'fails'
plant '/breathing.ics/d' 'was not exported'
echo "readme: each planted untruth was named"
