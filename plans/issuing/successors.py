"""Drafts that change an issued document: amend, replace, correct (NĐ 30/2020, Điều 18.3).

What is wrong in substance is amended or replaced by a document of the same form; a slip of form or
procedure is corrected by an official letter. The issued one is never touched.
"""

from dataclasses import replace

from childlabour.core.vietnamese import write_date
from plans.content.asking import content_of
from plans.content.bringing import brought
from plans.content.laying import lay
from plans.content.values import Content, Ground
from plans.law.kinds import only_kind_that
from plans.models import Document, Relation, RelationKind
from plans.paper.file_copy import is_file_copy

TITLES = {
    RelationKind.AMENDS: "Sửa đổi, bổ sung {act}",
    RelationKind.CORRECTS: "đính chính {act}",
}
SAME = (
    *("unit", "programme", "parent", "period_from", "period_to", "orientation_year", "seat", "series"),
    *("competence", "drafted_in"),
)
SIGNED_ALIKE = ("signature_lines", "signer")
SAME_TEXT = ("title",)


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
    lay(_content_for(draft, kind, content_of(document), document), draft)
    return draft


def _content_for(draft: Document, kind: RelationKind, earlier: Content, document: Document) -> Content:
    """What its drafter would copy: the signature and the recipients always, grounds and words where they go on."""
    kept = Content(
        title=draft.title,
        recipients=earlier.recipients,
        signature_lines=earlier.signature_lines,
        signer=earlier.signer,
    )
    if kind == RelationKind.CORRECTS:
        addressees = (one.text for one in earlier.recipients if not is_file_copy(one.text))
        return replace(kept, addressees=tuple(addressees))
    grounds = (*earlier.citations, _the_act_itself(document))
    if kind == RelationKind.REPLACES:
        return replace(brought(earlier, document.pk), citations=grounds)
    return replace(kept, citations=grounds)


def _the_act_itself(document: Document) -> Ground:
    """The last of the grounds."""
    return Ground(
        text=f"{full_name(document)} về {document.title[:1].lower()}{document.title[1:]}",
        type=document.kind_name,
        number=document.code,
        date=document.issued_on,
        issuer=document.unit.name,
    )
