"""Đầu việc: the plan that a unit makes for itself of one task."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from childlabour.core.errors import Refusal
from childlabour.units.gate import OfficersRequest, officers_only
from plans.followup.work_items import Planned, drop, plan, tick
from plans.models import Assignment, WorkItem
from plans.web.confirming import given_in

from .forms import WorkItemForm, problems_in
from .sight import in_sight

PLANS = "plan"  # the button of the form on the page of the task


def add_item(request: OfficersRequest, shown: Assignment) -> HttpResponse:
    """Of a form sent to the page of the task itself. Raises Refusal with every reason."""
    form = WorkItemForm(shown, request.user, request.POST)
    if not form.is_valid():
        raise Refusal(*problems_in(form))
    plan(shown, Planned(**form.cleaned_data), request.user, given_in(request))
    return _to_the_items(shown.pk)


def _page(request: OfficersRequest, pk: int, **_: object) -> str:
    return reverse("tasks:assignment", args=[pk])


def _to_the_items(pk: int) -> HttpResponse:
    return redirect(f"{reverse('tasks:assignment', args=[pk])}#dau-viec")


@require_POST
@officers_only(back=_page)
def change(request: OfficersRequest, pk: int, item_pk: int) -> HttpResponse:
    """Ticked, or taken away (`do=drop`)."""
    items = WorkItem.objects.filter(assignment__in=in_sight(request.user)).select_related("assignment")
    item = get_object_or_404(items, pk=item_pk, assignment=pk)
    (drop if request.POST.get("do") == "drop" else tick)(item, request.user)
    return _to_the_items(pk)
