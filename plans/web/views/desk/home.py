"""The desk: what needs me now, my unit's drafts, its year."""

from collections import Counter

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.gate import officers_only
from plans.followup.deadlines import Timing, grouped
from plans.issuing.workflow import may, waiting_for
from plans.law.belonging import document_of, to_document
from plans.law.rights import may_create
from plans.law.seeing import of_own_units
from plans.models import Assignment, AssignmentRole, Plan


@require_safe
@officers_only
def home(request):
    """Five queries: unfinished documents, issued ones of the year, tasks that are due, own tasks, the unit."""
    unfinished = Plan.objects.visible_to(request.user).unfinished().for_lists().order_by("-updated_at")[:100]
    mine, others = [], []
    for plan in unfinished:
        step = waiting_for(plan)
        plan.waiting_for = step.words.waiting
        plan.address = reverse("desk:editor" if plan.is_editable else "issuing:plan", args=[plan.pk])
        (mine if may(request.user, step.name, plan) else others).append(plan)
    year = today().year
    issued = list(
        of_own_units(Plan.objects.issued(), request.user).filter(issued_on__year=year).for_lists()[:200]
    )
    due = (
        of_own_units(Assignment.objects.in_force(), request.user)
        .filter(role=AssignmentRole.LEAD)
        .open_until(today())
        .select_related(to_document(Assignment), "unit")
        .order_by("deadline_on", "task_id", "unit__place__path")[:500]
    )
    own = grouped(Assignment.objects.given_to(request.user).select_related("task"), today())
    return render(
        request,
        "desk/home.html",
        {
            "nav": "desk",
            "mine": mine,
            "others": others,
            "issued": issued,
            "months": _months(issued),
            "overdue": _by_task(due),
            "own_tasks": [group for group in own if group.timing in (Timing.LATE, Timing.SOON)],
            "year": year,
            "may_create": may_create(request.user),
        },
    )


def _by_task(due) -> list[dict]:
    """Assignments that are due as one line a task: which task of which plan, and the units that are late."""
    lines: dict[int, dict] = {}
    for assignment in due:
        line = lines.setdefault(
            assignment.task_id,
            {
                "task": assignment.task,
                "plan": document_of(assignment),
                "deadline": assignment.deadline_on,
                "units": [],
            },
        )
        line["units"].append(assignment.unit)
    return list(lines.values())


def _months(issued: list[Plan]) -> list[tuple[int, int, bool]]:
    """(month, how many were issued, is it this month) for the twelve months of the year."""
    counts = Counter(plan.issued_on.month for plan in issued)
    return [(month, counts[month], month == today().month) for month in range(1, 13)]
