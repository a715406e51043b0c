"""The editor: one spot open at the left, the paper at the right."""

from functools import wraps

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_POST, require_safe

from childlabour.units.gate import no_sign_of_life, officers_only, sent, takes_form, wants_json
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.drafting.arranging import add_section, move, remove, save_with_new_rows, split_target
from plans.drafting.deriving import draft_organisation, draft_recipients
from plans.drafting.pasting import mended
from plans.drafting.presence import note_presence, others_at
from plans.drafting.saving import Conflict, Saved, Unsaved, open_draft, save_spot
from plans.drafting.spots import KEY, form_for, outline, row_of
from plans.models import Document, Section, SectionKind
from plans.pages.notes import notes_for
from plans.pages.telling import with_addresses
from plans.paper.compose import paper_of
from plans.paper.html import screen_style, to_html
from plans.web.door import REFUSED, Attempt

from .changes import changed_lines, mark


@takes_form
@officers_only
def editor(request, pk, key="identity"):
    """GET shows the spot; POST saves it (a plain save, or an autosave that asks for JSON)."""
    if request.method != "POST":
        return _show(request, open_draft(pk, request.user), key)
    with Attempt(request) as attempt:
        outcome = _saved(request, pk, key)
        answer = _json_answer if wants_json(request) else _page_answer
        return answer(request, pk, key, outcome)
    document = open_draft(pk, request.user)
    return _show(
        request, document, key, form_for(document, key, request.user, _typed(request)), attempt.problems
    )


def _show(request, document: Document, key: str, form=None, problems=(), *, status: int = 0, **more):
    """The spot; what waited behind the log-in, or was refused just now, stands in its form again."""
    again = sent(request)
    if form is None:
        form = form_for(document, key, request.user, again.to(reverse("desk:spot", args=[document.pk, key])))
    paper = paper_of(document)
    note_presence(document, request.user, key)
    spots = outline(document)
    place = next((place for place, spot in enumerate(spots) if spot.key == key), 0)
    context = {
        "nav": "desk",
        "document": document,
        "key": key,
        "form": form,
        "problems": with_addresses(problems, document, request.user),
        "sent": again,
        "new_lines": again.typed.get("new_lines", ""),
        "new_section": again.to(reverse("desk:add_section", args=[document.pk])),
        "spots": spots,
        "spot_name": spots[place].name or spots[place].title,
        "spot_after": spots[place + 1] if place + 1 < len(spots) else None,
        "sheet": to_html(paper, live=True),
        "paper_figures": screen_style(),
        "others": _said_of(others_at(document, request.user), spots),
        "section_kinds": SectionKind.choices,
        "findings": len(check(dossier_of(document))),
        **notes_for(document, key, form, request.user),
        **more,
    }
    return render(request, "desk/editor.html", context, status=status or (REFUSED if problems else 200))


def _saved(request, pk: int, key: str) -> Saved | Unsaved | Conflict:
    """The spot, and the rows typed below it: a person who saves means everything on the page."""
    how = {"overwrite": request.POST.get("overwrite") == "yes"}
    new_lines = request.POST.get("new_lines", "")
    if not new_lines.strip():
        return save_spot(pk, key, _typed(request), request.user, **how)
    outcome, added = save_with_new_rows(pk, key, _typed(request), new_lines, request.user, **how)
    if added:
        messages.success(request, f"Đã thêm {len(added)} {added[0]._meta.verbose_name}.")
    return outcome


PROSE = ("preamble", "closing", "body", "details", "lines")


def _typed(request):
    """The posted fields; "mend" tidies a paste on the way in, for a browser without JavaScript."""
    if "mend" not in request.POST:
        return request.POST
    typed = request.POST.copy()
    for name in PROSE:
        if name in typed:
            typed[name] = mended(typed[name])
    return typed


def _page_answer(request, pk: int, key: str, outcome):
    if isinstance(outcome, Saved):
        messages.success(request, f"Đã lưu lúc {date_format(outcome.at, 'H:i')}.")
        return redirect("desk:spot", pk, _next_spot(request, outcome.document, key))
    document = open_draft(pk, request.user)
    if isinstance(outcome, Conflict):
        return _show(request, document, key, outcome.form, conflict=outcome, status=409)
    return _show(request, document, key, outcome.form, status=422)


def _next_spot(request, document: Document, key: str) -> str:
    asked = request.POST.get("next")
    return asked if any(spot.key == asked for spot in outline(document)) else key


def _json_answer(request, pk: int, key: str, outcome):
    if isinstance(outcome, Conflict):
        problem = f"{outcome.who} vừa sửa chỗ này. Chữ của anh/chị chưa ghi đè lên."
        theirs = {name: outcome.theirs.initial.get(name) for name in outcome.theirs.fields}
        return JsonResponse({"conflict": problem, "theirs": theirs, "base": outcome.theirs.base}, status=409)
    if isinstance(outcome, Unsaved):
        return JsonResponse({"errors": outcome.form.errors}, status=422)
    form = form_for(outcome.document, key, request.user)
    spots = outline(outcome.document)
    return JsonResponse(
        {
            "saved_at": date_format(outcome.at, "H:i"),
            "base": outcome.base,
            "sheet": changed_lines(to_html(outcome.paper, live=True), request.POST.get("sheet_marks", "")),
            "filled": _written(form, outcome.filled),
            "notes": _notes(request, outcome.document, key, form),
            **_outline_if_changed(request, outcome.document, key, spots),
            "findings": len(check(dossier_of(outcome.document))),
            "others": _said_of(others_at(outcome.document, request.user), spots),
        }
    )


