"""What a source knows of its text: lines, before anybody asks what they mean. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    WORD = "docx"
    OLD_WORD = "doc"
    PDF = "pdf"
    TEXT = "txt"


class LinePlace(StrEnum):
    BODY = "body"
    NOTE = "note"  # footnote or endnote, placed after the paragraph that calls it
    BOX = "box"  # text box


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of words of one look; `note` counts the note that is called behind it, 0 where none is."""

    text: str
    bold: bool = False
    italic: bool = False
    note: int = 0


@dataclass(frozen=True, slots=True)
class CellShape:
    """Where a cell stands in its table, counted from 1, and how many columns and rows it covers."""

    row: int
    column: int
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class TableShape:
    """What a source knows of a table beside the words of its cells; empty cells are told here alone."""

    number: int
    shares: tuple[int, ...]  # of each column, per cent of the width
    cells: tuple[CellShape, ...]
    head_rows: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph as the source gives it, NFC, blanks inside kept.

    `marker` is a number or bullet that Word counts itself and that is not in the text. `starts` says whether
    a paragraph starts here: True or False when the source knows, None when it has to be guessed.
    `table`, `row`, `column` count from 1; 0 means "not in a table". `looks` are the line's words by their look
    where it has more than one, or calls notes; empty, `bold` and `italic` hold for all of it.
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
    place: LinePlace = LinePlace.BODY
    looks: tuple[Styled, ...] = ()
    note: int = 0  # of a line of a note: which one, as `Styled.note` calls it
    apart: str = (
        ""  # why it is none of the text, where the source itself tells: "page_number", "running_head"
    )


TURNED = "turned"  # the remark on a source that `is_turned`
_TURNING = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")


def is_turned(text: str) -> bool:
    """Whether signs in it turn the direction of writing: then it is not read as it looks."""
    return _TURNING.search(text) is not None


@dataclass(frozen=True, slots=True)
class Source:
    origin: SourceKind
    lines: tuple[Line, ...]
    pages: int = 0  # 0 when the source does not count pages
    remarks: tuple[str, ...] = ()  # what was done on the way in ("tracked-changes"), for the findings
    tables: tuple[TableShape, ...] = ()
    margins: tuple[Line, ...] = ()  # what runs above and below its pages, page by page
