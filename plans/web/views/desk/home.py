"""The desk: what needs me now, my unit's drafts, its year."""

from collections import Counter
from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.gate import officers_only
from childlabour.units.holding import standing_for
from childlabour.units.models import Officer, Role
from plans.followup.deadlines import Timing, TimingGroup, grouped
from plans.issuing.workflow import may, waiting_for
from plans.law.belonging import document_of, to_document
from plans.law.rights import may_create
from plans.law.roles import roles_towards
from plans.law.seeing import of_own_units
from plans.models import Assignment, AssignmentRole, Document
from plans.pages.incoming import waiting_of
from plans.pages.returned import returns_of
from plans.pages.telling import stages
from plans.reading.intakes import open_for
from plans.takedown.rights import waiting_for as take_downs_waiting_for


@require_safe
@officers_only
def home(request):
    """Nine queries: unfinished documents, what came back, what came in, what is read in, issued ones of the year, tasks
    due, own tasks, take-downs, the unit.
    """
    unfinished = list(
        Document.objects.visible_to(request.user).unfinished().for_lists().order_by("-updated_at")[:100]
    )
    returns = returns_of(unfinished)
    mine, others = [], []
    for document in unfinished:
        step = waiting_for(document)
        document.waiting_for = step.words.waiting
        document.returned = returns.get(document.pk)
        document.stages = stages(document)
        document.address = reverse(
            "desk:editor" if document.is_editable else "issuing:document", args=[document.pk]
        )
        (mine if may(request.user, step.name, document) else others).append(document)
    mine.sort(key=lambda document: document.returned is None)
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
    overdue = _by_task(due)
    own = grouped(Assignment.objects.given_to(request.user).select_related("task"), today())
    incoming = waiting_of(request.user)
    own_tasks = [group for group in own if group.timing in (Timing.LATE, Timing.SOON)]
    return render(
        request,
        "desk/home.html",
        {
            "nav": "desk",
            "mine": mine,
            "others": others,
            "issued": issued,
            "months": _months(issued),
            "overdue": overdue,
            "incoming": incoming,
            "intakes": open_for(request.user)[:10],
            "take_downs": take_downs_waiting_for(request.user),
            "own_tasks": own_tasks,
            "answers_for": _who_answers(request.user, own_tasks),
            "tiles": _tiles(mine, others, own_tasks, overdue),
            "year": year,
            "may_create": may_create(request.user),
        },
    )


@dataclass(frozen=True)
class Tile:
    """A count that leads to what it counts."""

    count: int
    words: str
    address: str
    tone: str = ""


def _tiles(mine, others, own_tasks: list[TimingGroup], overdue) -> list[Tile]:
    """Only where there is something."""
    late = sum(len(group.items) for group in own_tasks if group.timing == Timing.LATE)
    tiles = (
        Tile(len(mine), "văn bản cần xử lý", "#mine"),
        Tile(late, "nhiệm vụ của đơn vị quá hạn", f"{reverse('tasks:home')}#{Timing.LATE}", "seal"),
        Tile(len(overdue), "nhiệm vụ đã giao, quá hạn", "#late", "seal"),
        Tile(len(others), "văn bản chờ người khác", "#others-wait"),
    )
    return [tile for tile in tiles if tile.count]


def _who_answers(officer: Officer, own_tasks: list[TimingGroup]) -> str:
    """Where this officer may not answer for the units, the names of those who may."""
    units = {assignment.unit_id for group in own_tasks for assignment in group.items}
    if not units or any(Role.RESPONDER in roles_towards(officer, unit) for unit in units):
        return ""
    names = sorted({str(one) for those in standing_for(units, {Role.RESPONDER}).values() for one in those})
    if not names:
        return "Chưa có ai được giao trả lời: báo người quản trị hệ thống."
    return f"Người trả lời: {', '.join(names)}."


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
