"""A period by its code: 202406, 2024Q2, 2024H1, 2024; from which day to which it is counted. Pure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import FIRST_YEAR, LAST_YEAR, roman
from targets.catalogue.choices import CutOff, Frequency

MONTHS = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.HALF_YEAR: 6, Frequency.YEAR: 12}
FIRST_COUNTED, LAST_COUNTED = 15, 14  # of the general rule (NĐ 09/2019/NĐ-CP, Điều 12)
_CODE = re.compile(r"([0-9]{4})(?:([0-9]{2})|Q([1-4])|H([12]))?")
_HALVES = ("6 tháng đầu năm", "6 tháng cuối năm")


@dataclass(frozen=True)
class PeriodCode:
    """Which month, quarter or half of a year; the year itself is `place` 1 of YEAR."""

    year: int
    frequency: Frequency = Frequency.YEAR
    place: int = 1

    @classmethod
    def read(cls, code: str) -> Self:
        """Raises Refusal for what is no code of a period."""
        found = _CODE.fullmatch(code.strip().upper())
        if not found or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
            raise _not_understood(code)
        year, month, quarter, half = (int(part) if part else 0 for part in found.groups())
        if month > 12 or found[2] == "00":
            raise _not_understood(code)
        for frequency, place in (
            (Frequency.MONTH, month),
            (Frequency.QUARTER, quarter),
            (Frequency.HALF_YEAR, half),
        ):
            if place:
                return cls(year, frequency, place)
        return cls(year)

    def __str__(self) -> str:
        written = {
            Frequency.MONTH: f"{self.place:02d}",
            Frequency.QUARTER: f"Q{self.place}",
            Frequency.HALF_YEAR: f"H{self.place}",
        }
        return f"{self.year}{written.get(self.frequency, '')}"

    @property
    def words(self) -> str:
        """ "tháng 6 năm 2024", "quý II năm 2024", "6 tháng đầu năm 2024", "năm 2024"."""
        match self.frequency:
            case Frequency.MONTH:
                return f"tháng {self.place} năm {self.year}"
            case Frequency.QUARTER:
                return f"quý {roman(self.place)} năm {self.year}"
            case Frequency.HALF_YEAR:
                return f"{_HALVES[self.place - 1]} {self.year}"
            case _:
                return f"năm {self.year}"

    @property
    def before(self) -> "PeriodCode":
        if self.place > 1:
            return PeriodCode(self.year, self.frequency, self.place - 1)
        return PeriodCode(self.year - 1, self.frequency, 12 // MONTHS[self.frequency])

    @property
    def a_year_before(self) -> "PeriodCode":
        return PeriodCode(self.year - 1, self.frequency, self.place)

    def days(self, cut_off: str) -> tuple[date, date]:
        """The first and the last day that are counted."""
        last_month = self.place * MONTHS[self.frequency]
        first_month = last_month - MONTHS[self.frequency] + 1
        if cut_off == CutOff.CALENDAR:
            return date(self.year, first_month, 1), date(
                self.year, last_month, monthrange(self.year, last_month)[1]
            )
        first_year, month_before = (self.year, first_month - 1) if first_month > 1 else (self.year - 1, 12)
        return date(first_year, month_before, FIRST_COUNTED), date(self.year, last_month, LAST_COUNTED)


def _not_understood(code: str) -> Refusal:
    return Refusal(
        Problem(
            f"“{code[:20]}” không phải mã kỳ. Viết 202406 cho tháng, 2024Q2 cho quý, 2024H1 cho 6 tháng, 2024 cho năm.",
            "period",
        )
    )
