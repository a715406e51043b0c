"""What stands in a file and is not of the document: page numbers, menus, lists of other news. Pure.

Nothing is thrown away: a line that is left out keeps its reason and is shown to the officer.
"""

import re
from collections.abc import Iterator

from childlabour.core.vietnamese import search_key
from plans.reading.sources.lines import Line

PAGE_NUMBER = "page_number"
DEBRIS = "debris"
MENU = "menu"
NEWS = "other_news"
CREDIT = "credit"
STAMP = "stamp"

LONGEST_TITLE_OF_LIST = 60

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*:?\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_ZOOM = re.compile(r"\s*\d{1,3}\s?%\s*")
_NEWS_ITEM = re.compile(r"\(\s*\d{1,2}/\d{1,2}/\d{4}[^()]{0,20}\)\s*$")
_CREDIT = re.compile(
    r"(?:nguon(?: tin)?|tin|tin, anh|tin bai|bai|anh|bai, anh|tac gia|nguoi dang|bien tap|theo) ?: ?.{1,60}"
    r"|(?:thoi gian dang|ngay dang|dang (?:ngay|luc)|update|cap nhat|ngay cap nhat|luot (?:xem|doc|truy cap)"
    r"|so luot xem|xem voi co chu|co chu|tong truy cap)\b.{0,60}"
    r"|.{0,80}\.(?:jpe?g|png|gif|bmp|pdf|docx?)"
    r"|anh (?:minh hoa|suu tam|tu lieu|internet)\b.{0,80}"
)
_STAMP = re.compile(
    r"(?:nguoi ky|ky boi|co quan|thoi gian ky|ngay ky|email|signature not verified|digitally signed by"
    r"|signer|chung thuc) ?:.{0,120}"
)
_MENU = re.compile(
    r"trang chu\b.{0,120}|home\b.{0,60}|.*\S (?:>|»|›) \S.*|(?:in trang|in bai viet|gui email|chia se"
    r"|quay lai"
    r"|ve dau trang|doc bai viet|nghe bai viet|a\+ ?a-?|a- a a\+|facebook|zalo|twitter)[\s|,]*"
    r"|[a-z]{1,4}\d{1,2}"
)
# What a law site says about a document, above the document.
_CARD = re.compile(
    r"(?:so hieu|loai van ban|ngay ban hanh|ngay co hieu luc|ngay hieu luc|co quan ban hanh|noi ban hanh|nguoi ky"
    r"|linh vuc|tinh trang|ngay cong bao|so cong bao|trich yeu)\b ?:? .{1,140}"
    r"|ban tieng (?:viet|anh)|tai ve (?:van ban|tep|file)\b.{0,60}|luu tru|ghi chu"
    r"|tu khoa ?:.{0,120}|dang nhap|dang ky|dang tai (?:van ban|noi dung).{0,40}|he thong phap luat"
    r"|de su dung toan bo tien ich .{0,120}|neu ban la thanh vien.{0,80}"
)
_OTHER_NEWS = re.compile(
    r"(?:(?:cac )?(?:tin(?: tuc| bai)?|bai viet|bai|van ban|thong tin)) "
    r"(?:khac|moi(?: nhat| hon| dang)?|lien quan|cu hon|da dua|cung chuyen muc|noi bat|doc nhieu|xem nhieu"
    r"|tiep theo|truoc do)\b.{0,20}"
    r"|cac tin (?:khac|da dua|moi|tuc khac).{0,20}|viet binh luan.{0,20}|binh luan|y kien(?: ban doc)?"
    r"|gui binh luan.{0,20}|lien ket(?: website| web)?|thong ke truy cap|xem them|doc them"
    r"|co the ban quan tam"
    r"|tin cung chuyen muc|chu de lien quan|tu khoa ?:?.{0,80}|tags? ?:.{0,80}"
)
_WORDLESS = re.compile(r"[\W_]*")
_UNITS = ("%", "‰")  # in a column of units they are words


def left_out(lines: tuple[Line, ...]) -> dict[int, str]:
    """The lines that are not of the document, each with its reason."""
    found = dict(_single(lines))
    tail = _start_of_other_news(lines)
    if tail is not None:
        found |= {place: found.get(place, NEWS) for place in range(tail, len(lines))}
        found |= _byline(lines, found, tail)
    return found


def _single(lines: tuple[Line, ...]) -> Iterator[tuple[int, str]]:
    for place, line in enumerate(lines):
        reason = _reason(line, place, len(lines))
        if reason:
            yield place, reason


def _reason(line: Line, place: int, count: int) -> str:
    text = line.text.strip()
    if _WORDLESS.fullmatch(text) and not (line.table > 0 and text in _UNITS):
        return DEBRIS
    if line.table > 0 or line.marker:
        return ""
    if _PAGE_NUMBER.fullmatch(text):
        return PAGE_NUMBER
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


def _start_of_other_news(lines: tuple[Line, ...]) -> int | None:
    """The line from which on a web page lists other things; never before the recipients of a document."""
    last = max(
        (place for place, line in enumerate(lines) if search_key(line.text[:40]).startswith("noi nhan")),
        default=-1,
    )
    for place, line in enumerate(lines):
        if place > last and line.table <= 0 and len(line.text) <= LONGEST_TITLE_OF_LIST:
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
