# The words of the screens, by language: every sentence that the code says, and
# every title, caution and line of care that comes along, has its translation
# in each assets/words/LANG.txt; nothing else stands there; and no screen draws
# a sentence that goes round say() or WORD().
#
#   words.py TREE                what is wrong, a line each
#   words.py TREE --sort LANG    the file of that language on standard output,
#                                in the order of the code; what is missing has
#                                an empty translation, to be written
import glob
import os
import re
import sys

LANGUAGES = ["ar", "de", "es", "fr", "pt"]
CODE = ["src/core", "src/frame", "src/screens", "src/app"]
DRAWN = ["src/screens/*.c", "src/frame/caption.c", "src/frame/guidance.c",
         "src/frame/pacer*.c", "src/core/calendar_care.c"]

PART = "shoulder|arm|hand|hip|thigh|knee|calf|foot|shoulders|arms|hands|hips"
# Literals that nobody reads: why each may stand there.
ALLOWED = {
    r"(left |right )?(" + PART + ")": "how a script names a place",
    r"face|jaw|neck|chest|ribs|back|belly|thighs|knees|calves|feet|whole":
        "the same",
    r"on|off": "values of settings, as they are written",
    r"%[a-z0-9.%]*": "a number",
    r"F1": "a key that is called so in every language",
    r"0123456789abcdef": "digits",
    r"en|de|fr|es|pt|ar": "codes of languages",
    r"English|Deutsch|Français|Español|Português": "languages by their names",
    r"Partner": "who wrote, as the journal has it",
}
# What is compared, or looked up, is not drawn.
COMPARES = re.compile(
    r"\b(str_equal|str_starts|str_ends|find_spot|static_assert|assert)\($")

# What says its text, or marks it for being said.
SAYERS = ("say", "WORD", "CARE_WORDS", "fill")

STRING = r'"(?:[^"\\\n]|\\.)*"'
TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:[^'\\]|\\.)+'|" + STRING + r"(?:\s*" + STRING +
    r")*|^[ \t]*#[^\n]*(?:\\\n[^\n]*)*|\w+|[^\s\w]", re.S | re.M)
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.S)


def value(literal):
    """The bytes of C string literals that stand side by side, as text."""
    out = b""
    for part in re.findall(STRING, literal):
        at = 0
        part = part[1:-1]
        for m in ESCAPE.finditer(part):
            out += part[at:m.start()].encode()
            at = m.end()
            code = m.group(1)
            if code[0] == "x":
                out += bytes([int(code[1:], 16)])
            elif code[0] == "u":
                out += chr(int(code[1:], 16)).encode()
            else:
                out += {"n": b"\n", "t": b"\t", "0": b"\0"}.get(
                    code, code.encode())
        out += part[at:].encode()
    return out.decode("utf-8", "replace")


def literals(path):
    """Yields (text, said, compared, line) for each literal of a file."""
    with open(path, encoding="utf-8") as f:
        source = f.read()
    calls = []  # names before each open parenthesis
    before, last = "", ""
    for m in TOKEN.finditer(source):
        token = m.group(0)
        if token.startswith(("//", "/*", "'")) or token.lstrip().startswith(
                "#"):
            continue
        if token == "(":
            member = before in (".", ">")
            calls.append("" if member else last)
        elif token == ")":
            if calls:
                calls.pop()
        elif token.startswith('"'):
            said = any(c in SAYERS for c in calls)
            compared = any(COMPARES.search(c + "(") for c in calls)
            yield (value(token), said, compared,
                   source.count("\n", 0, m.start()) + 1)
        before, last = last, token


def needs_words(text):
    """Whether another language could say it otherwise."""
    places = re.findall(r"\{[1-9]\}", text)
    return len(places) > 1 or any(
        c.isalpha() for c in re.sub(r"\{[1-9]\}", "", text))


def of_code(tree):
    """The sentences that the code says: text -> the file that has it first."""
    found = {}
    for folder in CODE:
        for path in sorted(glob.glob(os.path.join(tree, folder, "*.[ch]"))):
            for text, said, _, _ in literals(path):
                if said and needs_words(text):
                    found.setdefault(text, os.path.relpath(path, tree))
    return found


def heads(path, names):
    with open(path, encoding="utf-8") as f:
        for line in f:
            m = re.match(r"(\w+):\s+(.*?)\s*$", line)
            if m and m.group(1).lower() in names:
                yield m.group(2)


def scripts(tree):
    """The shipped scripts; not those that are themselves in a language."""
    for path in sorted(glob.glob(os.path.join(tree, "sessions/**/*.session"),
                                 recursive=True)):
        if "." not in os.path.basename(path)[:-len(".session")]:
            yield path


