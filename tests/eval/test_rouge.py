#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ROUGE and Porter's stems: what was worked out by hand, and what must always hold."""
import itertools
import random
import sys
import unittest

sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
import porter  # noqa: E402
import rouge  # noqa: E402


class Stems(unittest.TestCase):
    """The words that the paper gives with its rules, step by step."""

    def check(self, step, pairs):
        for pair in pairs.split():
            word, _, stem = pair.partition(">")
            self.assertEqual(step(word), stem, word)

    def test_measure(self):
        for m, words in enumerate(("tr ee tree y by",
                                   "trouble oats trees ivy",
                                   "troubles private oaten orrery")):
            for word in words.split():
                self.assertEqual(porter.measure(word), m, word)

    def test_step_1(self):
        self.check(porter.step_1a, "caresses>caress ponies>poni ties>ti cats>cat")
        self.check(porter.step_1b, "feed>feed agreed>agree plastered>plaster bled>bled "
                   "motoring>motor sing>sing conflated>conflate troubled>trouble "
                   "sized>size hopping>hop tanned>tan falling>fall hissing>hiss "
                   "fizzed>fizz failing>fail filing>file")
        self.check(porter.step_1c, "happy>happi sky>sky")
        # Not from there: after w, x and y no e is put back.
        self.check(porter.step_1b, "snowing>snow boxed>box stayed>stay")

    def test_steps_2_to_4(self):
        self.check(lambda word: porter.replaced(word, porter.STEP_2, 1),
                   "relational>relate conditional>condition rational>rational "
                   "valenci>valence hesitanci>hesitance digitizer>digitize "
                   "conformabli>conformable radicalli>radical differentli>different "
                   "vileli>vile analogousli>analogous vietnamization>vietnamize "
                   "predication>predicate operator>operate feudalism>feudal "
                   "decisiveness>decisive hopefulness>hopeful callousness>callous "
                   "formaliti>formal sensitiviti>sensitive sensibiliti>sensible")
        self.check(lambda word: porter.replaced(word, porter.STEP_3, 1),
                   "triplicate>triplic formative>form formalize>formal "
                   "electriciti>electric electrical>electric hopeful>hope goodness>good")
        self.check(lambda word: porter.replaced(word, porter.STEP_4, 2),
                   "revival>reviv allowance>allow inference>infer airliner>airlin "
                   "gyroscopic>gyroscop adjustable>adjust defensible>defens irritant>irrit "
                   "replacement>replac adjustment>adjust dependent>depend adoption>adopt "
                   "homologou>homolog communism>commun activate>activ angulariti>angular "
                   "homologous>homolog effective>effect bowdlerize>bowdler "
                   "criterion>criterion")

    def test_step_5(self):
        self.check(porter.step_5a, "probate>probat rate>rate cease>ceas")
        self.check(porter.step_5b, "controll>control roll>roll")

    def test_all_steps(self):
        self.check(porter.stem_of, "generalizations>gener oscillators>oscil "
                   "relational>relat agreed>agre controlling>control 1990s>1990")


class Tokens(unittest.TestCase):
    def test_english(self):
        """The stem of was would be wa: three characters are left alone."""
        self.assertEqual(rouge.tokens("The U.S. harbours was 3.5, Zo\u00EB!"),
                         ["the", "u", "s", "harbour", "was", "3", "5", "zo"])
        self.assertEqual(rouge.tokens("Harbours", "en-GB"), ["harbour"])

    def test_other_languages(self):
        self.assertEqual(rouge.tokens("O\u00F9 vas-tu, Zoe\u0308\u00A0?", "fr"),
                         ["o\u00F9", "vas", "tu", "zo\u00EB"])
        # Vowel signs belong to their words.
        self.assertEqual(rouge.tokens("\u0928\u0926\u0940 \u0915\u093F", "hi"),
                         ["\u0928\u0926\u0940", "\u0915\u093F"])
        self.assertEqual(rouge.tokens("\u6E2F\u53E3\u30692\u53F7", "ja"),
                         ["\u6E2F", "\u53E3", "\u3069", "2", "\u53F7"])


