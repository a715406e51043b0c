"""Blocks of the body set as the layout prints them: what is bold, what is centred, where a note is called. Pure.

Markers are words and stay as they are stored. The sheet's heads and end are not here (`sheet`).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from childlabour.core.vietnamese import nfc
from plans.content.parts import WholeTable, called_notes, lead_in, titles, with_rows
from plans.content.values import Block, Cell, Runs
from plans.law.blocks import Align, BlockType

from .binding import NBSP, bind, is_ragged, pieces_of
from .nd30 import CELL_EDGES, END_MARK, LAYOUT
from .stretching import tears_holes
from .widths import ShortLine


@dataclass(frozen=True)
class Footnote:
    """A note as it stands at the foot of the page."""

    marker: str
    strands: tuple["Strand", ...]


@dataclass(frozen=True)
class Strand:
    """Words of one look; `foot` is called behind them."""

    text: str
    bold: bool = False
    italic: bool = False
    foot: Footnote | None = None
    call: str = ""  # of a note that stands elsewhere: below its table
    room: ShortLine | None = None  # of a column; None where it stands in a line of the page

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The text cut so that what stays on one line ("192/KH-UBND", "2021-2025") is a piece, marked True."""
        return _pieces(self.text, self.room)


Strands = tuple[Strand, ...]


@dataclass(frozen=True)
class Text:
    """One paragraph; `marker` stands before it.

    Roles: chapter, part, article, clause, point, prose, note, citation, end. `bold` and `italic` are those of the whole
    paragraph, its marker included.
    """

    role: str
    strands: Strands
    marker: str = ""
    bold: bool = False
    italic: bool = False
    anchor: str = ""
    centred: bool = False
    leads: bool = False  # stays on the page of what follows it

    @property
    def text(self) -> str:
        return "".join(strand.text for strand in self.strands)

    @property
    def tag(self) -> str:
        """The HTML element; the sheet's own titles are h1."""
        return TAGS.get(self.role, "p")

    @property
    def is_ragged(self) -> bool:
        """Holds words that would tear holes into a line stretched to the margin."""
        return is_ragged(self.text) or tears_holes(self.text, self.marker, self.bold)

    @property
    def is_item(self) -> bool:
        """Of a list: behind a dash, a number, a letter."""
        return self.role == "prose" and bool(self.marker)


TAGS = {"chapter": "h2", "part": "h2", "clause": "h3", "article": "h3"}


@lru_cache(maxsize=5_000)  # some 5 MB: all blocks but one are the same from one letter typed to the next
def _text_alone(block: Block, role: str, bold: bool, leads: bool) -> Text:
    return _text_of(block, role, bold, leads, strands_of(block.runs))


def _text_of(block: Block, role: str, bold: bool, leads: bool, strands: Strands) -> Text:
    bold, italic = bold or _all(strands, "bold"), _all(strands, "italic")
    if role in ("chapter", "part"):
        strands = tuple(replace(strand, text=strand.text.upper()) for strand in strands)
    return Text(
        role,
        tuple(replace(s, bold=s.bold and not bold, italic=s.italic and not italic) for s in strands),
        tidy(block.marker),
        bold,
        italic,
        block.key,
        block.centred,
        leads,
    )


@dataclass(frozen=True)
class GridCell:
    column: int
    paragraphs: tuple[Strands, ...]
    across: int = 1
    down: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True)
class GridRow:
    cells: tuple[GridCell, ...]
    anchor: str = ""
    tall: bool = False  # may break over two pages; other rows stay in one piece
    group: bool = False  # titles the rows below it: kept with the next one


@dataclass(frozen=True)
class Grid:
    shares: tuple[int, ...]  # per cent of the width, column by column
    head: tuple[GridRow, ...]  # printed on each page
    rows: tuple[GridRow, ...]
    anchor: str = ""


def set_blocks(blocks: tuple[Block, ...]) -> tuple[Text | Grid, ...]:
    """In print order; a note that is called from a paragraph stands with its call, from a table below the table."""
    return tuple(_Setting(blocks).all())


