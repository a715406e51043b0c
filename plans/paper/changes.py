"""The changes in a marked paper one after the other: for a list that leads to each of them, and from each to the next.

Works on the finished HTML of `plans.paper.compare.tags`. What changed in one paragraph is one change; in a table, what
changed in one row. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

TAG = re.compile(r"(<[^>]*>)")
MARK = re.compile(r"<(/?)(ins|del|mark)>")
GRID, GRID_END = '<table class="grid"', "</table>"
PLACE = "thay-doi-{}"
BEFORE = 5  # words that lead up to a change: where one is
LONGEST = 24  # words of one change; who wants all of them follows the link


@dataclass(frozen=True)
class PaperChange:
    """`pieces`: ("ins" | "del" | "mark" | "", words), as in the paper but short."""

    number: int
    kind: str
    pieces: tuple[tuple[str, str], ...]

    @property
    def anchor(self) -> str:
        return PLACE.format(self.number)


def numbered(html: str) -> tuple[str, tuple[PaperChange, ...]]:
    """The marked paper with a number before each change, which is its anchor and leads to the next; and the changes."""
    units = list(_units(TAG.split(html)))
    how_many = sum(map(_is_changed, units))
    changes: list[PaperChange] = []
    written: list[str] = []
    for unit in units:
        if _is_changed(unit):
            changes.append(_change(len(changes) + 1, unit))
            place = next(order for order, piece in enumerate(unit) if MARK.fullmatch(piece))
            unit.insert(place, _step(len(changes), how_many))
        written += unit
    return "".join(written), tuple(changes)


def _units(pieces: list[str]) -> Iterator[list[str]]:
    """Cut where a paragraph or a heading ends; inside a table of the text, where a row does."""
    unit: list[str] = []
    in_grid = False
    for piece in pieces:
        unit.append(piece)
        in_grid = piece.startswith(GRID) or (in_grid and piece != GRID_END)
        if piece == "</tr>" or (not in_grid and piece in {"</p>", "</h1>", "</h2>", "</h3>"}):
            yield unit
            unit = []
    yield unit


def _is_changed(unit: list[str]) -> bool:
    return any(MARK.fullmatch(piece) for piece in unit)


def _change(number: int, unit: list[str]) -> PaperChange:
    pieces = _joined(_told(unit))
    marks = {mark for mark, _ in pieces}
    while not pieces[-1][0]:
        pieces.pop()
    shortened = tuple(
        (mark, _short(words, mark, first=not order)) for order, (mark, words) in enumerate(pieces)
    )
    return PaperChange(number, _kind(marks), shortened)


def _told(unit: list[str]) -> Iterator[tuple[str, str]]:
    """(mark, words) of each text of a unit."""
    mark = ""
    for piece in unit:
        if found := MARK.fullmatch(piece):
            mark = "" if found[1] else found[2]
        elif not piece.startswith("<") and piece.strip():
            yield mark, unescape(piece)


def _joined(texts: Iterator[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours under one mark as one."""
    joined: list[tuple[str, str]] = []
    for mark, words in texts:
        if joined and joined[-1][0] == mark:
            words = f"{joined.pop()[1]} {words}"
        joined.append((mark, words))
    return joined


def _kind(marks: set[str]) -> str:
    if "mark" in marks:
        return "chuyển chỗ"
    return {frozenset({"ins"}): "thêm", frozenset({"del"}): "bỏ"}.get(frozenset(marks), "sửa")


def _short(text: str, mark: str, *, first: bool) -> str:
    words = text.split()
    if mark:
        return " ".join(words) if len(words) <= LONGEST else f"{' '.join(words[:LONGEST])} …"
    if len(words) <= 2 * BEFORE:
        return " ".join(words)
    end = " ".join(words[-BEFORE:])
    return f"… {end}" if first else f"{' '.join(words[:BEFORE])} … {end}"


def _step(number: int, how_many: int) -> str:
    leads_to = PLACE.format(number + 1) if number < how_many else "cac-cho-sua"
    on = "đến chỗ sau" if number < how_many else "về danh sách"
    return (
        f'<a class="change" id="{PLACE.format(number)}" href="#{leads_to}"'
        f' title="Chỗ sửa {number} trên {how_many}: bấm để {on}">{number}</a>'
    )
