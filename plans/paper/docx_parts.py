"""Pieces of WordprocessingML that python-docx has no words for: paragraphs by the id of their style, fields, ruled
lines, frames.
"""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from .nd30 import LAYOUT

BLACK = "000000"
EIGHTHS = 8  # Word counts a line's thickness in eighths of a point


def element(name: str, /, **attributes: str | int) -> BaseOxmlElement:
    made = cast(BaseOxmlElement, OxmlElement(name))  # lxml promises less than python-docx makes
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def paragraph_of(style: str, text: str = "") -> Paragraph:
    """A paragraph that stands nowhere yet; `style` is an id."""
    block = cast(CT_P, element("w:p"))
    block.get_or_add_pPr().style = style
    made = Paragraph(block, None)  # type: ignore[arg-type]
    if text:
        made.add_run(text)
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
    bordered(paragraph, "top")


def framed(paragraph: Paragraph, width: float, room: float, color: str = BLACK) -> None:
    """Draws a box around the words of a paragraph."""
    aside = Pt(max(0.0, (room - width) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = aside
    bordered(paragraph, "top", "left", "bottom", "right", color=color)


def bordered(paragraph: Paragraph, *sides: str, color: str = BLACK) -> None:
    borders = element("w:pBdr")
    thickness = round(LAYOUT.rule_pt * EIGHTHS)
    for side in sides:
        borders.append(element(f"w:{side}", val="single", sz=thickness, space=1, color=color))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(borders, *_AFTER_BORDERS)


# The schema orders what the properties of a paragraph and of a section hold; ours come before these.
_AFTER_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
    *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid"),
    *("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc"),
    *("w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle"),
    *("w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_PAGE_NUMBERING = (
    *("w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi"),
    *("w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
)
