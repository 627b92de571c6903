#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes texts made from a seed: articles of a kind, hostile families, random
UTF-8 and random bytes; and records.jsonl, a record of each.

    make_texts.py FOLDER [--seed N] [--scale N]

--scale: how long the texts are; 1 is a few kilobytes each.
"""
import argparse
import json
import pathlib
import random

WORDS = ("harbour boats the of captain captains mussels rope winter and wall fishing "
         "sail-boat engine well-known 4,000 summer @marrow #tours caf\u00e9 Oona "
         "Pengelly $12.50 x-ray it\u2019s e.g. Mr. U.S. p.m. 3.5 \u00e9t\u00e9 9:30 "
         "Stra\u00dfe I\u0307stanbul \u01c4 \ufb01sh na\u00efve https://a.example/b "
         "\u4e2d\u6587 \u041c\u043e\u0441\u043a\u0432\u0430 \u0645\u062f\u064a\u0646\u0629 "
         "o\u0308l \U0001f468\u200d\U0001f469 state-of-the-art").split()
ENDS = (".", ".", ".", "?", "!", "\u2026", ".\u201d", "?!", ":")
BREAKS = ("\n\n", "\n\n", "\n", "\r\n\r\n", "\r", "\u2029", "\n- ", "\n> ")

# What is repeated, a text each.
FAMILIES = ("a.", "a. ", "A.B.", "e.g. ", "\u201c", "\"", "'", "(", "[", "((", ")", "...",
            "\u2026", ". . ", "?!", "-", "--", "\u2014", "@", "#", "a@b.c ", "http://",
            "\n", "\n\n", "\r", "\r\n", "\u2028", "\x85", "\x00", "\ufeff", "\u200d",
            "\u0301", "a\u0301\u0327", "\u0345\u0301", "\U0001f468\u200d", "\U0001f1e6",
            "\u4e2d", "\u3002", "\u0e01", "\u202e", "\u00ad", "1,", "1.", "1.1", "$", "%",
            "word ", "Word. ", "One boat came. ", "ADVERTISEMENT\n\n", "ab", "\u0130",
            "\u1e9e", "\u03a3\u03c3\u03c2 ", "- x\n", "x\n\n", "Mr. ", "I. ", "\t", " ")


class Source:
    """Random numbers by random() alone: other functions may change with Python."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def below(self, limit):
        return int(self.random.random() * limit)

    def choice(self, items):
        return items[self.below(len(items))]


def sentence(source):
    words = [source.choice(WORDS[:1 + source.below(len(WORDS))])
             for _ in range(1 + source.below(20))]
    words[0] = words[0][:1].upper() + words[0][1:]
    return " ".join(words) + source.choice(ENDS)


def article(source, size):
    parts, length = [], 0
    while length < size:
        part = sentence(source) + (source.choice(BREAKS) if source.below(4) == 0 else " ")
        parts.append(part)
        length += len(part)
    return "".join(parts).encode()


def random_utf8(source, size):
    tops = (0x80, 0x80, 0x80, 0x300, 0x800, 0x3000, 0x10000, 0x110000)
    codes = (source.below(source.choice(tops)) for _ in range(size // 2))
    return "".join(chr(code) for code in codes
                   if not 0xD800 <= code < 0xE000).encode()


def random_bytes(source, size):
    return bytes(source.below(256) for _ in range(size))


def texts(seed, scale):
    """(name, bytes)"""
    source = Source(seed)
    size = 3000 * scale
    for i in range(12):
        yield f"article-{i}", article(source, size)
        yield f"utf8-{i}", random_utf8(source, size)
        yield f"bytes-{i}", random_bytes(source, size)
    for i, family in enumerate(FAMILIES):
        repeated = family.encode() * (size // len(family.encode()))
        yield f"family-{i}", b"The Harbour\n\nOne boat came. " + repeated + b" Two left."


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=20240323)
    parser.add_argument("--scale", type=int, default=1)
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    records = []
    for name, content in texts(args.seed, args.scale):
        (args.folder / f"{name}.txt").write_bytes(content)
        text = content.decode("utf-8", "replace")
        records.append(json.dumps({"id": name, "text": text, "title": name},
                                  ensure_ascii=len(records) % 2 == 0))
    records.append('{"id":"bad"')
    (args.folder / "records.jsonl").write_text("\n".join(records) + "\n",
                                               encoding="utf-8")


if __name__ == "__main__":
    main()
