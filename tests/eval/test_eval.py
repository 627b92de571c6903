#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""scripts/eval-summaries on the corpus and on articles of its own: the rows, that they
are the same again, and what is known about them without it.

    test_eval.py --lede PROGRAM
"""
import argparse
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

# pylint: disable=wrong-import-position
import articles as data  # noqa: E402
import baselines  # noqa: E402
import rouge  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRIPT = ROOT / "scripts" / "eval-summaries"
CORPUS = ROOT / "corpus" / "articles"
BASELINES = ["first sentences", "random", "oracle"]
programs = argparse.Namespace()

# Prose that begins with what its reference says.
STORY = ["The council sold the old mill on Friday.",
         "A baker from the next valley will grind spelt there.",
         "He pays the price in flour over nine years.",
         "Nobody had bid for it since the wheel broke.",
         "The weather stayed dry for the signing."]

# Like lede as far as the script asks: it has two methods, one of which takes the last
# sentences.
OTHER_PROGRAM = """#!{python}
import json, sys
if "--help" in sys.argv:
    print("      --method front|rear   which end\\n  -n, --sentences N")
    sys.exit()
rear = sys.argv[sys.argv.index("--method") + 1] == "rear"
n = int(sys.argv[sys.argv.index("--sentences") + 1])
for line in sys.stdin:
    record = json.loads(line)
    parts = [p.strip(".") + "." for p in record["text"].split(". ")]
    chosen = parts[-n:] if rear else parts[:n]
    print(json.dumps({{"id": record["id"], "summary": [{{"text": t}} for t in chosen]}}))
