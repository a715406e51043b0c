"""About how many pages a content fills, told from its words: what is too long is said before it is printed. Pure.

Measured on printed papers of one to 1,700 pages: within a tenth for prose and short lines, a fifth for tables.
"""

from collections.abc import Iterator
from math import ceil

from childlabour.core.errors import Problem
from plans.content.parts import WholeTable, with_rows
from plans.content.values import Block, Content, plain
from plans.law.blocks import BlockType

from .setting import Grid, GridCell, set_table

LINE = 85  # characters of a full line in 14 points
INDENT = 6  # characters that the first line of a paragraph starts in
PAGE = 36  # lines
GAP = 0.24  # of a line, between paragraphs and between rows
CELLS_HOLD = 0.75  # of what their share of the line would: words break earlier in narrow columns

LONGEST_WORD = 300  # characters; a page of one word alone takes seconds to break, an address has fewer
MOST_PAGES = 300  # some seven seconds of printing; the longest programme plan seen has 40


def about_pages(content: Content) -> int:
    lines = sum(map(_lines_of, with_rows(content.blocks))) + sum(map(_lines, _head_and_foot(content)))
    return max(1, ceil(lines / PAGE))


def too_long(content: Content, before: Content) -> Iterator[Problem]:
    """What is said of a content that nobody could print, sign or read in one piece.

    One that was too long `before` may be so still, in the same respect and no more.
    """
    endless = _longest_word(content)
    if len(endless) > LONGEST_WORD and len(endless) > len(_longest_word(before)):
        yield Problem(
            f"“{endless[:30]}…” dài {len(endless)} ký tự liền nhau, quá {LONGEST_WORD}: thêm dấu cách hoặc "
            "xuống dòng."
        )
    pages = about_pages(content)
    if pages > MOST_PAGES and pages > about_pages(before):
        yield Problem(
            f"Văn bản dài khoảng {pages} trang, quá {MOST_PAGES} trang: rút gọn, hoặc tách phần chi tiết "
            "thành văn bản khác."
        )


def _longest_word(content: Content) -> str:
    texts = (plain(runs) for block in content.blocks for runs in block.stretches)
    return max((max(text.split(), key=len, default="") for text in texts), key=len, default="")


def _lines_of(item: Block | WholeTable) -> float:
    if isinstance(item, WholeTable):
        grid = set_table(item)
        rows = (*grid.head, *grid.rows)
        return sum(max((_lines_in(cell, grid) for cell in row.cells), default=1) + GAP for row in rows)
    return PAGE / 2 if item.type == BlockType.ANNEX else _lines(item.text)


def _lines_in(cell: GridCell, grid: Grid) -> float:
    share = sum(grid.shares[cell.column : cell.column + cell.across]) / sum(grid.shares)
    room = LINE * share * CELLS_HOLD
    letters = (sum(len(strand.text) for strand in strands) for strands in cell.paragraphs)
    return sum(ceil(length / room) or 1 for length in letters) / cell.down


def _lines(text: str) -> float:
    return ceil((len(text) + INDENT) / LINE) + GAP


def _head_and_foot(content: Content) -> tuple[str, ...]:
    grounds, receivers = content.citations, content.recipients
    return (content.title, *(one.text for one in grounds), *(one.text for one in receivers))
