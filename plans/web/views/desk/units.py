"""Units found by a part of their name, without tone marks."""

from django.shortcuts import render

from childlabour.core.search import matches
from plans.drafting.forms import units_at_hand
from plans.drafting.saving import open_draft

from .gate import officers_only

MOST = 30


@officers_only
def units(request, pk):
    """?tim=cong an: a fragment of choices; ?tat-ca=xa: every commune committee of the territory."""
    plan = open_draft(pk, request.user)
    found = units_at_hand(plan).select_related("place")
    if request.GET.get("tat-ca") == "xa":
        found = found.commune_committees()
    else:
        found = found.filter(matches(request.GET.get("tim", "")))[: MOST + 1]
    found = list(found)
    context = {"units": found[:MOST] if "tat-ca" not in request.GET else found, "more": len(found) > MOST}
    return render(request, "desk/units.html", context)
