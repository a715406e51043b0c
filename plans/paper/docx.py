"""The paper as a Word file: real styles, a real header, real tables, the same lines as on the sheet."""

import io
from datetime import UTC
from itertools import pairwise
from typing import NamedTuple

from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from childlabour.core import clock
from plans.law.blocks import Align

from . import docx_styles as styles
from .document import Paper
from .docx_blank import blank
from .docx_notes import Notes, add_strands
from .docx_parts import bordered, count_pages_from_one, framed, paragraph_of, ruled
from .docx_styles import id_of
from .docx_tables import Table, WordCell, WordRow
from .nd30 import LAYOUT, MILLIMETRE, URGENT_RED
from .setting import Grid, GridCell, GridRow, Text
from .sheet import AnnexSheet, Sheet, Signed, sheet_of
from .widths import width

ALIGNED = {Align.LEFT: ALIGN.LEFT, Align.CENTER: ALIGN.CENTER, Align.RIGHT: ALIGN.RIGHT}
TABLE_GRID = "TableGrid"  # Word's own style of tables with lines
TEXT_WIDTH = LAYOUT.text_width_mm * MILLIMETRE


def to_docx(paper: Paper) -> bytes:
    """The paper as .docx, for Word and LibreOffice; the text is the PDF's, line ends and pages nearly so."""
    sheet = sheet_of(paper)
    word = blank()
    _describe(word, sheet)
    _contact(word, sheet)
    _heads(word, sheet)
    if not sheet.is_letter:
        _title(word, sheet)
    _addressees(word, sheet)
    if sheet.deciding:
        _broken(_below(word, styles.DECIDING), sheet.deciding)
    notes = Notes(id_of(styles.NOTE))
    _text(word, (*sheet.citations, *sheet.blocks), notes)
    _hold_the_end(word)
    _closing(word, sheet)
    for annex in sheet.annexes:
        _annex(word, annex, sheet, notes)
    notes.attach(word)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _describe(word: Word, sheet: Sheet) -> None:
    about = word.core_properties
    about.title, about.author, about.language = (
        sheet.name[:255],
        " ".join(sheet.agency)[:255],
        styles.LANGUAGE,
    )
    about.comments, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = clock.now().astimezone(UTC)  # the file says UTC whatever it is given


# --- Heads --------------------------------------------------------------------------------------------


class Sides(NamedTuple):
    """A row of the heads: office and nation, and how many points either has."""

    left: WordCell
    right: WordCell
    left_pt: float
    right_pt: float


class Heads:
    """The table of the heads. Its rows are parted at two places at most, so it has three columns at most."""

    def __init__(self, word: Word, sheet: Sheet):
        self._cuts = sorted({sheet.columns.names, sheet.columns.numbers})  # per cent of the width
        shares = (end - start for start, end in pairwise((0, *self._cuts, 100)))
        self._table = Table(word, tuple(LAYOUT.text_width_mm * share / 100 for share in shares))

    def row(self, share: int) -> Sides:
        row, across = self._table.row(), self._cuts.index(share) + 1
        left = TEXT_WIDTH * share / 100
        rest = len(self._cuts) + 1 - across
        return Sides(row.cell(0, across), row.cell(across, rest), left, TEXT_WIDTH - left)


def _names(heads: Heads, sheet: Sheet) -> None:
    """Who issues it, beside the state: of the paper itself, and of a text that a decision encloses."""
    names = heads.row(sheet.columns.names)
    for line in sheet.superior:
        _line(names.left, styles.SUPERIOR, line)
    for line in sheet.agency:
        _line(names.left, styles.AGENCY, line)
    _short_rule(names.left, sheet.agency, LAYOUT.agency_pt, names.left_pt, bold=True)
    _line(names.right, styles.NATIONAL_NAME, sheet.national_name)
    _line(names.right, styles.MOTTO, sheet.motto)
    ruled(_line(names.right, styles.RULE), width(sheet.motto, LAYOUT.motto_pt, bold=True), names.right_pt)


