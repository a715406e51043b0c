"""The paper as a Word file: real styles, a real header, real tables, the same lines as on the sheet."""

import io

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph

from childlabour.core import clock
from plans.law.blocks import Align

from . import docx_styles as styles
from .document import Paper
from .docx_notes import Notes, add_strands
from .docx_parts import (
    count_pages_from_one,
    framed,
    keep_row_whole,
    page_field,
    plain_table,
    print_on_each_page,
    ruled,
    ruled_table,
)
from .lines import width
from .nd30 import LAYOUT, MILLIMETRE
from .setting import Grid, GridCell, GridRow, Text
from .sheet import AnnexSheet, Sheet, sheet_of

ALIGNED = {Align.LEFT: ALIGN.LEFT, Align.CENTER: ALIGN.CENTER, Align.RIGHT: ALIGN.RIGHT}
OFFICE = LAYOUT.office_width_mm * MILLIMETRE
NATION = LAYOUT.nation_width_mm * MILLIMETRE
TEXT_WIDTH = LAYOUT.text_width_mm * MILLIMETRE


def to_docx(paper: Paper) -> bytes:
    """The paper as .docx, for Word and LibreOffice; the text is the PDF's, line ends and pages nearly so."""
    sheet = sheet_of(paper)
    word = _blank(sheet)
    _heads(word, sheet)
    if not sheet.is_letter:
        _title(word, sheet)
    _addressees(word, sheet)
    notes = Notes(word.styles[styles.NOTE].style_id)
    _text(word, (*sheet.citations, *sheet.blocks), notes)
    _hold_the_end(word)
    _closing(word, sheet)
    for annex in sheet.annexes:
        _annex(word, annex, notes)
    notes.attach(word)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _blank(sheet: Sheet) -> Word:
    word = Document()
    styles.dress(word)
    styles.set_page(word.sections[0])
    page_field(word.sections[0].header.paragraphs[0])
    about = word.core_properties
    about.title, about.author, about.language = sheet.name[:255], " ".join(sheet.agency)[:255], "vi-VN"
    about.comments, about.last_modified_by, about.revision = "", "", 1
    about.created = about.modified = clock.now()
    word.part.package.rels.pop(_thumbnail(word), None)  # the template's own picture
    return word


def _thumbnail(word: Word) -> str | None:
    found = (key for key, rel in word.part.package.rels.items() if rel.reltype == RELATIONSHIP_TYPE.THUMBNAIL)
    return next(found, None)


# --- Heads --------------------------------------------------------------------------------------------


def _heads(word: Word, sheet: Sheet) -> None:
    left = LAYOUT.text_width_mm * sheet.columns.names / 100
    table = plain_table(word, (left, LAYOUT.text_width_mm - left), rows=3 if sheet.is_letter else 2)
    office, nation = table.rows[0].cells
    for line in sheet.superior:
        _line(office, styles.SUPERIOR, line)
    for line in sheet.agency:
        _line(office, styles.AGENCY, line)
    _short_rule(office, sheet.agency, LAYOUT.agency_pt, OFFICE, bold=True)
    _line(nation, styles.NATIONAL_NAME, sheet.national_name)
    _line(nation, styles.MOTTO, sheet.motto)
    ruled(_line(nation, styles.RULE), width(sheet.motto, LAYOUT.motto_pt, bold=True), NATION)
    number, date = table.rows[1].cells
    for line in sheet.number:
        _line(number, styles.NUMBER, line)
    for line in sheet.date:
        _line(date, styles.DATE, line)
    if sheet.is_letter:
        subject, beside = table.rows[2].cells
        for line in sheet.subject:
            _line(subject, styles.SUBJECT, line)
        if sheet.subject:
            subject.paragraphs[0].paragraph_format.space_before = Pt(LAYOUT.subject_gap_pt)
        _draft_mark(beside, sheet, NATION)
    else:
        _draft_mark(number, sheet, OFFICE)


def _draft_mark(cell: Cell, sheet: Sheet, room: float) -> None:
    if sheet.draft:
        wide = width(sheet.draft, LAYOUT.draft_pt, bold=True) + 16
        framed(_line(cell, styles.DRAFT, sheet.draft), wide, room)


def _title(word: Word, sheet: Sheet) -> None:
    kind = word.add_paragraph(sheet.type_name, style=styles.TYPE)
    if sheet.draft:
        kind.paragraph_format.space_before = Pt(0)  # the mark stands in this gap
    _broken(word.add_paragraph(style=styles.TITLE), sheet.title)
    _rule_below(word, sheet.title, LAYOUT.title_pt, after=10, bold=True)


