"""What stretching a line to the margin does to its blanks. Pure; lengths in points.

Lines are filled as renderers fill them: word after word, no-break blanks (`binding`) and whole symbols kept.
"""

import re
from collections.abc import Iterator

from .binding import NBSP, pieces_of
from .nd30 import LAYOUT, MILLIMETRE
from .widths import width

WIDEST_BLANK = 1.5  # of the size: six times a usual one
SET_CLOSER = (0, 4, 8)  # pt less than reckoned: a word that just does not fit may fit in print
_CANNOT_FILL = re.compile("[^ ]{12}")  # letters in a row that a line may have to wait for
_BLANK = re.compile(r"(?<![(\[{]) (?![)\]}!?;:,./])")  # within brackets, before a mark, no line ends (UAX 14)
_BEHIND_MARK = re.compile(r"(?<=[^\W\d]-)(?=\w)|(?<=/)(?=[^\W\d])")  # where renderers break a long symbol


def tears_holes(text: str, marker: str = "", bold: bool = False) -> bool:
    """Whether one line of a paragraph, bound and set in the body's size, would get blanks that readers stop at."""
    if not _CANNOT_FILL.search(text):
        return False
    return any(_tears(text, marker, bold, LAYOUT.text_width + more) for more in SET_CLOSER)


def _tears(text: str, marker: str, bold: bool, room: float) -> bool:
    size = LAYOUT.body_pt
    blank = width(" ", size)
    reach = LAYOUT.indent_mm * MILLIMETRE + (width(f"{marker} ", size, bold=bold) if marker else 0)
    blanks = 0
    for words, follows_blank in _units(text):
        long = width(words, size, bold=bold)
        apart = blank if follows_blank else 0
        if reach + apart + long > room:
            if blanks and (room - reach) / blanks + blank > WIDEST_BLANK * size:
                return True
            reach, blanks, apart, follows_blank = 0.0, 0, 0, False
        reach += apart + long
        blanks += follows_blank + words.count(NBSP) + words.count(" ")
    return False


def _units(text: str) -> Iterator[tuple[str, bool]]:
    """What no line end cuts, and whether a blank stands before it."""
    for place, row in enumerate(_BLANK.split(text)):
        follows_blank = place > 0
        for piece, stays in pieces_of(row):
            for unit in (piece,) if stays else _BEHIND_MARK.split(piece):
                yield unit, follows_blank
                follows_blank = False
