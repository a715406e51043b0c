"""Periods and answers, quickly made."""

from decimal import Decimal

from childlabour.core.clock import now
from childlabour.units.models import Unit
from plans.reporting.periods import open_period
from plans.reporting.replying import filing_of
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod
from targets.models import Regime, Target
from targets.reckoning.replies import FigureState, Reply


def a_regime(code: str = "nam", **facts) -> Regime:
    return Regime.objects.get_or_create(code=code, defaults={"name": f"Báo cáo {code}", **facts})[0]


def a_period(code: str = "2023", regime: Regime | None = None) -> ReportPeriod:
    """Open; of the yearly regime."""
    return open_period(regime or a_regime(), code)[0]


def of(numerator: int | str, denominator: int | str | None = None, **more) -> Reply:
    """A figure."""
    whole = None if denominator is None else Decimal(denominator)
    return Reply(FigureState.FIGURE.value, Decimal(numerator), whole, **more)


NOTHING = Reply(FigureState.NOTHING_AROSE.value)


def answered(
    period: ReportPeriod,
    unit: Unit,
    target: Target,
    reply: Reply,
    standing: FigureStanding = FigureStanding.ACCEPTED,
) -> Figure:
    """As if it had come all its way."""
    times = {"first_sent_at": now(), "sent_at": now()}
    filing = filing_of(period, unit)
    if standing != FigureStanding.TYPED:
        Filing.objects.filter(pk=filing.pk, first_sent_at=None).update(**times)
    return Figure.objects.create(
        filing=filing,
        indicator_id=target.indicator_id,
        target=None if target.indicator_id else target,
        standing=standing,
        state=reply.state,
        numerator=reply.numerator,
        denominator=reply.denominator,
        is_estimate=reply.is_estimate,
        note=reply.note,
        typed_by_name="Giàng A Páo",
        typed_at=now(),
    )