def _outline_if_changed(request, document: Document, key: str, spots) -> dict[str, str]:
    fingerprint = mark(str(spots))
    if request.POST.get("outline_mark") == fingerprint:
        return {}
    context = {"document": document, "key": key, "spots": spots}
    return {
        "outline": render_to_string("desk/outline.html", context, request),
        "outline_mark": fingerprint,
    }


def _said_of(others, spots) -> list[str]:
    """ "Bế Thị Hoa đang sửa cùng văn bản này (ở: Nơi nhận)", one sentence a person."""
    names = {spot.key: spot.name or spot.title for spot in spots}
    return [
        f"{presence.officer} đang mở cùng văn bản này (ở: {names.get(presence.spot, 'một phần khác')})."
        for presence in others
    ]


def _written(form, names) -> dict[str, str]:
    """Values as their inputs show them: decimal comma, the value of a choice."""
    return {name: _shown(form[name]) for name in names}


def _shown(bound) -> str:
    shown = bound.field.widget.format_value(bound.value())
    if isinstance(shown, list):  # a choice knows several values at once
        shown = shown[0] if shown else ""
    return "" if shown is None else str(shown)


def _notes(request, document: Document, key: str, form) -> str:
    context = {"document": document, "key": key, "form": form, **notes_for(document, key, form, request.user)}
    return render_to_string("desk/notes.html", context, request)


@require_safe
@officers_only
def sheet(request, pk):
    """The live paper alone: a page of its own on narrow screens and without JavaScript."""
    document = open_draft(pk, request.user)
    page = HttpResponse(to_html(paper_of(document), nonce=str(request.csp_nonce)))
    page["Cache-Control"] = "private, no-store"
    return page


def _changes(act):
    """A POST that changes the draft and leads to a spot; refused, it stands in the editor with its reasons."""

    @require_POST
    @officers_only(back=_spot_page)
    @wraps(act)
    def view(request, pk, key=""):
        with Attempt(request) as attempt:
            return redirect("desk:spot", pk, act(request, pk, key))
        return _show(request, open_draft(pk, request.user), key or "identity", problems=attempt.problems)

    return view


def _spot_page(request, pk, key="identity") -> str:
    return reverse("desk:spot", args=[pk, key])


@_changes
def section_added(request, pk, key):
    kind, heading = request.POST.get("kind", ""), request.POST.get("heading", "").strip()
    return f"section-{add_section(pk, kind, heading, request.user).pk}"


@_changes
def target_split(request, pk, key):
    rows = split_target(pk, key, request.user)
    messages.success(request, f"Đã tách thành {len(rows)} chỉ tiêu.")
    return f"target-{rows[0].pk}"


def _spot_to_go_back_to(request, key: str) -> str:
    asked = request.POST.get("back", "")
    return asked if KEY.fullmatch(asked) else key


@_changes
def moved_up(request, pk, key):
    move(pk, key, -1, request.user)
    return _spot_to_go_back_to(request, key)


@_changes
def moved_down(request, pk, key):
    move(pk, key, +1, request.user)
    return _spot_to_go_back_to(request, key)


@_changes
def organisation_drafted(request, pk, key):
    added = draft_organisation(pk, key, request.user)
    messages.success(request, f"Đã thêm phần việc của {added} đơn vị từ phân công nhiệm vụ.")
    return key


@_changes
def recipients_drafted(request, pk, key):
    count = draft_recipients(pk, request.user)
    messages.success(request, f"Đã lập {count} dòng nơi nhận từ các đơn vị được giao nhiệm vụ.")
    return "recipients"


@takes_form
@officers_only
def removal(request, pk, key):
    """GET asks once, with the words that would go; POST takes them out."""
    document = open_draft(pk, request.user)
    if request.method == "POST":
        next_key = remove(pk, key, request.user)
        messages.success(request, "Đã xóa khỏi dự thảo.")
        return redirect("desk:spot", pk, next_key)
    row = row_of(document, key)
    context = {"nav": "desk", "document": document, "key": key, "row": row, "held": _held_by(row)}
    return render(request, "desk/removal.html", context)


def _held_by(row) -> str:
    """What would go with a part: "3 chỉ tiêu, 2 nhiệm vụ"; "" for anything else."""
    if not isinstance(row, Section):
        return ""
    counts = ((row.targets.count(), "chỉ tiêu"), (row.tasks.count(), "nhiệm vụ"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


@require_POST
@officers_only(back=lambda request: reverse("desk:home"))
def pasted(request):
    """Pasted text, mended; nothing is stored."""
    return HttpResponse(mended(request.POST.get("text", "")), content_type="text/plain; charset=utf-8")


@require_POST
@officers_only(back=_spot_page)
@no_sign_of_life
def heartbeat(request, pk):
    """An open editor says every 20 seconds where it is; answers who else is there."""
    document = open_draft(pk, request.user)
    note_presence(document, request.user, request.POST.get("spot", "")[:40])
    others = others_at(document, request.user)
    return JsonResponse({"others": _said_of(others, outline(document) if others else [])})


@require_safe
@officers_only
def checked(request, pk):
    """Kiểm tra: everything that is missing, contradictory or against the decree, each with a way to the spot."""
    document = open_draft(pk, request.user)
    findings = check(dossier_of(document))
    groups = [(kind, [f for f in findings if f.severity == kind]) for kind in Severity]
    context = {
        "nav": "desk",
        "document": document,
        "groups": [g for g in groups if g[1]],
        "count": len(findings),
    }
    return render(request, "desk/check.html", context)
