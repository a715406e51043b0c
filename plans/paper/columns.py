"""The columns of a table and the words in them: which word a column tears, and how wide it would have to be. Pure.

Shares are stored and printed as they are, on the sheet as on paper; who makes a table, or mends one, asks here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from plans.content.parts import WholeTable, at_annexes, with_rows
from plans.content.values import Block

from .binding import NBSP
from .nd30 import CELL_EDGES, LAYOUT, MILLIMETRE
from .setting import Grid, GridCell, set_table
from .widths import width

WIDEST_WORD = 30  # per cent; a longer one is an address, and may be broken
_BREAKS = re.compile(rf"[ {NBSP}]|(?<=[-/])")


@dataclass(frozen=True)
class TornWord:
    table: str  # its key
    word: str


def torn_words(blocks: Sequence[Block]) -> Iterator[TornWord]:
    """The longest word of each column that is too narrow for it, in a column of its own."""
    for table, room in _tables(blocks):
        grid = set_table(table)
        needed, whole = _needed(grid, room), sum(grid.shares)
        for column, (low, word) in needed.items():
            if grid.shares[column] * 100 / whole < low <= WIDEST_WORD:
                yield TornWord(table.table.key, word)


def with_room_for_words(blocks: Sequence[Block], key: str) -> tuple[int, ...]:
    """The shares of the table under `key`, its narrow columns widened; () where there is none."""
    for table, room in _tables(blocks):
        if table.table.key == key:
            grid = set_table(table)
            needed, whole = _needed(grid, room), sum(grid.shares)
            lows = [min(needed.get(column, (0, ""))[0], WIDEST_WORD) for column in range(len(grid.shares))]
            return shared_out([100 * share / whole for share in grid.shares], lows)
    return ()


def shared_out(shares: list[float], least: list[int]) -> tuple[int, ...]:
    """Columns that are too narrow for their words are widened, at the cost of those with room to spare."""
    pairs = list(zip(shares, least, strict=True))
    short = sum(max(0.0, low - share) for share, low in pairs)
    spare = sum(max(0.0, share - low) for share, low in pairs)
    kept = max(0.0, 1 - short / spare) if spare else 1.0
    return tuple(max(1, round(low + (share - low) * kept if share > low else low)) for share, low in pairs)


def share_for(words: Iterable[str], *, bold: bool, room: float = LAYOUT.text_width) -> int:
    """Per cent of the table that its longest word needs."""
    longest = max((width(word, LAYOUT.table_pt, bold=bold) for word in words), default=0)
    return ceil((longest + CELL_EDGES) / room * 100)


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[WholeTable, float]]:
    """Each with the points that it is wide."""
    body, annexes = at_annexes(blocks)
    wider = LAYOUT.wider_mm * MILLIMETRE
    for held, more in ((body, 0.0), *((annex.blocks, wider * annex.annex.landscape) for annex in annexes)):
        for item in with_rows(held):
            if isinstance(item, WholeTable):
                yield item, LAYOUT.text_width + more


def _needed(grid: Grid, room: float) -> dict[int, tuple[int, str]]:
    """By column the share and the word that asks for it; of cells that reach over one column alone."""
    needed: dict[int, tuple[int, str]] = {}
    for rows, is_head in ((grid.head, True), (grid.rows, False)):
        for cell in (cell for row in rows for cell in row.cells if cell.across == 1):
            for word, bold in _words(cell, is_head):
                asked = (share_for([word], bold=bold, room=room), word)
                needed[cell.column] = max(needed.get(cell.column, (0, "")), asked)
    return needed


def _words(cell: GridCell, is_head: bool) -> Iterator[tuple[str, bool]]:
    for strands in cell.paragraphs:
        bold = is_head or any(strand.bold for strand in strands)
        for word in _BREAKS.split("".join(strand.text for strand in strands)):
            yield word, bold