def _heads(word: Word, sheet: Sheet) -> None:
    heads = Heads(word, sheet)
    _names(heads, sheet)
    numbers = heads.row(sheet.columns.numbers)
    for line in sheet.number:
        _line(numbers.left, styles.NUMBER, line)
    for line in sheet.date:
        _line(numbers.right, styles.DATE, line)
    if sheet.is_letter:
        _subject(heads.row(sheet.columns.numbers), sheet)
    elif not sheet.has_marks:
        _draft_mark(numbers.left, sheet, numbers.left_pt)
    if sheet.has_marks:
        _marks(heads.row(sheet.columns.numbers), sheet)


def _marks(sides: Sides, sheet: Sheet) -> None:
    if sheet.urgency:
        wide = getattr(LAYOUT, f"{sheet.urgency_frame.replace('-', '_')}_width_mm") * MILLIMETRE
        framed(_line(sides.left, styles.URGENCY, sheet.urgency), wide, sides.left_pt, color=URGENT_RED)
    if sheet.circulation:
        wide = width(sheet.circulation, LAYOUT.mark_pt, bold=True) + 16
        framed(_line(sides.left, styles.CIRCULATION, sheet.circulation), wide, sides.left_pt)
    if sheet.is_letter or not _draft_mark(sides.right, sheet, sides.right_pt):
        _line(sides.right, styles.RULE)


def _subject(sides: Sides, sheet: Sheet) -> None:
    lines = [_line(sides.left, styles.SUBJECT, line) for line in sheet.subject or ("",)]
    lines[0].paragraph_format.space_before = Pt(LAYOUT.subject_gap_pt if sheet.subject else 0)
    if not _draft_mark(sides.right, sheet, sides.right_pt):
        _line(sides.right, styles.RULE)  # no cell is without a paragraph; this one takes no room


def _draft_mark(cell: WordCell, sheet: Sheet, room: float) -> bool:
    if sheet.draft:
        wide = width(sheet.draft, LAYOUT.draft_pt, bold=True) + 16
        framed(_line(cell, styles.DRAFT, sheet.draft), wide, room)
    return bool(sheet.draft)


def _title(word: Word, sheet: Sheet) -> None:
    kind = _below(word, styles.TYPE, sheet.type_name)
    if sheet.draft:
        kind.paragraph_format.space_before = Pt(0)  # the mark stands in this gap
    _broken(_below(word, styles.TITLE), sheet.title)
    _rule_below(word, sheet.title, LAYOUT.title_pt, after=10, bold=True)


def _addressees(word: Word, sheet: Sheet) -> None:
    if len(sheet.addressees) == 1:
        line = _below(word, styles.ADDRESSEE, f"Kính gửi: {sheet.addressees[0]}")
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(18), Pt(12)
    elif sheet.addressees:
        indent = Mm(LAYOUT.addressee_indent_mm)
        label = _below(word, styles.ADDRESSEE, "Kính gửi:")
        label.paragraph_format.space_before = Pt(18)
        colon = indent + Pt(width("Kính gửi", LAYOUT.body_pt))
        for paragraph, left in ((label, indent), *((_dashed(word, a), colon) for a in sheet.addressees)):
            paragraph.alignment = ALIGN.LEFT
            paragraph.paragraph_format.left_indent = left
        paragraph.paragraph_format.space_after = Pt(12)


def _dashed(word: Word, text: str) -> Paragraph:
    return _below(word, styles.ADDRESSEE, f"- {text}")


def _contact(word: Word, sheet: Sheet) -> None:
    """At the foot of the first page; annexes have pages of their own that begin without it."""
    if not sheet.contact:
        return
    foot = word.sections[0].first_page_footer
    foot.is_linked_to_previous = False
    for place, line in enumerate(sheet.contact):
        paragraph = foot.paragraphs[0] if place == 0 else foot.add_paragraph()
        paragraph._p.style = id_of(styles.CONTACT)
        paragraph.add_run(line)
    bordered(foot.paragraphs[0], "top")


# --- Text ---------------------------------------------------------------------------------------------


