"""A draft that a person has confirmed → a plan of ours, in one transaction."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model

from childlabour.core import lengths
from childlabour.core.clock import today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.fields import own_field
from childlabour.core.lengths import whole
from childlabour.core.vietnamese import search_key
from childlabour.units.models import Officer, Unit
from plans.citing.act import NamedAct
from plans.citing.acts import parsed_act
from plans.citing.cited import citation_of, known_document
from plans.drafting.versions import keep_version
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
    Task,
)
from plans.paper.file_copy import is_file_copy
from plans.reading.marks.goals import period_in
from plans.reading.parts.draft import ReadDraft, TargetDraft, TaskDraft
from targets.catalogue.naming import number_key
from targets.language.lexicon.duties import ASKING_OF_A_UNIT
from targets.language.lexicon.patterns import any_of, folded
from targets.language.lexicon.signing import TO_KNOW, TO_REPORT
from targets.models import ObjectiveGroup, Programme, Target

from .fitting import fitted_statement, fitted_task
from .keeping import Stretch, stretches_of, tables_of_targets


class _Years(NamedTuple):
    first: int
    last: int
    orientation: int | None


@dataclass
class _Saving:
    """What every part of one saving needs to know."""

    document: Document
    groups: dict[str, ObjectiveGroup]
    units: dict[str, Unit]


@transaction.atomic
def save(draft: ReadDraft, officer: Officer, unit: Unit, origin: str = Origin.HERE) -> Document:
    """A new draft of `unit` with everything that was read; number and date of the source go to its note.

    `origin` says for ever whether it is the beginning of a new document or a paper of old times.

    Raises `Refusal` when the officer may not write for the unit, and with everything that a column will not take,
    before anything is written. A fixed number of queries, plus one a section and one a task with known units.
    """
    if not may_create_for(officer, unit.pk):
        raise Refusal(Problem("Chỉ chuyên viên soạn thảo của đơn vị mới lập được văn bản này.", field="unit"))
    period = _period(draft)
    programme = _programme(draft, period)
    document, groups = _document(draft, unit, period, programme), _groups(programme)
    document.origin = origin
    parts = _parts(draft, groups)
    if problems := [*_problems_of(document), *_problems_in(parts)]:
        raise Refusal(*problems)
    document.save()
    saving = _Saving(document, groups, _units_near(unit))
    _save_citations(draft, document)
    for order, part in enumerate(parts):
        _save_part(part, order, saving)
    _save_recipients(draft, saving)
    keep_version(document, officer)
    return document


def _parts(draft: ReadDraft, groups: dict[str, ObjectiveGroup]) -> list[Stretch]:
    names = frozenset(search_key(group.name) for group in groups.values())
    return [part for number in range(len(draft.sections)) for part in stretches_of(draft, number, names)]


# What the page of the review lets an officer correct, under the names it has there.
_CORRECTED = {
    "title": "title",
    "seat": "place",
    "preamble": "preamble",
    "closing": "closing",
    "signature_lines": "authority",
    "signer": "signer",
}
_MEASURED = ("comparator", "value", "unit")


def _problems_of(document: Document) -> Iterator[Problem]:
    for name, message in _refused(document, _CORRECTED):
        label = str(own_field(Document, name).verbose_name)
        yield Problem(f"{label.capitalize()}: {message}", field=_CORRECTED[name])


def _problems_in(parts: list[Stretch]) -> Iterator[Problem]:
    for sentence, found in (row for part in parts for row in part.targets):
        for name, message in _refused(_target(sentence, found), _MEASURED):
            label = own_field(Target, name).verbose_name
            yield Problem(f"Chỉ tiêu “{sentence}”, {label}: {message}")


def _refused(row: Model, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the columns `names` of a row will not take: (column, sentence)."""
    try:
        row.clean_fields(exclude={field.name for field in row._meta.fields}.difference(names))
    except ValidationError as fault:
        for name, messages in fault.message_dict.items():
            yield from ((name, message) for message in messages)


def _document(draft: ReadDraft, unit: Unit, period: _Years, programme: Programme | None) -> Document:
    return Document(
        kind=draft.kind if draft.kind in Kind.values else Kind.PLAN,
        unit=unit,
        programme=programme,
        parent=known_document(draft.parent),
        period_from=period.first,
        period_to=period.last,
        orientation_year=period.orientation,
        symbol=whole(draft.symbol, lengths.SYMBOL),
        seat=draft.place,
        issued_on=draft.date,
        title=draft.title or "(chưa có trích yếu)",
        addressees="\n".join(draft.addressees),
        preamble="\n".join(draft.preamble),
        closing="\n".join(draft.closing),
        signature_lines="\n".join(draft.signer.lines),
        signer=draft.signer.name,
        source_note=_note(draft),
    )


