"""Tables of a PDF, page after page, made whole again: a table goes on where the page ends. Pure.

What the page end did to it is undone: a head that stands again on the next page is told apart, and a row that was
parted goes on in its own cells.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .grids import RuledTable
from .lines import Line

MOST_HEAD_ROWS = 4

_Cells = dict[int, list[Line]]  # column → its lines


@dataclass
class PrintedTables:
    """The tables of one document; each is given out when it is known where it ends."""

    number: int = 0
    heads_again: list[Line] = field(default_factory=list)  # none of the text
    _grid: RuledTable | None = None  # of the last page of the table that may go on
    _rows: list[_Cells] = field(default_factory=list)

    def take(self, grid: RuledTable, lines: dict[tuple[int, int], list[Line]]) -> Iterator[Line]:
        """One more grid with the lines of its cells, by row and column; gives out the table that it does not go on."""
        if self._grid is None or not grid.continues(self._grid):
            yield from self.closed()
        rows = _by_row(lines)
        if self._rows:
            rows = self._without_head(rows)
            is_parted = self._grid is not None and self._grid.is_open_below
            if rows and _goes_on(self._rows[-1], rows[0], is_parted=is_parted):
                _go_on(self._rows[-1], rows.pop(0))
        self._rows += rows
        self._grid = grid

    def closed(self) -> Iterator[Line]:
        """The table so far: nothing goes on with it."""
        if self._rows:
            self.number += 1
        for place, row in enumerate(self._rows, 1):
            for column, lines in sorted(row.items()):
                yield from (replace(line, table=self.number, row=place, column=column) for line in lines)
        self._grid, self._rows = None, []

    def _without_head(self, rows: list[_Cells]) -> list[_Cells]:
        count = 0
        for above, here in zip(self._rows[:MOST_HEAD_ROWS], rows, strict=False):
            if _said(above) != _said(here):
                break
            count += 1
        for row in rows[:count]:
            page = next(iter(row.values()))[0].page
            self.heads_again.append(Line(" ".join(_said(row).values()), page=page, apart="repeated_head"))
        return rows[count:]


def _by_row(lines: dict[tuple[int, int], list[Line]]) -> list[_Cells]:
    rows: dict[int, _Cells] = defaultdict(dict)
    for (row, column), held in lines.items():
        rows[row][column] = held
    return [rows[row] for row in sorted(rows)]


def _said(row: _Cells) -> dict[int, str]:
    return {column: " ".join(line.text for line in lines) for column, lines in sorted(row.items())}


def _goes_on(last: _Cells, first: _Cells, *, is_parted: bool) -> bool:
    """The first row of a page says more of the last one's cells: no rule stands between (`is_parted`), or it begins
    no row of its own and is in the middle of a sentence.
    """
    if not first.keys() <= last.keys():
        return False
    begins = min(first) == min(last)
    in_a_sentence = (_is_in_a_sentence(last[column][-1].text, here[0].text) for column, here in first.items())
    return is_parted or (not begins and any(in_a_sentence))


_ENDED = re.compile(r"[.;:!?…)”]\s*$")


def _is_in_a_sentence(above: str, below: str) -> bool:
    return below[:1].islower() or (
        below[:1].isalnum() and not below[:1].isupper() and not _ENDED.search(above)
    )


def _go_on(last: _Cells, first: _Cells) -> None:
    for column, lines in first.items():
        above, below = last[column][-1].text, lines[0].text
        is_new = below[:1].isupper() and bool(_ENDED.search(above))
        last[column] += [replace(lines[0], starts=is_new), *lines[1:]]
