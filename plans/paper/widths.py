"""How long a text is in Times, and whether a line has room for it. Pure; lengths in points."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

# Advance widths of Times New Roman and Liberation Serif (they are the same), thousandths of the size.
# A Vietnamese letter is as wide as its base; only the horn (ơ, ư) makes it wider.
_UPRIGHT = {
    180: "'", 200: "|", 250: " ,.", 278: "/:;\\ijlt", 333: "!()-I[]`fr‘’", 350: "•", 389: "Js", 400: "°",
    408: '"', 444: "?acez“”", 469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxyđ–", 529: "ơ", 541: "~",
    542: "ư", 556: "FPS", 564: "+<=>", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYwĐƠ", 776: "Ư", 778: "&m",
    833: "%", 889: "M", 921: "@", 944: "W", 1000: "—…",
}  # fmt: skip
_BOLD = {
    220: "|", 250: " ,.", 278: "'/\\il", 333: "!()-:;[]`fjt‘’", 350: "•", 389: "Is", 394: "{}", 400: "°",
    444: "cerz", 500: "#$*0123456789?J_agovxy–“”", 520: "~", 554: "ơ", 555: '"', 556: "Sbdhknpquđ",
    570: "+<=>", 581: "^", 600: "ư", 611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠ", 796: "Ư",
    833: "&m", 930: "@", 944: "M", 1000: "%W—…",
}  # fmt: skip
_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, _UPRIGHT), (True, _BOLD))
}
_UNKNOWN = 1000  # a letter of another script: as wide as letters come
_HORNED = {"o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"}
SAFETY = 0.995  # letters are not kerned; renderers round


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Length of `text` in points when set in Times at `size` points."""
    return sum(_advance(letter, bold) for letter in text) * size / 1000


@cache
def _advance(letter: str, bold: bool) -> int:
    if unicodedata.category(letter) == "Co":
        return 0  # a private character: a mark in the text, never printed
    apart = unicodedata.normalize("NFD", letter)
    base, marks = apart[0], apart[1:]
    if "\N{COMBINING HORN}" in marks:
        base = _HORNED.get(base, base)
    return _WIDTHS[bold].get(" " if base == "\N{NO-BREAK SPACE}" else base, _UNKNOWN)


@dataclass(frozen=True)
class ShortLine:
    """A line that is so long, and the letters that are set in it."""

    length: float
    size: float
    bold: bool = False

    def holds(self, text: str) -> bool:
        return width(text, self.size, bold=self.bold) <= self.length * SAFETY


def widths_for_the_editor() -> dict[str, Any]:
    """The same tables for JavaScript: width → its letters; `unknown` is the width of all others."""
    return {"upright": _UPRIGHT, "bold": _BOLD, "unknown": _UNKNOWN, "safety": SAFETY}
