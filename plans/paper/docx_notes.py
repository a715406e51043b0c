"""Footnotes of the Word file: a part of its own that python-docx has no words for.

A note keeps the mark it is written with ("1", "(*)"), so Word counts none of them itself.
"""

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .docx_parts import element
from .setting import Footnote, Strands

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES_OF_WORD = (
    ("separator", -1),
    ("continuationSeparator", 0),
)  # the lines above notes: every file has both


class Notes:
    """The notes of one file, in the order in which they are called."""

    def __init__(self, style: str):
        self._style = style  # the id of the paragraphs' style
        self._root = _element("w:footnotes")
        self._count = 0
        for kind, number in _RULES_OF_WORD:
            self._root.append(_rule(kind, number))

    def call(self, paragraph: Paragraph, foot: Footnote) -> None:
        """Puts the mark behind what the paragraph says so far, and the note at the foot of its page."""
        self._count += 1
        self._root.append(self._note(foot, self._count))
        run = paragraph.add_run()
        run.font.superscript = True
        run.font.bold = run.font.italic = False
        run._r.append(element("w:footnoteReference", customMarkFollows=1, id=self._count))
        run._r.append(_words(foot.marker))

    def attach(self, word: Word) -> None:
        """Writes the part, if anything was called."""
        if not self._count:
            return
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE,
            serialize_part_xml(self._root),
            word.part.package,
        )
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        rules = element("w:footnotePr")
        rules.extend(element("w:footnote", id=number) for _, number in _RULES_OF_WORD)
        word.settings.element.insert_element_before(rules, "w:compat")

    def _note(self, foot: Footnote, number: int) -> BaseOxmlElement:
        note = element("w:footnote", id=number)
        block = _element("w:p")
        properties = _element("w:pPr")
        properties.append(element("w:pStyle", val=self._style))
        block.append(properties)
        paragraph = Paragraph(block, None)  # type: ignore[arg-type]
        paragraph.add_run(foot.marker).font.superscript = True
        paragraph.add_run(" ")
        add_strands(paragraph, foot.strands)
        note.append(block)
        return note


def add_strands(paragraph: Paragraph, strands: Strands, notes: Notes | None = None) -> None:
    """Words with their looks; where `notes` are kept, their calls."""
    for strand in strands:
        if strand.text:
            _look(paragraph.add_run(strand.text), bold=strand.bold, italic=strand.italic)
        if strand.foot and notes:
            notes.call(paragraph, strand.foot)
        elif strand.call:
            paragraph.add_run(strand.call).font.superscript = True


def _look(run: Run, *, bold: bool, italic: bool) -> None:
    run.bold, run.italic = bold or None, italic or None


def _rule(kind: str, number: int) -> BaseOxmlElement:
    note = element("w:footnote", type=kind, id=number)
    block, run = _element("w:p"), _element("w:r")
    run.append(_element(f"w:{kind}"))
    block.append(run)
    note.append(block)
    return note


def _words(text: str) -> BaseOxmlElement:
    made = _element("w:t")
    made.text = text
    return made


def _element(name: str) -> BaseOxmlElement:
    return OxmlElement(name)  # type: ignore[return-value]
