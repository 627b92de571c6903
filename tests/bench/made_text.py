#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""English-like text from a seed, in two forms: one document, and the same text
as documents of 11 KB in JSON Lines. The same bytes on every machine and with
every Python 3: nothing here but integers, and a random generator of its own.

What is drawn from where:
 - Words have Zipf ranks. Down to rank HEAD a word's weight is 1/(rank + 0.7),
   below it falls as rank^-1.5: about 25,000 different words in 180,000, and
   ten times the words bring four times the different ones (Heaps).
 - The first ranks are the function words of English. Any other word is a root
   of English-like syllables with a common ending: three ranks in a row share a
   root, so that a stemmer has something to do. The rarer, the more syllables.
 - Lengths of sentences and paragraphs, and how often names, numbers, dotted
   abbreviations and punctuation marks occur, are those of the articles in
   corpus/articles, as shape.py beside this file prints them.

    made_text.py [--words N] [--seed N] [--records]
"""
import argparse
import bisect
import functools
import itertools
import json
import math
import sys

RECORD_BYTES = 11000
MASK = (1 << 64) - 1

# ---- Chance ---------------------------------------------------------------------


def mix(x):
    """A 64-bit number from another: the finalizer of splitmix64 (Steele, Lea and
    Flood 2014)."""
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


class Chance:
    def __init__(self, seed):
        self.state = mix((seed + 0x9E3779B97F4A7C15) & MASK)

    def below(self, n):
        """0 to n - 1; n is far below 2^64."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        return (mix(self.state) * n) >> 64

    def of(self, items):
        return items[self.below(len(items))]


class Table:
    """Items drawn by weight."""

    def __init__(self, pairs):
        self.items = [item for item, _ in pairs]
        self.sums = list(itertools.accumulate(weight for _, weight in pairs))

    def draw(self, chance):
        return self.items[bisect.bisect_right(self.sums, chance.below(self.sums[-1]))]


# ---- Shapes: shape.py over corpus/articles (124 sentences, 48 paragraphs) ---------

SENTENCE_WORDS = Table([
    (3, 2), (4, 5), (5, 3), (6, 6), (7, 4), (8, 9), (9, 6), (10, 2), (11, 7), (12, 4),
    (13, 2), (14, 7), (15, 2), (16, 8), (17, 6), (18, 7), (19, 6), (20, 4), (21, 4),
    (22, 7), (23, 3), (24, 7), (25, 1), (26, 2), (27, 4), (28, 3), (29, 4), (31, 1),
    (37, 2), (38, 1)])
PARAGRAPH_SENTENCES = Table([(1, 8), (2, 13), (3, 16), (4, 8), (5, 3)])
# Lines that are no sentence, for 100 paragraphs: 58. Half are taken as headings,
# half as items of lists of three.
HEADINGS = 29
LISTS = 10
# Of 1,000 words. Names are made by rank, see NAME_RANKS.
NUMBERS = 48
DOTTED = 16
CAPITALS = 1
HYPHENS = 3
POSSESSIVES = 4
# Marks, for 1,000 words.
COMMAS = 70
QUOTES = 15  # pairs
COLONS = 5
QUESTIONS = 4
DASHES = 1
BRACKETS = 1

# ---- Words ------------------------------------------------------------------------

# By their ranks in English, as far as function words have settled ones.
FUNCTION = """
the of and to a in that is was for it he with as on be his at by had not are but
from or have they an which one this were all her she there would their we him been
has when who will more no if out so said what up its about into than them can only
other new some could time these two may then do first any my now such like our over
me even most made after also did many before must through back years where much your
way well down should because each just those people how too little state good very
make world still own see men work long get here between both life being under never
day same another know while last might us great old year off come since against go
came right used take three himself few house use during without again place around
however home small found thought went say part once general high upon school every
don't didn't it's isn't couldn't wasn't that's he's won't I I'm they're
""".split()
HEAD = 3000
RANKS = 400000
NAME_RANKS = 5  # one rank in so many, behind the function words, is a name
FORMS = 3       # ranks that share a root

ONSETS = Table([("", 12)] + [(o, w) for w, os in (
    (8, "b c d f g h l m n p r s t w"), (4, "br ch cl cr dr fl fr gr pl pr sh st tr v"),
    (2, "bl gl j k qu sc sl sp str sw th wh"), (1, "kn ph scr spr y z"))
    for o in os.split()])
NUCLEI = Table([(n, w) for w, ns in (
    (14, "a e i o u"), (2, "ai ea ee ou oo"), (1, "au ie oa oi y")) for n in ns.split()])
CODAS = Table([(c, w) for w, cs in (
    (12, "n r l t s"), (5, "d m p ve te re"), (3, "ck nd nt st ll rt"), (1, "b ct ft g rd rm rn sh ss th"),
    (1, "ch mp ng nk pt x lt se ze")) for c in cs.split()])
