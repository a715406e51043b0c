"""The letters and ruled lines of a PDF page, gathered into lines of text. Lengths in points from the top left."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

MM = 72 / 25.4
NEW_COLUMN = 24  # a wider gap between two letters parts two columns; justified text never has one

CELL = 2  # a gap without a blank: the next cell of a table


def squeezed(text: str) -> str:
    """For comparing words whatever their case and spacing."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text)).casefold()


def unmarked(text: str) -> str:
    return squeezed(text).rstrip(".;,/")


@dataclass(frozen=True, eq=False)
class Line:
    page: int  # from 0
    chars: tuple[dict, ...]

    @cached_property
    def text(self) -> str:
        text, reach = "", self.x0
        for char in self.chars:
            text += f" {char['text']}" if char["x0"] - reach > CELL else char["text"]
            reach = char["x1"]
        return unicodedata.normalize("NFC", text)

    @cached_property
    def words(self) -> str:
        return squeezed(self.text)

    @cached_property
    def sizes(self) -> set[float]:
        return {round(c["size"], 1) for c in self.chars if c["text"].strip()}

    @property
    def size(self) -> float:
        return max(self.sizes)

    def _faces(self) -> list[str]:
        return [c["fontname"].lower() for c in self.chars if c["text"].strip()]

    @property
    def bold(self) -> bool:
        return all("bold" in face for face in self._faces())

    @property
    def italic(self) -> bool:
        return all("italic" in face for face in self._faces())

    @property
    def regular(self) -> bool:
        return not any("bold" in face or "italic" in face for face in self._faces())

    @property
    def upright(self) -> bool:
        return not any("italic" in face for face in self._faces())

    @cached_property
    def baseline(self) -> float:
        return self.chars[0]["baseline"]

    @cached_property
    def blanks(self) -> list[float]:
        """How wide each blank is, in parts of the size: a quarter where nothing is stretched."""
        inked = [char for char in self.chars if char["text"].strip()]
        gaps = ((after["x0"] - before["x1"]) / self.size for before, after in pairwise(inked))
        return [gap for gap in gaps if gap > 0.15]

    @property
    def x0(self) -> float:
        return self.chars[0]["x0"]

    @property
    def x1(self) -> float:
        return self.chars[-1]["x1"]

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def top(self) -> float:
        """Where the tallest letters begin (Times' ascent is .891 of the size)."""
        return self.baseline - 0.891 * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + 0.216 * self.size


@dataclass(frozen=True, eq=False)
class Ruled:
    """A thin horizontal line."""

    page: int
    x0: float
    x1: float
    y: float

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Upright:
    """A thin line that stands between two columns."""

    page: int
    x: float
    top: float
    bottom: float


def chars_of(page) -> list[dict]:
    height = float(page.height)
    return [{**c, "baseline": height - c["matrix"][5]} for c in page.chars]


def ruled_of(page) -> list[Ruled]:
    found = [
        r for r in (*page.rects, *page.lines) if abs(r["bottom"] - r["top"]) < 2 and r["x1"] - r["x0"] > 5
    ]
    return [Ruled(page.page_number - 1, r["x0"], r["x1"], (r["top"] + r["bottom"]) / 2) for r in found]


def uprights_of(page) -> list[Upright]:
    found = [r for r in (*page.rects, *page.lines) if r["x1"] - r["x0"] < 2 and r["bottom"] - r["top"] > 5]
    return [Upright(page.page_number - 1, (r["x0"] + r["x1"]) / 2, r["top"], r["bottom"]) for r in found]


def lines_of(page: int, chars: list[dict]) -> list[Line]:
    rows: dict[int, list[dict]] = {}
    for char in chars:
        rows.setdefault(round(char["baseline"] * 2), []).append(char)
    lines = [line for row in rows.values() for line in _columns(page, sorted(row, key=lambda c: c["x0"]))]
    return sorted(lines, key=lambda line: (round(line.baseline), line.x0))


def _columns(page: int, row: list[dict]) -> Iterable[Line]:
    letters = [c for c in row if c["text"].strip()]
    if not letters:
        return
    inked = [c for c in row if letters[0]["x0"] <= c["x0"] <= letters[-1]["x0"]]
    start = 0
    for place in range(1, len(inked) + 1):
        if place == len(inked) or _begins_column(inked[place - 1], inked[place]):
            if any(char["text"].strip() for char in inked[start:place]):
                yield Line(page, tuple(inked[start:place]))
            start = place


def _begins_column(before: dict, char: dict) -> bool:
    """Far away, or without a blank between and in another look: the day beside the number."""
    gap = char["x0"] - before["x1"]
    begins_date = char["text"].isupper() and _is_italic(before) != _is_italic(
        char
    )  # with the name of the seat
    return gap > NEW_COLUMN or (gap > CELL and begins_date)


def _is_italic(char: dict) -> bool:
    return "italic" in char["fontname"].lower()
