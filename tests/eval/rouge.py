# SPDX-License-Identifier: MIT
"""ROUGE-1, ROUGE-2 and ROUGE-Lsum (C.-Y. Lin, ROUGE: a package for automatic
evaluation of summaries, 2004), as F1.

Tokens. English: lower case, [a-z0-9]+; Porter's stems (porter.py) of tokens of more
than three characters; no word is left out. Any other language: NFC, lower case,
runs of letters, marks and digits, without stems; a Han or Kana character is a token
by itself, since those scripts do not part words.

ROUGE-N: n-grams run over the whole summary; what both have counts as often as it is
in the one that has fewer of it. ROUGE-Lsum: for each sentence of the reference the
union of its longest common subsequences with the sentences of the summary; a token
counts no more often than it is in the summary. Where there are several longest
subsequences, the one that is found from the end, leaving out words of the reference
first. Several references: the largest value, for each measure by itself.
"""
import collections
import re
import unicodedata

import porter

MEASURES = ("R1", "R2", "RLsum")
LEAST_STEMMED = 4  # characters

ENGLISH_TOKEN = re.compile(r"[a-z0-9]+")
ALONE = re.compile("[\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF"
                   "\U00020000-\U0003FFFF]")


def is_english(lang):
    return re.split("[-_]", lang.lower())[0] == "en"


def is_part_of_word(character):
    return character.isalnum() or unicodedata.category(character).startswith("M")


def unicode_tokens(text):
    text = unicodedata.normalize("NFC", text).lower()
    text = "".join(c if is_part_of_word(c) else " " for c in text)
    return ALONE.sub(r" \g<0> ", text).split()


def tokens(text, lang="en"):
    if not is_english(lang):
        return unicode_tokens(text)
    return [porter.stem_of(token) if len(token) >= LEAST_STEMMED else token
            for token in ENGLISH_TOKEN.findall(text.lower())]


def f1(hits, summary, reference):
    """Of how many of each there are. 2 p r / (p + r) with p = hits / summary and
    r = hits / reference is 2 hits / (summary + reference)."""
    return 2 * hits / (summary + reference) if hits else 0.0


def ngrams(words, n):
    return collections.Counter(zip(*(words[i:] for i in range(n))))


def count(counter):
    return sum(counter.values())


def rouge_n(summary, reference, n):
    """Both lists of tokens."""
    ours, theirs = ngrams(summary, n), ngrams(reference, n)
    return f1(count(ours & theirs), count(ours), count(theirs))


def common_lengths(reference, sentence):
    """rows[i][j]: length of the longest common subsequence of the first i and j."""
    rows = [[0] * (len(sentence) + 1)]
    for word in reference:
        above, row = rows[-1], [0]
        for j, other in enumerate(sentence):
            row.append(above[j] + 1 if word == other else max(row[j], above[j + 1]))
        rows.append(row)
    return rows


def common_places(reference, sentence):
    """The places in the reference of a longest common subsequence."""
    rows = common_lengths(reference, sentence)
    places, i, j = set(), len(reference), len(sentence)
    while i > 0 and j > 0:
        if reference[i - 1] == sentence[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif rows[i][j - 1] > rows[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def rouge_lsum(summary, reference):
    """Both lists of sentences, which are lists of tokens."""
    left = collections.Counter(word for sentence in summary for word in sentence)
    sizes = count(left), sum(map(len, reference))
    hits = 0
    for sentence in reference:
        union = set().union(*(common_places(sentence, other) for other in summary))
        for place in sorted(union):
            if left[sentence[place]] > 0:
                left[sentence[place]] -= 1
                hits += 1
    return f1(hits, *sizes)


def joined(sentences):
    return [word for sentence in sentences for word in sentence]


def of_tokens(summary, references):
    """(R1, R2, RLsum) of sentences as lists of tokens."""
    flat = joined(summary)
    return tuple(max(values) for values in zip(*(
        (rouge_n(flat, joined(reference), 1), rouge_n(flat, joined(reference), 2),
         rouge_lsum(summary, reference)) for reference in references)))


def of_texts(summary, references, lang="en"):
    """The same of sentences as strings; a summary or reference is a list of them."""
    return of_tokens([tokens(s, lang) for s in summary],
                     [[tokens(s, lang) for s in reference] for reference in references])
