#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The made text, the reader of callgrind files, the tables."""
import collections
import hashlib
import json
import math
import pathlib
import re
import sys
import tempfile
import unittest
import unittest.mock

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

# pylint: disable=wrong-import-position
import beside_icu  # noqa: E402
import callgrind  # noqa: E402
import figures  # noqa: E402
import made_languages  # noqa: E402
import made_text  # noqa: E402
import methods  # noqa: E402
import report  # noqa: E402
import shape  # noqa: E402

WORDS = 40000


def tokens(text):
    return [word.lower() for word in re.findall(r"[^\W\d_]+(?:['\u2019][^\W_]+)?", text)]


class MadeText(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.parts = made_text.records(WORDS, 1)
        cls.words = tokens("\n".join(cls.parts))

    def test_splitmix(self):
        """The first numbers of seed 0, from the published generator."""
        chance = made_text.Chance(0)
        chance.state = 0
        found = [chance.below(1 << 64) for _ in range(3)]
        self.assertEqual(found, [0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4,
                                 0x06C45D188009454F])

    def test_same_bytes(self):
        made = made_text.records(3000, 7)
        found = hashlib.sha256(made_text.as_document(made)).hexdigest()
        self.assertEqual(found, "95cadcad4859f1e7d017be4a8f583cdc"
                         "87a0ac4ef4afe49380e1da8f73b7302d")
        found = hashlib.sha256(made_text.as_json_lines(made)).hexdigest()
        self.assertEqual(found, "c9e875db7f9824898536efa590a923cd"
                         "41fe72e9ec9e7212b6705d0559de31b8")

    def test_seed_matters(self):
        self.assertNotEqual(made_text.records(500, 1), made_text.records(500, 2))

    def test_longer_text_begins_alike(self):
        self.assertEqual(made_text.records(9000, 1)[:3], self.parts[:3])

    def test_two_forms_of_one_text(self):
        lines = made_text.as_json_lines(self.parts).decode().splitlines()
        texts = [json.loads(line)["text"] for line in lines]
        document = made_text.as_document(self.parts).decode()
        self.assertEqual("\n\n".join(texts) + "\n", document)
        self.assertEqual([json.loads(line)["id"] for line in lines],
                         list(range(1, len(lines) + 1)))
        for text in texts[:-1]:
            size = len(text.encode())
            self.assertTrue(made_text.RECORD_BYTES <= size < 1.4 * made_text.RECORD_BYTES)

    def test_markdown(self):
        parts = ["Head\n\n" + " ".join(f"w{i}" for i in range(50))]
        text = made_text.as_markdown(parts).decode()
        for sign in ("---\ntitle: Made\n---\n\n## Part 0\n\nHead\n\n",
                     "[w7](https://example.org/page/1)", " *w17* ", " **w37** ", " `w47` "):
            self.assertIn(sign, text)
        self.assertEqual(text, made_text.as_markdown(parts).decode())

    def test_zipf(self):
        counts = collections.Counter(self.words)
        self.assertEqual([word for word, _ in counts.most_common(4)],
                         ["the", "of", "and", "to"])
        self.assertTrue(0.04 < counts["the"] / len(self.words) < 0.07)
        # The hundredth word against the thousandth: a slope near -1.
        ranked = [count for _, count in counts.most_common(1000)]
        slope = math.log10(ranked[99] / ranked[999])
        self.assertTrue(0.8 < slope < 1.3, slope)

    def test_heaps(self):
        few, all_of = len(set(self.words[:WORDS // 10])), len(set(self.words))
        exponent = math.log10(all_of / few)
        self.assertTrue(0.55 < exponent < 0.85, exponent)
        self.assertTrue(8000 < all_of < 12000, all_of)

    def test_shape(self):
        document = made_text.as_document(self.parts).decode()
        length = sum(map(len, self.words)) / len(self.words)
        self.assertTrue(4.2 < length < 5.2, length)
        self.assertTrue(5.7 < len(document.encode()) / WORDS < 6.6)
        commas = 1000 * document.count(", ") / WORDS
        self.assertTrue(50 < commas < 90, commas)
        numbers = 1000 * len(re.findall(r"\b\d[\d.,]*", document)) / WORDS
        self.assertTrue(35 < numbers < 75, numbers)
        for mark in ("\u201C", '"', "\u2019", "Mr. ", "U.S.", "\n\n- "):
            self.assertIn(mark, document)

    def test_stems_to_find(self):
        """Several forms of one root, as English spells them."""
        self.assertEqual(made_text.joined("plan", "ing"), "planning")
        self.assertEqual(made_text.joined("make", "ing"), "making")
        self.assertEqual(made_text.joined("try", "s"), "tries")
        self.assertEqual(made_text.joined("try", "ing"), "trying")
        self.assertEqual(made_text.joined("box", "s"), "boxes")
        self.assertEqual(made_text.joined("rain", "ed"), "rained")
        kinds = set(self.words)
        pairs = sum(word + "s" in kinds or word + "ed" in kinds for word in kinds)
        self.assertGreater(pairs, len(kinds) / 20)

    def test_words_are_distinct(self):
        words = made_text.Words(3)
        made = [words.make(rank) for rank in range(200, 5200)]
        self.assertEqual(len({word.lower() for word in made}), 5000)


PROFILE = """\
# callgrind format
version: 1
creator: by hand
positions: line
events: Ir

ob=(1) /p/lede
fl=(1) /p/src/text/words.c
fn=(1) words_read
10 5
+1 7
cob=(2) /lib/libc.so
cfi=(2) ./string/memcpy.c
cfn=(2) memcpy
calls=3 100
+1 30
fi=(3) /p/src/base/vec.h
* 2
fe=(1)
cfi=(4) /p/src/base/map.c
cfn=(3) map_grow
calls=1 20
-2 14

fn=(4) find
30 1

fl=(4)
fn=(3)
20 4
cob=(2)
cfi=(2)
cfn=(2)
calls=1 100
* 10

ob=(1)
fl=(5) /p/src/lang/stem.c
fn=(5) stemmer_stem
7 3
cob=(3) /lib/libstemmer.so.0
cfi=(6) ???
cfn=(6) sb_stemmer_stem
calls=2 0
* 50

fl=(7) /p/src/text/terms.c
fn=(4)
1 1
cfi=(5)
cfn=(5)
calls=2 7
2 53
cob=(2)
cfi=(2)
cfn=(7) qsort
calls=1 5
3 20

ob=(3)
fl=(6)
fn=(6)
0 46
cob=(2)
cfi=(2)
cfn=(2)
calls=2 100
0 4

ob=(2)
fl=(2)
fn=(2)
100 44
fn=(7)
5 9
cfn=(7)
calls=4 5
5 6
cob=(1)
cfi=(7)
cfn=(8) compare
calls=5 9
6 11
fn=(9) _start
1 8

ob=(1)
fl=(7)
fn=(8)
9 11
totals: 141
"""


def profile(text=PROFILE):
    return callgrind.Reader().read(text.splitlines(True))


def only(found):
    (one,) = found
    return one


class Callgrind(unittest.TestCase):
    def named(self, measured, name, file=""):
        return only(f for f in measured.functions() if f.name == name and file in f.file)

    def test_costs_and_calls(self):
        measured = profile()
        self.assertEqual(measured.total, 141)
        words = self.named(measured, "words_read")
        self.assertEqual(words.file, "/p/src/text/words.c")
        self.assertEqual(measured.own[words], 14)  # the inlined lines are its own
        copy = self.named(measured, "memcpy")
        self.assertEqual(copy, ("/lib/libc.so", "./string/memcpy.c", "memcpy"))
        self.assertEqual(measured.calls[words, copy], 3)
        self.assertEqual(measured.inclusive[words, copy], 30)
        grow = self.named(measured, "map_grow")
        self.assertEqual(grow.object, "/p/lede")
        self.assertEqual(measured.calls[words, grow], 1)

    def test_one_name_in_two_files(self):
        measured = profile()
        self.assertEqual(measured.own[self.named(measured, "find", "words.c")], 1)
        self.assertEqual(measured.own[self.named(measured, "find", "terms.c")], 1)

    def test_entering(self):
        measured = profile()
        self.assertEqual(measured.entering(figures.is_in_stem), (2, 53))
        self.assertEqual(measured.entering(figures.is_in_libstemmer), (2, 50))

    def test_stages(self):
        spent = callgrind.by_stage(profile(), callgrind.stage_finder("/p"))
        self.assertEqual(spent, {
            "words": 14 + 1 + 30 + 14,  # own, memcpy, map_grow with its memcpy
            "stemmer": 3 + 46 + 4,
            "terms": 1 + 9 + 11,        # a helper's helper calls back a stage
            "start-up": 8})
        self.assertEqual(sum(spent.values()), 141)

    def test_stages_of_relative_paths(self):
        moved = profile(PROFILE.replace("/p/src/", "/p/build/bench/../../src/"))
        found = callgrind.stage_finder("/p")
        self.assertEqual(callgrind.by_stage(moved, found),
                         callgrind.by_stage(profile(), found))

    def test_costs_must_add_up(self):
        with self.assertRaises(callgrind.BadProfile):
            profile(PROFILE.replace("totals: 141", "totals: 140"))

    def test_bad_files(self):
        for text in ("events: Cycles\n", "events: Ir\n1 2\n", "events: Ir\nfn=(1)\n"):
            with self.assertRaises(callgrind.BadProfile):
                profile(text)

    def test_shares_add_up(self):
        self.assertEqual(callgrind.share(10, [1, 1, 1]), [3, 3, 4])
        self.assertEqual(callgrind.share(10, [0, 5]), [0, 10])
        self.assertEqual(callgrind.share(10, []), [])

    def test_components(self):
        callees = {1: [2], 2: [3], 3: [2, 4], 4: [], 5: [4, 1]}
        found = callgrind.components(list(callees), callees)
        self.assertEqual([sorted(group) for group in found], [[4], [2, 3], [1], [5]])

    def test_every_source_has_a_stage(self):
        """Or is a helper on purpose: a new folder must be thought of."""
        helpers = ("src/base/", "src/unicode/", "src/lang/", "src/gen/")
        for file in sorted((ROOT / "src").rglob("*.c")):
            path = file.relative_to(ROOT).as_posix()
            stage = callgrind.stage_of_file(path)
            self.assertTrue(stage in callgrind.ORDER or path.startswith(helpers), path)


class Figures(unittest.TestCase):
    def test_stemmed_keys(self):
        def keys(text, kind="word"):
            return figures.stemmed_keys({"text": text, "kind": kind})
        self.assertEqual(keys("Boats"), ["boats"])
        self.assertEqual(keys("don\u2019t"), ["don't"])
        self.assertEqual(keys("U.S."), [])
        self.assertEqual(keys("U.S.-led"), ["led"])
        self.assertEqual(keys("state-owned"), ["state-owned", "state", "owned"])
        self.assertEqual(keys("#Topic", "tag"), ["topic"])

    def test_goals(self):
        def met(value, goal):
            return figures.is_met(figures.row("cpu", "a", "b", "c", value, "ms", goal))
        self.assertIs(met(4.0, 4), True)
        self.assertIs(met(4.1, 4), False)
        self.assertIs(met(-1, 0), False)
        self.assertIsNone(met(4.1, None))
        self.assertIsNone(met(None, 4))

    def test_goals_at_least(self):
        def met(value):
            return figures.is_met(figures.row("peers", "a", "b", "c", value, "times", 0.8,
                                              "", True))
        self.assertEqual([met(0.79), met(0.8), met(None)], [False, True, None])
        text = report.as_text({}, [figures.row("peers", "a", "b", "c", 0.5, "times", 0.8,
                                               "", True)])
        self.assertIn("goal at least 0.80: missed", text)

    def test_json_comes_back(self):
        rows = [figures.row("cpu", "summarize", "CPU time", "document", 1.5, "ms", 4),
                figures.row("cpu", "ots", "CPU time", "document", None, "ms", None,
                            "not installed")]
        facts, found = report.from_json(report.as_json({"text": "a"}, rows))
        self.assertEqual(facts, {"text": "a"})
        self.assertEqual(found, rows)
        for text in ("", "[]", '{"schema":"other"}'):
            with self.assertRaises(report.NotFigures):
                report.from_json(text)

    def test_text(self):
        rows = [figures.row("cpu", "ots", "CPU time", "document", None, "ms", None,
                            "not installed"),
                figures.row("instructions", "split", "words + terms", "document", 40.0,
                            "instructions a byte", 45),
                figures.row("instructions", "split", "words + terms", "records", 50.25,
                            "instructions a byte", 45)]
        text = report.as_text({"revision": "r"}, rows)
        self.assertIn("revision: r", text)
        self.assertRegex(text, r"ots +CPU time +document +- ms +not installed")
        self.assertRegex(text, r"words \+ terms +40\.00 +50\.25\n")
        self.assertRegex(text, r"goal 45 +met +missed\n")

    def test_text_of_methods(self):
        def one(method, name, form, value, goal):
            return figures.row("methods", "--method " + method, name, form, value, "times",
                               goal)
        text = report.as_text({}, [
            one("auto", "CPU time by wc -w", "document", 3.5, 4),
            one("lead", "CPU time by wc -w", "document", 4.25, 4),
            one("auto", "CPU time by ots", "piece", 0.005, 0.01)])
        self.assertRegex(text, r"\n +CPU time by wc -w +CPU time by ots\n"
                         r" +document +piece\n  goal, \(missed\) +4 +0\.01\n"
                         r"  --method auto +3\.50 +0\.0050\n"
                         r"  --method lead +\(4\.25\)\n")

    def test_compared(self):
        def one(value, revision):
            return {"revision": revision}, [
                figures.row("growth", "split", "r", "document", value, "times")]
        text = report.compared(one(8.0, "a"), one(6.0, "b"))
        self.assertIn("revision: a -> b", text)
        self.assertRegex(text, r"split +r +document +8\.00 +6\.00 +-25\.0 %")
        other = figures.row("growth", "split", "new", "document", 1, "times")
        text = report.compared(one(8.0, "a"), ({"revision": "a"}, [other]))
        self.assertRegex(text, r"split +r +document +8\.00 +- +-\n")
        self.assertRegex(text, r"split +new +document +- +1 +new\n")


class Methods(unittest.TestCase):
    def test_time_rows(self):
        """Each method runs with its own options, in one race with the peer."""
        bench = figures.Bench(figures.QUICK, pathlib.Path("/nowhere"), lambda text: None)
        bench.files["document"] = "text"
        met = []

        def race(_, racers):
            met.append({name: command for name, (command, _) in racers.items()})
            return {"auto": 30.0, "lead": 20.0, "wc -w": 5.0}
        with unittest.mock.patch.object(figures, "race", race):
            rows = methods.time_rows(bench, ["auto", "lead"], "document", "wc -w",
                                     (["wc"], "C"))
            self.assertEqual(methods.time_rows(bench, ["auto"], "document", "ots", None), [])
        self.assertEqual(only(met)["lead"], [bench.lede, "summarize", "--quiet", "--method",
                                             "lead", "text"])
        self.assertEqual(only(met)["wc -w"], ["wc"])
        self.assertEqual([(f.command, f.value, f.goal) for f in rows],
                         [("--method auto", 6.0, 4), ("--method lead", 4.0, 4)])


# Two languages, one of them without spaces; the other files are none.
LANGUAGE_FILES = {
    "uk.txt": "Пан Коваль знайшов місто, див. с. 12. Коваленко знав коваля, коваль кував "
              "залізо, а місток над містом ставало видно зранку; старий сталевар варив "
              "сталь, варення стояло на столі, столяр стояв на вокзалі.\n\n"
              "Місто спить!\n",
    "zh.txt": "我们今天去港口。\n",
    "uk.sentences.txt": "not read\n",
    "notes": "not read\n",
}


class MadeLanguages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for file, text in LANGUAGE_FILES.items():
                (folder / file).write_text(text, encoding="utf-8")
            cls.languages = made_languages.read_languages(folder, 1)
            again = made_languages.read_languages(folder, 1)
        cls.made = made_languages.documents(cls.languages, 60000, 1)
        cls.again = made_languages.documents(again, 60000, 1)

    def test_same_text(self):
        self.assertEqual(self.made, self.again)
        found = hashlib.sha256("\n".join(self.made).encode()).hexdigest()
        self.assertEqual(found, "54c5b8966e38585b3fb8d2e6941de9a6"
                         "ac39b3432efdd2630d6582b44f26fafc")

    def test_languages_in_turn(self):
        self.assertEqual(len(self.languages), 2)
        for i, text in enumerate(self.made):
            self.assertEqual("。" in text, i % 2 == 1)
            size = len(text.encode())
            self.assertTrue(made_text.RECORD_BYTES <= size < 1.4 * made_text.RECORD_BYTES)
        self.assertGreaterEqual(sum(len(text.encode()) + 1 for text in self.made), 60000)

    def test_skeleton_stays(self):
        """What is no word of some length is as it was written."""
        text = self.made[0]
        self.assertIn("Пан ", text)  # a short word
        self.assertIn(", див. с. 12.", text)
        self.assertRegex(text, r"(?m)^[А-Я]\w+ \w+!$")
        self.assertNotIn("read", "".join(self.made))

    def test_new_words(self):
        kinds = set(re.findall(r"\w{4,}", self.made[0].lower()))
        self.assertGreater(len(kinds), 100)
        letters = set("".join(kinds))
        self.assertTrue(letters <= set(LANGUAGE_FILES["uk.txt"].lower()))

    def test_pieces(self):
        pieces = made_languages.pieces_of("नि 3, ab")
        self.assertEqual(pieces, [("नि", True), (" 3, ", False), ("ab", True)])

    def test_no_languages(self):
        self.assertEqual(made_languages.documents([], 1000, 1), [])


class BesideIcu(unittest.TestCase):
    forms = [beside_icu.ENGLISH, beside_icu.LANGUAGES]
    sizes = {beside_icu.ENGLISH: 1000, beside_icu.LANGUAGES: 500}

    def times(self, icu):
        lines = []
        for us in (50, 40, 90):  # the median is 50
            for number in range(2):
                lines += [f"{number} icu-sentences {us} 7"] if icu else []
                lines += [f"{number} icu-words {2 * us} 7"] if icu else []
                lines += [f"{number} lede-sentences {us} 7", f"{number} lede-terms {us} 7"]
        return beside_icu.peer_times(lines, self.forms)

    def test_times(self):
        times = self.times(True)
        self.assertEqual(times[beside_icu.ENGLISH, beside_icu.ICU_WORDS], 100)
        self.assertEqual(times[beside_icu.LANGUAGES, beside_icu.LEDE_TERMS], 50)
        self.assertEqual(len(times), 8)

    def named(self, icu, name, form):
        rows = beside_icu.peer_rows(self.times(icu), self.sizes, icu)
        return [f for f in rows if name in f.row and f.form == form]

    def test_ratios(self):
        (found,) = self.named(True, "word iterator", beside_icu.ENGLISH)
        self.assertEqual((found.value, found.goal, figures.is_met(found)), (2.0, 1.5, True))
        (found,) = self.named(True, "sentence iterator", beside_icu.LANGUAGES)
        self.assertEqual((found.value, figures.is_met(found)), (1.0, True))
        for found in self.named(True, "that of English", beside_icu.LANGUAGES):
            self.assertEqual((found.value, figures.is_met(found)), (0.5, False))

    def test_without_icu(self):
        (found,) = self.named(False, "word iterator", beside_icu.ENGLISH)
        self.assertIsNone(found.value)
        self.assertEqual(report.verdict(found), "ICU is not installed")
        self.assertEqual(len(self.named(False, "that of English", beside_icu.LANGUAGES)), 2)

    def test_cut_to(self):
        self.assertEqual(beside_icu.cut_to([b"abc", b"d\nef"], 6), [b"abc", b"d\n"])
        self.assertEqual(beside_icu.cut_to([b"abc", b"def"], 5), [b"abc"])
        self.assertEqual(beside_icu.cut_to([b"abc"], 100), [b"abc"])


class Shape(unittest.TestCase):
    def test_kinds(self):
        kinds = [shape.kind_of(*pair) for pair in (
            ("12,500", False), ("U.S", False), ("NATO", False), ("Oona", False),
            ("Oona", True), ("well-known", False), ("I", False))]
        self.assertEqual(kinds, ["number", "dotted", "capitals", "name", "plain",
                                 "hyphen", "plain"])

    def test_articles(self):
        found = shape.measure(ROOT / "corpus" / "articles")
        self.assertGreater(sum(found["words in a sentence"].values()), 100)
        self.assertTrue(3 < found["mean length of a word"] < 6)


if __name__ == "__main__":
    unittest.main()
