#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a breathing pacer of other kinds costs beside ours, in the same room: a
web page in Chromium, GTK with cairo, a video in mpv, each fullscreen on an X
server of 1920 x 1080 without a graphics card, none of them with sound.

    tests/bench/peers.py [PROGRAM]      what is missing is named and left out

prints kind, CPU-s a minute, of which the X server, MiB, ms to the first picture.
The server is counted because some have it draw. Memory is that of the program
and all its children as Pss, the share of what several use. The first picture is
when the screen's middle is no longer black, white or grey; ours fades in, and so
any change counts for it.
Needs Xvfb; chromium, mpv and ffmpeg, libgtk-3-dev (Debian) for each kind."""

import ctypes
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
OURS = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../../build/breathmark")
WARM_S, TAKE_S, STARTS = 6, 20, 5
W, H = 1920, 1080

SESSION = "title: Peer\nkind: breathwork\nclass: gentle\nbreathe 5-5 for 10m\n"


class Screen:
    """An X server of our own, and the colour of a point on it."""

    def __init__(self):
        told, tells = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{W}x{H}x24",
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[tells], stderr=subprocess.DEVNULL)
        os.environ["DISPLAY"] = ":" + os.read(told, 16).decode().strip()
        self.x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XGetImage", "XGetPixel"):
            getattr(self.x, name).restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))

    def point(self, x, y):
        all_planes, z_pixmap = ctypes.c_ulong(-1), 2
        image = ctypes.c_void_p(
            self.x.XGetImage(self.display, self.root, x, y, 1, 1, all_planes, z_pixmap))
        pixel = self.x.XGetPixel(image, 0, 0) or 0
        self.x.XDestroyImage(image)
        return pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255

    def close(self):
        self.server.terminate()
        self.server.wait()


def family(pid):
    """The process and all that come from it."""
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as f:
                parents[int(name)] = int(f.read().rpartition(")")[2].split()[1])
        except OSError:
            pass
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def cpu_s(pid):
    ticks = 0
    for one in family(pid):
        try:
            with open(f"/proc/{one}/stat") as f:
                fields = f.read().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return ticks / os.sysconf("SC_CLK_TCK")


def pss_mib(pid):
    kib = 0
    for one in family(pid):
        try:
            with open(f"/proc/{one}/smaps_rollup") as f:
                kib += next(int(line.split()[1]) for line in f if line.startswith("Pss:"))
        except OSError:
            pass
    return kib / 1024


def start(words):
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(words, stdout=nowhere, stderr=nowhere, start_new_session=True)


def end(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    time.sleep(1)


def has_hue(colour):
    return max(colour) - min(colour) > 8


def first_picture_ms(screen, words, seen):
    began = time.monotonic()
    process = start(words)
    while not seen(screen.point(W // 2, H // 2)) and time.monotonic() - began < 30:
        time.sleep(0.002)
    took = time.monotonic() - began
    end(process)
    return took * 1000


def measure(screen, kind, words, seen=has_hue):
    starts = [first_picture_ms(screen, words(), seen) for _ in range(STARTS)]
    process = start(words())
    time.sleep(WARM_S)
    before = cpu_s(process.pid), cpu_s(screen.server.pid)
    time.sleep(TAKE_S)
    own = (cpu_s(process.pid) - before[0]) * 60 / TAKE_S
    server = (cpu_s(screen.server.pid) - before[1]) * 60 / TAKE_S
    mib = pss_mib(process.pid)
    end(process)
    first = statistics.median(starts)
    print(f"{kind}\t{own + server:.1f}\t{server:.1f}\t{mib:.0f}\t{first:.0f}", flush=True)


def have(kind, *tools):
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        print(f"{kind}: left out, {', '.join(missing)} is missing", file=sys.stderr)
    return not missing


def run(words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def peers(screen, folder):
    script = os.path.join(folder, "peer.session")
    with open(script, "w") as f:
        f.write(SESSION)
    os.environ.update(BREATHMARK_DATA=folder, SDL_AUDIODRIVER="dummy")
    measure(screen, "Breathmark", lambda: [OURS, "play", script, "--mute", "--no-journal"], any)
    gtk = ["pkg-config", "--exists", "--print-errors", "gtk+-3.0"]
    if have("GTK", "cc", "pkg-config") and subprocess.run(gtk).returncode == 0:
        built = os.path.join(folder, "pacer_gtk")
        flags = run(["pkg-config", "--cflags", "--libs", "gtk+-3.0"]).split()
        run(["cc", "-O2", os.path.join(PEERS, "pacer_gtk.c"), "-o", built, *flags, "-lm"])
        measure(screen, "GTK 3, cairo", lambda: [built])
    if have("web page", "chromium"):
        root = ["--no-sandbox"] if os.geteuid() == 0 else []
        measure(screen, "page in Chromium", lambda: [
            "chromium", *root, "--kiosk", "--no-first-run",
            f"--window-size={W},{H}", "--window-position=0,0",
            f"--user-data-dir={tempfile.mkdtemp(dir=folder)}",
            "file://" + os.path.join(PEERS, "pacer.html")])
    if have("video", "mpv", "ffmpeg", "convert"):
        orb, video = os.path.join(folder, "orb.png"), os.path.join(folder, "orb.mp4")
        run(["convert", "-size", "864x864", "radial-gradient:#8cccd9-#080d14", orb])
        size = "2*trunc(432*(0.71-0.29*cos(2*PI*t/10)))"
        run(["ffmpeg", "-v", "error", "-loop", "1", "-framerate", "30", "-i", orb, "-f", "lavfi",
             "-i", f"color=0x080d14:size={W}x{H}:rate=30", "-filter_complex",
             f"[0]scale=w='{size}':h='{size}':eval=frame[o];"
             "[1][o]overlay=(W-w)/2:(H-h)/2:eval=frame",
             "-t", "10", "-pix_fmt", "yuv420p", "-preset", "veryfast", video])
        measure(screen, "video in mpv, 30 fps", lambda: [
            "mpv", "--no-config", "--vo=x11", f"--geometry={W}x{H}+0+0",
            "--no-border", "--loop", "--no-audio", video])


def main():
    screen = Screen()
    folder = tempfile.mkdtemp()
    print("kind\tcpu_s_per_min\tof_server\tpss_mib\tfirst_picture_ms", flush=True)
    try:
        peers(screen, folder)
    finally:
        screen.close()
        shutil.rmtree(folder, ignore_errors=True)


main()
