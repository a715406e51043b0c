"""Nhiệm vụ của đơn vị: made for a phone in the rain."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.paging import page_of
from childlabour.units.access import viewer
from childlabour.units.gate import OfficersRequest, officers_only
from plans.followup.passing_on import GIVES
from plans.followup.piles import HEADINGS, first_piles, in_order
from plans.pages.answering import who_answers

from .sight import of_own_hands

MOST = 36  # cards on one page (a commune has a few dozen), so that it stays under 60 kB


@require_safe
@officers_only
def home(request: OfficersRequest) -> HttpResponse:
    """What my units have to do: pile after pile the first cards; `?nhom=` one pile, page by page.

    Two queries however many tasks, and two more for who may not answer.
    """
    given = of_own_hands(request.user)
    chosen = request.GET.get("nhom", "")
    if chosen in HEADINGS:
        page = page_of(in_order(given, today()).filter(pile=chosen), request, MOST)
        shown = {"chosen": chosen, "heading": HEADINGS[chosen], "page": page}
        units = {assignment.unit_id for assignment in page.object_list}
    else:
        piles = first_piles(given, today(), MOST)
        shown = {"piles": piles}
        units = {assignment.unit_id for pile in piles for assignment in pile.items}
    return render(
        request,
        "tasks/home.html",
        {
            "nav": "tasks",
            "gives": bool(GIVES & viewer(request.user).roles),
            "answers_for": who_answers(request.user, units),
            **shown,
        },
    )
