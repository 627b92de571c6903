#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does every place that lede gives in Markdown hold what it says?

    check_places.py --lede PROGRAM

Splits the Markdown of the golden cases into sentences and words, and works
out anew, from the bytes alone, what each place must be: the line, both
columns, and the word that stands there. A sentence begins where its first
word or mark does and contains its words.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LINE_END = re.compile(rb"\r\n|\r|\n")


def position(source, offset):
    """(line, column, utf16_column), from 1."""
    ends = [m.end() for m in LINE_END.finditer(source) if m.end() <= offset]
    begin = ends[-1] if ends else 0
    if begin == 0 and source.startswith(b"\xef\xbb\xbf") and offset >= 3:
        begin = 3
    before = source[begin:offset].decode("utf-8", "replace")
    units = len(before.encode("utf-16-le")) // 2
    return len(ends) + 1, len(before) + 1, units + 1


def wrong_place(source, item):
    given = tuple(item[k] for k in ("line", "column", "utf16_column"))
    until = tuple(item["end_" + k] for k in ("line", "column", "utf16_column"))
    if given != position(source, item["begin"]):
        return f"begins at {position(source, item['begin'])}, not {given}"
    if until != position(source, item["end"]):
        return f"ends at {position(source, item['end'])}, not {until}"
    return None


def plain(piece):
    """A word of the source as it is read: tags, references and escapes undone."""
    text = piece.decode("utf-8", "replace").replace("\0", "\ufffd")
    text = re.sub(r"</?\w+>", "", text)
    text = re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), text)
    return html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))


def wrong_word(source, word):
    there = plain(source[word["begin"]:word["end"]])
    if there != word["text"]:
        return f"{there!r} stands there, not {word['text']!r}"
    return None


def faults(source, entry):
    last = 0
    for word in entry["words"]:
        yield from filter(None, (wrong_place(source, word), wrong_word(source, word)))
        if word["begin"] < last:
            yield f"{word['text']!r} at {word['begin']} stands before {last}"
        last = word["end"]
    for sentence in entry["sentences"]:
        yield from filter(None, [wrong_place(source, sentence)])
        shown = plain(source[sentence["begin"]:sentence["end"]])
        ends = (sentence["text"][0], sentence["text"][-1])
        if shown[:1] != ends[0] or shown[-1:] != ends[1]:
            yield f"{shown!r} is not {sentence['text']!r}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True)
    program = str(pathlib.Path(parser.parse_args().lede).resolve())
    files = words = failed = 0
    for file in sorted(HERE.glob("*/*/in/*.md*")):
        done = subprocess.run([program, "split", "-q", "--words", "-o", "json", file],
                              stdout=subprocess.PIPE, check=True)
        entry = json.loads(done.stdout)["files"][0]
        if entry["state"] != "done" or entry.get("markup") is None:
            continue
        files += 1
        words += len(entry["words"])
        for fault in faults(file.read_bytes(), entry):
            failed += 1
            print(f"{file.relative_to(HERE)}: {fault}")
    print(f"places: {files} files, {words} words, {failed} faults")
    return 1 if failed or words == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
