"""Drafts that change an issued document: amend, replace, correct (NĐ 30/2020, Điều 18.3).

What is wrong in substance is amended or replaced by a document of the same form; a slip of form or
procedure is corrected by an official letter. The issued one is never touched.
"""

from typing import Any, TypeVar

from django.db.models import Model

from childlabour.core.vietnamese import write_date
from plans.law.kinds import only_kind_that
from plans.models import (
    Assignment,
    Citation,
    Document,
    Recipient,
    Relation,
    RelationKind,
    Section,
    Task,
)
from plans.paper.file_copy import is_file_copy
from targets.models import Target

Row = TypeVar("Row", bound=Model)

TITLES = {
    RelationKind.AMENDS: "Sửa đổi, bổ sung {act}",
    RelationKind.CORRECTS: "đính chính {act}",
}
SAME = ("unit", "programme", "parent", "period_from", "period_to", "orientation_year", "seat", "series")
SIGNED_ALIKE = ("signature_lines", "signer")
SAME_TEXT = ("title", "preamble", "closing", "annex_of_targets", "annex_of_tasks")


def full_name(document: Document) -> str:
    """As another document names it: "Kế hoạch số 05/KH-UBND ngày 26 tháng 5 năm 2023 của UBND huyện …"."""
    day = f" {write_date(document.issued_on)}" if document.issued_on else ""
    return f"{document.kind_name} số {document.code}{day} của {document.unit.name}"


def open_draft(document: Document, kind: RelationKind) -> Document:
    """A new draft linked to `document`, with what its drafter would copy. The caller holds the transaction."""
    draft = Document(kind=only_kind_that("corrects") if kind == RelationKind.CORRECTS else document.kind)
    for name in (*SAME, *SIGNED_ALIKE, *(SAME_TEXT if kind == RelationKind.REPLACES else ())):
        setattr(draft, name, getattr(document, name))
    if kind in TITLES:
        draft.title = TITLES[kind].format(act=full_name(document))
    draft.save()
    Relation.objects.create(later=draft, earlier=document, kind=kind)
    recipients = list(document.recipients.all())
    if kind == RelationKind.CORRECTS:
        draft.addressees = "\n".join(r.text for r in recipients if not is_file_copy(r.text))
        draft.save(update_fields=["addressees"])
    else:
        _cite(draft, document)
    if kind == RelationKind.REPLACES:
        _copy_sections(document, draft)
    _copies(Recipient, recipients, document=draft)
    return draft


def _cite(draft: Document, document: Document) -> None:
    """The same grounds, and the act itself as the last of them."""
    citations = list(document.citations.all())
    _copies(Citation, citations, document=draft)
    Citation.objects.create(
        document=draft,
        order=max((c.order for c in citations), default=0) + 1,
        text=f"{full_name(document)} về {document.title[:1].lower()}{document.title[1:]}",
        act_type=document.kind_name,
        act_number=document.code,
        act_date=document.issued_on,
        act_issuer=document.unit.name,
        cited_document=document,
    )


def _copy_sections(document: Document, draft: Document) -> None:
    for section in document.sections.all():
        targets, tasks = list(section.targets.all()), list(section.tasks.all())
        assignments = {task.pk: list(task.assignments.all()) for task in tasks}
        (copied,) = _copies(Section, [section], document=draft)
        _copies(Target, targets, section=copied)
        for task in tasks:
            old = task.pk
            (new,) = _copies(Task, [task], section=copied)
            fresh = [Assignment(unit_id=a.unit_id, role=a.role) for a in assignments[old]]
            _copies(Assignment, fresh, task=new)


def _copies(model: type[Row], rows: list[Row], **changed: Any) -> list[Row]:
    """The rows once more, as new ones that belong elsewhere."""
    for row in rows:
        row.pk, row._state.adding = None, True
        for name, value in changed.items():
            setattr(row, name, value)
    return model._default_manager.bulk_create(rows)
