"""What stands before the words of a line, and what it makes of the line. Pure."""

import re
from dataclasses import dataclass

from plans.law.blocks import BlockType

# "1." "1.2." "1)" "a)" "đ)" "-" "+" "•" at the start of a line, then space and text.
MARKER = re.compile(
    r"^\s*(?P<marker>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*])\s+(?=\S)", re.IGNORECASE
)
_PART = re.compile(r"^\s*(?P<marker>[IVXLC]{1,7}\.)\s+(?=\S)")
_ARTICLE = re.compile(r"^\s*(?P<marker>Điều \d{1,3}[a-zđ]?[.:])(?:\s+|$)", re.IGNORECASE)
_CHAPTER = re.compile(
    r"^\s*(?P<marker>(?:Phần|Chương|Mục|Tiểu mục) (?:[IVXLC]{1,7}|\d{1,3})[.:]?)(?:\s+(?=[^\W\d_])|\s*$)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"^\s*(?P<marker>phụ lục(?: (?:[IVXLC]{1,7}|\d{1,3}))?[.:]?)(?:\s+|$)", re.IGNORECASE)
_HEADINGS = (
    (BlockType.PART, _PART),
    (BlockType.ARTICLE, _ARTICLE),
    (BlockType.CHAPTER, _CHAPTER),
    (BlockType.ANNEX, _ANNEX),
)
_OWN_TITLE = frozenset({BlockType.CHAPTER, BlockType.ANNEX})
_RANKED = re.compile(r"\d|[a-zđ]\)", re.IGNORECASE)
LONGEST_TITLE = 160  # characters; a longer numbered line is a paragraph even without an end mark


@dataclass(frozen=True)
class Marked:
    """A line as its marker would have it: "1.1. Truyền thông" is a clause."""

    type: BlockType
    marker: str
    text: str


def split_marker(line: str) -> tuple[str, str]:
    """The author's marker of a list and the text after it; ("", line) when the line has none."""
    found = MARKER.match(line)
    if not found:
        return "", line.strip()
    return found["marker"], line[found.end() :].strip()


def marked_line(line: str) -> Marked:
    """What kind of block a typed line begins: "I." a part, "Điều 2." an article, "a)" a point, "-" a paragraph."""
    for kind, pattern in _HEADINGS:
        found = pattern.match(line)
        if found:
            text = line[found.end() :].strip()
            if kind not in _OWN_TITLE or _may_title(text):
                return Marked(kind, found["marker"], text)
    marker, text = split_marker(line)
    kind = BlockType.CLAUSE if _RANKED.match(marker) else BlockType.PARAGRAPH
    return Marked(kind, marker, text)


def _may_title(text: str) -> bool:
    """ "Phụ lục I kèm theo Kế hoạch này." begins no annex, "Phụ lục I CHỈ TIÊU" does."""
    return not text or (is_title(text) and text[0].isupper())


def is_title(text: str) -> bool:
    """A line that names what follows: short, and without the end mark of a sentence (Phụ lục I, II.6đ)."""
    return 0 < len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "…"))
