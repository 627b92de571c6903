#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares what lede sees of Markdown with what cmark does.

    compare.py --pages PROGRAM [--dialect cmark|gfm] [--only CLASS] PLACE...

--pages is list_pages. A PLACE is a folder with .md, .markdown and .mdx files, one such
file, or the text of a specification (.txt), whose examples are read. Needs Debian's
cmark, or cmark-gfm for --dialect gfm.

Of each input what must hold of any is asked (pages.py), once more with CR LF line ends
and cut off at four places. Then its letters, blocks and the white space between them
are compared with cmark's (judge.py) where the input has nothing that is not CommonMark.
Differences are shown by class; the exit status is 1 if there are any.
"""
import argparse
import collections
import pathlib
import re
import sys

import judge
import pages

EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.M | re.S)
SUFFIXES = {".md", ".markdown", ".mdx"}
CUTS = (0.3, 0.8)
LETTERS, EDGES, SPACES, KINDS = "letters", "edges", "spaces", "kinds"
NAMES = {pages.NONE: "nothing", pages.SPACE: "space", pages.EDGE: "edge"}


# ---- Inputs ------------------------------------------------------------------------


def examples(path):
    """(name, source, is it MDX?) of a specification."""
    for number, found in enumerate(EXAMPLE.finditer(path.read_text("utf-8")), 1):
        yield f"example {number}", found[1].replace("\u2192", "\t").encode("utf-8"), False


def inputs(place):
    if place.is_dir():
        for path in sorted(p for p in place.rglob("*") if p.suffix in SUFFIXES):
            yield from inputs(path)
    elif place.suffix in SUFFIXES:
        yield str(place), place.read_bytes(), place.suffix == ".mdx"
    else:
        yield from examples(place)


# ---- The comparison ------------------------------------------------------------------


def around(letters, at):
    """Some of the text, as it is parted."""
    made = []
    for i in range(max(0, at - 24), min(len(letters.text), at + 24)):
        part = {pages.NONE: "", pages.SPACE: " ", pages.EDGE: " | "}[letters.before[i]]
        made.append(part + letters.text[i])
    return "".join(made)


def differs(ours, theirs, i):
    """The class of the difference at a character that both have, or None."""
    a, b = ours.before[i], theirs.before[i]
    if a != b:
        return EDGES if pages.EDGE in (a, b) else SPACES
    if a == pages.EDGE:
        mine, judged = ours.kinds[i], theirs.kinds[i]
        by_shape = judged == (judge.PROSE, 0) and mine == (judge.HEADING, 0)
        if mine != judged and not by_shape:
            return KINDS
    return None


def compare(ours, theirs):
    """-> (class, place) of the first difference, or None."""
    common = min(len(ours.text), len(theirs.text))
    for i in range(common):
        if ours.text[i] != theirs.text[i]:
            return LETTERS, i
        found = differs(ours, theirs, i)
        if found is not None:
            return found, i
    return (LETTERS, common) if len(ours.text) != len(theirs.text) else None


class Report:
    def __init__(self, only):
        self.only, self.counts = only, collections.Counter()

    def say(self, kind, name, lines):
        self.counts[kind] += 1
        if self.only is None or kind.startswith(self.only):
            print(f"{kind}: {name}", *lines, sep="\n    ")

    def compare_page(self, name, page, dialect):
        theirs, has_html = judge.read(page.body(), dialect)
        ours = pages.letters_of(page)
        found = compare(ours, theirs)
        if found is None:
            self.counts["same, with HTML" if has_html else "same"] += 1
            return
        kind, at = found
        self.say(f"{'html ' if has_html else ''}{kind}", name,
                 [f"lede:  {around(ours, at)}", f"{dialect}: {around(theirs, at)}"])

    def run(self, all_inputs, program, dialect):
        sources = [(source, mdx) for _, source, mdx in all_inputs]
        for (name, _, mdx), page in zip(all_inputs, pages.read_pages(program, sources)):
            for problem in pages.check(page):
                self.say("broken", name, [problem])
            if page.status != 0:
                self.counts["refused"] += 1
            elif page.masks or mdx:
                self.counts["not CommonMark alone"] += 1
            else:
                self.compare_page(name, page, dialect)


# ---- The same in other bytes -----------------------------------------------------------


def cut(source):
    for share in CUTS:
        yield source[:int(len(source) * share)]


def check_variants(all_inputs, program, report):
    """Cut off anywhere all holds too, and CR LF changes no sentence."""
    pieces = [(name, part, mdx) for name, source, mdx in all_inputs for part in cut(source)]
    for (name, part, _), page in zip(pieces, pages.read_pages(
            program, [(part, mdx) for _, part, mdx in pieces])):
        for problem in pages.check(page):
            report.say("broken", f"{name}, first {len(part)} bytes", [problem])
    plain = [(name, source, mdx) for name, source, mdx in all_inputs if b"\r" not in source]
    for (name, before), after in zip(
            ((n, p) for (n, _, _), p in zip(plain, pages.read_pages(
                program, [(s, mdx) for _, s, mdx in plain]))),
            pages.read_pages(program, [(s.replace(b"\n", b"\r\n"), mdx)
                                       for _, s, mdx in plain])):
        for problem in pages.check(after):
            report.say("broken", f"{name}, with CR LF", [problem])
        texts = [t.replace(b"\r\n", b"\n") for t in after.sentence_texts()]
        if texts != before.sentence_texts():
            report.say("CR LF", name, [first_other(before.sentence_texts(), texts)])


def first_other(before, after):
    for a, b in zip(before, after):
        if a != b:
            return f"{a!r}\n    {b!r}"
    return f"{len(before)} sentences, {len(after)} with CR LF"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", required=True)
    parser.add_argument("--dialect", choices=sorted(judge.PROGRAMS), default="cmark")
    parser.add_argument("--only", help="show those whose class begins so; count all")
    parser.add_argument("place", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    report = Report(options.only)
    try:
        for place in options.place:
            found = list(inputs(place))
            report.run(found, options.pages, options.dialect)
            check_variants(found, options.pages, report)
    except (pages.Failure, OSError) as error:
        sys.exit(f"compare-markdown: {error}")
    for kind, count in sorted(report.counts.items()):
        print(f"{count:7} {kind}")
    fine = {"same", "same, with HTML", "not CommonMark alone", "refused"}
    sys.exit(0 if set(report.counts) <= fine else 1)


if __name__ == "__main__":
    main()
