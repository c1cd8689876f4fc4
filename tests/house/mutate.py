#!/usr/bin/env python3
"""Do the unit tests see a file of the core change its meaning?

    tests/house/mutate.py [--every N] [--least PERCENT] [--build FOLDER] [FILE…]

Changes one thing of a file at a time (an operator, a number, a condition, a
statement that is left out), builds that file and links it with the unit tests
that name its promises, and says which changes no test saw. Red below PERCENT
(85). Without a FILE the core's three most
delicate ones:

journal_read.c    what it misreads of an entry, a correction writes back wrong
calendar.c        which day is a day with a dose
timeline_build.c  the moment of each phase, sound and word: no drift begins here

--every 20 takes one in twenty, chosen by what it is and not by where it stands,
so that an edit elsewhere draws no other sample. Of few changes the share is known
less well: then it is red when 99 of 100 samples of a file that stands at PERCENT
would have more of theirs seen.

A change that the compiler makes the same code of is none and does not count,
nor does one that does not compile.
"""
import argparse
import concurrent.futures
import filecmp
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import zlib

TREE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TESTS = {
    "journal_read.c": ["test_journal", "test_entry_read", "test_journal_index", "test_insight", "test_erase"],
    "calendar.c": ["test_calendar", "test_calendar_words", "test_calendar_care",
                   "test_plan_record", "test_calendar_ics"],
    "timeline_build.c": ["test_timeline", "test_timeline_rows", "test_session_acts", "test_session_steps",
                         "test_session_lines", "test_class", "test_practice"],
}
LONGEST_S = 30  # a test that takes longer hangs: it has seen the change

# What stands between blanks is binary: clang-format writes the tree.
SWAPS = [(" < ", " <= "), (" <= ", " < "), (" > ", " >= "), (" >= ", " > "),
         (" == ", " != "), (" != ", " == "), (" && ", " || "), (" || ", " && "),
         (" + ", " - "), (" - ", " + "), (" * ", " / "), (" / ", " * "),
         (" % ", " / "), (" += ", " -= "), (" -= ", " += "), ("++", "--"),
         ("--", "++"), ("true", "false"), ("false", "true")]
STATEMENT = re.compile(r"^\s+(?=\S)(?!return|struct |const |static |enum |int|size_t|bool |case |default"
                       r"|else|}|goto|char |double )[^{}]*;\s*(//.*)?$")
NUMBER = re.compile(r"(?<![\w.\"])\d+(?![\w.\"])")
CONDITION = re.compile(r"\b(?:if|while) \((.*)\) \{$")
NEGATION = re.compile(r"!(?=[\w(])")


def masked(line):
    """The line with texts and comments blanked, its length kept."""
    line = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'',
                  lambda m: "\x01" * len(m.group()), line)
    return re.sub(r"//.*", lambda m: "\x01" * len(m.group()), line)


def changes(lines):
    """Every change: (number of the line from 0, the line afterwards)."""
    inside = False
    for at, line in enumerate(lines):
        bare = masked(line)
        if re.match(r"\s*(#|//|static_assert|assert)", line):
            continue
        # Only what stands in a function: tables are data.
        if line == "{":
            inside = True
        elif line.startswith("}"):
            inside = False
        if not inside:
            continue
        for old, new in SWAPS:
            word = old.isalpha()
            for m in re.finditer((r"\b%s\b" if word else "%s") % re.escape(old), bare):
                yield at, line[:m.start()] + new + line[m.end():]
        for m in NUMBER.finditer(bare):
            n = int(m.group())
            for other in {n + 1, n - 1} if n > 0 else {1}:
                yield at, line[:m.start()] + str(other) + line[m.end():]
        for m in NEGATION.finditer(bare):
            yield at, line[:m.start()] + line[m.end():]
        m = CONDITION.search(bare)
        if m:
            yield at, f"{line[:m.start(1)]}!({line[m.start(1):m.end(1)]}){line[m.end(1):]}"
        whole = at == 0 or re.search(r"[;{}:]\s*$", masked(lines[at - 1]).replace("\x01", "")) \
            or not lines[at - 1].strip()
        if whole and STATEMENT.match(bare):
            yield at, ";"


