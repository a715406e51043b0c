"""Saving one spot: nobody is overwritten unknowingly, every sitting leaves a version."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404, QueryDict

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer
from plans.content.asking import content_of, recall_blocks, remember_blocks
from plans.content.values import Content
from plans.law.rights import may_edit
from plans.models import Document

from .changing import lay_change
from .forms import Draft
from .merging import Clash
from .presence import note_presence
from .spots import form_for


@dataclass(frozen=True)
class Saved:
    """The draft as it is now."""

    at: datetime
    draft: Draft
    form: Any  # bound to what was typed


@dataclass(frozen=True)
class Unsaved:
    """The form came back with problems; what was typed is in it."""

    form: Any


@dataclass(frozen=True)
class Conflict:
    """Someone else changed this spot meanwhile: both texts, for a person to choose. Nothing is saved until then."""

    form: Any  # bound to what was typed
    theirs: Any  # unbound, holding what is stored
    who: str

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """BodyLine by line, of the body; () of the parts beside the words and of other spots."""
        merged = getattr(self.form, "merged", None)
        return merged.clashes if merged else ()


def open_draft(pk: int, officer: Officer, *, lock: bool = False) -> Document:
    """The draft, if this officer may see it (else 404) and edit it (else a refusal that says why)."""
    documents = Document.objects.visible_to(officer).select_related("unit__place", "parent", "programme")
    if lock:
        documents = documents.select_for_update(of=("self",))
    document = documents.filter(pk=pk).first()
    if document is None:
        raise Http404("Không có văn bản này.")
    if not may_edit(officer, document):
        raise Refusal(_why_not(document))
    return document


def _why_not(document: Document) -> Problem:
    state = document.get_status_display()
    return Problem(
        f"Không sửa được: văn bản {state}."
        if not document.is_editable
        else "Không sửa được: chỉ chuyên viên soạn thảo của đơn vị mới sửa dự thảo này."
    )


def draft_of(pk: int, officer: Officer) -> Draft:
    """The draft as it is opened for writing; see `open_draft`. Some ten queries."""
    return _draft(open_draft(pk, officer), officer)


def draft_under_lock(pk: int, officer: Officer) -> Draft:
    """As `draft_of`, for who is going to change it; the caller holds the transaction."""
    return _draft(open_draft(pk, officer, lock=True), officer)


def _draft(document: Document, officer: Officer) -> Draft:
    recall_blocks(document)
    content = content_of(document)
    remember_blocks(document, content.blocks)
    return Draft(document, content, officer)


@transaction.atomic
def save_spot(
    pk: int, key: str, data: QueryDict, officer: Officer, *, ours: bool | None = None
) -> Saved | Unsaved | Conflict:
    """Save what was typed at one spot of the draft `pk`.

    `data["base"]` names the state the writer started from. Where somebody else has changed the same since, nothing
    is written and both texts are handed back, unless `ours` says whose stands. The content is read once.
    """
    draft = draft_under_lock(pk, officer)
    document = draft.document
    form = form_for(draft, key, data, ours)
    valid = form.is_valid()
    if form.is_overtaken:
        stored = open_draft(pk, officer)  # validation put what was typed into `document`
        fresh = Draft(stored, draft.content, officer)
        return Conflict(form, form_for(fresh, key), _last_writer(document, officer))
    if not valid:
        return Unsaved(form)
    try:
        after = _written(form, draft) if form.has_changed() else draft.content
    except Refusal as refusal:
        transaction.set_rollback(True)
        for problem in refusal.problems:
            form.add_error(None, problem.message)
        return Unsaved(form)
    note_presence(document, officer, key)
    return Saved(now(), Draft(document, after, officer), form)


def _written(form: Any, draft: Draft) -> Content:
    """What the draft says now: what was laid is what was handed in."""
    after: Content = form.says(draft.content)
    form.keep()
    lay_change(draft.document, draft.officer, draft.content, after)
    remember_blocks(draft.document, after.blocks)
    return after


def _last_writer(document: Document, officer: Officer) -> str:
    latest = document.versions.exclude(officer=officer).order_by("-saved_at").first()
    return latest.officer_name if latest else "Một người khác"
