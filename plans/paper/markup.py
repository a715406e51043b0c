"""One block of the sheet as HTML. Every word is escaped here; nothing else writes markup of words."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from .setting import Grid, GridCell, GridRow, Strand, Strands, Text

NOTHING = format_html("{}", "")


class Medium(StrEnum):
    SCREEN = "screen"  # a page of its own: keys are ids, notes stand below the sheet
    LIVE = "live"  # beside the editor: keys are `data-anchor`
    PRINT = "print"  # notes stand at the foot of the page that calls them; nothing leads to a key there


def markup_of(block: Text | Grid, medium: Medium, spot: str = "") -> SafeString:
    """`spot` is the editor's name of the place of a line that has no key of its own."""
    return _grid(block, medium) if isinstance(block, Grid) else _text(block, medium, spot)


def _text(block: Text, medium: Medium, spot: str) -> SafeString:
    looks = {
        "bold": block.bold,
        "italic": block.italic,
        "centred": block.centred,
        "leads": block.leads,
        "ragged": block.is_ragged,
    }
    names = " ".join((block.role, *(name for name, holds in looks.items() if holds)))
    tag = "li" if block.is_item and medium == Medium.PRINT else block.tag
    return format_html(
        '<{} class="{}"{}>{}{}</{}>',
        tag,
        names,
        _anchor(block.anchor, medium, spot),
        _marker(block),
        _strands(block.strands, medium),
        tag,
    )


def _marker(block: Text) -> SafeString:
    if not block.marker:
        return NOTHING
    blank = " " if block.strands else ""
    return format_html('<span class="marker">{}{}</span>', block.marker, blank)


def _anchor(key: str, medium: Medium, spot: str = "") -> SafeString:
    if medium == Medium.LIVE:
        return format_html(' data-anchor="{}"', key or spot) if key or spot else NOTHING
    return format_html(' id="{}"', key) if key and medium == Medium.SCREEN else NOTHING


def _strands(strands: Strands, medium: Medium) -> SafeString:
    return _together(_looked(strand, medium) + _called(strand, medium) for strand in strands)


def _looked(strand: Strand, medium: Medium) -> SafeString:
    words = _together(_piece(*piece, medium) for piece in strand.pieces)
    if strand.italic:
        words = format_html("<i>{}</i>", words)
    return format_html("<b>{}</b>", words) if strand.bold else words


def _piece(words: str, joined: bool, medium: Medium) -> SafeString:
    if joined:
        return format_html('<span class="joined">{}</span>', words)
    if medium == Medium.PRINT and words.endswith(" "):
        # Where words fit on a line and the blank behind them does not, the writer of the PDF ends that line behind
        # its first word; a blank of its own is let go.
        return escape(words[:-1]) + format_html("<span>{}</span>", " ")
    return escape(words)


def _together(pieces: Iterable[SafeString]) -> SafeString:
    """Safe and safe is safe, at a third of what a format costs."""
    whole = NOTHING
    for piece in pieces:
        whole += piece
    return whole


def _called(strand: Strand, medium: Medium) -> SafeString:
    if strand.foot and medium == Medium.PRINT:
        words = _strands(strand.foot.strands, medium)
        return format_html('<span class="foot" data-marker="{}">{}</span>', strand.foot.marker, words)
    call = strand.foot.marker if strand.foot else strand.call
    return format_html('<sup class="call">{}</sup>', call) if call else NOTHING


# --- Tables -------------------------------------------------------------------------------------------


def _grid(grid: Grid, medium: Medium) -> SafeString:
    head = format_html("<thead>{}</thead>", _rows(grid.head, medium, "th")) if grid.head else NOTHING
    rows = format_html("<tbody>\n{}</tbody>\n", _rows(grid.rows, medium, "td"))
    return format_html(
        '<table class="grid"{}>\n<colgroup>{}</colgroup>\n{}{}</table>',
        _anchor(grid.anchor, medium),
        format_html_join("", '<col width="{}%">', ((str(share),) for share in grid.shares)),
        head,
        rows if grid.rows or medium != Medium.PRINT else NOTHING,  # the PDF writer tags an empty body wrongly
    )


def _rows(rows: tuple[GridRow, ...], medium: Medium, tag: str) -> SafeString:
    return format_html_join(
        "",
        "<tr{}{}>{}</tr>\n",
        (
            (
                _anchor(row.anchor, medium),
                format_html(' class="{}"', "group" if row.group else "tall") if row.group or row.tall else "",
                _together(_cell(cell, medium, tag) for cell in row.cells),
            )
            for row in rows
        ),
    )


def _cell(cell: GridCell, medium: Medium, tag: str) -> SafeString:
    return format_html(
        "<{}{}>{}</{}>",
        tag,
        format_html_join("", ' {}="{}"', _attributes(cell, tag)),
        _paragraphs(cell.paragraphs, medium),
        tag,
    )


def _attributes(cell: GridCell, tag: str) -> Iterator[tuple[str, str]]:
    if tag == "td" and cell.align.value != "left":
        yield "class", cell.align.value
    if cell.across > 1:
        yield "colspan", str(cell.across)
    if cell.down > 1:
        yield "rowspan", str(cell.down)


def _paragraphs(paragraphs: tuple[Strands, ...], medium: Medium) -> SafeString:
    if len(paragraphs) == 1:
        return _strands(paragraphs[0], medium)
    return _together(format_html("<p>{}</p>", _strands(strands, medium)) for strands in paragraphs)
