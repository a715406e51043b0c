"""Drafts that change an issued document: amend, replace, correct (NĐ 30/2020, Điều 18.3).

What is wrong in substance is amended or replaced by a document of the same form; a slip of form or
procedure is corrected by an official letter. The issued one is never touched.
"""

from childlabour.core.vietnamese import write_date
from plans.law.kinds import only_kind_that
from plans.models import (
    Assignment,
    Citation,
    Plan,
    Recipient,
    Relation,
    RelationKind,
    Section,
    Task,
)
from targets.models import Target

TITLES = {
    RelationKind.AMENDS: "Sửa đổi, bổ sung {act}",
    RelationKind.CORRECTS: "đính chính {act}",
}
SAME = ("unit", "programme", "parent", "period_from", "period_to", "orientation_year", "seat", "series")
SIGNED_ALIKE = ("signature_lines", "signer")
SAME_TEXT = ("title", "preamble", "closing", "annex_of_targets", "annex_of_tasks")


def full_name(plan: Plan) -> str:
    """As another document names it: "Kế hoạch số 05/KH-UBND ngày 26 tháng 5 năm 2023 của UBND huyện …"."""
    return f"{plan.kind_name} số {plan.code} {write_date(plan.issued_on)} của {plan.unit.name}"


def open_draft(plan: Plan, kind: RelationKind) -> Plan:
    """A new draft linked to `plan`, with what its drafter would copy. The caller holds the transaction."""
    draft = Plan(kind=only_kind_that("corrects") if kind == RelationKind.CORRECTS else plan.kind)
    for name in (*SAME, *SIGNED_ALIKE, *(SAME_TEXT if kind == RelationKind.REPLACES else ())):
        setattr(draft, name, getattr(plan, name))
    if kind in TITLES:
        draft.title = TITLES[kind].format(act=full_name(plan))
    draft.save()
    Relation.objects.create(later=draft, earlier=plan, kind=kind)
    recipients = list(plan.recipients.all())
    if kind == RelationKind.CORRECTS:
        draft.addressees = "\n".join(r.text for r in recipients if not r.text.casefold().startswith("lưu"))
        draft.save(update_fields=["addressees"])
    else:
        _cite(draft, plan)
    if kind == RelationKind.REPLACES:
        _copy_sections(plan, draft)
    _copies(Recipient, recipients, plan=draft)
    return draft


def _cite(draft: Plan, plan: Plan) -> None:
    """The same grounds, and the act itself as the last of them."""
    citations = list(plan.citations.all())
    _copies(Citation, citations, plan=draft)
    Citation.objects.create(
        plan=draft,
        order=max((c.order for c in citations), default=0) + 1,
        text=f"{full_name(plan)} về {plan.title[:1].lower()}{plan.title[1:]}",
        act_type=plan.kind_name,
        act_number=plan.code,
        act_date=plan.issued_on,
        act_issuer=plan.unit.name,
        cited_plan=plan,
    )


def _copy_sections(plan: Plan, draft: Plan) -> None:
    for section in plan.sections.all():
        targets, tasks = list(section.targets.all()), list(section.tasks.all())
        assignments = {task.pk: list(task.assignments.all()) for task in tasks}
        (copied,) = _copies(Section, [section], plan=draft)
        _copies(Target, targets, section=copied)
        for task in tasks:
            old = task.pk
            (new,) = _copies(Task, [task], section=copied)
            fresh = [Assignment(unit_id=a.unit_id, role=a.role) for a in assignments[old]]
            _copies(Assignment, fresh, task=new)


def _copies(model, rows: list, **changed) -> list:
    """The rows once more, as new ones that belong elsewhere."""
    for row in rows:
        row.pk, row._state.adding = None, True
        for name, value in changed.items():
            setattr(row, name, value)
    return model.objects.bulk_create(rows)
