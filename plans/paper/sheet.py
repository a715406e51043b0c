"""The sheet: a `Paper` set in lines, the same for the screen, the PDF and Word.

Here and nowhere else the marks of the decree are put to the words: capitals, line breaks of the heads,
dashes, ";" and ".", "./.", numbers of annexes. The renderers only place what they find.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from childlabour.core.vietnamese import clean, roman
from plans.law.kinds import Addressed, Kind
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.signing import AUTHORITIES

from .document import Annex, Block, Column, Heading, Level, Paper, Paragraph, Table
from .file_copy import with_colon
from .lines import balanced, width
from .nd30 import DRAFT_MARK, END_MARK, LAYOUT, MILLIMETRE, MOTTO, NATIONAL_NAME, Layout

NBSP = "\N{NO-BREAK SPACE}"
ROOM_FOR_NUMBER = NBSP * 6
GUTTER = 14  # points of white between the two columns of the heads
MOST_RECIPIENT_LINES = 24  # beside the signature; more go on below it, where a page may end among them


@dataclass(frozen=True)
class Text:
    """One paragraph; `marker` stands before the text. Roles: part, clause, point, prose, citation, end."""

    role: str
    text: str
    marker: str = ""
    bold: bool = False
    italic: bool = False
    anchor: str = ""

    @property
    def tag(self) -> str:
        """The HTML element; the sheet's own titles are h1."""
        return {"part": "h2", "clause": "h3"}.get(self.role, "p")

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The text cut so that a joined word ("192/KH-UBND", "2021-2025") is a piece, marked True."""
        return _pieces(self.text)


@dataclass(frozen=True)
class Row:
    cells: tuple[tuple[Column, str], ...]
    spans: bool = False  # one cell as wide as the table: the title of a group
    tall: bool = False  # may break over two pages; other rows stay in one piece


@dataclass(frozen=True)
class Grid:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class AnnexSheet:
    label: str  # "Phụ lục", "Phụ lục II"
    title: tuple[str, ...]
    reference: tuple[str, ...]
    blocks: tuple[Text | Grid, ...]
    anchor: str


@dataclass(frozen=True)
class Sheet:
    """Everything in print order; a tuple of `str` is a tuple of lines that no renderer breaks again."""

    name: str  # for the window's title and the file's metadata
    is_letter: bool
    national_name: str
    motto: str
    superior: tuple[str, ...]
    agency: tuple[str, ...]
    number: str
    date: tuple[str, ...]
    subject: tuple[str, ...]  # "V/v …": official letters
    draft: str
    type_name: str
    title: tuple[str, ...]
    addressees: tuple[str, ...]
    citations: tuple[Text, ...]
    blocks: tuple[Text | Grid, ...]
    recipients: tuple[str, ...]
    more_recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    annexes: tuple[AnnexSheet, ...]


def sheet_of(paper: Paper, layout: Layout = LAYOUT) -> Sheet:
    is_letter = not paper.type_name
    office = layout.office_width_mm * MILLIMETRE - GUTTER
    nation = layout.nation_width_mm * MILLIMETRE
    title_room = layout.title_room_mm * MILLIMETRE
    recipients = _recipients(paper.recipients.lines)
    beside = _fitting(recipients, layout)
    return Sheet(
        name=_name(paper),
        is_letter=is_letter,
        national_name=NATIONAL_NAME,
        motto=MOTTO,
        superior=_capitals(paper.letterhead.superior, office, layout.superior_pt, bold=False),
        agency=_capitals(paper.letterhead.agency, office, layout.agency_pt, bold=True),
        number=f"Số: {_tidy(paper.number) or ROOM_FOR_NUMBER[1:]}/{_tidy(paper.symbol)}",
        date=tuple(balanced(_gaps_kept(paper.place_and_date), nation, layout.date_pt)),
        subject=_lines(f"V/v {_tidy(paper.title)}", office, layout.subject_pt) if is_letter else (),
        draft=DRAFT_MARK if paper.draft else paper.taken_out,
        type_name=_tidy(paper.type_name).upper(),
        title=() if is_letter else _lines(paper.title, title_room, layout.title_pt, bold=True),
        addressees=_addressees(paper.addressees) if _is_addressed(paper) else (),
        citations=tuple(Text("citation", line, italic=True) for line in _listed(paper.citations)),
        blocks=_ended(_blocks(paper.blocks)),
        recipients=recipients[:beside],
        more_recipients=recipients[beside:],
        authority=_authority(paper.signature.lines, layout),
        signer=_tidy(paper.signature.signer),
        annexes=tuple(_annexes(paper.annexes, layout)),
    )


# --- Words and marks ----------------------------------------------------------------------------------


_NOT_TEXT = {0xFFFE: None, 0xFFFF: None}  # no file format takes them


def _tidy(text: str) -> str:
    """One line, without what cannot be printed; blanks as HTML would show them."""
    return " ".join(_printable(text).split())


def _gaps_kept(text: str) -> str:
    """The same, but a run of blanks stays as room to write in."""
    line = " ".join(_printable(text).strip().expandtabs().splitlines())
    return re.sub(" {2,}", lambda run: NBSP * len(run[0]), line)


def _printable(text: str) -> str:
    return clean(text).translate(_NOT_TEXT)


def _without_mark(text: str) -> str:
    """A list's line as typed, without the dash before it and the mark after it."""
    return re.sub(r"^[-–•*+]\s+|(?<!\.)[.;,]$|[;,]$", "", _tidy(text)).strip()


