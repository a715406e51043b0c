"""Which documents there are: from the State's decision down to the communes, year after year.

Until 2025 they are carried over from paper; in 2026 they are written here and stand in every state. The last
nine, of one commune, stand in each state once, whatever the size of the country.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from django.utils.timezone import localdate

from childlabour.units.models import PlaceLevel, Unit
from plans.models import Document, Status, StoredBlock

from .people import Staff
from .size import Size, share
from .units import Agency, issuing_in

FIRST_YEAR, THIS_YEAR = 2021, 2026
DECISION, DECIDED_ON = 782, date(2021, 5, 27)  # the one that everybody cites
SATURDAY = 6

# How many documents an agency issues in a year, compared to a commune before 2026; how many times more in 2026.
PRODUCTIVE = {PlaceLevel.COUNTRY: 0, PlaceLevel.PROVINCE: 8, PlaceLevel.DISTRICT: 3, PlaceLevel.COMMUNE: 1}
MORE_SINCE = {PlaceLevel.COUNTRY: 0, PlaceLevel.PROVINCE: 2, PlaceLevel.DISTRICT: 0, PlaceLevel.COMMUNE: 5}

# Of a hundred documents; the others are issued and in force.
CARRIED_OVER = {Status.REPLACED: 6, Status.REVOKED: 1, Status.CANCELLED: 2}
WRITTEN_HERE = {
    Status.DRAFT: 10,
    Status.SUBMITTED: 3,
    Status.APPROVED: 2,
    Status.NUMBERED: 2,
    Status.SIGNED: 1,
    Status.REPLACED: 3,
    Status.REVOKED: 1,
    Status.CANCELLED: 2,
}
EACH_STATE_ONCE = [
    Status.REPLACED,
    Status.ISSUED,  # replaces the one before
    Status.REVOKED,
    Status.CANCELLED,
    Status.DRAFT,
    Status.SUBMITTED,
    Status.APPROVED,
    Status.NUMBERED,
    Status.SIGNED,
]


@dataclass(frozen=True)
class YearOfWork:
    """The documents of one agency in one year, in the order of their numbers."""

    agency: Agency
    year: int
    statuses: list[Status]
    numbers_from: int = 1

    @property
    def is_carried_over(self) -> bool:
        return self.year < THIS_YEAR

    def day_of(self, place: int) -> date:
        """A working day; documents are spread over the year, or over what the agency had of it."""
        if self.numbers_from == DECISION:
            return DECIDED_ON
        first = date(self.year, 1, 8) + timedelta(days=self.agency.unit.pk % 14)
        last = min(date(self.year, 11, 6), self.agency.unit.valid_to or date.max) - timedelta(days=4)
        day = first + (last - first) * (place + 1) // (len(self.statuses) + 1)
        return day + timedelta(days=8 - day.isoweekday() if day.isoweekday() >= SATURDAY else 0)


@dataclass
class Folio:
    """One of them on its way into the database, and what the rows that hang on it need to know."""

    document: Document
    agency: Agency
    staff: Staff
    upper: "Folio | None"
    how_many_tasks: int
    targets: list[int] = field(default_factory=list)  # ids
    work: list[tuple[StoredBlock, str]] = field(
        default_factory=list
    )  # the blocks that are tasks, and their words

    @property
    def day(self) -> date:
        return self.document.issued_on or localdate(self.document.created_at)

    @property
    def workers(self) -> list[Unit]:
        return self.agency.workers_in(self.document.period_from)


def shown_commune(agencies: list[Agency]) -> Agency:
    """The first commune of today: it has all its offices, and a document in each state."""
    return next(agency for agency in agencies if agency.unit.valid_from)


def years_of_work(rng: Random, size: Size, agencies: list[Agency]) -> Iterator[YearOfWork]:
    """Those above come before those below, so that a document finds the one that it carries out."""
    yield YearOfWork(agencies[0], FIRST_YEAR, [Status.ISSUED], numbers_from=DECISION)
    weighed = list(_weighed(agencies))
    among, place = sum(weight for _, _, weight in weighed), 0
    for agency, year, weight in weighed:
        many = share(size.documents - 1 - len(EACH_STATE_ONCE), place, among, weight)
        place += weight
        yield YearOfWork(agency, year, _statuses(rng, year, many))
    yield YearOfWork(shown_commune(agencies), THIS_YEAR, EACH_STATE_ONCE)


def _weighed(agencies: list[Agency]) -> Iterator[tuple[Agency, int, int]]:
    shown = shown_commune(agencies)
    for year in range(FIRST_YEAR, THIS_YEAR + 1):
        for agency in issuing_in(agencies, date(year, 3, 1)):
            weight = PRODUCTIVE[agency.level]
            if year == THIS_YEAR:
                weight *= 0 if agency is shown else MORE_SINCE[agency.level]
            yield agency, year, weight


def _statuses(rng: Random, year: int, how_many: int) -> list[Status]:
    """What is replaced is replaced by the next one, which is in force."""
    odds = WRITTEN_HERE if year == THIS_YEAR else CARRIED_OVER
    drawn = rng.choices([*odds, Status.ISSUED], [*odds.values(), 100 - sum(odds.values())], k=how_many)
    for place, status in enumerate(drawn):
        if status == Status.REPLACED and place + 1 < how_many:
            drawn[place + 1] = Status.ISSUED
        elif status == Status.REPLACED:
            drawn[place] = Status.ISSUED
    return drawn
