# SPDX-License-Identifier: MIT
"""Reading C well enough for the layout checks, not more."""
import re

_SKIPPED = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|' + r"'(?:\\.|[^'\\\n])*'", re.S)


def _blank(match):
    text = match.group()
    keep = text[0] if text[0] in "\"'" else ""
    return keep + re.sub(r"[^\n]", " ", text[len(keep):len(text) - len(keep)]) + keep


def without_comments(text):
    """Comments and the inside of literals become spaces; lines stay."""
    return _SKIPPED.sub(_blank, text)


def without_directives(text):
    """Preprocessor lines, continued ones too, become empty; lines stay."""
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
                  lambda match: "\n" * match.group().count("\n"), text, flags=re.M)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1
