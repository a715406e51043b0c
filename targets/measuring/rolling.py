"""The figures of many units as one: Σ of what was reached over Σ of all, never an average of shares."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any, cast

from django.db.models import Count, Q, QuerySet, Sum

from targets.reckoning.metrics import Metric, value_of
from targets.reckoning.replies import FigureState

from .models import Figure, ReportPeriod


@dataclass(frozen=True)
class Rolled:
    """Of one metric: what was reached by all that reported, and how many these are."""

    owed: int
    reported: int = 0  # whatever they answered
    counted: int = 0  # with a figure
    nothing_arose: int = 0
    nobody: int = 0
    not_collected: int = 0
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    is_estimate: bool = False  # as soon as one of them is

    @property
    def state(self) -> str:
        """What a table says of all of them together."""
        if self.counted:
            return FigureState.FIGURE.value
        if not self.reported:
            return FigureState.NOT_REPORTED.value
        if self.not_collected:
            return FigureState.NOT_COLLECTED.value
        return (FigureState.NOTHING_AROSE if self.nothing_arose else FigureState.NO_POPULATION).value

    def value(self, per: int | None) -> Decimal | None:
        return value_of(self.numerator, self.denominator, per)


Owed = Mapping[str, Collection[int]]  # key of a metric → ids of the units that owe it


def rolled_up(
    period: ReportPeriod, metrics: Collection[Metric], owed: Owed, *, sent: bool = False
) -> dict[str, Rolled]:
    """By keys of metrics; what was accepted, or whatever was sent. One grouped query, however many units."""
    return rolled_over([period], metrics, owed, sent=sent)[period.pk]


def rolled_over(
    periods: Collection[ReportPeriod], metrics: Collection[Metric], owed: Owed, *, sent: bool = False
) -> dict[int, dict[str, Rolled]]:
    """The same of several periods, by their ids; still one query."""
    found = {
        (row["filing__period"], f"i{row['indicator']}" if row["indicator"] else f"t{row['target']}"): row
        for row in _sums(figures_of(periods, metrics, owed, sent=sent))
    }
    return {
        period.pk: {
            metric.key: _rolled(metric, len(owed[metric.key]), found.get((period.pk, metric.key)))
            for metric in metrics
        }
        for period in periods
    }


def figures_of(
    periods: Collection[ReportPeriod], metrics: Iterable[Metric], owed: Owed, *, sent: bool = False
) -> QuerySet[Figure]:
    """What those who owe a metric answered, to it and perhaps to others."""
    rows = Figure.objects.sent() if sent else Figure.objects.accepted()
    ours = _of_those_who_owe(metrics, owed)
    return rows.filter(ours, filing__period__in=periods) if ours else rows.none()


def _of_those_who_owe(metrics: Iterable[Metric], owed: Owed) -> Q | None:
    """As a rule the same units owe all of them: then the units alone are asked for, and whoever reads the rows takes
    the metrics out. A condition on metrics leads SQLite to their index, past which it reads ten times as many rows.
    """
    together: dict[frozenset[int], list[Metric]] = defaultdict(list)
    for metric in metrics:
        if owed[metric.key]:
            together[frozenset(owed[metric.key])].append(metric)
    asked = [
        Q(filing__unit__in=units) & (_of_metrics(those) if len(together) > 1 else Q())
        for units, those in together.items()
    ]
    return reduce(or_, asked) if asked else None


def _of_metrics(metrics: Collection[Metric]) -> Q:
    return Q(indicator__in=[metric.indicator_id for metric in metrics if metric.indicator_id]) | Q(
        target__in=[metric.target_id for metric in metrics if metric.target_id]
    )


def _sums(figures: QuerySet[Figure]) -> Iterable[dict[str, Any]]:
    def how_many(state: FigureState) -> Count:
        return Count("pk", filter=Q(state=state))

    found = (
        figures.order_by()
        .values("filing__period", "indicator", "target")
        .annotate(
            reported=Count("pk"),
            counted=how_many(FigureState.FIGURE),
            nothing_arose=how_many(FigureState.NOTHING_AROSE),
            nobody=how_many(FigureState.NO_POPULATION),
            not_collected=how_many(FigureState.NOT_COLLECTED),
            numerators=Sum("numerator"),
            denominators=Sum("denominator"),
            estimates=Count("pk", filter=Q(is_estimate=True)),
        )
    )
    return cast(Iterable[dict[str, Any]], found)


def _rolled(metric: Metric, owed: int, row: Mapping[str, Any] | None) -> Rolled:
    if row is None:
        return Rolled(owed)
    adds_up = metric.is_added_up or row["counted"] == 1
    return Rolled(
        owed=owed,
        reported=row["reported"],
        counted=row["counted"],
        nothing_arose=row["nothing_arose"],
        nobody=row["nobody"],
        not_collected=row["not_collected"],
        numerator=row["numerators"] if adds_up else None,
        denominator=row["denominators"] if adds_up else None,
        is_estimate=bool(row["estimates"]),
    )
