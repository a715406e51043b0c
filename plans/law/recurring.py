"""Work that comes round again: how often, and the turn that a day falls in. Pure.

A turn is called as a reporting period is: 202406, 2024Q2, 2024H1, 2024.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models


class Recurrence(models.TextChoices):
    MONTHLY = "monthly", "hằng tháng"
    QUARTERLY = "quarterly", "hằng quý"
    HALF_YEARLY = "half_yearly", "sáu tháng một lần"
    YEARLY = "yearly", "hằng năm"


MONTHS = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
}


@dataclass(frozen=True)
class Turn:
    code: str
    name: str  # "tháng 6 năm 2024"
    first: date
    last: date  # the work of a turn is due when the turn ends


def turn_of(recurrence: str, day: date) -> Turn:
    months = MONTHS[Recurrence(recurrence)]
    nth = (day.month - 1) // months + 1
    last_month = nth * months
    code, name = _called(months, nth, day.year)
    return Turn(
        code,
        name,
        date(day.year, last_month - months + 1, 1),
        date(day.year, last_month, monthrange(day.year, last_month)[1]),
    )


def turns_between(recurrence: str, first: date, last: date) -> list[Turn]:
    """Every turn that begins or goes on from `first` to `last`, in order."""
    turns = []
    while first <= last:
        turns.append(turn_of(recurrence, first))
        first = turns[-1].last + timedelta(days=1)
    return turns


def name_of_turn(code: str) -> str:
    """ "quý II năm 2024" of "2024Q2"; "" of ""."""
    if not code:
        return ""
    year, rest = int(code[:4]), code[4:]
    if not rest:
        return _called(12, 1, year)[1]
    if rest.isdigit():
        return _called(1, int(rest), year)[1]
    return _called(3 if rest[0] == "Q" else 6, int(rest[1:]), year)[1]


def _called(months: int, nth: int, year: int) -> tuple[str, str]:
    match months:
        case 1:
            return f"{year}{nth:02d}", f"tháng {nth} năm {year}"
        case 3:
            return f"{year}Q{nth}", f"quý {('I', 'II', 'III', 'IV')[nth - 1]} năm {year}"
        case 6:
            return f"{year}H{nth}", f"6 tháng {('đầu', 'cuối')[nth - 1]} năm {year}"
    return str(year), f"năm {year}"
