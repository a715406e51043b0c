"""A draft that a person has confirmed → a document of ours: its head, then its content laid by the one writer."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.core.lengths import whole
from childlabour.core.vietnamese import search_key
from childlabour.units.models import Officer, Unit
from plans.citing.act import NamedAct
from plans.citing.acts import parsed_act
from plans.citing.cited import known_document
from plans.content.faults import faults_of
from plans.content.known import with_what_is_known
from plans.content.near import Near
from plans.content.values import Content, Receiver
from plans.drafting.changing import lay_change
from plans.law.competence import Competence, Right, right_in
from plans.law.rights import may_create_for
from plans.models import Document, Kind, Origin
from plans.reading.marks.goals import period_in
from plans.reading.parts.draft import ReadDraft
from targets.catalogue.naming import number_key
from targets.models import Programme, Target

from .deciding import Decisions, as_proposed, decided
from .readings import FileRead, HeadRead, reading_of
from .receiving import receiver_in

UNTITLED = "(chưa có trích yếu)"


class _Years(NamedTuple):
    first: int
    last: int
    orientation: int | None


def save(draft: ReadDraft, officer: Officer, unit: Unit, origin: str = Origin.HERE) -> Document:
    """A new draft of `unit` that says what was read, with everything that was proposed; as `lay_reading` does it."""
    reading = reading_of(draft, Near.to(unit).all_called)
    return lay_reading(reading, as_proposed(reading), officer, unit, origin)


@transaction.atomic
def lay_reading(
    reading: FileRead, decisions: Decisions, officer: Officer, unit: Unit, origin: str = Origin.HERE
) -> Document:
    """A new draft of `unit` that says what was read, as it was decided; number and date of the source go to its note.

    `origin` says for ever whether it is the beginning of a new document or a paper of old times. Raises `Refusal`
    when the officer may not write for the unit, and with everything that cannot be kept, before anything is written.
    A fixed number of queries, however long the file is.
    """
    if not may_create_for(officer, unit.pk):
        raise Refusal(Problem("Chỉ chuyên viên soạn thảo của đơn vị mới lập được văn bản này.", field="unit"))
    content = _content(reading, decisions, unit)
    document = _document(reading.head, content, decisions.place, unit)
    document.origin = origin
    # The reader knows groups by their names in any programme; units may have gone since it was read.
    content = replace(content, blocks=with_what_is_known(content.blocks, document.programme_id))
    if problems := [*_problems_of(document), *_problems_in(content)]:
        raise Refusal(*problems)
    document.save()
    lay_change(document, officer, Content(), content)
    return document


def _content(reading: FileRead, decisions: Decisions, unit: Unit) -> Content:
    near = Near.to(unit)
    content = decided(reading, decisions)
    return replace(
        content,
        title=content.title or UNTITLED,
        recipients=tuple(_received(receiver.text, near) for receiver in content.recipients),
    )


def _received(line: str, near: Near) -> Receiver:
    unit = near.called(line)
    return receiver_in(line, unit.pk if unit else None)


# What the page of the review lets an officer correct, under the names it has there.
_CORRECTED = {
    "title": "title",
    "seat": "place",
    "signature_lines": "authority",
    "signer": "signer",
}
_MEASURED = ("comparator", "value", "unit")


def _problems_of(document: Document) -> Iterator[Problem]:
    for name, message in refused(document, _CORRECTED):
        label = str(own_field(Document, name).verbose_name)
        yield Problem(f"{label.capitalize()}: {message}", field=_CORRECTED[name])


def _problems_in(content: Content) -> Iterator[Problem]:
    for _, mark in content.targets:
        target = Target(sentence=mark.sentence)
        target.statement = mark.statement
        for name, message in refused(target, _MEASURED):
            label = own_field(Target, name).verbose_name
            yield Problem(f"Chỉ tiêu “{mark.sentence}”, {label}: {message}")
    yield from faults_of(content)


def refused(row: Document | Target, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the columns `names` of a row will not take: (column, sentence)."""
    try:
        row.clean_fields(exclude={field.name for field in row._meta.fields}.difference(names))
    except ValidationError as fault:
        for name, messages in fault.message_dict.items():
            yield from ((name, message) for message in messages)


def _document(head: HeadRead, content: Content, place: str, unit: Unit) -> Document:
    period = _period(head, content.title)
    kind = Kind(head.kind) if head.kind in Kind.values else Kind.PLAN
    return Document(
        kind=kind,
        competence=_competence(kind, content),
        unit=unit,
        programme=_programme(head, content.title, period),
        parent=known_document(head.parent),
        period_from=period.first,
        period_to=period.last,
        orientation_year=period.orientation,
        symbol=whole(head.symbol, lengths.SYMBOL),
        seat=place,
        issued_on=head.date,
        title=content.title,
        addressees="\n".join(content.addressees),
        signature_lines="\n".join(content.signature_lines),
        signer=content.signer,
        source_note=_note(head),
    )


def _competence(kind: Kind, content: Content) -> str:
    """Whose act it is, as its signature says it: of a decision always, of others where they are signed for all."""
    right = right_in(content.signature_lines)
    if right is Right.FOR_ALL:
        return Competence.COLLECTIVE
    return Competence.HEAD if right is Right.OWN and kind.facts.says_who_decides else ""


def _note(head: HeadRead) -> str:
    """A draft of ours carries no number; what the source had is kept for whoever gives it one."""
    said = ["Đọc từ tệp."]
    if head.number or len(head.symbol) > lengths.SYMBOL:
        said.append(f"Số, ký hiệu trên văn bản gốc: {head.number}/{head.symbol}.")
    if head.issuer:
        said.append(f"Cơ quan trên văn bản gốc: {head.issuer}.")
    return " ".join(said)


def _period(head: HeadRead, title: str) -> _Years:
    found = period_in(title, *head.preamble)
    year = head.date.year if head.date else today().year
    last = found.last or year
    return _Years(found.first or min(year, last), last, found.orientation)


def _programme(head: HeadRead, title: str, period: _Years) -> Programme | None:
    """The programme whose deciding act the plan names, else the only one of these years on child labour."""
    programmes = list(Programme.objects.order_by("-period_from"))
    named = [act for act in (*head.acts, head.parent) if act and act.number]
    for programme in programmes:
        if any(decides(act, programme) for act in named):
            return programme
    of_these_years = [
        p
        for p in programmes
        if p.period_from <= period.first <= (p.orientation_year or p.period_to) and _on_labour(p.name)
    ]
    return of_these_years[0] if len(of_these_years) == 1 and _on_labour(title) else None


def decides(act: NamedAct, programme: Programme) -> bool:
    """Numbers begin anew each year: where both name their day, it has to be the same one."""
    decision = parsed_act(programme.decision)
    days = {act.date, decision.date} - {None}
    return number_key(act.number) == number_key(decision.number) and len(days) < 2


def _on_labour(words: str) -> bool:
    return "lao dong" in search_key(words)