def _text(
    word: Word, blocks: tuple[Text | Grid, ...], notes: Notes, room_mm: float = LAYOUT.text_width_mm
) -> None:
    for block in blocks:
        if isinstance(block, Grid):
            _grid(word, block, room_mm)
        else:
            _paragraph(word, block, notes)


def _paragraph(word: Word, block: Text, notes: Notes) -> None:
    style = styles.ROLES[block.role]
    paragraph = _below(word, style)
    if block.marker:
        marker = paragraph.add_run(block.marker)
        marker.bold = True if block.role == "article" else None
        if block.strands and block.role == "chapter":
            marker.add_break()
        elif block.strands:
            paragraph.add_run(" ")
    add_strands(paragraph, block.strands, notes)
    _look_as_a_whole(paragraph, block, styled_bold=styles.LOOKS[style].bold)
    if block.centred:
        paragraph.alignment, paragraph.paragraph_format.first_line_indent = ALIGN.CENTER, Mm(0)
    if block.leads:
        paragraph.paragraph_format.keep_with_next = True


def _look_as_a_whole(paragraph: Paragraph, block: Text, *, styled_bold: bool) -> None:
    """Bold and italic of all its words, where its style does not say so already."""
    bold, italic = block.bold and not styled_bold, block.italic and block.role != "citation"
    for run in paragraph.runs if bold or italic else ():
        if not run.font.superscript:
            run.bold, run.italic = run.bold or bold or None, run.italic or italic or None


def _grid(word: Word, grid: Grid, room_mm: float) -> None:
    widths = tuple(room_mm * share / sum(grid.shares) for share in grid.shares)
    table = Table(word, widths, style=TABLE_GRID)
    for rows, is_head in ((grid.head, True), (grid.rows, False)):
        reaching: dict[int, tuple[int, int]] = {}  # column → (columns, rows) that a cell above still covers
        for row in rows:
            made = table.row(whole=not row.tall, on_each_page=is_head)
            reaching = _grid_row(made, row, len(widths), reaching, is_head=is_head)


def _grid_row(
    made: WordRow, row: GridRow, columns: int, reaching: dict[int, tuple[int, int]], *, is_head: bool
) -> dict[int, tuple[int, int]]:
    """Writes a cell for every column; what reaches down from here is given back for the next row."""
    cells = {cell.column: cell for cell in row.cells}
    below: dict[int, tuple[int, int]] = {}
    column = 0
    while column < columns:
        cell = cells.get(column)
        across, down = (cell.across, cell.down) if cell else reaching.get(column, (1, 1))
        if cell is None and column in reaching:
            _line(made.cell(column, across, "continue"), styles.CELL)
        else:
            place = made.cell(column, across, "restart" if down > 1 else "")
            _grid_cell(place, row, cell or GridCell(column, ((),)), is_head=is_head)
        if down > 1:
            below[column] = across, down - 1
        column += across
    return below


def _grid_cell(place: WordCell, row: GridRow, cell: GridCell, *, is_head: bool) -> None:
    for strands in cell.paragraphs or ((),):
        paragraph = _line(place, styles.CELL_TITLE if is_head else styles.CELL)
        add_strands(paragraph, strands)
        if not is_head and cell.align != Align.LEFT:  # as its style says
            paragraph.alignment = ALIGNED[cell.align]
        if row.group:
            paragraph.paragraph_format.keep_with_next = True


def _hold_the_end(word: Word) -> None:
    """The last paragraphs stay on the page of the signature."""
    for paragraph in word.paragraphs[-2:]:
        paragraph.paragraph_format.keep_with_next = True


# --- End ----------------------------------------------------------------------------------------------


