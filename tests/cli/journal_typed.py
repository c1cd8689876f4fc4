#!/usr/bin/env python3
"""Words typed into `journal add` are safe line by line: a terminal that is closed
takes the program with it, and they lie in a draft that the next command names;
Ctrl-D keeps them once, and no draft is left."""
import os
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.environ["BREATHMARK"]


def fail(words):
    print("journal_typed: " + words)
    sys.exit(1)


def drafts(data):
    folder = os.path.join(data, "drafts")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return [os.path.join(folder, n) for n in names if n.endswith(".rec")]


def drafted(data, words, limit_s=60):
    for _ in range(limit_s * 20):
        for path in drafts(data):
            with open(path, encoding="utf-8") as f:
                if words in f.read():
                    return True
        time.sleep(0.05)
    return False


def begin(data, *command):
    """The program on a terminal of its own: (its process, our end of it)."""
    ours, theirs = pty.openpty()
    with open(os.path.join(data, "out"), "wb") as out:
        child = subprocess.Popen([PROGRAM, "--data", data, "journal", *command],
                                 stdin=theirs, stdout=out, stderr=out, start_new_session=True)
    os.close(theirs)
    return child, ours


def listed(data):
    got = subprocess.run([PROGRAM, "--data", data, "journal", "list"], stdin=subprocess.DEVNULL,
                         capture_output=True, text=True, check=False)
    return got.stdout, got.stderr


def main():
    data = tempfile.mkdtemp()
    try:
        child, terminal = begin(data, "add")
        os.write(terminal, b"cold hands\nwarm feet\n")
        if not drafted(data, "warm feet"):
            fail("what was typed is no draft")
        child.send_signal(signal.SIGHUP)
        child.wait()
        os.close(terminal)
        out, err = listed(data)
        if "cold" in out or "unfinished words lie in the draft " + drafts(data)[0] not in err:
            fail("the draft is not named: " + out + err)
        os.unlink(drafts(data)[0])

        child, terminal = begin(data, "add")
        os.write(terminal, b"a quiet day\n")
        if not drafted(data, "a quiet day"):
            fail("what was typed is no draft")
        os.write(terminal, b"at home\n\x04")
        if child.wait(60) != 0 or drafts(data):
            fail("kept with status %s, %s is left" % (child.returncode, drafts(data)))
        os.close(terminal)
        out, err = listed(data)
        if out.count("a quiet day") != 1 or err:
            fail("it is not kept once: " + out + err)

        name = out.split()[out.split().index("a") - 1]
        child, terminal = begin(data, "amend", name)
        os.write(terminal, b"a loud day\n")
        if not drafted(data, "Amends: " + name):
            fail("a correction that is typed is no draft")
        os.write(terminal, b"\x04")
        if child.wait(60) != 0 or drafts(data):
            fail("corrected with status %s" % child.returncode)
        os.close(terminal)
        if "a loud day" not in listed(data)[0]:
            fail("the correction is not there")
    finally:
        shutil.rmtree(data)


main()
