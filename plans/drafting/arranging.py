"""Adding, moving and removing the pieces of a draft."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Manager, QuerySet
from django.http import Http404, QueryDict

from childlabour.core.errors import Problem, Refusal
from childlabour.core.rules import refuse_unless_valid
from childlabour.units.models import Officer
from plans.models import Document, Section, SectionKind, Task
from plans.paper.compose import paper_of
from plans.paper.prose import split_marker
from targets.models import Target
from targets.statements import parse, split

from .matching import SURE, best_of
from .pasting import mended
from .saving import Conflict, Saved, Unsaved, open_draft, remember, save_spot
from .spots import row_of
from .target_form import upper_targets


@transaction.atomic
def add_section(pk: int, kind: str, heading: str, officer: Officer) -> Section:
    document = open_draft(pk, officer, lock=True)
    if kind not in SectionKind.values:
        raise Http404(kind)
    name = heading or SectionKind(kind).label.capitalize()
    section = Section(document=document, kind=kind, heading=name, order=_after(document.sections))
    refuse_unless_valid(section, exclude=["document"])
    section.save()
    remember(pk, officer)
    return section


@transaction.atomic
def save_with_new_rows(
    pk: int, key: str, data: QueryDict, new_lines: str, officer: Officer, **how: bool
) -> tuple[Saved | Unsaved | Conflict, list[Target] | list[Task]]:
    """Save a part as `save_spot` does and add its new rows, or neither; the rows come with what became of it."""
    outcome = save_spot(pk, key, data, officer, **how)
    if not isinstance(outcome, Saved):
        return outcome, []
    added = add_rows(pk, key, new_lines, officer)
    fresh = open_draft(pk, officer)
    return replace(outcome, document=fresh, paper=paper_of(fresh)), added


def add_rows(pk: int, section_key: str, text: str, officer: Officer) -> list[Target] | list[Task]:
    """Targets or tasks, as the part holds them, one a line."""
    kind = _section(open_draft(pk, officer), section_key).kind
    if kind == SectionKind.PROSE:
        raise Refusal(Problem("Phần này chỉ có chữ: đổi loại phần trước, rồi thêm chỉ tiêu hoặc nhiệm vụ."))
    return (add_targets if kind == SectionKind.OBJECTIVES else add_tasks)(pk, section_key, text, officer)


@transaction.atomic
def add_targets(pk: int, section_key: str, text: str, officer: Officer) -> list[Target]:
    """One target a line; a line that holds several is split into whole sentences."""
    document = open_draft(pk, officer, lock=True)
    section = _section(document, section_key)
    order = _after(section.targets)
    groups = list(section.targets.order_by("-order").values_list("group", flat=True)[:1])
    above = list(upper_targets(document))
    added: list[Target] = []
    for sentence in _sentences(text):
        target = Target(section=section, order=order + len(added), group_id=groups[0] if groups else None)
        target.sentence = sentence
        target.statement = parse(sentence)
        target.upper = best_of(target, above, SURE)
        refuse_unless_valid(target, exclude=["section"])
        target.save()
        added.append(target)
    remember(pk, officer)
    return added


def _sentences(text: str) -> list[str]:
    lines = (split_marker(line)[1] for line in mended(text).splitlines() if line.strip())
    return [sentence for line in lines if line for sentence in split(line)]


@transaction.atomic
def split_target(pk: int, key: str, officer: Officer) -> list[Target]:
    """The several targets of one sentence, each with its own; the first keeps the row."""
    document = open_draft(pk, officer, lock=True)
    target = row_of(document, key, Target)
    first, *others = split(target.sentence)
    target.sentence, target.statement = first, parse(first)
    target.save()
    below = list(target.section.targets.filter(order__gt=target.order))
    copies = []
    for sentence in others:
        copy = Target(section=target.section, group=target.group, responsible=target.responsible)
        copy.sentence, copy.statement = sentence, parse(sentence)
        copies.append(copy)
    for place, row in enumerate([*copies, *below], start=target.order + 1):
        row.order = place
        row.save()
    remember(pk, officer)
    return [target, *copies]


@transaction.atomic
def add_tasks(pk: int, section_key: str, text: str, officer: Officer) -> list[Task]:
    """One task a line; lines that start with "-" or "+" are details of the task above."""
    document = open_draft(pk, officer, lock=True)
    section = _section(document, section_key)
    order = _after(section.tasks)
    tasks: list[Task] = []
    for line in mended(text).splitlines():
        marker, words = split_marker(line)
        if tasks and marker[:1] in ("-", "–", "+", "•"):
            tasks[-1].details = f"{tasks[-1].details}\n{marker} {words}".strip()
        else:
            tasks.append(Task(section=section, order=order + len(tasks), heading=words))
    for task in tasks:
        refuse_unless_valid(task, exclude=["section"])
        task.save()
    remember(pk, officer)
    return tasks


@transaction.atomic
def move(pk: int, key: str, step: int, officer: Officer) -> None:
    """One place up (-1) or down (+1) among its own kind; at the end of the list nothing happens."""
    document = open_draft(pk, officer, lock=True)
    row = row_of(document, key)
    siblings = list(_siblings(row))
    place = siblings.index(row)
    other = place + step
    if 0 <= other < len(siblings):
        siblings[place], siblings[other] = siblings[other], siblings[place]
        for order, sibling in enumerate(siblings):
            if sibling.order != order:
                sibling.order = order
                sibling.save(update_fields=["order"])
        remember(pk, officer)


@transaction.atomic
def remove(pk: int, key: str, officer: Officer) -> str:
    """Take a section, target or task out of the draft; returns the key of the spot to show next."""
    document = open_draft(pk, officer, lock=True)
    row = row_of(document, key)
    above = "identity" if isinstance(row, Section) else f"section-{row.section_id}"
    row.delete()
    remember(pk, officer)
    return above


def _siblings(row: Section | Target | Task) -> QuerySet[Any]:
    return (
        row.document.sections.all()
        if isinstance(row, Section)
        else type(row).objects.filter(section=row.section)
    )


def _section(document: Document, key: str) -> Section:
    section: Section = row_of(document, key, Section)
    return section


def _after(rows: Manager[Any]) -> int:
    last = rows.order_by("-order").first()
    return last.order + 1 if last else 0
