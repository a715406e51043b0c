"""The Word file's page and styles, from the decree's figures; the style list speaks the office's language.

A paragraph is given the id of its style (`id_of`): asking python-docx by name would walk the whole list each time.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_RPr
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from childlabour.core.vietnamese import search_key

from .docx_parts import BLACK, element
from .nd30 import FACES, LAYOUT, URGENT_RED

FACE, STAND_IN = FACES
LANGUAGE = "vi-VN"


@dataclass(frozen=True)
class Look:
    """One style: sizes and gaps in points, indents in millimetres."""

    size: float
    bold: bool = False
    italic: bool = False
    align: ALIGN = ALIGN.CENTER
    lines: float = LAYOUT.heads_lines
    before: float = 0
    after: float = 0
    first_line: float = 0
    left: float = 0
    keeps_next: bool = False
    next: str = ""  # the style of the paragraph that Enter begins behind it; its own where none is named
    color: str = BLACK
    outline: int | None = None  # its rank in Word's list of headings, where its name does not give it one


def _text(size: float = LAYOUT.body_pt, **more: Any) -> Look:
    return Look(
        size,
        align=ALIGN.JUSTIFY,
        lines=LAYOUT.body_lines,
        after=LAYOUT.paragraph_gap_pt,
        first_line=LAYOUT.indent_mm,
        **more,
    )


NATIONAL_NAME, MOTTO = "Quốc hiệu", "Tiêu ngữ"
SUPERIOR, AGENCY = "Cơ quan chủ quản", "Cơ quan ban hành"
NUMBER, DATE = "Số và ký hiệu", "Địa danh và thời gian"
SUBJECT, TYPE, TITLE = "Trích yếu công văn", "Tên loại văn bản", "Trích yếu nội dung"
URGENCY, CIRCULATION = "Mức độ khẩn", "Phạm vi lưu hành"
DECIDING = "Thẩm quyền ban hành"
TYPIST, CONTACT = "Người soạn thảo", "Thông tin liên hệ"
DRAFT, RULE = "Dự thảo", "Đường kẻ"
ADDRESSEE, CITATION, END = "Kính gửi", "Căn cứ ban hành", "Dấu kết thúc"
RECIPIENTS_LABEL, RECIPIENTS = "Nơi nhận", "Danh sách nơi nhận"
AUTHORITY, SIGNER = "Quyền hạn và chức vụ", "Họ tên người ký"
ANNEX, ANNEX_TITLE, ANNEX_REFERENCE = "Phụ lục", "Tên phụ lục", "Thông tin kèm theo"
CELL, CELL_TITLE = "Nội dung bảng", "Tên cột"
CHAPTER, NOTE = "Chương, mục", "Chú thích"
NORMAL, TEXT, PART, CLAUSE, POINT, HEADER = (
    *("Normal", "Body Text"),
    *("Heading 1", "Heading 2", "Heading 3", "Header"),
)

LOOKS = {
    NORMAL: Look(LAYOUT.body_pt, align=ALIGN.LEFT, next=TEXT),
    NATIONAL_NAME: Look(LAYOUT.national_name_pt, bold=True, next=MOTTO),
    MOTTO: Look(LAYOUT.motto_pt, bold=True),
    SUPERIOR: Look(LAYOUT.superior_pt),
    AGENCY: Look(LAYOUT.agency_pt, bold=True),
    NUMBER: Look(LAYOUT.number_pt),
    DATE: Look(LAYOUT.date_pt, italic=True),
    SUBJECT: Look(LAYOUT.subject_pt),
    DRAFT: Look(LAYOUT.draft_pt, bold=True, before=6),
    URGENCY: Look(LAYOUT.mark_pt, bold=True, before=8, color=URGENT_RED),
    CIRCULATION: Look(LAYOUT.mark_pt, bold=True, before=8),
    TYPIST: Look(LAYOUT.typist_pt, align=ALIGN.LEFT, before=4),
    CONTACT: Look(LAYOUT.contact_pt),
    TYPE: Look(LAYOUT.type_pt, bold=True, before=20, lines=LAYOUT.body_lines, next=TITLE),
    TITLE: Look(LAYOUT.title_pt, bold=True, lines=LAYOUT.body_lines, next=TEXT),
    DECIDING: Look(LAYOUT.type_pt, bold=True, after=12, lines=LAYOUT.body_lines, next=CITATION),
    RULE: Look(1, after=4, next=TEXT),
    ADDRESSEE: Look(LAYOUT.body_pt, lines=LAYOUT.body_lines, next=TEXT),
    CITATION: _text(italic=True),
    TEXT: _text(),
    CHAPTER: Look(
        LAYOUT.body_pt,
        bold=True,
        lines=LAYOUT.body_lines,
        before=4,
        after=LAYOUT.paragraph_gap_pt,
        keeps_next=True,
        next=TEXT,
        outline=0,
    ),
    NOTE: Look(LAYOUT.note_pt, align=ALIGN.JUSTIFY),
    PART: _text(bold=True, before=4, keeps_next=True, next=TEXT),
    CLAUSE: _text(bold=True, keeps_next=True, next=TEXT),
    POINT: _text(keeps_next=True, next=TEXT),
    END: Look(LAYOUT.body_pt, align=ALIGN.RIGHT, after=LAYOUT.paragraph_gap_pt),
    RECIPIENTS_LABEL: Look(
        LAYOUT.recipients_label_pt, bold=True, italic=True, align=ALIGN.LEFT, next=RECIPIENTS
    ),
    RECIPIENTS: Look(LAYOUT.recipients_pt, align=ALIGN.LEFT),
    AUTHORITY: Look(LAYOUT.authority_pt, bold=True),
    SIGNER: Look(LAYOUT.signer_pt, bold=True),
    ANNEX: Look(
        LAYOUT.annex_label_pt,
        bold=True,
        lines=LAYOUT.body_lines,
        keeps_next=True,
        next=ANNEX_TITLE,
        outline=0,
    ),
    ANNEX_TITLE: Look(LAYOUT.annex_title_pt, bold=True, lines=LAYOUT.body_lines, keeps_next=True, next=TEXT),
    ANNEX_REFERENCE: Look(LAYOUT.annex_reference_pt, italic=True, lines=LAYOUT.body_lines, next=TEXT),
    CELL: Look(LAYOUT.table_pt, align=ALIGN.LEFT, lines=1.08, before=2.5, after=2.5),
    CELL_TITLE: Look(LAYOUT.table_pt, bold=True, lines=1.08, before=2.5, after=2.5, next=CELL),
    HEADER: Look(LAYOUT.page_number_pt),
}
ROLES = {
    "chapter": CHAPTER,
    "part": PART,
    "article": TEXT,
    "clause": CLAUSE,
    "point": POINT,
    "prose": TEXT,
    "note": NOTE,
    "citation": CITATION,
    "end": END,
}


@cache
def id_of(name: str) -> str:
    """Plain letters: "QuocHieu", "Heading1"."""
    return "".join(filter(str.isalnum, search_key(name).title()))


def dress(word: Word) -> None:
    """Sets the face, the language and every style of a blank document, and leaves it no other."""
    _leave_only_ours(word)
    _set_defaults(word)
    for name, look in LOOKS.items():
        _set_style(_style(word, name), look)


def set_page(section: Section, *, landscape: bool = False) -> None:
    """A4, upright or on its side, with its margins; the number in the top one begins on the second page."""
    width, height = Mm(LAYOUT.page_width_mm), Mm(LAYOUT.page_height_mm)
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(LAYOUT.margin_top_mm), Mm(LAYOUT.margin_bottom_mm)
    section.left_margin, section.right_margin = Mm(LAYOUT.margin_left_mm), Mm(LAYOUT.margin_right_mm)
    section.header_distance = section.footer_distance = Mm(LAYOUT.page_number_drop_mm)
    section.different_first_page_header_footer = True


WORDS_OWN = ("DefaultParagraphFont", "TableNormal", "NoList", "TableGrid")


def _leave_only_ours(word: Word) -> None:
    """The template brings some 150 styles that no paper of an office uses."""
    kept = {*WORDS_OWN, *map(id_of, LOOKS)}
    for style in word.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in kept:
            word.styles.element.remove(style)
        elif (twin := style.find(qn("w:link"))) is not None:  # a style of letters that is gone now
            style.remove(twin)


def _style(word: Word, name: str) -> ParagraphStyle:
    if name in (style.name for style in word.styles):
        return word.styles[name]
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.styleId = id_of(name)
    style.base_style = word.styles[NORMAL]
    return style


def _set_style(style: ParagraphStyle, look: Look) -> None:
    font, paragraph = style.font, style.paragraph_format
    _set_face(style.element.get_or_add_rPr())
    font.size, font.bold, font.italic = Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor.from_string(look.color)
    paragraph.alignment, paragraph.line_spacing = look.align, look.lines
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.first_line_indent, paragraph.left_indent = Mm(look.first_line), Mm(look.left)
    paragraph.keep_with_next, paragraph.keep_together = look.keeps_next, False
    paragraph.widow_control = True
    style.quick_style = True
    _set_next(style, look.next)
    if look.outline is not None:
        style.element.get_or_add_pPr().append(element("w:outlineLvl", val=look.outline))


def _set_next(style: ParagraphStyle, name: str) -> None:
    style.element._remove_next()
    if name:
        style.element._add_next().val = id_of(name)


def _set_face(properties: CT_RPr) -> None:
    faces = properties.get_or_add_rFonts()
    faces.attrib.clear()  # the template's theme fonts would win over a plain name
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), FACE)


def _set_defaults(word: Word) -> None:
    """What a paragraph or a table without a style has: the face and the language, no room around it."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    letters = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _set_face(letters)
    language = letters.find(qn("w:lang"))
    language.attrib.clear()
    for script in ("val", "eastAsia"):
        language.set(qn(f"w:{script}"), LANGUAGE)
    defaults.find(qn("w:pPrDefault")).clear()