"""


def run(*arguments, lede=None, status=0):
    command = [sys.executable, SCRIPT, "--lede", lede or programs.lede,
               "--resamples", "50", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          check=False)
    if done.returncode != status:
        raise AssertionError(f"{command}: {done.returncode}: {done.stderr.decode()}")
    return (done.stderr if status else done.stdout).decode()


def means(text):
    """Row -> its three means, of the first table."""
    rows = {}
    for line in text.split("\n\n", maxsplit=1)[0].splitlines()[2:]:
        name, r1, r2, lsum = re.match(r"(.+?)  +([\d.]+) +([\d.]+) +([\d.]+)", line).groups()
        rows[name] = (float(r1), float(r2), float(lsum))
    return rows


def common(ours, theirs):
    """How many items two lists share, counted by taking them out."""
    left, hits = list(theirs), 0
    for item in ours:
        if item in left:
            left.remove(item)
            hits += 1
    return hits


def plain_f1(ours, theirs):
    hits = common(ours, theirs)
    precision, recall = hits / len(ours), hits / len(theirs)
    return 2 * precision * recall / (precision + recall) if hits else 0.0


def words_of(text):
    return [word for line in text.splitlines() for word in rouge.tokens(line)]


def pairs(words):
    return list(zip(words, words[1:]))


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.out = run("--verbose")
        cls.rows = means(cls.out)

    def test_same_again(self):
        self.assertEqual(run("--verbose"), self.out)

    def test_rows(self):
        shown = subprocess.run([programs.lede, "summarize", "--help"], check=True,
                               stdout=subprocess.PIPE).stdout.decode()
        choices = re.search(r"--method +(\S+)", shown).group(1).split("|")
        self.assertEqual(list(self.rows), choices + BASELINES)

    def test_lead(self):
        """Against a scorer of other make, on what the program prints for a file."""
        r1, r2 = [], []
        for path in sorted(CORPUS.glob("*.summary.txt")):
            article = path.with_name(path.name.replace(".summary", ""))
            lead = subprocess.run([programs.lede, "summarize", "--quiet", "--method", "lead",
                                   "--sentences", "3", article], check=True,
                                  stdout=subprocess.PIPE).stdout.decode()
            ours, theirs = words_of(lead), words_of(path.read_text(encoding="utf-8"))
            r1.append(100 * plain_f1(ours, theirs))
            r2.append(100 * plain_f1(pairs(ours), pairs(theirs)))
        self.assertEqual(len(r1), 13)
        for name in ("lead", "first sentences"):
            self.assertAlmostEqual(self.rows[name][0], sum(r1) / 13, delta=0.006)
            self.assertAlmostEqual(self.rows[name][1], sum(r2) / 13, delta=0.006)

    def test_better_than_chance(self):
        for k in range(3):
            self.assertGreater(self.rows["auto"][k], self.rows["random"][k])
            for name in self.rows:
                self.assertGreaterEqual(self.rows["oracle"][k], self.rows[name][k], name)

    def test_articles(self):
        tables = self.out.strip().split("\n\n")[1:]
        self.assertEqual([t.split(maxsplit=1)[0] for t in tables], ["R1", "R2", "RLsum"])
        names = [line.split()[0] for line in tables[0].splitlines()[1:]]
        self.assertEqual(len(names), 13)
        self.assertEqual(names, sorted(names))
        for k, table in enumerate(tables):
            auto = [float(line.split()[1]) for line in table.splitlines()[1:]]
            self.assertAlmostEqual(sum(auto) / 13, self.rows["auto"][k], delta=0.011)

    def test_words(self):
        out = run("--words", "40", "--method", "lead")
        self.assertIn("articles: 13; at most 40 words;", out)
        self.assertNotEqual(means(out)["lead"], self.rows["lead"])


class OwnData(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory(prefix="lede-eval-")
        self.addCleanup(self.scratch.cleanup)
        self.folder = pathlib.Path(self.scratch.name)

    def put(self, *records, name="set.jsonl"):
        lines = "".join(json.dumps(record) + "\n" for record in records)
        path = self.folder / name
        if name.endswith(".gz"):
            path.write_bytes(gzip.compress(lines.encode()))
        else:
            path.write_text(lines, encoding="utf-8")
        return path

    def test_reference_found(self):
        record = {"id": "mill", "lang": "en", "refs": [STORY[:3]]}
        for text in ({"sents": STORY}, {"text": " ".join(STORY)}):
            rows = means(run(self.put({**record, **text})))
            for name in ("lead", "first sentences", "oracle"):
                self.assertEqual(rows[name], (100, 100, 100), name)
            self.assertLess(rows["random"][1], 100)

    def test_forms_of_one_set(self):
        """A folder and JSON Lines, plain or compressed, in every spelling."""
        text, other = " ".join(STORY), "The mill was sold."
        for name, written in (("mill.txt", text), ("mill.summary.txt", STORY[3] + "\n"),
                              ("mill.summary.2.txt", other + "\n"),
                              ("notes.txt", "No summary, no article.\n")):
            (self.folder / name).write_text(written, encoding="utf-8")
        outs = {run("--verbose", self.folder)}
        refs = {"refs": [[STORY[3]], other]}
        outs.add(run("--verbose", self.put({"id": "mill", "text": text, **refs})))
        outs.add(run("--verbose", self.put({"id": "mill", "text": text, **refs},
                                           name="set.jsonl.gz")))
        outs.add(run("--verbose", self.put({"id": "mill", "sents": STORY, **refs})))
        self.assertEqual(len(outs), 1, outs)
        one = run("-n1", self.put({"id": 1, "text": text, "summary": STORY[0]}))
        self.assertEqual(means(one)["lead"], (100, 100, 100))

    def test_methods_are_the_programs(self):
        other = self.folder / "other"
        other.write_text(OTHER_PROGRAM.format(python=sys.executable), encoding="utf-8")
        other.chmod(0o755)
        path = self.put({"sents": STORY, "summary": STORY[-2:]})
        rows = means(run("-n2", path, lede=other))
        self.assertEqual(list(rows), ["front", "rear"] + BASELINES)
        self.assertEqual(rows["rear"], (100, 100, 100))
        self.assertEqual(rows["front"], rows["first sentences"])
        self.assertEqual(list(means(run("-n2", "--method", "rear", path, lede=other))),
                         ["rear"] + BASELINES)
        said = run("--method", "auto", path, lede=other, status=1)
        self.assertIn("no method auto; there are front, rear", said)

    def test_paragraphs(self):
        article = data.from_record({"sents": ["A.", "B.", "C."], "para": [0, 0, 1],
                                    "summary": "A."}, 4, "fr")
        self.assertEqual(article.text, "A. B.\n\nC.")
        self.assertEqual((article.name, article.lang), ("4", "fr"))

    def test_bad_data(self):
        for record, said in (({"text": "A."}, 'needs "summary" or "refs"'),
                             ({"text": "A.", "refs": [[]]}, "nothing empty"),
                             ({"summary": "A."}, 'needs "text" or "sents"'),
                             ({"sents": [], "summary": "A."}, 'needs "text" or "sents"'),
                             ({"text": "A.", "summary": 3}, "a string or a list"),
                             ({"sents": ["A."], "para": [1, 2], "summary": "A."},
                              '"para" is not as long'),
                             (["A."], "not an object")):
            good = {"text": "A.", "summary": "A."}
            with self.assertRaisesRegex(data.BadData, f"set.jsonl: line 2: .*{said}"):
                data.read(self.put(good, record), None)
        refused = self.put({"id": "mill", "sents": STORY, "summary": "A.", "lang": "?"})
        self.assertRegex(run(refused, status=1), "article mill: .*language")
        with self.assertRaisesRegex(data.BadData, "no article with a summary"):
            (self.folder / "empty").mkdir()
            data.read(self.folder / "empty", None)
        self.assertIn("none.jsonl", run(self.folder / "none.jsonl", status=1))
        for arguments in (["-n", "2", "--words", "9"], ["-n", "0"], ["--nothing"]):
            self.assertIn("usage: scripts/eval-summaries", run(*arguments, status=2))


def article(sentences, reference):
    return data.Article("a", " ".join(sentences), None, "en", sentences, [reference])


class Baselines(unittest.TestCase):
    def test_words_budget(self):
        sentences = ["One two three four.", "Five \u2014 six seven.", "Eight."]

        def first(words):
            return baselines.first(article(sentences, []), baselines.Budget(None, words))
        self.assertEqual(first(4), [0])
        self.assertEqual(first(5), [0, 2])     # what does not fit is passed over
        self.assertEqual(first(7), [0, 1])     # a dash is no word
        self.assertEqual(baselines.taken([1, 0], sentences, baselines.Budget(None, 2)), [1])

    def test_random(self):
        a, budget = article(list("abcdefgh"), []), baselines.Budget(3, None)
        found = [tuple(baselines.at_random(a, budget, seed)) for seed in range(200)]
        self.assertEqual(found[0], tuple(baselines.at_random(a, budget, 0)))
        self.assertTrue(all(len(set(f)) == 3 and sorted(f) == list(f) for f in found))
        # Each of the eight is in three of eight.
        counts = [sum(i in f for f in found) for i in range(8)]
        self.assertTrue(all(45 < count < 105 for count in counts), counts)

    def test_oracle(self):
        """Of one sentence it is the best there is; of more, not below that; it stops
        where one more would harm."""
        chance = random.Random(3)
        for _ in range(50):
            sentences = [" ".join(chance.choice("abcdef") for _ in range(4))
                         for _ in range(5)]
            oracle = baselines.Oracle(article(sentences, [" ".join(sentences[1:3])]))
            singles = [oracle.value([i]) for i in range(5)]
            one = oracle.choose(baselines.Budget(1, None))
            self.assertEqual(singles[one[0]], max(singles))
            three = oracle.choose(baselines.Budget(3, None))
            self.assertGreaterEqual(oracle.value(three), max(singles))
        oracle = baselines.Oracle(article(["a b", "c d", "x y"], ["a b", "c d"]))
        self.assertEqual(oracle.choose(baselines.Budget(3, None)), [0, 1])
        self.assertEqual(oracle.choose(baselines.Budget(None, 3)), [0])
        self.assertEqual(oracle.choose(baselines.Budget(None, 1)), [0])

    def test_oracle_scores_as_rouge_does(self):
        sentences = ["The ferry was late.", "It waited.", "Fog lay on the river."]
        a = article(sentences, ["The ferry waited for the fog."])
        r1, r2, _ = data.score(a, sentences[1:])
        self.assertAlmostEqual(baselines.Oracle(a).value([2, 1]), r1 + r2, places=12)

    def test_intervals(self):
        low, high = baselines.Bootstrap(4, 100).interval([2.5] * 4)
        self.assertEqual((low, high), (2.5, 2.5))
        # Of two articles the means are 0, 1 and 2, each extreme in a quarter of them.
        self.assertEqual(baselines.Bootstrap(2, 400).interval([0, 2]), (0, 2))
        # Of many, about 1.96 standard errors to either side: 1.96 x 0.5 / sqrt(400).
        low, high = baselines.Bootstrap(400, 1000).interval([0, 1] * 200)
        self.assertAlmostEqual(low, 0.5 - 0.049, delta=0.01)
        self.assertAlmostEqual(high, 0.5 + 0.049, delta=0.01)
        self.assertEqual((low, high),
                         baselines.Bootstrap(400, 1000).interval([0, 1] * 200))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--lede", required=True)
    programs, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
