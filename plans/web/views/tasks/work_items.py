"""Đầu việc: the plan that a unit makes for itself of one task."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.core.errors import Refusal
from childlabour.units.gate import OfficersRequest, officers_only
from plans.followup.work_items import Planned, drop, plan, tick
from plans.models import WorkItem
from plans.web.confirming import given_in

from .forms import WorkItemForm, problems_in
from .sight import in_sight


def _page(request: OfficersRequest, pk: int, **_: object) -> str:
    return reverse("tasks:assignment", args=[pk])


@require_POST
@officers_only(back=_page)
def add(request: OfficersRequest, pk: int) -> HttpResponse:
    shown = get_object_or_404(in_sight(request.user), pk=pk)
    form = WorkItemForm(shown, request.user, request.POST)
    if not form.is_valid():
        raise Refusal(*problems_in(form))
    plan(shown, Planned(**form.cleaned_data), request.user, given_in(request))
    return redirect(f"{_page(request, pk)}#dau-viec")


@require_POST
@officers_only(back=_page)
def change(request: OfficersRequest, pk: int, item_pk: int) -> HttpResponse:
    """Ticked, or taken away (`do=drop`)."""
    items = WorkItem.objects.filter(assignment__in=in_sight(request.user)).select_related("assignment")
    item = get_object_or_404(items, pk=item_pk, assignment=pk)
    (drop if request.POST.get("do") == "drop" else tick)(item, request.user)
    return redirect(f"{_page(request, pk)}#dau-viec")
