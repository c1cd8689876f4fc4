#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""journal_power.py: the power is cut while entries are kept, on ext4 and xfs:
the file system is shut down as it stands, without its own journal flushed, and
mounted again. What was acknowledged is there, once, and recfix agrees.

A few cuts of each; POWER_CUTS=60 in the environment asks for so many. The
mounts are in a namespace of their own: whatever ends this, they end too, and
with them their loop devices."""
import fcntl, os, random, shutil, signal, struct, subprocess, sys, tempfile, time

SHUTDOWN = 0x8004587D  # XFS_IOC_GOINGDOWN, which ext4 knows by the same number
NO_FLUSH = 2
WRITER = os.environ["BUILD"] + "/tests/power_writer"
# Mebibytes, what makes it, cuts when nothing is asked for. 300 MiB is the least
# that mkfs.xfs takes.
SYSTEMS = {"ext4": (64, ["mkfs.ext4", "-q", "-F"], 10),
           "xfs": (320, ["mkfs.xfs", "-q", "-f"], 5)}
OWN_MOUNTS = ["unshare", "--mount", "--propagation", "private"]
TOOLS = ["unshare", "mount", "umount", "recfix"] + [s[1][0] for s in SYSTEMS.values()]


def skip(why):
    print("journal_power: skipped, " + why)
    sys.exit(77)


def quiet(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.returncode, done.stdout.decode(errors="replace")


def must(*command):
    status, said = quiet(*command)
    if status:
        sys.exit(f"journal_power: {' '.join(command)}: {said}")


def cut(folder, number):
    """Keeps entries for a while, cuts, and gives the Ids that were printed."""
    with subprocess.Popen([WRITER, "keep", folder + "/d", f"r{number:02d}"], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
        first = writer.stdout.readline()
        time.sleep(random.random() * 0.1)
        handle = os.open(folder, os.O_RDONLY)
        fcntl.ioctl(handle, SHUTDOWN, struct.pack("I", NO_FLUSH))
        os.close(handle)
        return (first + writer.stdout.read()).split()


def check(folder, acked):
    journal = folder + "/d/journal.rec"
    must(WRITER, "recover", folder + "/d")
    with open(journal, encoding="utf-8") as file:
        ids = [line[4:].strip() for line in file if line.startswith("Id: ")]
    there = set(ids)
    wrong = ["lost " + i for i in acked if i not in there]
    wrong += ["twice " + i for i in there if ids.count(i) > 1]
    status, said = quiet("recfix", "--check", journal)
    return wrong + ([said] if status else [])


def try_system(kind, cuts, work):
    size, make, _ = SYSTEMS[kind]
    image, folder, acked = f"{work}/{kind}", f"{work}/on-{kind}", []
    os.mkdir(folder)
    with open(image, "wb") as file:
        file.truncate(size << 20)
    must(*make, image)
    status, said = quiet("mount", "-o", "loop", image, folder)
    if status:
        print(f"journal_power: {kind} left out, no loop device may be mounted here: {said.strip()}")
        return None
    for number in range(cuts):
        new = cut(folder, number)
        acked += new
        must("umount", folder)
        must("mount", "-o", "loop", image, folder)
        wrong = check(folder, acked)
        if not new:
            wrong.append("nothing was acknowledged before the cut")
        if wrong:
            print(f"{kind}, cut {number}:", *wrong[:5], sep="\n")
            return False
    must("umount", folder)
    print(f"{kind}: {cuts} cuts, {len(acked)} acknowledged, none lost")
    return True


def try_all():
    wished = os.environ.get("POWER_CUTS")
    work = tempfile.mkdtemp()
    # In memory: what is cut is the file system above, not what the image lies on.
    quiet("mount", "-t", "tmpfs", "-o", "size=600m,mode=700", "none", work)
    try:
        done = [try_system(kind, int(wished or few), work) for kind, (_, _, few) in SYSTEMS.items()]
    finally:
        for kind in SYSTEMS:
            quiet("umount", "-l", f"{work}/on-{kind}")
        quiet("umount", "-l", work)
        os.rmdir(work)
    if False in done:
        sys.exit(1)
    if None in done:
        skip("not every file system could be tried")


def main():
    if sys.argv[1:] == ["inside"]:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: sys.exit(1))
        random.seed(20260301)
        try_all()
        return
    if os.geteuid() != 0:
        skip("cutting the power of a disk needs root")
    for tool in TOOLS:
        shutil.which(tool) or skip(tool + " is not there")
    status, said = quiet(*OWN_MOUNTS, "true")
    if status:
        skip("no mounts of our own may be made here: " + said.strip())
    os.execvp(OWN_MOUNTS[0], OWN_MOUNTS + [sys.executable, os.path.abspath(__file__), "inside"])


main()
