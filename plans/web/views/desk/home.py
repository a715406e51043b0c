"""The desk: what needs me now, my unit's drafts, its year."""

from collections import Counter

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.access import viewer
from childlabour.units.gate import officers_only
from plans.followup.deadlines import Timing, grouped
from plans.models import Assignment, AssignmentRole, Plan, Status
from plans.rights import Action, allowed, may_create_for

# What waits for whom: the one next step in each state, in the words of the one who has to do it.
NEXT_STEPS = {
    Status.DRAFT: (Action.SUBMIT, "đang soạn, chờ trình"),
    Status.SUBMITTED: (Action.APPROVE, "chờ lãnh đạo duyệt"),
    Status.APPROVED: (Action.NUMBER, "chờ văn thư cấp số"),
    Status.NUMBERED: (Action.SIGN, "chờ ký"),
    Status.SIGNED: (Action.ISSUE, "chờ đóng dấu, ban hành"),
}


@require_safe
@officers_only
def home(request):
    """Five queries: unfinished documents, issued ones of the year, tasks that are due, own tasks, the unit."""
    eyes = viewer(request.user)
    unfinished = Plan.objects.visible_to(request.user).unfinished().for_lists().order_by("-updated_at")[:100]
    mine, others = [], []
    for plan in unfinished:
        action, waiting = NEXT_STEPS[plan.status]
        plan.waiting_for = waiting
        plan.address = reverse("desk:editor" if plan.is_editable else "issuing:plan", args=[plan.pk])
        (mine if action in allowed(request.user, plan) else others).append(plan)
    year = today().year
    issued = list(
        Plan.objects.issued().of_units(eyes.unit_ids).filter(issued_on__year=year).for_lists()[:200]
    )
    due = (
        Assignment.objects.in_force()
        .filter(task__section__plan__unit_id__in=eyes.unit_ids, role=AssignmentRole.LEAD)
        .open_until(today())
        .select_related("task__section__plan", "unit")
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
            "may_create": any(may_create_for(request.user, pk) for pk in eyes.unit_ids) or eyes.is_keeper,
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
                "plan": assignment.task.section.plan,
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
