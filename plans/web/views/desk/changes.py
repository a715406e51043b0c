"""Only what changed goes over the line: of the live paper the lines that differ, of the outline all or nothing.

The browser hands back the marks it was given with the last answer; nothing about it is kept here. For a plan of
200 targets and 200 tasks an answer shrinks from 256 kB to a few.
"""

from typing import Any
from zlib import crc32


def mark(text: str) -> str:
    return f"{crc32(text.encode()):x}"


def changed_lines(html: str, known: str) -> dict[str, Any]:
    """{"start", "removed", "lines", "marks"}: put `lines` in place of `removed` ones from `start` on.

    `known`: comma-separated marks of the lines the browser shows; "" sends everything.
    """
    lines = html.split("\n")
    marks = [mark(line) for line in lines]
    shown = known.split(",") if known else []
    start = _alike(shown, marks)
    end = _alike(shown[start:][::-1], marks[start:][::-1])
    until = len(lines) - end
    removed = len(shown) - start - end
    return {"start": start, "removed": removed, "lines": lines[start:until], "marks": marks[start:until]}


def _alike(one: list[str], other: list[str]) -> int:
    """How many items from the start are the same."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
