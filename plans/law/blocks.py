"""What each type of block is like, said once: the body of a document is a list of them, in the order of the paper.

To add a type is to add a member and its row of `BLOCKS`; rooms ask the facts, not the type.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models

DEEPEST = 6
MOST_BLOCKS = 2_500  # of a draft, tombstones aside
MOST_ROWS = 500  # of a table
MOST_COLUMNS = 20
MADE_FROM = frozenset({"targets", "tasks"})  # what a table of an annex may be made of again


class Align(StrEnum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class BlockType(models.TextChoices):
    """Ranks of headings are those of NĐ 30/2020, Phụ lục I, II.6đ."""

    ANNEX = "annex", "phụ lục"
    CHAPTER = "chapter", "chương, mục"
    PART = "part", "phần"
    ARTICLE = "article", "điều"
    CLAUSE = "clause", "khoản, điểm"
    PARAGRAPH = "paragraph", "đoạn"
    TABLE = "table", "bảng"
    ROW = "row", "hàng của bảng"
    NOTE = "note", "chú thích"

    @property
    def facts(self) -> "BlockFacts":
        return BLOCKS[self]


@dataclass(frozen=True)
class BlockFacts:
    usual_level: int  # paragraphs, tables and notes stand one below the heading before them
    heads: bool = False  # what follows it, down to the next of its level or above, stands under it
    says: bool = True  # words of its own stand in its runs; a row has its words in cells, a table none
    ranked: bool = False  # its level may be chosen: "1.", "1.1.", "a)"


BLOCKS = {
    BlockType.ANNEX: BlockFacts(0, heads=True),
    BlockType.CHAPTER: BlockFacts(0, heads=True),
    BlockType.PART: BlockFacts(1, heads=True),
    BlockType.ARTICLE: BlockFacts(2, heads=True),
    BlockType.CLAUSE: BlockFacts(2, heads=True, ranked=True),
    BlockType.PARAGRAPH: BlockFacts(3, ranked=True),
    BlockType.TABLE: BlockFacts(3, says=False),
    BlockType.ROW: BlockFacts(4, says=False),
    BlockType.NOTE: BlockFacts(3),
}
