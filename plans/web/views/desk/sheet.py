"""The sheet editor: the whole draft on its paper, to be typed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from childlabour.units.gate import officers_only
from plans.checking.dossier import dossier_of
from plans.checking.rules import check
from plans.drafting.presence import note_presence
from plans.drafting.saving import draft_of
from plans.drafting.sheet.opening import draft_as_data
from plans.paper.compose import paper_saying
from plans.paper.html import screen_style, to_html


@require_safe
@officers_only
def sheet_editor(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the draft as it will be printed; what is typed there goes over the line block by block."""
    draft = draft_of(pk, request.user)
    document = draft.document
    note_presence(document, request.user, "body")
    context = {
        "nav": "desk",
        "document": document,
        "draft": draft_as_data(draft),
        "sheet": to_html(paper_saying(draft.content, document, with_data=False), live=True),
        "paper_figures": screen_style(),
        "findings": len(check(dossier_of(document, draft.content))),
    }
    return render(request, "desk/sheet.html", context)
