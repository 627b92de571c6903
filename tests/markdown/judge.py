# SPDX-License-Identifier: MIT
"""What a reader sees of Markdown, from the XML that cmark writes of it.

The rules of docs/markdown-conformance.md once more, without a line of lede.
"""
import html
import html.parser
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

import pages

PROSE, HEADING, ITEM, QUOTE, CELL, _, CAPTION = range(7)
CLOSING = set(",;:)].!?。！？")
LEAVES = {"paragraph", "heading", "table_cell", "html_block", "code_block"}

BLOCKS = set("""address article body center colgroup dd details dialog dir div dl dt
    fieldset figure header hgroup hr html legend main menu ol p search section summary
    table tbody tfoot thead tr ul""".split())
KINDS = {"blockquote": QUOTE, "caption": CAPTION, "figcaption": CAPTION, "li": ITEM,
         "td": CELL, "th": CELL, **{f"h{n}": HEADING for n in range(1, 7)}}
CODE = set("code kbd listing pre samp tt xmp".split())
HIDDEN = set("""aside audio button canvas datalist footer form head iframe math nav
    noframes noscript object script select style svg template textarea title
    video""".split())
VOID = set("""area base br col embed hr img input link meta param source track
    wbr""".split())


# ---- Words and what they are parted by ---------------------------------------------


class Writer:
    """Makes Letters of the events of one leaf after the other."""

    def __init__(self):
        self.letters = pages.Letters()
        self.kind = (PROSE, 0)
        self.begin_leaf(self.kind)

    def begin_leaf(self, kind):
        self.kind = kind
        self.open = self.space = self.gap = self.broken = self.behind = False
        self.image = None
        self.pending = []

    def edge(self, kind):
        """The end of a block: images behind its text are captions."""
        pending = self.pending
        self.begin_leaf(kind)
        for text in pending:
            self.write_caption(text)

    def write_caption(self, text):
        kind = self.kind
        self.begin_leaf((CAPTION, 0))
        self.text(text)
        self.begin_leaf(kind)

    def separator(self, c):
        if not self.open:
            return pages.EDGE
        if self.gap:
            return pages.NONE if c in CLOSING and not self.behind else pages.SPACE
        return pages.SPACE if self.space else pages.NONE

    def character(self, c):
        if self.pending is not None and self.images_wait:
            self.images_wait, self.pending = False, []
            self.gap = True
        if self.broken and self.open and unicodedata.category(c) != "Ll":
            self.open = False
        before = self.separator(c)
        self.letters.add(c, before, None if self.open else self.kind)
        self.open = True
        self.space = self.gap = self.broken = self.behind = False

    images_wait = False

    def text(self, text):
        for c in text:
            if self.image is not None:
                self.image.append(c)
            elif c in pages.WHITE:
                self.space = self.behind = True
            elif not pages.is_control(c):
                self.character(c)

    def line_end(self, hard):
        if self.image is not None:
            self.image.append(" ")
        else:
            self.space = True
            self.broken = self.broken or hard

    def leave_out(self):
        if self.image is None:
            self.gap, self.behind = True, False

    def image_text(self, text):
        """Of a whole image."""
        visible = text.strip("".join(pages.WHITE))
        if not self.open:
            if visible:
                self.write_caption(text)
            return
        self.images_wait, self.behind = True, False
        self.pending.append(text)


# ---- HTML -----------------------------------------------------------------------------


