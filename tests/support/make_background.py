#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes a background file (docs/background.md) of a list of words: for tests, and by
another hand than the library's.

    make_background.py [OPTION...] LIST OUTPUT

LIST has one word a line: `word documents occurrences`, UTF-8, words folded as lede
folds them, in any order; blank lines and lines that begin with "# " are no words. "-"
is standard input or output.

    --language CODE     of the texts; default en
    --documents N       texts counted; default: those of the word that is in most
    --tokens N          words of the texts; default: the occurrences of all words
    --least N           documents of the rarest word kept; default 1
    --tokenizer N, --fold N, --stem N, --unicode VERSION, --format N
                        as if made by another program; such files are refused
    --check             OUTPUT exists already, and is compared
"""
import argparse
import os
import struct
import sys

MAGIC = b"\x89LBG\r\n\x1a\n"
HEAD = struct.Struct("<8s4H12s12s6Q28xII")
BLOCK = 64
KEY_MAX = 255


def crc32c(data):
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    rest = 0xFFFFFFFF
    for byte in data:
        rest = rest >> 8 ^ table[(rest ^ byte) & 0xFF]
    return rest ^ 0xFFFFFFFF


def read_list(lines):
    words = {}
    for number, line in enumerate(lines, 1):
        fields = line.split()
        if not fields or fields[0] == b"#":
            continue
        if len(fields) != 3:
            raise SystemExit(f"line {number}: not `word documents occurrences`")
        if fields[0] in words or len(fields[0]) > KEY_MAX:
            raise SystemExit(f"line {number}: a word twice, or longer than {KEY_MAX} bytes")
        words[fields[0]] = int(fields[1]), int(fields[2])
    return sorted(words.items())


def count(number):
    made = bytearray()
    while number >= 0x80:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)


def write_words(words):
    """The words and the index over them."""
    section, index, before = bytearray(), bytearray(), b""
    for i, (word, (documents, occurrences)) in enumerate(words):
        shared = 0
        if i % BLOCK == 0:
            index += struct.pack("<Q", HEAD.size + 4 + len(section))
        else:
            shared = len(os.path.commonprefix([before, word]))
        section += bytes([shared, len(word) - shared]) + word[shared:]
        section += count(documents) + count(occurrences)
        before = word
    return bytes(section), bytes(index)


def make(words, options):
    section, index = write_words(words)
    most = max((documents for _, (documents, _) in words), default=0)
    occurrences = sum(times for _, (_, times) in words)
    head = HEAD.pack(
        MAGIC, options.format, options.tokenizer, options.fold, options.stem,
        options.unicode.encode(), options.language.encode(),
        most if options.documents is None else options.documents,
        occurrences if options.tokens is None else options.tokens,
        len(words), occurrences, options.least, len(section),
        crc32c(section), crc32c(index))
    return head + struct.pack("<I", crc32c(head)) + section + index


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("list")
    parser.add_argument("output")
    parser.add_argument("--language", default="en")
    parser.add_argument("--documents", type=int)
    parser.add_argument("--tokens", type=int)
    parser.add_argument("--least", type=int, default=1)
    for name, value in ("tokenizer", 1), ("fold", 1), ("stem", 0), ("format", 1):
        parser.add_argument("--" + name, type=int, default=value)
    parser.add_argument("--unicode", default="15.0.0")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def main():
    options = parse_options()
    with sys.stdin.buffer if options.list == "-" else open(options.list, "rb") as lines:
        made = make(read_list(lines), options)
    if options.check:
        with open(options.output, "rb") as file:
            if file.read() != made:
                raise SystemExit(f"{options.output} is not what {options.list} gives")
    elif options.output == "-":
        sys.stdout.buffer.write(made)
    else:
        with open(options.output, "wb") as file:
            file.write(made)


if __name__ == "__main__":
    main()
