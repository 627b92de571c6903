#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the Unicode break tests through the program: lede split --uax29.

usage: uax29_cli.py LEDE FOLDER   (FOLDER holds the test files)
"""
import json
import subprocess
import sys

SETS = (("WordBreakTest.txt", ["--words"], 1823), ("SentenceBreakTest.txt", [], 502))


def cases(path):
    """The segments of each test line, as bytes."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            rule = line.split("#")[0].split()
            segments = []
            for mark, code in zip(rule[0::2], rule[1::2]):
                if mark == "÷":
                    segments.append(b"")
                segments[-1] += chr(int(code, 16)).encode("utf-8")
            if segments:
                yield segments


def found(lede, options, text):
    """The segments that the program finds, by its offsets."""
    run = subprocess.run([lede, "split", "--uax29", *options, "-"], input=text,
                         stdout=subprocess.PIPE, check=True)
    segments = json.loads(run.stdout)["files"][0]["segments"]
    return [text[s["begin"]:s["end"]] for s in segments]


def main():
    lede, folder = sys.argv[1:]
    bad = 0
    for name, options, expected in SETS:
        passed = count = 0
        for segments in cases(folder + "/" + name):
            count += 1
            if found(lede, options, b"".join(segments)) == segments:
                passed += 1
            else:
                print("%s: %r" % (name, segments))
        print("%s: %d of %d" % (name, passed, count))
        bad += passed != count or count != expected
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
