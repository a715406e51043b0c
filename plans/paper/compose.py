"""Plan → `Paper`: what a plan's data say, in the order and the words of the paper."""

from collections.abc import Iterator
from itertools import groupby

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse

from childlabour.core.vietnamese import lines_of, roman, short_date, write_date, write_date_gaps
from plans.models import Kind, Plan, Section, SectionKind, Status, Task
from targets.models import Target

from .annexes import annex_subjects, annexes_of
from .document import Block, Heading, Letterhead, Level, Paper, Paragraph, Recipients, Signature
from .prose import blocks_of, is_title
from .source import source_of

PRINTED = (
    "unit__place",
    "citations",
    "sections__targets__group",
    "sections__targets__responsible",
    "sections__tasks__assignments__unit",
    "recipients",
)


def paper_of(plan: Plan, *, signing_copy: bool = False) -> Paper:
    """The paper of `plan` as it stands; eight queries for a plan of any length, one more to name all communes.

    A plan that is not yet approved prints "DỰ THẢO" unless `signing_copy` asks for the clean copy.
    """
    prefetch_related_objects([plan], *PRINTED)
    return Paper(
        kind=plan.kind,
        type_name="" if plan.kind == Kind.LETTER else plan.kind_name,
        letterhead=Letterhead(agency=plan.unit.letterhead_lines, superior=plan.unit.superior_lines),
        number=plan.written_number,
        symbol=plan.written_symbol,
        place_and_date=place_and_date(plan),
        title=" ".join(plan.title.split()),
        addressees=lines_of(plan.addressees),
        citations=tuple(citation.text for citation in plan.citations.all()),
        blocks=tuple(_body(plan)),
        recipients=Recipients(tuple(recipient.text for recipient in plan.recipients.all())),
        signature=Signature(lines_of(plan.signature_lines), plan.signer),
        annexes=annexes_of(plan),
        draft=plan.status in (Status.DRAFT, Status.SUBMITTED) and not signing_copy,
        verification=verification_address(plan),
        identity=plan.slug,
        source=source_of(plan),
    )


def verification_address(plan: Plan) -> str:
    """Where the code on the paper leads; "" before the document has one."""
    if not plan.verification_code:
        return ""
    return settings.SITE_ADDRESS + reverse("issuing:verify", args=[plan.verification_code])


def place_and_date(plan: Plan) -> str:
    """Ô số 4: "Tân Thành, ngày 01 tháng 6 năm 2023", with room for what is not known yet."""
    day = write_date(plan.issued_on) if plan.issued_on else write_date_gaps(plan.period_from)
    return f"{plan.written_seat}, {day}"


def _body(plan: Plan) -> Iterator[Block]:
    yield from blocks_of(plan.preamble, "preamble")
    number = 0
    for section in plan.sections.all():
        anchor = f"section-{section.pk}"
        if section.heading:
            number += 1
            yield Heading(Level.PART, roman(number), section.heading, anchor)
            anchor = ""
        yield from blocks_of(section.body, anchor)
        yield from CONTENTS[SectionKind(section.kind)](section)
    yield from _mention_of_annexes(plan)
    yield from blocks_of(plan.closing, "closing")


def _mention_of_annexes(plan: Plan) -> Iterator[Block]:
    """The body has to name its annexes (Phụ lục I, III.1a)."""
    subjects = annex_subjects(plan)
    if subjects:
        listed = " và ".join(subjects).capitalize()
        yield Paragraph(f"{listed} chi tiết tại Phụ lục kèm theo {plan.kind_name} này.")


def _nothing_more(section: Section) -> Iterator[Block]:
    yield from ()


def _objectives(section: Section) -> Iterator[Block]:
    targets = list(section.targets.all())
    if not section.prints_groups:
        yield from _sentences(targets)
        return
    yield from _sentences([target for target in targets if target.group is None])
    grouped = sorted(
        (t for t in targets if t.group), key=lambda t: (t.group.order, t.group_id, t.order, t.pk)
    )
    for number, (group, members) in enumerate(groupby(grouped, key=lambda t: t.group), start=1):
        yield Heading(Level.CLAUSE, str(number), group.name)
        yield from _sentences(list(members))


def _sentences(targets: list[Target]) -> Iterator[Block]:
    """One target a line, ";" after each and "." after the last of the list."""
    for target in targets:
        mark = "." if target is targets[-1] else ";"
        yield Paragraph(f"{target.sentence}{mark}", "-", anchor=f"target-{target.pk}")


def _tasks(section: Section) -> Iterator[Block]:
    for number, task in enumerate(section.tasks.all(), start=1):
        anchor = f"task-{task.pk}"
        name = task.heading or task.details.split("\n", 1)[0]
        if is_title(name):
            yield Heading(Level.CLAUSE, str(number), name, anchor)
        else:
            yield Paragraph(name, f"{number}.", anchor=anchor)
        yield from blocks_of(task.details if task.heading else "".join(task.details.split("\n", 1)[1:]))
        if section.prints_assignments:
            yield from _assignment_line(task, names_lead=True)


def _organisation(section: Section) -> Iterator[Block]:
    tasks = section.tasks.all()
    for number, (label, group) in enumerate(groupby(tasks, key=lambda t: t.responsible_label), start=1):
        duties = list(group)
        yield Heading(Level.CLAUSE, str(number), label or "Các đơn vị liên quan", f"task-{duties[0].pk}")
        for place, task in enumerate(duties):
            anchor = f"task-{task.pk}" if place else ""
            if task.heading:
                yield Paragraph(task.heading, anchor=anchor)
            yield from blocks_of(task.details, "" if task.heading else anchor)
            if section.prints_assignments:
                yield from _assignment_line(task, names_lead=False)


def _assignment_line(task: Task, *, names_lead: bool) -> Iterator[Block]:
    """Who, with whom, by when, with what to show: one line under the task, of what is known."""
    parts = []
    if names_lead and task.responsible_label:
        parts.append(f"chủ trì: {task.responsible_label}")
    if task.partners:
        parts.append(f"phối hợp: {task.partners_label}")
    if task.due_on:
        parts.append(f"thời hạn: {short_date(task.due_on)}")
    if task.product:
        parts.append(f"sản phẩm: {task.product}")
    if parts:
        line = "; ".join(parts)
        yield Paragraph(f"{line[0].upper()}{line[1:]}.", "-")


CONTENTS = {
    SectionKind.PROSE: _nothing_more,
    SectionKind.OBJECTIVES: _objectives,
    SectionKind.TASKS: _tasks,
    SectionKind.ORGANISATION: _organisation,
}
