"""What a plan has come to, for everyone: accepted figures alone, and no small number of people.

Ours is the total of each target with its coverage, each unit's part where it may be seen, and the periods before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from childlabour.core.vietnamese import write_number
from childlabour.units.models import Unit
from plans.models import Document, Status
from plans.pages.gauges import Gauge, reached_on
from plans.reporting.owing import Owing, owing_of, owings_of
from plans.reporting.results import Result, judged
from targets.measuring.models import Figure, Filing, ReportPeriod
from targets.measuring.rolling import Rolled, figures_of, rolled_over
from targets.reckoning.judging import due_by
from targets.reckoning.metrics import Metric
from targets.reckoning.replies import SIGNS, FigureState, Reply
from targets.reckoning.suppressing import Hidden, hidden_in

from .grid import written_share

MOST_PERIODS = 10  # of a time series
MOST_NAMED = 5  # of those that have not reported
ROW_OF_BAR, HEIGHT = 30, 60  # pixels
HIDDEN = "ẩn (số nhỏ)"


@dataclass(frozen=True)
class UnitCell:
    """One unit in the small multiples: its share as a bar, or in words why there is none."""

    unit: Unit
    words: str  # "39/50 (78%)", "không phát sinh", "chưa báo cáo", "ẩn (số nhỏ)"
    share: Decimal | None  # 0…100 of the bar


@dataclass(frozen=True)
class PointInTime:
    period: ReportPeriod
    words: str
    share: Decimal | None
    is_break: bool  # units were merged or split since: not to be compared


@dataclass(frozen=True)
class UnitBar:
    name: str
    share: Decimal | None
    baseline: int
    top: int


@dataclass(frozen=True)
class PeriodColumn:
    name: str
    left: int
    width: int
    height: int

    @property
    def top(self) -> int:
        return HEIGHT - self.height


@dataclass(frozen=True)
class TargetTile:
    """One target."""

    result: Result
    gauge: Gauge
    words: str  # "1.204/1.541 (78,1%)", "ẩn (số nhỏ)", "chưa báo cáo"
    verdict: str  # "đạt", "chưa đạt", ""
    upper_verdict: str
    coverage: str  # "13/14 đơn vị đã báo cáo; chưa: UBND xã Pú Nhi"
    path: str  # "theo tiến độ đến 2025, năm nay phải đạt 65%"
    units: tuple[UnitCell, ...]
    series: tuple[PointInTime, ...]

    @property
    def bars(self) -> list["UnitBar"]:
        """The units as bars under their names, in pixels from the top."""
        return [
            UnitBar(str(cell.unit), cell.share, place * ROW_OF_BAR + 12, place * ROW_OF_BAR + 17)
            for place, cell in enumerate(self.units)
        ]

    @property
    def columns(self) -> list["PeriodColumn"]:
        """The periods from the left, in per cent of the width; heights in pixels."""
        wide = 100 // max(len(self.series), 1)
        return [
            PeriodColumn(point.period.code, place * wide, wide - 2, round((point.share or 0) * HEIGHT / 100))
            for place, point in enumerate(self.series)
        ]

    @property
    def height(self) -> int:
        return len(self.units) * ROW_OF_BAR


@dataclass(frozen=True)
class PlanBoard:
    period: ReportPeriod
    tiles: tuple[TargetTile, ...]
    sources: tuple[str, ...]  # what must be said beside these figures: that they are invented

    @property
    def met(self) -> int:
        return sum(tile.verdict == "đạt" for tile in self.tiles)

    @property
    def judged(self) -> int:
        return sum(bool(tile.verdict) for tile in self.tiles)


def periods_with_figures(document: Document) -> list[ReportPeriod]:
    """Those that the document reaches into and somebody answered in, the latest first. One query."""
    last = document.orientation_year or document.period_to
    periods = ReportPeriod.objects.filter(
        code__gte=str(document.period_from), code__lt=str(last + 1), filings__isnull=False
    )
    return list(periods.select_related("regime").distinct().order_by("-last_day", "code"))


def board_of(document: Document, period: ReportPeriod, periods: list[ReportPeriod]) -> PlanBoard:
    """Twenty queries, however many units, targets and periods."""
    owing = owing_of(document, period)
    metrics = [metric for metric in owing.metrics if metric.is_public]
    cells = _cells(period, metrics, owing)
    alike = [one for one in periods if one.regime_id == period.regime_id][:MOST_PERIODS]
    over = rolled_over(alike, metrics, owing.owed)
    hidden = {metric.key: _hidden(cells, metric) for metric in metrics}
    withheld = _withheld_above(document, period)
    tiles = [
        _tile(result, owing, cells, over, alike, hidden, withheld, period.year)
        for result in judged(owing, over[period.pk])
        if result.metric is not None and result.metric.is_public
    ]
    return PlanBoard(period, tuple(tiles), _sources(period, owing))


def _sources(period: ReportPeriod, owing: Owing) -> tuple[str, ...]:
    filings = Filing.objects.filter(period=period, unit__in=owing.units).exclude(source_note="")
    return tuple(filings.order_by("source_note").values_list("source_note", flat=True).distinct())


Cells = Mapping[tuple[str, int], Reply]  # (key of a metric, unit)


def _cells(period: ReportPeriod, metrics: list[Metric], owing: Owing) -> Cells:
    figures: list[Figure] = list(figures_of([period], metrics, owing.owed).select_related("filing"))
    return {(figure.key, figure.filing.unit_id): figure.reply for figure in figures}


def _hidden(cells: Cells, metric: Metric) -> Hidden:
    return hidden_in(
        {
            unit: (reply.numerator, reply.denominator)
            for (key, unit), reply in cells.items()
            if key == metric.key and reply.numerator is not None
        }
    )


def _withheld_above(document: Document, period: ReportPeriod) -> frozenset[str]:
    """Metrics of which this issuer's own total is a hidden cell of the plan above: shown here, it would undo that."""
    above = document.parent
    if above is None or above.status != Status.ISSUED:
        return frozenset()
    owing = next(iter(owings_of([above], period.last_day)))
    mine = [m for m in owing.metrics if document.unit_id in owing.owed[m.key]]
    cells = _cells(period, mine, owing)
    return frozenset(m.key for m in mine if document.unit_id in _hidden(cells, m).cells)


