#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""The calendar against libraries that know nothing of it.

1. 4,000 plans, one after the other in one file from 2000 to 3314 (so that
   2028, 2100 and the other centuries are in), against dateutil's rules.
2. What is exported, read back by icalendar: the same days as `calendar key`.
3. What is imported from 150 random rules with exceptions and extra dates,
   against dateutil's rule sets.
The file of part 1 also passes `recfix --check` and `calendar check`.
"""
import datetime as dt
import os
import random
import shutil
import subprocess
import sys
import tempfile
import zlib

try:
    import icalendar
    from dateutil import rrule
except ImportError as missing:
    print(f"skipped: {missing} (python3-dateutil, python3-icalendar)")
    sys.exit(77)

PROGRAM = os.environ["BREATHMARK"]
DAY = dt.timedelta(days=1)
PLANS, PLAN_DAYS = 4000, 120
KINDS = ["dose", "transition", "normal", "break"]
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
random.seed(20260301)
faults = 0


def fault(words):
    global faults
    faults += 1
    if faults <= 20:
        print(words)


def run(data, *words, now="2026-03-01T12:00"):
    done = subprocess.run(
        [PROGRAM, "--data", data, "--now", now, "calendar", *words],
        capture_output=True, text=True, check=False)
    if done.returncode != 0 or done.stderr:
        fault(f"{words}: status {done.returncode}: {done.stderr}")
    return done.stdout


def keys(data, first, last):
    """{date: (kind, basis, cycle, week, day)} as the program has it."""
    rows = run(data, "key", "--tsv", f"{first}..{last}").splitlines()
    if rows[0].split("\t") != "date kind basis plan cycle week day".split():
        fault(f"the columns are {rows[0]}")
    out = {}
    for row in rows[1:]:
        date, kind, basis, _, cycle, week, day = row.split("\t")
        out[dt.date.fromisoformat(date)] = (kind, basis, cycle, week, day)
    return out


def record(number, fields):
    text = f"Id: 20000101T000000Z-{number:08x}\nAt: 2000-01-01 00:00:00 +0000\n"
    text += "".join(f"{name}: {value}\n" for name, value in fields)
    return f"{text}End: {zlib.crc32(text.encode()):08x}\n"


def days_of(rule):
    return [moment.date() for moment in rule]


def midnight(date):
    return dt.datetime.combine(date, dt.time())


class Plan:
    def __init__(self, start):
        self.start, self.last = start, start + (PLAN_DAYS - 1) * DAY
        self.rule = random.choice(["pattern", "pattern", "weekdays", "none"])
        self.pattern = random.choices(KINDS, k=random.randint(1, 9))
        self.weekdays = random.sample(range(7), random.randint(1, 4))
        self.cycle = random.choice([0, random.randint(1, 60)])
        self.rest = random.choice([0, random.randint(1, 30)])

    def fields(self):
        yield "What", "plan"
        yield "Start", self.start
        if self.rule == "pattern":
            yield "Pattern", " ".join(self.pattern)
        else:
            yield "Pattern", self.rule
        if self.rule == "weekdays":
            yield "Weekdays", " ".join(WEEKDAYS[i] for i in self.weekdays)
        yield "Cycle_days", self.cycle
        yield "Break_days", self.rest

    def fill(self, out, first, last):
        """The kinds of the days of one cycle."""
        begin, end = midnight(first), midnight(last)
        if self.rule == "pattern":
            for place, kind in enumerate(self.pattern):
                rule = rrule.rrule(rrule.DAILY, interval=len(self.pattern),
                                   dtstart=begin + place * DAY, until=end)
                out.update((d, kind) for d in days_of(rule))
        elif self.rule == "weekdays":
            doses = days_of(rrule.rrule(rrule.WEEKLY, dtstart=begin, until=end,
                                        byweekday=self.weekdays))
            every = days_of(rrule.rrule(rrule.DAILY, dtstart=begin, until=end))
            out.update((d, "normal") for d in every)
            out.update((d + DAY, "transition") for d in doses if d < last)
            out.update((d, "dose") for d in doses)

    def expected(self):
        kinds, places = {}, {}
        length = self.cycle + self.rest if self.cycle else PLAN_DAYS
        starts = days_of(rrule.rrule(rrule.DAILY, interval=length,
                                     dtstart=midnight(self.start),
                                     until=midnight(self.last)))
        for number, first in enumerate(starts, 1):
            busy = self.cycle or PLAN_DAYS
            self.fill(kinds, first, first + (busy - 1) * DAY)
            for place in range(length):
                d = first + place * DAY
                if place >= busy:
                    kinds[d] = "break"
                places[d] = (str(number), str(place // 7 + 1), str(place + 1))
        for step in range(PLAN_DAYS):
            d = self.start + step * DAY
            kind = kinds.get(d, "none")
            basis = "none" if kind == "none" else "planned"
            yield d, (kind, basis, *places[d])


def plans_agree(folder):
    data = os.path.join(folder, "plans")
    os.mkdir(data, 0o700)
    first = dt.date(2000, 1, 1)
    plans = [Plan(first + i * PLAN_DAYS * DAY) for i in range(PLANS)]
    path = os.path.join(data, "calendar.rec")
    run(data, "plan", "--pattern", "none", "--start", "1999-12-30")
    with open(path, "a", encoding="utf-8") as file:
        for number, plan in enumerate(plans):
            file.write("\n" + record(number, plan.fields()))
    got = keys(data, first - 3 * DAY, plans[-1].last)
    for eve in range(1, 4):
        want = ("none", "none") + (("-",) * 3 if eve == 3 else
                                   ("1", "1", str(3 - eve)))
        if got[first - eve * DAY] != want:
            fault(f"before the plans: {got[first - eve * DAY]}")
    for plan in plans:
        for date, want in plan.expected():
            if got[date] != want:
                fault(f"{date}: {got[date]}, dateutil has {want}: "
                      f"{dict(plan.fields())}")
    run(data, "check")
    if shutil.which("recfix"):
        if subprocess.run(["recfix", "--check", path], check=False).returncode:
            fault("recfix finds a fault in calendar.rec")


def export_reads_back(folder):
    for number in range(40):
        data = os.path.join(folder, f"export{number}")
        plan = Plan(dt.date(2028, 1, 20) + number * DAY)
        plan.rule = random.choice(["pattern", "weekdays"])
        plan.pattern[0] = "dose"
        title = random.choice(["Tea", "Zoë, at; \\ home " * 7, "静か" * 30])
        rule = ["--pattern", " ".join(plan.pattern)]
        if plan.rule == "weekdays":
            rule = ["--weekdays", " ".join(WEEKDAYS[i] for i in plan.weekdays)]
        run(data, "plan", *rule, "--start", str(plan.start), "--cycle-days",
            str(plan.cycle), "--break-days", str(plan.rest), "--discreet",
            title)
        now = plan.start + random.randint(-20, 70) * DAY
        begin = max(now, plan.start)
        place = (begin - plan.start).days
        if plan.cycle:
            length = plan.cycle + plan.rest
            end = plan.start + (place // length + 2) * length * DAY
        else:
            end = begin + 84 * DAY
        want = [d for d, k in keys(data, begin, end - DAY).items()
                if k[0] == "dose"]
        if not want:
            continue
        path = os.path.join(data, "out.ics")
        run(data, "export", path, now=f"{now}T12:00")
        with open(path, "rb") as file:
            text = file.read()
        if any(len(line) > 75 for line in text.split(b"\r\n")):
            fault("a line is longer than 75 octets")
        if text.replace(b"\r\n", b"").count(b"\n"):
            fault("a line ends without CR")
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        days = [event["DTSTART"].dt for event in events]
        if days != want:
            fault(f"exported {days}, wanted {want}: {dict(plan.fields())}")
        for event in events:
            if (event["SUMMARY"] != title.strip() or event["CLASS"] != "PRIVATE"
                    or event["TRANSP"] != "TRANSPARENT"
                    or event["DTEND"].dt - event["DTSTART"].dt != DAY
                    or "DESCRIPTION" in event or event.subcomponents):
                fault(f"an event is not as it should be: {event}")
        if len({str(event["UID"]) for event in events}) != len(events):
            fault("a UID stands twice")
        back = os.path.join(folder, f"import{number}")
        run(back, "import", path, "--yes")
        again = keys(back, days[0] - DAY, days[-1] + DAY)
        if [d for d, k in again.items() if k[0] == "dose"] != days:
            fault("an export does not come back by import")


def random_rule(start):
    rule = random.choice([
        f"FREQ=DAILY;INTERVAL={random.randint(1, 9)}",
        "FREQ=WEEKLY;BYDAY=" + ",".join(random.sample(
            ["MO", "TU", "WE", "TH", "FR", "SA", "SU"], random.randint(1, 4))),
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SA",
        "FREQ=MONTHLY;BYMONTHDAY=1,15,-1",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=DAILY;BYMONTH=2,3;BYDAY=MO,FR",
    ])
    if random.random() < 0.5:
        return f"{rule};COUNT={random.randint(1, 60)}"
    until = start + random.randint(0, 400) * DAY
    return f"{rule};UNTIL={until:%Y%m%d}"


def import_agrees(folder):
    for number in range(150):
        begin = dt.date(2027, 11, 1) + random.randint(0, 200) * DAY
        text = random_rule(begin)
        found = days_of(rrule.rrulestr(text, dtstart=midnight(begin)))
        if not found:
            continue
        start = found[0]  # RFC 5545: DTSTART is the first of the rule
        whole = rrule.rruleset()
        whole.rrule(rrule.rrulestr(text, dtstart=midnight(start)))
        lines = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"RRULE:{text}"]
        out = random.sample(found[1:], min(len(found) - 1, random.randint(0, 5)))
        extra = [start + random.randint(1, 300) * DAY for _ in range(3)]
        for d in out:
            whole.exdate(midnight(d))
            lines.append(f"EXDATE;VALUE=DATE:{d:%Y%m%d}")
        for d in extra:
            whole.rdate(midnight(d))
        lines.append("RDATE;VALUE=DATE:" + ",".join(f"{d:%Y%m%d}"
                                                    for d in extra))
        want = sorted(set(days_of(whole)))
        data = os.path.join(folder, f"rule{number}")
        path = os.path.join(folder, "rule.ics")
        body = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT",
                "UID:x", "DTSTAMP:20270101T000000Z", *lines, "END:VEVENT",
                "END:VCALENDAR", ""]
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("\r\n".join(body))
        run(data, "import", path, "--yes")
        got = keys(data, want[0] - DAY, want[-1] + 40 * DAY)
        if [d for d, k in got.items() if k[0] == "dose"] != want:
            fault(f"imported otherwise than dateutil: {lines}")
        inside = {k[0] for d, k in got.items() if want[0] <= d <= want[-1]}
        after = {k[0] for d, k in got.items() if d > want[-1]}
        if not inside <= {"dose", "normal"} or after != {"none"}:
            fault(f"between and after: {inside}, {after}")


with tempfile.TemporaryDirectory() as place:
    plans_agree(place)
    export_reads_back(place)
    import_agrees(place)
print(f"calendar oracle: {faults} faults")
sys.exit(1 if faults else 0)