def _note(draft: ReadDraft) -> str:
    """A draft of ours carries no number; what the source had is kept for whoever gives it one."""
    said = ["Đọc từ tệp."]
    if draft.number or len(draft.symbol) > lengths.SYMBOL:
        said.append(f"Số, ký hiệu trên văn bản gốc: {draft.number}/{draft.symbol}.")
    if draft.issuer:
        said.append(f"Cơ quan trên văn bản gốc: {draft.issuer}.")
    tables = tables_of_targets(draft)
    if tables:  # printed as targets, one sentence each; the rows themselves are kept here
        said.append("\n".join(["Bảng chỉ tiêu trên văn bản gốc:", *tables]))
    return " ".join(said)


def _period(draft: ReadDraft) -> _Years:
    found = period_in(draft.title, *draft.preamble)
    year = draft.date.year if draft.date else today().year
    last = found.last or year
    return _Years(found.first or min(year, last), last, found.orientation)


def _programme(draft: ReadDraft, period: _Years) -> Programme | None:
    """The programme whose deciding act the plan names, else the only one of these years on child labour."""
    programmes = list(Programme.objects.order_by("-period_from"))
    named = [act for act in (*draft.citations, draft.parent) if act and act.number]
    for programme in programmes:
        if any(_decides(act, programme) for act in named):
            return programme
    of_these_years = [
        p
        for p in programmes
        if p.period_from <= period.first <= (p.orientation_year or p.period_to) and _on_labour(p.name)
    ]
    return of_these_years[0] if len(of_these_years) == 1 and _on_labour(draft.title) else None


def _decides(act: NamedAct, programme: Programme) -> bool:
    """Numbers begin anew each year: where both name their day, it has to be the same one."""
    decision = parsed_act(programme.decision)
    days = {act.date, decision.date} - {None}
    return number_key(act.number) == number_key(decision.number) and len(days) < 2


def _on_labour(words: str) -> bool:
    return "lao dong" in search_key(words)


def _groups(programme: Programme | None) -> dict[str, ObjectiveGroup]:
    return {group.code: group for group in programme.groups.all()} if programme else {}


def _save_citations(draft: ReadDraft, document: Document) -> None:
    for order, act in enumerate(act for act in draft.citations if act.is_basis):
        citation_of(act, document, order).save()


def _save_part(part: Stretch, order: int, saving: _Saving) -> None:
    section = Section.objects.create(
        document=saving.document,
        order=order,
        kind=part.kind,
        heading=part.heading,
        body="\n".join(part.prose),
        prints_groups=part.prints_groups,
        prints_assignments=False,  # the source says who and when in its own words
    )
    for place, (sentence, target) in enumerate(part.targets):
        _save_target(sentence, target, section, place, saving)
    for place, task in enumerate(part.tasks):
        _save_task(task, section, place, saving)


def _target(sentence: str, found: TargetDraft) -> Target:
    target = Target(sentence=sentence)
    target.statement = fitted_statement(found.statement)
    return target


def _save_target(sentence: str, found: TargetDraft, section: Section, order: int, saving: _Saving) -> None:
    target = _target(sentence, found)
    target.section, target.order, target.group = section, order, saving.groups.get(found.group)
    target.save()


def _save_task(found: TaskDraft, section: Section, order: int, saving: _Saving) -> None:
    fitted = fitted_task(found)
    task = Task.objects.create(
        section=section,
        order=order,
        heading=fitted.heading,
        details="\n".join(fitted.details),
        units_as_printed=fitted.unit,
        due_on=fitted.due,
        product=fitted.product,
    )
    lead = _unit_called(found.unit, saving)
    if lead:
        Assignment.objects.create(task=task, unit=lead, role=AssignmentRole.LEAD)


def _units_near(unit: Unit) -> dict[str, Unit]:
    """Folded names → units of the issuer's own territory and of those above it; two queries."""
    above = [int(pk) for pk in unit.place.path.strip("/").split("/") if pk]
    found: dict[str, Unit] = {}
    for near in Unit.objects.filter(place_id__in=above).select_related("place").order_by("place__path", "pk"):
        for name in (near.name, near.short_name):
            if name:
                found[search_key(name)] = near
                found[search_key(name).removesuffix(search_key(near.place.name)).strip()] = near
    found |= {search_key(name): unit for name in (unit.name, unit.short_name) if name}
    found.pop("", None)
    return found


_ASKED = re.compile(rf"^{any_of(folded(ASKING_OF_A_UNIT))} ")


def _unit_called(name: str, saving: _Saving) -> Unit | None:
    key = _ASKED.sub("", search_key(name))
    place = search_key(saving.document.unit.place.name)
    return saving.units.get(key) or saving.units.get(f"{key} {place}")


def _save_recipients(draft: ReadDraft, saving: _Saving) -> None:
    for order, text in enumerate(draft.recipients):
        Recipient.objects.create(
            document=saving.document,
            order=order,
            text=text,
            purpose=purpose_of(text),
            unit=_unit_called(text, saving),
        )


def purpose_of(text: str) -> str:
    """What a recipient gets the paper for, by the words of its line."""
    if is_file_copy(text):
        return Purpose.FILE
    key = search_key(text)
    if any(word in key for word in folded(TO_REPORT)):
        return Purpose.REPORT
    return Purpose.KNOW if any(word in key for word in folded(TO_KNOW)) else Purpose.ACT
