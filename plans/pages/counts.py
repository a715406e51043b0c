"""Counts that stand beside lists; each function costs the same queries however many rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, QuerySet

from childlabour.core.vietnamese import PERCENT
from childlabour.units.models.place import PlaceLevel
from plans.law.belonging import rows_of_any, to_document
from plans.models import Document
from targets.models import Programme, Target
from targets.validation import WHOLE

LEVEL_NAMES = {
    PlaceLevel.COUNTRY: "Trung ương",
    PlaceLevel.PROVINCE: "Cấp tỉnh",
    PlaceLevel.DISTRICT: "Cấp huyện",
    PlaceLevel.COMMUNE: "Cấp xã",
}


TALLEST, LOWEST, UNMEASURED = 16, 2, 5  # px: of 100%, of next to nothing, of what is no per cent


@dataclass(frozen=True)
class Pip:
    """One target in a list, as a bar as tall as its promise."""

    height: int

    @property
    def top(self) -> int:
        return TALLEST - self.height


@dataclass(frozen=True)
class LevelCount:
    level: str  # as the filter of the list wants it
    name: str
    many: int


@dataclass(frozen=True)
class ProgrammeCounts:
    programme: Programme
    levels: tuple[LevelCount, ...]

    @property
    def many(self) -> int:
        return sum(count.many for count in self.levels)


def with_pips(documents: Iterable[Document]) -> list[Document]:
    """Each document with `pips`, one a target in the order of the paper. One query beside that of the documents."""
    counted = list(documents)
    rows = rows_of_any(Target, counted).order_by("block__place", "order", "pk")
    pips: dict[int, list[Pip]] = defaultdict(list)
    for document, value, unit in rows.values_list(to_document(Target), "value", "unit"):
        pips[document].append(_pip(value, unit))
    for document in counted:
        document.pips = tuple(pips[document.pk])  # type: ignore[attr-defined] # for templates alone
    return counted


def _pip(value: Decimal | None, unit: str) -> Pip:
    if value is None or unit != PERCENT:
        return Pip(UNMEASURED)
    share = min(int(value), WHOLE)
    return Pip(max(LOWEST, round(share * TALLEST / WHOLE)))


def counts_by_programme(documents: QuerySet[Document]) -> list[ProgrammeCounts]:
    """How many of `documents` each programme has at each level. Two queries."""
    rows = documents.order_by().values_list("programme", "unit__place__level").annotate(many=Count("pk"))
    counts = {(programme, level): many for programme, level, many in rows}

    def levels(programme: Programme) -> tuple[LevelCount, ...]:
        return tuple(
            LevelCount(level.value, name, counts.get((programme.pk, level.value), 0))
            for level, name in LEVEL_NAMES.items()
        )

    return [ProgrammeCounts(programme, levels(programme)) for programme in Programme.objects.all()]
