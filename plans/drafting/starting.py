"""Four ways to a new draft: blank, last year's plan, the upper level's plan, a programme's standard targets."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from childlabour.core.errors import Problem, Refusal
from childlabour.core.vietnamese import short_date
from childlabour.units.models import Officer, Unit
from plans.law.belonging import rows_of
from plans.law.rights import may_create_for
from plans.models import (
    Assignment,
    AssignmentRole,
    Document,
    Kind,
    Origin,
    Purpose,
    Recipient,
    Section,
    SectionKind,
    Task,
)
from targets.language.lexicon.patterns import any_of
from targets.language.lexicon.territories import UPPER
from targets.language.parts import KEPT
from targets.models import Programme, Target

from .deriving import file_copy_line
from .spots import SKELETON
from .versions import keep_version

Row = TypeVar("Row", bound=Model)

TARGET_FACTS = ("order", "group_id", "sentence", *KEPT, "indicator_id")
TASK_FACTS = ("order", "heading", "details", "units_as_printed", "product")


@dataclass(frozen=True)
class Start:
    """For whom and when a new draft is made."""

    unit: Unit
    year: int
    officer: Officer


@transaction.atomic
def start_blank(start: Start) -> Document:
    """An empty plan with the usual four parts."""
    document = _new(start, title=f"Thực hiện Chương trình … năm {start.year}")
    _lay_skeleton(document, start)
    return _opened(document, start)


@transaction.atomic
def start_of_old_times(start: Start, title: str, kind: str = Kind.PLAN) -> Document:
    """The usual parts, to be filled with the words of a paper issued before there was this system."""
    document = _new(start, title=title, kind=kind, closing="", origin=Origin.CARRIED_OVER)
    _lay_skeleton(document, start)
    return _opened(document, start)


@transaction.atomic
def start_from_last_year(start: Start, source: Document) -> Document:
    """Last year's plan of the unit, moved on: years in the texts, due dates and horizons follow.

    What the unit took over from another one is signed by its own people: nobody is proposed.
    """
    step = start.year - source.period_from
    is_own = source.unit_id == start.unit.pk
    document = _new(
        start,
        kind=source.kind,
        programme=source.programme,
        parent=source.parent if source.parent and source.parent.period_to >= start.year else None,
        period_to=source.period_to + step,
        title=_years_on(source.title, step),
        addressees=source.addressees,
        preamble=_years_on(source.preamble, step),
        closing=_years_on(source.closing, step),
        symbol=source.symbol,
        signature_lines=source.signature_lines if is_own else "",
        signer=source.signer if is_own else "",
        annex_of_targets=source.annex_of_targets,
        annex_of_tasks=source.annex_of_tasks,
    )
    for citation in source.citations.all():
        citation.pk, citation.document = None, document
        citation.save()
    for recipient in source.recipients.all():
        recipient.pk, recipient.document = None, document
        recipient.save()
    for section in source.sections.prefetch_related("targets", "tasks__assignments"):
        copy = _copy_section(section, document)
        copy.body = _years_on(section.body, step)
        copy.save()
        for target in section.targets.all():
            _copy_target(
                target, copy, step=step, upper_id=target.upper_id, responsible_id=target.responsible_id
            )
        for task in section.tasks.all():
            _copy_task_with_units(task, copy, step)
    return _opened(document, start)


@transaction.atomic
def start_from_upper(start: Start, upper: Document) -> Document:
    """The plan that carries out `upper`: its targets beside ours, its tasks for us, the opening citing it."""
    if not upper.is_issued:
        raise Refusal(Problem("Kế hoạch cấp trên chưa ban hành nên chưa thể triển khai.", field="source"))
    document = _new(
        start,
        programme=upper.programme,
        parent=upper,
        orientation_year=upper.orientation_year,
        title=_carrying_out(upper, start),
        preamble=opening_that_cites(upper, start.unit),
    )
    objectives, tasks = _lay_skeleton(document, start)
    places, rows = count(), count()  # several sections above become one: each row after those before it
    for section in upper.sections.prefetch_related("targets", "tasks__assignments"):
        for target in section.targets.all():
            _copy_target(target, objectives, upper_id=target.pk, order=next(places))
        for task in section.tasks.all():
            if _concerns(task, start.unit):
                facts = {"due_on": task.due_on, "units_as_printed": "", "order": next(rows)}
                _copy(task, TASK_FACTS, section=tasks, **facts).save()
    return _opened(document, start)


@transaction.atomic
def start_from_programme(start: Start, programme: Programme) -> Document:
    """The programme's standard targets, taken from the act that set them up."""
    document = _new(
        start,
        programme=programme,
        orientation_year=programme.orientation_year,
        title=f"Thực hiện {programme.name} năm {start.year}",
    )
    objectives, _ = _lay_skeleton(document, start)
    for target in standard_targets(programme):
        _copy_target(target, objectives, upper_id=target.pk)
    return _opened(document, start)


def standard_targets(programme: Programme) -> QuerySet[Target]:
    """The targets of the act that approved `programme`: the issued document of it that carries out no other."""
    act = (
        Document.objects.issued().filter(programme=programme, parent=None).order_by("issued_on", "pk").first()
    )
    of_act = rows_of(Target, act) if act else Target.objects.none()
    return of_act.order_by("section__order", "order")


