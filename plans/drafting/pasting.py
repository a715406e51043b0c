"""Text pasted from Word or a web page, made into paragraphs of ours: one a line, no word dropped. Pure."""

import re

from childlabour.core.vietnamese import clean, split_lines
from plans.content.markers import split_marker
from targets.language.lexicon.binding import NUMBERED

# Bullets of Word's symbol fonts (private-use area) and of web pages; all become the office's dash.
BULLET = re.compile(
    r"^\s*(?:[\u2022\u25cf\u25cb\u25aa\u25a0\u00b7\u2023\uf0b7\uf0a7\uf02d\uf0d8§]|[–—−‐‑](?=\s))\s*"
)
CELLS = re.compile(r"(?:^|\s)\|(?:\s|$)")  # a row of a table
ASKS_A_FIGURE = re.compile(rf"\b(?:{'|'.join(NUMBERED)})$", re.IGNORECASE)
ENDS = (".", ";", ":", "!", "?", "…")


def mended(text: str) -> str:
    """Paragraphs one a line: broken lines joined, odd spaces, dashes and bullets made plain.

    A line goes on in the next when it does not end a sentence and the next begins in lower case without a
    marker of its own, or with the figure that its last word asks for ("… trước ngày", "30/6/2026"); so a heading,
    an item or a new sentence is never swallowed. Rows of tables stay as they are, and so does the empty line that
    parts two tables.
    """
    paragraphs: list[str] = []
    parted = in_table = False
    for raw in split_lines(clean(text)):
        line = " ".join(_with_cells(BULLET.sub("- ", raw)).split())
        if not line:
            parted = True
            continue
        is_row = bool(CELLS.search(line))
        if paragraphs and not in_table and not is_row and _goes_on(paragraphs[-1], line):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        else:
            paragraphs += ["", line] if parted and in_table and is_row else [line]
        parted, in_table = False, is_row
    return "\n".join(paragraphs)


def _with_cells(line: str) -> str:
    """Cells of a row, which arrive with tabs between them: "1 | Lập hồ sơ | Công an"; not at a list's own tab."""
    cells = [cell.strip() for cell in line.strip("\n").split("\t")]
    filled = [cell for cell in cells if cell]
    is_listed = len(filled) == 2 and split_marker(f"{filled[0]} A")[0] == filled[0]
    if len(filled) < 2 or is_listed:
        return " ".join(filled)
    row = " | ".join(cells)
    return row if cells[0] and cells[-1] else f"| {row} |"


def _goes_on(above: str, line: str) -> bool:
    marker, words = split_marker(line)
    if marker or above.endswith(ENDS):
        return False
    return words[:1].islower() or (words[:1].isdigit() and bool(ASKS_A_FIGURE.search(above)))
