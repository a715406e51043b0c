"""What its beginning makes of a typed line: "I. …" a part, "Điều 2." an article, "1.1." a clause, "-" a paragraph.

Pure. Only for lines of which nothing else is known: a block that is kept knows what it is.
"""

import re
from dataclasses import dataclass

from plans.law.blocks import BlockType
from targets.language.lexicon.headings import ARTICLE, DIVISIONS
from targets.language.lexicon.patterns import any_of

from .markers import is_title, split_marker

_PART = re.compile(r"^\s*(?P<marker>[IVXLC]{1,7}\.)\s+(?=\S)")
_ARTICLE = re.compile(rf"^\s*(?P<marker>{ARTICLE} \d{{1,3}}[a-zđ]?[.:])(?:\s+|$)", re.IGNORECASE)
_CHAPTER = re.compile(
    rf"^\s*(?P<marker>{any_of(DIVISIONS)} (?:[IVXLC]{{1,7}}|\d{{1,3}})[.:]?)(?:\s+(?=\(?[^\W\d_])|\s*$)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"^\s*(?P<marker>phụ lục(?: (?:[IVXLC]{1,7}|\d{1,3}))?[.:]?)(?:\s+|$)", re.IGNORECASE)
_HEADINGS = (
    (BlockType.PART, _PART),
    (BlockType.ARTICLE, _ARTICLE),
    (BlockType.CHAPTER, _CHAPTER),
    (BlockType.ANNEX, _ANNEX),
)
_WITH_A_TITLE = frozenset({BlockType.CHAPTER, BlockType.ANNEX})
_RANKED = re.compile(r"\d|[a-zđ]\)", re.IGNORECASE)


@dataclass(frozen=True)
class AsMarked:
    """A line as its marker would have it."""

    type: BlockType
    marker: str
    text: str


def marked_line(line: str, was: BlockType | None = None) -> AsMarked:
    """`was`: the type of the block that stood there; an annex stays one, however long its title grows."""
    for kind, pattern in _HEADINGS:
        found = pattern.match(line)
        if found:
            text = line[found.end() :].strip()
            if kind not in _WITH_A_TITLE or kind == was or _may_title(text):
                return AsMarked(kind, found["marker"], text)
    marker, text = split_marker(line)
    kind = BlockType.CLAUSE if _RANKED.match(marker) else BlockType.PARAGRAPH
    return AsMarked(kind, marker, text)


def _may_title(text: str) -> bool:
    """ "Phụ lục I kèm theo Kế hoạch này." begins no annex, "Phụ lục I CHỈ TIÊU" does."""
    return not text or (is_title(text) and text[0].isupper())
