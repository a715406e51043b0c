"""A row of a table that goes on over the page: the writer of the PDF leaves it open at either page's edge."""

from collections.abc import Iterator, Sequence
from typing import Any


def close_rows(pages: Sequence[Any]) -> None:
    """Of a `weasyprint.Document` that is laid out and not drawn yet: lines stand above and below what a page holds."""
    for page in pages:
        for table in _tables(page._page_box):
            table.skip_cell_border_top = table.skip_cell_border_bottom = False


def _tables(box: Any) -> Iterator[Any]:
    """Those whose borders collapse."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if hasattr(box, "skip_cell_border_bottom"):
            yield box
        else:
            waiting += getattr(box, "children", ())
