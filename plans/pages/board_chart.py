"""The bars of a board: each row what was due, laid end to end by how it ended. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from plans.followup.rates import DUE, TaskBox

from .boards import Board, BoardRow

MOST = 12  # bars that one sees at a glance; the table has every row
WIDTH = 640  # of the drawing, in its own measure


@dataclass(frozen=True)
class BarPiece:
    box: TaskBox
    start: int
    width: int
    count: int


@dataclass(frozen=True)
class Bar:
    name: str
    said: str  # "đúng hạn 12/20"
    pieces: tuple[BarPiece, ...]


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    left: int  # rows with something due that are not drawn


def chart_of(board: Board) -> Chart:
    """Bars of one scale: the longest row fills the width. Nothing due, nothing drawn."""
    rows = [row for row in board.rows if row.tally.due]
    drawn = rows[:MOST]
    longest = max((row.tally.due for row in drawn), default=1)
    return Chart(tuple(_bar(row, longest) for row in drawn), len(rows) - len(drawn))


def _bar(row: BoardRow, longest: int) -> Bar:
    said = f"đúng hạn {row.tally.on_time}/{row.tally.due}"
    return Bar(row.name, said, tuple(_pieces(row, longest)))


def _pieces(row: BoardRow, longest: int) -> Iterator[BarPiece]:
    """Ends are rounded, not widths: pieces meet, and end where the whole row ends."""
    before = 0
    for box in DUE:
        if count := row.tally.of(box):
            start, end = (WIDTH * part // longest for part in (before, before + count))
            yield BarPiece(box, start, max(end - start, 1), count)
            before += count
