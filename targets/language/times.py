"""Years and periods in a sentence: "đến hết năm 2025", "giai đoạn 2021-2025", "trước ngày 31/12/2025"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from childlabour.core.vietnamese import YEAR_AHEAD
from targets.language.lexicon.comparing import OPENING_A_VALUE
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.times import ANCHORING, AROUND_A_YEAR, BEFORE_NO_TIME, QUARTERS

_YEAR = re.compile(YEAR_AHEAD)
_DAY_OR_MONTH = re.compile(r"[0-3]?[0-9]")
_ENDS_AS_A_DATE = re.compile(rf"(?:^| )(?:[0-3]?[0-9] / )?(?:[01]?[0-9]|{any_of(QUARTERS)}) /$")
_LONGEST = 14


@dataclass(frozen=True)
class Time:
    length: int  # in words
    year: int
    period: bool  # "giai đoạn 2021-2025"
    anchored: bool  # with "đến", "vào", "trong", …: says when, whatever stands around it


def time_before(words: Sequence[str], before: int, since: int) -> Time | None:
    """The time phrase that ends just before token `before`; None when there is none."""
    last = before - 1
    if last < since or not _YEAR.fullmatch(words[last]):
        return None
    start, period = _walk_left(words, last, max(since, last - _LONGEST))
    said = words[start:last]
    if not said and _opens_a_value(words, last, since):
        return Time(1, int(words[last]), period=False, anchored=True)
    if not said or words[start] == "-" or _belongs_to_a_comparison_or_a_number(words, start, since):
        return None
    if "/" in said and not _is_a_date(said):
        return None
    anchored = any(word in ANCHORING for word in said)
    return Time(before - start, int(words[last]), period, anchored)


def time_after(words: Sequence[str], at: int, until: int) -> Time | None:
    """The time phrase that begins at token `at`."""
    year_at = None
    for i in range(at, min(until, at + _LONGEST)):
        if _YEAR.fullmatch(words[i]):
            year_at = i
        elif not _is_timeish(words[i]):
            break
    if year_at is None or year_at == at:
        return None
    found = time_before(words, year_at + 1, at)
    return found if found and found.length == year_at + 1 - at else None


def time_at_end(words: Sequence[str], since: int, until: int) -> tuple[int, int | None]:
    """Cuts "… vào năm 2025 và năm 2030" off the end: (where it begins, the first year)."""
    horizon = None
    while until > since:
        end = until - 1 if words[until - 1] in (",", "và", ")", ".", "/") and until - 1 > since else until
        found = time_before(words, end, since)
        if not found or found.length >= end - since or (found.period and not found.anchored):
            break
        until, horizon = end - found.length, found.year
        if until > since and words[until - 1] == "(":
            until -= 1
    return until, horizon


def _opens_a_value(words: Sequence[str], year: int, since: int) -> bool:
    """ "…: 2023: 80%; 2024 - 85%; 2025 đạt 90%": a year alone and its value."""
    parted = year == since or words[year - 1] in (":", ",", "(", ";", "\n")
    joint, value = words[year + 1 : year + 2], words[year + 2 : year + 3]
    told = bool(joint and value) and (joint[0] in (":", "-") or joint[0] in OPENING_A_VALUE)
    return bool(parted and told and _valuable(value[0]))


def _valuable(word: str) -> bool:
    """A number that is no year, or a word that compares one: "2024 - 2025" is a period."""
    return not _YEAR.fullmatch(word) and (word[0].isdigit() or word in OPENING_A_VALUE)


def _walk_left(words: Sequence[str], last: int, since: int) -> tuple[int, bool]:
    start, period = last, False
    while start > since:
        word = words[start - 1]
        if _YEAR.fullmatch(word):
            period = True
        elif not _is_timeish(word):
            break
        start -= 1
    while start < last and (words[start] in ("/", "-") or _DAY_OR_MONTH.fullmatch(words[start])):
        if _DAY_OR_MONTH.fullmatch(words[start]) and words[start + 1] == "/":
            break  # "31/12/2025" may stand alone
        start += 1
    return start, period


def _is_timeish(word: str) -> bool:
    return (
        word in AROUND_A_YEAR or word in ("/", "-") or word in QUARTERS or bool(_DAY_OR_MONTH.fullmatch(word))
    )


def _is_a_date(said: Sequence[str]) -> bool:
    return bool(_ENDS_AS_A_DATE.search(" ".join(said)))


def _belongs_to_a_comparison_or_a_number(words: Sequence[str], start: int, since: int) -> bool:
    before = words[start - 1] if start > since else ""
    return before in BEFORE_NO_TIME or words[start] == "kỳ"
