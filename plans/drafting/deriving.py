"""Tổ chức thực hiện and Nơi nhận, drafted from who was given what. Proposals: an officer edits them freely."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from childlabour.core import lengths
from childlabour.core.lengths import whole
from childlabour.units.holding import writing_symbol
from childlabour.units.models import Officer, Unit, UnitFunction
from childlabour.units.naming import all_communes_of, in_words
from plans.models import (
    AssignmentRole,
    Document,
    Purpose,
    Recipient,
    Section,
    SectionKind,
    Task,
)
from plans.paper.file_copy import file_copy

from .saving import open_draft, remember
from .spots import row_of

NOT_SUBORDINATE = {UnitFunction.FRONT, UnitFunction.UNION, UnitFunction.OTHER}


@dataclass(frozen=True)
class UnitDuty:
    """What units are asked to do, as the part "Tổ chức thực hiện" would say it."""

    units: tuple[Unit, ...]
    label: str
    text: str


def label_for(unit: Unit) -> str:
    """How a unit is addressed: the Front and the unions are asked, not told."""
    return f"Đề nghị {unit}" if unit.function in NOT_SUBORDINATE else str(unit)


def duties_of(document: Document) -> list[UnitDuty]:
    """One duty for each unit that was given a task, leads first, in the order of the tasks.

    All communes with the same words are one duty: nobody writes it out twenty times.
    Reads `document.sections` with tasks and assignments (free when fetched for printing); one query for the communes.
    """
    led: dict[Unit, list[str]] = {}
    shared: dict[Unit, list[str]] = {}
    for task in _given_tasks(document):
        for assignment in task.assignments.all():
            where = led if assignment.role == AssignmentRole.LEAD else shared
            where.setdefault(assignment.unit, []).append(_short(task))
    units = [*led, *(unit for unit in shared if unit not in led)]
    duties = [
        UnitDuty(
            (unit,), label_for(unit), _duty_text(document, unit, led.get(unit, []), shared.get(unit, []))
        )
        for unit in units
    ]
    return _communes_as_one(duties, document.communes)


def _communes_as_one(duties: list[UnitDuty], communes: tuple[Unit, ...]) -> list[UnitDuty]:
    alike = [duty for duty in duties if duty.units[0] in communes]
    if len(communes) < 2 or len(alike) < len(communes) or len({duty.text for duty in alike}) > 1:
        return duties
    together = UnitDuty(communes, in_words(communes, communes), alike[0].text)
    place = duties.index(alike[0])
    rest = [duty for duty in duties if duty not in alike]
    return [*rest[:place], together, *rest[place:]]


def _given_tasks(document: Document) -> Iterable[Task]:
    for section in document.sections.all():
        if section.kind == SectionKind.TASKS:
            yield from section.tasks.all()


def _short(task: Task) -> str:
    name = str(task).rstrip(" .;")
    return name if name[:2].isupper() else name[0].lower() + name[1:]


def _duty_text(document: Document, unit: Unit, led: list[str], shared: list[str]) -> str:
    lines = []
    if led:
        lead = (
            "Theo chức năng, nhiệm vụ, chủ trì" if unit.function in NOT_SUBORDINATE else "Chủ trì thực hiện"
        )
        lines.append(f"{lead}: {'; '.join(led)}.")
    if shared:
        lines.append(f"Phối hợp thực hiện: {'; '.join(shared)}.")
    if unit.function == UnitFunction.FINANCE:
        lines.insert(
            0,
            f"Tham mưu bố trí kinh phí, nguồn lực để thực hiện {document.kind_name} theo phân cấp ngân sách.",
        )
    return "\n".join(lines)


@transaction.atomic
def draft_organisation(pk: int, section_key: str, officer: Officer) -> int:
    """Add a line to the organisation part for each assigned unit not yet named there; answers how many.

    The line names its units in words only: the work was given in the tasks, and is not given a second time.
    """
    document = open_draft(pk, officer, lock=True)
    section = row_of(document, section_key, Section)
    assigned = set(section.tasks.values_list("units__pk", flat=True))
    named = set(section.tasks.values_list("units_as_printed", flat=True))
    duties = [
        duty
        for duty in duties_of(document)
        if duty.label not in named and not assigned.issuperset(unit.pk for unit in duty.units)
    ]
    first = section.tasks.count()
    for order, duty in enumerate(duties, start=first):
        label = whole(duty.label, lengths.AGENCY)
        details = duty.text if label else f"{duty.label}:\n{duty.text}"
        Task.objects.create(section=section, order=order, details=details, units_as_printed=label)
    remember(pk, officer)
    return len(duties)


def proposed_recipients(document: Document, officer: Officer) -> list[Recipient]:
    """Unsaved rows: whom it carries out, every assigned unit once, the file copy last; one query.

    When every commune of the territory was given something, one line names them all.
    """
    rows = []
    if document.parent:
        rows.append(
            Recipient(document=document, text=f"{document.parent.unit} (để báo cáo)", purpose=Purpose.REPORT)
        )
    if document.unit.superior_id and (
        not document.parent or document.unit.superior_id != document.parent.unit_id
    ):
        superior = document.unit.superior
        rows.append(
            Recipient(
                document=document, text=f"{superior} (để báo cáo)", purpose=Purpose.REPORT, unit=superior
            )
        )
    rows += _rows_to_act(document)
    rows.append(Recipient(document=document, text=_file_line(document, officer), purpose=Purpose.FILE))
    for order, row in enumerate(rows):
        row.order = order
    return rows


def _rows_to_act(document: Document) -> list[Recipient]:
    assigned = [unit for unit in assigned_units(document) if unit.pk != document.unit_id]
    together = all_communes_of(assigned, document.communes)
    singles = [unit for unit in assigned if unit not in together]
    rows = [Recipient(document=document, text=str(unit), purpose=Purpose.ACT, unit=unit) for unit in singles]
    if together:
        rows.append(
            Recipient(document=document, text=in_words(together, document.communes), purpose=Purpose.ACT)
        )
    return rows


def assigned_units(document: Document) -> list[Unit]:
    """Every unit with an assignment, once, in the order of the paper; free when fetched for printing."""
    units: dict[Unit, None] = {}
    for section in document.sections.all():
        for task in section.tasks.all():
            for assignment in task.assignments.all():
                units.setdefault(assignment.unit)
    return list(units)


def file_copy_line(officer: Officer, issuer: Unit) -> str:
    """ "Lưu: VT, LĐTBXH": the clerk's copy and that of the room or office that wrote it (Phụ lục I, II.9d)."""
    return file_copy(writing_symbol(officer, issuer))


def _file_line(document: Document, officer: Officer) -> str:
    existing = [row.text for row in document.recipients.all() if row.purpose == Purpose.FILE]
    return existing[0] if existing else file_copy_line(officer, document.unit)


@transaction.atomic
def draft_recipients(pk: int, officer: Officer) -> int:
    """Put the proposed recipients in place of the present ones; lines typed by hand stay, before the file copy."""
    document = open_draft(pk, officer, lock=True)
    proposed = proposed_recipients(document, officer)
    known = {row.text for row in proposed}
    assigned = {unit.pk for unit in assigned_units(document)}
    by_hand = [
        row
        for row in document.recipients.all()
        if row.text not in known and row.unit_id not in assigned and row.purpose != Purpose.FILE
    ]
    document.recipients.all().delete()
    rows = [*proposed[:-1], *by_hand, proposed[-1]]
    for order, row in enumerate(rows):
        row.pk, row.order = None, order
        row.save()
    remember(pk, officer)
    return len(rows)
