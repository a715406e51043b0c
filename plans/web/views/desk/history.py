"""Who changed what, and any two versions side by side as one marked paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from childlabour.units.gate import officers_only
from plans.drafting.versions import marked_paper
from plans.models import Document
from plans.paper.compare import tags
from plans.paper.html import screen_style, to_html


def _document(request: HttpRequest, pk: int) -> Document:
    """The history of drafts is not for the public."""
    documents = Document.objects.with_dealings_seen_by(request.user)
    return get_object_or_404(documents.select_related("unit"), pk=pk)


@require_safe
@officers_only
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Events and versions, the newest first; three queries."""
    document = _document(request, pk)
    versions = list(document.versions.defer("paper"))
    context = {
        "nav": "desk",
        "document": document,
        "versions": versions,
        "events": document.events.order_by("-at", "-pk"),
    }
    return render(request, "desk/history.html", context)


@require_safe
@officers_only
def comparison(request: HttpRequest, pk: int) -> HttpResponse:
    """?tu=2&den=5: version 5 against version 2; without numbers the last two."""
    document = _document(request, pk)
    versions = list(document.versions.defer("paper"))
    numbers = [version.number for version in versions]
    newer = _number(request.GET.get("den"), numbers, default=0)
    older = _number(request.GET.get("tu"), numbers, default=1)
    if older is None or newer is None:
        return render(
            request, "desk/comparison.html", {"nav": "desk", "document": document, "versions": versions}
        )
    pair = {version.number: version for version in document.versions.filter(number__in={older, newer})}
    sheet = tags(to_html(marked_paper(pair[older], pair[newer]), live=True))
    context = {
        "nav": "desk",
        "document": document,
        "versions": versions,
        "older": pair[older],
        "newer": pair[newer],
        "sheet": sheet,
        "paper_figures": screen_style(),
    }
    return render(request, "desk/comparison.html", context)


def _number(asked: str | None, numbers: list[int], *, default: int) -> int | None:
    if asked and asked.isdecimal() and int(asked) in numbers:
        return int(asked)
    return numbers[default] if len(numbers) > default else None
