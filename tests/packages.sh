# The packages that ./run and tests/run install, by their names in Debian 12
# and Ubuntu 24.04. Sourced by both; nothing else is set up by hand.
RUN_PACKAGES=(
    gcc libc6-dev cmake make pkg-config
    libsdl2-dev libsdl2-mixer-dev libsdl2-ttf-dev
    libvorbis-dev libogg-dev libpng-dev libical-dev flite1-dev
    libpango1.0-dev libcairo2-dev libfontconfig-dev
)
TEST_PACKAGES=(
    libcmocka-dev universal-ctags clang-format-14 git
    fonts-dejavu-core fonts-hosny-amiri fonts-noto-color-emoji
    xvfb xdotool imagemagick tzdata xserver-xorg-core
    xserver-xorg-video-dummy x11-xserver-utils x11-xkb-utils xclip
    libsystemd0 faketime recutils poppler-utils strace python3 python3-dateutil python3-icalendar
    clang clang-tidy cppcheck gcovr e2fsprogs xfsprogs mount util-linux
    debootstrap dpkg-dev file lintian desktop-file-utils appstream mandoc man-db zsh fish vim
)

# Node.js may have come from elsewhere.
command -v npm >/dev/null || TEST_PACKAGES+=(nodejs npm)

# install_missing PACKAGE…: asks apt for those that are not installed yet.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null |
            grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "breathmark needs these packages: ${missing[*]}" >&2
    local sudo=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "breathmark: not root and no sudo; install them by hand" >&2
            return 1
        }
        sudo=sudo
    fi
    $sudo apt-get update -qq >&2
    # What a release does not have (Debian 13 no recutils) is left out; the tests
    # that need it say so.
    local known=()
    for package in "${missing[@]}"; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            known+=("$package")
        else
            echo "breathmark: this release has no package $package" >&2
        fi
    done
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq \
        --no-install-recommends "${known[@]}" >&2
}
