#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""scripts/train-syllables on a few made-up words: what it learns and lists, that it
learns the same twice, and what it says where it cannot.

    test_train_syllables.py --train PROGRAM --generate PROGRAM

--train is train_syllables, --generate is generate_languages, which must be able to
read what was learnt.
"""
import argparse
import gzip
import itertools
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "train-syllables"
MODEL = ROOT / "stopwords" / "en" / "syllables.model"
programs = argparse.Namespace()

RECIPE = """\
# Written by hand.
[letters]
""" + "".join(f"{letter} {code}\n" for letter, code in zip(
    "abcdefghijklmnopqrstuvwxyz",
    [28, 1, 2, 3, 26, 4, 5, 6, 24, 7, 8, 16, 18, 19, 29, 9, 10, 17, 11, 12, 30, 13, 14,
     15, 25, 20])) + """\
[windows]
^
^4
^11
[words]
kata 7
"""


def made_up():
    """-> {word: counts}: a syllable for each vowel, but for an e at the end."""
    words = {}
    for a, b, c, d in itertools.product("bdgkt", "aeo", "lmnst", ["", "e", "a", "o"]):
        words[a + b + c + d] = "1" if d in ("", "e") else "2"
    return words


class Training(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.before = MODEL.read_bytes()
        # Nothing here may touch the model of the project.
        self.addCleanup(lambda: self.assertEqual(MODEL.read_bytes(), self.before))
        (self.folder / "recipe").write_text(RECIPE, "utf-8")

    def run_script(self, words, *more):
        path = self.folder / "words.tsv"
        path.write_bytes(words if isinstance(words, bytes) else "".join(
            f"{word}\t{counts}\n" for word, counts in words.items()).encode())
        return subprocess.run(
            [sys.executable, SCRIPT, "--program", programs.train,
             "--recipe", self.folder / "recipe", "--out", self.folder / "model", *more,
             path], check=False, capture_output=True, text=True)

    def learn(self, words):
        done = self.run_script(words)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.folder / "model").read_text("utf-8"), done.stdout

    def exceptions(self, model):
        return model.split("[exceptions]\n")[1].splitlines()

    def expect_failure(self, words, *parts):
        done = self.run_script(words)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith("train_syllables: "), done.stderr)
        for part in parts:
            self.assertIn(part, done.stderr)
        self.assertFalse((self.folder / "model").exists())

    # ---- What is learnt -------------------------------------------------------

    def test_regular_words_need_no_exceptions(self):
        model, said = self.learn(made_up())
        self.assertEqual(self.exceptions(model), [])
        self.assertRegex(said, r"^train_syllables: 300 words, 299 legal and 299 first "
                               r"by weights, 0 exceptions, \d+ bytes\n$")

    def test_what_is_irregular_is_listed(self):
        model, _ = self.learn({**made_up(), "bale": "2", "kala": "9"})
        self.assertEqual(self.exceptions(model), ["bale 2", "kala 9"])

    def test_the_first_pronunciation_is_listed(self):
        model, _ = self.learn({**made_up(), "bala": "3/2", "dala": "2/3"})
        self.assertEqual(self.exceptions(model), ["bala 3"])

    def test_without_vowel_sound_a_word_counts_one(self):
        model, _ = self.learn({**made_up(), "bzz": "0", "xyzb": "0"})
        self.assertIn("bzz 1", self.exceptions(model))

    def test_words_of_other_letters_are_left_out(self):
        plain, _ = self.learn(made_up())
        more, _ = self.learn({**made_up(), "ba'la": "9", "b\u00e4la": "9", "ba-la": "9"})
        self.assertEqual(more, plain)

    def test_same_bytes(self):
        words = {**made_up(), "bale": "2"}
        first, _ = self.learn(words)
        again, _ = self.learn(words)
        self.assertEqual(first, again)
        packed, _ = self.learn(gzip.compress("".join(
            f"{word}\t{counts}\n" for word, counts in words.items()).encode()))
        self.assertEqual(packed, first)

    def test_what_is_written_by_hand_is_kept(self):
        model, _ = self.learn(made_up())
        self.assertTrue(model.startswith(RECIPE + "[seed]\n"))
        (self.folder / "recipe").write_text(model, "utf-8")
        again, _ = self.learn(made_up())
        self.assertEqual(again, model)

    def test_model_is_read(self):
        model, _ = self.learn(made_up())
        data = self.folder / "stopwords"
        shutil.copytree(ROOT / "stopwords", data)
        shutil.copy(self.folder / "model", data / "en" / "syllables.model")
        subprocess.run([programs.generate, data, self.folder / "out.inc"], check=True)
        (data / "en" / "syllables.model").write_text(model + "b\u00e4 1\n", "utf-8")
        done = subprocess.run([programs.generate, data, self.folder / "out.inc"],
                              check=False, capture_output=True)
        self.assertNotEqual(done.returncode, 0)  # so a bad one would be noticed

    def test_folds(self):
        done = self.run_script(made_up(), "--folds")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        lines = done.stdout.splitlines()
        self.assertEqual(len(lines), 11)
        counts = [int(line.split()[2]) for line in lines]
        self.assertEqual(sum(counts[:10]), counts[10])
        self.assertEqual(counts[10], 300)
        self.assertTrue(lines[10].startswith("folds 10: 300 words, "), lines[10])
        legal = float(lines[10].split()[4])
        self.assertGreater(legal, 95)
        self.assertFalse((self.folder / "model").exists())

    # ---- What it says where it cannot -------------------------------------------

    def test_bad_lines(self):
        self.expect_failure(b"ba\t1\nbab\n", "words.tsv:2: a line is a word, a tab")
        self.expect_failure(b"ba\tx\n", "words.tsv:1: ")
        self.expect_failure(b"bo\t1\nba\t1//2\n", "words.tsv:2: ")
        self.expect_failure(b"ba\t1/\n", "words.tsv:1: ")
        self.expect_failure(b"ba\t25\n", "words.tsv:1: ")
        self.expect_failure(b"", "no words")

    def test_bad_recipe(self):
        (self.folder / "recipe").write_text(RECIPE.replace("^11", "^77"), "utf-8")
        self.expect_failure(made_up(), "recipe:32: a window is")

    def test_no_file(self):
        done = subprocess.run([sys.executable, SCRIPT, "--program", programs.train,
                               self.folder / "none"], check=False, capture_output=True,
                              text=True)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stderr.startswith("train-syllables: "), done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", required=True)
    parser.add_argument("--generate", required=True)
    programs = parser.parse_args()
    unittest.main(argv=[sys.argv[0]])
