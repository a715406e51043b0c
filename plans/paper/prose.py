"""Plain text as an officer types it → blocks of the paper. Pure."""

import re
from collections.abc import Iterator

from .document import Block, Heading, Level, Paragraph

# "1." "1.2." "1)" "a)" "đ)" "-" "+" "•" at the start of a line, then space and text.
MARKER = re.compile(
    r"^\s*(?P<marker>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*])\s+(?=\S)", re.IGNORECASE
)
LONGEST_TITLE = 160  # characters; a longer numbered line is a paragraph even without an end mark


def split_marker(line: str) -> tuple[str, str]:
    """The author's marker and the text after it; ("", line) when the line has none."""
    found = MARKER.match(line)
    if not found:
        return "", line.strip()
    return found["marker"], line[found.end() :].strip()


def is_title(text: str) -> bool:
    """A line that names what follows: short, and without the end mark of a sentence (Phụ lục I, II.6đ)."""
    return 0 < len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "…"))


def blocks_of(text: str, anchor: str = "") -> Iterator[Block]:
    """Each line one paragraph; a numbered line that titles the lines after it becomes a clause heading.

    Only the first block carries `anchor`.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    for place, line in enumerate(lines):
        marker, words = split_marker(line)
        following = lines[place + 1] if place + 1 < len(lines) else ""
        here = anchor if place == 0 else ""
        if _is_clause(marker, words, following):
            yield Heading(Level.CLAUSE, marker.rstrip(".)"), words, here)
        else:
            yield Paragraph(words, marker, anchor=here)


def _is_clause(marker: str, words: str, following: str) -> bool:
    numbered = marker.endswith(".") and marker[0].isdigit()
    return bool(numbered and is_title(words) and following and not split_marker(following)[0][:1].isdigit())
