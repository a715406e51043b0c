"""Tables that a copy unrolled, one cell a line: header cells, then rows that count 1, 2, 3 … Pure.

Pages of the law sites come so: "TT" / "Chỉ tiêu" / "ĐVT" / "Năm 2025" / "1" / "Tỷ lệ …" / "%" / "80"; some with the
borders between the cells, each on a line of its own: "|" / "TT" / "|" / "Chỉ tiêu" / "|" / "|" / "1" / "|" …
"""

import re
from dataclasses import replace

from childlabour.core.vietnamese import search_key
from plans.reading.sources.lines import Line
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.tables import COUNTERS

from .words import is_finished

MOST_COLUMNS = 12
LEAST_TABBED_ROWS = 2  # the header among them
LEAST_BARRED = 3  # columns: letterheads and signatures stand in two
MOST_LINES_OF_BARRED = 40  # of one cell between borders
MOST_LINES_OF_HEADER = 3
LONGEST_HEADER = 60  # characters of one header cell
LEAST_WRAPPED = 30  # characters of a line that its cell was too narrow for
MOST_LINES = 6  # of one cell
_COUNTER = re.compile(rf"{any_of(folded(COUNTERS))}\.?")
_FIGURE = re.compile(r"[<>≥≤=]{0,3}\s?\d[\d.]*(?:,\d+)?(?<!\.)\s*%?")
_GROUP = re.compile(r"[IVX]{1,5}\.?|[A-E]\.?")


