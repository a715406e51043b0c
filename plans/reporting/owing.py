"""What a unit owes in a period: the metrics of the targets of every issued plan that it carries out.

A plan is carried out by the People's Committees below its issuer that it names, gives work to or was sent to (where it
names none, by those right below), and by those that issued a plan of their own under it; where there are none, by the
issuer. Who lies inside the place of another carrier answers to that one: nobody is counted twice.
What the catalogue asks of a higher level only is owed by the carriers of that level, else by the issuer itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from django.db.models import Q, QuerySet

from childlabour.core.errors import Refusal
from childlabour.units.models import PlaceLevel, Unit, UnitFunction
from plans.delivery.sending import names_all_communes
from plans.law.belonging import rows_of_any, to_document
from plans.models import (
    PUBLISHED,
    Assignment,
    ChargedUnit,
    Delivery,
    Document,
    Purpose,
    Recipient,
    Status,
    without_words,
)
from targets.measuring.models import ReportPeriod
from targets.models import Target
from targets.reckoning.metrics import Metric, merged, metrics_in

HEIGHT = {level: height for height, level in enumerate(reversed(PlaceLevel))}  # commune 0 … country 3


@dataclass(frozen=True)
class Owing:
    """Of one document in one period."""

    document: Document
    targets: tuple[Target, ...]  # in the order of the paper, those in words alone among them
    metrics: tuple[Metric, ...]
    carriers: tuple[Unit, ...]  # with places and superiors, in the order of their places
    owed: Mapping[str, tuple[int, ...]]  # key of a metric → units

    def by(self, unit: int) -> tuple[Metric, ...]:
        return tuple(metric for metric in self.metrics if unit in self.owed[metric.key])

    @property
    def units(self) -> tuple[Unit, ...]:
        """Everyone who owes anything."""
        known = {unit.pk: unit for unit in (*self.carriers, self.document.unit)}
        owing = {pk for units in self.owed.values() for pk in units}
        return tuple(unit for pk, unit in known.items() if pk in owing)


def owing_of(document: Document, period: ReportPeriod) -> Owing:
    """Eight queries. Raises Refusal where the document promises nothing for that year."""
    refuse_unless_about(document, period)
    return next(iter(owings_of([document], period.last_day)))


def refuse_unless_about(document: Document, period: ReportPeriod) -> None:
    name = f"{document.kind_name} {document.code or ''}".strip()
    if document.status not in PUBLISHED:
        raise Refusal(f"{name} chưa ban hành, nên không có số liệu phải báo cáo.")
    last = document.orientation_year or document.period_to
    if not document.period_from <= period.year <= last:
        raise Refusal(
            f"{name} là của {document.period}, không có chỉ tiêu cho {period.words}. Xem lại mã kỳ."
        )


def owed_by(unit: Unit, period: ReportPeriod) -> tuple[Metric, ...]:
    """Everything one unit answers in a period, each metric once, with the targets of all plans that ask for it.

    Nine queries, however many plans.
    """
    owings = owings_of(list(_plans_around(unit, period)), period.last_day)
    return merged(metric for owing in owings for metric in owing.by(unit.pk))


def _plans_around(unit: Unit, period: ReportPeriod) -> QuerySet[Document]:
    """Issued by the unit, or by an office of a place that its own lies in."""
    above = [int(pk) for pk in unit.place.path.strip("/").split("/")]
    issued = Document.objects.filter(status=Status.ISSUED, period_from__lte=period.year)
    in_time = issued.filter(Q(period_to__gte=period.year) | Q(orientation_year__gte=period.year))
    around = in_time.filter(Q(unit=unit) | Q(unit__place__in=above, unit__function=UnitFunction.COMMITTEE))
    named = in_time.filter(pk__in=Delivery.objects.filter(unit=unit).values("document"))
    return (around | named).select_related("unit__place").order_by("pk").distinct()


def owings_of(documents: list[Document], day: date) -> Iterator[Owing]:
    """Of issued documents, on a day; seven queries, however many."""
    targets = _targets_of(documents)
    carriers = _carriers_of([document for document in documents if targets[document.pk]], day)
    for document in documents:
        metrics = metrics_in(targets[document.pk])
        units = carriers.get(document.pk, ())
        owed = {metric.key: _owing(metric, document, units) for metric in metrics}
        yield Owing(document, tuple(targets[document.pk]), metrics, units, owed)


def _owing(metric: Metric, document: Document, carriers: Collection[Unit]) -> tuple[int, ...]:
    lowest = HEIGHT[PlaceLevel(metric.lowest_level)]
    high_enough = tuple(unit.pk for unit in carriers if HEIGHT[PlaceLevel(unit.place.level)] >= lowest)
    return high_enough or (document.unit_id,)


def _targets_of(documents: Iterable[Document]) -> dict[int, list[Target]]:
    found: dict[int, list[Target]] = defaultdict(list)
    rows = rows_of_any(Target, list(documents)).filter(block__removed_at=None)
    for target in without_words(rows.select_related("indicator", "block", "upper")):
        found[target.block.document_id].append(target)
    return found


def _carriers_of(documents: Collection[Document], day: date) -> dict[int, tuple[Unit, ...]]:
    """Six queries, however many documents."""
    named = _named_by(documents)
    possible = _committees_below(documents, named, day)
    return {document.pk: _carriers(document, named[document.pk], possible) for document in documents}


def _carriers(document: Document, named: "Named", possible: Iterable[Unit]) -> tuple[Unit, ...]:
    below = [
        unit
        for unit in possible
        if unit.place.path.startswith(document.unit.place.path) and unit.place_id != document.unit.place_id
    ]
    said = [unit for unit in below if unit.pk in named.units or (named.all_communes and _is_commune(unit))]
    chosen = said or [unit for unit in below if unit.superior_id == document.unit_id]
    with_plans = [unit for unit in below if unit in chosen or unit.pk in named.with_plans]
    return _outermost(with_plans) or (document.unit,)


def _is_commune(unit: Unit) -> bool:
    return unit.place.level == PlaceLevel.COMMUNE


def _outermost(units: Collection[Unit]) -> tuple[Unit, ...]:
    """Without those whose people are counted by another one around them."""
    paths = {unit.place.path for unit in units}

    def is_inside(path: str) -> bool:
        steps = path.strip("/").split("/")
        return any(f"/{'/'.join(steps[:length])}/" in paths for length in range(1, len(steps)))

    return tuple(unit for unit in units if not is_inside(unit.place.path))


@dataclass
class Named:
    """Whom a document names as its carriers."""

    units: set[int] = field(
        default_factory=set
    )  # by a task, by a heading, as a receiver, by sending it there
    with_plans: set[int] = field(default_factory=set)  # which issued a plan of their own under it
    all_communes: bool = False  # "UBND các xã, thị trấn"


def _named_by(documents: Collection[Document]) -> dict[int, Named]:
    ids = [document.pk for document in documents]
    named: dict[int, Named] = defaultdict(Named)
    for model in (Assignment, ChargedUnit, Delivery):
        for document, unit in rows_of_any(model, ids).values_list(to_document(model), "unit"):
            named[document].units.add(unit)
    children = Document.objects.filter(parent__in=ids, status=Status.ISSUED).order_by()
    for parent, unit in children.values_list("parent", "unit"):
        named[cast(int, parent)].with_plans.add(unit)
    receivers = Recipient.objects.filter(document__in=ids).exclude(purpose=Purpose.FILE)
    for document, unit, text in receivers.values_list("document", "unit", "text"):
        if unit:
            named[document].units.add(unit)
        elif names_all_communes(text):
            named[document].all_communes = True
    return named


def _committees_below(documents: Collection[Document], named: Mapping[int, Named], day: date) -> list[Unit]:
    known = {unit for one in named.values() for unit in one.units | one.with_plans}
    asked = Q(pk__in=known) | Q(superior__in=[document.unit_id for document in documents])
    for document in documents:
        if named[document.pk].all_communes:
            asked |= Q(place__path__startswith=document.unit.place.path, place__level=PlaceLevel.COMMUNE)
    committees = Unit.objects.filter(asked, function=UnitFunction.COMMITTEE).valid_on(day)
    with_places = committees.select_related("place", "superior__superior__superior")
    return list(with_places.order_by("place__path", "pk"))
