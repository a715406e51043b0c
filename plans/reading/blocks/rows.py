"""A table of the source → its block and its rows, each cell with its own paragraphs. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from childlabour.core.vietnamese import search_key
from plans.content.values import Block, Cell, Runs, TableColumn
from plans.law.blocks import Align, BlockType
from plans.paper.columns import WIDEST_WORD, share_for, shared_out
from plans.reading.sources.lines import CellShape, TableShape
from plans.reading.text.passages import Passage
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.tables import COUNTERS

from .runs import runs_of

LEAST_LETTERS, MOST_LETTERS = 4, 60  # of a column, that its share of the width is taken from
LONGEST_OF_HEAD = 80  # characters of a cell that heads a column

_COUNTER = re.compile(rf"{any_of(folded(COUNTERS))}\.?")


@dataclass
class TableRead:
    """The cells of one table as they are met; `places` of a cell are those of its passages, in order."""

    number: int
    level: int
    shape: TableShape | None = None
    times: int = 1  # it was opened: rows of head or foot may stand between its own
    elsewhere: frozenset[int] = frozenset()  # rows that are of head or foot
    cells: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def put(self, place: int, passage: Passage) -> None:
        self.cells.setdefault((passage.row, passage.column), []).append(place)

    @property
    def key(self) -> str:
        return f"table-{self.number}" if self.times == 1 else f"table-{self.number}-{self.times}"

    def row_key(self, row: int) -> str:
        return f"{self.key}-row-{row}"

    def blocks(
        self, passages: tuple[Passage, ...], runs: dict[int, Runs]
    ) -> Iterator[tuple[Block, list[int]]]:
        """Each block with the places of its passages; `runs` are those of passages that carry marks."""
        rows = self._rows()
        aligned = _alignment(self, passages)
        yield (
            Block(
                self.key,
                BlockType.TABLE,
                self.level,
                columns=tuple(
                    TableColumn(share, Align.CENTER if column in aligned else Align.LEFT)
                    for column, share in enumerate(self._shares(passages), 1)
                ),
                head_rows=self._head_rows(passages, rows),
            ),
            [],
        )
        for number, shapes in rows.items():
            places = [place for shape in shapes for place in self._within(shape)]
            cells = tuple(self._cell(shape, passages, runs, shape.column in aligned) for shape in shapes)
            yield Block(self.row_key(number), BlockType.ROW, self.level + 1, cells=cells), places

    @property
    def _columns(self) -> int:
        if self.shape:
            return len(self.shape.shares)
        return max(column for _, column in self.cells)

    def _rows(self) -> dict[int, list[CellShape]]:
        """By number; a source that knows no shape has every cell of every row that says something."""
        known = {(shape.row, shape.column): shape for shape in self.shape.cells} if self.shape else {}
        here = {row for row, _ in self.cells}
        known = {at: shape for at, shape in known.items() if at[0] in here or at[0] not in self.elsewhere}
        every = () if self.shape else ((row, column + 1) for row in here for column in range(self._columns))
        known |= {at: CellShape(*at) for at in (*every, *self.cells) if at not in known}
        rows: dict[int, list[CellShape]] = {}
        for at in sorted(known):
            rows.setdefault(at[0], []).append(known[at])
        return rows

    def _within(self, shape: CellShape) -> list[int]:
        return self.cells.get((shape.row, shape.column), [])

    def _cell(
        self, shape: CellShape, passages: tuple[Passage, ...], runs: dict[int, Runs], is_centred: bool
    ) -> Cell:
        places = self._within(shape)
        paragraphs = tuple(runs.get(place) or runs_of(passages[place], with_mark=True) for place in places)
        align = None
        if places and (centred := all(passages[place].centred for place in places)) != is_centred:
            align = Align.CENTER if centred else Align.LEFT
        return Cell(paragraphs or ((),), shape.across, shape.down, align)

    def _shares(self, passages: tuple[Passage, ...]) -> tuple[int, ...]:
        """Of the width: as the source says, else by how much stands in each column; none tears its longest word."""
        letters: Counter[int] = Counter()
        least: Counter[int] = Counter()
        across = (
            {(cell.row, cell.column) for cell in self.shape.cells if cell.across > 1} if self.shape else ()
        )
        for at, places in self.cells.items():
            if at not in across:
                letters[at[1]] = max(letters[at[1]], sum(len(passages[place].text) for place in places))
                least[at[1]] = max(least[at[1]], *(_needed(passages[place]) for place in places))
        columns = range(1, self._columns + 1)
        widths = (
            [float(share) for share in self.shape.shares]
            if self.shape
            else [min(max(letters[column], LEAST_LETTERS), MOST_LETTERS) for column in columns]
        )
        return shared_out([100 * width / sum(widths) for width in widths], [least[c] for c in columns])

    def _head_rows(self, passages: tuple[Passage, ...], rows: dict[int, list[CellShape]]) -> int:
        """As the source says, else the first row where it counts, or is all bold and short."""
        if self.shape and self.shape.head_rows:
            return min(self.shape.head_rows, len(rows))
        first = [passages[place] for shape in rows[min(rows)] for place in self._within(shape)]
        if len(rows) < 2 or len(first) < 2 or any(len(passage.text) > LONGEST_OF_HEAD for passage in first):
            return 0
        counts = bool(_COUNTER.fullmatch(search_key(first[0].text).strip()))
        return int(counts or all(passage.bold for passage in first))


def _needed(passage: Passage) -> int:
    """Per cent of the width that its longest word needs, set bold where it is."""
    return min(share_for(passage.whole.split(), bold=passage.bold), WIDEST_WORD)


def _alignment(table: TableRead, passages: tuple[Passage, ...]) -> frozenset[int]:
    """The columns whose cells stand in the middle, more often than not."""
    said: dict[int, list[bool]] = {}
    for (_, column), places in table.cells.items():
        said.setdefault(column, []).append(all(passages[place].centred for place in places))
    return frozenset(column for column, centred in said.items() if 2 * sum(centred) > len(centred))
