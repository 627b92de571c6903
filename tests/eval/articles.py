# SPDX-License-Identifier: MIT
"""Articles with reference summaries, from a folder or from JSON Lines, and what lede
makes of them. docs/summarization.md describes both forms for users."""
import collections
import gzip
import json
import pathlib
import re
import subprocess

import rouge

# sentences: those that summaries are chosen from. references: lists of sentences.
Article = collections.namedtuple("Article", "name text title lang sentences references")


class BadData(Exception):
    pass


# ---- Reading -------------------------------------------------------------------------

def lines_of(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def read_text(path):
    return path.read_bytes().decode("utf-8", "replace")


def from_folder(folder, lang):
    """NAME.txt with NAME.summary.txt, for further references NAME.summary.2.txt ..."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        name = path.name[:-len(".txt")]
        summaries = sorted(folder.glob(f"{name}.summary.txt")) + \
            sorted(folder.glob(f"{name}.summary.*.txt"))
        if summaries and ".summary" not in name:
            references = [lines_of(read_text(file)) for file in summaries]
            found.append(Article(name, read_text(path), None, lang, None, references))
    return found


def as_sentences(value):
    """A list of sentences, or one string with a sentence a line."""
    if isinstance(value, str):
        return lines_of(value)
    if isinstance(value, list) and all(isinstance(s, str) for s in value):
        return [s for s in value if s.strip()]
    raise BadData("a summary is a string or a list of strings")


def running_text(sentences, paragraphs):
    """Sentences of one paragraph behind each other, a blank line between two."""
    text = sentences[0]
    for i in range(1, len(sentences)):
        same = not paragraphs or paragraphs[i] == paragraphs[i - 1]
        text += (" " if same else "\n\n") + sentences[i]
    return text


def from_record(record, number, lang):
    if not isinstance(record, dict):
        raise BadData("not an object")
    if "refs" in record:
        references = [as_sentences(r) for r in record["refs"]]
    else:
        references = [as_sentences(record["summary"])] if "summary" in record else []
    if not references or not all(references):
        raise BadData('needs "summary" or "refs", and nothing empty in it')
    sentences, text = None, record.get("text")
    if "sents" in record:
        sentences = as_sentences(record["sents"])
        paragraphs = record.get("para")
        if paragraphs and len(paragraphs) != len(record["sents"]):
            raise BadData('"para" is not as long as "sents"')
        text = running_text(sentences, paragraphs) if sentences else ""
    if not isinstance(text, str) or not text.strip():
        raise BadData('needs "text" or "sents"')
    return Article(str(record.get("id", number)), text, record.get("title") or None,
                   record.get("lang") or lang, sentences, references)


def from_json_lines(path, lang):
    opened = gzip.open if path.suffix == ".gz" else open
    found = []
    with opened(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                found.append(from_record(json.loads(line), number, lang))
            except (ValueError, BadData) as error:
                raise BadData(f"line {number}: {error}") from None
    return found


def read(path, lang):
    path = pathlib.Path(path)
    try:
        found = from_folder(path, lang) if path.is_dir() else from_json_lines(path, lang)
    except (OSError, BadData) as error:
        raise BadData(f"{path}: {error}") from None
    if not found:
        raise BadData(f"{path}: no article with a summary")
    return found


# ---- lede ----------------------------------------------------------------------------

class Program:
    def __init__(self, path):
        self.path = str(path)

    def run(self, arguments, data=b""):
        try:
            done = subprocess.run([self.path, *arguments], input=data, check=False,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        except OSError as error:
            raise BadData(f"{self.path}: {error.strerror}") from None
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip()
            raise BadData(f"{self.path}: status {done.returncode}: {said}")
        return done.stdout.decode()

    def methods(self):
        """Those that the program says it has."""
        found = re.search(r"--method +([a-z]+(?:\|[a-z]+)*)",
                          self.run(["summarize", "--help"]))
        if found is None:
            raise BadData(f"{self.path}: its help names no methods")
        return found.group(1).split("|")

    def summaries(self, articles, method, budget):
        """A list of sentences for each article."""
        lines = []
        for i, article in enumerate(articles):
            record = {"id": i, "text": article.text, "lang": article.lang,
                      "title": article.title}
            lines.append(json.dumps({k: v for k, v in record.items() if v is not None}))
        out = self.run(["summarize", "--quiet", "--jsonl", "--method", method, *budget],
                       "".join(line + "\n" for line in lines).encode())
        answers = [json.loads(line) for line in out.splitlines()]
        if [answer["id"] for answer in answers] != list(range(len(articles))):
            raise BadData(f"{self.path}: not an answer for each article")
        for answer, article in zip(answers, articles):
            if "error" in answer:
                raise BadData(f"article {article.name}: {answer['error']['message']}")
        return [[s["text"] for s in answer["summary"]] for answer in answers]

    def with_sentences(self, articles):
        """Where an article has none: all that lede could choose, in their order."""
        missing = [a for a in articles if a.sentences is None]
        found = iter(self.summaries(missing, "lead", ["--ratio", "1"]) if missing else [])
        return [a if a.sentences is not None else a._replace(sentences=next(found))
                for a in articles]


def score(article, summary):
    return rouge.of_texts(summary, article.references, article.lang or "en")
