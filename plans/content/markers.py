"""What stands before the words of a block: "I.", "1.", "1.2.", "a)", "-". Stored and printed as it is. Pure."""

import re

from childlabour.core.vietnamese import roman

# NĐ 30/2020, Phụ lục I, II.6đ: phần (I.), mục (1.), tiểu mục (1.1.), điểm (a)); dashes are the author's own.
MARKER = re.compile(
    r"\s{0,9}(?P<marker>\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[-–—+•*])\s{1,9}(?=\S)", re.IGNORECASE
)
LETTERS = "abcdđeghiklmnopqrstuvxy"  # of points, in the order of the alphabet


def split_marker(line: str) -> tuple[str, str]:
    """The author's marker and the text after it; ("", line) when the line has none."""
    found = MARKER.match(line)
    return (found["marker"], line[found.end() :].strip()) if found else ("", line.strip())


def level_of(marker: str) -> int | None:
    """The level that a marker tells: 2 for "1.", 3 for "1.1.", 4 for "a)"; None for a dash or nothing."""
    if not marker or not marker[0].isalnum():
        return None
    if marker[0].isdecimal():
        return min(1 + len(marker.strip(".)").split(".")), 4)
    return 4


def next_marker(marker: str) -> str:
    """What typing proposes after a block with this marker: "2." after "1.", "b)" after "a)", "-" after "-"."""
    if not marker:
        return ""
    body, end = (marker[:-1], marker[-1]) if marker[-1] in ".)" else (marker, "")
    *before, last = body.split(".")
    if last.isdecimal():
        return ".".join((*before, str(int(last) + 1))) + end
    if last.lower() in LETTERS and end == ")":
        place = LETTERS.index(last.lower()) + 1
        return f"{LETTERS[place]}{end}" if place < len(LETTERS) else ""
    if number := _number(last):
        return f"{roman(number + 1)}{end}"
    return marker


def _number(written: str) -> int:
    return next((number for number in range(1, 100) if roman(number) == written), 0)


LONGEST_TITLE = 160  # characters; a longer numbered line is a paragraph even without an end mark


def is_title(text: str) -> bool:
    """Words that name what follows: short, and without the end mark of a sentence (Phụ lục I, II.6đ)."""
    return 0 < len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "…"))
