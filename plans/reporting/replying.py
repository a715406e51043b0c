"""Answers of a unit as rows: what stands now, what is typed over it, what may not be typed over any more."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from django.db import transaction
from django.db.models import Max, Q

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import write_number
from childlabour.units.models import Officer, Unit
from targets.measuring.models import (
    Figure,
    FigurePart,
    FigureStanding,
    Filing,
    FilingState,
    ReportPeriod,
    splits_of,
)
from targets.measuring.models.figure import LATEST, FigureQuerySet
from targets.reckoning.metrics import Metric
from targets.reckoning.replies import Reply, faults_of, settled

Replies = Mapping[str, Reply]  # by keys of metrics
PARTS_OF_A_ROW = ("numerator", "denominator", "state", "note")


def filing_of(period: ReportPeriod, unit: Unit) -> Filing:
    return Filing.objects.get_or_create(period=period, unit=unit)[0]


def standing_figures(filing: Filing) -> dict[str, Figure]:
    """By keys: the version that the unit works on, else the accepted one. One query."""
    found: dict[str, Figure] = {}
    if filing.pk is None:  # nothing was typed yet
        return found
    rows = Figure.objects.filter(filing=filing, standing__in=[*LATEST, FigureStanding.ACCEPTED])
    for figure in rows.select_related("indicator", "target").order_by("version"):
        found[figure.key] = figure
    return found


def spot_of(metric: Metric, part: str) -> str:
    """The name of a field of the grid, and its anchor."""
    return f"{part}-{metric.key}"


def problems_of_replies(metrics: Collection[Metric], replies: Replies) -> Iterator[Problem]:
    for metric in metrics:
        if reply := replies.get(metric.key):
            for problem in faults_of(settled(reply), metric):
                spot = spot_of(metric, problem.field)
                yield Problem(f"{metric.code} {_short(metric.name)}: {problem.message}", spot, spot)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]}…"


@transaction.atomic
def type_in(filing: Filing, metrics: Collection[Metric], replies: Replies, officer: Officer) -> int:
    """Keep what was typed; answers how many changed. Raises Refusal for what is locked or cannot stand."""
    locked = Filing.objects.select_for_update().get(pk=filing.pk)
    changed = write(locked, metrics, replies, officer)
    locked.state = state_of(standing_figures(locked).values())
    locked.save()
    return changed


def write(
    filing: Filing,
    metrics: Collection[Metric],
    replies: Replies,
    officer: Officer | None,
    *,
    over_locked: bool = False,
) -> int:
    """New typed versions of what differs from what stands, on a locked filing. Five queries, however many.

    What was only typed is typed over; what was sent, returned or accepted stays, with a version after it.
    `over_locked`: by the office above, which corrects in its own name.
    """
    problems = list(problems_of_replies(metrics, replies))
    there = standing_figures(filing)
    changed = [
        (metric, reply, there.get(metric.key))
        for metric in metrics
        if metric.key in replies and _differs(reply := settled(replies[metric.key]), there.get(metric.key))
    ]
    if not over_locked:
        problems += [_locked(metric) for metric, _, figure in changed if figure and figure.is_locked]
    if problems:
        raise Refusal(*problems)
    ours = of_metrics(filing, [metric for metric, *_ in changed])
    parts = _parts_that_stay(changed)
    ours.filter(standing=FigureStanding.TYPED).delete()
    ours.filter(standing__in=[FigureStanding.SENT, FigureStanding.RETURNED]).update(
        standing=FigureStanding.PAST
    )
    versions = ours.order_by().values_list("indicator", "target").annotate(latest=Max("version"))
    latest = {(indicator, target): version for indicator, target, version in versions}
    new = [
        _version(filing, metric, reply, figure, officer, latest)
        for metric, reply, figure in changed
        if reply.is_given
    ]
    Figure.objects.bulk_create(new)
    FigurePart.objects.bulk_create(
        FigurePart(figure=figure, part=part, numerator=numerator)
        for figure in new
        for part, numerator in parts.get(figure.key, ())
    )
    return len(changed)


def fresh(filing: Filing, replies: Replies, done: Collection[FigureStanding]) -> dict[str, Reply]:
    """Without those that stand just so and are `done`: to send or accept them again says nothing. One query."""
    there = standing_figures(filing)

    def is_done(key: str, reply: Reply) -> bool:
        figure = there.get(key)
        return figure is not None and figure.standing in done and not _differs(settled(reply), figure)

    return {key: reply for key, reply in replies.items() if not is_done(key, reply)}


def _parts_that_stay(
    changed: Iterable[tuple[Metric, Reply, Figure | None]],
) -> dict[str, list[tuple[str, int]]]:
    """By keys: girls and boys of a figure whose number is the same as before. One query, where there are any."""
    same = {
        figure.pk: metric.key
        for metric, reply, figure in changed
        if figure is not None and _keeps_its_number(reply, figure)
    }
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    if same:
        for pk, part, numerator in FigurePart.objects.filter(figure__in=same).values_list(
            "figure", "part", "numerator"
        ):
            found[same[pk]].append((part, numerator))
    return found


def _keeps_its_number(reply: Reply, figure: Figure) -> bool:
    return reply.numerator is not None and figure.numerator == reply.numerator


def of_metrics(filing: Filing, metrics: Collection[Metric]) -> FigureQuerySet:
    """Every version of these."""
    indicators = [metric.indicator_id for metric in metrics if metric.indicator_id]
    targets = [metric.target_id for metric in metrics if metric.target_id]
    return Figure.objects.filter(Q(indicator__in=indicators) | Q(target__in=targets), filing=filing)


def _differs(reply: Reply, figure: Figure | None) -> bool:
    if figure is None:
        return reply.is_given
    if not reply.is_given:
        # Only what was typed and not sent can be taken back to "not reported".
        return figure.standing == FigureStanding.TYPED
    return replace(reply, evidence=reply.evidence or figure.evidence) != figure.reply


def _locked(metric: Metric) -> Problem:
    spot = spot_of(metric, "numerator")
    return Problem(
        f"{metric.code} {_short(metric.name)}: đã được chấp nhận nên đã khóa. Cần sửa thì đề nghị cấp trên mở khóa.",
        spot,
        spot,
    )


def _version(
    filing: Filing,
    metric: Metric,
    reply: Reply,
    before: Figure | None,
    officer: Officer | None,
    latest: Mapping[tuple[int | None, int | None], int],
) -> Figure:
    return Figure(
        filing=filing,
        indicator_id=metric.indicator_id,
        target_id=metric.target_id,
        version=latest.get((metric.indicator_id, metric.target_id), 0) + 1,
        state=reply.state,
        numerator=reply.numerator,
        denominator=reply.denominator,
        is_estimate=reply.is_estimate,
        note=reply.note,
        evidence=reply.evidence or (before.evidence if before else ""),
        typed_by=officer,
        typed_by_name=str(officer or ""),
        typed_at=now(),
    )


def state_of(figures: Iterable[Figure]) -> FilingState:
    """How far a unit is, by the figures that stand."""
    standings = {figure.standing for figure in figures}
    if FigureStanding.RETURNED in standings:
        return FilingState.RETURNED
    if FigureStanding.SENT in standings:
        return FilingState.SENT
    if FigureStanding.ACCEPTED in standings and FigureStanding.TYPED not in standings:
        return FilingState.ACCEPTED
    return FilingState.OPEN


@transaction.atomic
def tell_apart(figure: Figure, parts: Mapping[str, int | None], evidence: str) -> None:
    """Evidence and parts of a figure that is still being typed. Raises Refusal with every fault.

    The parts of one kind (girls and boys) make up the whole as soon as all of them are said, and are never more.
    """
    locked = Figure.objects.select_for_update().get(pk=figure.pk)
    if locked.standing != FigureStanding.TYPED:
        raise Refusal("Số liệu đã gửi: muốn bổ sung thì nhập lại số liệu rồi ghi chi tiết trước khi gửi.")
    if problems := list(_faults_of_parts(locked, parts)):
        raise Refusal(*problems)
    locked.evidence = evidence
    locked.save()
    locked.parts.all().delete()
    FigurePart.objects.bulk_create(
        FigurePart(figure=locked, part=part, numerator=number)
        for part, number in parts.items()
        if number is not None
    )


def _faults_of_parts(figure: Figure, parts: Mapping[str, int | None]) -> Iterator[Problem]:
    for kind in splits_of(figure.indicator):
        said = [parts.get(part.value) for part in kind]
        told = sum(number for number in said if number is not None)
        names = " và ".join(part.label for part in kind)
        spot = kind[0].value
        if figure.numerator is None:
            if told:
                yield Problem("Chưa có số đạt thì chưa chia được.", spot, spot)
        elif told > figure.numerator:
            yield Problem(
                f"Cộng {names} được {told}, lớn hơn số đạt {write_number(figure.numerator)}.", spot, spot
            )
        elif None not in said and told != figure.numerator:
            yield Problem(
                f"Cộng {names} được {told}, khác số đạt {write_number(figure.numerator)}.", spot, spot
            )
