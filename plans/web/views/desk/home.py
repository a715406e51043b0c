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
from plans.models import Assignment, AssignmentRole, Document
from plans.reading.intakes import open_for
from plans.takedown.rights import waiting_for as take_downs_waiting_for


@require_safe
@officers_only
def home(request):
    """Seven queries: unfinished documents, what is read in, issued ones of the year, tasks due, own tasks, take-downs,
    the unit.
    """
    unfinished = (
        Document.objects.visible_to(request.user).unfinished().for_lists().order_by("-updated_at")[:100]
    )
    mine, others = [], []
    for document in unfinished:
        step = waiting_for(document)
        document.waiting_for = step.words.waiting
        document.address = reverse(
            "desk:editor" if document.is_editable else "issuing:document", args=[document.pk]
        )
        (mine if may(request.user, step.name, document) else others).append(document)
    year = today().year
    issued = list(
        of_own_units(Document.objects.issued(), request.user).filter(issued_on__year=year).for_lists()[:200]
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
            "intakes": open_for(request.user)[:10],
            "take_downs": take_downs_waiting_for(request.user),
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
                "document": document_of(assignment),
                "deadline": assignment.deadline_on,
                "units": [],
            },
        )
        line["units"].append(assignment.unit)
    return list(lines.values())


def _months(issued: list[Document]) -> list[tuple[int, int, bool]]:
    """(month, how many were issued, is it this month) for the twelve months of the year."""
    counts = Counter(document.issued_on.month for document in issued)
    return [(month, counts[month], month == today().month) for month in range(1, 13)]
