#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the shape of the articles in corpus/: the figures that text.py draws
from. Prints them; text.py holds a copy, so that its bytes stay the same when
articles are added.

    shape.py [FOLDER]
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WORD = re.compile(r"[^\W_](?:[\w'’.-]*[^\W_])?")


def paragraphs_of(lines):
    """Runs of lines that are not blank."""
    found = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [one for one in found if one]


def is_sentence(text):
    return text.rstrip("”\"’)").endswith((".", "!", "?", "…"))


def spread(numbers):
    """How often each number occurs."""
    return dict(sorted(collections.Counter(numbers).items()))


def kind_of(word, first):
    if word[0].isdigit():
        return "number"
    if "." in word:
        return "dotted"
    if "-" in word:
        return "hyphen"
    if len(word) > 1 and word.isupper():
        return "capitals"
    if word[0].isupper() and not first and word != "I":
        return "name"
    return "plain"


def measure(folder):
    sentences, paragraphs, headings, words = [], [], 0, collections.Counter()
    marks, letters = collections.Counter(), 0
    for file in sorted(folder.glob("*.sentences.txt")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for paragraph in paragraphs_of(lines):
            whole = [line for line in paragraph if is_sentence(line)]
            headings += len(paragraph) - len(whole)
            if whole:
                paragraphs.append(len(whole))
            for line in whole:
                found = WORD.findall(line)
                sentences.append(len(found))
                words.update(kind_of(w, i == 0) for i, w in enumerate(found))
                letters += sum(map(len, found))
                marks.update(c for c in line if not c.isalnum() and not c.isspace())
    total = sum(words.values())
    return {
        "words in a sentence": spread(sentences),
        "sentences in a paragraph": spread(paragraphs),
        "lines that are no sentence, for 100 paragraphs":
            round(100 * headings / len(paragraphs)),
        "mean length of a word": round(letters / total, 2),
        "kinds of word, of 1,000": {k: round(1000 * n / total)
                                    for k, n in words.most_common()},
        "marks, for 1,000 words": {k: round(1000 * n / total)
                                   for k, n in marks.most_common()},
    }


def main():
    folder = pathlib.Path(sys.argv[1]) if sys.argv[1:] else ROOT / "corpus" / "articles"
    for name, value in measure(folder).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
