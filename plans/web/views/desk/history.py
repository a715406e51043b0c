"""Who changed what: each version to be read and brought back, any two of them side by side as one marked paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.units.gate import OfficersRequest, officers_only, takes_form
from plans.drafting.milestones import set_milestone
from plans.drafting.restoring import bring_back
from plans.drafting.versions import marked_paper, paper_at
from plans.law.rights import may_edit
from plans.models import Document, Version
from plans.paper.changes import numbered
from plans.paper.compare import tags
from plans.paper.html import screen_style, to_html
from plans.web.door import REFUSED, Attempt


def _document(request: HttpRequest, pk: int) -> Document:
    """The history of drafts is not for the public."""
    documents = Document.objects.with_dealings_seen_by(request.user)
    return get_object_or_404(documents.select_related("unit"), pk=pk)


def _listed(document: Document) -> list[Version]:
    """Newest first, without what they hold."""
    return list(document.versions.defer("content", "paper"))


@require_safe
@officers_only
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Events and versions, the newest first; three queries."""
    document = _document(request, pk)
    context = {
        "nav": "desk",
        "document": document,
        "versions": _listed(document),
        "may_set_milestone": may_edit(request.user, document),
        "events": document.events.order_by("-at", "-pk"),
    }
    return render(request, "desk/history.html", context)


def _history_page(request: HttpRequest, pk: int) -> str:
    return reverse("desk:history", args=[pk])


@require_POST
@officers_only(back=_history_page)
def milestone(request: OfficersRequest, pk: int) -> HttpResponse:
    """The draft as it stands under a name (`name`), to be found again."""
    named = set_milestone(pk, request.POST.get("name", ""), request.user)
    messages.success(request, f"Đã ghi mốc “{named.name}” là bản {named.number}.")
    return redirect("desk:history", pk)


@takes_form
@officers_only
def version(request: OfficersRequest, pk: int, number: int) -> HttpResponse:
    """GET shows the draft as that version left it; POST makes it the draft again."""
    document = _document(request, pk)
    shown = get_object_or_404(document.versions, number=number)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            bring_back(pk, number, request.user)
            messages.success(request, f"Đã lấy lại bản {number}. Dự thảo trước đó còn trong lịch sử.")
            return redirect("desk:editor", pk)
    context = {
        "nav": "desk",
        "document": document,
        "version": shown,
        "may_bring_back": may_edit(request.user, document) and not shown.is_as_it_stands,
        "sheet": to_html(paper_at(shown, document), live=True),
        "paper_figures": screen_style(),
        "problems": attempt.problems,
    }
    return render(request, "desk/version.html", context, status=REFUSED if attempt.problems else 200)


@require_safe
@officers_only
def comparison(request: HttpRequest, pk: int) -> HttpResponse:
    """?tu=2&den=5: version 5 against version 2; without numbers the last two."""
    document = _document(request, pk)
    versions = _listed(document)
    numbers = [version.number for version in versions]
    newer = _number(request.GET.get("den"), numbers, default=0)
    older = _number(request.GET.get("tu"), numbers, default=1)
    context = {"nav": "desk", "document": document, "versions": versions}
    if older is not None and newer is not None:
        pair = {version.number: version for version in document.versions.filter(number__in={older, newer})}
        marked = marked_paper(pair[older], pair[newer], document)
        sheet, changes = numbered(tags(to_html(marked, live=True)))
        context |= {
            "older": pair[older],
            "newer": pair[newer],
            "sheet": sheet,
            "changes": changes,
            "paper_figures": screen_style(),
        }
    return render(request, "desk/comparison.html", context)


def _number(asked: str | None, numbers: list[int], *, default: int) -> int | None:
    if asked and asked.isdecimal() and int(asked) in numbers:
        return int(asked)
    return numbers[default] if len(numbers) > default else None
