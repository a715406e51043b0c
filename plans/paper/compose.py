"""Plan → `Paper`: what a plan's data say, in the order and the words of the paper."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.urls import reverse

from childlabour.core.vietnamese import lines_of, roman, short_date, write_date, write_date_gaps
from plans.models import Document, Section, SectionKind, Status, Task
from targets.models import Target

from .annexes import annex_subjects, annexes_of
from .document import Block, Heading, Letterhead, Level, Paper, Paragraph, Recipients, SignatureBlock
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


def paper_of(document: Document, *, signing_copy: bool = False) -> Paper:
    """The paper of `document` as it stands; eight queries for a plan of any length, one more to name all communes.

    A plan that is not yet approved prints "DỰ THẢO" unless `signing_copy` asks for the clean copy.
    """
    prefetch_related_objects([document], *PRINTED)
    return Paper(
        kind=document.kind,
        type_name=document.kind_name if document.facts.named else "",
        letterhead=Letterhead(agency=document.unit.letterhead_lines, superior=document.unit.superior_lines),
        number=document.written_number,
        symbol=document.written_symbol,
        place_and_date=place_and_date(document),
        title=" ".join(document.title.split()),
        addressees=lines_of(document.addressees),
        citations=tuple(citation.text for citation in document.citations.all()),
        blocks=tuple(_body(document)),
        recipients=Recipients(tuple(recipient.text for recipient in document.recipients.all())),
        signature=SignatureBlock(lines_of(document.signature_lines), document.signer),
        annexes=annexes_of(document),
        draft=document.status in (Status.DRAFT, Status.SUBMITTED) and not signing_copy,
        verification=verification_address(document),
        identity=document.slug,
        source=source_of(document),
    )


def verification_address(document: Document) -> str:
    """Where the code on the paper leads; "" before the document has one."""
    if not document.verification_code:
        return ""
    return settings.SITE_ADDRESS + reverse("issuing:verify", args=[document.verification_code])


def place_and_date(document: Document) -> str:
    """Ô số 4: "Tân Thành, ngày 01 tháng 6 năm 2023", with room for what is not known yet."""
    day = write_date(document.issued_on) if document.issued_on else write_date_gaps(document.period_from)
    return f"{document.written_seat}, {day}"


def _body(document: Document) -> Iterator[Block]:
    yield from blocks_of(document.preamble, "preamble")
    number = 0
    for section in document.sections.all():
        anchor = f"section-{section.pk}"
        if section.heading:
            number += 1
            yield Heading(Level.PART, roman(number), section.heading, anchor)
            anchor = ""
        yield from blocks_of(section.body, anchor)
        yield from CONTENTS[SectionKind(section.kind)](section)
    yield from _mention_of_annexes(document)
    yield from blocks_of(document.closing, "closing")


def _mention_of_annexes(document: Document) -> Iterator[Block]:
    """The body has to name its annexes (Phụ lục I, III.1a)."""
    subjects = annex_subjects(document)
    if subjects:
        listed = " và ".join(subjects).capitalize()
        yield Paragraph(f"{listed} chi tiết tại Phụ lục kèm theo {document.kind_name} này.")


def _nothing_more(section: Section) -> Iterator[Block]:
    yield from ()


def _objectives(section: Section) -> Iterator[Block]:
    targets = list(section.targets.all())
    if not section.prints_groups:
        yield from _sentences(targets)
        return
    yield from _sentences([target for target in targets if target.group is None])
    grouped = sorted(
        ((target.group, target) for target in targets if target.group),
        key=lambda pair: (pair[0].order, pair[0].pk, pair[1].order, pair[1].pk),
    )
    for number, (group, members) in enumerate(groupby(grouped, key=itemgetter(0)), start=1):
        yield Heading(Level.CLAUSE, str(number), group.name)
        yield from _sentences([target for _, target in members])


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
