"""Sample documents → plans with all that belongs to them; the issued ones are kept byte for byte."""

from collections.abc import Iterable
from zlib import crc32

from django.db import transaction
from django.db.models import Model, Q

from childlabour.core.clock import now
from childlabour.core.vietnamese import lines_of
from childlabour.units.naming import in_words
from plans.content.building import Body
from plans.content.laying import lay
from plans.content.usual_parts import Duty, objectives, organisation, work
from plans.content.values import Content, Ground, Receiver, TargetMark, TaskMark
from plans.issuing import register
from plans.issuing.freezing import freeze_as_found
from plans.law.belonging import rows_of
from plans.models import Action, Document, Event, Origin, Status
from targets.models import Target

from .shapes import DocumentData, TargetData, TaskData

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
        origin=Origin.CARRIED_OVER if piece.issued else Origin.HERE,
        source_note=piece.source_note,
    )
    lay(_content(piece, document, rows), document)
    rows.update(_rows_of_targets(piece, document))
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


def _content(piece: DocumentData, document: Document, rows: Rows) -> Content:
    return Content(
        title=piece.title,
        addressees=tuple(lines_of(piece.addressees)),
        citations=tuple(
            Ground(one.text, one.act_type, one.act_number, one.act_date, one.act_issuer)
            for one in piece.citations
        ),
        blocks=tuple(_body(piece, document, rows).blocks),
        recipients=tuple(
            Receiver(one.text, one.purpose, rows[one.unit].pk if one.unit else None)
            for one in piece.recipients
        ),
        signature_lines=tuple(lines_of(piece.signature_lines)),
        signer=piece.signer,
    )


def _body(piece: DocumentData, document: Document, rows: Rows) -> Body:
    body = Body()
    body.lines(piece.preamble)
    for section in piece.sections:
        if section.heading:
            body.part(section.heading)
        body.lines(section.body)
        promises = [
            (
                _mark(target, document, rows),
                target.group.name if target.group and section.prints_groups else "",
            )
            for target in section.targets
        ]
        objectives(body, promises)
        duties = [_duty(task, document, rows) for task in section.tasks]
        (organisation if section.by_units else work)(body, duties)
    for line in lines_of(piece.closing):
        body.closing(line)
    return body


def _mark(piece: TargetData, document: Document, rows: Rows) -> TargetMark:
    upper = _upper(document, piece, rows)
    return TargetMark(
        id=_mark_id(piece),
        sentence=piece.sentence,
        statement=piece.parts,
        group=piece.group.code if piece.group else "",
        upper=upper.pk if upper else None,
        indicator=piece.indicator.code if piece.indicator else "",
    )


def _mark_id(piece: TargetData) -> str:
    """The same for the same sentence, so that a second run finds it."""
    return f"t{crc32(piece.sentence.encode()):08x}"


def _rows_of_targets(piece: DocumentData, document: Document) -> Rows:
    laid = {target.mark: target for target in rows_of(Target, document)}
    return {target: laid[_mark_id(target)] for section in piece.sections for target in section.targets}


def _upper(document: Document, piece: TargetData, rows: Rows) -> Target | None:
    """The upper target; it stands in the parent plan, which an earlier run may have made."""
    if piece.upper is None or piece.upper in rows:
        return rows.get(piece.upper)
    return rows_of(Target, document.parent).filter(sentence=piece.upper.sentence).first()


def _duty(piece: TaskData, document: Document, rows: Rows) -> Duty:
    leads, partners = (tuple(rows[unit].pk for unit in units) for units in (piece.leads, piece.partners))
    mark = TaskMark(lead=leads, partners=partners, units_said=piece.printed_as, due=piece.due_on)
    said = piece.printed_as or in_words([rows[unit] for unit in piece.leads], document.communes)
    return Duty(piece.heading, piece.details, mark, said)
