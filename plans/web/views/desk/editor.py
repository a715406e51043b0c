"""The editor: one spot open at the left, the paper at the right."""

from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.vietnamese import split_lines
from childlabour.units.gate import no_sign_of_life, officers_only, sent, takes_form, wants_json
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.content.asking import content_of
from plans.content.values import Content
from plans.drafting.body_forms import BodyForm
from plans.drafting.deriving import draft_organisation, draft_recipients
from plans.drafting.forms import Draft
from plans.drafting.pasting import mended
from plans.drafting.presence import note_presence, others_at
from plans.drafting.saving import Conflict, Saved, Unsaved, draft_of, open_draft, save_spot
from plans.drafting.spots import BLOCK, form_for, is_there, name_of_spot, outline, spot_of, was_taken_out
from plans.pages.notes import notes_for
from plans.pages.telling import with_addresses
from plans.paper.compose import paper_of, paper_saying
from plans.paper.html import screen_style, to_html
from plans.web.door import REFUSED, Attempt

from .changes import changed_lines, mark
from .standing import standing_words, what_to_do, written

OURS = {"yes": True, "theirs": False}  # whose words a person chose where two had written


@takes_form
@officers_only
def editor(request, pk, key="identity"):
    """GET shows the spot; POST saves it (a plain save, or an autosave that asks for JSON)."""
    if request.method != "POST":
        return _show(request, draft_of(pk, request.user), key)
    with Attempt(request) as attempt:
        ours = OURS.get(request.POST.get("overwrite", ""))
        outcome = save_spot(pk, key, _typed(request), request.user, ours=ours)
        answer = _json_answer if wants_json(request) else _page_answer
        return answer(request, pk, key, outcome)
    draft = draft_of(pk, request.user)
    return _show(request, draft, key, form_for(draft, key, _typed(request)), attempt.problems)


def _show(request, draft: Draft, key: str, form=None, problems=(), *, status: int = 0, **more):
    """The spot; what waited behind the log-in, or was refused just now, stands in its form again."""
    document, content = draft.document, draft.content
    again = sent(request)
    if form is None:
        waiting = again.to(reverse("desk:spot", args=[document.pk, key]))
        if waiting is None and was_taken_out(draft, key):
            messages.warning(request, "Đoạn này vừa được bỏ khỏi dự thảo.")
            return redirect("desk:spot", document.pk, "body")
        form = form_for(draft, key, waiting)
    note_presence(document, request.user, key)
    spots = outline(document, content)
    context = {
        "nav": "desk",
        "document": document,
        "key": key,
        "form": form,
        "problems": with_addresses(problems, document, request.user),
        "sent": again,
        "spots": spots,
        "spot_name": name_of_spot(content, key),
        "spot_after": _after(spots, key),
        "is_of_body": key == "body" or key.startswith(BLOCK),
        "sheet": _live(draft),
        "paper_figures": screen_style(),
        "others": _said_of(others_at(document, request.user), content),
        "findings": len(check(dossier_of(document, content))),
        **notes_for(draft, key, form),
        **more,
    }
    return render(request, "desk/editor.html", context, status=status or (REFUSED if problems else 200))


def _live(draft: Draft) -> str:
    return to_html(paper_saying(draft.content, draft.document, with_data=False), live=True)


def _after(spots, key: str):
    """The spot behind this one; a paragraph that the outline does not name leads back to the whole body."""
    keys = [spot.key for spot in spots]
    if key not in keys:
        return spots[keys.index("body")]
    place = keys.index(key) + 1
    return spots[place] if place < len(spots) else None


def _typed(request):
    """The posted fields; "mend" tidies a paste on the way in, for a browser without JavaScript."""
    if "mend" not in request.POST:
        return request.POST
    typed = request.POST.copy()
    typed["lines"] = mended(typed.get("lines", ""))
    return typed


def _page_answer(request, pk: int, key: str, outcome):
    if isinstance(outcome, Saved):
        messages.success(request, f"Đã lưu lúc {date_format(outcome.at, 'H:i')}.")
        for sentence in outcome.form.told():
            messages.warning(request, sentence)
        return redirect("desk:spot", pk, _next_spot(request, outcome.draft, key))
    draft = draft_of(pk, request.user)
    if isinstance(outcome, Conflict):
        told = {"conflict": outcome, "asks": what_to_do(outcome), "stands": standing_words(outcome)}
        return _show(request, draft, key, outcome.form, status=409, **told)
    return _show(request, draft, key, outcome.form, status=422)


def _next_spot(request, draft: Draft, key: str) -> str:
    """Where a person asked to go, if it is there; else where he was, or the whole body when his block is gone."""
    return next(spot for spot in (request.POST.get("next", ""), key, "body") if is_there(draft, spot))


def _json_answer(request, pk: int, key: str, outcome):
    if isinstance(outcome, Conflict):
        told = {"conflict": f"{outcome.who} vừa sửa chỗ này", "asks": what_to_do(outcome)}
        return JsonResponse(told | {"stands": standing_words(outcome)}, status=409)
    if isinstance(outcome, Unsaved):
        return JsonResponse({"errors": _errors(outcome.form)}, status=422)
    draft = outcome.draft
    document, content = draft.document, draft.content
    return JsonResponse(
        {
            "saved_at": date_format(outcome.at, "H:i"),
            **_of_the_form(request, key, outcome),
            "sheet": changed_lines(_live(draft), request.POST.get("sheet_marks", "")),
            **_outline_if_changed(request, draft, key),
            "findings": len(check(dossier_of(document, content))),
            "others": _said_of(others_at(document, request.user), content),
            "told": list(outcome.form.told()),
        }
    )