def _addressees(word: Word, sheet: Sheet) -> None:
    if len(sheet.addressees) == 1:
        line = word.add_paragraph(f"Kính gửi: {sheet.addressees[0]}", style=styles.ADDRESSEE)
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(18), Pt(12)
    elif sheet.addressees:
        indent = Mm(LAYOUT.addressee_indent_mm)
        label = word.add_paragraph("Kính gửi:", style=styles.ADDRESSEE)
        label.paragraph_format.space_before = Pt(18)
        colon = indent + Pt(width("Kính gửi", LAYOUT.body_pt))
        for paragraph, left in ((label, indent), *((_dashed(word, a), colon) for a in sheet.addressees)):
            paragraph.alignment = ALIGN.LEFT
            paragraph.paragraph_format.left_indent = left
        paragraph.paragraph_format.space_after = Pt(12)


def _dashed(word: Word, text: str) -> Paragraph:
    return word.add_paragraph(f"- {text}", style=styles.ADDRESSEE)


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
    paragraph = word.add_paragraph(style=style)
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
    rows = (*grid.head, *grid.rows)
    table = ruled_table(word, grid.shares, len(rows), room_mm)
    places = table._cells  # asking row by row would walk the whole table each time
    for number, row in enumerate(rows):
        is_head = number < len(grid.head)
        for cell in row.cells:
            _grid_cell(_merged(places, number, cell, len(grid.shares)), row, cell, is_head=is_head)
    for number, row in enumerate(rows):
        properties = table.rows[number]
        if number < len(grid.head):
            print_on_each_page(properties)
        if not row.tall:
            keep_row_whole(properties)


def _merged(places: list[Cell], row: int, cell: GridCell, columns: int) -> Cell:
    first = places[row * columns + cell.column]
    if cell.across == cell.down == 1:
        return first
    return first.merge(places[(row + cell.down - 1) * columns + cell.column + cell.across - 1])


def _grid_cell(place: Cell, row: GridRow, cell: GridCell, *, is_head: bool) -> None:
    for strands in cell.paragraphs:
        paragraph = _line(place, styles.CELL_TITLE if is_head else styles.CELL)
        add_strands(paragraph, strands)
        if not is_head:
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
    table = plain_table(word, widths, rows=1)
    left, right = table.rows[0].cells
    if sheet.recipients:
        label = _line(left, styles.RECIPIENTS_LABEL, "Nơi nhận:")
        # Level with the first line of authority, whose letters are larger and stand lower.
        label.paragraph_format.space_before = Pt(0.891 * (LAYOUT.authority_pt - LAYOUT.recipients_label_pt))
    for line in sheet.recipients:
        _line(left, styles.RECIPIENTS, f"- {line}")
    for line in sheet.authority:
        _line(right, styles.AUTHORITY, line)
    name = _line(right, styles.SIGNER, "".join(sheet.signer[:1]))
    for line in sheet.signer[1:]:
        _line(right, styles.SIGNER, line)
    name.paragraph_format.space_before = Pt(LAYOUT.signing_room_mm * MILLIMETRE)
    for line in sheet.more_recipients:
        word.add_paragraph(f"- {line}", style=styles.RECIPIENTS)
    if not sheet.annexes and not sheet.more_recipients:
        word.add_paragraph(style=styles.RULE)  # Word wants a paragraph after a table; this one takes no room


def _annex(word: Word, annex: AnnexSheet, notes: Notes) -> None:
    section = word.add_section(WD_SECTION.NEW_PAGE)
    word.paragraphs[-1].style = word.styles[styles.RULE]  # the break itself takes no room
    styles.set_page(section, landscape=annex.landscape)
    count_pages_from_one(section)
    room_mm = LAYOUT.text_width_mm + (LAYOUT.wider_mm if annex.landscape else 0)
    if annex.label:
        word.add_paragraph(annex.label, style=styles.ANNEX)
    if annex.title:
        _broken(word.add_paragraph(style=styles.ANNEX_TITLE), annex.title)
    if annex.reference:
        _broken(word.add_paragraph(style=styles.ANNEX_REFERENCE), annex.reference)
        size = LAYOUT.annex_reference_pt
        _rule_below(word, annex.reference, size, after=10, room=room_mm * MILLIMETRE)
    _text(word, annex.blocks, notes, room_mm)


# --- Lines --------------------------------------------------------------------------------------------


def _line(cell: Cell, style: str, text: str = "") -> Paragraph:
    """The next paragraph of a cell; the first is there already."""
    paragraph = cell.paragraphs[0]
    if paragraph.text or len(cell.paragraphs) > 1 or paragraph.style.name != "Normal":
        paragraph = cell.add_paragraph()
    paragraph.style = style
    if text:
        paragraph.add_run(text)
    return paragraph


def _broken(paragraph: Paragraph, lines: tuple[str, ...]) -> None:
    for place, line in enumerate(lines):
        if place:
            paragraph.add_run().add_break()
        paragraph.add_run(line)


def _short_rule(cell: Cell, lines: tuple[str, ...], size: float, room: float, *, bold: bool) -> None:
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
    paragraph = word.add_paragraph(style=styles.RULE)
    if lines:
        length = width(lines[-1], size, bold=bold) * LAYOUT.short_rule_share
        ruled(paragraph, length, room)
    paragraph.paragraph_format.space_after = Pt(after)
