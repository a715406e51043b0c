"""Units found by a part of their name, without tone marks."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from childlabour.core.search import matches
from childlabour.units.gate import officers_only
from plans.drafting.mark_forms import units_at_hand
from plans.drafting.saving import open_draft

MOST = 30


@require_safe
@officers_only
def units(request, pk):
    """?tim=cong an: a fragment of choices; ?tat-ca=xa: every commune committee of the territory."""
    document = open_draft(pk, request.user)
    found = units_at_hand(document).select_related("place")
    if request.GET.get("tat-ca") == "xa":
        found = found.commune_committees()
    else:
        found = found.filter(matches(request.GET.get("tim", "")))[: MOST + 1]
    found = list(found)
    context = {"units": found[:MOST] if "tat-ca" not in request.GET else found, "more": len(found) > MOST}
    return render(request, "desk/units.html", context)
