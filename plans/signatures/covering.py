"""Which words of a paper the pictures of signatures lie over (NĐ 30/2020, Phụ lục I, II.7d)."""

from collections.abc import Collection

from .pdf_files import boxes_of_fields, lines_of_text

HIDDEN = 0.5  # of a line that a signature may lie over before the line counts as covered


def covered_lines(before: bytes, after: bytes, may_touch: Collection[str]) -> list[str]:
    """The lines that signatures added to `before` lie over; those in `may_touch` (post and name) do not count."""
    added = boxes_of_fields(after) - boxes_of_fields(before)
    free = {without_blanks(words) for words in may_touch}
    return [
        line.text
        for line in lines_of_text(before)
        if without_blanks(line.text) not in free and any(line.share_under(box) > HIDDEN for box in added)
    ]


def without_blanks(words: str) -> str:
    """For comparing what was printed with what was meant: blanks are the layout's."""
    return "".join(words.split())