def of_files(tree):
    """The same for what comes along as text and is shown: titles, cautions,
    protocols, and whom to call."""
    found = {}

    def add(text, path):
        if needs_words(text):
            found.setdefault(text, os.path.relpath(path, tree))

    for path in scripts(tree):
        for text in heads(path, ("title", "caution")):
            add(text, path)
    for path in sorted(glob.glob(os.path.join(tree, "assets/protocols/*"))):
        for text in heads(path, ("title", "about")):
            add(text, path)
    for path in sorted(glob.glob(os.path.join(tree, "assets/care/*.txt"))):
        with open(path, encoding="utf-8") as f:
            for line in f:
                parts = [p.strip() for p in line.split("|")]
                if len(parts) == 3 and not line.startswith("#"):
                    for part in parts:
                        add(part, path)
        for text in heads(path, ("country",)):
            add(text, path)
    return found


def optional(tree):
    """May be translated and need not be."""
    found = {}
    for path in scripts(tree):
        for text in heads(path, ("about",)):
            found.setdefault(text, os.path.relpath(path, tree))
        with open(path, encoding="utf-8") as f:
            for line in f:
                m = re.match(r'let .*"(.*)"\s*$', line)
                if m:
                    found.setdefault(m.group(1), os.path.relpath(path, tree))
    return found


def written(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def read_words(path):
    """(line, english, other or None) for each sentence of a file of words."""
    pairs = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith("#"):
                continue
            text = re.sub(r"\\(.)",
                          lambda m: "\n" if m.group(1) == "n" else m.group(1),
                          line.strip())
            if line[0] in " \t":
                if not pairs or pairs[-1][2] is not None:
                    pairs.append((number, None, text))
                else:
                    pairs[-1] = (pairs[-1][0], pairs[-1][1], text)
            else:
                pairs.append((number, text, None))
    return pairs


def places(text):
    return sorted(set(re.findall(r"\{[1-9]\}", text)))


def check_words(name, pairs, wanted, may):
    faults, seen = [], {}
    for number, english, other in pairs:
        place = "%s:%d: " % (name, number)
        if english is None:
            faults.append(place + "belongs to no sentence: " + other)
            continue
        if english in seen:
            faults.append(place + "stands twice: " + english)
        seen[english] = True
        if english not in wanted and english not in may:
            faults.append(place + "is said nowhere: " + english)
        if not other:
            faults.append(place + "has no translation: " + english)
        elif places(english) != places(other):
            faults.append(place + "has other places than English: " + other)
        elif re.search(r"\|[a-z]+$", other):
            faults.append(place + "shows what only tells words apart: " +
                          other)
    for text, path in wanted.items():
        if text not in seen:
            faults.append("%s: is missing (%s): %s" %
                          (name, path, written(text)))
    return faults


def check_drawn(tree):
    faults = []
    for pattern in DRAWN:
        for path in sorted(glob.glob(os.path.join(tree, pattern))):
            for text, said, compared, line in literals(path):
                if said or compared or not re.search("[A-Za-z]{2}", text):
                    continue
                if any(re.fullmatch(a, text) for a in ALLOWED):
                    continue
                faults.append("%s:%d: goes round say() and WORD(): %s" %
                              (os.path.relpath(path, tree), line,
                               written(text)))
    return faults


def sort(tree, language, wanted, may):
    path = os.path.join(tree, "assets/words", language + ".txt")
    known, head = {}, []
    if os.path.exists(path):
        for _, english, other in read_words(path):
            if english and other:
                known[english] = other
        with open(path, encoding="utf-8") as f:
            for line in f:
                if not line.startswith("#"):
                    break
                head.append(line.rstrip("\n"))
    out, room = head[:], None
    everything = dict(wanted)
    everything.update({t: p for t, p in may.items()
                       if t in known and t not in wanted})
    for text, home in everything.items():
        if home != room:
            out += ["", "# " + home]
            room = home
        out += [written(text), "    " + written(known.get(text, ""))]
    print("\n".join(out))


def main(tree, *rest):
    wanted = of_code(tree)
    for text, path in of_files(tree).items():
        wanted.setdefault(text, path)
    may = optional(tree)
    if rest:
        sort(tree, rest[1], wanted, may)
        return 0
    faults = check_drawn(tree)
    for language in LANGUAGES:
        path = os.path.join(tree, "assets/words", language + ".txt")
        name = os.path.relpath(path, tree)
        if not os.path.exists(path):
            faults.append(name + ": there is no such file")
            continue
        faults += check_words(name, read_words(path), wanted, may)
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
