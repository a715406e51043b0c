"""The editor: one spot open at the left, the paper at the right."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_GET, require_POST

from childlabour.core.errors import Refusal
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.drafting.arranging import add_section, add_targets, add_tasks, move, remove, split_target
from plans.drafting.deriving import draft_organisation, draft_recipients
from plans.drafting.pasting import mended
from plans.drafting.presence import note_presence, others_at
from plans.drafting.saving import Conflict, Saved, Unsaved, open_draft, save_spot
from plans.drafting.spots import form_for, outline, row_of
from plans.models import Plan, Section, SectionKind
from plans.pages.notes import notes_for
from plans.paper.compose import paper_of
from plans.paper.html import screen_style, to_html

from .changes import changed_lines, mark
from .gate import officers_only, take_kept_typing, wants_json


@officers_only
def editor(request, pk, key="identity"):
    """GET shows the spot; POST saves it (a plain save, or an autosave that asks for JSON)."""
    try:
        if request.method == "POST":
            return _save(request, pk, key)
        return _show(request, open_draft(pk, request.user), key)
    except Refusal as refusal:
        return _refused(request, pk, refusal)


def _show(request, plan: Plan, key: str, form=None, **more):
    kept = take_kept_typing(request) or {}
    new_lines = kept.pop("new_lines", [""])[0]
    if form is None:
        form = form_for(plan, key, request.user, _as_post(kept) if kept else None)
    paper = paper_of(plan)
    note_presence(plan, request.user, key)
    spots = outline(plan)
    place = next((place for place, spot in enumerate(spots) if spot.key == key), 0)
    context = {
        "nav": "desk",
        "plan": plan,
        "key": key,
        "form": form,
        "kept": bool(kept),
        "new_lines": new_lines,
        "spots": spots,
        "spot_name": spots[place].name or spots[place].title,
        "spot_after": spots[place + 1] if place + 1 < len(spots) else None,
        "sheet": to_html(paper, live=True),
        "paper_figures": screen_style(),
        "others": _said_of(others_at(plan, request.user), spots),
        "section_kinds": SectionKind.choices,
        "findings": len(check(dossier_of(plan))),
        **notes_for(plan, key, form, request.user),
        **more,
    }
    return render(request, "desk/editor.html", context, status=more.get("status", 200))


def _as_post(kept: dict):
    typed = QueryDict(mutable=True)
    for name, values in kept.items():
        typed.setlist(name, values)
    return typed


def _save(request, pk: int, key: str):
    overwrite = request.POST.get("overwrite") == "yes"
    outcome = save_spot(pk, key, _typed(request), request.user, overwrite=overwrite)
    answer = _json_answer if wants_json(request) else _page_answer
    return answer(request, pk, key, outcome)


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
        return redirect("desk:spot", pk, _next_spot(request, outcome.plan, key))
    plan = open_draft(pk, request.user)
    if isinstance(outcome, Conflict):
        return _show(request, plan, key, outcome.form, conflict=outcome, status=409)
    return _show(request, plan, key, outcome.form, status=422)


def _next_spot(request, plan: Plan, key: str) -> str:
    asked = request.POST.get("next")
    return asked if any(spot.key == asked for spot in outline(plan)) else key


def _json_answer(request, pk: int, key: str, outcome):
    if isinstance(outcome, Conflict):
        problem = f"{outcome.who} vừa sửa chỗ này. Chữ của anh/chị chưa ghi đè lên."
        theirs = {name: outcome.theirs.initial.get(name) for name in outcome.theirs.fields}
        return JsonResponse({"conflict": problem, "theirs": theirs, "base": outcome.theirs.base}, status=409)
    if isinstance(outcome, Unsaved):
        return JsonResponse({"errors": outcome.form.errors}, status=422)
    form = form_for(outcome.plan, key, request.user)
    spots = outline(outcome.plan)
    return JsonResponse(
        {
            "saved_at": date_format(outcome.at, "H:i"),
            "base": outcome.base,
            "sheet": changed_lines(to_html(outcome.paper, live=True), request.POST.get("sheet_marks", "")),
            "filled": _written(form, outcome.filled),
            "notes": _notes(request, outcome.plan, key, form),
            **_outline_if_changed(request, outcome.plan, key, spots),
            "findings": len(check(dossier_of(outcome.plan))),
            "others": _said_of(others_at(outcome.plan, request.user), spots),
        }
    )


def _outline_if_changed(request, plan: Plan, key: str, spots) -> dict[str, str]:
    fingerprint = mark(str(spots))
    if request.POST.get("outline_mark") == fingerprint:
        return {}
    context = {"plan": plan, "key": key, "spots": spots}
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


def _notes(request, plan: Plan, key: str, form) -> str:
    context = {"plan": plan, "key": key, "form": form, **notes_for(plan, key, form, request.user)}
    return render_to_string("desk/notes.html", context, request)


def _refused(request, pk: int, refusal: Refusal):
    if wants_json(request):
        return JsonResponse({"refused": [problem.message for problem in refusal.problems]}, status=403)
    for problem in refusal.problems:
        messages.error(request, problem.message)
    return redirect("public:plan", pk)


@officers_only
@require_GET
def sheet(request, pk):
    """The live paper alone: a page of its own on narrow screens and without JavaScript."""
    plan = open_draft(pk, request.user)
    page = HttpResponse(to_html(paper_of(plan), nonce=str(request.csp_nonce)))
    page["Cache-Control"] = "private, no-store"
    return page


def _changes(act):
    """A POST that changes the draft and leads to a spot; refusals and rule breaches come back as messages."""

    @require_POST
    def view(request, pk, key=""):
        try:
            return redirect("desk:spot", pk, act(request, pk, key))
        except Refusal as refusal:
            return _refused(request, pk, refusal)
        except ValidationError as fault:
            for message in fault.messages:
                messages.error(request, message)
            return redirect("desk:spot", pk, key or "identity")

    return officers_only(view, back=lambda pk, key="identity": reverse("desk:spot", args=[pk, key]))


@_changes
def section_added(request, pk, key):
    kind, heading = request.POST.get("kind", ""), request.POST.get("heading", "").strip()
    return f"section-{add_section(pk, kind, heading, request.user).pk}"


@_changes
def rows_added(request, pk, key):
    """New targets or tasks of a section, one a line."""
    section = row_of(open_draft(pk, request.user), key)
    text = request.POST.get("new_lines", "")
    if section.kind == SectionKind.OBJECTIVES:
        added = add_targets(pk, key, text, request.user)
        messages.success(request, f"Đã thêm {len(added)} chỉ tiêu.")
    else:
        added = add_tasks(pk, key, text, request.user)
        messages.success(request, f"Đã thêm {len(added)} nhiệm vụ.")
    return key


@_changes
def target_split(request, pk, key):
    rows = split_target(pk, key, request.user)
    messages.success(request, f"Đã tách thành {len(rows)} chỉ tiêu.")
    return f"target-{rows[0].pk}"


@_changes
def moved_up(request, pk, key):
    move(pk, key, -1, request.user)
    return request.POST.get("back") or key


@_changes
def moved_down(request, pk, key):
    move(pk, key, +1, request.user)
    return request.POST.get("back") or key


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


@officers_only
def removal(request, pk, key):
    """GET asks once, with the words that would go; POST takes them out."""
    try:
        plan = open_draft(pk, request.user)
        if request.method == "POST":
            next_key = remove(pk, key, request.user)
            messages.success(request, "Đã xóa khỏi dự thảo.")
            return redirect("desk:spot", pk, next_key)
        row = row_of(plan, key)
        context = {"nav": "desk", "plan": plan, "key": key, "row": row, "held": _held_by(row)}
        return render(request, "desk/removal.html", context)
    except Refusal as refusal:
        return _refused(request, pk, refusal)


def _held_by(row) -> str:
    """What would go with a part: "3 chỉ tiêu, 2 nhiệm vụ"; "" for anything else."""
    if not isinstance(row, Section):
        return ""
    counts = ((row.targets.count(), "chỉ tiêu"), (row.tasks.count(), "nhiệm vụ"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


@officers_only
@require_POST
def pasted(request):
    """Pasted text, mended; nothing is stored."""
    return HttpResponse(mended(request.POST.get("text", "")), content_type="text/plain; charset=utf-8")


@officers_only
@require_POST
def heartbeat(request, pk):
    """An open editor says every 20 seconds where it is; answers who else is there."""
    plan = open_draft(pk, request.user)
    note_presence(plan, request.user, request.POST.get("spot", "")[:40])
    others = others_at(plan, request.user)
    return JsonResponse({"others": _said_of(others, outline(plan) if others else [])})


@officers_only
@require_GET
def checked(request, pk):
    """Kiểm tra: everything that is missing, contradictory or against the decree, each with a way to the spot."""
    try:
        plan = open_draft(pk, request.user)
    except Refusal as refusal:
        return _refused(request, pk, refusal)
    findings = check(dossier_of(plan))
    groups = [(kind, [f for f in findings if f.severity == kind]) for kind in Severity]
    context = {"nav": "desk", "plan": plan, "groups": [g for g in groups if g[1]], "count": len(findings)}
    return render(request, "desk/check.html", context)
