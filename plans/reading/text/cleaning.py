"""What stands in a file and is not of the document: page numbers, menus, lists of other news. Pure.

Nothing is thrown away: a line that is left out keeps its reason and is shown to the officer. Between the kind of a
document and its recipients every line is of the document, whatever words it begins with.
"""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.reading.sources.lines import Line
from targets.language.lexicon import furniture, papers
from targets.language.lexicon.patterns import any_of, begun, folded

PAGE_NUMBER = "page_number"
DEBRIS = "debris"
MENU = "menu"
NEWS = "other_news"
CREDIT = "credit"
STAMP = "stamp"

LONGEST_TITLE_OF_LIST = 60
LEAST_LINES_OF_PAGE = 12  # written lines: nearer to each other, numbers count the rows of a table

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*:?\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_ZOOM = re.compile(r"\s*\d{1,3}\s?%\s*")
_NEWS_ITEM = re.compile(r"\(\s*\d{1,2}/\d{1,2}/\d{4}[^()]{0,20}\)\s*$")
_CREDIT = re.compile(
    "|".join(
        (
            rf"{any_of(folded(furniture.CREDITS))} ?: ?.{{1,60}}",
            begun(furniture.POSTED, 60),
            begun(furniture.PICTURES, 80),
            r".{0,80}\.(?:jpe?g|png|gif|bmp|pdf|docx?)",
        )
    )
)
_STAMP = re.compile(rf"{any_of(folded(furniture.STAMPS))} ?:.{{0,120}}")
_MENU = re.compile(
    "|".join(
        (
            begun(furniture.HOME_PAGES, 120),
            r".*\S (?:>|»|›) \S.*",
            rf"(?:{any_of(folded(furniture.BUTTONS))}|a\+ ?a-?|a- a a\+)[\s|,]*",
            r"[a-z]{1,4}\d{1,2}",
        )
    )
)
_CARD = re.compile(
    "|".join(
        (
            rf"{any_of(folded(furniture.CARD))}\b ?:? .{{1,140}}",
            any_of(folded(furniture.CARD_ALONE)),
            begun(furniture.SERVICES, 60),
            begun(furniture.INVITATIONS, 120),
            r"tu khoa ?:.{0,120}",
        )
    )
)
_OTHER_NEWS = re.compile(
    "|".join(
        (
            rf"(?:cac )?{any_of(folded(furniture.NEWS))} {any_of(folded(furniture.OTHER))}\b.{{0,20}}",
            begun(furniture.OTHER_NEWS, 20),
            begun(furniture.COMMENTS, 20),
            any_of(folded(furniture.BELOW_A_PAGE)),
            r"tu khoa ?:?.{0,80}|tags? ?:.{0,80}",
        )
    )
)
_WORDLESS = re.compile(r"[\W_]*")
_KINDS = folded(papers.KINDS)


def left_out(lines: tuple[Line, ...], *, is_word: bool = False) -> dict[int, str]:
    """The lines that are not of the document, each with its reason. `is_word`: page numbers stand apart from them."""
    body = _body(lines, is_word)
    numbers = frozenset(_page_numbers(lines, is_word))
    found = {
        place: PAGE_NUMBER if place in numbers else reason
        for place, line in enumerate(lines)
        if (reason := _reason(line, is_inside=place in body)) or place in numbers
    }
    tail = _start_of_other_news(lines, body)
    if tail is not None:
        found |= {place: found.get(place, NEWS) for place in range(tail, len(lines))}
        found |= _byline(lines, found, tail)
    return found


def _body(lines: tuple[Line, ...], is_word: bool) -> range:
    """Where a document certainly is: from its kind to its recipients, else to the sign that ends its text."""
    kind = next((place for place, line in enumerate(lines) if _is_kind(line)), None)
    if kind is None:
        return range(0)
    if is_word:
        return range(kind, len(lines))
    behind = [place for place, line in enumerate(lines) if place > kind and _ends_text(line)]
    return range(kind, max(behind, default=kind))


def _is_kind(line: Line) -> bool:
    bare = line.text.strip(" .:*")
    return bare.isupper() and search_key(bare).startswith(_KINDS)


def _ends_text(line: Line) -> bool:
    return line.text.rstrip().endswith("./.") or search_key(line.text[:40]).startswith("noi nhan")


def _page_numbers(lines: tuple[Line, ...], is_word: bool) -> Iterator[int]:
    """Drawn as such ("- 2 -", "Trang 2/5"); outside Word also a bare figure no higher than so many lines make pages."""
    bare: list[int] = []
    for place, line in enumerate(lines):
        text = line.text.strip()
        if line.table > 0 or line.marker or not _PAGE_NUMBER.fullmatch(text):
            continue
        if not text.isdigit():
            yield place
        elif not is_word and not any(_is_bar(other) for other in lines[max(0, place - 1) : place + 2]):
            bare.append(place)
    for before, place, after in zip([-len(lines), *bare], bare, [*bare[1:], 2 * len(lines)], strict=False):
        alone = min(place - before, after - place) >= LEAST_LINES_OF_PAGE
        if alone and int(lines[place].text) <= 2 + place // LEAST_LINES_OF_PAGE:
            yield place


def _is_bar(line: Line) -> bool:
    """The border of a cell, on a line of its own."""
    return line.text.strip() == "|"


def _reason(line: Line, *, is_inside: bool) -> str:
    text = line.text.strip()
    if _WORDLESS.fullmatch(text) and not (line.table > 0 and text):
        return DEBRIS
    if line.table > 0 or line.marker or is_inside:
        return ""
    if _ZOOM.fullmatch(text):
        return MENU
    if _NEWS_ITEM.search(text) and len(text) < 300:
        return NEWS
    return _furniture(search_key(text)) if len(text) < 160 else ""


def _furniture(key: str) -> str:
    if _CREDIT.fullmatch(key):
        return CREDIT
    if _STAMP.fullmatch(key):
        return STAMP
    return MENU if _MENU.fullmatch(key) or _CARD.fullmatch(key) else ""


def _start_of_other_news(lines: tuple[Line, ...], body: range) -> int | None:
    """The line from which on a web page lists other things; never before the recipients of a document."""
    last = max(
        (place for place, line in enumerate(lines) if search_key(line.text[:40]).startswith("noi nhan")),
        default=-1,
    )
    for place, line in enumerate(lines):
        if place > last and place not in body and line.table <= 0 and len(line.text) <= LONGEST_TITLE_OF_LIST:
            key = search_key(line.text).strip(" -:•*")
            if _OTHER_NEWS.fullmatch(key) and place > 0:
                return place
    return None


def _byline(lines: tuple[Line, ...], found: dict[int, str], tail: int) -> dict[int, str]:
    """ "H.Hải", "Minh Anh": a name of one to four words between the last sentence and the list of news."""
    for place in range(tail - 1, max(tail - 4, 0), -1):
        if place in found:
            continue
        words = lines[place].text.split()
        if len(words) <= 4 and not lines[place].text.rstrip().endswith((".", ";", ":")):
            return {place: CREDIT}
        return {}
    return {}
