#!/usr/bin/env bash
# The house has one direction: each room may include only the rooms named
# here, SDL stands in platform's .c files alone, core asks no clock and opens
# no file. Prints each line that breaks this; TREE is the tree to look at.
set -u
tree=${TREE:-$(cd "$(dirname "$0")/../.." && pwd)}
status=0

may() {
    case "$1" in
    base) echo "base" ;;
    core) echo "base core" ;;
    frame) echo "base core frame" ;;
    screens) echo "base core frame screens" ;;
    platform) echo "base frame platform" ;;
    app) echo "base core frame screens platform app" ;;
    cli) echo "base core frame screens platform app cli" ;;
    esac
}

broken() {
    echo "$1"
    status=1
}

cd "$tree/src" || exit 2
for room in base core frame screens platform app cli; do
    [ -d "$room" ] || continue
    while IFS= read -r hit; do
        broken "$hit"
    done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$room" \
        --include='*.[ch]' | awk -v room="$room" -v may=" $(may "$room") " '{
            split($0, quoted, "\"")
            split($0, place, ":")
            split(quoted[2], target, "/")
            if (!index(may, " " target[1] " ")) {
                printf "src/%s:%s: %s may not include \"%s\"\n", place[1], place[2], room, quoted[2]
            }
        }')
done

while IFS= read -r hit; do
    broken "src/$hit: SDL belongs in platform's .c files"
done < <(grep -rnE '#[[:space:]]*include[[:space:]]*[<"]SDL' . --include='*.[ch]' |
    sed 's|^\./||' | grep -vE '^platform/[^:]*\.c:')

pure='#[[:space:]]*include[[:space:]]*<(time|stdio|unistd|fcntl|sys/.*|locale)\.h>'
while IFS= read -r hit; do
    broken "src/$hit: no clock and no file below platform"
done < <(grep -rnE "$pure" core frame screens --include='*.[ch]' 2>/dev/null)

while IFS= read -r hit; do
    broken "src/$hit: a banned call (see README)"
done < <(grep -rnE '\b(sprintf|strcpy|strcat|strncpy|gets|strtok|atoi|atof|strtod|sscanf|alloca|setlocale|rand)\(' \
    . --include='*.[ch]' | sed 's|^\./||')

[ "$status" = 0 ] && echo "layers: every include line goes one way"
exit "$status"