def _tile(
    result: Result,
    owing: Owing,
    cells: Cells,
    over: Mapping[int, Mapping[str, Rolled]],
    periods: list[ReportPeriod],
    hidden: Mapping[str, Hidden],
    withheld: frozenset[str],
    year: int,
) -> TargetTile:
    metric = result.metric
    assert metric is not None
    is_hidden = hidden[metric.key].total or metric.key in withheld
    value = None if is_hidden else result.value
    owed = [unit for unit in owing.units if unit.pk in owing.owed[metric.key]]
    series = () if is_hidden else _series(metric, owed, over, periods)
    return TargetTile(
        result=result,
        gauge=reached_on(result.target, value, _reached_words(metric, value)),
        words=HIDDEN if is_hidden else in_words_rolled(result.rolled, metric),
        verdict="" if is_hidden else _verdict(result.met),
        upper_verdict="" if is_hidden else _verdict(result.meets_upper),
        coverage=_coverage(result.rolled, metric, owed, cells),
        path="" if is_hidden else _path(result, metric, over, periods, year),
        units=tuple(_unit_cell(unit, metric, cells, hidden[metric.key]) for unit in owed)
        if len(owed) > 1
        else (),
        series=series if len(series) > 1 else (),
    )


def _reached_words(metric: Metric, value: Decimal | None) -> str:
    return written_share(value, metric.unit) if metric.is_share else ""


def _verdict(met: bool | None) -> str:
    return {True: "đạt", False: "chưa đạt"}.get(met, "") if met is not None else ""


