#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The manual pages: complete, and without a warning of mandoc where it is there.

    check.py --lede PROGRAM FOLDER      FOLDER holds lede.1 and lede.3
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
INCLUDE = ROOT / "include" / "lede"


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, timeout=60,
                          stdout=subprocess.PIPE, universal_newlines=True).stdout


def plain(page):
    """The page with the escapes of options and strings undone."""
    text = page.read_text(encoding="utf-8")
    for escape, character in ((r"\-", "-"), (r"\(dq", '"'), (r"\(aq", "'")):
        text = text.replace(escape, character)
    return text


def check_program(page, lede):
    """Every verb, and every option that the help of any verb shows."""
    verbs = re.findall(r"^  (\w+) {2,}", output(lede, "help").split("Options:")[0], re.M)
    assert {"summarize", "split", "help"} <= set(verbs), verbs
    for verb in verbs:
        assert f"\n.Ss lede {verb}\n" in page, f"lede.1 does not describe {verb}"
        options = re.findall(r"^  (?:-(\w), |    )--([\w-]+)( \S+)?",
                             output(lede, "help", verb), re.M)
        assert options, verb
        for letter, name, value in options:
            head = rf"^\.It (Fl {letter} , )?Fl -{name}" if letter else rf"^\.It Fl -{name}"
            argument = rf' \w\w "{re.escape(value[1:])}"$' if value else "$"
            assert re.search(head + argument, page, re.M), (verb, name, value)


def check_library(page):
    """Every function, type and constant of the public headers."""
    text = "".join(path.read_text(encoding="utf-8") for path in INCLUDE.glob("*.h"))
    code = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    code = re.sub(r"^#(if|endif|include).*$|^#define \w+_H$|^#define LEDE_API.*$", "",
                  code, flags=re.M)
    functions = set(re.findall(r"\bLEDE_API\b[^;(]*?\b(\w+)\s*\(", code))
    assert len(functions) > 30, functions
    for name in functions:
        assert f"\n.Nm {name}" in page and f"\n.Fo {name}\n" in page, name
    names = set(re.findall(r"\b(?:lede|LEDE)_\w+\b", code)) - {"LEDE_API"}
    assert len(names) > 100, names
    for name in names:
        assert name in page, name
    # What stands in the headers stands in the page, word for word.
    for said in ("Never empty when the document has a sentence",
                 "A vocabulary belongs to one thread at a time."):
        assert said in " ".join(page.split()), said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True)
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    pages = [arguments.folder / "lede.1", arguments.folder / "lede.3"]
    check_program(plain(pages[0]), arguments.lede)
    check_library(plain(pages[1]))
    if shutil.which("mandoc") is None:
        print("no mandoc: the pages are not linted")
        return 0
    return subprocess.run(["mandoc", "-Tlint", "-Wwarning", *pages], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
