"""Pieces of WordprocessingML that python-docx has no words for: fields, ruled lines, frames, plain tables."""

from typing import cast

from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

from .nd30 import LAYOUT, MILLIMETRE

EIGHTHS = 8  # Word counts a line's thickness in eighths of a point


def element(name: str, **attributes: str | int) -> BaseOxmlElement:
    made = cast(BaseOxmlElement, OxmlElement(name))  # lxml promises less than python-docx makes
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def page_field(paragraph: Paragraph) -> None:
    """The number of the page, computed by Word."""
    for part in (
        element("w:fldChar", fldCharType="begin"),
        _instruction(" PAGE "),
        element("w:fldChar", fldCharType="separate"),
        _shown("2"),
        element("w:fldChar", fldCharType="end"),
    ):
        paragraph.add_run()._r.append(part)


def _instruction(text: str) -> BaseOxmlElement:
    made = element("w:instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def _shown(text: str) -> BaseOxmlElement:
    made = element("w:t")
    made.text = text
    return made


def count_pages_from_one(section: Section) -> None:
    """A section begins as a copy of the one before it, its numbering included."""
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    section._sectPr.insert_element_before(element("w:pgNumType", start=1), *_AFTER_PAGE_NUMBERING)


def ruled(paragraph: Paragraph, length: float, room: float) -> None:
    """Makes an empty paragraph a horizontal line, `length` points long and centred in `room` points."""
    aside = Pt(max(0.0, (room - length) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    paragraph.paragraph_format.line_spacing = Pt(4)
    paragraph.paragraph_format.space_before = Pt(LAYOUT.rule_gap_pt)
    _border(paragraph, "top")


def framed(paragraph: Paragraph, width: float, room: float) -> None:
    """Draws a box around the words of a paragraph."""
    aside = Pt(max(0.0, (room - width) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    _border(paragraph, "top", "left", "bottom", "right")


def _border(paragraph: Paragraph, *sides: str) -> None:
    borders = element("w:pBdr")
    thickness = round(LAYOUT.rule_pt * EIGHTHS)
    for side in sides:
        borders.append(element(f"w:{side}", val="single", sz=thickness, space=1, color="000000"))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, *_AFTER_BORDERS)


# The schema orders what a paragraph's and a table's properties hold; ours come before these.
_AFTER_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
    *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid"),
    *("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc"),
    *("w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle"),
    *("w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_MARGINS = ("w:tblLook", "w:tblCaption", "w:tblDescription")
_AFTER_INDENT = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", *_AFTER_MARGINS)
_AFTER_WIDTH = ("w:jc", "w:tblCellSpacing", "w:tblInd", *_AFTER_INDENT)
_AFTER_PAGE_NUMBERING = (
    *("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi"),
    *("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
)


def plain_table(word: Word, widths: tuple[float, ...], rows: int) -> Table:
    """A table that only places things: no lines, no cell margins, columns of so many millimetres."""
    table = word.add_table(rows=rows, cols=len(widths))
    _fixed(table, widths, cell_margin=0)
    for row in table.rows:
        keep_row_whole(row)
    return table


def ruled_table(word: Word, shares: tuple[int, ...], rows: int, room_mm: float) -> Table:
    """A table with lines, `room_mm` wide, columns by their shares of it."""
    table = word.add_table(rows=rows, cols=len(shares), style="Table Grid")
    _fixed(table, tuple(room_mm * share / sum(shares) for share in shares), cell_margin=4)
    return table


def print_on_each_page(row: Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_row_whole(row: Row) -> None:
    row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))


def _fixed(table: Table, widths: tuple[float, ...], cell_margin: float) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    total = round(sum(widths) * MILLIMETRE * 20)
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=round(cell_margin * 20), type="dxa"))
    properties.insert_element_before(element("w:tblW", w=total, type="dxa"), *_AFTER_WIDTH)
    properties.insert_element_before(element("w:tblInd", w=0, type="dxa"), *_AFTER_INDENT)
    properties.insert_element_before(margins, *_AFTER_MARGINS)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    cells = iter(table._cells)
    for _ in table.rows:
        for width in widths:
            next(cells).width = Mm(width)
