"""The sheet: a `Paper` set in lines, the same for the screen, the PDF and Word.

Here and nowhere else the marks of the decree are put to the words: capitals, line breaks of the heads, bold of
titles, ";" and "." of lists, "./.", where notes are called. The renderers only place what they find.
"""

import re
from dataclasses import dataclass
from math import ceil

from plans.content.parts import WholeAnnex, at_annexes
from plans.content.values import plain
from plans.law.handling import Circulation, Urgency
from plans.law.kinds import Addressed, Kind
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.signing import AUTHORITIES

from .binding import NBSP, bind
from .document import Paper
from .file_copy import with_colon
from .lines import balanced
from .nd30 import DRAFT_MARK, LAYOUT, MILLIMETRE, MOTTO, NATIONAL_NAME, SINGLE_LINE, Layout
from .setting import Footnote, Grid, Strand, Text, called_feet, ended, held, printable, set_blocks, tidy
from .widths import SAFETY, ShortLine, width

ROOM_FOR_NUMBER = NBSP * 6
GUTTER = 14  # points of white between the two columns of the heads


@dataclass(frozen=True)
class AnnexSheet:
    label: str  # "Phụ lục", "Phụ lục II"
    title: tuple[str, ...]
    reference: tuple[str, ...]
    blocks: tuple[Text | Grid, ...]
    anchor: str
    landscape: bool = False
    headed: bool = False  # a text that a decision encloses bears the names of its head (Mẫu 1.3)

    @property
    def feet(self) -> tuple[Footnote, ...]:
        return called_feet(self.blocks)


@dataclass(frozen=True)
class Columns:
    """How much of the width the left column of the heads has, in per cent: of the names, of number and date."""

    names: int
    numbers: int


