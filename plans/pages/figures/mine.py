"""Periods in which the officer's units answer, or wait for others' answers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from childlabour.units.access import Someone, viewer
from childlabour.units.models import Unit, UnitFunction
from plans.reporting.owing import owed_by
from plans.reporting.periods import due_on
from plans.reporting.replying import standing_figures
from targets.measuring.models import FigureStanding, Filing, FilingState, ReportPeriod
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

    Some ten queries for each open period and unit: an officer has one or two units.
    """
    units = units_of(user)
    periods = list(ReportPeriod.objects.open().select_related("regime")[:MOST_PERIODS])
    calendar = CalendarDay.objects.calendar() if units and periods else None
    mine = [
        _own(period, unit, metrics, due_on(period, unit, calendar))
        for period in periods
        for unit in units
        if unit.is_valid_on(period.last_day) and (metrics := owed_by(unit, period))
    ]
    superiors = set(
        Unit.objects.filter(superior__in=units, function=UnitFunction.COMMITTEE).values_list(
            "superior", flat=True
        )
    )
    below = [(period, unit) for period in periods for unit in units if unit.pk in superiors]
    return mine, below


def _own(period: ReportPeriod, unit: Unit, metrics: Iterable[Metric], due: date) -> OwnPeriod:
    filing = Filing.objects.filter(period=period, unit=unit).first()
    figures = standing_figures(filing) if filing else {}
    keys = {metric.key for metric in metrics}
    standings = Counter(figure.standing for key, figure in figures.items() if key in keys)
    return OwnPeriod(
        period=period,
        unit=unit,
        due=due,
        owed=len(keys),
        answered=sum(standings.values()) - standings[FigureStanding.RETURNED],
        state=filing.state if filing else FilingState.OPEN,
        returned=standings[FigureStanding.RETURNED],
    )
