#!/usr/bin/env python3
"""key_to_light.py KEYSYM X Y W H: presses the key in the X server and prints
after how many milliseconds a bright pixel stands in that part of the screen,
in which there must be none before. Ends with 1 when none
comes within fifteen seconds. Needs libX11 and libXtst, which xdotool brings."""
import ctypes
import sys
import time

BRIGHT = 150


class Image(ctypes.Structure):
    _fields_ = [
        ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_ubyte)),
        ("byte_order", ctypes.c_int), ("unit", ctypes.c_int),
        ("bit_order", ctypes.c_int), ("pad", ctypes.c_int),
        ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int),
    ]


x11 = ctypes.CDLL("libX11.so.6")
xtst = ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XStringToKeysym.restype = ctypes.c_ulong
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XGetImage.restype = ctypes.POINTER(Image)
x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int,
                          ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                          ctypes.c_ulong, ctypes.c_int]
x11.XDestroyImage.argtypes = [ctypes.POINTER(Image)]
x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int,
                                   ctypes.c_ulong]


def bright(display, root, x, y, w, h):
    image = x11.XGetImage(display, root, x, y, w, h, 0xFFFFFFFF, 2)
    size = image.contents.bytes_per_line * h
    data = ctypes.string_at(image.contents.data, size)
    x11.XDestroyImage(image)
    return any(data[i] > BRIGHT for i in range(0, size, 4))  # blue


def main():
    key, part = sys.argv[1], [int(n) for n in sys.argv[2:6]]
    display = x11.XOpenDisplay(None)
    root = x11.XDefaultRootWindow(display)
    code = x11.XKeysymToKeycode(display, x11.XStringToKeysym(key.encode()))
    if bright(display, root, *part):
        print("light stands there before", file=sys.stderr)
        return 1
    began = time.monotonic()
    xtst.XTestFakeKeyEvent(display, code & 0xFF, 1, 0)
    xtst.XTestFakeKeyEvent(display, code & 0xFF, 0, 0)
    x11.XSync(display, 0)
    while time.monotonic() - began < 15:
        if bright(display, root, *part):
            print(f"{(time.monotonic() - began) * 1000:.1f}")
            return 0
        time.sleep(0.001)
    print("no light came", file=sys.stderr)
    return 1


sys.exit(main())
