#!/usr/bin/env python3
"""A session bus with a settings portal on it, and nothing else, for tests.

    fake_bus.py SOCKET MODE [KEY=VALUE]...

It answers org.freedesktop.portal.Settings.Read for the keys it is given (a
number, or true and false) and says of all others that they are not there. MODE
is "well"; "mute": takes calls and never answers; "slow": answers after a
second; "noise": answers with bytes that are no message; "text": answers that
every key is a text. It prints "ready" and serves until it is killed.
"""
import os
import socket
import struct
import sys
import threading
import time


def pad(data, to):
    return data + b"\0" * (-len(data) % to)


def string(text):
    raw = text.encode()
    return struct.pack("<I", len(raw)) + raw + b"\0"


def field(code, kind, value):
    head = bytes([code, 1]) + kind.encode() + b"\0"
    if kind == "u":
        return head + struct.pack("<I", value)
    if kind == "g":
        return head + bytes([len(value)]) + value.encode() + b"\0"
    return head + string(value)


def message(kind, serial, fields, body=b""):
    packed = b""
    for f in fields:
        packed = pad(packed, 8) + f
    head = struct.pack("<cBBBIII", b"l", kind, 0, 1, len(body), serial, len(packed))
    return pad(head + packed, 8) + body


def variant(value):
    """As the portal's Read gives it: a variant in a variant."""
    if value in ("true", "false"):
        inner, raw = "b", struct.pack("<I", value == "true")
    elif value.isdigit():
        inner, raw = "u", struct.pack("<I", int(value))
    else:
        inner, raw = "s", string(value)
    # "v", then a signature of one letter, then the value at its place of 4.
    return pad(b"\x01v\0" + b"\x01" + inner.encode() + b"\0", 4) + raw


def exactly(conn, count):
    data = b""
    while len(data) < count:
        more = conn.recv(count - len(data))
        if not more:
            raise EOFError
        data += more
    return data


def texts(body):
    out, at = [], 0
    while at + 4 <= len(body):
        at += -at % 4
        (length,) = struct.unpack_from("<I", body, at)
        out.append(body[at + 4:at + 4 + length].decode())
        at += 4 + length + 1
    return out


def read_call(conn):
    """(serial, member, body) of the next message."""
    head = exactly(conn, 16)
    body_length, serial, fields_length = struct.unpack_from("<III", head, 4)
    fields = exactly(conn, fields_length + -fields_length % 8)
    member, at = "", 0
    while at < fields_length:
        at += -at % 8
        code, kind = fields[at], chr(fields[at + 2])
        at += 4
        if kind == "g":
            at += fields[at] + 2
            continue
        (length,) = struct.unpack_from("<I", fields, at)
        if kind == "u":
            at += 4
            continue
        if code == 3:
            member = fields[at + 4:at + 4 + length].decode()
        at += 4 + length + 1
    return serial, member, exactly(conn, body_length)


def authenticate(conn):
    line = b""
    while line != b"BEGIN":
        line = b""
        while not line.endswith(b"\r\n"):
            line += exactly(conn, 1)
        line = line.strip(b"\0\r\n")
        if line.startswith(b"AUTH"):
            # With its identity in the same line, or asked for it by DATA.
            whole = len(line.split()) > 2
            conn.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n" if whole else b"DATA\r\n")
        elif line.startswith(b"DATA"):
            conn.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
        elif line.startswith(b"NEGOTIATE"):
            conn.sendall(b"ERROR\r\n")


def serve(conn, mode, keys):
    serial = 0
    try:
        authenticate(conn)
        while True:
            call, member, body = read_call(conn)
            serial += 1
            if mode == "mute":
                continue
            to = field(5, "u", call)
            who = field(7, "s", "org.freedesktop.DBus")
            if member == "Hello":
                conn.sendall(message(2, serial, [to, who, field(8, "g", "s")], string(":1.1")))
                continue
            if mode == "slow":
                time.sleep(1)
            if mode == "noise":
                conn.sendall(os.urandom(256))
                continue
            wanted = ".".join(texts(body)[:2])
            value = "words" if mode == "text" else keys.get(wanted)
            if value is None:
                conn.sendall(message(3, serial, [
                    to, who, field(4, "s", "org.freedesktop.portal.Error.NotFound"),
                    field(8, "g", "s")], string("not there")))
            else:
                conn.sendall(message(2, serial, [to, who, field(8, "g", "v")], variant(value)))
    except (EOFError, OSError):
        conn.close()


def main():
    path, mode, *pairs = sys.argv[1:]
    keys = dict(pair.split("=", 1) for pair in pairs)
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen(8)
    os.write(1, b"ready\n")  # in one piece: whoever waits reads no more
    while True:
        conn, _ = server.accept()
        threading.Thread(target=serve, args=(conn, mode, keys), daemon=True).start()


main()
