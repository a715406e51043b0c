"""A plan as a page to read: parts, targets by group, duties by unit. Free when `WITH_EVERYTHING` is fetched."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from childlabour.core.vietnamese import roman, short_date
from childlabour.units.models import Unit
from plans.law.belonging import to_document
from plans.models import Citation, Document, Section, SectionKind, Task
from plans.paper.document import Block
from plans.paper.prose import blocks_of, is_title
from targets.models import Target

MOST_UNITS_IN_SIGHT = 4

# One query each, however long the plan.
WITH_EVERYTHING = (
    Prefetch("citations", Citation.objects.select_related("cited_document__unit")),
    Prefetch(
        "sections__targets",
        Target.objects.select_related("group", "responsible", f"upper__{to_document(Target, 'unit')}"),
    ),
    "sections__tasks__assignments__unit",
    "recipients",
)


@dataclass(frozen=True)
class TargetGroup:
    name: str  # "" for targets without a group
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Fact:
    """One thing known of a task: ("Chủ trì", "Công an xã"). Long lists of units fold behind `summary`."""

    name: str
    words: str
    summary: str = ""


@dataclass(frozen=True)
class WorkToRead:
    """One task as read on the page."""

    task: Task
    number: str
    title: str
    names_what_follows: bool  # a heading; otherwise the title is the first sentence of the text
    blocks: tuple[Block, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Duty:
    """What one unit has to do, under its name as printed."""

    number: str
    label: str
    units: tuple[Unit, ...]
    works: tuple[WorkToRead, ...]


@dataclass(frozen=True)
class PartToRead:
    number: str
    heading: str
    anchor: str
    blocks: tuple[Block, ...]
    groups: tuple[TargetGroup, ...] = ()
    works: tuple[WorkToRead, ...] = ()
    duties: tuple[Duty, ...] = ()


def parts_of(document: Document) -> tuple[PartToRead, ...]:
    return tuple(_parts(document))


def _parts(document: Document) -> Iterator[PartToRead]:
    number = 0
    for section in document.sections.all():
        number += bool(section.heading)
        yield PartToRead(
            number=roman(number) if section.heading else "",
            heading=section.heading,
            anchor=f"phan-{section.pk}",
            blocks=tuple(blocks_of(section.body)),
            groups=grouped(section.targets.all()),
            works=tuple(_works(section)) if section.kind != SectionKind.ORGANISATION else (),
            duties=tuple(_duties(section)) if section.kind == SectionKind.ORGANISATION else (),
        )


def grouped(targets: Iterable[Target]) -> tuple[TargetGroup, ...]:
    """By objective group in the programme's order; those without a group first."""

    def rank(target: Target) -> tuple[bool, int, int]:
        group = target.group
        return (group is not None, group.order if group else 0, group.pk if group else 0)

    ordered = sorted(targets, key=lambda target: (rank(target), target.order, target.pk))
    groups = (tuple(members) for _, members in groupby(ordered, key=rank))
    return tuple(
        TargetGroup(members[0].group.name if members[0].group else "", members) for members in groups
    )


def _works(section: Section) -> Iterator[WorkToRead]:
    for number, task in enumerate(section.tasks.all(), start=1):
        yield _work(task, f"{number}.", shows_leads=True)


def _duties(section: Section) -> Iterator[Duty]:
    tasks = groupby(section.tasks.all(), key=lambda task: task.responsible_label)
    for number, (label, group) in enumerate(tasks, start=1):
        members = tuple(group)
        yield Duty(
            number=f"{number}.",
            label=label or "Các đơn vị liên quan",
            units=tuple(dict.fromkeys(unit for task in members for unit in task.leads)),
            works=tuple(_work(task, "", shows_leads=False) for task in members),
        )


def _work(task: Task, number: str, *, shows_leads: bool) -> WorkToRead:
    if task.heading:
        title, text = task.heading, task.details
    elif number:
        title, _, text = task.details.partition("\n")
    else:
        title, text = "", task.details
    facts = tuple(_facts(task, shows_leads))
    return WorkToRead(task, number, title, is_title(title), tuple(blocks_of(text)), facts)


def _facts(task: Task, shows_leads: bool) -> Iterator[Fact]:
    if shows_leads and task.responsible_label:
        yield _units("Chủ trì", task.leads, task.responsible_label)
    if task.partners:
        yield _units("Phối hợp", task.partners, task.partners_label)
    if task.due_on:
        yield Fact("Thời hạn", short_date(task.due_on))
    if task.product:
        yield Fact("Sản phẩm", task.product)


def _units(name: str, units: tuple[Unit, ...], as_printed: str) -> Fact:
    words = ", ".join(str(unit) for unit in units)
    if len(units) > MOST_UNITS_IN_SIGHT:
        return Fact(name, words, as_printed if as_printed != words else f"{len(units)} đơn vị")
    return Fact(name, as_printed)
