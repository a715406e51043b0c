"""Where signature and seal stand on the paper (NĐ 30/2020, Phụ lục I, II.7d and II.8a), and what is drawn there."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date
from plans.paper.document import Paper
from plans.paper.lines import balanced
from plans.paper.nd30 import LAYOUT
from plans.paper.pdf import render_pdf
from plans.paper.sheet import Sheet, sheet_of
from plans.signatures.covering import without_blanks
from plans.signatures.pdf_files import Box, TextLine, lines_of_text, pages_of

MM = 72 / 25.4  # points
SIGNATURE_WIDTH = 46 * MM
LOWEST, HIGHEST = (
    10 * MM,
    26 * MM,
)  # of a signature; the paper leaves 38 mm between post and name, for the seal
SEAL = 36 * MM  # across, a district's or commune's seal in its real size
MARGIN = 5  # points around what is drawn, which the signing tool keeps free
ANNEX_SIGNATURE_WIDTH, ANNEX_SIGNATURE_HEIGHT = 80 * MM, 12 * MM  # two lines of words, no picture
ANNEX_SIGNATURE_DROP = 6 * MM  # from the edge of the sheet
COLUMN = 100 * MM  # from the left edge of the sheet: what begins further right may belong to the signature
LEVEL = 4  # points: pieces of one line stand no further apart

NO_PLACE = (
    "Không tìm thấy chỗ ký giữa chức vụ và họ tên trên văn bản: xem lại quyền hạn, chức vụ và họ tên người ký "
    "(mỗi thứ một dòng, không để trống), rồi trình lại."
)


def place_of_signature(pdf: bytes, paper: Paper) -> Box:
    """Between post and name, centred on the name, wherever `pdf` printed those of `paper`, in however many lines.

    Raises Refusal when it has no such place.
    """
    sheet = sheet_of(paper)
    post, name = _post_and_name(pdf, sheet)
    middle = (name.left + name.right) / 2
    room = post.bottom - name.top - 2 * MM
    height = max(LOWEST, min(HIGHEST, room))
    centre = (post.bottom + name.top) / 2
    half = SIGNATURE_WIDTH / 2
    return Box(name.page, middle - half, centre - height / 2, middle + half, centre + height / 2)


def _post_and_name(pdf: bytes, sheet: Sheet) -> tuple[Box, Box]:
    """The last line of the post and the first of the name; where the words stand twice, the last place."""
    post, name = (without_blanks("".join(lines)) for lines in (sheet.authority, sheet.signer))
    found = None
    rows = _rows_of_the_right(pdf)
    for place in range(len(rows)) if post and name else ():
        after = _reads(rows, place, post)
        if after is not None and _reads(rows, after, name) is not None:
            found = rows[after - 1][1], rows[after][1]
    if found is None or found[0].page != found[1].page:
        raise Refusal(Problem(NO_PLACE, "signature"))
    return found


def _reads(rows: list[tuple[str, Box]], place: int, words: str) -> int | None:
    """The place behind the rows that say `words`, from `place` on; None when they say something else."""
    while words and place < len(rows) and rows[place][0] and words.startswith(rows[place][0]):
        words, place = words.removeprefix(rows[place][0]), place + 1
    return None if words else place


def _rows_of_the_right(pdf: bytes) -> list[tuple[str, Box]]:
    """What stands in the right half of each page, from above, pieces of one line put together."""
    pieces = sorted(
        (line for line in lines_of_text(pdf) if line.left > COLUMN),
        key=lambda line: (line.page, -line.bottom),
    )
    rows: list[list[TextLine]] = []
    for piece in pieces:
        if rows and rows[-1][0].page == piece.page and abs(rows[-1][0].bottom - piece.bottom) < LEVEL:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_row(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _row(pieces: list[TextLine]) -> tuple[str, Box]:
    box = Box(
        pieces[0].page,
        pieces[0].left,
        min(piece.bottom for piece in pieces),
        pieces[-1].right,
        max(piece.top for piece in pieces),
    )
    return without_blanks("".join(piece.text for piece in pieces)), box


def place_of_seal(signature: Box) -> Box:
    """Over about a third of the signature, at its left."""
    right = signature.left + signature.width / 3
    centre = (signature.bottom + signature.top) / 2
    return Box(signature.page, right - SEAL, centre - SEAL / 2, right, centre + SEAL / 2)


def place_of_annex_signature(pdf: bytes) -> Box:
    """The corner at the top right of the first page, in its margin, where an annex has no number of a page (II.8b)."""
    page = pages_of(pdf)[0]
    right = (page.width - LAYOUT.margin_right_mm) * MM + MARGIN
    top = page.height * MM - ANNEX_SIGNATURE_DROP
    return Box(0, right - ANNEX_SIGNATURE_WIDTH, top - ANNEX_SIGNATURE_HEIGHT, right, top)


def touchable(paper: Paper) -> list[str]:
    """Post and name as they are printed: the lines that a signature may lie over (II.7d)."""
    sheet = sheet_of(paper)
    beside = (*sheet.beside.authority, *sheet.beside.signer) if sheet.beside else ()
    return [*sheet.authority, *sheet.signer, *beside]


ANNEX_WORDS = """
@page {{ size: {width}pt {height}pt; margin: 0 }}
body {{ margin: 0; font: 10pt/1.15 "Times New Roman", "Liberation Serif", serif; color: #000 }}
p {{ margin: 0; text-align: right; white-space: nowrap }}
"""


def annex_signature_in_words(symbol: str, when: datetime, box: Box) -> bytes:
    """Number and symbol of the document, time of signing: Times, 10 points, upright, black (III.1đ)."""
    width, height = box.width - 2 * MARGIN, box.height - 2 * MARGIN  # fits as it is: 10 points stay 10
    css = ANNEX_WORDS.format(width=round(width, 2), height=round(height, 2))
    words = f"<p>Số, ký hiệu: {escape(symbol)}</p><p>Thời gian ký: {_moment(when)}</p>"
    return render_pdf(f'<html lang="vi">{words}', css)


WORDS = """
@page {{ size: {width}pt {height}pt; margin: 0 }}
body {{ margin: 0; font: {size}pt/{line} "Times New Roman", "Liberation Serif", serif; color: {colour} }}
div {{ box-sizing: border-box; width: {width}pt; height: {height}pt; padding: 2pt; overflow: hidden;
  padding-{covered}: {overlap}pt; border: 1pt solid {colour}; text-align: center }}
b {{ display: block; white-space: nowrap }}
span {{ white-space: nowrap }}
"""
WORDS_SIZE, WORDS_LINE = 7, 1.2
NAME_SIZES = tuple(
    half / 2 for half in range(17, 7, -1)
)  # of a name, largest first: day and hour must find room
OVERLAP, EDGES = SIGNATURE_WIDTH / 3 + 2, 6  # points; frame and padding of two sides


@dataclass(frozen=True)
class Ink:
    colour: str
    covered: str  # the side on which signature and seal lie over each other; words keep off it


BLUE, RED = Ink("#1f3fa8", "left"), Ink("#c8102e", "right")


def stamp_in_words(who: str, when: datetime, box: Box, ink: Ink) -> bytes:
    """A one-page PDF of the size of `box`, for whoever has no picture of signature or seal.

    Set by the same renderer as the paper: PDF libraries that draw text themselves space Vietnamese wrongly. A long
    name is set smaller, so that frame, name and time of signing stay whole.
    """
    css = WORDS.format(
        width=round(box.width, 2),
        height=round(box.height, 2),
        colour=ink.colour,
        covered=ink.covered,
        overlap=round(OVERLAP, 2),
        size=WORDS_SIZE,
        line=WORDS_LINE,
    )
    size, lines = _name_that_fits(who, box)
    name = "<br>".join(map(escape, lines))
    words = f'<div>Ký bởi<b style="font-size: {size}pt">{name}</b>{_moment(when)}</div>'
    return render_pdf(f'<html lang="vi">{words}', css)


def _name_that_fits(who: str, box: Box) -> tuple[float, list[str]]:
    """The size of the name and its lines: "Ký bởi" stands above them, day and hour in two lines below.

    Fewest lines in a size that is no smaller than the words around, else the largest size that leaves them room.
    """
    room = box.width - OVERLAP - EDGES
    height = box.height - EDGES - 3 * WORDS_SIZE * WORDS_LINE
    every = [(size, balanced(who, room, size, bold=True)) for size in NAME_SIZES]
    fitting = [(size, lines) for size, lines in every if len(lines) * size * WORDS_LINE <= height] or every[
        -1:
    ]
    large = [(size, lines) for size, lines in fitting if size >= WORDS_SIZE] or fitting[:1]
    return min(large, key=lambda set_: len(set_[1]))


def _moment(when: datetime) -> str:
    """Day, hour and zone of ISO 8601, as HTML."""
    zone = f"{when:%z}"
    return f"{short_date(when.date())} <span>{when:%H:%M:%S} {zone[:-2]}:{zone[-2:]}</span>"
