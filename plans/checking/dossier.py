"""A draft as the rules see it: frozen facts, no database behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.law.kinds import Facts, Kind
from plans.models import Document, Section, SectionKind, Status, Task
from plans.paper.compose import PRINTED
from targets.models import Target
from targets.statements import Statement


@dataclass(frozen=True)
class PrintedText:
    """A text as printed, with the spot where it is edited."""

    anchor: str
    text: str


@dataclass(frozen=True)
class CheckedTarget:
    anchor: str
    sentence: str
    statement: Statement
    has_group: bool
    has_responsible: bool
    upper: Statement | None = None
    weaker_reason: str = ""


@dataclass(frozen=True)
class CheckedTask:
    anchor: str
    name: str
    in_organisation: bool
    leads: tuple[int, ...] = ()
    partners: tuple[int, ...] = ()
    printed_units: str = ""
    ended_units: tuple[str, ...] = ()  # named with their last day, when that is before the period begins
    due_on: date | None = None


@dataclass(frozen=True)
class CheckedSection:
    anchor: str
    heading: str
    kind: str
    is_empty: bool


@dataclass(frozen=True)
class CheckedRecipient:
    text: str
    unit: int | None = None


@dataclass(frozen=True)
class CheckedUnit:
    pk: int
    name: str
    short_name: str
    function: str
    is_of_the_issuer: bool = False  # an office of the issuing agency itself: served by the file copy


@dataclass(frozen=True)
class CheckedCitation:
    text: str
    cited_state: str = ""  # "đã thay thế", "đã thu hồi" when the cited act is ours and no longer in force


@dataclass(frozen=True)
class Dossier:
    kind: Kind
    title: str
    period_from: int
    period_to: int
    last_day: date
    has_parent: bool = False
    dated_by_hand: bool = False
    addressees: str = ""
    preamble: str = ""
    closing: str = ""
    citations: tuple[CheckedCitation, ...] = ()
    sections: tuple[CheckedSection, ...] = ()
    targets: tuple[CheckedTarget, ...] = ()
    tasks: tuple[CheckedTask, ...] = ()
    recipients: tuple[CheckedRecipient, ...] = ()
    signature_lines: tuple[str, ...] = ()
    signer: str = ""
    issuer_is_committee: bool = False
    assigned_units: tuple[CheckedUnit, ...] = ()
    passages: tuple[PrintedText, ...] = ()

    @property
    def facts(self) -> Facts:
        return self.kind.facts

    @property
    def kind_name(self) -> str:
        """ "kế hoạch", inside a sentence."""
        return self.kind.label.lower()


def dossier_of(document: Document) -> Dossier:
    """Collect the facts; the queries of printing and two more, for a plan of any length."""
    prefetch_related_objects([document], *PRINTED, "citations__cited_document", "sections__targets__upper")
    sections = document.sections.all()
    tasks = [(section, task) for section in sections for task in section.tasks.all()]
    targets = [target for section in sections for target in section.targets.all()]
    units = {a.unit for _, task in tasks for a in task.assignments.all()}
    return Dossier(
        kind=Kind(document.kind),
        title=document.title,
        period_from=document.period_from,
        period_to=document.period_to,
        last_day=document.last_day,
        has_parent=document.parent_id is not None,
        dated_by_hand=document.issued_on is not None and document.number is None,
        addressees=document.addressees,
        preamble=document.preamble,
        closing=document.closing,
        citations=tuple(
            CheckedCitation(c.text, _lapsed_state(c.cited_document)) for c in document.citations.all()
        ),
        sections=tuple(_section(section) for section in sections),
        targets=tuple(_target(target) for target in targets),
        tasks=tuple(_task(document, section, task) for section, task in tasks),
        recipients=tuple(CheckedRecipient(r.text, r.unit_id) for r in document.recipients.all()),
        signature_lines=tuple(document.signature_lines.splitlines()),
        signer=document.signer,
        issuer_is_committee=document.unit.function == "committee",
        assigned_units=tuple(_unit(document, unit) for unit in sorted(units, key=lambda u: u.pk)),
        passages=tuple(_passages(document)),
    )


def _lapsed_state(cited: Document | None) -> str:
    if cited is None or cited.status not in (Status.REPLACED, Status.REVOKED):
        return ""
    return cited.get_status_display()


def _unit(document: Document, unit: Unit) -> CheckedUnit:
    of_the_issuer = unit.drafts_for_id == document.unit_id or unit.pk == document.unit_id
    return CheckedUnit(unit.pk, unit.name, unit.short_name, unit.function, of_the_issuer)


def _section(section: Section) -> CheckedSection:
    holds = section.body or section.targets.all() or section.tasks.all()
    return CheckedSection(f"section-{section.pk}", section.heading, section.kind, not holds)


def _target(target: Target) -> CheckedTarget:
    return CheckedTarget(
        anchor=f"target-{target.pk}",
        sentence=target.sentence,
        statement=target.statement,
        has_group=target.group_id is not None,
        has_responsible=target.responsible_id is not None,
        upper=target.upper.statement if target.upper else None,
        weaker_reason=target.weaker_reason,
    )


def _task(document: Document, section: Section, task: Task) -> CheckedTask:
    assigned = (a.unit for a in task.assignments.all())
    ended = ((u, u.valid_to) for u in assigned if u.valid_to and u.valid_to < document.first_day)
    return CheckedTask(
        anchor=f"task-{task.pk}",
        name=str(task),
        in_organisation=section.kind == SectionKind.ORGANISATION,
        leads=tuple(unit.pk for unit in task.leads),
        partners=tuple(unit.pk for unit in task.partners),
        printed_units=task.units_as_printed,
        ended_units=tuple(f"{unit} (đến hết {short_date(last)})" for unit, last in ended),
        due_on=task.due_on,
    )


def _passages(document: Document) -> Iterator[PrintedText]:
    yield PrintedText("identity", document.title)
    for citation in document.citations.all():
        yield PrintedText("citations", citation.text)
    yield PrintedText("preamble", document.preamble)
    for section in document.sections.all():
        yield PrintedText(f"section-{section.pk}", f"{section.heading}\n{section.body}")
        for target in section.targets.all():
            yield PrintedText(f"target-{target.pk}", target.sentence)
        for task in section.tasks.all():
            yield PrintedText(f"task-{task.pk}", f"{task.units_as_printed}\n{task.heading}\n{task.details}")
    yield PrintedText("closing", document.closing)
