"""What a source knows of its text: lines, before anybody asks what they mean. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    WORD = "docx"
    OLD_WORD = "doc"
    PDF = "pdf"
    TEXT = "txt"


class Place(StrEnum):
    BODY = "body"
    NOTE = "note"  # footnote or endnote, placed after the paragraph that calls it
    BOX = "box"  # text box


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph as the source gives it, NFC, blanks inside kept.

    `marker` is a number or bullet that Word counts itself and that is not in the text. `starts` says whether
    a paragraph starts here: True or False when the source knows, None when it has to be guessed.
    `table`, `row`, `column` count from 1; 0 means "not in a table".
    """

    text: str
    marker: str = ""
    bold: bool = False
    italic: bool = False
    centred: bool = False
    heading: int = 0  # level of a heading style, 1 the highest; 0: none
    starts: bool | None = True
    table: int = 0
    row: int = 0
    column: int = 0
    page: int = 0
    place: Place = Place.BODY


@dataclass(frozen=True, slots=True)
class Source:
    origin: Origin
    lines: tuple[Line, ...]
    pages: int = 0  # 0 when the source does not count pages
    remarks: tuple[str, ...] = ()  # what was done on the way in ("tracked-changes"), for the findings
