#!/usr/bin/env bash
# The program and its modules are built to be hard to misuse: loaded anywhere,
# tables read-only once bound, no stack that runs, a guard before return
# addresses; a Release build with the C library's own checks.
set -u
command -v readelf >/dev/null || { echo "skipped: binutils is missing"; exit 77; }
status=0
broken() {
    echo "hardened: $1: $2"
    status=1
}
for object in "$BREATHMARK" "$(dirname "$BREATHMARK")"/breathmark-*.so; do
    name=$(basename "$object")
    headers=$(readelf -Wldh "$object")
    symbols=$(readelf -Ws --dyn-syms "$object")
    grep -qE 'Type: +DYN' <<<"$headers" || broken "$name" "is loaded at a fixed place"
    grep -q 'GNU_RELRO' <<<"$headers" || broken "$name" "no relro"
    grep -qE 'BIND_NOW|FLAGS_1.* NOW' <<<"$headers" || broken "$name" "binds late"
    grep -qE 'GNU_STACK.* RW +0x' <<<"$headers" || broken "$name" "the stack may run"
    grep -qE 'RUNPATH|RPATH' <<<"$headers" && broken "$name" "looks for libraries where it was built"
    [ "$name" != breathmark ] || grep -q '__stack_chk_fail' <<<"$symbols" ||
        broken "$name" "no stack guard"
    [ "${FORTIFIED-}" != yes ] || [ "$name" != breathmark ] || grep -qE '__[a-z]+_chk' <<<"$symbols" ||
        broken "$name" "no fortified calls"
done
[ "$status" = 0 ] && echo "hardened: program and modules are"
exit "$status"
