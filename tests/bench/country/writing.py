"""The body of a document: its words in blocks, and its targets on them. Who does the tasks is `work`'s affair."""

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from plans.content.building import Body
from plans.content.laying import columns_of
from plans.content.usual_parts import objectives
from plans.content.values import TargetMark
from plans.models import Kind, StoredBlock
from targets.models import Target
from targets.statements import parse

from .documents import Folio
from .programmes import Carried
from .rows import Rows
from .size import share
from .words import (
    DETAILS,
    HIGHEST_VALUE,
    LOWEST_VALUE,
    PURPOSE,
    RESULTS,
    TASKS,
    closing_of,
    preamble_of,
    target_sentence,
)

_parsed = lru_cache(maxsize=10_000)(parse)
ONE_RESPONSIBLE_IN = 3  # targets


@dataclass(frozen=True)
class Part:
    heading: str
    body: str = ""
    targets: int = 0
    holds_tasks: bool = False


PLAN = (
    Part("Mục đích, yêu cầu", PURPOSE),
    Part("Mục tiêu", targets=10),
    Part("Nhiệm vụ, giải pháp", holds_tasks=True),
    Part("Tổ chức thực hiện", holds_tasks=True),
)
PARTS = {
    Kind.PLAN: PLAN,
    Kind.DECISION: PLAN,
    Kind.REPORT: (
        Part("Kết quả thực hiện", RESULTS),
        Part("Chỉ tiêu phấn đấu", targets=6),
        Part("Nhiệm vụ trọng tâm thời gian tới", holds_tasks=True),
    ),
    Kind.LETTER: (Part("", holds_tasks=True),),
}


def write_body(rows: Rows, rng: Random, carried: Carried, folio: Folio) -> None:
    """Lays blocks and targets, and tells the document which targets it has and which blocks are tasks."""
    document = folio.document
    parts = PARTS[document.kind]
    body, tasks = Body(), []
    body.lines(preamble_of(document.kind, folio.agency))
    with_tasks = [part for part in parts if part.holds_tasks]
    for part in parts:
        if part.heading:
            body.part(part.heading)
        body.lines(part.body)
        objectives(body, [_promise(rng, carried, document, place) for place in range(part.targets)])
        if part.holds_tasks:
            tasks += _tasks(body, rng, share(folio.how_many_tasks, with_tasks.index(part), len(with_tasks)))
    body.closing(closing_of(document.kind))
    for place, block in enumerate(body.blocks):
        row = rows.add(StoredBlock(document=document, key=block.key, **columns_of(block, place)))
        for mark in block.targets:
            target = _target(rng, carried, folio, row, mark, len(folio.targets))
            folio.targets.append(rows.add(target).pk)
        if block.key in tasks:
            folio.work.append((row, block.text))


def _promise(rng: Random, carried: Carried, document, place: int) -> tuple[TargetMark, str]:
    sentence = target_sentence(place, rng.randint(LOWEST_VALUE, HIGHEST_VALUE), document.period_to)
    group = carried.groups[place % len(carried.groups)]
    return TargetMark(f"t{place}", sentence, _parsed(sentence), group.code), group.name


def _tasks(body: Body, rng: Random, how_many: int) -> list[str]:
    """Their keys; each has its words below it."""
    keys = []
    for _ in range(how_many):
        keys.append(body.clause(rng.choice(TASKS)).key)
        body.lines(rng.choice(DETAILS))
    return keys


def _target(
    rng: Random, carried: Carried, folio: Folio, row: StoredBlock, mark: TargetMark, place: int
) -> Target:
    upper = folio.upper.targets if folio.upper else []
    groups = {group.code: group for group in carried.groups}
    return Target(
        block=row,
        mark=mark.id,
        sentence=mark.sentence,
        group=groups[mark.group],
        responsible=rng.choice(folio.workers) if place % ONE_RESPONSIBLE_IN == 0 else None,
        upper_id=upper[place] if place < len(upper) else None,
        **mark.statement.kept,
    )
