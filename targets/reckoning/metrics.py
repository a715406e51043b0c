"""What is answered: an indicator of the catalogue, or a target that has none, with all targets that it decides. Pure
but for the rows it is made of.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from childlabour.core.vietnamese import PERCENT
from childlabour.units.models import PlaceLevel
from targets.catalogue.choices import RollUp
from targets.models import Indicator, Target

OWN_CODE = "CT-"  # of a target without an indicator: "CT-33"
_PER = re.compile(r"(?:.{0,20})?/\s?([0-9]{1,3}(?:[. ]?000){1,2})")  # "/100.000", "trẻ/1.000"
PERMILLE = "‰"


@dataclass(frozen=True)
class Metric:
    key: str  # "i12" or "t33": of the indicator, of the target
    code: str  # as sheets write it: "1.2", "CT-33"
    name: str
    unit: str
    per: int | None  # 100 for per cent; None: a count
    targets: tuple[Target, ...] = ()
    indicator: Indicator | None = None

    @property
    def is_share(self) -> bool:
        """Whether it is one number over another."""
        return self.per is not None

    @property
    def is_part(self) -> bool:
        """Whether what is reached is a part of the whole, so that it cannot be more."""
        return self.per == 100

    @property
    def indicator_id(self) -> int | None:
        return self.indicator.pk if self.indicator else None

    @property
    def target_id(self) -> int | None:
        return None if self.indicator else self.targets[0].pk

    @property
    def empty_total(self) -> str:
        return self.indicator.empty_total_means if self.indicator else ""

    @property
    def lowest_level(self) -> str:
        return self.indicator.lowest_level if self.indicator else PlaceLevel.COMMUNE

    @property
    def is_added_up(self) -> bool:
        return self.indicator is None or self.indicator.roll_up != RollUp.NONE

    @property
    def is_public(self) -> bool:
        return self.indicator is None or self.indicator.is_public


def metrics_in(targets: Iterable[Target]) -> tuple[Metric, ...]:
    """One for each indicator, in the order of the targets, and one for each target that has none and is measured.

    A target in words alone ("nâng cao nhận thức") asks for no figure. `indicator` fetched along: no query.
    """
    found: dict[str, Metric] = {}
    for target in targets:
        key = key_of(target)
        if not key:
            continue
        known = found.get(key)
        found[key] = replace(known, targets=(*known.targets, target)) if known else _metric(key, target)
    return tuple(_with_own_codes(found.values()))


def key_of(target: Target) -> str:
    """ "" for a target that asks for no figure."""
    if target.indicator_id:
        return f"i{target.indicator_id}"
    return f"t{target.pk}" if target.value is not None else ""


def _metric(key: str, target: Target) -> Metric:
    indicator = target.indicator if target.indicator_id else None
    if indicator is None:
        return Metric(
            key, f"{OWN_CODE}{target.pk}", target.sentence, target.unit, per_of(target.unit), (target,)
        )
    counts = indicator.roll_up == RollUp.SUM
    per = None if counts else per_of(indicator.unit) or 100
    return Metric(key, indicator.code, indicator.name, indicator.unit, per, (target,), indicator)


def per_of(unit: str) -> int | None:
    """What a share of this unit is reckoned per: 100 of "%", 1000 of "‰", 100000 of "/100.000"; None of a count."""
    if unit.strip() == PERCENT:
        return 100
    if unit.strip() == PERMILLE:
        return 1000
    found = _PER.fullmatch(unit.strip())
    return int(found[1].replace(".", "").replace(" ", "")) if found else None


def _with_own_codes(metrics: Iterable[Metric]) -> list[Metric]:
    """Two programmes may call different things by one code: then each is told apart by the id of its first target."""
    metrics = list(metrics)
    times = Counter(metric.code for metric in metrics)
    return [
        metric if times[metric.code] == 1 else replace(metric, code=f"{OWN_CODE}{metric.targets[0].pk}")
        for metric in metrics
    ]


def merged(metrics: Iterable[Metric]) -> tuple[Metric, ...]:
    """The metrics of several documents: what two of them ask is answered once."""
    found: dict[str, Metric] = {}
    for metric in metrics:
        known = found.get(metric.key)
        found[metric.key] = replace(known, targets=(*known.targets, *metric.targets)) if known else metric
    return tuple(found.values())


def value_of(numerator: Decimal | None, denominator: Decimal | None, per: int | None) -> Decimal | None:
    """A share in its unit, to 28 digits; never typed, never stored. None for a count."""
    if per is None or numerator is None or not denominator:
        return None
    return numerator * per / denominator