@dataclass(frozen=True)
class Signed:
    """A second signature: it has the place of the recipients, who stand below then (Mẫu 1.9)."""

    authority: tuple[str, ...]
    signer: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Everything in print order; a tuple of `str` is a tuple of lines that no renderer breaks again."""

    name: str  # for the window's title and the file's metadata
    is_letter: bool
    columns: Columns
    national_name: str
    motto: str
    superior: tuple[str, ...]
    agency: tuple[str, ...]
    number: tuple[str, ...]
    date: tuple[str, ...]
    subject: tuple[str, ...]  # "V/v …": official letters
    draft: str
    urgency: str  # "HỎA TỐC"; which of the three frames is `urgency_frame`
    urgency_frame: str
    circulation: str
    typist: str
    contact: tuple[str, ...]
    type_name: str
    title: tuple[str, ...]
    addressees: tuple[str, ...]
    deciding: tuple[str, ...]
    citations: tuple[Text, ...]
    blocks: tuple[Text | Grid, ...]
    recipients: tuple[str, ...]
    more_recipients: tuple[str, ...]
    beside: "Signed | None"
    authority: tuple[str, ...]
    signer: tuple[str, ...]
    annexes: tuple[AnnexSheet, ...]

    @property
    def has_marks(self) -> bool:
        return bool(self.urgency or self.circulation)

    @property
    def feet(self) -> tuple[Footnote, ...]:
        """The notes that are called from the body, in order."""
        return called_feet(self.blocks)


def sheet_of(paper: Paper, layout: Layout = LAYOUT) -> Sheet:
    is_letter = not paper.type_name
    columns = columns_of(paper, layout)
    superior, agency = _names(paper, columns.names, layout)
    subject_room = layout.text_width * columns.numbers / 100 - GUTTER
    title_room = layout.title_room_mm * MILLIMETRE
    authority = _authority(paper.signature.lines, layout)
    signer = tuple(balanced(tidy(paper.signature.signer), layout.closing_width, layout.signer_pt, bold=True))
    recipients = recipients_of(paper)
    height = layout.end_height(len(authority), len(signer))
    beside = 0 if paper.beside else _beside_signature(recipients, height, layout)
    body, annexes = at_annexes(paper.blocks)
    return Sheet(
        name=_name(paper),
        is_letter=is_letter,
        columns=columns,
        national_name=NATIONAL_NAME,
        motto=MOTTO,
        superior=superior,
        agency=agency,
        number=_number(paper, layout.text_width * columns.numbers / 100 - HAIR, layout),
        date=tuple(
            balanced(
                _gaps_kept(paper.place_and_date),
                layout.text_width * (1 - columns.numbers / 100),
                layout.date_pt,
            )
        ),
        subject=_lines(f"V/v {tidy(paper.title)}", subject_room, layout.subject_pt) if is_letter else (),
        draft=DRAFT_MARK if paper.draft else paper.taken_out,
        urgency=_label(Urgency, paper.handling.urgency),
        urgency_frame=paper.handling.urgency.replace("_", "-"),
        circulation=_label(Circulation, paper.handling.circulation),
        typist=tidy(paper.handling.typist),
        contact=tuple(map(tidy, paper.handling.contact)),
        type_name=tidy(paper.type_name).upper(),
        title=() if is_letter else _lines(paper.title, title_room, layout.title_pt, bold=True),
        addressees=addressees_of(paper),
        deciding=_capitals((paper.deciding,), title_room, layout.type_pt, bold=True),
        citations=tuple(
            Text("citation", (Strand(bind(line)),), italic=True) for line in listed(paper.citations)
        ),
        blocks=held(ended(set_blocks(body))),
        recipients=_bound(recipients[:beside], layout.recipients_width, layout),
        more_recipients=_bound(recipients[beside:], layout.text_width, layout),
        beside=_beside(paper, layout),
        authority=authority,
        signer=signer,
        annexes=tuple(_annex(annex, paper, layout) for annex in annexes),
    )


# --- Words and marks ----------------------------------------------------------------------------------


def _gaps_kept(text: str) -> str:
    """The same, but a run of blanks stays as room to write in."""
    line = " ".join(printable(text).strip().expandtabs().splitlines())
    return re.sub(" {2,}", lambda run: NBSP * len(run[0]), line)


def _without_mark(text: str) -> str:
    """A list's line as typed, without the dash before it and the mark after it."""
    return re.sub(r"^[-–•*+]\s+|(?<!\.)[.;,]$|[;,]$", "", tidy(text)).strip()


def listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """ ";" after each and "." after the last (II.6a căn cứ, II.9d nơi nhận)."""
    texts = [text for item in items if (text := _without_mark(item))]
    return tuple(f"{text}{'.' if text is texts[-1] else ';'}" for text in texts)


def _is_addressed(paper: Paper) -> bool:
    """ "Kính gửi" stands on some kinds and on nothing else (II.9b)."""
    return Kind(paper.kind).facts.addressed != Addressed.NEVER


def addressees_of(paper: Paper) -> tuple[str, ...]:
    """Ô số 9a: one name follows "Kính gửi:" as it is, several make a list (II.9d)."""
    names = paper.addressees if _is_addressed(paper) else ()
    return listed(names) if len(names) > 1 else tuple(map(tidy, names))


def marks_of(paper: Paper) -> tuple[str, ...]:
    """Ô số 10b and 11, as they are printed."""
    handling = paper.handling
    marks = (_label(Urgency, handling.urgency), _label(Circulation, handling.circulation))
    return tuple(filter(None, marks))


def _label(choices: type[Urgency] | type[Circulation], value: str) -> str:
    return str(choices(value).label) if value else ""


def recipients_of(paper: Paper) -> tuple[str, ...]:
    """The list of ô số 9b; the archive line has its colon however it was typed ("Lưu VT" → "Lưu: VT")."""
    return tuple(map(with_colon, listed(paper.recipients.lines)))


