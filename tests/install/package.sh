#!/usr/bin/env bash
# A stranger's first evening: the Debian package goes into a clean root of this
# machine's own release with nothing but what it asks for, is used there in a
# terminal and in a window, and is removed; the words stay. The root is kept in
# the build folder, so that only the first run fetches it.
set -u
[ "$(id -u)" = 0 ] || { echo "skipped: a root can only be made as root"; exit 77; }
# In a mount namespace of its own everything mounted goes with the script.
if [ "${IN_OWN_MOUNTS-}" != yes ]; then
    unshare --mount true 2>/dev/null || { echo "skipped: no mount namespace can be had"; exit 77; }
    IN_OWN_MOUNTS=yes exec unshare --mount bash "$0"
fi
for tool in debootstrap dpkg-shlibdeps lintian recsel; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is missing"; exit 77; }
done
. "$TREE/tests/app/display.sh"
. /etc/os-release
fail() { echo "package: $*"; cat "$said" 2>/dev/null; exit 1; }
work=$(mktemp -d)
said=$work/said
trap 'display_close; umount -l "$root" 2>/dev/null; rm -rf "$work"' EXIT
root=$work/root

# The package, from a Release build.
{
    cmake -S "$TREE" -B "$BUILD/release" -DCMAKE_BUILD_TYPE=Release -DWERROR=ON &&
        cmake --build "$BUILD/release" --parallel 2 &&
        (cd "$BUILD/release" && rm -f ./*.deb && cpack -G DEB)
} >"$said" 2>&1 || fail "it cannot be built"
deb=$(echo "$BUILD"/release/breathmark_*.deb)
lintian --fail-on error "$deb" >"$said" 2>&1 || fail "lintian does not agree"
dpkg-deb -f "$deb" Depends | grep -q libsdl2 || fail "it asks for no library that it needs"
dpkg-deb --info "$deb" | grep -E 'postinst|postrm|preinst|prerm' && fail "it runs something as root"

# The clean root.
base=$BUILD/roots/$VERSION_CODENAME
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 2>/dev/null |
    awk -v name="$VERSION_CODENAME" '$2 == name { print $1; exit }')
if [ ! -d "$base" ]; then
    rm -rf "$base.new"
    mkdir -p "$BUILD/roots"
    debootstrap --variant=minbase "$VERSION_CODENAME" "$base.new" "${mirror%/}" >"$said" 2>&1 || {
        echo "skipped: debootstrap cannot make a root of $VERSION_CODENAME here:"
        tail -3 "$said"
        exit 77
    }
    mv "$base.new" "$base"
fi
mkdir -p "$work/upper" "$work/later" "$root" "$BUILD/roots/archives/partial"
mount -t overlay overlay "$root" -o "lowerdir=$base,upperdir=$work/upper,workdir=$work/later" 2>/dev/null ||
    cp -a "$base/." "$root"
mount -t proc proc "$root/proc"
mount --bind "$BUILD/roots/archives" "$root/var/cache/apt/archives"
cp /etc/resolv.conf "$root/etc/" 2>/dev/null
grep -ls '^Acquire' /etc/apt/apt.conf.d/* | xargs -r cp -t "$root/etc/apt/apt.conf.d"
cp "$deb" "$root/breathmark.deb"

in_root() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
person() { chroot --userspec=1000:1000 "$root" env -i PATH=/usr/bin:/bin HOME=/home/person \
    LC_ALL=C.UTF-8 DISPLAY="${DISPLAY-}" SDL_AUDIODRIVER=dummy "$@"; }
apt() { in_root apt-get -qq -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
    -o APT::Keep-Downloaded-Packages=true -o APT::Sandbox::User=root "$@" >"$said" 2>&1; }

in_root useradd -m -u 1000 person
apt update || { echo "skipped: the package archive cannot be reached"; tail -3 "$said"; exit 77; }
apt install /breathmark.deb || fail "it does not install"

# Breathe and reflect in a terminal.
person breathmark --version | grep -q '^breathmark [0-9]' || fail "it does not start"
printf '%s\n' 2 4 7 'warm hands' 'One evening in a clean root.' . |
    person breathmark play box --text --fast >"$said" 2>&1 || fail "play --text fails"
home=$root/home/person
journal=$home/.local/share/breathmark/journal.rec
[ "$(recsel -P Session,Mood_after,Text "$journal" | tr '\n' ' ')" = "box 4 One evening in a clean root. " ] ||
    fail "the journal says something else: $(cat "$journal")"
person breathmark frame coherent --at 30s -o /home/person/frame.png >"$said" 2>&1 && [ ! -s "$said" ] ||
    fail "frame fails"
person breathmark journal export --sheet -o /home/person/sheet.pdf >"$said" 2>&1 && [ ! -s "$said" ] ||
    fail "the sheet fails"
[ "$(head -c 5 "$home/sheet.pdf")" = "%PDF-" ] || fail "the sheet is no PDF"

# And in a window.
display_open 960 540
printf 'title: Short tide\nkind: breathwork\nclass: gentle\nsettle 1s "Sit."\nbreathe 2-3 x 9\n' \
    >"$home/short.session"
person breathmark play /home/person/short.session --window=960x540 >"$said" 2>&1 &
player=$!
display_until 20 xdotool search --name 'Short tide' >/dev/null || fail "no window"
glows() { [ "$(display_light 420 150 120 120)" -gt "$(display_light 0 0 40 40)" ]; }
display_until 20 glows || fail "nothing glows"
xdotool key Escape
sleep 4
xdotool type --delay 40 'And in a window.'
sleep 0.5
xdotool key ctrl+Return
wait "$player" || fail "the window's session ends with $?"
[ "$(recsel -n 1 -P Text "$journal")" = "And in a window." ] || fail "the second entry is not there"
[ ! -s "$said" ] || fail "a complaint"
display_close
cp "$journal" "$work/before"

# Remove it: the words stay, nothing else does.
apt purge breathmark || fail "it cannot be removed"
cmp "$work/before" "$journal" || fail "removing it touched the journal"
left=$(cd "$root" && find . -xdev -iname '*breathmark*' -not -path './home/*' -not -path './breathmark.deb' \
    -not -path './proc/*' -not -path './var/cache/*' -not -path './var/lib/dpkg/*')
[ -z "$left" ] || fail "left behind: $left"
echo "package: $(basename "$deb") installs in a clean $VERSION_CODENAME, and leaves the words"
