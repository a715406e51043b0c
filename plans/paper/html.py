"""The paper as HTML: a page of its own, a piece of another page, and the matter of the PDF."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string

from childlabour.core.qr import qr_svg

from .document import Paper
from .nd30 import page_rules, properties
from .sheet import Grid, Text, sheet_of


def to_html(paper: Paper, *, live: bool = False, nonce: str = "") -> str:
    """The paper for the screen.

    By itself: a whole page that needs no other file, headings and targets with their anchor as `id`; `nonce`
    goes on its style element when a view sends it under a content security policy.
    `live`: only the `<article class="paper">`, for a page that has `css/paper.css` and `screen_style()`;
    anchors are `data-anchor`, because the editor's fields own the ids.
    """
    if live:
        return render_to_string("paper/paper.html", _context(paper, live=True))
    return _document(paper, style=style(), nonce=nonce)


def unstyled(paper: Paper) -> str:
    """The same page without its style sheet: the PDF writer keeps that one parsed."""
    return _document(paper)


def screen_style() -> str:
    """The decree's figures for a page that holds a live paper: goes into a style element of that page."""
    return properties()


@cache
def style() -> str:
    """The whole style sheet of a paper: the decree's figures, then the layout."""
    layout = find("css/paper.css")
    assert layout, "static/css/paper.css is part of this project"
    return page_rules() + properties() + Path(layout).read_text(encoding="utf-8")


def _document(paper: Paper, **context: str) -> str:
    return render_to_string("paper/document.html", _context(paper) | context)


def _context(paper: Paper, *, live: bool = False) -> dict[str, Any]:
    sheet = sheet_of(paper)
    return {
        "sheet": sheet,
        "live": live,
        "qr_svg": qr_svg(paper.verification),
        "code": paper.verification.rstrip("/").rpartition("/")[2],
        "citations": [_block(block, "citations", live) for block in sheet.citations],
        "text": [_block(block, "", live) for block in sheet.blocks],
        "annexes": [(annex, [_block(block, "", live) for block in annex.blocks]) for annex in sheet.annexes],
    }


@lru_cache(maxsize=10_000)  # some 10 MB
def _block(block: Text | Grid, spot: str, live: bool) -> str:
    """Kept, because all blocks but one are the same from one letter typed to the next."""
    return render_to_string("paper/block.html", {"block": block, "spot": spot, "live": live})
