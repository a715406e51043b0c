"""What stands in a file and is not of the document: page numbers, menus, lists of other news. Pure.

Nothing is thrown away: a line that is left out keeps its reason and is shown to the officer. Between letterhead and
signature every line is of the document, whatever words it begins with; and only a text can be a copy of a web page,
if it shows the page around the document.
"""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.reading.sources.lines import Line, SourceKind
from targets.language.headings import names_a_part
from targets.language.lexicon import furniture, papers, signing
from targets.language.lexicon.agencies import ON_LETTERHEADS
from targets.language.lexicon.patterns import any_of, begun, capitals, folded

from .markers import Rank, split_mark
from .words import is_capitals, is_finished

PAGE_NUMBER = "page_number"
DEBRIS = "debris"
MENU = "menu"
NEWS = "other_news"
CREDIT = "credit"
CONTACT = "contact"  # at the foot of the first page: said beside the words, not among them

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
_OWNER = re.compile(
    rf"{any_of(folded(furniture.OWNERS))}.{{0,120}}|\S{{2,40}}{any_of(furniture.SITES)}(?:/\S{{0,60}})?"
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
_LETTERHEAD = re.compile(
    rf"{any_of(folded((papers.STATE, papers.COMMITTEE, papers.COUNCIL)))}|{any_of(folded(ON_LETTERHEADS))} "
    r"|so ?: ?[\d./…_ -]*[a-z]"
)
_ENDS = re.compile(
    rf"{any_of(capitals(signing.CHIEFS))}\b|(?:PHÓ )?{any_of(signing.AUTHORITIES_SEEN)}\s?\.\s?(?=\w)"
)
_SURE_OF_A_PAGE = frozenset({MENU, NEWS})
FARTHEST_LETTERHEAD = 25  # lines above the kind
LONGEST_OF_FOOT = 120  # characters of a recipient, a post or a name
LEAST_OF_A_PAGE = 2  # weak signs: one "Nguồn: …" may be the document's own


def left_out(lines: tuple[Line, ...], origin: SourceKind = SourceKind.TEXT) -> dict[int, str]:
    """The lines that are not of the document, each with its reason."""
    numbers = frozenset(_page_numbers(lines, is_word=origin is SourceKind.WORD))
    found = {
        place: PAGE_NUMBER if place in numbers else DEBRIS
        for place, line in enumerate(lines)
        if place in numbers or _says_nothing(line)
    }
    return found | _of_the_page(lines, _document(lines), found) if origin is SourceKind.TEXT else found


def _says_nothing(line: Line) -> bool:
    text = line.text.strip()
    return bool(_WORDLESS.fullmatch(text)) and not (line.table > 0 and text)


# --- Where the document is ----------------------------------------------------------------------------


def _document(lines: tuple[Line, ...]) -> range:
    """Where a document certainly is: from its letterhead to its signature, or as far as it is laid out as one."""
    kind = next((place for place, line in enumerate(lines) if _is_kind(line)), None)
    if kind is None:
        first = next((place for place, line in enumerate(lines) if _heads_a_part(line)), None)
        return range(0) if first is None else range(first, _end(lines, first))
    start = kind
    for place in range(kind - 1, max(-1, kind - FARTHEST_LETTERHEAD - 1), -1):
        if _is_letterhead(lines[place]):
            start = place
        elif _furniture(lines[place]) in _SURE_OF_A_PAGE:
            break
    return range(start, _end(lines, kind))


def _is_kind(line: Line) -> bool:
    bare = line.text.strip(" .:*")
    return bare.isupper() and search_key(bare).startswith(_KINDS)


def _is_letterhead(line: Line) -> bool:
    return len(line.text) <= LONGEST_OF_FOOT and bool(_LETTERHEAD.match(search_key(line.text.strip(" |*"))))


def _heads_a_part(line: Line) -> bool:
    rank = split_mark(line.text)[2]
    return (
        rank in (Rank.ROMAN, Rank.CAPITAL) and len(line.text) <= LONGEST_OF_FOOT and names_a_part(line.text)
    )


def _end(lines: tuple[Line, ...], start: int) -> int:
    """Behind the last line of its foot, else behind the last line that is written as a body is."""
    labels = [place for place in range(start + 1, len(lines)) if _ends_text(lines[place])]
    if not labels:
        written = (place for place in range(start, len(lines)) if _is_written(lines[place]))
        return max(written, default=start) + 1
    end = labels[-1] + 1
    while end < len(lines) and _is_of_the_foot(lines[end]):
        end += 1
    return end


def _ends_text(line: Line) -> bool:
    text = line.text.strip(" |*#_")
    return (
        text.endswith("./.")
        or search_key(text[:40]).startswith("noi nhan")
        or (len(text) <= LONGEST_OF_FOOT and is_capitals(text) and bool(_ENDS.match(text)))
    )


def _is_of_the_foot(line: Line) -> bool:
    """A recipient, a post, who signed: until something of the page follows."""
    text = line.text.strip()
    if line.table > 0 or _says_nothing(line):
        return True
    if len(text) > LONGEST_OF_FOOT or _furniture(line) or _NEWS_ITEM.search(text):
        return False
    marked = split_mark(text)[2] is not Rank.NONE
    return marked or is_capitals(text) or text.endswith(";") or (text.istitle() and not is_finished(text))


def _is_written(line: Line) -> bool:
    """A paragraph, a row of a table, a line with its mark; a name and a headline are none."""
    if line.table > 0 or line.marker:
        return True
    return split_mark(line.text)[2] is not Rank.NONE or (is_finished(line.text) and not _furniture(line))


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


# --- The page around it -------------------------------------------------------------------------------


def _of_the_page(lines: tuple[Line, ...], document: range, found: dict[int, str]) -> dict[int, str]:
    """Menus, credits and other news around a document; nothing where no page shows."""
    around = [place for place in range(len(lines)) if place not in document and place not in found]
    furniture = {place: reason for place in around if (reason := _furniture(lines[place]))}
    tail = _start_of_other_news(lines, around)
    weak = len(furniture) < LEAST_OF_A_PAGE and not _SURE_OF_A_PAGE.intersection(furniture.values())
    if tail is None and weak:
        return {}
    if tail is not None:
        furniture |= {place: furniture.get(place, NEWS) for place in around if place >= tail}
        furniture |= _byline(lines, found | furniture, tail, document)
    return furniture


def _furniture(line: Line) -> str:
    text = line.text.strip()
    if line.table > 0 or line.marker or not text:
        return ""
    if _ZOOM.fullmatch(text):
        return MENU
    if _NEWS_ITEM.search(text) and len(text) < 300:
        return NEWS
    key = search_key(text) if len(text) < 160 else ""
    if _CREDIT.fullmatch(key):
        return CREDIT
    return MENU if _MENU.fullmatch(key) or _CARD.fullmatch(key) or names_owner(line.text) else ""


def names_owner(text: str) -> bool:
    """A line that says whose page it is: "© LuatVietnam", "THƯ VIỆN PHÁP LUẬT"."""
    return len(text) < 160 and bool(_OWNER.fullmatch(search_key(text).strip(" |*")))


def _start_of_other_news(lines: tuple[Line, ...], around: list[int]) -> int | None:
    """The line from which on a web page lists other things; never before the recipients of a document."""
    last = max(
        (place for place, line in enumerate(lines) if search_key(line.text[:40]).startswith("noi nhan")),
        default=0,
    )
    titles = (place for place in around if place > last and _may_title_a_list(lines[place]))
    return next(
        (place for place in titles if _OTHER_NEWS.fullmatch(search_key(lines[place].text).strip(" -:•*"))),
        None,
    )


def _may_title_a_list(line: Line) -> bool:
    return line.table <= 0 and len(line.text) <= LONGEST_TITLE_OF_LIST


def _byline(lines: tuple[Line, ...], found: dict[int, str], tail: int, document: range) -> dict[int, str]:
    """ "H.Hải", "Minh Anh": a name of one to four words between the last sentence and the list of news."""
    for place in range(tail - 1, max(tail - 4, 0), -1):
        if place in found:
            continue
        if lines[place].table > 0:
            break
        words = lines[place].text.split()
        is_name = len(words) <= 4 and not lines[place].text.rstrip().endswith((".", ";", ":"))
        return {place: CREDIT} if is_name and place not in document else {}
    return {}
