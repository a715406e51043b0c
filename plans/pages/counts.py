"""Counts that stand beside lists; each function costs the same queries however many rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from childlabour.units.models.place import PlaceLevel
from plans.law.belonging import rows_of_any, to_document
from plans.models import Document
from targets.models import Programme, Target

LEVEL_NAMES = {
    PlaceLevel.COUNTRY: "Trung ương",
    PlaceLevel.PROVINCE: "Cấp tỉnh",
    PlaceLevel.DISTRICT: "Cấp huyện",
    PlaceLevel.COMMUNE: "Cấp xã",
}


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


def with_target_counts(documents: Iterable[Document]) -> list[Document]:
    """Each plan with `target_count`. One query beside that of the plans."""
    counted = list(documents)
    rows = rows_of_any(Target, counted).order_by().values(to_document(Target))
    counts = dict(rows.annotate(many=Count("pk")).values_list(to_document(Target), "many"))
    for document in counted:
        document.target_count = counts.get(document.pk, 0)  # type: ignore[attr-defined] # for templates alone
    return counted


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
