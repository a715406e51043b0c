"""Tables of a PDF that nobody ruled: columns that the same white parts, row after row. Pure.

Chromium and old typewriter habits leave the borders out. Three rows with the same white strips are a table; letterhead
and signatures have one strip only, and signatures of several bodies stand in the middle of their columns.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf

from .grids import DrawnRule, RuledTable

MOST_ROWS = 400  # of a page that is looked at: a page of small type has eighty
LEAST_ROWS = 3  # that agree
LEAST_PIECES = 3  # of a row that shows columns
GUTTER_OF_WORDS = 9.0  # points of white that show two columns
NARROWEST = 6.0  # points of white between two columns; between two words of one size 12 has 3
ANY = 1.0  # points of white that are some at all
NEAR = 3.0  # points: what begins so near to each other begins together
MOST_LINES_OF_HEAD = 4
MORE = 1.2  # times the step of the lines of one cell is what parts two rows


@dataclass(frozen=True)
class RowOfWords:
    """One row of a page: its words from the left."""

    bottom: float
    top: float
    words: tuple[tuple[float, float], ...]  # left, right

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @cached_property
    def pieces(self) -> int:
        """How many stretches of words its wide blanks part."""
        return 1 + sum(here[0] - before[1] >= GUTTER_OF_WORDS for before, here in pairwise(self.words))


_Strip = tuple[float, float]


def white_tables(rows: Sequence[RowOfWords], above: tuple[float, ...] = ()) -> Iterator[RuledTable]:
    """The tables among the rows of a page, from the top; `above`: where the last page's columns began."""
    place = 0
    while place < len(rows):
        end = _end_of_table(rows, place) if rows[place].pieces >= LEAST_PIECES else place
        start = _with_head(rows, place, end)
        found = _table_of(rows[start:end], above)
        if found:
            yield found
        place = end if found else place + 1


def _end_of_table(rows: Sequence[RowOfWords], start: int) -> int:
    """Behind the last row that leaves two strips of the first one's white open, and has several pieces or goes on."""
    strips = _white([rows[start]])
    end = start + 1
    for place in range(start + 1, len(rows)):
        row = rows[place]
        strips = _left_of(strips, row)
        if len(strips) < LEAST_PIECES - 1 or (row.pieces == 1 and _crosses(row, strips)):
            break
        if row.pieces > 1 or _goes_on(rows[start:end], rows[end - 1], row, end == place):
            end = place + 1
    return end


def _with_head(rows: Sequence[RowOfWords], start: int, end: int) -> int:
    """The rows above whose words stand in the same columns, though nearer to each other ("STT Chỉ tiêu"), or of cells
    of several lines that stand in the middle of theirs.
    """
    strips = _white(rows[start:end])
    first = start
    for above in range(start - 1, max(-1, start - 1 - MOST_LINES_OF_HEAD), -1):
        if len(_left_of(strips, rows[above], ANY)) < len(strips) or not (
            above == start - 1 or _is_staggered(rows[above], rows[above + 1])
        ):
            break
        if rows[above].pieces > 1 or (first < start and first == above + 1):
            first = above
    return first


def _is_staggered(above: RowOfWords, below: RowOfWords) -> bool:
    """Nearer than two lines of one cell: they are lines of two cells side by side."""
    return above.middle - below.middle < max(above.top - above.bottom, below.top - below.bottom)


def _goes_on(rows: Sequence[RowOfWords], last: RowOfWords, row: RowOfWords, is_next: bool) -> bool:
    """A line of one cell only: as near to the line above as lines of a cell are."""
    steps = [above.middle - below.middle for above, below in pairwise(rows)]
    height = last.top - last.bottom
    nearest = min([*steps, 1.5 * height])
    return is_next and last.middle - row.middle <= MORE * nearest


def _white(rows: Sequence[RowOfWords]) -> list[_Strip]:
    """The strips between their words that no row covers."""
    spans = sorted(word for row in rows for word in row.words)
    strips: list[_Strip] = []
    reached = spans[0][1] if spans else 0.0
    for left, right in spans:
        if left - reached >= NARROWEST:
            strips.append((reached, left))
        reached = max(reached, right)
    return strips


def _left_of(strips: list[_Strip], row: RowOfWords, least: float = NARROWEST) -> list[_Strip]:
    """What a row's words leave of the strips."""
    left: list[_Strip] = []
    for start, end in strips:
        for word_start, word_end in row.words:
            if word_end <= start or word_start >= end:
                continue
            if word_start <= start:
                start = max(start, word_end)
            else:
                end = min(end, word_start)
        if end - start >= least:
            left.append((start, end))
    return left


