#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs one of the examples and compares what it prints with what the program
says about the same text.

    check.py --lede PROGRAM EXAMPLE      EXAMPLE: the path of a compiled example
"""
import argparse
import collections
import json
import pathlib
import re
import struct
import subprocess
import sys
import tempfile

ARTICLES = pathlib.Path(__file__).resolve().parent.parent.parent / "corpus" / "articles"
ARTICLE = ARTICLES / "diplomacy.txt"
# Those that articles.txt was counted over.
COUNTED = [ARTICLES / f"{name}.txt" for name in (
    "diplomacy", "ferry", "habits", "harbour", "kayak", "lighthouse", "mail", "manual",
    "minutes", "notice", "orchard", "violin", "weighbridge")]
BACKGROUNDS = pathlib.Path(__file__).resolve().parent.parent / "support" / "background"
BAD = b"Fine so far.\nThis is \xff not."


def run(*command, text=b""):
    return subprocess.run([str(part) for part in command], input=text,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


def results(*command):
    done = run(*command)
    assert done.returncode == 0, f"{command}: status {done.returncode}: {done.stderr!r}"
    return done.stdout.decode()


def same(got, wanted):
    assert got == wanted, f"got\n{got}\ninstead of\n{wanted}"


def split(lede, path, *options):
    return json.loads(results(lede, "split", "-q", "--format", "json", *options,
                              path))["files"][0]


def check_summarize(example, lede, scratch):
    wanted = results(lede, "summarize", "-q", ARTICLE)
    assert wanted.count("\n") == 3, wanted
    same(results(example, ARTICLE), wanted)
    same(results(example, scratch / "empty"), "")


def check_sentences(example, lede, scratch):
    wrapped = scratch / "wrapped"
    wrapped.write_text("It rained for a week without\nan end. Then the sun came"
                       " out\nagain over the old harbour.\n", encoding="utf-8")
    for path in (ARTICLE, wrapped):
        places = split(lede, path)["sentences"]
        assert len(places) > 1
        same(results(example, path), "".join(
            f"{path}:{s['line']}:{s['column']}: " + s["text"].replace("\n", " ") + "\n"
            for s in places))
    done = run(example, scratch / "bad")
    assert done.returncode == 1 and done.stdout == b"", done
    assert f"{scratch / 'bad'}:2:9: ".encode() in done.stderr, done.stderr


def check_score(example, lede, scratch):
    wanted = json.loads(results(lede, "score", "-q", "--lang", "en", "--format", "json",
                                ARTICLE))["files"][0]
    grade = wanted["readability"]["grade"]
    lines = results(example, ARTICLE).splitlines()
    same(lines[0], f"grade {grade['median']:.1f} "
                   f"({grade['low']:.1f} to {grade['high']:.1f})")
    assert lines[1].startswith("Flesch reading ease "), lines
    same("\n".join(lines[2:]), "\n".join(
        f"{s['line']}:{s['column']}: costs {s['cost']:.2f} grades"
        for s in wanted["hardest"][:3]))
    same(results(example, scratch / "empty"), "no grade: no-words\n")


def check_own_memory(example, lede, scratch):
    paths = sorted(ARTICLES.glob("*.txt"))
    lines = results(example, 10**8, *paths).splitlines()
    assert len(lines) == len(paths) + 2, lines
    for path, line in zip(paths, lines):
        body = re.fullmatch(rf"{re.escape(str(path))}: (\d+) words, (\d+) sentences", line)
        assert body, line
        facts = run(lede, "split", "-v", path).stderr.decode()
        assert f"{body[1]} words" in facts, (line, facts)
    assert re.fullmatch(r"vocabulary: [1-9]\d\d+ words", lines[-2]), lines[-2]
    same(lines[-1], "bytes still held: 0")
    # Over its budget: each text fails by itself, and nothing leaks.
    small = run(example, 60000, *paths)
    assert small.returncode == 1, small
    assert b"memory" in small.stderr, small.stderr
    assert small.stdout.endswith(b"bytes still held: 0\n"), small.stdout


def check_terms(example, lede, scratch):
    lines = results(example, ARTICLE).splitlines()
    assert len(lines) == 10, lines
    counts = [int(line.split(" ", 1)[0]) for line in lines]
    assert counts == sorted(counts, reverse=True), lines
    words = collections.Counter(
        word["text"].lower() for word in split(lede, ARTICLE, "--words")["words"])
    for line in lines:
        count, key = line.split(" ", 1)
        # A key leaves out a last stop and a possessive: "u.s" for "U.S.'s".
        forms = sum(n for word, n in words.items() if word.startswith(key))
        assert 0 < int(count) <= forms, (line, forms)
    same(results(example, scratch / "empty"), "")


def read_background(path):
    """The head's totals and {word: (documents, occurrences)}, docs/background.md."""
    data = path.read_bytes()
    documents, tokens, words, _, _, size = struct.unpack_from("<6Q", data, 40)
    found, word, at = {}, b"", 128

    def number():
        nonlocal at
        value = shift = 0
        while True:
            value |= (data[at] & 0x7f) << shift
            at, shift = at + 1, shift + 7
            if data[at - 1] < 0x80:
                return value

    while at < 128 + size:
        shared, length = data[at], data[at + 1]
        word = word[:shared] + data[at + 2:at + 2 + length]
        at += 2 + length
        found[word.decode()] = number(), number()
    assert len(found) == words, (len(found), words)
    return documents, tokens, found


