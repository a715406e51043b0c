"""The rows of a head that carry number and symbol, place and date (NĐ 30/2020, Phụ lục I, II.3–4). Pure."""

import datetime
import re

from childlabour.core.vietnamese import CAPITALS, YEAR, read_date, search_key
from plans.reading.text.words import is_capitals, is_finished
from targets.language.lexicon.papers import IN_SYMBOLS
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.times import WEEKDAYS

SYMBOL = r"[A-ZĐÐ][A-Za-zĐđÐ0-9]{0,14}(?:\s?[-–&/]\s?[A-ZĐÐ][A-Za-zĐđÐ0-9&]{0,16}){0,8}"
NUMBER = re.compile(
    rf"(?:S[oốỐ]|số)\s*[:.]?\s*(?P<number>[\d\s.…_]{{0,40}}[a-z]?)\s*[/-]\s*"
    rf"(?P<symbol>(?:{YEAR}\s*/\s*)?{SYMBOL})"  # "55/2007/QĐ-UBND": acts of law carry their year
)
DATE_LINE = re.compile(
    r"(?P<place>[^,;:\d\n]{2,60}?)\s?,\s{0,9}(?:ngày"
    r"|Ngày)(?P<day>[\d\s.…_/]{0,30}?)tháng(?P<month>[\d\s.…_/]{0,30}?)"
    r"năm\s{0,9}(?P<year>\d{4}|[\d\s.…_]{0,12})"
)
_SHORT_DATE = re.compile(
    rf"(?P<place>[{CAPITALS}][^,;:\d\n]{{1,60}}?)\s?,\s{{0,9}}(?:ngày"
    rf"|Ngày)\s*(?P<date>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})"
)
_SYMBOL_OF_THE_ROW = re.compile(rf"[/-]\s?{SYMBOL}(?=\s)")
_WEEKDAY = re.compile(rf".{{0,10}}\b(?:chu nhat|thu (?:{any_of(folded(WEEKDAYS))}|[2-7]))$")
LONGEST_ROW = 80  # characters


def seat_and_day(text: str) -> re.Match[str] | None:
    """ "Tân Thành, ngày 01 tháng 6 năm 2023", its figures perhaps left blank."""
    found = DATE_LINE.search(text) or _SHORT_DATE.search(text)
    return None if found and _WEEKDAY.match(search_key(found["place"])) else found  # the clock of a web page


def heads_row(text: str, number: re.Match[str]) -> bool:
    """The number stands in a row of the head, not in a sentence that names a plan."""
    before = text[: number.start()].strip()
    return not before or is_capitals(before) or (len(text) < LONGEST_ROW and not is_finished(text))


def seat_of(place: str) -> str:
    """ "Số: 05/KH-UBND Tân Thành" on one line: the place is what follows the symbol."""
    ends = [found.end() for found in _SYMBOL_OF_THE_ROW.finditer(place)]
    return place[ends[-1] if ends else 0 :].strip(" .-–")


def day_of(found: re.Match[str]) -> datetime.date | None:
    """The day of what `seat_and_day` found; None while it is blank."""
    try:
        if "date" in found.groupdict():
            return read_date(found["date"])
        figures = (re.sub(r"\D", "", found[name]) for name in ("day", "month", "year"))
        return read_date("/".join(figures))
    except ValueError:
        return None


def kind_of_symbol(symbol: str) -> str:
    """ "KH-UBND" is of a plan; a letter has no kind in its symbol (NĐ 30/2020, Phụ lục III)."""
    start = re.split(r"[-/]", re.sub(r"^\d{4}\s*/\s*", "", symbol))[0]
    return start if start in IN_SYMBOLS else "CV"
