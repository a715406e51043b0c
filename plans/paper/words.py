"""The words that a paper prints, in the order of the sheet: to be held against what stands on the pages of a PDF.

Only letters and digits count, in small letters and run together: a line that breaks at a hyphen, a blank that an
extractor leaves out, capitals that a style sheet makes and marks of punctuation are no difference.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape

from plans.content.parts import WholeTable, with_rows

from .document import Paper
from .html import annex_unstyled, unstyled, unstyled_as_before

_WORD = re.compile(r"[^\W_]+")
_NOTE = re.compile(
    r'<span class="foot" data-marker="([^"]*)">'
)  # its mark stands in the text and before the note
_UNPRINTED = re.compile(r"<(?:style|title)\b[^<]*|<[^<>]*>")


def page_that_differs(paper: Paper, pages: Sequence[str]) -> int | None:
    """The number of the first of `pages` (their texts) that does not say what `paper` says there; None if all do.

    Word by word, in order. A row of a table that goes on over the page is read column by column on either side: where
    a paper has tables, or notes at the foot of its pages, it is enough that every word is there, as often as it should
    be, and no other.
    """
    return _page_that_differs(paper, pages, unstyled(paper), *unstyled_as_before(paper))


def page_of_annex_that_differs(paper: Paper, pages: Sequence[str]) -> int | None:
    """The same of an annex in a file of its own (`apart.annex_papers`)."""
    return _page_that_differs(paper, pages, annex_unstyled(paper))


def _page_that_differs(paper: Paper, pages: Sequence[str], html: str, *others: str) -> int | None:
    tables = [item for item in with_rows(paper.blocks) if isinstance(item, WholeTable)]
    heads = [_words(" ".join(row.text for row in item.rows[: item.table.head_rows])) for item in tables]
    on_pages = [_words(page) for page in pages]
    orders = {"".join(words): words for words in map(_said, (html, *others))}
    expected, *_ = orders.values()
    wrong, *before = (
        _out_of_order(words, on_pages, [head for head in heads if head]) for words in orders.values()
    )
    if None in before:
        return None
    if wrong is not None and (tables or _NOTE.search(html)):
        return _out_of_number(expected, on_pages, heads)
    return wrong


def said_by(paper: Paper) -> list[str]:
    """Every word of a paper in order: two papers say the same when these are equal, whatever shape they are kept in."""
    return _said(unstyled(paper))


def _said(html: str) -> list[str]:
    return _words(_UNPRINTED.sub(" ", _NOTE.sub(r"\1 \1 ", html)))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", unescape(text)).casefold())


def _out_of_order(expected: list[str], pages: list[list[str]], heads: list[list[str]]) -> int | None:
    """All places where the words may have got to are followed: a page that ends in "3" ends in its number, or in what
    begins the next line.
    """
    text, places = "".join(expected), {0}
    for number, page in enumerate(pages, start=1):
        readings = [(said, len(said)) for said in _readings(page, number, heads)]
        places = {at + length for at in places for said, length in readings if text.startswith(said, at)}
        if not places:
            return number
    return None if len(text) in places else len(pages)


def _readings(page: list[str], number: int, heads: list[list[str]]) -> Iterator[str]:
    """What a page may say beside what the layout puts on it: from the second on its number, counted anew in an annex,
    and the head of a table that goes on.
    """
    readings = [page]
    if number > 1 and page:
        readings += [page[1:]] if _may_number(page[0], number) else []
        readings += [page[:-1]] if _may_number(page[-1], number) else []
        readings += [
            rest[len(head) :] for rest in tuple(readings) for head in heads if rest[: len(head)] == head
        ]
    yield from {"".join(words) for words in readings}


def _may_number(word: str, most: int) -> bool:
    return word.isdecimal() and len(word) < 5 and 2 <= int(word) <= most


def _out_of_number(expected: list[str], pages: list[list[str]], heads: list[list[str]]) -> int | None:
    """From the second page on each may say one number that no word is: an annex begins anew with 2."""
    left = Counter(expected)
    laid_on = Counter(word for head in heads for word in head)
    for number, page in enumerate(pages, start=1):
        left.subtract(page)
        over = {word: -count for word, count in left.items() if count < 0 and word not in laid_on}
        if sum(over.values()) >= number or not all(_may_number(word, number) for word in over):
            return number
    return len(pages) if any(count > 0 for count in left.values()) else None