class Html(html.parser.HTMLParser):
    """Feeds a writer with what stands between tags."""

    def __init__(self, writer, kind):
        super().__init__(convert_charrefs=False)
        self.writer, self.kind = writer, kind
        self.inside, self.depth = None, 0

    def hides(self, tag, opens):
        """Is the tag inside code or what is not shown, or does it open such?"""
        if self.inside is not None:
            self.depth += (opens - (not opens)) if tag == self.inside else 0
            self.inside = self.inside if self.depth > 0 else None
            return True
        if opens and (tag in CODE or tag in HIDDEN):
            self.inside, self.depth = tag, 1
            return True
        return False

    def handle_starttag(self, tag, attributes):
        if self.hides(tag, True):
            return
        if tag == "br":
            self.writer.line_end(True)
        elif tag == "img":
            alt = dict(reversed(attributes)).get("alt") or ""
            if alt:
                self.writer.image_text(alt)
        elif tag in KINDS:
            level = int(tag[1]) if KINDS[tag] == HEADING else 0
            level = self.quotes() + 1 if KINDS[tag] == QUOTE else level
            self.writer.edge((KINDS[tag], level))
        elif tag in BLOCKS:
            self.writer.edge(self.kind)

    def quotes(self):
        return self.kind[1] if self.kind[0] == QUOTE else 0

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if self.inside is not None:
            self.hides(tag, False)
        elif tag in KINDS or tag in BLOCKS:
            self.writer.edge(self.kind)

    def show(self, text):
        if self.inside is None:
            self.writer.text(text)
        elif text:
            self.writer.leave_out()

    def end_block(self):
        """An open tag is dropped, other text that is held back is not."""
        if not self.rawdata.startswith("<"):
            self.close()

    def parse_pi(self, at):
        """It ends with "?>", not with the first ">"."""
        end = self.rawdata.find("?>", at + 2)
        return end + 2 if end >= 0 else -1

    def handle_data(self, data):
        self.show(data)

    def handle_entityref(self, name):
        self.show(html.unescape(f"&{name};"))

    def handle_charref(self, name):
        self.show(html.unescape(f"&#{name};"))


# ---- The tree of cmark ------------------------------------------------------------------


def local(node):
    return node.tag.rpartition("}")[2]


def plain_alt(node):
    """Visible text of an image."""
    made = []
    for child in node:
        name = local(child)
        if name in ("softbreak", "linebreak"):
            made.append(" ")
        elif name == "text":
            made.append(child.text or "")
        elif name not in ("code", "html_inline"):
            made.append(plain_alt(child))
    return "".join(made)


class Reader:
    def __init__(self):
        self.writer = Writer()
        self.has_html = False

    def inline(self, node, tags):
        name = local(node)
        if name == "text":
            tags.show(node.text or "")
        elif name in ("softbreak", "linebreak"):
            self.writer.line_end(name == "linebreak")
        elif name == "code":
            self.writer.leave_out()
        elif name == "html_inline":
            self.has_html = True
            tags.feed(node.text or "")
        elif name == "image":
            self.writer.image_text(plain_alt(node))
        else:
            for child in node:
                self.inline(child, tags)

    def leaf(self, node, kind):
        name = local(node)
        if name == "code_block":
            return
        if name == "heading":
            kind = (HEADING, int(node.get("level")))
        elif name == "table_cell":
            kind = (CELL, 0)
        self.writer.begin_leaf(kind)
        tags = Html(self.writer, kind)
        if name == "html_block":
            self.has_html = True
            tags.feed(node.text or "")
            tags.end_block()
        else:
            for child in node:
                self.inline(child, tags)
        self.writer.edge((PROSE, 0))

    def walk(self, node, kind, quotes):
        for child in node:
            name = local(child)
            if name in LEAVES:
                self.leaf(child, kind)
            elif name == "block_quote":
                self.walk(child, (QUOTE, quotes + 1), quotes + 1)
            elif name in ("item", "tasklist"):
                self.walk(child, (ITEM, 0), quotes)
            else:
                self.walk(child, kind, quotes)


CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_xml(text):
    """-> (Letters, whether there was HTML)"""
    reader = Reader()
    tree = ElementTree.fromstring(CONTROLS.sub("", text))
    reader.walk(tree, (PROSE, 0), 0)
    return reader.writer.letters, reader.has_html


PROGRAMS = {"cmark": ["cmark", "-t", "xml"],
            "gfm": ["cmark-gfm", "-t", "xml", "-e", "table", "-e", "strikethrough", "-e",
                    "tasklist"]}


def read(source, dialect):
    done = subprocess.run(PROGRAMS[dialect], input=source, capture_output=True, check=True)
    return read_xml(done.stdout.decode("utf-8", "replace"))
