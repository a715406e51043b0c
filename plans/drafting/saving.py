"""Saving one spot: nobody is overwritten unknowingly, every sitting leaves a version."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import Http404, QueryDict

from childlabour.core.clock import now
from childlabour.core.errors import Problem, Refusal
from childlabour.units.models import Officer
from plans.law.rights import may_edit
from plans.models import Document
from plans.paper.compose import paper_of
from plans.paper.document import Paper

from .presence import note_presence
from .spots import form_for
from .versions import keep_version


@dataclass(frozen=True)
class Saved:
    """What the editor needs after a save: the paper as it is now, and values the save filled in."""

    at: datetime
    base: str
    paper: Paper
    document: Document
    filled: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Unsaved:
    """The form came back with problems; what was typed is in it."""

    form: object


@dataclass(frozen=True)
class Conflict:
    """Someone else changed this spot meanwhile: both texts, for a person to choose."""

    form: object  # bound to what was typed
    theirs: object  # unbound, holding what is stored
    who: str


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


@transaction.atomic
def save_spot(
    pk: int, key: str, data: QueryDict, officer: Officer, *, overwrite: bool = False
) -> Saved | Unsaved | Conflict:
    """Save what was typed at one spot of the draft `pk`.

    `data["base"]` names the state the writer started from. When the stored state is another and says
    something else than what was typed, nothing is written and both are handed back, unless `overwrite`.
    """
    document = open_draft(pk, officer, lock=True)
    form = form_for(document, key, officer, data)
    valid = form.is_valid()
    base = data.get("base", "")
    if base and base != form.base and form.has_changed() and not overwrite:
        stored = open_draft(pk, officer)  # validation has put what was typed into `document`
        return Conflict(form, form_for(stored, key, officer), _last_writer(document, officer))
    if not valid:
        return Unsaved(form)
    try:
        fresh, paper = _written(form, pk, officer)
    except Refusal as refusal:
        transaction.set_rollback(True)
        for problem in refusal.problems:
            form.add_error(None, problem.message)
        return Unsaved(form)
    note_presence(document, officer, key)
    return Saved(
        at=now(),
        base=form_for(fresh, key, officer).base,
        paper=paper,
        document=fresh,
        filled=getattr(form, "filled", {}),
    )


def _written(form: Any, pk: int, officer: Officer) -> tuple[Document, Paper]:
    """The draft with what was typed, and its paper; nothing is written of a draft that grew too long."""
    if form.has_changed() or getattr(form, "filled", None):
        form.save()
        Document.objects.filter(pk=pk).update(updated_at=now())
    fresh = open_draft(pk, officer)
    paper = paper_of(fresh)
    keep_version(fresh, officer, paper)
    return fresh, paper


def remember(pk: int, officer: Officer) -> None:
    """Keep how the draft looks after a change; read anew, so that no row of before is remembered."""
    keep_version(open_draft(pk, officer), officer)


def _last_writer(document: Document, officer: Officer) -> str:
    latest = document.versions.exclude(officer=officer).order_by("-saved_at").first()
    return latest.officer_name if latest else "Một người khác"
