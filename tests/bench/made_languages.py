# SPDX-License-Identifier: MIT
"""Documents of 11 KB in many languages, from a seed and the paragraphs in
corpus/languages: for what reading costs where letters are not those of ASCII.

A document is of one language: paragraphs drawn from its file, in which every word
of more than SHORT letters is another word of that language. So punctuation,
abbreviations, numbers and small words are as its writer set them. Words are drawn
by the Zipf ranks of made_text.py; the first ranks are the file's own, by how often
they occur, the others are made letter by letter, each as it follows the two before
it somewhere in the file. In scripts that write no spaces a "word" is what stands
between two marks. The text means nothing. Same bytes on every machine."""
import bisect
import collections
import unicodedata

import made_text

SHORT = 3
LONGEST = 40
TRIES = 8

Piece = collections.namedtuple("Piece", "text is_word")


def is_letter(char):
    return char.isalpha() or unicodedata.category(char).startswith("M")


def pieces_of(paragraph):
    """Runs of letters and of what is none."""
    found, begin = [], 0
    for at in range(1, len(paragraph) + 1):
        if at == len(paragraph) or is_letter(paragraph[at]) != is_letter(paragraph[begin]):
            found.append(Piece(paragraph[begin:at], is_letter(paragraph[begin])))
            begin = at
    return found


def as_written(word, like):
    """With a capital where the word it stands for has one."""
    return made_text.capital(word) if like[:1].isupper() else word


class Language:
    def __init__(self, text, seed):
        self.seed = made_text.mix(seed ^ 0x2545F4914F6CDD1D)
        self.paragraphs = [pieces_of(line) for line in text.splitlines() if line.strip()]
        words = [piece.text for line in self.paragraphs for piece in line
                 if self.is_replaced(piece)]
        counts = collections.Counter(word.lower() for word in words)
        self.own = sorted(counts, key=lambda word: (-counts[word], word))
        self.follows = collections.defaultdict(list)
        for word in self.own:
            marked = "\0\0" + word + "\0"
            for i in range(len(marked) - 2):
                self.follows[marked[i:i + 2]].append(marked[i + 2])
        self.sums = made_text.zipf_sums()
        self.taken, self.made = set(self.own), {}

    @staticmethod
    def is_replaced(piece):
        return (piece.is_word and len(piece.text) > SHORT
                and not (piece.text.isupper() and piece.text != piece.text.lower()))

    def spell(self, chance):
        word = "\0\0"
        while len(word) < LONGEST + 2:
            letter = chance.of(self.follows[word[-2:]])
            if letter == "\0":
                break
            word += letter
        return word[2:]

    def make(self, rank):
        """Some tries for a word that nobody else has."""
        chance = made_text.Chance(self.seed ^ rank << 8)
        for _ in range(TRIES):
            word = self.spell(chance)
            if word not in self.taken and len(word) > SHORT:
                break
        self.taken.add(word)
        self.made[rank] = word
        return word

    def draw(self, chance):
        rank = bisect.bisect_right(self.sums, chance.below(self.sums[-1]))
        if rank < len(self.own):
            return self.own[rank]
        return self.made.get(rank) or self.make(rank)

    def paragraph(self, chance):
        return "".join(as_written(self.draw(chance), piece.text)
                       if self.is_replaced(piece) else piece.text
                       for piece in chance.of(self.paragraphs))

    def document(self, chance):
        parts, size = [], 0
        while size < made_text.RECORD_BYTES:
            parts.append(self.paragraph(chance))
            size += len(parts[-1].encode()) + 2
        return "\n\n".join(parts)


def read_languages(folder, seed):
    """Every CODE.txt, by code; CODE.sentences.txt and the like are not."""
    files = sorted(path for path in folder.glob("*.txt") if "." not in path.stem)
    return [Language(path.read_text(encoding="utf-8"), seed + i)
            for i, path in enumerate(files)]


def documents(languages, size, seed):
    """At least `size` bytes; each language in turn."""
    chance, made, so_far = made_text.Chance(seed), [], 0
    while languages and so_far < size:
        made.append(languages[len(made) % len(languages)].document(chance))
        so_far += len(made[-1].encode()) + 1
    return made
