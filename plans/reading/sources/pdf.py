"""A PDF with text as lines, in reading order: columns side by side come one after the other.

pdfium gives characters with their boxes (points, origin bottom left); rows, columns and paragraph starts are
worked out from those.
"""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial, reduce
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from childlabour.core.vietnamese import clean

from . import limits
from .contact import MOST_CONTACT_LINES, contact_in
from .feet import CalledNotes, PrintedNote, notes_of
from .grids import RuledTable, by_cell, grids_of, parted
from .letters import Box, Letters, Piece, around
from .lines import TURNED, Line, Source, SourceKind, is_turned
from .pressed import refuse_pressed
from .printed_tables import PrintedTables
from .refusing import Unreadable
from .white_tables import GUTTER_OF_WORDS, LEAST_PIECES, LEAST_ROWS, MOST_ROWS, RowOfWords, white_tables

LEAST_BLANK, LEAST_BLANK_OF_SIZE = 1.0, 0.14  # between words, in points and in sizes of the type
GUTTER = 20.0  # points of white that part two columns; a justified blank at size 13 stays below
MARGIN = 62.0  # points from the edge in which page numbers and running heads stand (NĐ 30: 20–25 mm)
ALIKE = 2.0  # points by which the blanks of one stretched line differ
SCAN_LETTERS = 25  # letters a page; a scan with a stamp of its signature has fewer


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    rows: tuple[tuple[Piece, ...], ...]
    tables: tuple[tuple[RuledTable, tuple[Piece, ...]], ...] = ()
    notes: tuple[PrintedNote, ...] = ()
    is_turned: bool = False


