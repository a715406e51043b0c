"""Text pasted from Word or a web page, made into paragraphs of ours: one a line, no word dropped. Pure."""

import re

from childlabour.core.vietnamese import clean
from plans.paper.prose import split_marker

# Bullets of Word's symbol fonts (private-use area) and of web pages; all become the office's dash.
BULLET = re.compile(
    r"^\s*(?:[\u2022\u25cf\u25cb\u25aa\u25a0\u00b7\u2023\uf0b7\uf0a7\uf02d\uf0d8§]|[–—−‐‑](?=\s))\s*"
)
SOFT_BREAK = re.compile(r"[\x0b\u2028\u2029]")
ENDS = (".", ";", ":", "!", "?", "…")


def mended(text: str) -> str:
    """Paragraphs one a line: broken lines joined, odd spaces, dashes and bullets made plain.

    A line goes on in the next when it does not end a sentence and the next begins in lower case without a
    marker of its own; so a heading, an item or a new sentence is never swallowed.
    """
    paragraphs: list[str] = []
    for raw in clean(SOFT_BREAK.sub("\n", text)).splitlines():
        line = " ".join(_cells_apart(BULLET.sub("- ", raw)).split())
        if not line:
            continue
        if paragraphs and _goes_on(paragraphs[-1], line):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
    return "\n".join(paragraphs)


def _cells_apart(line: str) -> str:
    """Cells of a table row, which arrive with tabs between them, stay apart: "Công an; lập hồ sơ; quý III"."""
    marker, words = split_marker(line)
    cells = [cell.strip() for cell in words.split("\t") if cell.strip()]
    return f"{marker} {'; '.join(cells)}"


def _goes_on(above: str, line: str) -> bool:
    marker, words = split_marker(line)
    return not marker and not above.endswith(ENDS) and words[:1].islower()
