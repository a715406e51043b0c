"""Figures of Điện Biên Đông for 2024 by its fourteen communes: all of them invented.

Some had no case, one did not report, one came late, one could only estimate; most were accepted.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import make_aware

from childlabour.core.clock import now
from childlabour.units.models import Unit
from plans.models import Document
from plans.reporting.owing import owing_of
from plans.reporting.periods import due_on, open_period
from targets.catalogue.data import regimes
from targets.measuring.models import (
    Figure,
    FigureStanding,
    Filing,
    FilingEvent,
    FilingState,
    Happening,
    ReportPeriod,
)
from targets.models import Regime
from targets.reckoning.metrics import Metric
from targets.reckoning.replies import FigureState, Reply

from .dien_bien_dong_10 import PLAN_10
from .filing import Rows

INVENTED = "Số liệu giả định để thử hệ thống, không phải số liệu thật của địa phương nào."
WHO = "số liệu mẫu"
EARLIER, THIS = "2023", "2024"
SILENT, LATE, ESTIMATED = 13, 6, 9  # places in the order of the communes
# Of each target of the plan: how many there are in a commune of middling size, and the share reached, in per cent.
SIZES = ((6, 100), (40, 76), (46, 100), (900, 61), (7, 83), (5, 100), (14, 86), (7, 72))


def file_figures(rows: Rows) -> int:
    """Both years' figures, where none are there; answers how many were made."""
    document, regime = rows.get(PLAN_10), rows.get(regimes.YEARLY)
    if not isinstance(document, Document) or not isinstance(regime, Regime):
        return 0
    if FilingEvent.objects.exists():
        return 0
    return _year(document, regime, THIS)


def _year(document: Document, regime: Regime, year: str) -> int:
    period, _ = open_period(regime, year)
    owing = owing_of(document, period)
    made = 0
    for place, unit in enumerate(owing.units):
        metrics = owing.by(unit.pk)
        if place % len(owing.units) != SILENT:
            made += _commune(period, unit, metrics, place)
    return made


def _commune(period: ReportPeriod, unit: Unit, metrics: tuple[Metric, ...], place: int) -> int:
    due = due_on(period, unit)
    day = due + timedelta(days=5) if place == LATE else due - timedelta(days=1)
    at = make_aware(now().replace(tzinfo=None, year=day.year, month=day.month, day=day.day, hour=15))
    filing = Filing.objects.create(
        period=period,
        unit=unit,
        state=FilingState.ACCEPTED,
        first_sent_at=at,
        sent_at=at,
        source_note=INVENTED,
    )
    for order, metric in enumerate(metrics):
        reply = _reply(metric, order, place)
        Figure.objects.create(
            filing=filing,
            indicator_id=metric.indicator_id,
            target_id=metric.target_id,
            standing=FigureStanding.ACCEPTED,
            state=reply.state,
            numerator=reply.numerator,
            denominator=reply.denominator,
            is_estimate=reply.is_estimate,
            note=reply.note,
            typed_by_name=WHO,
            typed_at=at,
            settled_by_name=WHO,
            settled_at=at,
        )
    for what in (Happening.SENT, Happening.ACCEPTED):
        FilingEvent.objects.create(period=period, filing=filing, at=at, officer_name=WHO, what=what)
    return len(metrics)


def _reply(metric: Metric, order: int, place: int) -> Reply:
    """The same at every loading: sizes and shares lean a little with the place."""
    if order == 0 and place % 3 == 1:
        return Reply(FigureState.NOTHING_AROSE.value)
    if order in (4, 7) and place % 5 == 2:
        return Reply(FigureState.NO_POPULATION.value)
    size, share = SIZES[order % len(SIZES)]
    whole = max(size + (place * 7 + order * 3) % (size // 2 + 2) - size // 4, 1)
    leaning = 0 if share == 100 and place % 4 else (place * 5 + order) % 9 - 4
    reached = min(max(round(whole * (share + leaning) / 100), 0), whole)
    is_estimate = place == ESTIMATED and order == 3
    return Reply(FigureState.FIGURE.value, Decimal(reached), Decimal(whole), is_estimate)
