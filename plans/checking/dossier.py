"""A draft as the rules see it: frozen facts, no database behind them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import prefetch_related_objects

from childlabour.core.vietnamese import short_date
from childlabour.units.models import Unit
from plans.models import Plan, Section, SectionKind, Status, Task
from plans.paper.compose import PRINTED
from targets.models import Target
from targets.statements import Statement


@dataclass(frozen=True)
class Passage:
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
    kind: str
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
    passages: tuple[Passage, ...] = ()


def dossier_of(plan: Plan) -> Dossier:
    """Collect the facts; the queries of printing and two more, for a plan of any length."""
    prefetch_related_objects([plan], *PRINTED, "citations__cited_plan", "sections__targets__upper")
    sections = plan.sections.all()
    tasks = [(section, task) for section in sections for task in section.tasks.all()]
    targets = [target for section in sections for target in section.targets.all()]
    units = {a.unit for _, task in tasks for a in task.assignments.all()}
    return Dossier(
        kind=plan.kind,
        title=plan.title,
        period_from=plan.period_from,
        period_to=plan.period_to,
        last_day=plan.last_day,
        has_parent=plan.parent_id is not None,
        dated_by_hand=plan.issued_on is not None and plan.number is None,
        addressees=plan.addressees,
        preamble=plan.preamble,
        closing=plan.closing,
        citations=tuple(CheckedCitation(c.text, _lapsed_state(c.cited_plan)) for c in plan.citations.all()),
        sections=tuple(_section(section) for section in sections),
        targets=tuple(_target(target) for target in targets),
        tasks=tuple(_task(plan, section, task) for section, task in tasks),
        recipients=tuple(CheckedRecipient(r.text, r.unit_id) for r in plan.recipients.all()),
        signature_lines=tuple(plan.signature_lines.splitlines()),
        signer=plan.signer,
        issuer_is_committee=plan.unit.function == "committee",
        assigned_units=tuple(_unit(plan, unit) for unit in sorted(units, key=lambda u: u.pk)),
        passages=tuple(_passages(plan)),
    )


def _lapsed_state(cited: Plan | None) -> str:
    if cited is None or cited.status not in (Status.REPLACED, Status.REVOKED):
        return ""
    return cited.get_status_display()


def _unit(plan: Plan, unit: Unit) -> CheckedUnit:
    of_the_issuer = unit.drafts_for_id == plan.unit_id or unit.pk == plan.unit_id
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


def _task(plan: Plan, section: Section, task: Task) -> CheckedTask:
    assigned = (a.unit for a in task.assignments.all())
    ended = (u for u in assigned if u.valid_to and u.valid_to < plan.first_day)
    return CheckedTask(
        anchor=f"task-{task.pk}",
        name=str(task),
        in_organisation=section.kind == SectionKind.ORGANISATION,
        leads=tuple(unit.pk for unit in task.leads),
        partners=tuple(unit.pk for unit in task.partners),
        printed_units=task.units_as_printed,
        ended_units=tuple(f"{unit} (đến hết {short_date(unit.valid_to)})" for unit in ended),
        due_on=task.due_on,
    )


def _passages(plan: Plan) -> Iterator[Passage]:
    yield Passage("identity", plan.title)
    for citation in plan.citations.all():
        yield Passage("citations", citation.text)
    yield Passage("preamble", plan.preamble)
    for section in plan.sections.all():
        yield Passage(f"section-{section.pk}", f"{section.heading}\n{section.body}")
        for target in section.targets.all():
            yield Passage(f"target-{target.pk}", target.sentence)
        for task in section.tasks.all():
            yield Passage(f"task-{task.pk}", f"{task.units_as_printed}\n{task.heading}\n{task.details}")
    yield Passage("closing", plan.closing)