def _listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """ ";" after each and "." after the last (II.6a căn cứ, II.9d nơi nhận)."""
    texts = [text for item in items if (text := _without_mark(item))]
    return tuple(f"{text}{'.' if text is texts[-1] else ';'}" for text in texts)


def _is_addressed(paper: Paper) -> bool:
    """ "Kính gửi" stands on some kinds and on nothing else (II.9b)."""
    return Kind(paper.kind).facts.addressed != Addressed.NEVER


def _addressees(names: tuple[str, ...]) -> tuple[str, ...]:
    """Ô số 9a: one name follows "Kính gửi:" as it is, several make a list (II.9d)."""
    return _listed(names) if len(names) > 1 else tuple(map(_tidy, names))


def _recipients(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The list of ô số 9b; the archive line has its colon however it was typed ("Lưu VT" → "Lưu: VT")."""
    return tuple(map(with_colon, _listed(lines)))


def _fitting(recipients: tuple[str, ...], layout: Layout) -> int:
    """How many recipients stand beside the signature and move with it as one piece."""
    room, used = layout.office_width_mm * MILLIMETRE, 0
    for count, line in enumerate(recipients):
        used += 1 + int(width(line, layout.recipients_pt) / room)
        if used > MOST_RECIPIENT_LINES:
            return count
    return len(recipients)


_AUTHORITY = re.compile(rf"^({any_of(AUTHORITIES)})\.\s*", re.IGNORECASE)


def _authority(lines: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Ô số 7a in capitals, with the blank after the abbreviation ("KT.Chủ tịch" → "KT. CHỦ TỊCH")."""
    spaced = (_AUTHORITY.sub(r"\1. ", _tidy(line)) for line in lines)
    return _capitals(tuple(spaced), layout.closing_width_mm * MILLIMETRE, layout.authority_pt, bold=True)


def _name(paper: Paper) -> str:
    number = f"số {_tidy(paper.number)}/{_tidy(paper.symbol)}" if paper.number else "(dự thảo)"
    return f"{_tidy(paper.type_name) or 'Công văn'} {number}: {_tidy(paper.title)}"


# --- Lines of the heads -------------------------------------------------------------------------------


def _lines(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    return tuple(balanced(_tidy(text), room, size, bold=bold))


def _capitals(lines: tuple[str, ...], room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    broken = (balanced(_tidy(line), room, size, bold=bold, upper=True) for line in lines)
    return tuple(line.upper() for piece in broken for line in piece)


# --- Text ---------------------------------------------------------------------------------------------


def _blocks(blocks: tuple[Block, ...]) -> tuple[Text | Grid, ...]:
    return tuple(map(_set, blocks))


def _set(block: Block) -> Text | Grid:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph():
            return _paragraph(block)
        case Table():
            return _table(block)


def _heading(block: Heading) -> Text:
    number, text = _tidy(block.number), _tidy(block.text)
    match block.level:
        case Level.PART:
            return Text("part", text.upper(), number and f"{number}.", bold=True, anchor=block.anchor)
        case Level.CLAUSE:
            return Text("clause", text, number and f"{number}.", bold=True, anchor=block.anchor)
        case Level.POINT:
            return Text("point", text, number and f"{number})", anchor=block.anchor)


def _paragraph(block: Paragraph) -> Text:
    return Text("prose", _tidy(block.text), _tidy(block.marker), block.bold, block.italic, block.anchor)


def _table(block: Table) -> Grid:
    columns = tuple(replace(column, title=_tidy(column.title)) for column in block.columns)
    return Grid(columns, tuple(_row(columns, cells) for cells in block.rows))


_LETTERS_OF_A_TALL_CELL = 12  # for each per cent of the width: some fourteen lines


def _row(columns: tuple[Column, ...], texts: tuple[str, ...]) -> Row:
    cells = tuple(zip(columns, map(_tidy, texts), strict=False))
    tall = any(len(text) > _LETTERS_OF_A_TALL_CELL * column.share for column, text in cells)
    return Row(cells, spans=len(texts) == 1 < len(columns), tall=tall)


def _ended(blocks: tuple[Text | Grid, ...]) -> tuple[Text | Grid, ...]:
    """The text with "./." at its very end (Mẫu 1.4, 2.1), once, in place of the last full stop."""
    if not blocks:
        return blocks
    *before, last = blocks
    if isinstance(last, Grid):
        return (*blocks, Text("end", END_MARK))
    return (*before, replace(last, text=end_marked(last.text)))


def end_marked(text: str) -> str:
    """ "…năm 2023." → "…năm 2023./."; three dots stay three."""
    text = text.removesuffix(END_MARK).rstrip()
    if not text.endswith(".."):
        text = text.rstrip(".;,")
    return f"{text}{END_MARK}"


_WORD = re.compile(r"([^\s\ue000-\uf8ff]+)")  # a change's marks stay outside
_JOINED = re.compile(r"\w-\w")
_LONGEST_JOINED = 40  # letters; anything longer must be allowed to break


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text in turn, and what of it must stay on one line: short words joined by a hyphen, "KH-UBND"."""
    pieces: list[tuple[str, bool]] = []
    for part in _WORD.split(text):
        stays = len(part) <= _LONGEST_JOINED and _JOINED.search(part) is not None
        if pieces and not stays and not pieces[-1][1]:
            pieces[-1] = (pieces[-1][0] + part, False)
        elif part:
            pieces.append((part, stays))
    return pieces


# --- Annexes ------------------------------------------------------------------------------------------


def _annexes(annexes: tuple[Annex, ...], layout: Layout) -> Iterator[AnnexSheet]:
    room = layout.title_room_mm * MILLIMETRE
    for number, annex in enumerate(annexes, start=1):
        yield AnnexSheet(
            label=f"Phụ lục {roman(number)}" if len(annexes) > 1 else "Phụ lục",
            title=_capitals((annex.title,), room, layout.annex_title_pt, bold=True),
            reference=tuple(balanced(_gaps_kept(annex.reference), room, layout.annex_reference_pt)),
            blocks=_ended(_blocks(annex.blocks)),
            anchor=annex.anchor,
        )
