"""Periods in which the officer's units answer, or wait for others' answers."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit, UnitFunction
from plans.reporting.owing import owed_by
from plans.reporting.periods import due_on
from targets.measuring.models import Figure, FigureStanding, Filing, FilingState, ReportPeriod
from targets.models import CalendarDay
from targets.reckoning.metrics import Metric

MOST_PERIODS = 8


@dataclass(frozen=True)
class OwnPeriod:
    """One unit in one period."""

    period: ReportPeriod
    unit: Unit
    due: date
    owed: int
    answered: int
    state: str
    returned: int

    @property
    def is_done(self) -> bool:
        return self.state in (FilingState.SENT, FilingState.ACCEPTED) and self.answered >= self.owed

    @property
    def state_name(self) -> str:
        return FilingState(self.state).label


def units_of(user: Someone) -> list[Unit]:
    """The committees that this officer works for or drafts for. One query."""
    seen = viewer(user).unit_ids
    committees = Unit.objects.filter(pk__in=seen, function=UnitFunction.COMMITTEE)
    return list(committees.select_related("place").order_by("place__path"))


def own_periods(user: Someone) -> tuple[list[OwnPeriod], list[tuple[ReportPeriod, Unit]]]:
    """Where own units owe something; and (period, unit) of those that have units below.

    Six queries, and eight for each year and unit: however many periods of a year are open.
    """
    units = units_of(user)
    periods = list(ReportPeriod.objects.open().select_related("regime")[:MOST_PERIODS])
    if not (units and periods):
        return [], []
    calendar = CalendarDay.objects.calendar()
    owed = _owed_by_year(units, periods)
    filings = _filings(periods, units)
    mine = [
        _own(period, unit, keys, filings.get((period.pk, unit.pk)), due_on(period, unit, calendar))
        for period in periods
        for unit in units
        if unit.is_valid_on(period.last_day) and (keys := {metric.key for metric in owed[unit, period.year]})
    ]
    superiors = set(
        Unit.objects.filter(superior__in=units, function=UnitFunction.COMMITTEE).values_list(
            "superior", flat=True
        )
    )
    below = [(period, unit) for period in periods for unit in units if unit.pk in superiors]
    return mine, below


def _owed_by_year(
    units: Collection[Unit], periods: Collection[ReportPeriod]
) -> dict[tuple[Unit, int], tuple[Metric, ...]]:
    """By the latest period of each year; plans are of years."""
    latest = {period.year: period for period in sorted(periods, key=lambda period: period.last_day)}
    return {(unit, year): owed_by(unit, period) for year, period in latest.items() for unit in units}


def _filings(periods: Collection[ReportPeriod], units: Collection[Unit]) -> dict[tuple[int, int], Filing]:
    """By ids of period and unit, with the figures that stand; two queries."""
    standing = Figure.objects.exclude(standing=FigureStanding.PAST).order_by("version")
    filings = Filing.objects.filter(period__in=periods, unit__in=units)
    with_figures = filings.prefetch_related(Prefetch("figures", standing, to_attr="standing"))
    return {(filing.period_id, filing.unit_id): filing for filing in with_figures}


def _own(
    period: ReportPeriod, unit: Unit, keys: Collection[str], filing: Filing | None, due: date
) -> OwnPeriod:
    figures: Iterable[Figure] = getattr(filing, "standing", ())
    latest = {figure.key: figure.standing for figure in figures if figure.key in keys}
    standings = Counter(latest.values())
    return OwnPeriod(
        period=period,
        unit=unit,
        due=due,
        owed=len(keys),
        answered=len(latest) - standings[FigureStanding.RETURNED],
        state=filing.state if filing else FilingState.OPEN,
        returned=standings[FigureStanding.RETURNED],
    )
