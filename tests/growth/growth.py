#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does twice the text cost at most about twice the work? Runs lede_counted, which
counts its own steps (counter.c), and lede_counted_repeats (count_repeats.c) over each hostile family at n, 2n and 4n bytes,
on a stack of 256 KiB. What an almost empty text costs is taken off first. Counts do
not depend on the load of the machine, so no run is repeated and none is timed.

    growth.py [--counted PROGRAM] [--repeats PROGRAM] [--largest BYTES] [--brief]
        [--only NAME] [--verb NAME] [--jobs N]
    growth.py --selftest
"""
import argparse
import ast
import concurrent.futures
import functools
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HEADER = pathlib.Path(__file__).resolve().parent.parent / "support" / "hostile.h"
MOST = 2.3  # times the work, for twice the text
MOST_BYTES = 96  # taken at once, for each of the text
MOST_BYTES_EXPLAINED = 192  # each place that is judged keeps its largest weights
MOST_BYTES_QUOTES = 256  # three documents, and a record for each sentence of two letters
MOST_BYTES_SENTENCES = 256  # a sentence of two letters has counts of its own
FREE_BYTES = 1 << 20  # that any run may take beside
STACK_KIB = 256
TOO_FEW = 50_000  # steps: below this, or one a byte, a ratio says nothing: a vector
#                   that grows by half is moved once or twice between two sizes
SECONDS = 600  # a run that takes longer has no end

SPLIT, SUMMARIZE = ["split"], ["summarize"]
EVERYTHING = ["summarize", "--ratio", "1", "--format", "json"]
METHODS = [["summarize", "--ratio", "0.5", "--explain", "--query", "boats", "--method",
            method] for method in ("auto", "news", "lexrank")]
EXPLAIN = ["split", "--explain", "--enumerators", "own"]
SPLIT_JSON = ["split", "--format", "json", "--words"]
SCORE = ["score", "--all", "--format", "json"]
SCORE_EXPLAINED = ["score", "--explain"]
SCORE_PARTS = ["score", "--by", "section"]
SCORE_SENTENCES = ["score", "--by", "sentence", "--format", "json"]
REPEATS = [["repeats"], ["repeats", "accepted"], ["repeats", "window"]]
QUOTES = ["quotes"]
MARKDOWN_SPLIT = ["split", "--markup", "markdown"]
RECORDS = [["split", "--jsonl"], ["summarize", "--jsonl"]]


# ---- Texts ---------------------------------------------------------------------

def hostile_families():
    """Name -> the bytes that are said again and again, from the C header."""
    text = HEADER.read_text(encoding="utf-8")
    found = re.findall(r'HOSTILE\("([^"]*)",\s*"((?:[^"\\]|\\.)*)"\)', text)
    if len(found) < 40:
        sys.exit(f"growth: only {len(found)} families found in {HEADER}")
    # C and Python write these escapes alike, but for \0.
    return {name: ast.literal_eval('b"' + re.sub(r"\\0", r"\\x00", unit) + '"')
            for name, unit in found}


def different_words(n):
    chance, out, size = random.Random(3), [], 0
    while size < n:
        word = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=8))
        # More sentences than are compared with each other, at every size.
        out.append(word.capitalize() + (". " if chance.random() < 0.25 else ", "))
        size += 10
    return "".join(out).encode()


def wrapped_prose(n):
    chance, out, size = random.Random(5), [], 0
    words = "the boat of a captain came into our old harbour and left it".split()
    while size < n:
        line = " ".join(chance.choices(words, k=14)) + chance.choice([".", "", ","])
        out.append(line.capitalize())
        size += len(line) + 1
    return ("\n".join(out) + "\n").encode()


def many_words(n):
    """One sentence of words that are all different."""
    return re.sub(rb"[.,]", b"", different_words(n)).lower()


MADE = {
    "different words": different_words,
    "different words alone": many_words,
    "wrapped prose": wrapped_prose,
    "one endless line": lambda n: wrapped_prose(n).replace(b"\n", b" "),
    "one endless compound": lambda n: different_words(n).replace(b", ", b"-")
    .replace(b". ", b"-"),
    # One sentence: what is asked of each stop may not look through all before it.
    "marks before abbreviations": lambda n: b"( " * (n // 4) + b"e.g. " * (n // 10),
    "words before abbreviations": lambda n: b"a " * (n // 4) + b"e.g. " * (n // 10),
    "abbreviations in quotes": lambda n: b'"' + b"e.g. 'a' " * (n // 9),
}

# In many sentences, in one, in one word.
MANY_STEMS = ["different words", "different words alone", "one endless compound"]


# ---- Texts that say much again ---------------------------------------------------

def fibonacci_words(n):
    before, now = "harbour ", "harbour boat "
    while len(now) < n:
        before, now = now, now + before
    return (now[:n - 6] + ".\n").encode()


def letters(chance, k):
    return "".join(chance.choices("bcdfgklmnprtvz", k=k))


def sentences(n, sentence):
    """Of what the function makes with random numbers."""
    chance, out, size = random.Random(7), [], 0
    while size < n:
        out.append(sentence(chance))
        size += len(out[-1].encode())
    return "".join(out).encode()


def pieces(n):
    """Of one row of words, so that nearly every piece of it is there twice."""
    row = [letters(random.Random(i), 5) for i in range(40)]

    def piece(chance):
        first = chance.randrange(40)
        return " ".join(row[first:chance.randrange(first, 40) + 1]) + ". "
    return sentences(n, piece)


def nested_phrases(n):
    """A phrase again and again, each time behind another one."""
    return sentences(n, lambda chance: letters(chance, 3) + " old harbour wall. ")


def words_by_chance(n):
    return sentences(n, lambda chance: chance.choice(["boat ", "rope ", "sail. "]))


def possessives(n):
    return sentences(n, lambda chance: "to " + " ".join(
        chance.choices(["vast", "tin", "box", "Iran's", "realm's"], k=6)) + ". ")


def characters(n):
    return sentences(n, lambda chance: "".join(
        chr(0x4E00 + chance.randrange(60)) for _ in range(12)) + "\u3002")


SAID_AGAIN = {
    "two words": lambda n: b"boat rope " * (n // 10),
    "sentences of two words": lambda n: b"Boat rope. " * (n // 11),
    "Fibonacci's words": fibonacci_words,
    "pasted twice": lambda n: different_words(n // 2) * 2,
    "prose pasted twice": lambda n: wrapped_prose(n // 2) * 2,
    "pieces of a row": pieces,
    "nested phrases": nested_phrases,
    "words by chance": words_by_chance,
    "echoes": lambda n: sentences(n, lambda chance: "The {0} of {0}. ".format(
        letters(chance, 6))),
    "formulas": lambda n: b"with or without help " * (n // 21),
    "possessives alone": lambda n: b"Iran's " * (n // 7),
    "possessives of any": possessives,
    "quotations without end": lambda n: b'"boat ' * (n // 6),
    "single quotations": lambda n: b"'boat " * (n // 6),
    "one heading": lambda n: b"The Old Harbour\n\n" * (n // 17),
    "headings of a phrase": lambda n: b"The old harbour.\n\nOld Harbour\n\n" * (n // 31),
    "doubled words": lambda n: b"the the " * (n // 8),
    "characters": characters,
}

# Streams of JSON Lines: a record again and again, or one record of any length.
STREAMS = {
    "tiny records": lambda n: b'{"text":"A."}\n' * (n // 14),
    "records with titles": lambda n: b'{"id":7,"title":"Sea","text":"A sea. B."}\n'
    * (n // 43),
    "bad records": lambda n: b"{\n" * (n // 2),
    "empty lines": lambda n: b"\n" * n,
    "open brackets": lambda n: b'{"text":' + b"[" * n,
    "numbers in a record": lambda n: b'{"id":[' + b"1," * (n // 2)
    + b'1],"text":"A."}\n',
    "escapes": lambda n: b'{"text":"' + b"\\u0061\\n" * (n // 8) + b'"}\n',
    "surrogates": lambda n: b'{"text":"' + b"\\ud800" * (n // 6) + b'"}\n',
    "one key again and again": lambda n: b'{"text":"A."' + b',"text":"B."' * (n // 12)
    + b"}\n",
    "one long record": lambda n: b'{"text":"' + b"A boat came in. " * (n // 16)
    + b'"}\n',
}



def again(unit):
    """A text that says it again and again."""
    unit = unit if isinstance(unit, bytes) else unit.encode()
    return lambda n: unit * max(n // len(unit), 1)


def halves(first, second):
    """Half of the bytes of one unit, half of another."""
    return lambda n: again(first)(n // 2) + again(second)(n // 2)


def numbered(form):
    """Of a unit with another number each time."""
    return lambda n: sentences(n, lambda chance: form.format(chance.randrange(10 ** 7)))


def square(row):
    """As many rows as a row has parts."""
    def text(n):
        parts = max(math.isqrt(n // len(row)), 1)
        return (row.encode() * parts + b"\n") * parts
    return text


def wide_table(n):
    """As many columns as rows."""
    side = max(math.isqrt(n // 2), 1)
    return b"|" + b"a|" * side + b"\n|" + b"-|" * side + b"\n" + (
        b"|" + b"a|" * side + b"\n") * max(side - 2, 0)


def rows_of_one(n):
    """Many columns, and rows that have only the first: the parser fills them up."""
    side = max(math.isqrt(n), 1)
    return b"|" + b"a|" * (side // 2) + b"\n|" + b"-|" * (side // 2) + b"\n" + (
        b"|a|\n" * ((n - 2 * side) // 4))


def front(yaml):
    """Front matter of at most the size that is read, then prose."""
    def text(n):
        head = yaml(min(n // 8, 60 << 10))
        return b"---\n" + head + b"\n---\n\n" + again("A boat came in. ")(n - len(head))
    return text


def deep_list(tail, most=1 << 30):
    """A list in a list, as deep as a quarter of the text lets it be, then lines."""
    def text(n):
        depth = max(min(math.isqrt(n // 4), most), 1)
        head = b"".join(b"  " * i + b"- a\n" for i in range(depth))
        return head + again(tail)(max(n - len(head), 1))
    return text


# Read as Markdown.
MARKDOWN = {
    "quotes in quotes": again(">"),
    "quotes in quotes, spaced": again("> "),
    "lists in lists": again("- "),
    "lists in lists, then a word": lambda n: b"* " * (n // 2) + b"a",
    "lists in lists, no rule": again("+ "),
    "numbers in numbers": again("1. "),
    "lists in quotes": again("> - "),
    "lists ever deeper": deep_list("a\n"),
    "deep list, blank lines": deep_list("\n", 100),
    "deep list, lazy lines": deep_list("lazy\n"),
    "deep list, items": deep_list("- a\n"),
    "one deep line, blank lines": halves("+ ", "\n"),
    "one deep line, lazy lines": halves("+ ", "\na"),
    "one deep line, items": halves("+ ", "\n+ a"),
    "one deep line, indented": lambda n: b"+ " * (n // 8) + b"\n" + b" " * (n // 4)
    + again("a\n\n")(n // 2),
    "one deep quote, lazy lines": halves("> ", "\na"),
    "one deep quote, blank lines": halves("> ", "\n"),
    "one deep quote, quotes": halves("> ", "\n> a"),
    "triangle of quotes": lambda n: b"".join(
        b">" * i + b"a\n" for i in range(math.isqrt(2 * n))),
    "square of quotes": square("> "),
    "square of lists": square("+ "),
    "items": again("- a\n"),
    "items apart": again("- a\n\n"),
    "items ever wider": again("- a\n\n\n"),
    "elements in elements": again("<div>"),
    "elements in lines": again("<div>\n"),
    "ends of elements": again("</div>"),
    "open brackets of Markdown": again("["),
    "brackets in brackets": halves("[", "]"),
    "open links": again("[a]("),
    "open links, bare": again("[a](<b"),
    "open images": again("![a]("),
    "images in images": again("![[]()"),
    "images in text": again("![a](b)"),
    "image marks": again("!["),
    "images within images": halves("![a", "](b)"),
    "images, then text": lambda n: b"A boat. " + again("![a](b) ")(n) + b"It came.\n",
    "images and text": again("![a](b) a "),
    "closed links": again("[a](b) "),
    "emphasis": again("*a "),
    "emphasis of both": again("*a _b "),
    "emphasis in emphasis": again("*a **a "),
    "emphasis closed": halves("*a ", "a* "),
    "emphasis in words": again("_a_b"),
    "emphasis, three": again("a***"),
    "strikes": again("~~a ~b "),
    "ticks": again("`"),
    "ticks of all lengths": lambda n: b" ".join(
        b"`" * i for i in range(1, math.isqrt(2 * n))),
    "ticks and letters": again("`a"),
    "code and commas": again("`x`,"),
    "code and words": again("`x` a "),
    "code in lines": again("`x`\n"),
    "wide table": wide_table,
    "rows of one cell": rows_of_one,
    "pipes": again("|"),
    "table pipes": lambda n: b"|a|b|\n|-|-|\n" + again("|a|b|\n")(n),
    "table heads": again("|a\n|-\n"),
    "definitions": numbered("[a{0}]: b\n\n"),
    "definitions of one": again("[a]: b\n"),
    "definitions and uses": lambda n: numbered("[a{0}]: b\n")(n // 2) + b"\n"
    + numbered("[a{0}] ")(n // 2),
    "definition with a long target": lambda n: b"[a]: " + b"b" * (n // 2) + b"\n\n"
    + b"[a]" * (n // 6),
    "definition with a long title": lambda n: b"[a]: b '" + b"b" * (n // 2) + b"'\n\n"
    + b"[a]" * (n // 6),
    "definitions with open titles": again("[a]: b (\n"),
    "definitions unfinished": again("[a]:\n"),
    "labels": again("[a][b] "),
    "labels in lines": again("[a]\n"),
    "labels in lines, defined": lambda n: b"[a]: b\n\n" + again("[a]\n")(n),
    "labels of two in lines": again("a [b][c]\n"),
    "links in lines": again("[a](b)\n"),
    "titled links in lines": again("[a](b 'c')\n"),
    "open links in lines": again("[a](\n"),
    "images in lines": again("a ![b](c)\n"),
    "emphasis in lines": again("a *b*\n"),
    "brackets in lines": again("a [\n"),
    "closing brackets in lines": again("a ]\n"),
    "tags in lines": again("a <b>\n"),
    "open tags in lines": again("a <b\n"),
    "open comments in lines": again("a <!--\n"),
    "autolinks in lines": again("a <b:c>\n"),
    "ticks in lines": again("a `\n"),
    "ticks of many lengths in lines": lambda n: sentences(
        n, lambda chance: "a " + "`" * chance.randrange(1, 40) + "\n"),
    "entities in lines": again("a &amp;\n"),
    "comments of HTML": again("<!--"),
    "comments closed": again("<!-- a -->\n"),
    "comments in words": again("a <!-- b --> "),
    "instructions without end": again("<?"),
    "sections without end": again("a <![CDATA["),
    "declarations without end": again("a <!A "),
    "script without end": lambda n: b"<script>\n" + again("a <b ")(n),
    "scripts": again("<script>"),
    "hidden without end": lambda n: b"<div hidden>\n\n" + again("a <b> ")(n),
    "autolinks": again("<http://a"),
    "autolinks closed": again("<http://a.b> "),
    "addresses": again("a@a"),
    "addresses in brackets": again("<a@a"),
    "bare links": again("www.a.b "),
    "tags without end": again("<a"),
    "attributes without end": again("<a b='"),
    "attributes": lambda n: b"<a " + again("b='c' ")(n),
    "components": again("<A "),
    "components closed": again("<A b={c}>d</A>"),
    "ampersands": again("&"),
    "entities": again("&amp;"),
    "entities unfinished": again("&amp"),
    "numbers of characters": again("&#x41;"),
    "hard breaks": again("a  \n"),
    "hard breaks by strokes": again("a\\\n"),
    "soft breaks": again("a\n"),
    "escapes of Markdown": again("\\*"),
    "headings": again("# a\n"),
    "lines below": again("a\n===\n"),
    "rules": again("---\n"),
    "rules of stars": again("* * *\n"),
    "fences": again("```\n"),
    "fences of all lengths": lambda n: b"\n".join(
        b"`" * i for i in range(3, math.isqrt(2 * n))),
    "fences of waves": again("~~~ a\n"),
    "indented": again("    a\n\n"),
    "tabs": again("\t"),
    "tabs and items": again("-\t"),
    "NUL in Markdown": again("a\0 "),
    "shortcodes": again("{{"),
    "shortcodes without end": again("{{< a "),
    "shortcodes closed": again("{{< a >}}"),
    "braces": again("{"),
    "braces closed": halves("{", "}"),
    "template tags": again("{% "),
    "template tags closed": again("{% a %} "),
    "template comments": again("{# "),
    "attribute lists": again("{: "),
    "attribute lists closed": again("a {#b .c} "),
    "roles": again("{a}`b` "),
    "containers": again(":::"),
    "containers in lines": again("::: a\n"),
    "containers of all lengths": lambda n: b"\n".join(
        b":" * i for i in range(3, math.isqrt(2 * n))),
    "notes": again("[^"),
    "notes of one": again("[^1] "),
    "notes defined": numbered("[^{0}]: a\n"),
    "formulas without end": again("$$"),
    "formulas in lines": again("$$\n"),
    "admonitions": again("!!! "),
    "admonitions in lines": again("!!! a\n    b\n"),
    "definition lists": again("a\n: b\n"),
    "alerts": again("> [!NOTE]\n"),
    "imports": again("import a\n"),
    "imports without end": again("import {\n"),
    "percent lines": again("% a\n"),
    "front matter of brackets": front(again("[")),
    "front matter of braces": front(again("{a: ")),
    "front matter, deep": front(lambda n: b"".join(
        b" " * i + b"a:\n" for i in range(math.isqrt(2 * n) - 2))),
    "front matter, long keys": front(lambda n: b"a" * n + b": b"),
    "front matter, keys": front(numbered("a{0}: b\n")),
    "front matter, settings": front(numbered("lede.a{0}: b\n")),
    "front matter, escapes": front(lambda n: b'title: "' + b"\\x41" * (n // 4) + b'"'),
    "front matter, folded": front(lambda n: b"title: >\n" + b"  a\n" * (n // 4)),
    "front matter without end": lambda n: b"---\n" + again("a: b\n")(n),
    "front matter of dashes": again("---\na: b\n"),
}


def cases(largest, brief):
    """(family, command, function from a size to the text, largest size). summarize
    does what split does but for writing each sentence, so split has a quarter of the
    text, and where the places are written too, a sixteenth: what comes out is much
    longer. brief: without the commands whose work the others do as well."""
    made = {name: (lambda n, unit=unit: unit * (n // len(unit)))
            for name, unit in hostile_families().items()}
    made.update(MADE)
    for name, text in made.items():
        if not brief:
            yield name, SPLIT, text, largest // 4
            yield name, SUMMARIZE, text, largest
            yield name, EXPLAIN, text, largest // 16
            yield name, SCORE_PARTS, text, largest // 4
            yield name, SCORE_EXPLAINED, text, largest // 4
            yield name, SCORE_SENTENCES, text, largest // 16
        yield name, SCORE, text, largest // 4 if brief else largest * 5 // 8
        yield name, SPLIT_JSON, text, largest // 16
        enough = 4 if name.startswith("different") else 16
        yield name, EVERYTHING, text, largest // enough
        # Each of the first 256 that are chosen is compared with all: not for texts that
        # have fewer, and everything of different sentences only from where they have more.
        for command in METHODS if not brief or name in MANY_STEMS else []:
            yield name, command, text, largest // 4
    said = SAID_AGAIN if brief else {**made, **SAID_AGAIN}
    for name, text in said.items():
        for command in [*(REPEATS[:1] if brief else REPEATS), QUOTES]:
            yield name, command, text, largest // 4
    for name, text in MARKDOWN.items():
        yield name, MARKDOWN_SPLIT, text, largest // 4
    for name, text in STREAMS.items():
        for command in RECORDS[1:] if brief else RECORDS:
            yield name, command, text, largest // 4


# ---- Runs ------------------------------------------------------------------------

class Failed(Exception):
    """A run that did not end as it should."""


def run_limited(command, figures):
    return subprocess.run(
        ["sh", "-c", f'ulimit -s {STACK_KIB} && exec "$@"', "sh", *command],
        check=False, env={"LEDE_COUNT_FILE": str(figures)}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=SECONDS)


def count(program, command, text):
    """(steps, most bytes taken at once) of one run."""
    with tempfile.TemporaryDirectory() as folder:
        file, figures = pathlib.Path(folder, "text"), pathlib.Path(folder, "figures")
        file.write_bytes(text)
        try:
            run = run_limited([program, *command, "--lang", "en", str(file)], figures)
        except subprocess.TimeoutExpired as error:
            raise Failed("no end") from error
        if run.returncode not in (0, 2) or not figures.is_file():
            raise Failed(f"exit status {run.returncode}: {run.stderr[-200:]!r}")
        steps, peak = figures.read_text(encoding="ascii").split()
        return int(steps), int(peak)


@functools.lru_cache(maxsize=None)
def count_nothing(program, command):
    """Steps for an almost empty text."""
    text = b'{"text":"A."}\n' if "--jsonl" in command else b"A.\n"
    return count(program, command, text)[0]


def measure(program, command, text, sizes):
    """(steps at each size, most bytes for each of the text)."""
    nothing = count_nothing(program, tuple(command))
    steps, most = [], 0.0
    for size in sizes:
        made = text(size)
        cost, peak = count(program, command, made)
        steps.append(max(cost - nothing, 1))
        most = max(most, max(peak - FREE_BYTES, 0) / len(made))
    return steps, most


def verdict(steps, most, size, allowed=MOST_BYTES):
    """(worst ratio of neighbours, slope over all sizes up to this one, is it too
    much?)"""
    few = max(TOO_FEW, size)
    ratios = [b / a for a, b in zip(steps, steps[1:]) if b > few]
    worst = max(ratios, default=0.0)
    slope = math.log2(steps[-1] / steps[0]) / (len(steps) - 1) if ratios else 0.0
    return worst, slope, worst > MOST or most > allowed


def most_bytes(command):
    if command == QUOTES:
        return MOST_BYTES_QUOTES
    if command == SCORE_SENTENCES:
        return MOST_BYTES_SENTENCES
    return MOST_BYTES_EXPLAINED if "--explain" in command else MOST_BYTES


def show(name, command, size, result):
    """Prints a row; True when it is a fault."""
    head = f"{name:<24} {' '.join(command):<38} {size / 2**20:7.3f}"
    try:
        steps, most = result()
    except Failed as error:
        print(f"{head}  {error}", flush=True)
        return True
    allowed = most_bytes(command)
    worst, slope, bad = verdict(steps, most, size, allowed)
    print(f"{head} {steps[-1] / 1e6:9.2f} {steps[-1] / size:7.1f} {worst:6.2f} "
          f"{slope:6.2f} {most:6.1f}{'  TOO MUCH' if bad else ''}", flush=True)
    return bad


def program_of(args, command):
    return args.repeats if command in [*REPEATS, QUOTES] else args.counted


def run_all(args):
    print(f"{'family':<24} {'command':<38} {'MiB':>7} {'M steps':>9} {'a byte':>7} "
          f"{'ratio':>6} {'slope':>6} {'memory':>6}")
    faults = runs = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        jobs = [(name, command, largest,
                 pool.submit(measure, program_of(args, command), command, text,
                             [largest // 4, largest // 2, largest]))
                for name, command, text, largest in cases(args.largest, args.brief)
                if (args.only is None or args.only in name)
                and (args.verb is None or args.verb == command[0])
                and program_of(args, command) is not None]
        for name, command, largest, job in jobs:
            faults += show(name, command, largest, job.result)
            runs += 1
    print(f"growth: {runs} runs, {faults} at fault (over {MOST} times the work for "
          f"twice the text, over {MOST_BYTES} bytes for each, "
          f"{MOST_BYTES_EXPLAINED} if explained, {MOST_BYTES_SENTENCES} by sentence, "
          f"{MOST_BYTES_QUOTES} of quotations, or "
          f"no end on a stack of {STACK_KIB} KiB)")
    return faults != 0 or runs == 0


# ---- Self-test ---------------------------------------------------------------------

def selftest():
    million = 1_000_000
    linear = [million, 2 * million, 4 * million]
    square = [million, 4 * million, 16 * million]
    assert not verdict(linear, 50, million)[2]
    assert verdict(square, 50, million)[2]
    assert verdict([million, 2 * million, 5 * million], 50, million)[2]
    assert verdict(linear, 97, million)[2]
    assert not verdict(linear, 97, million, MOST_BYTES_EXPLAINED)[2]
    assert not verdict([1, 100, 10_000], 0, 1000)[2]
    assert not verdict(square, 0, 20 * million)[2]
    assert abs(verdict(square, 0, million)[1] - 2) < 1e-9
    for name, _, text, _ in cases(1 << 16, False):
        assert 0.9 < len(text(4096)) / 4096 < 1.1, name
    shown = run_limited(["sh", "-c", "ulimit -s >&2"], "")
    assert shown.stderr.split() == [str(STACK_KIB).encode()], shown
    assert run_limited(["sh", "-c", "kill -SEGV $$"], "").returncode < 0
    return 0


def main():
    if sys.argv[1:] == ["--selftest"]:
        return selftest()
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--counted", help="the program lede_counted")
    parser.add_argument("--repeats", help="the program lede_counted_repeats")
    parser.add_argument("--largest", type=int, default=16 << 20,
                        help="bytes of the largest text (default 16 MiB)")
    parser.add_argument("--brief", action="store_true", help="fewer commands")
    parser.add_argument("--only", help="families whose names contain this")
    parser.add_argument("--verb", help="only runs of this command")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return run_all(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