def _errors(form) -> dict[str, Any]:
    errors = {name: list(messages) for name, messages in form.errors.items()}
    for part in getattr(form, "mark_forms", ()):
        errors |= {part.add_prefix(name): list(messages) for name, messages in part.errors.items()}
    return errors


def _of_the_form(request, key: str, outcome: Saved) -> dict[str, Any]:
    """What the page's own form goes on with: its base, values that the save filled in, what stands beside it."""
    draft, form = outcome.draft, outcome.form
    if "next" in request.POST or not is_there(draft, key):
        return {"next": reverse("desk:spot", args=[draft.document.pk, _next_spot(request, draft, key)])}
    fresh = form_for(draft, key)
    told = {
        "base": fresh.base,
        "filled": written(fresh, outcome),
        "notes": _notes(request, draft, key, fresh),
    }
    if not isinstance(form, BodyForm):
        return told
    told |= {"base": form.base_on_the_page, "marks": getattr(fresh, "base_of_marks", "")}
    text, base = form.on_the_page(draft)
    is_shown = split_lines(text) == split_lines(form.data.get("lines", ""))
    return told if is_shown else told | {"text": text, "text_base": base}


def _outline_if_changed(request, draft: Draft, key: str) -> dict[str, str]:
    spots = outline(draft.document, draft.content)
    fingerprint = mark(str(spots))
    if request.POST.get("outline_mark") == fingerprint:
        return {}
    context = {"document": draft.document, "key": key, "spots": spots}
    return {
        "outline": render_to_string("desk/outline.html", context, request),
        "outline_mark": fingerprint,
    }


def _said_of(others, content: Content) -> list[str]:
    """ "Bế Thị Hoa đang mở cùng văn bản này (ở: Nơi nhận)", one sentence a person."""
    return [
        f"{presence.officer} đang mở cùng văn bản này (ở: {name_of_spot(content, presence.spot)})."
        for presence in others
    ]


def _notes(request, draft: Draft, key: str, form) -> str:
    context = {"document": draft.document, "key": key, "form": form, **notes_for(draft, key, form)}
    return render_to_string("desk/notes.html", context, request)


@require_safe
@officers_only
def sheet(request, pk):
    """The live paper alone: a page of its own on narrow screens and without JavaScript."""
    document = open_draft(pk, request.user)
    page = HttpResponse(to_html(paper_of(document), nonce=str(request.csp_nonce)))
    page["Cache-Control"] = "private, no-store"
    return page


def _drafted(act):
    """A POST that writes a piece of the draft and leads to it; refused, it stands in the editor with its reasons."""

    @require_POST
    @officers_only(back=_editor_page)
    @wraps(act)
    def view(request, pk):
        with Attempt(request) as attempt:
            return redirect("desk:spot", pk, act(request, pk))
        return _show(request, draft_of(pk, request.user), "body", problems=attempt.problems)

    return view


def _editor_page(request, pk) -> str:
    return reverse("desk:editor", args=[pk])


@_drafted
def organisation_drafted(request, pk):
    added = draft_organisation(pk, request.user)
    messages.success(request, f"Đã thêm phần việc của {added} đơn vị từ phân công nhiệm vụ.")
    return "body"


@_drafted
def recipients_drafted(request, pk):
    count = draft_recipients(pk, request.user)
    messages.success(request, f"Đã lập {count} dòng nơi nhận từ các đơn vị được giao nhiệm vụ.")
    return "recipients"


@require_POST
@officers_only(back=lambda request: reverse("desk:home"))
def pasted(request):
    """Pasted text, mended; nothing is stored."""
    return HttpResponse(mended(request.POST.get("text", "")), content_type="text/plain; charset=utf-8")


@require_POST
@officers_only(back=_editor_page)
@no_sign_of_life
def heartbeat(request, pk):
    """An open editor says every 20 seconds where it is; answers who else is there."""
    document = open_draft(pk, request.user)
    note_presence(document, request.user, request.POST.get("spot", ""))
    others = others_at(document, request.user)
    return JsonResponse({"others": _said_of(others, content_of(document)) if others else []})


@require_safe
@officers_only
def checked(request, pk):
    """Kiểm tra: everything that is missing, contradictory or against the decree, each with a way to the spot."""
    document = open_draft(pk, request.user)
    findings = check(dossier_of(document))
    groups = [(kind, [_led(document, f) for f in findings if f.severity == kind]) for kind in Severity]
    context = {
        "nav": "desk",
        "document": document,
        "groups": [g for g in groups if g[1]],
        "count": len(findings),
    }
    return render(request, "desk/check.html", context)


def _led(document, finding):
    """A finding with the page on which it is mended."""
    spot = spot_of(finding.anchor) or "body"
    return {"finding": finding, "address": reverse("desk:spot", args=[document.pk, spot])}