def check_make_background(example, lede, scratch):
    paths = COUNTED
    made, again = scratch / "made", scratch / "again"
    said = results(example, "en", made, *paths)
    documents, tokens, words = read_background(made)
    same((documents, tokens), (len(paths), 6863))
    same(said, f"{documents} texts, {tokens} words, {len(words)} of them different\n")
    listed = (BACKGROUNDS / "articles.txt").read_text().splitlines()
    listed = [line.split() for line in listed if not line.startswith("# ")]
    same({word: counts for word, counts in words.items() if counts[0] >= 5},
         {word: (int(texts), int(times)) for word, texts, times in listed})
    # In another order, by their names.
    names = "".join(f"{path}\n" for path in reversed(paths)).encode()
    done = run(example, "en", again, text=names)
    assert done.returncode == 0 and again.read_bytes() == made.read_bytes(), done
    shown = results(lede, "repeats", "-q", "--lang", "en", "--background", made, ARTICLE)
    assert "keyness" in shown, shown
    # A text that is none is left out and told.
    (scratch / "utf16").write_bytes(b"\xff\xfea\x00b\x00")
    done = run(example, "en", again, *paths, scratch / "utf16", scratch / "absent")
    assert done.returncode == 1 and again.read_bytes() == made.read_bytes(), done
    assert b"UTF-16" in done.stderr and b"absent: cannot be read" in done.stderr, done
    done = run(example, "en", scratch / "none")
    assert done.returncode == 1 and not (scratch / "none").exists(), done
    assert b"no text to count" in done.stderr, done
    (scratch / "full").symlink_to("/dev/full")
    done = run(example, "en", scratch / "full", ARTICLE)
    assert done.returncode == 1 and (scratch / "full").is_symlink(), done
    done = run(example, "en", scratch / "absent" / "made", ARTICLE)
    assert done.returncode == 1 and b"cannot be written" in done.stderr, done


def check_add_backgrounds(example, lede, scratch):
    paths = sorted(ARTICLES.glob("*.txt"))
    make = example.parent / "make_background"
    parts = [scratch / name for name in ("first", "second", "third")]
    for number, part in enumerate(parts):
        results(make, "en", part, *paths[number::3])
    whole, total = scratch / "whole", scratch / "total"
    results(make, "en", whole, *paths)
    results(example, total, *reversed(parts))
    assert total.read_bytes() == whole.read_bytes()
    refused = run(example, scratch / "none", whole, ARTICLE)
    assert refused.returncode == 1 and not (scratch / "none").exists(), refused
    assert b"no background file" in refused.stderr, refused
    # What cannot be written is taken away only if it is a file.
    (scratch / "full").symlink_to("/dev/full")
    refused = run(example, scratch / "full", whole)
    assert refused.returncode == 1 and (scratch / "full").is_symlink(), refused
    # A cut-off took words away that other files may have.
    refused = run(example, scratch / "none", whole, BACKGROUNDS / "articles.background")
    assert refused.returncode == 1 and not (scratch / "none").exists(), refused
    assert b"background 2 leaves out words" in refused.stderr, refused


def check_twenty_lines(example, lede, scratch):
    for path in (ARTICLE, scratch / "empty"):
        done = run(example, text=path.read_bytes())
        assert done.returncode == 0 and done.stderr == b"", done
        same(done.stdout, run(lede, "summarize", "-q", path).stdout)
    escape = run(example, text=b"The ferry \x1b[1m left at dawn.")
    same(escape.stdout, b"The ferry \\x1b[1m left at dawn.\n")
    refused = run(example, text=b"\xff\xfea\x00b\x00")
    assert refused.returncode == 1 and b"UTF-16" in refused.stderr, refused
    long = run(example, text=b"It rained. " * 100000)
    assert long.returncode == 1, long


def check_usage(example, scratch):
    """Without a file, or with one that is not there: status 1 or 2, a message."""
    for arguments in ([], [scratch / "absent"], [10**8, scratch / "absent"]):
        done = run(example, *arguments)
        assert done.returncode in (1, 2) and done.stderr, (arguments, done)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True, type=pathlib.Path)
    parser.add_argument("example", type=pathlib.Path)
    arguments = parser.parse_args()
    check = globals()["check_" + arguments.example.stem]
    with tempfile.TemporaryDirectory(prefix="lede-examples-") as folder:
        scratch = pathlib.Path(folder)
        (scratch / "empty").write_bytes(b"")
        (scratch / "bad").write_bytes(BAD)
        check(arguments.example, arguments.lede, scratch)
        if check is not check_twenty_lines:
            check_usage(arguments.example, scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main())