def _crosses(row: RowOfWords, strips: list[_Strip]) -> bool:
    """A sentence over the whole width that happens to leave the strips open."""
    left, right = row.words[0][0], row.words[-1][1]
    return sum(left < start and end < right for start, end in strips) > 0


def _table_of(rows: Sequence[RowOfWords], above: tuple[float, ...]) -> RuledTable | None:
    if sum(row.pieces >= LEAST_PIECES for row in rows) < LEAST_ROWS:
        return None
    left, right = min(row.words[0][0] for row in rows), max(row.words[-1][1] for row in rows)
    parting = _partings(rows, left)
    edges = [left - 1, *parting, right + 1]
    if len(parting) < LEAST_PIECES - 1 or not any(
        _begins_together(rows, *column) for column in pairwise(edges)
    ):
        return None
    begins = tuple(_begins_mostly(rows, *column) for column in pairwise(edges))
    known = [any(abs(begin - each) <= NEAR for each in above) for begin in begins]
    if above and sum(known) >= len(above):  # "Quý II/2026" in each row of a page is one column all the same
        edges = [edges[0], *itertools.compress(edges[1:-1], known[1:]), edges[-1]]
        begins = tuple(_begins_mostly(rows, *column) for column in pairwise(edges))
    return _ruled(edges, _row_edges(rows, edges[1]), begins)


def _partings(rows: Sequence[RowOfWords], left: float) -> list[float]:
    """The middle of each white strip, and where every row begins a word under those above, however near the last."""
    found = [(start + end) / 2 for start, end in _white(rows)]
    strips = _white(rows)
    for start in {word[0] for word in rows[0].words}:
        known = start - left <= NEAR or any(low - NEAR <= start <= high + NEAR for low, high in strips)
        if not known and all(_begins_at(row, start) for row in rows):
            found.append(start - ANY)
    return _without_lone(rows, sorted(found))


def _without_lone(rows: Sequence[RowOfWords], partings: list[float]) -> list[float]:
    """A column of one word alone is the beginning of the next: a line of its head stands further left."""
    kept: list[float] = []
    for start, end in zip([-inf, *partings], partings, strict=False):
        filled = sum(any(start < word[0] < end for word in row.words) for row in rows)
        if filled > 1:
            kept.append(end)
    return kept


def _begins_at(row: RowOfWords, at: float) -> bool:
    begins = any(abs(left - at) <= ANY for left, _ in row.words)
    return begins and not any(left < at - ANY < right for left, right in row.words)


def _begins_together(rows: Sequence[RowOfWords], start: float, end: float) -> bool:
    """Whether the cells of a column begin under each other; those of signatures stand in its middle."""
    inside = ([word for word in row.words if start <= word[0] < end] for row in rows)
    begins = [words[0][0] for words in inside if words]
    return any(sum(abs(each - one) <= NEAR for each in begins) >= LEAST_ROWS for one in begins)


def _begins_mostly(rows: Sequence[RowOfWords], start: float, end: float) -> float:
    lefts = [next((round(word[0]) for word in row.words if start <= word[0] < end), None) for row in rows]
    return float(Counter(left for left in lefts if left is not None).most_common(1)[0][0])


def _row_edges(rows: Sequence[RowOfWords], first_column_ends: float) -> list[float]:
    """Where its rows part, from the top; lines of one cell stand nearer to each other than rows do."""
    steps = [above.middle - below.middle for above, below in pairwise(rows)]
    nearest = max(min(steps), *(row.top - row.bottom for row in rows))
    apart = max(steps) > MORE * nearest
    is_wrapped = any(row.words[0][0] > first_column_ends or row.pieces == 1 for row in rows)
    edges = [rows[0].top + 1]
    for (above, below), step in zip(pairwise(rows), steps, strict=True):
        begins = step > MORE * nearest if apart else below.words[0][0] < first_column_ends
        if begins or not is_wrapped:
            edges.append((above.bottom + below.top) / 2)
    return [*edges, rows[-1].bottom - 1]


def _ruled(columns: list[float], rows: list[float], begins: tuple[float, ...]) -> RuledTable:
    """As if it were ruled."""
    upright = tuple(DrawnRule(at, rows[-1], rows[0]) for at in columns)
    level = tuple(DrawnRule(at, columns[0], columns[-1]) for at in rows)
    return RuledTable(tuple(columns), tuple(rows), upright, level, begins)