def _closing(word: Word, sheet: Sheet) -> None:
    widths = (LAYOUT.text_width_mm - LAYOUT.closing_width_mm, LAYOUT.closing_width_mm)
    row = Table(word, widths).row()
    left, right = row.cell(0), row.cell(1)
    if sheet.beside:
        _signature(left, sheet.beside)
    elif sheet.recipients:
        label = _line(left, styles.RECIPIENTS_LABEL, "Nơi nhận:")
        # Level with the first line of authority, whose letters are larger and stand lower.
        label.paragraph_format.space_before = Pt(0.891 * (LAYOUT.authority_pt - LAYOUT.recipients_label_pt))
    else:
        _line(left, styles.RULE)
    for line in sheet.recipients:
        _line(left, styles.RECIPIENTS, f"- {line}")
    _signature(right, Signed(sheet.authority, sheet.signer))
    if sheet.beside and sheet.more_recipients:
        _below(word, styles.RECIPIENTS_LABEL, "Nơi nhận:")
    more = [_below(word, styles.RECIPIENTS, f"- {line}") for line in sheet.more_recipients]
    for entry in (*more[:2], *more[-4:-1]):  # neither the first nor the last stand alone on a page
        entry.paragraph_format.keep_with_next = True
    if sheet.typist and sheet.more_recipients:
        _below(word, styles.TYPIST, sheet.typist)
    elif sheet.typist:
        _line(left, styles.TYPIST, sheet.typist)
    if not sheet.annexes and not sheet.more_recipients:
        _below(word, styles.RULE)  # Word wants a paragraph after a table; this one takes no room


def _signature(cell: WordCell, signed: Signed) -> None:
    for line in signed.authority:
        _line(cell, styles.AUTHORITY, line)
    name = _line(cell, styles.SIGNER, "".join(signed.signer[:1]))
    for line in signed.signer[1:]:
        _line(cell, styles.SIGNER, line)
    name.paragraph_format.space_before = Pt(LAYOUT.signing_room_mm * MILLIMETRE)


def _annex(word: Word, annex: AnnexSheet, sheet: Sheet, notes: Notes) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    word.paragraphs[-1]._p.style = id_of(styles.RULE)  # the break itself takes no room
    styles.set_page(section, landscape=annex.landscape)
    count_pages_from_one(section)
    if not word.sections[0].first_page_footer.is_linked_to_previous:
        section.first_page_footer.is_linked_to_previous = False
        section.first_page_footer.paragraphs[0]._p.style = id_of(styles.CONTACT)
    room_mm = LAYOUT.text_width_mm + (LAYOUT.wider_mm if annex.landscape else 0)
    if annex.headed:
        _names(Heads(word, sheet), sheet)
    if annex.label:
        _below(word, styles.ANNEX, annex.label)
    if annex.title:
        title = _below(word, styles.ANNEX_TITLE)
        _broken(title, annex.title)
        title.paragraph_format.space_before = Pt(18) if annex.headed else None
    if annex.reference:
        _broken(_below(word, styles.ANNEX_REFERENCE), annex.reference)
        size = LAYOUT.annex_reference_pt
        _rule_below(word, annex.reference, size, after=10, room=room_mm * MILLIMETRE)
    _text(word, annex.blocks, notes, room_mm)


# --- Lines --------------------------------------------------------------------------------------------


def _line(cell: WordCell, style: str, text: str = "") -> Paragraph:
    return cell.add(id_of(style), text)


def _below(word: Word, style: str, text: str = "") -> Paragraph:
    """The next paragraph of the file."""
    made = paragraph_of(id_of(style), text)
    word.element.body.insert_element_before(made._p, "w:sectPr")
    return made


def _broken(paragraph: Paragraph, lines: tuple[str, ...]) -> None:
    for place, line in enumerate(lines):
        if place:
            paragraph.add_run().add_break()
        paragraph.add_run(line)


def _short_rule(cell: WordCell, lines: tuple[str, ...], size: float, room: float, *, bold: bool) -> None:
    if lines:
        length = width(lines[-1], size, bold=bold) * LAYOUT.short_rule_share
        ruled(_line(cell, styles.RULE), length, room)


def _rule_below(
    word: Word,
    lines: tuple[str, ...],
    size: float,
    *,
    after: float,
    bold: bool = False,
    room: float = TEXT_WIDTH,
) -> None:
    paragraph = _below(word, styles.RULE)
    if lines:
        length = width(lines[-1], size, bold=bold) * LAYOUT.short_rule_share
        ruled(paragraph, length, room)
    paragraph.paragraph_format.space_after = Pt(after)
