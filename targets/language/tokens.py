"""Text as the reading of targets sees it: words, numbers and signs, each with its place in the source."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from childlabour.core.vietnamese import nfc

_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+|[<>]=|\.{2,}|\n|[^\s]")
_BLANKS = re.compile(r"[^\S\n]")
_LINE_ENDS = re.compile("[\r\v\f\x85\u2028\u2029]")
_LOOSE = re.compile(
    "[\u0300-\u036f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f]"
)
_SPELLINGS = {"tỉ": "tỷ", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "％": "%"}
_READ_AS = {ord("ð"): "đ"} | {0xFF10 + figure: str(figure) for figure in range(10)}  # full-width figures
_READ_AS |= {0xFF0C: ",", 0xFF0E: "."}
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]{0,8}|[\u0300-\u036f]")


@dataclass(frozen=True)
class Reading:
    """One text, read once. Token i is `words[i]`, lower case, and stands at text[starts[i]:ends[i]]."""

    text: str  # composed letters, plain blanks
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    origin: Sequence[int]  # where each character of `text` (and its end) stood in the source

    def slice(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, `last`, on one line."""
        if first >= last:
            return ""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where these tokens stand in the source text."""
        return self.origin[self.starts[first]], self.origin[self.ends[last - 1]]


def read(text: str) -> Reading:
    """Time and memory grow with the length of the text; any text will do, also one taken apart (NFD)."""
    composed, origin = _composed(text)
    lower = composed.lower()
    if len(lower) != len(composed):  # "İ" is the one letter that grows
        lower = "".join(c if len(c.lower()) > 1 else c.lower() for c in composed)
    found = list(_TOKEN.finditer(lower.translate(_READ_AS)))
    raw = [token[0] for token in found]
    if ".." in lower:
        raw = ["…" if word.startswith("..") else word for word in raw]
    words = tuple(map(_SPELLINGS.get, raw, raw))
    return Reading(
        composed, words, tuple([t.start() for t in found]), tuple([t.end() for t in found]), origin
    )


def spelled(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the lexicon, as a reading spells them."""
    return tuple(_SPELLINGS.get(word, word) for word in _TOKEN.findall(phrase))


def _composed(text: str) -> tuple[str, Sequence[int]]:
    text = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text))
    if not _LOOSE.search(text):
        return text, range(len(text) + 1)
    letters, origin = [], []
    for cluster in _CLUSTER.finditer(text):
        visible = cluster[0] if cluster[0] == "\n" else nfc(cluster[0])
        if unicodedata.category(visible[0]) in ("Cf", "Cs", "Cc", "Mn") and visible != "\n":
            continue
        letters.append(visible)
        origin.extend([cluster.start()] * len(visible))
    return "".join(letters), [*origin, len(text)]
