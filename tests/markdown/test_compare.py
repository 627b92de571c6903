#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The parts of scripts/compare-markdown on small examples: what cmark's XML is read as,
what is found different, and what of a page is found not to hold.

    test_compare.py --pages PROGRAM

--pages is list_pages. cmark itself is not needed.
"""
import argparse
import dataclasses
import sys
import unittest

import compare
import judge
import pages

programs = argparse.Namespace()

HEAD = '<?xml version="1.0"?><document xmlns="http://commonmark.org/xml/1.0">'


def xml(body):
    return judge.read_xml(f"{HEAD}{body}</document>")[0]


def paragraph(body):
    return xml(f"<paragraph>{body}</paragraph>")


def show(letters):
    """Blocks parted by "|"."""
    parts = {pages.NONE: "", pages.SPACE: " ", pages.EDGE: "|"}
    return "".join(parts[b] + c for b, c in zip(letters.before, letters.text))[1:]


def read(source, mdx=False):
    return next(pages.read_pages(programs.pages, [(source.encode("utf-8"), mdx)]))


class Judge(unittest.TestCase):
    def test_blocks(self):
        made = xml("<heading level='2'><text>A day</text></heading><block_quote><list><item>"
                   "<paragraph><text>It rained.</text></paragraph></item></list>"
                   "<paragraph><text>So.</text></paragraph></block_quote>")
        self.assertEqual(show(made), "A day|It rained.|So.")
        self.assertEqual(list(made.kinds.values()),
                         [(judge.HEADING, 2), (judge.ITEM, 0), (judge.QUOTE, 1)])

    def test_white_space(self):
        self.assertEqual(show(paragraph("<text>a  </text><softbreak/><text>b</text>")), "a b")
        self.assertEqual(show(paragraph("<text>a</text><linebreak/><text>B c</text>")), "a|B c")
        self.assertEqual(show(paragraph("<text>a</text><linebreak/><text>b c</text>")), "a b c")

    def test_code(self):
        self.assertEqual(show(paragraph("<text>a </text><code>x</code><text> b</text>")), "a b")
        self.assertEqual(show(paragraph("<text>a </text><code>x</code><text>.</text>")), "a.")

    def test_images(self):
        image = "<image><text>hill</text></image>"
        self.assertEqual(show(paragraph(f"{image}<text> a</text>")), "hill|a")
        self.assertEqual(show(paragraph(f"<text>a </text>{image}")), "a|hill")
        self.assertEqual(show(paragraph(f"<text>a </text>{image}<text> b</text>")), "a b")

    def test_html(self):
        made = xml("<html_block>&lt;p>a&lt;br>B&lt;/p>&lt;li>c &amp;amp; &lt;kbd>d&lt;/kbd>e"
                   "&lt;script>f&lt;/script>&lt;?g > h?></html_block>")
        self.assertEqual(show(made), "a|B|c & e")
        made = xml("<html_block>a&lt;div b</html_block>")
        self.assertEqual(show(made), "a")


class Differences(unittest.TestCase):
    def found(self, ours, theirs):
        return compare.compare(pages.letters_of(read(ours)), theirs)

    def test_same(self):
        self.assertIsNone(self.found("It *rained*.\n", paragraph("<text>It rained.</text>")))
        self.assertIsNone(self.found("Nine boats\n", paragraph("<text>Nine boats</text>")))

    def test_classes(self):
        self.assertEqual(self.found("It rains.\n", paragraph("<text>It rained.</text>")),
                         (compare.LETTERS, 6))
        self.assertEqual(self.found("It rained.\n", paragraph("<text>It rained. So.</text>")),
                         (compare.LETTERS, 9))
        self.assertEqual(self.found("It rained.\n", paragraph("<text>Itrained.</text>")),
                         (compare.SPACES, 2))
        self.assertEqual(self.found("It rained.\n\nSo.\n",
                                    paragraph("<text>It rained. So.</text>")),
                         (compare.EDGES, 9))
        self.assertEqual(self.found("- It rained.\n", paragraph("<text>It rained.</text>")),
                         (compare.KINDS, 0))


class Oracles(unittest.TestCase):
    def setUp(self):
        self.page = read("# A day\n\nIt *rained* `x` all <b>day</b>.\nWe left.\n")

    def fails(self, message, **changes):
        broken = dataclasses.replace(self.page, **changes)
        self.assertTrue(any(message in problem for problem in pages.check(broken)),
                        list(pages.check(broken)))

    def test_nothing(self):
        self.assertEqual(list(pages.check(self.page)), [])
        self.assertEqual(self.page.sentence_texts(),
                         [b"A day", b"It rained all day.", b"We left."])

    def test_pieces(self):
        self.fails("gap in the text", pieces=self.page.pieces[1:])
        self.fails("elsewhere than the text", pieces=self.page.pieces[:-1])
        kind, *text, begin, end = self.page.pieces[0]
        self.fails("not the bytes",
                   pieces=[(kind, *text, begin + 1, end + 1)] + self.page.pieces[1:])

    def test_blocks(self):
        self.fails("in no block", blocks=self.page.blocks[1:])
        self.fails("overlap", blocks=self.page.blocks[:1] + self.page.blocks)
        kind, level, begin, end = self.page.blocks[0]
        self.fails("white space", blocks=[(kind, level, begin, end + 1)] + self.page.blocks[1:])

    def test_omissions(self):
        self.fails("go back", omissions=self.page.omissions[::-1])
        self.fails("overlap", omissions=self.page.omissions[:1] + self.page.omissions)

    def test_sentences(self):
        begin, end, *source = self.page.sentences[0]
        self.fails("not what its place says",
                   sentences=[(begin, end, source[0] - 1, source[1])])
        begin, end, *source = self.page.sentences[1]
        self.fails("not all of it", sentences=[(begin, end, source[0] + 1, source[1])])


class Inputs(unittest.TestCase):
    def test_line_ends(self):
        report = compare.Report("none")
        compare.check_variants([("a", b"- It rained.\n\n  So.\n", False)], programs.pages, report)
        self.assertEqual(report.counts, {})

    def test_examples(self):
        text = "x\n" + "`" * 32 + " example\n\u2192a\n.\n<p>a</p>\n" + "`" * 32 + "\n"
        self.assertEqual([found[1] for found in compare.EXAMPLE.finditer(text)], ["\u2192a\n"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", required=True)
    programs, rest = parser.parse_known_args(namespace=programs)
    unittest.main(argv=[sys.argv[0], *rest])
