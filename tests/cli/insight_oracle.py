#!/usr/bin/env python3
"""Random journals; the tables of `insight --tsv` against Python's statistics."""
import datetime
import os
import random
import statistics
import subprocess
import sys
import tempfile

KINDS = ["dose", "transition", "normal", "break", "none"]
HEADER = ("group n before_median after_median change_median change_q1 "
          "change_q3 minutes change_n").split()


def number(x):
    return ("%g" % x) if x is not None else "-"


def quartiles(values):
    if not values:
        return None, None, None
    if len(values) == 1:
        return (values[0],) * 3
    return statistics.quantiles(values, n=4, method="inclusive")


def journal(rng, entries):
    texts, kept = [], []
    for i in range(entries):
        day = datetime.date(2025, 11, 1) + datetime.timedelta(
            rng.randrange(380))
        e = {"day": day, "kind": rng.choice(KINDS), "practice": rng.choice(
            ["box", "coherent", "ground", None]), "done": rng.randrange(0, 2000),
            "before": rng.choice([None, 1, 2, 3, 4, 5]),
            "after": rng.choice([None, 1, 2, 3, 4, 5])}
        lines = [f"Id: {20250101 + i // 80000}T{i:06d}Z-{i:08x}",
                 f"At: {day} 20:00:00 +0100", f"Day_date: {day}",
                 f"Day_kind: {e['kind']}", f"Done_s: {e['done']}"]
        if e["practice"]:
            lines.append(f"Session: {e['practice']}")
        if e["before"]:
            lines.append(f"Mood_before: {e['before']}")
        if e["after"]:
            lines.append(f"Mood_after: {e['after']}")
        texts.append("\n".join(lines) + "\n")
        kept.append(e)
    return "\n".join(texts), kept


def table(kept, by):
    groups = {}
    for e in kept:
        name = {"day": e["kind"], "practice": e["practice"] or "check-in",
                "month": f"{e['day']:%Y-%m}"}[by]
        groups.setdefault(name, []).append(e)
    order = {"day": lambda n: KINDS.index(n), "month": lambda n: n,
             "practice": lambda n: (-len(groups[n]), n)}[by]
    rows = [HEADER]
    for name in sorted(groups, key=order):
        g = groups[name]
        before = [e["before"] for e in g if e["before"]]
        after = [e["after"] for e in g if e["after"]]
        change = [e["after"] - e["before"] for e in g
                  if e["after"] and e["before"]]
        q = quartiles(change)
        rows.append([name, str(len(g)), number(quartiles(before)[1]),
                     number(quartiles(after)[1]), number(q[1]), number(q[0]),
                     number(q[2]),
                     str((sum(e["done"] for e in g) + 30) // 60),
                     str(len(change))])
    return rows


def main():
    program = os.environ["BREATHMARK"]
    rng = random.Random(11)
    for entries in [0, 1, 2, 3, 5, 8, 13, 60, 400]:
        with tempfile.TemporaryDirectory() as data:
            text, kept = journal(rng, entries)
            path = os.path.join(data, "journal.rec")
            with open(path, "w") as f:
                f.write(text)
            os.chmod(path, 0o600)
            for by in ["day", "practice", "month"]:
                got = subprocess.run(
                    [program, "--data", data, "--now", "2026-11-28T20:00",
                     "insight", "--tsv", "--by", by], check=True,
                    capture_output=True, text=True).stdout
                rows = [line.split("\t") for line in got.splitlines()]
                wanted = table(kept, by)
                if rows != wanted:
                    sys.exit(f"{entries} entries by {by}:\ngot    {rows}\n"
                             f"wanted {wanted}")
    print("insight: well")


main()
