"""Whose documents are handled here: those of one's own unit, and of the units it took over from."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from childlabour.units.access import viewer
from plans.models import Plan


def own_plan(request, pk: int) -> Plan:
    """A document of one's own unit; anyone else's is not there. One query."""
    plans = Plan.objects.visible_to(request.user).select_related("unit__place", "programme")
    plan = get_object_or_404(plans, pk=pk)
    if not viewer(request.user).sees(plan.unit_id):
        raise Http404("Không có văn bản này.")
    return plan
