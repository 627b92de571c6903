#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does an article give the same figures as plain text and as Markdown?

    same_as_plain.py --lede PROGRAM --corpus FOLDER

Writes the articles of the corpus as Markdown: front matter, headings marked,
words in emphasis or linked, references in place of some marks, lines wrapped.
Then summary, key terms, scores and repetition must be those of the plain text;
only places may differ. And once more with the headline as the title of the
front matter, which stands before all sentences and counts for nothing.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap

# Headings and paragraphs only: what else a plain text can show, Markdown shows otherwise.
ARTICLES = ("ferry", "lighthouse", "orchard", "violin", "weighbridge")
VERBS = (
    ["summarize", "-n", "4", "--keywords", "8"],
    ["summarize", "-n", "4", "--method", "news"],
    ["summarize", "--ratio", "1", "--method", "lexrank"],
    ["score", "--formula", "all"],
    ["repeats"],
)
PLACES = {"begin", "end", "line", "column", "utf16_column", "end_line", "end_column",
          "end_utf16_column", "hard_wrapped", "markup", "omitted", "front_matter", "path"}
# Hold numbers of sentences, which grow by one behind a title.
BEHIND_TITLE = {"sentence", "sentences", "longest", "shortest",
                "language_confidence"}  # it is read for the language
WIDTH = 66


def run(program, arguments, file):
    done = subprocess.run([program, *arguments, "-q", "-o", "json", file],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["files"][0]


def blocks_of(program, file):
    """[(kind, text)] of the blocks of a plain text."""
    source, found = file.read_bytes(), {}
    for s in run(program, ["split"], file)["sentences"]:
        kind, begin, _ = found.get(s["block"], (s["kind"], s["begin"], 0))
        found[s["block"]] = (kind, begin, s["end"])
    return [(kind, source[begin:end].decode("utf-8"))
            for kind, begin, end in found.values()]


def marked_up(index, word):
    """Some words of letters only get marks that a reader does not see."""
    plain = re.sub(r"([\\`*_\[\]<>#|~{}])", r"\\\1", word.replace("&", "&amp;"))
    if not re.fullmatch(r"[A-Za-z]+", word):
        return plain.replace("\u2014", "&mdash;")
    if index % 7 == 3:
        return f"*{plain}*"
    if index % 11 == 5:
        return f"**{plain}**"
    if index % 13 == 6:
        return f"[{plain}](https://example.org/{index})"
    return plain


def lines_of(text):
    words = [marked_up(i, w) for i, w in enumerate(text.split())]
    lines = textwrap.wrap(" ".join(words), WIDTH, break_long_words=False,
                          break_on_hyphens=False)
    return "\n".join(re.sub(r"^([-+=:]|\d+[.)])", r"\\\1", line) if line[0] in "-+=:"
                     else re.sub(r"^(\d+)([.)])", r"\1\\\2", line) for line in lines)


def markdown_of(blocks, title):
    key = "title: " + json.dumps(title, ensure_ascii=False) if title else "layout: post"
    parts = [f"---\n{key}\n---"]
    for kind, text in blocks:
        if kind == "heading":
            parts.append("## " + " ".join(marked_up(1, w) for w in text.split()))
        else:
            parts.append(lines_of(text))
    return "\n\n".join(parts) + "\n"


def figures(value, without):
    """A report without these members, white space as spaces."""
    if isinstance(value, dict):
        return {k: figures(v, without) for k, v in value.items() if k not in without}
    if isinstance(value, list):
        return [figures(v, without) for v in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def differences(a, b, path=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for k in sorted(set(a) | set(b)):
            yield from differences(a.get(k), b.get(k), f"{path}.{k}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            yield from differences(x, y, f"{path}[{i}]")
    elif a != b:
        yield f"{path}: {a!r} in plain text, {b!r} in Markdown"


def headline(program, file, blocks):
    """The first heading that is not set aside: the title of a plain text."""
    dropped = {d["text"] for d in run(program, ["split"], file)["dropped"]}
    return next((text for kind, text in blocks
                 if kind == "heading" and text not in dropped), None)


def compare(program, plain, marked):
    failed, blocks = 0, blocks_of(program, plain)
    for title in (None, headline(program, plain, blocks)):
        marked.write_text(markdown_of(blocks, title), encoding="utf-8")
        without = PLACES | BEHIND_TITLE if title else PLACES
        for verb in VERBS:
            a, b = run(program, verb, plain), run(program, verb, marked)
            for difference in differences(figures(a, without), figures(b, without)):
                failed += 1
                print(f"{plain.stem}, {title}: {' '.join(verb)}: {difference}")
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True)
    parser.add_argument("--corpus", required=True)
    options = parser.parse_args()
    program = str(pathlib.Path(options.lede).resolve())
    failed = 0
    with tempfile.TemporaryDirectory(prefix="lede-same-") as scratch:
        for name in ARTICLES:
            plain = pathlib.Path(options.corpus) / "articles" / f"{name}.txt"
            failed += compare(program, plain, pathlib.Path(scratch) / f"{name}.md")
    print(f"same as plain: {len(ARTICLES)} articles, {failed} differences")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