ENDINGS = Table([
    ("", 50), ("s", 16), ("ed", 10), ("ing", 9), ("er", 4), ("ly", 4), ("ers", 2),
    ("ation", 3), ("ment", 2), ("al", 2), ("able", 1), ("ness", 1), ("ive", 1),
    ("ity", 2), ("ful", 1), ("ations", 1), ("ously", 1), ("izing", 1), ("ized", 1),
    ("iveness", 1), ("y", 2), ("ies", 1)])
NAME_ENDINGS = Table([("", 30), ("s", 2), ("a", 5), ("y", 3), ("ton", 3), ("er", 3),
                      ("ia", 2), ("man", 2), ("ford", 1), ("ian", 2)])
VOWELS = "aeiou"


@functools.lru_cache(maxsize=1)
def zipf_sums():
    """Running totals of the ranks' weights, in whole numbers."""
    one = 1 << 50
    root = math.isqrt(HEAD << 40)
    head = (10 * one // (10 * rank + 7) for rank in range(1, HEAD + 1))
    tail = (one * root // (rank * math.isqrt(rank << 40))
            for rank in range(HEAD + 1, RANKS + 1))
    return list(itertools.accumulate(itertools.chain(head, tail)))


def joined(root, ending):
    """As English spells it: planning, making, tries, boxes."""
    if not ending:
        return root
    vowel = ending[0] in VOWELS + "y"
    if root.endswith("e") and vowel:
        return root[:-1] + ending
    if root.endswith("y") and root[-2:-1] not in VOWELS and ending[0] != "i":
        return root[:-1] + "i" + ("es" if ending == "s" else ending)
    if ending == "s" and root.endswith(("s", "x", "z", "ch", "sh")):
        return root + "es"
    short = len(root) in (3, 4) and root[-1] not in VOWELS + "wxys"
    if vowel and short and root[-2] in VOWELS and root[-3] not in VOWELS:
        return root + root[-1] + ending
    return root + ending


class Words:
    """The vocabulary of a seed: ranks drawn by Zipf, words made when first met."""

    def __init__(self, seed):
        self.seed = mix(seed ^ 0x5851F42D4C957F2D)
        self.sums = zipf_sums()
        self.made = {}
        self.taken = {word.lower() for word in FUNCTION}

    def draw(self, chance):
        rank = bisect.bisect_right(self.sums, chance.below(self.sums[-1]))
        if rank < len(FUNCTION):
            return FUNCTION[rank]
        return self.made.get(rank) or self.make(rank)

    def syllables(self, chance, rank):
        if rank < 2000:
            return 1
        return 1 + chance.below(2) if rank < 12000 else 2 + (chance.below(5) == 0)

    def root(self, number, salt):
        chance = Chance(self.seed ^ (number << 8 | salt))
        count = self.syllables(chance, number * FORMS)
        parts = []
        for i in range(count):
            parts.append(ONSETS.draw(chance) + NUCLEI.draw(chance))
            if i == count - 1 or chance.below(5) == 0:
                parts.append(CODAS.draw(chance))
        return "".join(parts)

    def make(self, rank):
        """Salted until no other rank has that word."""
        for salt in range(256):
            chance = Chance(self.seed ^ (rank << 16 | salt))
            is_name = mix(self.seed ^ rank) % NAME_RANKS == 0
            endings = NAME_ENDINGS if is_name else ENDINGS
            root = self.root(rank // FORMS, salt // 8)
            word = joined(root, endings.draw(chance))
            if word not in self.taken:
                break
        self.taken.add(word)
        word = word.capitalize() if is_name else word
        self.made[rank] = word
        return word

    def name(self, chance):
        while True:
            word = self.draw(chance)
            if word[0].isupper() and len(word) > 2 and "'" not in word:
                return word


# ---- Sentences ----------------------------------------------------------------------

TITLES = ["Mr.", "Mrs.", "Ms.", "Dr.", "Gen.", "Prof.", "Sen.", "St."]
ACRONYMS = ["U.S.", "U.N.", "U.K.", "a.m.", "p.m.", "e.g.", "Inc.", "No. 4", "Jan. 12"]
CLOSED = ["NATO", "EU", "BBC", "UNESCO", "AIDS", "TV"]


def number(chance):
    kind = chance.below(10)
    if kind < 3:
        return str(1900 + chance.below(130))
    if kind < 6:
        return str(2 + chance.below(98))
    whole = 1 + chance.below(90)
    part = chance.below(1000)
    return ("%d,%03d" % (whole, part), "%d.%d" % (whole, part // 100), "%d%%" % whole,
            "$%d,%03d.%02d" % (whole, part, part // 10))[kind - 6]


def capital(word):
    return word[0].upper() + word[1:]


class Writer:
    """One text: paragraphs of a seed, one after the other."""

    def __init__(self, seed):
        self.words = Words(seed)
        self.chance = Chance(seed)
        self.count = 0
        self.curly = False  # quotes and apostrophes of the record at hand

    def special(self, draw):
        """One of the words that are no draw of the vocabulary; None: it is."""
        for share, make in ((NUMBERS, number), (DOTTED, self.dotted),
                            (CAPITALS, lambda c: c.of(CLOSED)),
                            (HYPHENS, self.compound), (POSSESSIVES, self.possessive)):
            if draw < share:
                return make(self.chance)
            draw -= share
        return None

    def dotted(self, chance):
        if chance.below(2) == 0:
            return chance.of(TITLES) + " " + self.words.name(chance)
        return chance.of(ACRONYMS)

    def compound(self, chance):
        return self.words.draw(chance).lower() + "-" + self.words.draw(chance).lower()

    def possessive(self, chance):
        return self.words.name(chance) + "'s"

    def phrase(self, length):
        """Words with the marks between them; the last word has none behind it."""
        chance, draw, out = self.chance, self.words.draw, []
        for left in range(length - 1, -1, -1):
            pick = chance.below(1000)
            word = draw(chance) if pick >= 80 else self.special(pick) or draw(chance)
            mark = chance.below(1000) if left > 0 else 1000
            if mark < COMMAS:
                word += ","
            elif mark < COMMAS + COLONS:
                word += ":"
            elif mark < COMMAS + COLONS + DASHES:
                word += " \u2014"
            elif mark < COMMAS + COLONS + DASHES + BRACKETS:
                word = "(" + word + ")"
            out.append(word)
        self.count += length
        out[0] = capital(out[0])
        return " ".join(out)

    def sentence(self):
        chance = self.chance
        length = SENTENCE_WORDS.draw(chance)
        end = "?" if chance.below(1000) < QUESTIONS * 14 else "."
        text = self.phrase(length)
        # A sentence has 14 words in the mean.
        if chance.below(1000) < QUOTES * 14:
            text = '"' + text + (",\" said " + self.words.name(chance) + "."
                                 if end == "." else '?"')
        elif not (end == "." and text.endswith(".")):
            text += end
        if self.curly:
            text = text.replace("'", "\u2019")
            text = text.replace('"', "\u201C", 1).replace('"', "\u201D", 1)
        return text

    def paragraph(self):
        chance = self.chance
        kind = chance.below(100)
        lines = []
        if kind < HEADINGS:
            lines.append(self.phrase(2 + chance.below(6)))
        elif kind < HEADINGS + LISTS:
            lines += ["- " + self.phrase(2 + chance.below(8)) for _ in range(3)]
        count = PARAGRAPH_SENTENCES.draw(chance)
        lines.append(" ".join(self.sentence() for _ in range(count)))
        return "\n\n".join(lines)

    def record(self, words):
        """Paragraphs until RECORD_BYTES are full or `words` words are written."""
        parts, size = [self.phrase(3 + self.chance.below(5))], 0
        self.curly = not self.curly
        while size < RECORD_BYTES and self.count < words:
            parts.append(self.paragraph())
            size += len(parts[-1].encode()) + 2
        return "\n\n".join(parts)


def records(words, seed):
    """The text as a list of documents of about RECORD_BYTES."""
    writer, made = Writer(seed), []
    while writer.count < words:
        made.append(writer.record(words))
    return made


def as_document(made):
    return ("\n\n".join(made) + "\n").encode()


def marked(paragraph, number):
    """A paragraph of Markdown: one link, code and emphasis in three words each time."""
    words = paragraph.split(" ")
    for at in range(7, len(words), 60):
        words[at] = f"[{words[at]}](https://example.org/page/{number})"
    for at in range(17, len(words), 60):
        words[at] = f"*{words[at]}*"
    for at in range(37, len(words), 60):
        words[at] = f"**{words[at]}**"
    for at in range(47, len(words), 60):
        words[at] = f"`{words[at]}`"
    text = " ".join(words)
    if number % 9 == 7 and not text.startswith("- "):
        text = "> " + text
    if number % 6 == 0:
        text = f"## Part {number}\n\n" + text
    if number % 12 == 10:
        text += "\n\n```c\nint main(void) {\n    return 0;\n}\n```"
    return text


def as_markdown(made):
    """The same words as one Markdown file, with what such files hold."""
    paragraphs = "\n\n".join(made).split("\n\n")
    body = (marked(text, number) for number, text in enumerate(paragraphs))
    return ("---\ntitle: Made\n---\n\n" + "\n\n".join(body) + "\n").encode()


def as_json_lines(made):
    return "".join(json.dumps({"id": i + 1, "text": text}, ensure_ascii=False,
                              separators=(",", ":")) + "\n"
                   for i, text in enumerate(made)).encode()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--words", type=int, default=180000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--records", action="store_true", help="as JSON Lines")
    args = parser.parse_args()
    made = records(args.words, args.seed)
    sys.stdout.buffer.write(as_json_lines(made) if args.records else as_document(made))


if __name__ == "__main__":
    main()
