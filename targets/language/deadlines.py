"""When something is due: as an office writes it ("Quý II/2026", "hằng tháng"), and the day lateness is counted from.

Lines that hold nothing but the time (a cell, a label's value, what somebody types) are read by `when`, whole
sentences by `due_in` and `due_said`. Pure.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from childlabour.core.vietnamese import YEAR_AHEAD
from targets.language.lexicon import times
from targets.language.lexicon.patterns import any_of

FARTHEST = 90  # characters between "hoàn thành" and its day

_LEAD = re.compile(rf"{any_of(times.BEFORE_DUE)}\b", re.IGNORECASE)
_DAY = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?!\d)(?:\s?[/.-]\s?(?P<year>\d{4}))?"
_WORDS = r"(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:\s?(?:/|năm)\s?(?P<y2>\d{4}))?"
_MONTH = (
    rf"tháng (?:\d{{1,2}}\s*{any_of(times.BETWEEN_MONTHS)}\s*)*(?P<m3>\d{{1,2}})"
    r"(?:\s?(?:/|năm)\s?(?P<y3>\d{4}))?"
)
_NTH = r"(?:IV|I{1,3}|[1-4])"
_QUARTER = (
    rf"quý (?:{_NTH}\s*{any_of(times.BETWEEN_QUARTERS)}\s*)*(?P<q4>{_NTH})\b"
    rf"(?:\s?(?:/|-|năm)?\s?(?P<y4>{YEAR_AHEAD}))?"
)
_YEAR = rf"{any_of(times.BEFORE_A_YEAR)}\s*(?:hết |cuối )?năm (?P<y5>{YEAR_AHEAD})"
_BEFORE = r"(?P<before>trước\s+(?:ngày\s+)?)?"
_WHEN = re.compile(rf"{_BEFORE}(?:{_WORDS}|{_MONTH}|{_QUARTER}|(?<![\d/.,]){_DAY}|{_YEAR})", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?:\s|{any_of(times.BEFORE_A_DAY)})*", re.IGNORECASE)
_RANGE = re.compile(rf"\s*{any_of(times.UNTIL)}\s*(?:hết\s+|cuối\s+)?(?:ngày\s+)?", re.IGNORECASE)
_REPORT = re.compile(rf"\bbáo cáo\b.{{0,500}}?\b{any_of(times.REPORTED_BY)}\b", re.IGNORECASE | re.DOTALL)
_DEADLINE = re.compile(
    rf"{any_of(times.BEFORE_REPORT_DAYS)}\s*(?:là\s+)?(?:ngày\s+)?(?:{_WORDS}|{_DAY})", re.IGNORECASE
)


@dataclass(frozen=True)
class Due:
    """`text` as it is written; `day` the last day in time, None where lateness is not counted ("thường xuyên")."""

    text: str = ""
    day: date | None = None


@dataclass(frozen=True)
class _Named:
    """A day as far as it is named; without a year it waits for the plan's."""

    found: re.Match[str]

    def last_day(self, year: int | None) -> date | None:
        said = self.found.groupdict()
        if said.get("day") or said.get("d2"):
            when = said.get("year") or said.get("y2") or year
            return _day(said["day"] or said["d2"], said["month"] or said["m2"], when)
        first, last = self._period(said, year)
        return first - timedelta(days=1) if first and said.get("before") else last

    def _period(self, said: dict[str, str | Any], year: int | None) -> tuple[date | None, date | None]:
        if said.get("m3"):
            return _months(said["y3"] or year, int(said["m3"]), int(said["m3"]))
        if said.get("q4"):
            quarter = times.QUARTERS.get(said["q4"].lower()) or int(said["q4"])
            return _months(said["y4"] or year, 3 * quarter - 2, 3 * quarter)
        before = "trước" in self.found[0].lower()
        when = int(said["y5"])
        return date(when, 1, 1), date(when - 1 if before else when, 12, 31)