def _bound(recipients: tuple[str, ...], length: float, layout: Layout) -> tuple[str, ...]:
    room = ShortLine(length - width("- ", layout.recipients_pt), layout.recipients_pt)
    return tuple(bind(recipient, room) for recipient in recipients)


def _beside_signature(recipients: tuple[str, ...], height: float, layout: Layout) -> int:
    """How many recipients stand beside a signature of that height; they move with it as one piece.

    The one that reaches past its end is the last: those that go on below follow without a gap.
    """
    line = layout.recipients_pt * SINGLE_LINE
    used = layout.recipients_label_pt * SINGLE_LINE
    for count, recipient in enumerate(recipients):
        if used >= height:
            return count
        used += line * (1 + int(width(f"- {recipient}", layout.recipients_pt) / layout.recipients_width))
    return len(recipients)


def fitting_before(recipients: tuple[str, ...], layout: Layout = LAYOUT) -> int:
    """How many stood there until November 2026: lines of two dozen. Papers issued then are held against it."""
    room, used = layout.office_width_mm * MILLIMETRE, 0
    for count, line in enumerate(recipients):
        used += 1 + int(width(line, layout.recipients_pt) / room)
        if used > 24:
            return count
    return len(recipients)


_AUTHORITY = re.compile(rf"^({any_of(AUTHORITIES)})\.\s*", re.IGNORECASE)


def _authority(lines: tuple[str, ...], layout: Layout) -> tuple[str, ...]:
    """Ô số 7a in capitals, with the blank after the abbreviation ("KT.Chủ tịch" → "KT. CHỦ TỊCH")."""
    spaced = (_AUTHORITY.sub(r"\1. ", tidy(line)) for line in lines)
    return _capitals(tuple(spaced), layout.closing_width, layout.authority_pt, bold=True)


def _beside(paper: Paper, layout: Layout) -> Signed | None:
    if paper.beside is None:
        return None
    room = layout.text_width - layout.closing_width
    return Signed(
        _capitals(paper.beside.lines, room, layout.authority_pt, bold=True),
        tuple(balanced(tidy(paper.beside.signer), room, layout.signer_pt, bold=True)),
    )


def _name(paper: Paper) -> str:
    number = f"số {tidy(paper.number)}/{tidy(paper.symbol)}" if paper.number else "(dự thảo)"
    return f"{tidy(paper.type_name) or 'Công văn'} {number}: {tidy(paper.title)}"


# --- Lines of the heads -------------------------------------------------------------------------------

GAP = 12  # points for what parts number and date
HAIR = 2
NARROWEST = 36  # per cent that names need
_GIVEN_NUMBER, _GIVEN_DAY = "0000", "ngày 00 tháng 00 năm 0000"  # as wide as they come
_DAY = re.compile(r"ngày\b.*")


def columns_of(paper: Paper, layout: Layout = LAYOUT) -> Columns:
    """The two columns by what stands in them, whether number and day are given or not.

    What both need cannot always be had in one place: then the names keep their own, and number and date share the
    line among themselves; what a letter is about stands below its number and gets all that the date leaves. Names that
    need fewer lines in the usual width have that one.
    """
    whole = layout.text_width
    number = width(f"Số: {_GIVEN_NUMBER}/{tidy(paper.symbol)}", layout.number_pt) + GAP
    date = width(_DAY.sub(_GIVEN_DAY, tidy(paper.place_and_date)), layout.date_pt) / SAFETY + HAIR
    nation = width(NATIONAL_NAME, layout.national_name_pt, bold=True) + HAIR
    usual, least = ceil(layout.office_width_mm / layout.text_width_mm * 100), ceil(number / whole * 100)
    most, widest = int((whole - max(date, nation)) / whole * 100), int((whole - nation) / whole * 100)
    if max(least, NARROWEST) <= most:
        numbers = both = min(max(least, usual), most)
    else:
        both = min(max(least, NARROWEST), widest)
        numbers = least if number + date <= whole and paper.type_name else most
    names = min(max(both, usual), widest)
    needs_more = names > both and _count(_names(paper, names, layout)) < _count(_names(paper, both, layout))
    return Columns(names if needs_more else both, numbers)


