"""Whose documents are handled here: those of one's own unit."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from plans.law.roles import roles_towards
from plans.models import Plan


def own_plan(request, pk: int) -> Plan:
    """A document of one's own unit; anyone else's is not there. One query."""
    plans = Plan.objects.visible_to(request.user).select_related("unit__place", "programme")
    plan = get_object_or_404(plans, pk=pk)
    if not roles_towards(request.user, plan.unit_id):
        raise Http404("Không có văn bản này.")
    return plan
