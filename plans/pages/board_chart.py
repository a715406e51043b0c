"""The bars of a board: each row what was due, laid end to end by how it ended. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.followup.rates import DUE, TaskBox

from .boards import Board, BoardRow

MOST = 12  # bars that one sees at a glance; the table has every row
WIDTH, BAR, STEP = 640, 18, 46  # pixels of the drawing
NAME = 70  # letters that fit above a bar


@dataclass(frozen=True)
class Piece:
    box: TaskBox
    start: int
    width: int
    count: int


@dataclass(frozen=True)
class Bar:
    name: str
    said: str  # "đúng hạn 12 trong 20 đến hạn"
    top: int
    pieces: tuple[Piece, ...]

    @property
    def line(self) -> int:
        """Where the words stand."""
        return self.top - 6


@dataclass(frozen=True)
class Chart:
    bars: tuple[Bar, ...]
    left: int  # rows with something due that are not drawn

    @property
    def height(self) -> int:
        return len(self.bars) * STEP


def chart_of(board: Board) -> Chart:
    """Bars of one scale: the longest row fills the width. Nothing due, nothing drawn."""
    rows = [row for row in board.rows if row.tally.due]
    drawn = rows[:MOST]
    longest = max((row.tally.due for row in drawn), default=1)
    return Chart(tuple(_bars(drawn, longest)), len(rows) - len(drawn))


def _bars(rows: Iterable[BoardRow], longest: int) -> Iterator[Bar]:
    for place, row in enumerate(rows):
        tally = row.tally
        name = row.name if len(row.name) <= NAME else f"{row.name[:NAME].rsplit(' ', 1)[0]}…"
        said = f"đúng hạn {tally.of(TaskBox.ON_TIME)}/{tally.due}"
        yield Bar(name, said, place * STEP + STEP - BAR, tuple(_pieces(row, longest)))


def _pieces(row: BoardRow, longest: int) -> Iterator[Piece]:
    """Ends are rounded, not widths: pieces meet, and end where the whole row ends."""
    before = 0
    for box in DUE:
        if count := row.tally.of(box):
            start, end = (WIDTH * part // longest for part in (before, before + count))
            yield Piece(box, start, max(end - start, 1), count)
            before += count
