"""Tables of a PDF by their rules: a cell is what lines enclose. Pure but for asking pdfium for the lines.

Producers draw a border as a thin filled box for each side of each cell (Chromium, Word, WeasyPrint) or as strokes
(LibreOffice); both have bounds as thin as a rule.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

THICKEST = 3.0  # points of a rule
SHORTEST = 6.0  # points of one that encloses anything
NEAR = 3.0  # points: rules nearer to each other are one
MOST_RULES = 3_000  # of a page: more are a drawing, no tables
LEAST_COLUMNS = 2


class DrawnRule(NamedTuple):
    """A line from `start` to `end` at `at`: x and from below to above, or y and from left to right."""

    at: float
    start: float
    end: float

    def crosses(self, place: float) -> bool:
        return self.start - NEAR <= place <= self.end + NEAR


@dataclass(frozen=True)
class RuledTable:
    """One table of a page: where its columns and rows part, from the left and from the top."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[DrawnRule, ...] = field(repr=False)
    level: tuple[DrawnRule, ...] = field(repr=False)
    begins: tuple[float, ...] = ()  # where the cells of each column begin, of a table that nobody ruled

    def holds(self, x: float, y: float) -> bool:
        return self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]

    def cell_of(self, x: float, y: float) -> tuple[int, int]:
        """Row and column, counted from 1; of a cell that covers several, its first."""
        row = max(sum(edge >= y for edge in self.rows), 1)
        column = max(sum(edge <= x for edge in self.columns), 1)
        while column > 1 and not self._is_parted_at(self.columns[column - 1], y):
            column -= 1
        while row > 1 and not any(
            abs(rule.at - self.rows[row - 1]) <= NEAR and rule.crosses(x) for rule in self.level
        ):
            row -= 1
        return row, column

    def _is_parted_at(self, x: float, y: float) -> bool:
        return any(abs(rule.at - x) <= NEAR and rule.crosses(y) for rule in self.upright)

    @property
    def is_open_below(self) -> bool:
        """No rule ends it: its last row goes on."""
        return not any(abs(rule.at - self.rows[-1]) <= NEAR for rule in self.level)

    def continues(self, other: "RuledTable") -> bool:
        """The same columns: a table that goes on from the page of `other`."""
        if len(self.columns) != len(other.columns) or bool(self.begins) != bool(other.begins):
            return False
        if self.begins:  # white is as wide as the words of a page leave it: what counts is where cells begin
            together = [abs(a - b) <= NEAR for a, b in zip(self.begins, other.begins, strict=True)]
            return sum(together) >= len(together) - 1
        return all(abs(a - b) <= NEAR for a, b in zip(self.columns, other.columns, strict=True))


def grids_of(page: pdfium.PdfPage) -> tuple[RuledTable, ...]:
    """The tables of a page, from the top."""
    upright, level = _rules(page)
    if len(upright) <= LEAST_COLUMNS or len(level) < 2:
        return ()
    return tuple(_grids(upright, level))


def parted(grids: Iterable[RuledTable], left: float, right: float, y: float) -> bool:
    """Whether a border stands between two words of a row."""
    return any(
        left - NEAR <= rule.at <= right + NEAR and rule.crosses(y) for grid in grids for rule in grid.upright
    )


def _rules(page: pdfium.PdfPage) -> tuple[list[DrawnRule], list[DrawnRule]]:
    upright, level = [], []
    for count, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > MOST_RULES:
            return [], []
        left, bottom, right, top = drawn.get_bounds()
        if right - left <= THICKEST and top - bottom >= SHORTEST:
            upright.append(DrawnRule((left + right) / 2, bottom, top))
        elif top - bottom <= THICKEST and right - left >= SHORTEST:
            level.append(DrawnRule((bottom + top) / 2, left, right))
    return upright, level


def _grids(upright: list[DrawnRule], level: list[DrawnRule]) -> Iterator[RuledTable]:
    """Bands between rules that lie under each other, as long as upright rules run through them.

    A row that the page end parts has no rule there: its upright rules end together.
    """
    edges = sorted(_together([*(rule.at for rule in level), *_ends_of(upright)]), reverse=True)
    band: list[float] = []
    for above, below in itertools.pairwise(edges):
        middle = (above + below) / 2
        through = [rule for rule in upright if rule.start < middle < rule.end]
        if len(_together(rule.at for rule in through)) > LEAST_COLUMNS:
            band = band or [above]
            band.append(below)
        elif band:
            yield _grid(band, upright, level)
            band = []
    if band:
        yield _grid(band, upright, level)


def _ends_of(upright: list[DrawnRule]) -> list[float]:
    """Where so many upright rules begin or end together that a table does."""
    ends = sorted(place for rule in upright for place in (rule.start, rule.end))
    return [
        place
        for place, also in zip(ends, ends[LEAST_COLUMNS:], strict=False)
        if also - place <= NEAR and len(_together(_at_end(upright, place))) > LEAST_COLUMNS
    ]


def _at_end(upright: list[DrawnRule], place: float) -> list[float]:
    return [rule.at for rule in upright if min(abs(rule.start - place), abs(rule.end - place)) <= NEAR]


def _grid(rows: list[float], upright: list[DrawnRule], level: list[DrawnRule]) -> RuledTable:
    top, bottom = rows[0], rows[-1]
    inside = tuple(rule for rule in upright if rule.start < top and rule.end > bottom)
    across = tuple(rule for rule in level if bottom - NEAR <= rule.at <= top + NEAR)
    return RuledTable(tuple(_together(rule.at for rule in inside)), tuple(rows), inside, across)


def _together(places: Iterable[float]) -> list[float]:
    """Sorted, and those nearer than `NEAR` made one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def by_cell(grid: RuledTable, centres: Iterable[tuple[float, float]]) -> dict[tuple[int, int], list[int]]:
    """Numbers of the pieces in each cell, by the middle of each."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(centres):
        cells[grid.cell_of(x, y)].append(number)
    return cells