def read_pdf(data: bytes) -> Source:
    refuse_pressed(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as fault:
        encrypted = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(fault).lower()
        raise Unreadable("encrypted" if encrypted else "damaged_pdf") from fault
    try:
        return _read(document)
    except pdfium.PdfiumError as fault:
        raise Unreadable("damaged_pdf") from fault
    finally:
        document.close()


def _read(document: pdfium.PdfDocument) -> Source:
    count = len(document)
    if count > limits.PAGES:
        raise Unreadable("too_many_pages")
    if count == 0:
        raise Unreadable("damaged_pdf")
    pages: list[Page] = []
    characters = 0
    for number in range(count):
        tables_above = pages[-1].tables if pages else ()
        page = _page(document, number, tables_above[-1][0].begins if tables_above else ())
        held = (*page.rows, *(pieces for _, pieces in page.tables))
        characters += sum(len(piece.text) for pieces in held for piece in pieces)
        if characters > limits.CHARACTERS:
            raise Unreadable("too_long")
        pages.append(page)
    if characters < SCAN_LETTERS * count:
        raise Unreadable("scan")
    contact = _contact_of(pages[0])
    furniture = _running_heads(pages) | contact
    tables = PrintedTables()
    notes = CalledNotes()
    lines = [
        line
        for page in pages
        for line in notes.called_in(_lines(page, furniture, tables), page.notes, page.number)
    ]
    lines += notes.called_in(tables.closed())
    lines += notes.lines
    margins = [line for page in pages for line in _margins(page, furniture, contact)]
    margins = sorted([*margins, *tables.heads_again], key=lambda line: line.page)
    turned = (TURNED,) if any(page.is_turned for page in pages) else ()
    return Source(SourceKind.PDF, tuple(lines), pages=count, remarks=turned, margins=tuple(margins))


# --- Characters → rows --------------------------------------------------------------------------------


def _page(document: pdfium.PdfDocument, number: int, above: tuple[float, ...] = ()) -> Page:
    """`above`: where the columns began of the table without rules that may go on from the page before."""
    page = document[number]
    text = page.get_textpage()
    try:
        letters = Letters(text.raw)
        grids = grids_of(page)
        held = _Held.of(list(_pieces(letters, grids)), grids)
        if unruled := tuple(white_tables(_word_rows(letters, held.rows), above)):
            grids = tuple(sorted((*grids, *unruled), key=lambda grid: -grid.rows[0]))
            held = _Held.of(list(_pieces(letters, grids)), grids)
        width, height = page.get_width(), page.get_height()
        is_number = partial(_is_page_number, height=height)
        top, notes = notes_of(letters, held.rows, is_number)
        rows = held.rows
        if notes:  # their calls are marked in the letters
            held = _Held.of(list(_pieces(letters, grids)), grids)
            rows = tuple(row for row in held.rows if row[0].bottom >= top or all(map(is_number, row)))
        return Page(number + 1, width, height, rows, held.tables, notes, is_turned(letters.text))
    finally:
        text.close()
        page.close()


@dataclass(frozen=True, slots=True)
class _Held:
    """The pieces of a page: those in its tables, and the rows of the others."""

    rows: tuple[tuple[Piece, ...], ...]
    tables: tuple[tuple[RuledTable, tuple[Piece, ...]], ...]

    @classmethod
    def of(cls, pieces: list[Piece], grids: tuple[RuledTable, ...]) -> "_Held":
        inside = [tuple(piece for piece in pieces if _is_in(grid, piece)) for grid in grids]
        taken = {id(piece) for held in inside for piece in held}
        rows = tuple(_rows([piece for piece in pieces if id(piece) not in taken]))
        return cls(rows, tuple((grid, held) for grid, held in zip(grids, inside, strict=True) if held))


def _word_rows(letters: Letters, rows: tuple[tuple[Piece, ...], ...]) -> list[RowOfWords]:
    """The rows word by word; none of a page that has too little white for a table."""
    boxes = [drawn.box for drawn in letters.lines if drawn.box]
    wide = sum(here[0] - before[1] >= GUTTER_OF_WORDS for before, here in itertools.pairwise(boxes))
    if wide < LEAST_ROWS * (LEAST_PIECES - 1) or len(rows) > MOST_ROWS:
        return []
    boxes = [drawn.box for drawn in letters.words if drawn.box]
    return [
        RowOfWords(
            min(piece.bottom for piece in row),
            max(piece.top for piece in row),
            tuple(word for piece in row for word in _words_of(piece, boxes)),
        )
        for row in rows
    ]


def _words_of(piece: Piece, boxes: list[Box]) -> list[tuple[float, float]]:
    """Where its words begin and end; a line drawn over the whole width, its blanks alike, is one."""
    words = sorted(
        (left, right)
        for left, right, low, high in boxes
        if piece.left <= left and right <= piece.right and piece.bottom <= (low + high) / 2 <= piece.top
    )
    gaps = [here[0] - before[1] for before, here in itertools.pairwise(words)]
    is_stretched = len(gaps) > 1 and min(gaps) >= GUTTER_OF_WORDS / 2 and max(gaps) - min(gaps) <= ALIKE
    return [(piece.left, piece.right)] if is_stretched or not words else words


def _is_in(grid: RuledTable, piece: Piece) -> bool:
    return grid.holds(_center(piece), _middle(piece))


def _pieces(letters: Letters, grids: tuple[RuledTable, ...]) -> Iterator[Piece]:
    """Words in the order of the page, together until the row changes, a gutter opens or a border stands."""
    run: list[str] = []
    box: Box | None = None
    first = 0
    for text, start, here in letters.words if grids else letters.lines:
        if box and (text[0] == "\n" or (here and _is_apart(box, here, grids))):
            yield Piece("".join(run).strip(), *box, letters.is_bold(first), letters.size(first))
            run, box = [], None
        if here:
            first = first if box else start
            box = around(box, here) if box else here
        if box:
            run.append(text)
    if box:
        yield Piece("".join(run).strip(), *box, letters.is_bold(first), letters.size(first))


def _is_apart(box: Box, here: Box, grids: tuple[RuledTable, ...]) -> bool:
    """On another row, or beyond a gutter or a border, or back at the left."""
    left, right, bottom, top = here
    if bottom > box[3] or top < box[2]:
        return True
    if left - box[1] > GUTTER or right < box[0] - GUTTER:
        return True
    return bool(grids) and parted(grids, box[1], left, (bottom + top) / 2)


def _rows(pieces: list[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Pieces whose middles stand on one line, from the top of the page down, each row from the left."""
    waiting: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (-(p.bottom + p.top) / 2, p.left)):
        if waiting and abs(_middle(piece) - _middle(waiting[0])) > 0.5 * max(
            waiting[0].height, piece.height, 4
        ):
            yield _joined(waiting)
            waiting = []
        waiting.append(piece)
    if waiting:
        yield _joined(waiting)


def _middle(piece: Piece) -> float:
    return (piece.bottom + piece.top) / 2


def _joined(row: list[Piece]) -> tuple[Piece, ...]:
    """One row; pieces that turn out to stand close together (a change of font) are one."""
    done: list[Piece] = []
    for piece in sorted(row, key=lambda p: p.left):
        last = done[-1] if done else None
        if last is None or piece.left - last.right > GUTTER:
            done.append(piece)
            continue
        blank = max(LEAST_BLANK, LEAST_BLANK_OF_SIZE * piece.size)
        done[-1] = _over(last, piece, " " if piece.left - last.right > blank else "")
    return _unstretched(done) if len(done) > 1 else tuple(done)


def _unstretched(row: list[Piece]) -> tuple[Piece, ...]:
    """A line ended by hand in a justified paragraph, drawn over the whole width: "Nơi        nhận:" is no two columns.

    Its words stand apart alike, and one begins small; no column of a head or of figures does.
    """
    runs = [[row[0]]]
    for piece in row[1:]:
        *above, last = runs[-1]
        gap = piece.left - last.right
        is_alike = not above or abs(gap - (last.left - above[-1].right)) <= ALIKE
        if is_alike and " " not in last.text and " " not in piece.text:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return tuple(
        piece
        for run in runs
        for piece in ([reduce(_over, run)] if any(p.text[:1].islower() for p in run[1:]) else run)
    )


def _over(left: Piece, right: Piece, space: str = " ") -> Piece:
    """Two pieces of a row made one."""
    return Piece(
        left.text + space + right.text,
        left.left,
        max(left.right, right.right),
        min(left.bottom, right.bottom),
        max(left.top, right.top),
        left.bold and right.bold,
        left.size,
    )


# --- Rows → lines -------------------------------------------------------------------------------------


def _running_heads(pages: list[Page]) -> frozenset[str]:
    """Texts that stand in the margin of most pages; page numbers are told by their figures later."""
    seen = Counter(
        piece.text
        for page in pages
        for text_row in page.rows
        for piece in text_row
        if _in_margin(piece, page.height)
    )
    least = max(3, len(pages) // 2)
    return frozenset(text for text, times in seen.items() if times >= least)


def _in_margin(piece: Piece, height: float) -> bool:
    return piece.bottom > height - MARGIN or piece.top < MARGIN


def _is_page_number(piece: Piece, height: float) -> bool:
    if not _in_margin(piece, height):
        return False
    bare = piece.text.strip(" -–|").lower().removeprefix("trang").strip()
    figures = bare.split("/")[0].strip()
    return figures.isdigit() and len(figures) <= 3


def _contact_of(page: Page) -> frozenset[str]:
    """The last rows of the first page, where they say how the office is reached and stand apart from the text."""
    rows = page.rows[-MOST_CONTACT_LINES:]
    said = contact_in([" ".join(piece.text for piece in row) for row in rows])
    above, below = page.rows[: len(page.rows) - len(said)], page.rows[len(page.rows) - len(said) :]
    if not above or not below:
        return frozenset()
    first = below[0][0]
    gap = min(piece.bottom for piece in above[-1]) - first.top
    is_apart = gap > (first.top - first.bottom) / 2
    return frozenset(piece.text for row in below for piece in row) if is_apart else frozenset()


def _margins(page: Page, furniture: frozenset[str], contact: frozenset[str]) -> Iterator[Line]:
    for row in page.rows:
        for piece in row:
            is_number = _is_page_number(piece, page.height)
            if is_number or piece.text in furniture:
                reason = "page_number" if is_number else "running_head"
                reason = "contact" if page.number == 1 and piece.text in contact else reason
                yield Line(clean(piece.text), page=page.number, apart=reason)


def _in_cells(grid: RuledTable, pieces: tuple[Piece, ...], page: int) -> dict[tuple[int, int], list[Line]]:
    """The lines of each cell that says something, by row and column."""
    return {
        at: [
            Line(
                clean(" ".join(piece.text for piece in held).replace("\u00ad", "\u2010")),
                bold=all(piece.bold for piece in held),
                starts=place == 0,
                page=page,
            )
            for place, held in enumerate(_rows([pieces[number] for number in numbers]))
        ]
        for at, numbers in by_cell(grid, [(_center(piece), _middle(piece)) for piece in pieces]).items()
    }


def _lines(page: Page, furniture: frozenset[str], tables: PrintedTables) -> Iterator[Line]:
    """The rows of a page and its tables, from the top; a table that may go on is kept back in `tables`."""
    rows = [
        kept
        for row in page.rows
        if (kept := tuple(p for p in row if p.text not in furniture and not _is_page_number(p, page.height)))
    ]
    for grid, pieces in page.tables:
        above = [row for row in rows if _middle(row[0]) > grid.rows[0]]
        if above:
            yield from tables.closed()
            yield from _plain_lines(page, above)
            rows = rows[len(above) :]
        yield from tables.take(grid, _in_cells(grid, pieces, page.number))
    if rows:
        yield from tables.closed()
        yield from _plain_lines(page, rows)


def _plain_lines(page: Page, rows: list[tuple[Piece, ...]]) -> Iterator[Line]:
    shape = _Shape.of(rows)
    block: list[tuple[Piece, ...]] = []
    gutter: tuple[float, float] | None = None
    previous: Piece | None = None
    for row in rows:
        if gutter is None and _opens_columns(row, page):
            gutter = (row[0].right, row[1].left)
        elif gutter is not None:
            gutter = _still_open(gutter, row)
            if gutter is None:
                yield from _columns(block, page, shape)
                block = []
                if _opens_columns(row, page):
                    gutter = (row[0].right, row[1].left)
        if gutter is not None:
            block.append(row)
            previous = None
        else:
            line = _line(row, previous, page, shape)
            yield line
            previous = row[-1]
    yield from _columns(block, page, shape)


def _opens_columns(row: tuple[Piece, ...], page: Page) -> bool:
    return len(row) == 2 and row[0].left < page.width * 0.45 < row[1].right and row[1].left > page.width * 0.3


def _still_open(gutter: tuple[float, float], row: tuple[Piece, ...]) -> tuple[float, float] | None:
    """The white strip that this row leaves of the gutter; None when the row runs across it."""
    left, right = gutter
    for piece in row:
        if piece.right <= right - 2 and piece.left < left:
            left = max(left, piece.right)
        elif piece.left >= left + 2:
            right = min(right, piece.left)
        elif piece.right <= right - 2:
            left = max(left, piece.right)
        else:
            return None
    return (left, right) if right - left > 6 and len(row) <= 2 else None


def _columns(block: list[tuple[Piece, ...]], page: Page, shape: "_Shape") -> Iterator[Line]:
    """Two columns side by side: the whole left one, then the whole right one."""
    if not block:
        return
    sure = [row for row in block if len(row) == 2]
    axes = [
        (min(row[side].left for row in sure), median(_center(row[side]) for row in sure)) for side in (0, 1)
    ]
    for column in (1, 2):
        previous = None
        for row in block:
            pieces = [row[column - 1]] if len(row) == 2 else [p for p in row if _nearer(p, axes) == column]
            if not pieces:
                continue
            line = _line(tuple(pieces), previous, page, shape)
            # Lines of a column are told apart by what they say: their own indents mean nothing.
            yield replace(line, table=-1, row=1, column=column, starts=None, centred=False)
            previous = pieces[-1]


def _nearer(piece: Piece, axes: list[tuple[float, float]]) -> int:
    """The column a lone piece stands in: one keeps to the left edge or to the middle of its column."""
    first, second = (min(abs(piece.left - left), abs(_center(piece) - middle)) for left, middle in axes)
    return 1 if first <= second else 2


def _center(piece: Piece) -> float:
    return (piece.left + piece.right) / 2


@dataclass(frozen=True, slots=True)
class _Shape:
    """The text block of a page: where most lines start and end, and how far apart they stand."""

    left: float
    right: float
    step: float

    @classmethod
    def of(cls, rows: list[tuple[Piece, ...]]) -> "_Shape":
        if not rows:
            return cls(0, 0, 0)
        lefts = sorted(row[0].left for row in rows)
        rights = sorted(row[-1].right for row in rows)
        steps = [_middle(a[0]) - _middle(b[0]) for a, b in itertools.pairwise(rows)]
        return cls(
            left=lefts[len(lefts) // 10],
            right=rights[-1 - len(rights) // 10],
            step=median(steps) if steps else 0,
        )


def _line(row: tuple[Piece, ...], previous: Piece | None, page: Page, shape: _Shape) -> Line:
    text = clean("\t".join(piece.text for piece in row).replace("\u00ad", "\u2010"))
    left, right = row[0].left, row[-1].right
    width = max(shape.right - shape.left, 1)
    middle = (shape.left + shape.right) / 2
    centred = (
        abs((left + right) / 2 - middle) < 0.03 * width + 3
        and left - shape.left > 0.06 * width
        and shape.right - right > 0.06 * width
    )
    return Line(
        text=text,
        bold=all(piece.bold for piece in row),
        centred=centred,
        starts=_starts(row[0], previous, shape),
        page=page.number,
    )


def _starts(first: Piece, previous: Piece | None, shape: _Shape) -> bool | None:
    """An indent, a wider gap above, or a line before that ended early: a new paragraph starts."""
    if previous is None:
        return None
    gap = _middle(previous) - _middle(first)
    if shape.step and gap > 1.35 * shape.step + 1:
        return True
    ended_early = previous.right < shape.right - 0.12 * (shape.right - shape.left)
    indented = first.left > shape.left + 12
    if ended_early:
        return True
    return None if indented else False