def in_words_rolled(rolled: Rolled, metric: Metric) -> str:
    """ "1.204/1.541 (78,1%)", with "ước" as soon as one part is; "không phát sinh", "chưa báo cáo"."""
    if rolled.numerator is None:
        return FigureState(rolled.state).label
    estimate = ", có số ước" if rolled.is_estimate else ""
    number = write_number(rolled.numerator)
    if not metric.is_share or rolled.denominator is None:
        return f"{number} {metric.unit}".strip() + estimate
    share = written_share(rolled.value(metric.per), metric.unit)
    return f"{number}/{write_number(rolled.denominator)} ({share}{estimate})"


def _coverage(rolled: Rolled, metric: Metric, owed: list[Unit], cells: Cells) -> str:
    said = f"{rolled.reported}/{rolled.owed} đơn vị đã báo cáo"
    missing = [str(unit) for unit in owed if (metric.key, unit.pk) not in cells]
    if missing and rolled.reported:
        more = f" và {len(missing) - MOST_NAMED} đơn vị khác" if len(missing) > MOST_NAMED else ""
        said += f"; chưa: {', '.join(missing[:MOST_NAMED])}{more}"
    if rolled.not_collected:
        said += f"; {rolled.not_collected} đơn vị không thu thập được"
    return said


def _unit_cell(unit: Unit, metric: Metric, cells: Cells, hidden: Hidden) -> UnitCell:
    reply = cells.get((metric.key, unit.pk))
    if reply is None:
        return UnitCell(unit, FigureState.NOT_REPORTED.label, None)
    if reply.state in SIGNS:
        return UnitCell(unit, FigureState(reply.state).label, None)
    if unit.pk in hidden.cells:
        return UnitCell(unit, HIDDEN, None)
    one = Rolled(
        1, 1, 1, numerator=reply.numerator, denominator=reply.denominator, is_estimate=reply.is_estimate
    )
    value = one.value(metric.per)
    bar = None if value is None or metric.per != 100 else min(max(value, Decimal(0)), Decimal(100))
    return UnitCell(unit, in_words_rolled(one, metric), None if bar is None else round(bar, 1))


def _series(
    metric: Metric,
    units: list[Unit],
    over: Mapping[int, Mapping[str, Rolled]],
    periods: list[ReportPeriod],
) -> tuple[PointInTime, ...]:
    """The oldest first; none where nobody had answered yet."""
    points = []
    for period in reversed(periods):
        rolled = over[period.pk][metric.key]
        if not rolled.reported or _tells_of_few(rolled):
            continue
        value = rolled.value(metric.per)
        share = round(min(value, Decimal(100)), 1) if value is not None and metric.per == 100 else None
        is_break = any(unit.valid_from and unit.valid_from > period.last_day for unit in units)
        points.append(PointInTime(period, in_words_rolled(rolled, metric), share, is_break))
    return tuple(points)


def _tells_of_few(rolled: Rolled) -> bool:
    if rolled.numerator is None:
        return False
    return hidden_in({"": (rolled.numerator, rolled.denominator)}).total


def _path(
    result: Result,
    metric: Metric,
    over: Mapping[int, Mapping[str, Rolled]],
    periods: list[ReportPeriod],
    now: int,
) -> str:
    """For a promise of a later year: where the straight way from the first known figure leads through now."""
    target = result.target
    known = [
        (period.year, value)
        for period in reversed(periods)
        if (value := over[period.pk][metric.key].value(metric.per)) is not None
    ]
    if not known or target.horizon is None or target.value is None:
        return ""
    since, start = known[0]
    due = due_by(Fraction(start), since, Fraction(target.value), target.horizon, now)
    if due is None or now in (since, target.horizon):
        return ""
    said = written_share(Decimal(due.numerator) / Decimal(due.denominator), metric.unit)
    return f"theo tiến độ đến năm {target.horizon}, năm {now} phải đến {said}"