class _Setting:
    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self._blocks = blocks
        self._titles, self._lead_in = titles(blocks), lead_in(blocks)
        self._notes = {block.key: block for block in blocks if block.type == BlockType.NOTE}
        self._called = {
            mark
            for block in blocks
            for runs in block.stretches
            for run in runs
            for mark in run.marks
            if mark in self._notes
        }

    def all(self) -> Iterator[Text | Grid]:
        for item in with_rows(self._blocks):
            if isinstance(item, WholeTable):
                yield set_table(item, self._notes)
                yield from self._notes_below(item)
            elif item.type != BlockType.NOTE:
                yield self._text(item)
            elif item.key not in self._called:
                yield Text("note", strands_of(item.runs), tidy(item.marker), anchor=item.key)

    def _notes_below(self, table: WholeTable) -> Iterator[Text]:
        stretches = (runs for row in table.rows for runs in row.stretches)
        called = {note.key: note for runs in stretches for _, note in called_notes(runs, self._notes)}
        for note in called.values():
            yield Text("note", strands_of(note.runs), tidy(note.marker), anchor=note.key)

    def _text(self, block: Block) -> Text:
        role = self._role(block)
        bold = role in ("chapter", "part", "clause") or block.key in self._titles
        leads = (bold and role != "prose") or block.key in self._lead_in or block.text.rstrip().endswith(":")
        if self._notes and any(mark in self._notes for run in block.runs for mark in run.marks):
            return _text_of(block, role, bold, leads, strands_of(block.runs, self._notes))
        return _text_alone(block, role, bold, leads)

    def _role(self, block: Block) -> str:
        match block.type:
            case BlockType.CHAPTER:
                return "chapter"
            case BlockType.PART:
                return "part"
            case BlockType.ARTICLE:
                return "article"
            case BlockType.CLAUSE if block.key in self._titles or _is_bold(block):
                return "clause"
            case BlockType.CLAUSE if block.key in self._lead_in and not block.marker[:1].isdigit():
                return "point"
        return "prose"


def _is_bold(block: Block) -> bool:
    return bool(block.runs) and all(run.bold for run in block.runs)


def _all(strands: Strands, look: str) -> bool:
    words = [strand for strand in strands if strand.text.strip()]
    return bool(words) and all(getattr(strand, look) for strand in words)


def called_feet(blocks: tuple[Text | Grid, ...]) -> tuple[Footnote, ...]:
    return tuple(
        strand.foot for block in blocks if isinstance(block, Text) for strand in block.strands if strand.foot
    )


# --- Tables -------------------------------------------------------------------------------------------

_LETTERS_OF_A_TALL_CELL = 12  # for each per cent of the width: some fourteen lines


def set_table(whole: WholeTable, notes: dict[str, Block] | None = None) -> Grid:
    """Every cell at its column, what reaches over others cut to the table."""
    head = min(whole.table.head_rows, len(whole.rows))
    parts = (whole.rows[:head], whole.rows[head:])
    laid = [list(_laid(rows)) for rows in parts]
    ends = (column + cell.across for rows in laid for row in rows for column, cell in row)
    shares = _shares(whole.table, max(ends, default=1))
    aligns = [column.align for column in whole.table.columns]

    def row_of(block: Block, cells: list[tuple[int, Cell]], is_head: bool) -> GridRow:
        made = tuple(_cell(column, cell, aligns, shares, notes or {}, is_head) for column, cell in cells)
        tall = any(_is_tall(cell, shares) for cell in made)
        return GridRow(made, block.key, tall=tall, group=not tall and _titles_rows(made, len(shares)))

    above, below = (
        tuple(row_of(block, cells, is_head) for block, cells in zip(rows, placed, strict=True))
        for rows, placed, is_head in zip(parts, laid, (True, False), strict=True)
    )
    return Grid(shares, above, _with_figures_aligned(below), whole.table.key)


def _titles_rows(cells: tuple[GridCell, ...], columns: int) -> bool:
    """One cell as wide as the table, or words that are all bold: "II", "Công tác phối hợp", nothing."""
    strands = [strand for cell in cells for strands in cell.paragraphs for strand in strands]
    is_whole = len(cells) == 1 and cells[0].across == columns > 1
    is_bold = (
        len(cells) > 1 and bool(strands) and all(strand.bold for strand in strands if strand.text.strip())
    )
    return (is_whole or is_bold) and all(cell.down == 1 for cell in cells)


def _laid(rows: tuple[Block, ...]) -> Iterator[list[tuple[int, Cell]]]:
    """Row by row, each cell with its column: places under a cell that reaches down are taken."""
    taken: dict[int, int] = {}  # column → rows that are still covered from above
    for number, row in enumerate(rows):
        cells: list[tuple[int, Cell]] = []
        covered = {column for column, left in taken.items() if left}
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        column = 0
        for cell in row.cells:
            while column in covered:
                column += 1
            across = _free(column, cell.across, covered)
            down = max(1, min(cell.down, len(rows) - number))
            cells.append((column, replace(cell, across=across, down=down)))
            if down > 1:
                taken |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        yield cells


def _free(column: int, wanted: int, covered: set[int]) -> int:
    free = 1
    while free < wanted and column + free not in covered:
        free += 1
    return free


