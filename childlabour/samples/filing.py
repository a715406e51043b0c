"""Sample documents → plans with all that belongs to them; the issued ones are kept byte for byte."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Model, Q

from childlabour.core.clock import now
from plans.issuing import register
from plans.issuing.freezing import freeze_as_found
from plans.law.belonging import document_of, rows_of
from plans.models import (
    Action,
    Assignment,
    AssignmentRole,
    Citation,
    Document,
    Event,
    Origin,
    Recipient,
    Section,
    Status,
    Task,
)
from targets.models import Target

from .shapes import DocumentData, SectionData, TargetData, TaskData

NOBODY_COMPARED = (
    "Văn bản mẫu, nạp bằng lệnh từ nguồn công khai: không có bản quét, không ai đề nghị và đối chiếu."
)

Rows = dict[object, Model]  # the row of each piece of sample data


def file_documents(documents: Iterable[DocumentData], rows: Rows) -> int:
    """Make the plans that are missing and issue those that were issued; answers how many were made.

    A sample is known again by issuer, kind and period among the plans carried over and those that name its source,
    so that one may retitle, submit or issue the draft without getting a second one.
    """
    units = {rows[piece.unit].pk for piece in documents}
    ours = Q(origin=Origin.CARRIED_OVER) | Q(source_note__in=[piece.source_note for piece in documents])
    known = {
        (document.unit_id, document.kind, document.period_from, document.period_to): document
        for document in Document.objects.filter(ours, unit_id__in=units).order_by("-pk")
    }
    made = 0
    for piece in documents:
        document = known.get((rows[piece.unit].pk, piece.kind, piece.period_from, piece.period_to))
        rows[piece] = document or _new_document(piece, rows)
        made += document is None
    return made


def _new_document(piece: DocumentData, rows: Rows) -> Document:
    document = Document.objects.create(
        kind=piece.kind,
        unit=rows[piece.unit],
        programme=rows.get(piece.programme),
        parent=rows.get(piece.parent),
        period_from=piece.period_from,
        period_to=piece.period_to,
        orientation_year=piece.orientation_year,
        symbol=piece.symbol,
        issued_on=piece.issued_on,
        title=piece.title,
        addressees=piece.addressees,
        preamble=piece.preamble,
        closing=piece.closing,
        signature_lines=piece.signature_lines,
        signer=piece.signer,
        origin=Origin.CARRIED_OVER if piece.issued else Origin.HERE,
        source_note=piece.source_note,
    )
    _citations(document, piece, rows)
    for order, section in enumerate(piece.sections, start=1):
        _section(document, order, section, rows)
    _recipients(document, piece, rows)
    if piece.issued:
        _issue_as_found(document, piece)
    return document


@transaction.atomic
def _issue_as_found(document: Document, piece: DocumentData) -> None:
    """An old paper of which signer, number, date or scan may be unknown; people carry theirs over by every guard.

    Nobody brought it and nobody compared it, so no officer is named for it: its event says what happened.
    """
    if piece.number is not None:
        _declare_paper_book(document, piece.number, piece.issued_on.year)
        register.enter_old(document, None, piece.number, piece.issued_on)
    document.status = Status.ISSUED
    document.save()
    freeze_as_found(document)
    Event.objects.create(
        document=document,
        at=now(),
        officer_name="hệ thống",
        action=Action.CARRY_OVER,
        status_before=Status.DRAFT,
        status_after=Status.ISSUED,
        exception=NOBODY_COMPARED,
    )


def _declare_paper_book(document: Document, number: int, year: int) -> None:
    """The paper book of an office that nobody asked went at least to the number of its sample."""
    series = register.series_for(document)
    if register.locked_book(series, year).opened_after < number:
        register.open_after(series, year, number, None)


def _citations(document: Document, piece: DocumentData, rows: Rows) -> None:
    Citation.objects.bulk_create(
        Citation(
            document=document,
            order=order,
            text=citation.text,
            act_type=citation.act_type,
            act_number=citation.act_number,
            act_date=citation.act_date,
            act_issuer=citation.act_issuer,
            cited_document=rows.get(citation.cited),
        )
        for order, citation in enumerate(piece.citations, start=1)
    )


def _recipients(document: Document, piece: DocumentData, rows: Rows) -> None:
    Recipient.objects.bulk_create(
        Recipient(
            document=document,
            order=order,
            text=recipient.text,
            purpose=recipient.purpose,
            unit=rows.get(recipient.unit),
        )
        for order, recipient in enumerate(piece.recipients, start=1)
    )


def _section(document: Document, order: int, piece: SectionData, rows: Rows) -> None:
    section = Section.objects.create(
        document=document,
        order=order,
        kind=piece.kind,
        heading=piece.heading,
        body=piece.body,
        prints_groups=piece.prints_groups,
        prints_assignments=piece.prints_assignments,
    )
    for place, target in enumerate(piece.targets, start=1):
        rows[target] = _target(section, place, target, rows)
    tasks = [_task(section, place, task) for place, task in enumerate(piece.tasks, start=1)]
    Task.objects.bulk_create(tasks)
    Assignment.objects.bulk_create(
        Assignment(task=task, unit=rows[unit], role=role)
        for task, data in zip(tasks, piece.tasks, strict=True)
        for role, units in ((AssignmentRole.LEAD, data.leads), (AssignmentRole.PARTNER, data.partners))
        for unit in units
    )


def _target(section: Section, order: int, piece: TargetData, rows: Rows) -> Target:
    target = Target(
        section=section,
        order=order,
        group=rows.get(piece.group),
        sentence=piece.sentence,
        indicator=rows.get(piece.indicator),
        upper=_upper(document_of(section), piece, rows),
    )
    target.statement = piece.parts
    target.save()
    return target


def _upper(document: Document, piece: TargetData, rows: Rows) -> Target | None:
    """The upper target; it stands in the parent plan, which an earlier run may have made."""
    if piece.upper is None or piece.upper in rows:
        return rows.get(piece.upper)
    return rows_of(Target, document.parent).filter(sentence=piece.upper.sentence).first()


def _task(section: Section, order: int, piece: TaskData) -> Task:
    return Task(
        section=section,
        order=order,
        heading=piece.heading,
        details=piece.details,
        units_as_printed=piece.printed_as,
        due_on=piece.due_on,
    )