def _names(paper: Paper, share: int, layout: Layout) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Superior and agency in lines, in a column of that share."""
    room = layout.text_width * share / 100 - GUTTER
    return (
        _capitals(paper.letterhead.superior, room, layout.superior_pt, bold=False),
        _capitals(paper.letterhead.agency, room, layout.agency_pt, bold=True),
    )


def _count(names: tuple[tuple[str, ...], ...]) -> int:
    return sum(map(len, names))


def _number(paper: Paper, room: float, layout: Layout) -> tuple[str, ...]:
    """In one line, or parted behind a mark of its symbol where two offices and more share it; as many lines before
    there is a number as with one.
    """
    given, symbol = f"Số: {_GIVEN_NUMBER}/", tidy(paper.symbol)
    lines, end = [given], len(given)
    fits = width(given + symbol, layout.number_pt) <= room
    for piece in [symbol] if fits else re.split(r"(?<=[-/])", symbol):
        if not fits and width(lines[-1] + piece, layout.number_pt) > room:
            lines.append("")
        lines[-1] += piece
    return (f"Số: {tidy(paper.number) or ROOM_FOR_NUMBER[1:]}/{lines[0][end:]}", *lines[1:])


def _lines(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    return tuple(balanced(tidy(text), room, size, bold=bold))


def _capitals(lines: tuple[str, ...], room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    broken = (balanced(tidy(line), room, size, bold=bold, upper=True) for line in lines)
    return tuple(line.upper() for piece in broken for line in piece)


# --- Annexes ------------------------------------------------------------------------------------------


def _annex(annex: WholeAnnex, paper: Paper, layout: Layout) -> AnnexSheet:
    room = (layout.title_room_mm + (layout.wider_mm if annex.annex.landscape else 0)) * MILLIMETRE
    said, label = annex.reference, _annex_label(annex.annex.marker)
    reference = _gaps_kept(said or paper.enclosed)
    title = _capitals((plain(annex.annex.runs),), room, layout.annex_title_pt, bold=True)
    return AnnexSheet(
        label=label,
        title=title,
        reference=tuple(_with_room_for_number(reference, room, layout.annex_reference_pt)),
        blocks=ended(set_blocks(annex.blocks[1:] if said else annex.blocks)),
        anchor=annex.annex.key,
        landscape=annex.annex.landscape,
        headed=bool(paper.deciding and not label),
    )


def _annex_label(marker: str) -> str:
    """ "PHỤ LỤC I." → "Phụ lục I": small letters, no mark behind it (III.1b)."""
    return re.sub(r"^phụ lục\b", "Phụ lục", tidy(marker), flags=re.IGNORECASE).rstrip(".: ")


_NUMBER_AND_DAY = re.compile(r"số\s+\d*\s*/|ngày\s+(?:\d+\s+)?tháng\s+(?:\d+\s+)?năm(?:\s+\d{4})?")
_GIVEN = (f"số {_GIVEN_NUMBER}/".replace(" ", NBSP), _GIVEN_DAY.replace(" ", NBSP))


def _with_room_for_number(text: str, room: float, size: float) -> list[str]:
    """The line below the title, broken where it breaks whatever number and day it is given: what is signed has the
    lines of its draft.
    """
    said = [found[0] for found in _NUMBER_AND_DAY.finditer(text)]
    as_given = _NUMBER_AND_DAY.sub(lambda found: _GIVEN[found[0].startswith("ngày")], text)
    lines = "\n".join(balanced(as_given, room, size))
    places = re.compile("|".join(map(re.escape, _GIVEN)))
    if len(places.findall(lines)) != len(said):  # no room for one of them in any line
        return balanced(text, room, size)
    left = iter(said)
    return places.sub(lambda _: next(left), lines).split("\n") if lines else []
