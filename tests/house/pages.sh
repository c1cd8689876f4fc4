#!/usr/bin/env bash
# The READMEs fit the tree: every link leads to a file or a heading, every file
# and folder that they name is there, and no folder is forgotten. README_TREE is
# the tree to look at; each rule is seen to fail in readme_planted.sh.
set -u
cd "${README_TREE:-$TREE}" || exit 2
status=0

broken() {
    echo "$1"
    status=1
}

pages=(README.md */README.md */*/README.md sessions/FORMAT.md)

# As a heading is linked to: small letters, blanks as dashes, no other signs.
anchors() { # PAGE
    sed -n 's/^#\+ //p' "$1" | tr 'A-Z ' 'a-z-' | tr -cd 'a-z0-9\n-'
}
for page in "${pages[@]}"; do
    beside=$(dirname "$page")
    while read -r link; do
        case "$link" in
        http*) ;;
        '#'*) anchors "$page" | grep -qxF -- "${link#\#}" ||
            broken "$page: $link leads nowhere" ;;
        *) [ -e "$beside/${link%%#*}" ] ||
            broken "$page: $link leads nowhere" ;;
        esac
    done < <(grep -oE '\]\([^)]+\)' "$page" | sed 's/^](//; s/)$//')
done

# A name in a page is that of a file or folder: below the tree, below src, or
# beside the page.
is_there() { # NAME FOLDER-OF-PAGE
    local name=${1%/}
    [ -e "$name" ] || [ -e "src/$name" ] || [ -e "$2/$name" ] ||
        compgen -G "$2/$name" >/dev/null
}
names() { # PAGE: what it names with a path, and what its map and tables begin with
    grep -oE '`(\.ci|src|tests|assets|sessions|package|base|core|frame|screens|platform|app|cli)/[^` ]+' "$1" | tr -d '`'
    grep -oE '^    (src|tests|assets|sessions|package)[^ ]*' "$1" | tr -d ' '
    [[ $1 != */README.md ]] || sed -nE 's/^\| `([^` ]*[./][^` ]*)`.*/\1/p' "$1"
}
for page in "${pages[@]}"; do
    beside=$(dirname "$page")
    while read -r name; do
        is_there "$name" "$beside" ||
            broken "$page: there is no $name"
    done < <(names "$page")
done
# And the other way: no folder is forgotten.
for folder in {src,tests,assets,sessions}/*/; do
    page=${folder%%/*}/README.md
    name=${folder#*/}
    grep -qE "\`$name?\`" "$page" || broken "$page: does not tell of $name"
done

[ "$status" = 0 ] && echo "pages: what they name is there"
exit "$status"
