# SPDX-License-Identifier: MIT
"""What lede makes of Markdown, as list_pages tells it, and what must hold of it."""
import dataclasses
import subprocess

SAME, DECODED, GENERATED = range(3)
FRONT_MATTER = 6
LINK_TARGET = 14
TITLE, DESCRIPTION = 8, 9
BAD_ENCODING = 4   # UTF-16
BATCH = 64

# What parts words, as a set of code points: not that of Python, which has others.
WHITE = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
                  + "".join(map(chr, range(0x2000, 0x200b))))


class Failure(Exception):
    """A message for stderr."""


@dataclasses.dataclass
class Page:
    """Offsets are those of bytes."""
    source: bytes
    status: int = 0
    text: bytes = b""
    pieces: list = dataclasses.field(default_factory=list)
    blocks: list = dataclasses.field(default_factory=list)
    omissions: list = dataclasses.field(default_factory=list)
    masks: list = dataclasses.field(default_factory=list)
    gaps: list = dataclasses.field(default_factory=list)
    sentences: list = dataclasses.field(default_factory=list)

    def body(self):
        """The source behind the front matter."""
        first = self.omissions[0] if self.omissions else (None,)
        return self.source[first[2]:] if first[0] == FRONT_MATTER else self.source

    def sentence_texts(self):
        return [self.text[s[0]:s[1]] for s in self.sentences]


LISTS = {"piece": "pieces", "block": "blocks", "omission": "omissions", "mask": "masks",
         "gap": "gaps", "sentence": "sentences"}


def parse(output, sources):
    """The pages that list_pages wrote about the sources."""
    at, made = 0, []
    for source in sources:
        end = output.index(b"\n", at)
        word, status, size = output[at:end].split()
        if word != b"page":
            raise Failure(f"list_pages wrote {output[at:end]!r}")
        at = end + 1 + int(size)
        page = Page(source, int(status), output[end + 1:at])
        stop = output.index(b"\nend\n", at)
        for line in output[at:stop].decode("ascii").split("\n")[1:]:
            name, *numbers = line.split()
            getattr(page, LISTS[name]).append(tuple(map(int, numbers)))
        made.append(page)
        at = stop + 5
    return made


def read_batch(program, inputs):
    sent = b"".join(b"%d %d\n%s" % (mdx, len(source), source) for source, mdx in inputs)
    done = subprocess.run([program], input=sent, capture_output=True, check=False)
    if done.returncode != 0 or done.stderr:
        raise Failure(done.stderr.decode("utf-8", "replace")
                      or f"{program} ended with {done.returncode}")
    return parse(done.stdout, [source for source, _ in inputs])


def read_pages(program, inputs):
    """-> a Page for each (source, is it MDX?)."""
    for first in range(0, len(inputs), BATCH):
        yield from read_batch(program, inputs[first:first + BATCH])


# ---- What must hold whatever the bytes ------------------------------------------


def is_white(text):
    return all(c in WHITE for c in text.decode("utf-8"))


def check_pieces(page):
    text_end = source_end = 0
    for kind, begin, end, source_begin, end_in_source in page.pieces:
        if begin != text_end or end <= begin:
            yield f"pieces leave a gap in the text at {text_end}"
        if source_begin < source_end or end_in_source < source_begin:
            yield f"pieces go back in the source at {source_begin}"
        if kind == SAME and page.text[begin:end] != page.source[source_begin:end_in_source]:
            yield f"not the bytes of the source at {source_begin}"
        text_end, source_end = end, end_in_source
    if text_end != len(page.text) or source_end > len(page.source):
        yield "pieces end elsewhere than the text"


def check_blocks(page):
    end = 0
    for kind, _, begin, block_end in page.blocks:
        block = page.text[begin:block_end].decode("utf-8")
        if begin < end or not block:
            yield f"blocks overlap at {begin}"
        elif block[0] in WHITE or block[-1] in WHITE:
            yield f"white space at an end of the block at {begin}"
        if not is_white(page.text[end:begin]):
            yield f"text in no block at {end}"
        end = block_end
    if not is_white(page.text[end:]):
        yield f"text in no block at {end}"


def check_omissions(page):
    last = (0, 0)
    for kind, begin, end in page.omissions:
        if begin < last[0] or end < begin or end > len(page.source):
            yield f"omissions go back in the source at {begin}"
        if begin < last[1]:
            yield f"omissions overlap at {begin}"
        last = (begin, end)


def inside(page, begin, end):
    """The piece that has all of the text, or None."""
    for piece in page.pieces:
        if piece[1] <= begin and end <= piece[2]:
            return piece
    return None


def check_sentences(page):
    last = 0
    for begin, end, source_begin, source_end in page.sentences:
        if source_begin < last or source_end < source_begin:
            yield f"sentences go back in the source at {source_begin}"
        last = source_end
        text, piece = page.text[begin:end], inside(page, begin, end)
        given = page.source[source_begin:source_end]
        if piece is not None and piece[0] == SAME and given != text:
            yield f"the sentence at {source_begin} is not what its place says"
        elif shown(page, source_begin, source_end, begin, end) != text:
            yield f"the place of the sentence at {source_begin} is not all of it"


def shown(page, source_begin, source_end, begin, end):
    """The text of the pieces in the source [source_begin, source_end)."""
    made = []
    for kind, text, text_end, source, end_in_source in page.pieces:
        if source > source_end or end_in_source < source_begin:
            continue
        if kind == SAME:
            low, high = max(source, source_begin), min(end_in_source, source_end)
            made.append(page.text[text + low - source:text + high - source])
        else:
            made.append(page.text[max(text, begin):min(text_end, end)])
    return b"".join(made)


def check(page):
    """-> what does not hold, one message each."""
    if page.status != 0:
        if page.status != BAD_ENCODING or page.source[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            yield f"status {page.status}"
        return
    for checker in (check_pieces, check_blocks, check_omissions, check_sentences):
        yield from checker(page)


# ---- Letters and what lies between them ------------------------------------------

NONE, SPACE, EDGE = range(3)


@dataclasses.dataclass
class Letters:
    """Text without white space, and what was in front of each character."""
    text: list = dataclasses.field(default_factory=list)
    before: list = dataclasses.field(default_factory=list)
    kinds: dict = dataclasses.field(default_factory=dict)  # of the block that begins

    def add(self, character, before, kind=None):
        if kind is not None:
            self.kinds[len(self.text)] = kind
        self.text.append(character)
        self.before.append(before)


def is_control(c):
    """What XML cannot tell."""
    return c < " " or c in "\x7f\ufffe\uffff"


def letters_of(page):
    made = Letters()
    for kind, level, begin, end in page.blocks:
        if kind in (TITLE, DESCRIPTION):
            continue
        before, opening = EDGE, (kind, level)
        for c in page.text[begin:end].decode("utf-8"):
            if c in WHITE:
                before = max(before, SPACE)
            elif not is_control(c):
                made.add(c, before, opening)
                before, opening = NONE, None
    return made