class ByHand(unittest.TestCase):
    def check(self, summary, references, expected):
        found = rouge.of_tokens([s.split() for s in summary],
                                [[s.split() for s in r] for r in references])
        for value, wanted in zip(found, expected):
            self.assertAlmostEqual(value, wanted, places=12)

    def test_texts(self):
        # the boat left the pier (5 tokens) | the old boat left (4)
        # R1: the (once: the reference has one), boat, left: 2 x 3 / (5 + 4)
        # R2: of 4 and 3 bigrams only boat left: 2 x 1 / (4 + 3)
        # RLsum: the boat left, 3 long: 2 x 3 / (5 + 4)
        found = rouge.of_texts(["The boats left the pier."], [["The old boat left."]])
        for value, wanted in zip(found, (6 / 9, 2 / 7, 6 / 9)):
            self.assertAlmostEqual(value, wanted, places=12)

    def test_union(self):
        # Lin's example: a b f g h and a c h i e against a b c d e. The common
        # subsequences are a b and a c e, their union a b c e: 2 x 4 / (10 + 5).
        # R1: a b c e too. R2: of 9 and 4 bigrams only a b: 2 x 1 / (9 + 4).
        self.check(["a b f g h", "a c h i e"], [["a b c d e"]], (8 / 15, 2 / 13, 8 / 15))

    def test_clipped(self):
        # red once in the summary, three times in the reference: one hit in all,
        # 2 x 1 / (1 + 3). No bigram in the summary.
        self.check(["red"], [["red red", "red"]], (2 / 4, 0, 2 / 4))

    def test_bigrams_run_over_sentence_ends(self):
        # R1: b c of 4 and 2: 2 x 2 / 6. R2: a b, b c, c d against b c: 2 x 1 / (3 + 1).
        # RLsum: of b c either sentence has one: 2 x 2 / (4 + 2).
        self.check(["a b", "c d"], [["b c"]], (4 / 6, 2 / 4, 4 / 6))

    def test_best_reference_for_each_measure(self):
        # d c b a: R1 8 / 8, no bigram, one word in order 2 / 8.
        # a b x y: R1 4 / 8, a b: 2 x 1 / (3 + 3), a b in order 4 / 8.
        self.check(["a b c d"], [["d c b a"], ["a b x y"]], (1, 2 / 6, 4 / 8))

    def test_which_subsequence(self):
        # x and y are both one long: y, the last of the reference, is left out first.
        self.assertEqual(rouge.common_places(["x", "y"], ["y", "x"]), {0})

    def test_nothing_said(self):
        self.check([], [["a b"]], (0, 0, 0))
        self.check([""], [["a b"]], (0, 0, 0))


class Always(unittest.TestCase):
    def setUp(self):
        self.chance = random.Random(7)

    def sentence(self, letters="abcdef", longest=9):
        return [self.chance.choice(letters) for _ in range(self.chance.randint(2, longest))]

    def text(self, letters="abcdef"):
        return [self.sentence(letters) for _ in range(self.chance.randint(1, 4))]

    def test_identical_is_one(self):
        for _ in range(100):
            text = self.text()
            self.assertEqual(rouge.of_tokens(text, [text]), (1, 1, 1))

    def test_disjoint_is_zero(self):
        for _ in range(100):
            self.assertEqual(rouge.of_tokens(self.text("abc"), [self.text("xyz")]),
                             (0, 0, 0))

    def test_symmetric(self):
        """RLsum is, of texts of one sentence."""
        for _ in range(200):
            one, other = self.text(), self.text()
            self.assertEqual(rouge.of_tokens(one, [other])[:2],
                             rouge.of_tokens(other, [one])[:2])
            self.assertEqual(rouge.rouge_lsum(one[:1], other[:1]),
                             rouge.rouge_lsum(other[:1], one[:1]))

    def test_bounds(self):
        """What stands in the same order is there at all."""
        for _ in range(200):
            r1, r2, lsum = rouge.of_tokens(self.text(), [self.text()])
            self.assertTrue(0 <= r2 <= 1 and 0 <= lsum <= r1 <= 1, (r1, r2, lsum))

    def test_more_references_never_harm(self):
        for _ in range(100):
            text, one, other = self.text(), self.text(), self.text()
            both = rouge.of_tokens(text, [one, other])
            each = rouge.of_tokens(text, [one]), rouge.of_tokens(text, [other])
            self.assertEqual(both, tuple(map(max, *each)))

    def test_longest_common_subsequence(self):
        """Against every subsequence there is."""
        for _ in range(100):
            one, other = self.sentence("abc", 6), self.sentence("abc", 6)
            sizes = [n for n in range(len(one) + 1)
                     if set(itertools.combinations(one, n))
                     & set(itertools.combinations(other, n))]
            places = sorted(rouge.common_places(one, other))
            self.assertEqual(len(places), max(sizes))
            self.assertIn(tuple(one[i] for i in places),
                          set(itertools.combinations(other, len(places))))


if __name__ == "__main__":
    unittest.main()
