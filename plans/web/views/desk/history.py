"""Who changed what, and any two versions side by side as one marked paper."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from childlabour.units.access import viewer
from childlabour.units.gate import officers_only
from plans.drafting.versions import marked_paper
from plans.models import Plan
from plans.paper.compare import tags
from plans.paper.html import screen_style, to_html


def _plan(request, pk: int) -> Plan:
    """A plan of the own unit: the history of drafts is not for the public."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("unit"), pk=pk)
    if not viewer(request.user).sees(plan.unit_id):
        raise Http404("Không có văn bản này.")
    return plan


@require_safe
@officers_only
def history(request, pk):
    """Events and versions, the newest first; three queries."""
    plan = _plan(request, pk)
    versions = list(plan.versions.defer("paper"))
    context = {
        "nav": "desk",
        "plan": plan,
        "versions": versions,
        "events": plan.events.order_by("-at", "-pk"),
    }
    return render(request, "desk/history.html", context)


@require_safe
@officers_only
def comparison(request, pk):
    """?tu=2&den=5: version 5 against version 2; without numbers the last two."""
    plan = _plan(request, pk)
    versions = list(plan.versions.defer("paper"))
    numbers = [version.number for version in versions]
    newer = _number(request.GET.get("den"), numbers, default=0)
    older = _number(request.GET.get("tu"), numbers, default=1)
    if older is None or newer is None:
        return render(request, "desk/comparison.html", {"nav": "desk", "plan": plan, "versions": versions})
    pair = {version.number: version for version in plan.versions.filter(number__in={older, newer})}
    sheet = tags(to_html(marked_paper(pair[older], pair[newer]), live=True))
    context = {
        "nav": "desk",
        "plan": plan,
        "versions": versions,
        "older": pair[older],
        "newer": pair[newer],
        "sheet": sheet,
        "paper_figures": screen_style(),
    }
    return render(request, "desk/comparison.html", context)


def _number(asked, numbers: list[int], *, default: int) -> int | None:
    if asked and asked.isdecimal() and int(asked) in numbers:
        return int(asked)
    return numbers[default] if len(numbers) > default else None
