"""Which words of a paper the pictures of signatures lie over (NĐ 30/2020, Phụ lục I, II.7d)."""

from collections.abc import Collection

from .pdf_files import boxes_of_fields, lines_of_text

HIDDEN = 0.5  # of a line that a signature may lie over before the line counts as covered


def covered_lines(before: bytes, after: bytes, may_touch: Collection[str]) -> list[str]:
    """The lines that signatures added to `before` lie over; those in `may_touch` (post and name) do not count."""
    added = boxes_of_fields(after) - boxes_of_fields(before)
    return [
        line.text
        for line in lines_of_text(before)
        if line.text not in may_touch and any(line.share_under(box) > HIDDEN for box in added)
    ]
