"""Rows of a table of tasks: what their columns call "Chủ trì", "Thời gian" … is said of the task in the row. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plans.law.blocks import BlockType
from targets.language.columns import task_columns

from .markers import split_marker
from .saying import NAMED
from .values import Block, Runs, plain

Grid = dict[int, str]  # column → words
Spanning = dict[int, tuple[int, str]]  # column → rows it reaches down yet, words
_ASIDE = re.compile(r"\s{0,9}\([^()]{0,200}\)")


def said_of_rows(blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    """By key of each row that says a task: its words, then "Chủ trì: …", "Thời hạn: …" as its columns call them.

    Rows of other tables, heads, and rows that name neither who nor when have no line here. One pass.
    """
    found: dict[str, tuple[str, ...]] = {}
    for place, block in enumerate(blocks):
        if block.type == BlockType.TABLE and not block.made_from:
            rows = tuple(_rows_behind(blocks, place))
            found |= _said_of_rows(block.head_rows, rows)
    return found


def _rows_behind(blocks: Sequence[Block], place: int) -> Iterator[Block]:
    for block in blocks[place + 1 :]:
        if block.type == BlockType.ROW:
            yield block
        elif block.type != BlockType.NOTE:
            return


@lru_cache(maxsize=64)  # a draft asks for the same tables at every pause in typing
def _said_of_rows(heads: int, rows: tuple[Block, ...]) -> dict[str, tuple[str, ...]]:
    grids = list(_grids(rows))
    heads = max(heads, 1)
    columns = task_columns(_headings(grids[:heads]))
    if not columns:
        return {}
    told = {
        row.key: tuple(_told(grid, columns)) for row, grid in zip(rows[heads:], grids[heads:], strict=True)
    }
    return {key: lines for key, lines in told.items() if lines}


def _headings(grids: Sequence[Grid]) -> dict[int, str]:
    """Of several head rows the lowest word over a column."""
    return {column: words for grid in grids for column, words in grid.items() if words}


def _told(grid: Grid, columns: dict[str, int]) -> Iterator[str]:
    said = {name: grid.get(column, "") for name, column in columns.items()}
    if not said["task"] or not (said.get("lead") or said.get("due")) or len(set(grid.values())) < 2:
        return
    yield said["task"]
    yield from (f"{NAMED[name]}: {said[name]}" for name in NAMED if said.get(name))


def _grids(rows: Sequence[Block]) -> Iterator[Grid]:
    """Row by row what stands over each column; a cell that spans stands in all of its places."""
    spanning: Spanning = {}
    for row in rows:
        grid = {column: words for column, (_, words) in spanning.items()}
        reaching = {column: (down - 1, words) for column, (down, words) in spanning.items() if down > 1}
        column = 0
        for cell in row.cells:
            while column in grid:
                column += 1
            words = _words(cell.paragraphs)
            for at in range(column, column + cell.across):
                grid[at] = words
                if cell.down > 1:
                    reaching[at] = (cell.down - 1, words)
            column += cell.across
        spanning = reaching
        yield grid


def _words(paragraphs: Sequence[Runs]) -> str:
    """As one line: what stands in brackets, dashes and semicolons would end a value too early."""
    texts = (split_marker(plain(runs))[1].strip(" ;.") for runs in paragraphs)
    return _ASIDE.sub("", ", ".join(filter(None, texts)).replace(";", ",")).strip()
