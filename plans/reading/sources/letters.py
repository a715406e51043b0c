"""The letters of a page of a PDF, word by word, and where each word stands (points, origin bottom left)."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import NamedTuple, TypeAlias

import pypdfium2.raw as raw

Box: TypeAlias = tuple[float, float, float, float]  # left, right, bottom, top
BOLD_WEIGHT = 600
LONGEST_FONT = 200  # letters of its name
WIDEST_LETTER = 0.7  # of the height of its line, on an average of the line
_LINE = re.compile(r"\n+|[^\n]+")
_RUN = re.compile(r"(?P<end>\n+)|(?P<blank>[^\S\n]+)|(?P<word>\S+)")


class DrawnText(NamedTuple):
    """A word, or a line drawn in one; blanks and line ends have no box."""

    text: str
    start: int
    box: Box | None


def around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), max(one[3], other[3])


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters on one row without a gutter in it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    size: float = 0.0  # of its type

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Letters:
    """The letters of a page, and where they stand. Asked line by line, or word by word: pdfium answers a letter at
    a time, and half the time of reading a PDF went into asking for each."""

    def __init__(self, handle: raw.FPDF_TEXTPAGE) -> None:
        self.handle = handle
        self._matrix = raw.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._font = ctypes.create_string_buffer(LONGEST_FONT)
        self._corners = (ctypes.c_double * 4)()
        self._into = [
            ctypes.cast(ctypes.byref(self._corners, 8 * place), ctypes.POINTER(ctypes.c_double))
            for place in range(4)
        ]
        count = raw.FPDFText_CountChars(handle)
        buffer = (ctypes.c_ushort * (count + 1))()
        raw.FPDFText_GetText(handle, 0, count, buffer)
        codes = buffer[:count]
        if count and not all(codes):  # letters that pdfium knows no code of are left out of its text
            codes = [raw.FPDFText_GetUnicode(handle, place) for place in range(count)]
        self.text = "".join(map(_SIGNS.__getitem__, codes))

    @cached_property
    def lines(self) -> list[DrawnText]:
        """The lines of the page, whole where it was drawn in one, else word by word."""
        return [drawn for line in _LINE.finditer(self.text) for drawn in self._line(line)]

    @cached_property
    def words(self) -> list[DrawnText]:
        """Each word with its box, each blank and line end without, in the order of the page."""
        return list(self._words(0, len(self.text)))

    def _line(self, line: re.Match[str]) -> Iterator[DrawnText]:
        text = line[0].strip(" ")
        if not text or text[0] == "\n":
            yield DrawnText(line[0], line.start(), None)
            return
        start = line.start() + line[0].index(text[0])
        box = self._drawn_in_one(start, start + len(text)) if "  " not in text else None
        if box:
            yield DrawnText(text, start, box)
        else:
            yield from self._words(line.start(), line.end())

    def _words(self, start: int, end: int) -> Iterator[DrawnText]:
        for found in _RUN.finditer(self.text, start, end):
            box = self.box(found.start(), found.end()) if found.lastgroup == "word" else None
            yield DrawnText(found[0], found.start(), box)

    def _drawn_in_one(self, start: int, end: int) -> Box | None:
        """Round a line whose letters were drawn by one order; one that holds a gutter is too wide for its letters."""
        if raw.FPDFText_CountRects(self.handle, start, end - start) != 1:
            return None
        left, top, right, bottom = self._into
        raw.FPDFText_GetRect(self.handle, 0, left, top, right, bottom)
        x, y, further, lower = self._corners  # as they lie: left, top, right, bottom
        is_full = further - x <= WIDEST_LETTER * (y - lower) * (end - start)
        return (x, further, lower, y) if is_full else None

    def mark(self, signs: dict[int, str]) -> None:
        """Put other signs in the places of some letters."""
        text = list(self.text)
        for place, sign in signs.items():
            text[place] = sign
        self.text = "".join(text)
        self.__dict__.pop("words", None)
        self.__dict__.pop("lines", None)

    def size(self, place: int) -> float:
        """Of the type that a letter is set in, as it stands on the page."""
        scaled = raw.FPDFText_GetMatrix(self.handle, place, self._matrix)
        size = raw.FPDFText_GetFontSize(self.handle, place)
        return float(size * (abs(self._matrix.d) if scaled else 1.0))

    def is_bold(self, place: int) -> bool:
        if raw.FPDFText_GetFontWeight(self.handle, place) >= BOLD_WEIGHT:
            return True
        length = raw.FPDFText_GetFontInfo(self.handle, place, self._font, LONGEST_FONT, self._flags)
        return 0 < length <= LONGEST_FONT and b"bold" in self._font.value.lower()

    def bottom(self, place: int) -> float:
        return self._of(place)[2]

    def box(self, start: int, end: int) -> Box:
        """Round a word: from its first letter to its last, round each where the word turns or climbs."""
        first = self._of(start)
        last = self._of(end - 1)
        if last[0] >= first[0] and last[2] < first[3] and last[3] > first[2]:
            bottom, top = first[2], first[3]
            return (
                first[0],
                last[1],
                bottom if bottom < last[2] else last[2],
                top if top > last[3] else last[3],
            )
        return first if end - start < 2 else reduce(around, map(self._of, range(start, end)))

    def _of(self, place: int) -> Box:
        raw.FPDFText_GetCharBox(self.handle, place, *self._into)
        left, right, bottom, top = self._corners
        return left, right, bottom, top


class _Signs(dict[int, str]):
    """What each code of pdfium stands for; asked 2,500 times a page, so kept."""

    def __missing__(self, code: int) -> str:
        self[code] = sign = _sign(code)
        return sign


def _sign(code: int) -> str:
    """A sign, a blank, or a line end."""
    if code in (10, 13):
        return "\n"
    if code in (2, 0xFFFE, 0xAD):  # pdfium's mark of a hyphen that only the line end needs
        return "\u00ad"
    sign = "" if code == 0 or 0xD800 <= code < 0xE000 else chr(code)
    return sign if sign.strip() else " "


_SIGNS = _Signs()
