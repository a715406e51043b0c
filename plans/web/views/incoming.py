"""Văn bản đến: what others issued for my units; received in one press, carried out by a plan in one press."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.clock import today
from childlabour.core.paging import page_of
from childlabour.units.gate import OfficersRequest, officers_only
from plans.delivery.receiving import may_receive, note_opening, who_receives
from plans.drafting.carrying_out import issuer_for, open_own_plan, own_plans
from plans.followup.piles import piled
from plans.followup.receipt import receive_with_tasks
from plans.law.belonging import to_document
from plans.models import Assignment, Delivery, Status, without_words
from plans.pages.incoming import incoming_of, listed, stages_of, state_of
from plans.paper import authentic

MOST_TASKS = 40  # cards on one page, as on the page of tasks


@require_safe
@officers_only
def home(request: OfficersRequest) -> HttpResponse:
    """Four queries, however many came."""
    rows = incoming_of(request.user)
    page = page_of(rows, request)
    context = {
        "nav": "desk",
        "page": page,
        "deliveries": listed(page.object_list),
        "waiting": rows.not_received().count(),
    }
    return render(request, "delivery/home.html", context)


def _mine(request: OfficersRequest, number: int) -> Delivery:
    """To one of my units; anyone else's is not there."""
    return get_object_or_404(incoming_of(request.user), pk=number)


@require_safe
@officers_only
def delivery(request: OfficersRequest, number: int) -> HttpResponse:
    """One document that came: who sent it, how far we are with it, what it asks of us. Looking at it opens it."""
    came = _mine(request, number)
    note_opening(came, request.user)
    document = came.document
    given = Assignment.objects.filter(**{to_document(Assignment): document}, unit=came.unit)
    given = without_words(given.select_related("task", to_document(Assignment, "unit"), "unit"))
    own = own_plans(came, request.user).first()
    receives = may_receive(request.user, came)
    is_to_be_planned = document.facts.carried_out and document.status == Status.ISSUED and own is None
    context = {
        "nav": "desk",
        "delivery": came,
        "document": document,
        "state": state_of(came),
        "stages": stages_of(came, own),
        "piles": piled(given[:MOST_TASKS], today()),
        "own_plan": own,
        "own_address": _address(own) if own else "",
        "may_receive": receives and came.received_at is None,
        "who_receives": "" if receives or came.received_at else who_receives(came),
        "may_plan": is_to_be_planned and issuer_for(request.user, came.unit) is not None,
        "authentic_words": authentic.words_of(document),
        "authentic_address": authentic.address_of(document),
    }
    return render(request, "delivery/delivery.html", context)


def _address(own: Any) -> str:
    return reverse("desk:editor" if own.is_editable else "issuing:document", args=[own.pk])


def _page(request: OfficersRequest, number: int, **_: Any) -> str:
    return reverse("delivery:delivery", args=[number])


@require_POST
@officers_only(back=_page)
def received(request: OfficersRequest, number: int) -> HttpResponse:
    tasks = receive_with_tasks(_mine(request, number), request.user)
    messages.success(request, f"Đã nhận văn bản và {tasks} nhiệm vụ." if tasks else "Đã nhận văn bản.")
    return redirect("delivery:delivery", number)


@require_POST
@officers_only(back=_page)
def own_plan(request: OfficersRequest, number: int) -> HttpResponse:
    return redirect(_address(open_own_plan(_mine(request, number), request.user)))