def opening_that_cites(upper: Document, unit: Unit) -> str:
    return (
        f"Thực hiện {upper.kind_name} số {upper.code} ngày {_day(upper.issued_on)} của {upper.unit.name} "
        f"{_about(upper)}, {unit.name} xây dựng Kế hoạch như sau:"
    )


def _new(start: Start, **facts: Any) -> Document:
    if not may_create_for(start.officer, start.unit.pk):
        raise Refusal(Problem("Chỉ chuyên viên soạn thảo của đơn vị mới lập được văn bản này.", field="unit"))
    first_day = date(start.year, 1, 1)
    if not start.unit.is_valid_on(first_day):
        raise Refusal(Problem(_why_not_then(start.unit, first_day), field="year"))
    facts = {"kind": Kind.PLAN, "period_to": start.year, "closing": CLOSING} | facts
    return Document.objects.create(unit=start.unit, period_from=start.year, **facts)


def _why_not_then(unit: Unit, day: date) -> str:
    if unit.valid_from and unit.valid_from > day:
        return (
            f"{unit.name} chưa hoạt động vào ngày {short_date(day)} (từ ngày {short_date(unit.valid_from)}). "
            "Ghi năm khác, hoặc chọn đơn vị cũ."
        )
    last = unit.valid_to or day
    return (
        f"{unit.name} không còn hoạt động vào ngày {short_date(day)} (đến hết ngày {short_date(last)}). "
        f"Ghi năm {last.year} trở về trước, hoặc để đơn vị kế thừa lập."
    )


CLOSING = (
    "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về cơ quan ban hành Kế hoạch "
    "để kịp thời giải quyết."
)


def _opened(document: Document, start: Start) -> Document:
    keep_version(document, start.officer)
    return document


def _lay_skeleton(document: Document, start: Start) -> tuple[Section, Section]:
    """The usual parts; answers those for the objectives and for the tasks."""
    laid = {
        kind: Section.objects.create(document=document, order=order, kind=kind, heading=heading)
        for order, (heading, kind) in enumerate(SKELETON)
    }
    Recipient.objects.create(
        document=document, order=0, text=file_copy_line(start.officer, start.unit), purpose=Purpose.FILE
    )
    return laid[SectionKind.OBJECTIVES], laid[SectionKind.TASKS]


def _copy(row: Row, facts: tuple[str, ...], **changes: Any) -> Row:
    return type(row)(**{name: getattr(row, name) for name in facts} | changes)


def _copy_section(section: Section, document: Document) -> Section:
    facts = ("order", "kind", "heading", "body", "prints_groups", "prints_assignments")
    return _copy(section, facts, document=document)


def _copy_target(target: Target, section: Section, *, step: int = 0, **changes: Any) -> Target:
    if step:
        changes["sentence"] = _years_on(target.sentence, step)
        changes["horizon"] = target.horizon + step if target.horizon else None
    copy = _copy(target, TARGET_FACTS, section=section, **changes)
    copy.save()
    return copy


def _copy_task_with_units(task: Task, section: Section, step: int) -> None:
    copy = _copy(task, TASK_FACTS, section=section, due_on=_same_day(task.due_on, step))
    copy.heading, copy.details = _years_on(copy.heading, step), _years_on(copy.details, step)
    copy.save()
    assignments = [Assignment(task=copy, unit_id=a.unit_id, role=a.role) for a in task.assignments.all()]
    Assignment.objects.bulk_create(assignments)


def _concerns(task: Task, unit: Unit) -> bool:
    """Given to this unit, or to nobody in particular (then it is for every unit below)."""
    given_to = {
        assignment.unit_id for assignment in task.assignments.all() if assignment.role in AssignmentRole
    }
    return not given_to or unit.pk in given_to


def _same_day(day: date | None, step: int) -> date | None:
    if day is None:
        return None
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + step)


def _years_on(text: str, step: int) -> str:
    """Years that the text speaks of ("năm 2023", "2021-2025") move on; dates of cited acts stay."""

    def moved(found: re.Match[str]) -> str:
        return re.sub(r"\d{4}", lambda year: str(int(year[0]) + step), found[0])

    return re.sub(r"(?<!\d/)(?<!tháng \d )(?<!tháng \d\d )\bnăm \d{4}\b", moved, text)


_WHERE = re.compile(rf"\s{{1,9}}(?:trên địa bàn|của)?\s{{0,9}}{any_of(UPPER)}\s.*$")


def _carrying_out(upper: Document, start: Start) -> str:
    subject = re.sub(r"\s(?:năm \d{4}|giai đoạn \d{4}.*)$", "", _WHERE.sub("", upper.title))
    return f"{subject} trên địa bàn {start.unit.place.name} năm {start.year}"


def _about(upper: Document) -> str:
    title = upper.title[0].lower() + upper.title[1:] if upper.title else ""
    return title if title.startswith("về ") else f"về {title}"


def _day(day: date | None) -> str:
    return short_date(day) if day else "…"
