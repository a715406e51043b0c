"""A draft written spot by spot in plain forms, as every browser has them; the sheet is `.sheet`."""

from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_POST, require_safe

from childlabour.units.gate import officers_only, sent, takes_form
from plans.checking.dossier import dossier_of
from plans.checking.findings import Severity
from plans.checking.rules import check
from plans.drafting.deriving import draft_organisation, draft_recipients
from plans.drafting.forms import Draft
from plans.drafting.pasting import mended
from plans.drafting.presence import note_presence
from plans.drafting.saving import Conflict, Saved, draft_of, open_draft, save_spot
from plans.drafting.sheet.telling import others_as_data
from plans.drafting.spots import BLOCK, form_for, is_there, name_of_spot, outline, spot_of, was_taken_out
from plans.pages.notes import notes_for
from plans.pages.returned import returns_of
from plans.pages.telling import with_addresses
from plans.paper.compose import paper_of
from plans.paper.html import to_html
from plans.web.door import REFUSED, Attempt

from .standing import standing_words, what_to_do

OURS = {"yes": True, "theirs": False}  # whose words a person chose where two had written


@takes_form
@officers_only
def spot(request, pk, key):
    """GET shows the spot; POST saves it."""
    if request.method != "POST":
        return _show(request, draft_of(pk, request.user), key)
    with Attempt(request) as attempt:
        ours = OURS.get(request.POST.get("overwrite", ""))
        outcome = save_spot(pk, key, _typed(request), request.user, ours=ours)
        return _answer(request, pk, key, outcome)
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
        "returned": returns_of([document]).get(document.pk),
        "spots": spots,
        "spot_name": name_of_spot(content, key),
        "spot_after": _after(spots, key),
        "is_of_body": key == "body" or key.startswith(BLOCK),
        "others": others_as_data(draft),
        "findings": len(check(dossier_of(document, content))),
        **notes_for(draft, key, form),
        **more,
    }
    return render(request, "desk/editor.html", context, status=status or (REFUSED if problems else 200))


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


def _answer(request, pk: int, key: str, outcome):
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


@require_safe
@officers_only
def sheet(request, pk):
    """The paper as it would be printed now."""
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
    return reverse("desk:spot", args=[pk, "body"])


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
