#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""scripts/train-sentences on small texts of its own: what it learns, that it learns
the same twice, and what it says where it cannot.

    test_train_sentences.py --evidence PROGRAM --generate PROGRAM

--evidence is list_evidence, --generate is generate_languages, which must be able to
read what was learnt.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "train-sentences"
MODEL = ROOT / "stopwords" / "sentences.model"
programs = argparse.Namespace()

# Sentences that a full stop ends, and some that it does not end.
ENDING = ["The harbour was empty.", "Nobody in the town had seen the ferry.",
          "The captain asked for more rope!", "Who left the gate open?"]
GOING_ON = ["He named it the sloop Anna. Marie was his wife.",
            "The old boat was called Star. Light came much later."]


def texts(count):
    """-> (text, gold) of so many documents, each another."""
    raw, gold = [], []
    for i in range(count):
        lines = [ENDING[(i + k) % len(ENDING)] for k in range(4)]
        lines.insert(i % 4, GOING_ON[i % len(GOING_ON)])
        raw.append(" ".join(lines) + "\n")
        gold.append("\n".join(lines) + "\n")
    return "\f\n".join(raw), "\f\n".join(gold)


class Training(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        self.before = MODEL.read_bytes()
        # Nothing here may touch the model of the project.
        self.addCleanup(lambda: self.assertEqual(MODEL.read_bytes(), self.before))

    def write(self, name, raw, gold):
        (self.folder / f"{name}.raw.txt").write_text(raw, "utf-8", newline="")
        if gold is not None:
            (self.folder / f"{name}.sents.txt").write_text(gold, "utf-8", newline="")

    def run_script(self, *more, out="model"):
        return subprocess.run(
            [sys.executable, SCRIPT, "--evidence", programs.evidence,
             "--out", self.folder / out, *more, self.folder],
            check=False, capture_output=True, text=True)

    def learn(self, *more, out="model"):
        done = self.run_script(*more, out=out)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return (self.folder / out).read_text("utf-8"), done.stdout

    def expect_failure(self, *parts):
        done = self.run_script()
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertTrue(done.stderr.startswith("train-sentences: "), done.stderr)
        self.assertNotIn("Traceback", done.stderr)
        for part in parts:
            self.assertIn(part, done.stderr)
        self.assertFalse((self.folder / "model").exists())

    # ---- What is learnt -------------------------------------------------------

    def test_same_bytes(self):
        self.write("a.en", *texts(12))
        self.write("b.en", *texts(7))
        first, said = self.learn()
        again, _ = self.learn(out="again")
        self.assertEqual(first, again)
        self.assertIn("# a: 60 places, 48 ends\n", first)
        self.assertIn("# b: 35 places, 28 ends\n", first)
        self.assertRegex(said, r"^train-sentences: 95 places, \d+ of \d+ weights, "
                               r"\d+\.\d\d % right\n$")

    def test_model_is_read(self):
        self.write("a.en", *texts(12))
        self.learn()
        data = self.folder / "stopwords"
        shutil.copytree(ROOT / "stopwords", data)
        shutil.copy(self.folder / "model", data / "sentences.model")
        subprocess.run([programs.generate, data, self.folder / "out.inc"], check=True)
        with (data / "sentences.model").open("a", encoding="utf-8") as model:
            model.write("[mark after]\nstop nothing 1\n")
        done = subprocess.run([programs.generate, data, self.folder / "out.inc"],
                              check=False, capture_output=True)
        self.assertNotEqual(done.returncode, 0)  # so a bad one would be noticed

    def test_weights_follow_the_gold(self):
        raw, gold = texts(12)
        self.write("a.en", raw, gold)
        ending, _ = self.learn()
        # The same text as one sentence a document: every end is none.
        self.write("a.en", raw, raw)
        going_on, _ = self.learn()

        def total(model):
            return sum(int(line.split()[-1]) for line in model.splitlines()
                       if line[0] not in "#[")
        self.assertGreater(total(ending), 0)
        self.assertLess(total(going_on), 0)

    def test_options(self):
        self.write("a.en", *texts(5))
        self.write("b.en", *texts(6))
        only, _ = self.learn("--only", "b*", "--note", "Licence: none")
        self.assertIn("# Licence: none\n# b: 30 places", only)
        self.assertNotIn("# a:", only)
        strict, _ = self.learn("--only", "b*", "--penalty", "50")
        self.assertNotEqual(strict.split("[", 1)[1], only.split("[", 1)[1])
        heavy, _ = self.learn("--weight", "b=3")
        light, _ = self.learn()
        self.assertNotEqual(heavy, light)

    def test_trailing_separator(self):
        raw, gold = texts(3)
        self.write("a.en", raw, gold)
        plain, _ = self.learn()
        self.write("a.en", raw + "\f\n", gold + "\f\n")
        self.assertEqual(self.learn()[0], plain)

    # ---- What it says where it cannot -------------------------------------------

    def test_no_pair(self):
        self.expect_failure("no NAME.LANG.raw.txt")

    def test_missing_gold(self):
        self.write("a.en", *texts(3))
        self.write("b.en", texts(3)[0], None)
        self.expect_failure("b.en.raw.txt has no b.en.sents.txt beside it")

    def test_missing_gold_of_others(self):
        self.write("a.en", *texts(3))
        self.write("b.en", texts(3)[0], None)
        self.learn("--only", "a")

    def test_text_and_gold_differ(self):
        raw, gold = texts(3)
        at = gold.rindex("harbour")
        self.write("a.en", raw, gold[:at] + "h\u00e2rbour" + gold[at + 7:])
        self.expect_failure("a.en.raw.txt, document 3: differs from a.en.sents.txt at "
                            "character ", "'arbourwasempty.", "'\u00e2rbourwasempty.")

    def test_gold_is_shorter(self):
        raw, gold = texts(3)
        self.write("a.en", raw, gold.rstrip()[:-1])
        self.expect_failure("document 3: differs", ", there ''")

    def test_documents_differ(self):
        raw, gold = texts(3)
        self.write("a.en", raw, gold.replace("\f\n", "", 1))
        self.expect_failure("a.en.raw.txt has 3 documents, a.en.sents.txt has 2")

    def test_not_utf8(self):
        raw, gold = texts(3)
        self.write("a.en", raw, gold)
        (self.folder / "a.en.sents.txt").write_bytes(b"\xff" + gold.encode())
        self.expect_failure("a.en.sents.txt: ")

    def test_characters_that_are_not_seen(self):
        # A byte-order mark is a character for Python, and none for lede.
        raw, gold = texts(3)
        self.write("a.en", "\ufeff" + raw, "\ufeff" + gold)
        self.expect_failure("counts ", " characters where a.en.sents.txt has ")

    def test_nothing_to_learn(self):
        self.write("a.en", "The harbour was empty.\n", "The harbour was empty.\n")
        self.expect_failure("nothing to learn")

    def test_options_that_go_together(self):
        done = subprocess.run([sys.executable, SCRIPT, "--out", "x", self.folder],
                              check=False, capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--evidence and --out go together", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--evidence", required=True)
    parser.add_argument("--generate", required=True)
    programs = parser.parse_args()
    unittest.main(argv=[sys.argv[0]])
