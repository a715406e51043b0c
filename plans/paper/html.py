"""The paper as HTML: a page of its own, a piece of another page, and the matter of the PDF."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import find
from django.template.loader import render_to_string
from django.utils.html import format_html

from childlabour.core.qr import qr_svg
from childlabour.core.styles import lean

from .apart import in_main_file, name_of_annex
from .document import Paper
from .markup import Medium, markup_of
from .nd30 import page_rules, properties
from .setting import Grid, Text
from .sheet import fitting_before, sheet_of
from .worn import worn_by

FRAME = ("desk", "whole-paper")  # the classes of document.html around the paper
LIST, END_OF_LIST = format_html("<{}>", "ul"), format_html("</{}>", "ul")


def to_html(paper: Paper, *, live: bool = False, nonce: str = "") -> str:
    """The paper for the screen.

    By itself: a whole page that needs no other file, every block with its key as `id`; `nonce`
    goes on its style element when a view sends it under a content security policy.
    `live`: only the `<article class="paper">`, for a page that has `css/paper.css` and `screen_style()`;
    keys are `data-anchor`, because the editor's fields own the ids.
    """
    if live:
        return render_to_string("paper/paper.html", _context(paper, Medium.LIVE))
    context = _context(paper, Medium.SCREEN) | {"style": _lean_style(), "nonce": nonce}
    article = render_to_string("paper/paper.html", context)
    worn = worn_by(article, context["style"], *FRAME)
    return render_to_string("paper/document.html", context | {"style": worn, "article": article})


def unstyled(paper: Paper) -> str:
    """The page as it is printed, without its style sheet: the PDF writer keeps that one parsed."""
    return _document(in_main_file(paper), Medium.PRINT)


def annex_unstyled(paper: Paper) -> str:
    """The same of an annex in a file of its own (`apart.annex_papers`)."""
    return _document(paper, Medium.PRINT, annex_alone=name_of_annex(paper))


def unstyled_as_before(paper: Paper) -> Iterator[str]:
    """As it was printed until November 2026: the code stood before the signature, more recipients beside it; then the
    recipient that reaches past the signature's end stood below.
    """
    context = _context(paper, Medium.PRINT)
    sheet = context["sheet"]
    everyone = (*sheet.recipients, *sheet.more_recipients)
    for beside, code_beside in ((fitting_before(everyone), True), (max(len(sheet.recipients) - 1, 0), False)):
        before = replace(sheet, recipients=everyone[:beside], more_recipients=everyone[beside:])
        yield render_to_string("paper/document.html", context | {"sheet": before, "code_beside": code_beside})


@cache
def screen_style() -> str:
    """The decree's figures for a page that holds a live paper: goes into a style element of that page."""
    return lean(properties())


@cache
def style() -> str:
    """The whole style sheet of a paper: the decree's figures, then the layout."""
    layout = find("css/paper.css")
    assert layout, "static/css/paper.css is part of this project"
    return page_rules() + properties() + Path(layout).read_text(encoding="utf-8")


@cache
def _lean_style() -> str:
    return lean(style())


def _document(paper: Paper, medium: Medium, **context: str) -> str:
    return render_to_string("paper/document.html", _context(paper, medium) | context)


def _context(paper: Paper, medium: Medium) -> dict[str, Any]:
    sheet = sheet_of(paper)
    on_screen = medium != Medium.PRINT
    return {
        "sheet": sheet,
        "live": medium == Medium.LIVE,
        "qr_svg": qr_svg(paper.verification),
        "code": paper.verification.rstrip("/").rpartition("/")[2],
        "citations": [_block(block, medium, "citations") for block in sheet.citations],
        "text": list(_flow(sheet.blocks, medium)),
        "feet": [_foot(foot.marker, foot.strands) for foot in sheet.feet] if on_screen else (),
        "annexes": [
            {
                "sheet": annex,
                "blocks": list(_flow(annex.blocks, medium)),
                "feet": [_foot(foot.marker, foot.strands) for foot in annex.feet] if on_screen else (),
            }
            for annex in sheet.annexes
        ],
    }


def _flow(blocks: tuple[Text | Grid, ...], medium: Medium) -> Iterator[str]:
    """Block after block; in print what stands behind a dash or a number within a list, for the tags of the PDF."""
    is_list = False
    for block in blocks:
        is_item = medium == Medium.PRINT and isinstance(block, Text) and block.is_item
        if is_item != is_list:
            yield LIST if is_item else END_OF_LIST
            is_list = is_item
        yield _block(block, medium)
    if is_list:
        yield END_OF_LIST


@lru_cache(maxsize=10_000)  # some 10 MB
def _block(block: Text | Grid, medium: Medium, spot: str = "") -> str:
    """Kept, because all blocks but one are the same from one letter typed to the next."""
    return markup_of(block, medium, spot)


def _foot(marker: str, strands: Any) -> str:
    return markup_of(Text("note", strands, marker), Medium.SCREEN)
