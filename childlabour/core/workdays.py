"""Working days: which day an office works, and how many of them lie ahead. Pure.

The week is Monday to Friday; each year the Government names the days off, and the Saturdays worked instead
of a weekday between two of them ("hoán đổi, làm bù").
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
A_DAY = timedelta(days=1)
FIRST_CULTURE_DAY = 2026  # 24/11, by Nghị quyết 28/2026/QH16


def is_weekday(day: date) -> bool:
    return day.weekday() < SATURDAY


def statutory_days_off(year: int) -> int:
    """How many days off the law gives in a year (Bộ luật Lao động 2019, Điều 112.1; NQ 28/2026/QH16)."""
    return 12 if year >= FIRST_CULTURE_DAY else 11


@dataclass(frozen=True)
class WorkingCalendar:
    """Only what departs from the plain week: weekdays that are off, weekend days that are worked."""

    days_off: Collection[date] = frozenset()
    days_worked: Collection[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        return day in self.days_worked or (is_weekday(day) and day not in self.days_off)

    def on_or_after(self, day: date) -> date:
        """Where a term ends whose last day is off (Bộ luật Dân sự 2015, Điều 148.5)."""
        return day if self.is_working_day(day) else self.after(day, 1)

    def on_or_before(self, day: date) -> date:
        return day if self.is_working_day(day) else self.before(day, 1)

    def after(self, day: date, working_days: int) -> date:
        """The last day of a term of so many working days; `day` itself never counts (Điều 147.2)."""
        return self._walk(day, working_days, A_DAY)

    def before(self, day: date, working_days: int) -> date:
        return self._walk(day, working_days, -A_DAY)

    def between(self, day: date, last: date) -> int:
        """How many working days are left on `day` until the end of `last`; 0 when it is over."""
        return sum(self.is_working_day(day + A_DAY * ahead) for ahead in range(1, (last - day).days + 1))

    def is_whole(self, year: int) -> bool:
        """Every day off of the year is entered: each costs one weekday, a swapped one is worked on a Saturday.

        The days off of Tết and Quốc khánh are named year by year; until then a term across them is a guess.
        """
        off = sum(day.year == year and is_weekday(day) for day in self.days_off)
        worked = sum(day.year == year and not is_weekday(day) for day in self.days_worked)
        return off - worked >= statutory_days_off(year)

    def _walk(self, day: date, working_days: int, step: timedelta) -> date:
        if working_days < 0:
            raise ValueError(f"Số ngày làm việc không được âm; đang ghi {working_days}.")
        while working_days:
            day += step
            working_days -= self.is_working_day(day)
        return day
