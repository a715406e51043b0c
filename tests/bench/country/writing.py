"""The body of a document: its parts and its targets. Who does the tasks in them is `work`'s affair."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from plans.models import Kind, Section, SectionKind
from targets.models import Target
from targets.statements import parse

from .documents import Folio
from .programmes import Carried
from .rows import Rows
from .words import HIGHEST_VALUE, LOWEST_VALUE, PURPOSE, RESULTS, target_sentence

_parsed = lru_cache(maxsize=10_000)(parse)
ONE_RESPONSIBLE_IN = 3  # targets


@dataclass(frozen=True)
class Part:
    heading: str
    kind: SectionKind
    body: str = ""
    targets: int = 0


PLAN = (
    Part("Mục đích, yêu cầu", SectionKind.PROSE, PURPOSE),
    Part("Mục tiêu", SectionKind.OBJECTIVES, targets=10),
    Part("Nhiệm vụ, giải pháp", SectionKind.TASKS),
    Part("Tổ chức thực hiện", SectionKind.ORGANISATION),
)
PARTS = {
    Kind.PLAN: PLAN,
    Kind.DECISION: PLAN,
    Kind.REPORT: (
        Part("Kết quả thực hiện", SectionKind.PROSE, RESULTS),
        Part("Chỉ tiêu phấn đấu", SectionKind.OBJECTIVES, targets=6),
        Part("Nhiệm vụ trọng tâm thời gian tới", SectionKind.TASKS),
    ),
    Kind.LETTER: (Part("", SectionKind.ORGANISATION),),
}
WITH_TASKS = (SectionKind.TASKS, SectionKind.ORGANISATION)


def write_body(rows: Rows, rng: Random, carried: Carried, folio: Folio) -> None:
    """Lays parts and targets, and tells the document which targets it has and which parts wait for tasks."""
    for order, part in enumerate(PARTS[folio.document.kind], start=1):
        section = rows.add(
            Section(
                document=folio.document, order=order, kind=part.kind, heading=part.heading, body=part.body
            )
        )
        for place in range(part.targets):
            target = _target(rng, carried, folio, section, place)
            folio.targets.append(rows.add(target).pk)
        if part.kind in WITH_TASKS:
            folio.work.append(section)


def _target(rng: Random, carried: Carried, folio: Folio, section: Section, place: int) -> Target:
    document = folio.document
    sentence = target_sentence(place, rng.randint(LOWEST_VALUE, HIGHEST_VALUE), document.period_to)
    upper = folio.upper.targets if folio.upper else []
    target = Target(
        section=section,
        order=place,
        sentence=sentence,
        group=carried.groups[place % len(carried.groups)],
        responsible=rng.choice(folio.workers) if place % ONE_RESPONSIBLE_IN == 0 else None,
        upper_id=upper[place] if place < len(upper) else None,
    )
    target.statement = _parsed(sentence)
    return target