# What is nothing but a time: "2026 - 2030", "10/2026", "Năm 2026".
_YEARS = re.compile(
    rf"(?:từ\s+)?(?:{any_of(times.OF_YEARS)}\s+)?{YEAR_AHEAD}\s*{any_of(times.UNTIL)}\s*"
    rf"(?:hết\s+|cuối\s+)?(?:năm\s+)?(?P<last>{YEAR_AHEAD})",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"(?P<month>\d{{1,2}})\s?[/-]\s?(?P<year>{YEAR_AHEAD})")
_YEAR_ALONE = re.compile(rf"(?:(?:trong|cả)\s+)?(?:năm\s+)?(?P<year>{YEAR_AHEAD})", re.IGNORECASE)
_WITHOUT_END = re.compile(rf"\s{{0,9}},?\s{{0,9}}{any_of(times.WITHOUT_END)}", re.IGNORECASE)


def when(text: str, year: int | None = None) -> Due:
    """A text that is nothing but the time; kept as it stands. `year`: the plan's, for "trước ngày 30/6", "Quý II"."""
    written = " ".join(text.split()).strip(" .;,")
    return Due(written, _day_of(written, year))


def _day_of(written: str, year: int | None) -> date | None:
    if found := _YEARS.fullmatch(written):
        return date(int(found["last"]), 12, 31)
    if found := _MONTH_ALONE.fullmatch(written):
        return _months(found["year"], int(found["month"]), int(found["month"]))[1]
    if found := _YEAR_ALONE.fullmatch(written):
        return date(int(found["year"]), 12, 31)
    return due_said(f"hạn: {written}", year).day if written else None


def due_in(text: str, year: int | None) -> date | None:
    """The last day of a task: "hoàn thành trước ngày 30/11/2024", "trong tháng 8/2024", "Quý II".

    `year`: the plan's, when none is written.
    """
    return due_said(text, year).day


def due_said(text: str, year: int | None) -> Due:
    """The same with the words that say it: "trước ngày 30/11/2024"; an empty one when the sentence sets no day."""
    year = _year_written(text) or year
    for lead in _LEAD.finditer(text):
        between = _BETWEEN.match(text, lead.end())
        at = between.end() if between else lead.end()
        found = next((f for f in _WHEN.finditer(text, lead.start(), lead.end() + FARTHEST)), None)
        if found is None or found.start() > at or found.end() <= at:
            continue
        further = _RANGE.match(text, found.end())
        until = _WHEN.match(text, further.end()) if further else None
        last = until or found
        begins = re.search(r"\btừ\b", text[lead.end() : found.start()], re.IGNORECASE)
        if (begins and not until) or _WITHOUT_END.match(text, last.end()):
            continue  # when it starts; or what never ends
        if day := _Named(last).last_day(year):
            return Due(text[found.start() : last.end()].strip(" :,"), day)
    return Due()


def report_days(text: str, year: int | None) -> list[date]:
    """The days on which this sentence wants a report: "trước ngày 15/6 và 15/12"."""
    if not _REPORT.search(text):
        return []
    year = _year_written(text) or year
    days = (_Named(found).last_day(year) for found in _DEADLINE.finditer(text))
    return [day for day in days if day]


def _year_written(text: str) -> int | None:
    """ "trước ngày 15/6 và 05/12/2026": the one year of the sentence holds for all its days."""
    years = set(_FULL_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


_FULL_YEAR = re.compile(
    rf"(?:\d{{1,2}}\s?[/.-]\s?|tháng \d{{1,2}} năm |quý \w{{1,3}}[ /-])({YEAR_AHEAD})", re.IGNORECASE
)


def _months(year: str | int | None, first: int, last: int) -> tuple[date | None, date | None]:
    if not year or not 1 <= first <= last <= 12:
        return None, None
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def _day(day: str, month: str, year: str | int | None) -> date | None:
    if not year:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
