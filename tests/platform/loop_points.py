#!/usr/bin/env python3
"""loop_points.py [--rate HZ] IN.ogg OUT.ogg NAME=VALUE...: a copy of an Ogg
Vorbis file with these comments in place of its own, or with another rate
written in its head. Ogg pages are built anew by hand (RFC 3533)."""
import struct
import sys

TABLE = []
for i in range(256):
    r = i << 24
    for _ in range(8):
        r = (r << 1 ^ 0x04C11DB7) & 0xFFFFFFFF if r & 0x80000000 else r << 1
    TABLE.append(r)


def checked(page):
    crc = 0
    for byte in page:
        crc = (crc << 8 & 0xFFFFFFFF) ^ TABLE[crc >> 24 ^ byte]
    return page[:22] + struct.pack("<I", crc) + page[26:]


def pages(data):
    at = 0
    while at < len(data):
        count = data[at + 26]
        lacing = data[at + 27:at + 27 + count]
        size = 27 + count + sum(lacing)
        yield data[at:at + 27], lacing, data[at + 27 + count:at + size]
        at += size


def packets(all_pages):
    packet = b""
    for _, lacing, body in all_pages:
        at = 0
        for length in lacing:
            packet += body[at:at + length]
            at += length
            if length < 255:
                yield packet
                packet = b""


def page(head, number, parts):
    lacing = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in parts)
    head = head[:18] + struct.pack("<I", number) + b"\0\0\0\0" + bytes([len(lacing)])
    return checked(head + lacing + b"".join(parts))


args = sys.argv[1:]
rate = 0
if args[0] == "--rate":
    rate = int(args[1])
    args = args[2:]
source, target, comments = args[0], args[1], [c.encode() for c in args[2:]]
everything = list(pages(open(source, "rb").read()))
ident, comment, setup = list(packets(everything[:3]))[:3]
if rate:
    ident = ident[:12] + struct.pack("<I", rate) + ident[16:]
else:
    comment = b"\x03vorbis" + struct.pack("<I", 0) + struct.pack("<I", len(comments))
    comment += b"".join(struct.pack("<I", len(c)) + c for c in comments) + b"\x01"
heads = 1
while sum(1 for _ in packets(everything[:heads])) < 3:
    heads += 1
with open(target, "wb") as out:
    first = everything[0][0]
    out.write(page(first, 0, [ident]))
    out.write(page(first[:5] + b"\0" + first[6:], 1, [comment, setup]))
    for number, (head, lacing, body) in enumerate(everything[heads:], 2):
        head = head[:18] + struct.pack("<I", number) + b"\0\0\0\0" + head[26:27]
        out.write(checked(head + lacing + body))
