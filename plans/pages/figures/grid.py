"""The grid of a unit in a period: each metric with what is answered, beside the last period and a year ago."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import clean, read_number, write_number
from plans.reporting.replying import spot_of, standing_figures
from targets.catalogue.choices import EmptyTotal
from targets.measuring.models import Figure, FigureStanding, Filing, ReportPeriod
from targets.reckoning.metrics import Metric, value_of
from targets.reckoning.replies import SIGNS, FigureState, Reply, oddity_of, settled

UNIT_OF = {True: "%", False: ""}
# What may be chosen beside the two numbers; numbers alone are a figure.
CHOICES = (
    ("", "có số liệu, hoặc chưa có"),
    *(
        (state.value, state.label)
        for state in (FigureState.NOTHING_AROSE, FigureState.NO_POPULATION, FigureState.NOT_COLLECTED)
    ),
)


@dataclass(frozen=True)
class FigureRow:
    metric: Metric
    figure: Figure | None
    typed: dict[str, str]  # what stands in the fields
    before: str  # "39/50 (78%)", "không phát sinh"; of the last period
    year_before: str
    oddity: str
    carried: bool  # the denominator is that of the last period, and not kept yet

    @property
    def key(self) -> str:
        return self.metric.key

    @property
    def is_locked(self) -> bool:
        return self.figure is not None and self.figure.is_locked

    @property
    def share(self) -> str:
        return share_of(self.figure.reply, self.metric) if self.figure else ""

    @property
    def standing(self) -> str:
        return FigureStanding(self.figure.standing).label if self.figure else FigureState.NOT_REPORTED.label

    @property
    def returned(self) -> str:
        """Why it came back."""
        back = self.figure is not None and self.figure.standing == FigureStanding.RETURNED
        return self.figure.reason if back and self.figure else ""


@dataclass(frozen=True)
class Earlier:
    """What was answered in the period before and a year before."""

    before: dict[str, Reply]
    year_before: dict[str, Reply]


def earlier_than(period: ReportPeriod, unit: int) -> Earlier:
    """Accepted or sent figures of the same regime. One query."""
    code = period.read
    figures = Figure.objects.filter(
        filing__unit=unit,
        filing__period__regime=period.regime_id,
        filing__period__code__in=[str(code.before), str(code.a_year_before)],
        standing__in=[FigureStanding.SENT, FigureStanding.ACCEPTED],
    ).select_related("filing__period")
    found: dict[str, dict[str, Reply]] = {}
    for figure in figures.order_by("version"):
        found.setdefault(figure.filing.period.code, {})[figure.key] = figure.reply
    return Earlier(found.get(str(code.before), {}), found.get(str(code.a_year_before), {}))


def grid_of(
    filing: Filing, metrics: Collection[Metric], typed: dict[str, dict[str, str]] | None = None
) -> list[FigureRow]:
    """In the order of the plans. Two queries. `typed`: by keys, what a refused form said."""
    there, earlier = standing_figures(filing), earlier_than(filing.period, filing.unit_id)
    return [_row(metric, there.get(metric.key), earlier, (typed or {}).get(metric.key)) for metric in metrics]


def _row(metric: Metric, figure: Figure | None, earlier: Earlier, typed: dict[str, str] | None) -> FigureRow:
    before = earlier.before.get(metric.key)
    carried = figure is None and before is not None and before.denominator is not None and typed is None
    fields = typed or (_fields_of(figure.reply) if figure else dict.fromkeys(FIELDS, ""))
    if carried and before and before.denominator is not None:
        fields = {**fields, "denominator": write_number(before.denominator)}
    return FigureRow(
        metric=metric,
        figure=figure,
        typed=fields,
        before=in_words(before, metric),
        year_before=in_words(earlier.year_before.get(metric.key), metric),
        oddity=oddity_of(figure.reply, before) if figure and not figure.note else "",
        carried=carried,
    )


FIELDS = ("numerator", "denominator", "state", "note", "estimate")


def _fields_of(reply: Reply) -> dict[str, str]:
    return {
        "numerator": _written(reply.numerator),
        "denominator": _written(reply.denominator),
        "state": "" if reply.state == FigureState.FIGURE else reply.state,
        "note": reply.note,
        "estimate": "1" if reply.is_estimate else "",
    }


def _written(value: Decimal | None) -> str:
    return "" if value is None else write_number(value)


def in_words(reply: Reply | None, metric: Metric) -> str:
    """ "39/50 (78%)", "12 lớp", "không phát sinh"; "" for nothing."""
    if reply is None:
        return ""
    if reply.state in SIGNS or reply.numerator is None:
        return FigureState(reply.state).label
    estimate = " (ước)" if reply.is_estimate else ""
    if not metric.is_share:
        return f"{write_number(reply.numerator)} {metric.unit}".strip() + estimate
    return (
        f"{write_number(reply.numerator)}/{_written(reply.denominator)} ({share_of(reply, metric)}){estimate}"
    )


def share_of(reply: Reply, metric: Metric) -> str:
    """ "78%", "33,3%": for eyes; what is compared is never rounded."""
    return written_share(value_of(reply.numerator, reply.denominator, metric.per), metric.unit)


def written_share(value: Decimal | None, unit: str) -> str:
    if value is None:
        return ""
    rounded = round(value, 1)
    blank = "" if unit in ("%", "‰") else " "
    return f"{write_number(rounded)}{blank}{unit}"


# ── What was typed ──────────────────────────────────────────────────────────────────────────────────


def replies_in(
    form: dict[str, str], metrics: Iterable[Metric], rows: Iterable[FigureRow]
) -> tuple[dict[str, Reply], list[Problem]]:
    """Replies of the rows that the form has fields of; a carried total alone is no answer yet."""
    carried = {row.key: row.typed["denominator"] for row in rows if row.carried}
    replies: dict[str, Reply] = {}
    problems: list[Problem] = []
    for metric in metrics:
        said = {name: clean(form.get(spot_of(metric, name), "")).strip() for name in FIELDS}
        if spot_of(metric, "state") not in form:
            continue
        if carried.get(metric.key) == said["denominator"] and not (said["numerator"] or said["state"]):
            continue
        try:
            replies[metric.key] = _reply(metric, said)
        except Refusal as refusal:
            problems += refusal.problems
    return replies, problems


def _reply(metric: Metric, said: dict[str, str]) -> Reply:
    problems = []
    numbers: dict[str, Decimal | None] = {}
    for name in ("numerator", "denominator"):
        try:
            numbers[name] = read_number(said[name]) if said[name] else None
        except ValueError as fault:
            spot = spot_of(metric, name)
            problems.append(Problem(f"{metric.code}: {fault}", spot, spot))
    state = said["state"] or FigureState.NOT_REPORTED.value
    if state not in FigureState.values:
        spot = spot_of(metric, "state")
        problems.append(Problem(f"{metric.code}: chọn lại tình trạng.", spot, spot))
    if problems:
        raise Refusal(*problems)
    if state not in (FigureState.NOT_REPORTED.value, FigureState.FIGURE.value):
        # A total carried forward says nothing beside "không phát sinh"; a number typed beside it is asked about.
        numbers["denominator"] = numbers["denominator"] if numbers["numerator"] else None
    return settled(
        Reply(state, numbers["numerator"], numbers["denominator"], bool(said["estimate"]), said["note"])
    )


def nothing_arose_in(rows: Iterable[FigureRow]) -> tuple[dict[str, Reply], list[FigureRow]]:
    """ "Không phát sinh" for every row without an answer, and the rows where that cannot be."""
    empty = [row for row in rows if row.figure is None]
    possible = [row for row in empty if row.metric.empty_total != EmptyTotal.ERROR]
    answer = {
        row.key: Reply(
            FigureState.NO_POPULATION.value
            if row.metric.empty_total == EmptyTotal.NOBODY
            else FigureState.NOTHING_AROSE.value
        )
        for row in possible
    }
    return answer, [row for row in empty if row not in possible]
