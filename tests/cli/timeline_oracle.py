#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Random scripts, worked out a second time with exact fractions.

Each script is made together with the rows that it must give, by the words of
the language's page and not by our code; `breathmark timeline` is then compared
line by line. The same scripts in every run."""

import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction as F
from math import floor

HEAD = ("title: T\nkind: breathwork\nclass: holds, fast\ncaution: c\n")
PLACES = ["face", "jaw", "left foot", "whole", "right hand", "belly"]


def half_up(x):
    return floor(x + F(1, 2))


def seconds(ms):
    text = "%d.%03d" % (ms // 1000, ms % 1000)
    return text.rstrip("0").rstrip(".")


def thousandths(x):
    n = half_up(x * 1000)
    return "%d.%03d" % (n // 1000, n % 1000)


class Script:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = HEAD.splitlines()
        self.rows = []  # (start, order, cells)
        self.now = 0
        self.order = 0

    def put(self, start, end, line, step, phase="-", breath=0, level=None,
            text=""):
        low, high = level or ("-", "-")
        self.rows.append("\t".join(map(str, (
            start, end, line, step, phase, breath, low, high, text))))

    # One pass: (verb, name, milliseconds) in order -> levels at the ends.
    @staticmethod
    def levels(phases):
        level = F(0)
        for verb, ms in phases:
            level = F(1) if verb in ("in", "top") else \
                F(0) if verb == "out" else level
        out = []
        i = 0
        while i < len(phases):
            verb = phases[i][0]
            if verb in ("hold", "rest"):
                out.append((level, level))
                i += 1
                continue
            up = verb != "out"
            group = [i]
            k = i + 1
            while k < len(phases) and (phases[k][0] in ("hold", "rest") or
                                       (phases[k][0] != "out") == up):
                if phases[k][0] not in ("hold", "rest"):
                    group.append(k)
                k += 1
            total = sum(phases[g][1] for g in group)
            done = 0
            for j in range(i, k):
                ms = phases[j][1]
                if phases[j][0] in ("hold", "rest"):
                    out.append((level, level))
                    continue
                a, b = F(done, total), F(done + ms, total)
                done += ms
                out.append((a, b) if up else (1 - a, 1 - b))
                level = out[-1][1]
            i = k
        return out

    def pattern(self):
        r = self.random
        shape = r.choice(["in out", "in hold out", "in top out rest",
                          "in hold top out hold", "out in", "hold in out",
                          "rest out hold in top", "in out in top out",
                          "in rest top hold top out out rest", "in out in"])
        verbs = shape.split()

        def length(verb):
            if verb in ("hold", "rest"):
                return r.choice([0, 1, r.randint(0, 3000), 2000])
            return r.choice([500, r.randint(500, 4000), 3000])
        first = [length(v) for v in verbs]
        last = [length(v) for v in verbs]
        return verbs, first, last

    def written(self, verbs, lengths, texts):
        short = {2: ["in", "out"], 3: ["in", "hold", "out"]}
        if verbs == short.get(len(verbs)) and not any(texts):
            return "-".join(seconds(ms) for ms in lengths)
        return ", ".join("%s %s%s" % (
            v, seconds(ms), ' "%s"' % t if t else "")
            for v, ms, t in zip(verbs, lengths, texts))

    def breathe(self):
        r = self.random
        verbs, first, last = self.pattern()
        changes = r.random() < 0.5
        texts = [r.choice(["", "", "own"]) for _ in verbs]
        mean = F(sum(first) + sum(last if changes else first), 2)
        least = 2 if changes else 1
        if r.random() < 0.5:
            n = r.randint(least, 7)
            amount = "x %d" % n
        else:
            tenths = r.randint(1, 600)
            n = max(least, half_up(F(tenths * 100) / mean))
            amount = "for %d.%ds" % (tenths // 10, tenths % 10)
        to = ""
        if changes:
            to = " to " + self.written(verbs, last, [""] * len(verbs))
        self.lines.append('breathe %s%s %s "step"' % (
            self.written(verbs, first, texts), to, amount))
        line = len(self.lines)
        rows = []
        given = False
        start = self.now
        for i in range(n):
            ms = [half_up(F(a) + F(b - a) * F(i, n - 1)) if changes else a
                  for a, b in zip(first, last)]
            levels = self.levels(list(zip(verbs, ms)))
            moving = [v for v in verbs if v in ("in", "top", "out")][-1]
            for verb, length, text, level in zip(verbs, ms, texts, levels):
                if verb in ("in", "top", "out"):
                    moving = verb
                name = verb
                if verb == "hold":
                    name = "hold-empty" if moving == "out" else "hold-full"
                if length == 0:
                    continue
                if not text and not given:
                    text, given = "step", True
                rows.append((self.now, self.now + length, line, "breathe",
                             name, i + 1, tuple(map(thousandths, level)),
                             text))
                self.now += length
        self.with_acts(rows, start)

    def plain(self):
        ms = self.random.choice([100, 1000, 12300, 60000])
        self.lines.append("sit %ss" % seconds(ms))
        start = self.now
        self.now += ms
        self.with_acts([(start, self.now, len(self.lines), "sit")], start)

    def scan(self):
        r = self.random
        ms = r.randint(1, 90) * 100
        places = [r.choice(PLACES) for _ in range(r.randint(1, 7))]
        self.lines.append("scan %ss over %s" % (seconds(ms),
                                                ", ".join(places)))
        n = len(places)
        rows = [(self.now + half_up(F(i * ms, n)),
                 self.now + half_up(F((i + 1) * ms, n)), len(self.lines),
                 "scan", place) for i, place in enumerate(places)]
        start = self.now
        self.now += ms
        self.with_acts(rows, start)

    def wait(self):
        self.lines.append("wait")
        self.put(self.now, self.now, len(self.lines), "wait", "tap")

    def bell(self):
        self.lines.append("bell chime")
        self.put(self.now, self.now, len(self.lines), "bell", "chime")

    # Adds lines under the step and puts its rows and events down in order.
    def with_acts(self, rows, start):
        r = self.random
        length = self.now - start
        events = []
        for _ in range(r.choice([0, 0, 1, 3])):
            kind = r.choice(["at", "last", "every"])
            tenths = r.randint(0, length // 100)
            if kind == "every" and tenths == 0:
                continue
            self.lines.append("  %s %d.%ds tick" % (kind, tenths // 10,
                                                   tenths % 10))
            line, d = len(self.lines), tenths * 100
            moments = {"at": [d], "last": [length - d]}.get(kind)
            if moments is None:
                moments = list(range(d, length, d))
            events += [(start + m, line) for m in moments]
        events.sort()
        for row in rows:
            while events and events[0][0] <= row[0]:
                self.put(events[0][0], events[0][0], events[0][1], "tick")
                events.pop(0)
            self.put(*row)
        for at, line in events:
            self.put(at, at, line, "tick")


def compare(seed, program, folder):
    script = Script(seed)
    makers = [script.breathe, script.breathe, script.breathe, script.plain,
              script.scan, script.wait, script.bell]
    script.lines.append("sit 1s")
    script.put(0, 1000, len(script.lines), "sit")
    script.now = 1000
    for _ in range(12):
        script.random.choice(makers)()
    path = os.path.join(folder, "random.session")
    with open(path, "w") as file:
        file.write("\n".join(script.lines) + "\n")
    done = subprocess.run([program, "timeline", path], capture_output=True,
                          text=True)
    got = done.stdout.splitlines()[1:]
    if done.returncode == 0 and got == script.rows:
        return True
    print("\n".join(script.lines))
    print(done.stderr, end="")
    for i in range(max(len(got), len(script.rows))):
        a = got[i] if i < len(got) else "(nothing)"
        b = script.rows[i] if i < len(script.rows) else "(nothing)"
        if a != b:
            print("row %d\n  got  %s\n  want %s" % (i + 1, a, b))
            break
    return False


def main():
    program = os.environ["BREATHMARK"]
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        wrong = sum(not compare(seed, program, folder)
                    for seed in range(count))
    if wrong:
        sys.exit("%d of %d scripts differ" % (wrong, count))
    print("timeline: %d random scripts are as worked out by hand" % count)


main()
