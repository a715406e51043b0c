"""What the targets of a document come to in a period: rolled up, reckoned, judged."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from childlabour.units.models import Unit, UnitFunction
from plans.models import Document
from targets.measuring.models import Filing, ReportPeriod
from targets.measuring.rolling import Rolled, rolled_up
from targets.models import Target
from targets.reckoning.judging import reached
from targets.reckoning.metrics import Metric, key_of
from targets.reckoning.replies import FigureState, Reply

from .owing import Owing, owing_of


@dataclass(frozen=True)
class Result:
    """One target, in the order of the paper."""

    target: Target
    metric: Metric | None  # None: in words alone, nothing is asked
    rolled: Rolled
    met: bool | None
    meets_upper: bool | None  # what the plan above demands, by the same figures

    @property
    def value(self) -> Decimal | None:
        return self.rolled.value(self.metric.per) if self.metric else None


def results_of(document: Document, period: ReportPeriod, *, sent: bool = False) -> list[Result]:
    """Accepted figures, or all that were sent. Ten queries however many units. Raises Refusal as `owing_of`."""
    owing = owing_of(document, period)
    return judged(owing, rolled_up(period, owing.metrics, owing.owed, sent=sent))


def judged(owing: Owing, rolled: dict[str, Rolled]) -> list[Result]:
    metrics = {metric.key: metric for metric in owing.metrics}
    return [
        _result(target, metrics.get(key_of(target)), rolled.get(key_of(target)) or Rolled(0))
        for target in owing.targets
    ]


def _result(target: Target, metric: Metric | None, rolled: Rolled) -> Result:
    per = metric.per if metric else None
    upper = target.upper if target.upper_id else None

    def judge(one: Target) -> bool | None:
        if metric is None:
            return None
        return reached(one.statement, rolled.numerator, rolled.denominator, per)

    return Result(
        target, metric, rolled, judge(target), judge(upper) if upper and _alike(target, upper) else None
    )


def _alike(target: Target, upper: Target) -> bool:
    """Whether one figure answers both."""
    same_unit = target.unit == upper.unit
    both = target.indicator_id and upper.indicator_id
    return same_unit and (not both or target.indicator_id == upper.indicator_id)


def carried_up(filing: Filing, metrics: Collection[Metric]) -> dict[str, Reply]:
    """What the units right below come to, as replies of the unit above: an estimate stays one. Two queries.

    Only what the catalogue counts the same at every level (indicators); nothing where nobody below was accepted.
    """
    committees = Unit.objects.filter(superior=filing.unit, function=UnitFunction.COMMITTEE)
    below = list(committees.valid_on(filing.period.last_day).values_list("pk", flat=True))
    alike = [metric for metric in metrics if metric.indicator]
    rolled = rolled_up(filing.period, alike, {metric.key: below for metric in alike})
    return {key: _as_reply(sums) for key, sums in rolled.items() if sums.reported}


def _as_reply(sums: Rolled) -> Reply:
    note = f"Cộng từ {sums.reported}/{sums.owed} đơn vị cấp dưới."
    return Reply(sums.state, sums.numerator, sums.denominator, sums.is_estimate, note)


def as_data(results: Collection[Result]) -> list[dict[str, Any]]:
    """For scripts: `value` in the unit of the target, unrounded, as a string; null of a count and where none is."""
    return [
        {
            "text": result.target.sentence,
            "numerator": _number(result.rolled.numerator),
            "denominator": _number(result.rolled.denominator),
            "value": None if result.value is None else _plain(result.value),
            "reported": result.rolled.reported,
            "owed": result.rolled.owed,
            "state": FigureState(result.rolled.state).value,
            "met": result.met,
        }
        for result in results
    ]


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _plain(value: Decimal) -> str:
    """Never "7.8E+1"; without zeros that say nothing."""
    return f"{value.normalize():f}"