def _shares(table: Block, count: int) -> tuple[int, ...]:
    """As said; columns that no table says (cells beyond it) are as wide as the others are on the whole."""
    said = tuple(max(column.share, 1) for column in table.columns)
    usual = sum(said) // len(said) if said else max(100 // count, 1)
    return said + (usual,) * (count - len(said))


_FIGURE = re.compile(r"[<>≥≤±+-]?\s?\d[\d.]*(?:,(\d+))?\s?(%|‰)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_FIGURE = frozenset("-–—x…") | {"...", "…."}  # what stands where a figure has nothing to say


def _with_figures_aligned(rows: tuple[GridRow, ...]) -> tuple[GridRow, ...]:
    """A column of figures stands at its right edge, decimal commas under each other.

    A comma is a quarter of the size wide, a digit a half, so no-break blanks (a quarter) make up for what is missing.
    Numbers of rows (1, 2, 3) and years are no figures; a sign per cent stays with its own.
    """
    columns: dict[int, list[GridCell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.across == 1:
                columns.setdefault(cell.column, []).append(cell)
    decimals = {
        column: found
        for column, cells in columns.items()
        if column and (found := _decimals(cells)) is not None
    }
    if not decimals:
        return rows
    return tuple(replace(row, cells=tuple(_aligned(cell, decimals) for cell in row.cells)) for row in rows)


def _decimals(cells: list[GridCell]) -> int | None:
    """How many digits stand behind the comma at most; None where a cell says something else than a figure."""
    texts = [text for cell in cells if (text := _said(cell)) and text not in _NO_FIGURE]
    figures = [_FIGURE.fullmatch(text) for text in texts]
    if len(texts) < 2 or not all(figures) or all(_YEAR.fullmatch(text) for text in texts):
        return None
    if len({figure[2] for figure in figures if figure}) > 1:
        return 0
    return max(len(figure[1] or "") for figure in figures if figure)


def _said(cell: GridCell) -> str:
    return "".join(strand.text for strands in cell.paragraphs for strand in strands).strip()


def _aligned(cell: GridCell, decimals: dict[int, int]) -> GridCell:
    if cell.across != 1 or cell.column not in decimals or not _said(cell):
        return cell
    figure = _FIGURE.fullmatch(_said(cell))
    behind = len(figure[1] or "") if figure else 0
    wanted = decimals[cell.column]
    room = NBSP * (2 * (wanted - behind) + (1 if wanted and not behind else 0))
    if not room:
        return replace(cell, align=Align.RIGHT)
    *before, last = cell.paragraphs[-1]
    padded = (*before, replace(last, text=last.text + room))
    return replace(cell, align=Align.RIGHT, paragraphs=(*cell.paragraphs[:-1], padded))


def _cell(
    column: int,
    cell: Cell,
    aligns: list[Align],
    shares: tuple[int, ...],
    notes: dict[str, Block],
    is_head: bool,
) -> GridCell:
    align = cell.align or (aligns[column] if column < len(aligns) else Align.LEFT)
    share = sum(shares[column : column + cell.across]) / sum(shares)
    paragraphs = tuple(
        _calls_only(strands_of(runs, notes, _room(share, is_head or any(run.bold for run in runs))))
        for runs in cell.paragraphs
    )
    return GridCell(column, paragraphs, cell.across, cell.down, align)


def _room(share: float, bold: bool) -> ShortLine:
    """On a page that stands upright: what has room there has it on one that lies on its side."""
    return ShortLine(share * LAYOUT.text_width - CELL_EDGES, LAYOUT.table_pt, bold)


def _calls_only(strands: Strands) -> Strands:
    """No page has a foot for the words of a cell: its notes stand below the table."""
    return tuple(
        replace(strand, foot=None, call=strand.foot.marker) if strand.foot else strand for strand in strands
    )


def _is_tall(cell: GridCell, shares: tuple[int, ...]) -> bool:
    room = sum(shares[cell.column : cell.column + cell.across]) / sum(shares) * 100
    letters = sum(len(strand.text) for strands in cell.paragraphs for strand in strands)
    return letters > _LETTERS_OF_A_TALL_CELL * room or len(cell.paragraphs) > _LETTERS_OF_A_TALL_CELL


# --- Words --------------------------------------------------------------------------------------------

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_NOT_TEXT = re.compile("[\ufffe\uffff]")  # no file format takes them


def strands_of(runs: Runs, notes: dict[str, Block] | None = None, room: ShortLine | None = None) -> Strands:
    """The words of one paragraph: blanks as HTML shows them, no-break ones kept, what cannot be printed left out.

    What belongs together is bound; `room` as in `plans.paper.binding.bind`.
    """
    strands: list[Strand] = []
    ends_blank = True
    for text, bold, italic, foot in _stretches(runs, notes or {}):
        words = _BLANKS.sub(" ", printable(text))
        words = words.removeprefix(" ") if ends_blank else words
        if words or foot:
            strands.append(Strand(words, bold, italic, foot, room=room))
            ends_blank = words.endswith(" ") if words else ends_blank
    return _bound(_without_last_blank(strands), room)


def _bound(strands: Strands, room: ShortLine | None) -> Strands:
    """Over all looks: "khoản" may be plain and its number bold."""
    whole = "".join(strand.text for strand in strands)
    bound = bind(whole, room)
    if bound == whole:
        return strands
    done, at = [], 0
    for strand in strands:
        done.append(replace(strand, text=bound[at : at + len(strand.text)]))
        at += len(strand.text)
    return tuple(done)


def _stretches(runs: Runs, notes: dict[str, Block]) -> Iterator[tuple[str, bool, bool, Footnote | None]]:
    """Neighbours of one look together, cut where a note is called."""
    calls: dict[int, list[Block]] = {}
    for place, note in called_notes(runs, notes) if notes else ():
        calls.setdefault(place, []).append(note)
    text, look = "", (False, False)
    for place, run in enumerate(runs):
        if text and look != (run.bold, run.italic):
            yield text, *look, None
            text = ""
        text, look = text + run.text, (run.bold, run.italic)
        for note in calls.get(place, ()):
            yield text, *look, Footnote(tidy(note.marker), strands_of(note.runs))
            text = ""
    if text:
        yield text, *look, None


def _without_last_blank(strands: list[Strand]) -> Strands:
    while strands and not strands[-1].foot and not strands[-1].text.strip(" "):
        strands.pop()
    if strands and not strands[-1].foot:
        strands[-1] = replace(strands[-1], text=strands[-1].text.rstrip(" "))
    return tuple(strands)


def tidy(text: str) -> str:
    """One line, as `strands_of` sets it."""
    return _BLANKS.sub(" ", printable(text)).strip(" ")


def printable(text: str) -> str:
    """Without controls and invisible signs; a no-break blank stays one, other blanks are plain."""
    if not text.isprintable():
        text = "".join(map(_visible, text))
    return nfc(_NOT_TEXT.sub("", text))


def _visible(character: str) -> str:
    if character in "\n\t\r\f\v" or character == NBSP or character.isprintable():
        return character
    category = unicodedata.category(character)
    if category in ("Zs", "Zl", "Zp"):
        return " "
    return "" if category in ("Cc", "Cf", "Cs") else character


def held(blocks: tuple[Text | Grid, ...]) -> tuple[Text | Grid, ...]:
    """The last two paragraphs stay with the signature: the last one may be a single line."""
    kept = (replace(block, leads=True) if isinstance(block, Text) else block for block in blocks[-2:])
    return (*blocks[:-2], *kept)


def ended(blocks: tuple[Text | Grid, ...]) -> tuple[Text | Grid, ...]:
    """The text with "./." at its very end (Mẫu 1.4, 2.1), once, in place of the last full stop."""
    if not blocks:
        return blocks
    *before, last = blocks
    if isinstance(last, Grid) or last.role == "note" or not last.text:
        return (*blocks, Text("end", (Strand(END_MARK),)))
    return (*before, replace(last, strands=_ended_strands(last.strands)))


def _ended_strands(strands: Strands) -> Strands:
    place = max(place for place, strand in enumerate(strands) if strand.text)
    closed = replace(strands[place], text=end_marked(strands[place].text))
    return (*strands[:place], closed, *strands[place + 1 :])


def end_marked(text: str) -> str:
    """ "…năm 2023." → "…năm 2023./."; three dots stay three."""
    text = text.removesuffix(END_MARK).rstrip()
    if not text.endswith(".."):
        text = text.rstrip(".;,")
    return f"{text}{END_MARK}"


_ROW = re.compile(r"([^ \ue000-\uf8ff]+)")  # letters without a plain blank; a change's marks stay outside


def _pieces(text: str, room: ShortLine | None) -> list[tuple[str, bool]]:
    """The text in turn, and what of it must stay on one line: "số 192/KH-UBND"."""
    pieces: list[tuple[str, bool]] = []
    for row in _ROW.split(text):
        for piece, stays in pieces_of(row, room):
            if pieces and not stays and not pieces[-1][1]:
                pieces[-1] = (pieces[-1][0] + piece, False)
            elif piece:
                pieces.append((piece, stays))
    return pieces