def rolled_up(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The same lines; cells of an unrolled table know their table, row and column."""
    done = _barred(_tabbed(lines))
    table = max((line.table for line in done), default=0)
    place = 0
    while place < len(done):
        columns = _columns_from(done, place)
        rows = _rows_from(done, place, columns) if columns else []
        if len(rows) < 2:
            place += 1
            continue
        table += 1
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                for at in cell:
                    starts = at == cell[0]
                    done[at] = replace(done[at], table=table, row=number, column=column, starts=starts)
        place = rows[-1][-1][-1] + 1
    return tuple(done)


def _tabbed(lines: tuple[Line, ...]) -> list[Line]:
    """Rows that a copy of a page or a sheet parts with tabs: each cell a line of its own, of its table."""
    done: list[Line] = []
    table = max((line.table for line in lines), default=0)
    place = 0
    while place < len(lines):
        end = _end_of_tabbed(lines, place)
        if end - place < LEAST_TABBED_ROWS:
            done.append(lines[place])
            place += 1
            continue
        table += 1
        for row, line in enumerate(lines[place:end], 1):
            done += [
                replace(line, text=cell.strip(), table=table, row=row, column=column, starts=True, looks=())
                for column, cell in enumerate(line.text.split("\t"), 1)
                if cell.strip()
            ]
        place = end
    return done


def _end_of_tabbed(lines: tuple[Line, ...], start: int) -> int:
    """Behind the rows that have as many cells as the header at `start`, whose first says that they are counted."""
    first = lines[start].text.split("\t")
    if lines[start].table or len(first) < LEAST_BARRED or not _COUNTER.fullmatch(search_key(first[0])):
        return start
    end = start + 1
    while end < len(lines) and not lines[end].table and _is_tabbed_row(lines[end].text, len(first)):
        end += 1
    return end


_NUMBERED_ROW = re.compile(r"(?:\d{0,3}(?:\.\d{1,2})?|[IVX]{1,5}|[A-Za-z])[.)]?\t")


def _is_tabbed_row(text: str, columns: int) -> bool:
    """As many cells as the header; fewer in a row that is counted: the empty ones at its end were cut off."""
    tabs = text.count("\t")
    return tabs == columns - 1 or (0 < tabs < columns and bool(_NUMBERED_ROW.match(text)))


def _barred(lines: list[Line]) -> list[Line]:
    """Tables whose borders came as lines of their own; the borders stay where they are, as no words."""
    table = max((line.table for line in lines), default=0)
    place = 0
    while place < len(lines):
        rows = _rows_between_bars(lines, place) if _is_bar(lines, place) else []
        if len(rows) < 2:
            place += 1
            continue
        table += 1
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row, 1):
                for at in cell:
                    starts = True if at == cell.start else lines[at].starts
                    lines[at] = replace(lines[at], table=table, row=number, column=column, starts=starts)
        place = rows[-1][-1].stop
    return lines


def _rows_between_bars(lines: list[Line], start: int) -> list[list[range]]:
    """Rows of cells, the first of which says how many there are; empty cells have no lines."""
    header = _cells(lines, start, MOST_COLUMNS)
    columns = next((count for count, cell in enumerate(header) if not cell), 0)
    if columns < LEAST_BARRED or not all(_heads(lines[cell.start : cell.stop]) for cell in header[:columns]):
        return []
    rows = [header[:columns]]
    while _is_bar(lines, rows[-1][-1].stop + 1):
        row = _cells(lines, rows[-1][-1].stop + 1, columns)
        if len(row) < columns:
            break
        rows.append(row)
    return rows


def _cells(lines: list[Line], start: int, most: int) -> list[range]:
    """The cells that begin behind the border at `start`, each up to the next border."""
    cells: list[range] = []
    while len(cells) < most:
        near = range(start + 1, min(len(lines), start + 2 + MOST_LINES_OF_BARRED))
        end = next((at for at in near if _is_bar(lines, at)), None)
        if end is None:
            break
        cells.append(range(start + 1, end))
        start = end
    return cells


def _heads(cell: list[Line]) -> bool:
    """What heads a column is short; what a copy left between two tables is not."""
    return len(cell) <= MOST_LINES_OF_HEADER and sum(len(line.text) for line in cell) <= LONGEST_HEADER


def _is_bar(lines: list[Line], place: int) -> bool:
    return place < len(lines) and not lines[place].table and lines[place].text.strip() == "|"


def _columns_from(lines: list[Line], start: int) -> int:
    """How many cells the header that begins at `start` has; 0 when none begins there."""
    if lines[start].table or not _COUNTER.fullmatch(search_key(lines[start].text).strip()):
        return 0
    for count in range(2, MOST_COLUMNS + 1):
        if start + count >= len(lines):
            return 0
        line = lines[start + count]
        if line.table or len(line.text) > LONGEST_HEADER:
            return 0
        if _is_number(line, 1):
            return count if count > 2 else 0
    return 0


def _rows_from(lines: list[Line], start: int, columns: int) -> list[list[list[int]]]:
    """Rows of cells of lines, the header first."""
    rows = [[[place] for place in range(start, start + columns)]]
    place, expected = start + columns, 1
    while place < len(lines):
        if _is_number(lines[place], expected) and (row := _row_at(lines, place, columns, expected)):
            rows.append(row)
            place, expected = row[-1][-1] + 1, expected + 1
        elif _is_group(lines, place, expected):
            rows.append([[place], [place + 1]])
            place += 2
        else:
            break
    return rows


def _row_at(lines: list[Line], place: int, columns: int, number: int) -> list[list[int]]:
    """The cells of row `number`, each of one line; where that does not come out, long cells go on (a PDF)."""
    plain = [[at] for at in range(place, place + columns)]
    after = place + columns
    fits = after <= len(lines)
    if fits and (after == len(lines) or _is_number(lines[after], number + 1)):
        return plain
    wrapped: list[list[int]] = []
    for at in range(place, len(lines)):
        if at - place > columns * MOST_LINES or lines[at].table:
            break
        if wrapped and _goes_on(lines[at - 1], lines[at]):
            wrapped[-1].append(at)
        elif len(wrapped) == columns:
            break
        else:
            wrapped.append([at])
    ended = wrapped[-1][-1] + 1 if len(wrapped) == columns else 0
    numbered = bool(ended) and ended < len(lines) and _is_number(lines[ended], number + 1)
    valued = bool(ended) and bool(_FIGURE.fullmatch(lines[ended - 1].text.strip()))
    return wrapped if numbered or valued else plain if fits else []


def _goes_on(before: Line, line: Line) -> bool:
    """A long line that ends no sentence, and one that begins in the middle of it."""
    return len(before.text) >= LEAST_WRAPPED and not is_finished(before.text) and line.text[:1].islower()


def _is_number(line: Line, number: int) -> bool:
    return line.text.strip().rstrip(".") == str(number)


def _is_group(lines: list[Line], place: int, expected: int) -> bool:
    """ "I" / "Bảo vệ trẻ em" between two rows; each group may count from 1 again, which we do not follow."""
    fits = place + 2 < len(lines) and bool(_GROUP.fullmatch(lines[place].text.strip()))
    return fits and _is_number(lines[place + 2], expected)