class Bench:
    """A build of the unit tests, into which one changed file is linked."""

    def __init__(self, build, name):
        self.tests = []
        self.path = os.path.join(TREE, "src/core", name)
        self.flags = None
        with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as f:
            for one in json.load(f):
                if one["file"] == self.path:
                    self.flags = shlex.split(one["command"])
        for test in TESTS[name]:
            folder = os.path.join(build, "tests/core")
            with open(f"{folder}/CMakeFiles/{test}.dir/link.txt", encoding="utf-8") as f:
                self.tests.append((folder, shlex.split(f.read())))

    def compile(self, source, out):
        flags = list(self.flags)
        flags[flags.index("-o") + 1] = out
        flags[flags.index("-c") + 1] = source
        flags += ["-w", "-I", os.path.dirname(self.path)]
        return subprocess.run(flags, stderr=subprocess.DEVNULL).returncode == 0

    def seen(self, changed, folder):
        """The first test that goes red with the changed object, or None."""
        for at, link in self.tests:
            program = os.path.join(folder, "test")
            link = list(link)
            link[link.index("-o") + 1] = program
            first = next(i for i, word in enumerate(link) if word.endswith("libcore.a"))
            link.insert(first, changed)
            subprocess.run(link, cwd=at, check=True)
            try:
                if subprocess.run([program], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL, timeout=LONGEST_S).returncode:
                    return os.path.basename(link[link.index("-o") + 1]) or True
            except subprocess.TimeoutExpired:
                return True
        return None


def tried(bench, plain, lines, change, name):
    """None: no change; True: seen; False: no test saw it."""
    at, line = change
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, name)
        changed = os.path.join(folder, "changed.o")
        with open(source, "w", encoding="utf-8") as f:
            f.write("\n".join(lines[:at] + [line] + lines[at + 1:]))
        if not bench.compile(source, changed) or filecmp.cmp(plain, changed, shallow=False):
            return None
        return bench.seen(changed, folder) is not None


def look(build, name, every, pool):
    """Prints what went unseen; (seen, all)."""
    bench = Bench(build, name)
    with open(bench.path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    with tempfile.TemporaryDirectory() as folder:
        source, plain = os.path.join(folder, name), os.path.join(folder, "plain.o")
        with open(source, "w", encoding="utf-8") as f:
            f.write("\n".join(lines))
        if not bench.compile(source, plain) or bench.seen(plain, folder):
            sys.exit(f"mutate: the tests of {name} are red as it is")
        some = [(at, line) for at, line in changes(lines)
                if zlib.crc32(f"{lines[at]}\n{line}".encode()) % every == 0]
        found = list(pool.map(lambda c: tried(bench, plain, lines, c, name), some))
    seen, unseen = found.count(True), found.count(False)
    for (at, line), how in zip(some, found):
        if how is False:
            print(f"  unseen {name}:{at + 1}: {lines[at].strip()}  ->  {line.strip()}")
    print(f"{name}: {seen} of {seen + unseen} changes seen, "
          f"{100 * seen / max(1, seen + unseen):.1f} %", flush=True)
    return seen, seen + unseen


def least(share, count, every):
    """How many of so many changes must be seen; of a sample, less its chance:
    2.33 standard deviations of a count of that share."""
    chance = 2.33 * (count * share * (1 - share)) ** 0.5
    return share * count - (chance if every > 1 else 0)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--every", type=int, default=1)
    ask.add_argument("--least", type=float, default=85)
    ask.add_argument("--build", default=os.path.join(TREE, "build-mutants"))
    ask.add_argument("files", nargs="*", default=list(TESTS))
    options = ask.parse_args()
    build = os.path.abspath(options.build)
    jobs = os.cpu_count() or 1
    wanted = sorted({test for name in options.files for test in TESTS[name]})
    subprocess.run(["cmake", "-S", TREE, "-B", build, "-G", "Unix Makefiles",
                    "-DCMAKE_BUILD_TYPE=Mutants", "-DCMAKE_C_FLAGS=-O1 -g0",
                    "-DBUILD_TESTING=ON", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"],
                   stdout=subprocess.DEVNULL, check=True)
    subprocess.run(["cmake", "--build", build, "--parallel", str(jobs), "--target", *wanted],
                   stdout=subprocess.DEVNULL, check=True)
    status = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for name in options.files:
            seen, count = look(build, name, options.every, pool)
            if seen < least(options.least / 100, count, options.every):
                print(f"{name}: too few")
                status = 1
    sys.exit(status)


if __name__ == "__main__":
    main()
