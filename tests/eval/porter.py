# SPDX-License-Identifier: MIT
"""Stems of English words: M. F. Porter, An algorithm for suffix stripping, Program 14
(3), 1980, as it was published, without what was changed or added to it later."""
import functools

VOWELS = "aeiou"

# Suffix -> what takes its place; of those a word ends in the longest is asked alone.
STEP_2 = {"ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance",
          "izer": "ize", "abli": "able", "alli": "al", "entli": "ent", "eli": "e",
          "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate",
          "alism": "al", "iveness": "ive", "fulness": "ful", "ousness": "ous",
          "aliti": "al", "iviti": "ive", "biliti": "ble"}
STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic",
          "ful": "", "ness": ""}
STEP_4 = dict.fromkeys(("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement",
                        "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive",
                        "ize"), "")


def kinds(word):
    """A letter each: v, or c for a consonant. A y behind a consonant is a vowel."""
    found = ""
    for letter in word:
        vowel = letter in VOWELS or (letter == "y" and found.endswith("c"))
        found += "v" if vowel else "c"
    return found


def measure(stem):
    """The m of [C](VC)^m[V]: how often a vowel stands before a consonant."""
    return kinds(stem).count("vc")


def has_vowel(stem):
    return "v" in kinds(stem)


def ends_doubled(word):
    """*d: a consonant twice."""
    return len(word) > 1 and word[-1] == word[-2] and kinds(word).endswith("cc")


def ends_short(word):
    """*o: consonant, vowel, consonant, and the last of them is not w, x or y."""
    return kinds(word).endswith("cvc") and word[-1] not in "wxy"


def longest(word, suffixes):
    """The longest suffix that a word ends in, or None."""
    return max((s for s in suffixes if word.endswith(s)), key=len, default=None)


def step_1a(word):
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def step_1b(word):
    suffix = longest(word, ("eed", "ed", "ing"))
    if suffix is None:
        return word
    stem = word[:-len(suffix)]
    if suffix == "eed":
        return stem + "ee" if measure(stem) > 0 else word
    return with_end_mended(stem) if has_vowel(stem) else word


def with_end_mended(stem):
    """What -ed or -ing has left: hop(p)ing, fil(e)ing."""
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if ends_doubled(stem) and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if measure(stem) == 1 and ends_short(stem) else stem


def step_1c(word):
    return word[:-1] + "i" if word.endswith("y") and has_vowel(word[:-1]) else word


def replaced(word, suffixes, least):
    """The longest suffix gives way if the m of what stands before it is enough."""
    suffix = longest(word, suffixes)
    if suffix is None:
        return word
    stem = word[:-len(suffix)]
    fits = suffix != "ion" or stem.endswith(("s", "t"))
    return stem + suffixes[suffix] if fits and measure(stem) >= least else word


def step_5a(word):
    if not word.endswith("e"):
        return word
    m = measure(word[:-1])
    return word[:-1] if m > 1 or (m == 1 and not ends_short(word[:-1])) else word


def step_5b(word):
    return word[:-1] if word.endswith("ll") and measure(word) > 1 else word


@functools.lru_cache(maxsize=1 << 18)
def stem_of(word):
    """Of a word in lower case. What is no letter counts as a consonant."""
    word = step_1c(step_1b(step_1a(word)))
    word = replaced(word, STEP_2, 1)
    word = replaced(word, STEP_3, 1)
    word = replaced(word, STEP_4, 2)
    return step_5b(step_5a(word))
