"""Nhiệm vụ của đơn vị: made for a phone in the rain."""

from dataclasses import replace

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.units.access import viewer
from childlabour.units.gate import officers_only, sent, takes_form
from plans.followup.attachments import ACCEPTED
from plans.followup.deadlines import Group, Timing, grouped, timing
from plans.followup.steps import ASSIGNMENTS, Move
from plans.law.belonging import document_of, rows_of, to_document
from plans.law.seeing import of_own_units
from plans.models import AnswerFile, Assignment, AssignmentState, Plan
from plans.web.door import REFUSED, Attempt

MOST = 40  # cards on one page (a commune has a few dozen), so that it stays under 60 kB


def _in_sight(user):
    """Assignments this officer has to do, or has given. The queryset of every page here."""
    shown = Assignment.objects.in_force()
    if not viewer(user).is_keeper:
        shown = shown.given_to(user) | of_own_units(shown, user)
    return shown.select_related(to_document(Assignment, "unit"), "unit")


@require_safe
@officers_only
def home(request):
    """What my unit has to do: late, soon, later, done. Two queries."""
    given = Assignment.objects.given_to(request.user)
    given = given.select_related(to_document(Assignment, "unit"), "unit")
    groups = grouped(given, today())
    return render(request, "tasks/home.html", {"nav": "tasks", **_shortened(groups)})


def _shortened(groups: list[Group]) -> dict:
    """The first `MOST` tasks, the most pressing first, and how many more there are."""
    shown, room = [], MOST
    for group in groups:
        items = group.items[: max(room, 0)]
        room -= len(group.items)
        if items:
            shown.append(replace(group, items=items))
    return {"groups": shown, "more": max(-room, 0)}


@takes_form
@officers_only
def assignment(request, pk):
    """One task: its words, what was answered so far, and the steps open to me."""
    shown = get_object_or_404(_in_sight(request.user), pk=pk)
    again = sent(request)
    typed = again.typed.get("text", "")
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            _answer(request, shown, typed)
            return redirect("tasks:assignment", pk)
    steps = ASSIGNMENTS.available(request.user, shown)
    context = {
        "nav": "tasks",
        "assignment": shown,
        "plan": document_of(shown),
        "timing": timing(shown.deadline, shown.state, today()),
        "answers": shown.answers.prefetch_related("files"),
        "receipt": next((step for step in steps if step.name == Move.RECEIVE), None),
        "steps": [step for step in steps if step.name != Move.RECEIVE],
        "is_issuer": shown.unit_id not in viewer(request.user).seen_unit_ids,
        "sent": again,
        "problems": attempt.problems,
        "typed": typed,
        "accepted": ACCEPTED,
    }
    return render(request, "tasks/assignment.html", context, status=REFUSED if attempt.problems else 200)


def _answer(request, shown: Assignment, text: str) -> None:
    move = request.POST.get("move", "")
    if move not in [step.name for step in ASSIGNMENTS]:
        raise Http404(move)
    told = {"text": text, "uploads": request.FILES.getlist("files")}
    ASSIGNMENTS.perform(move, shown, request.user, **told)
    messages.success(request, ASSIGNMENTS[move].words.done)


@require_safe
@officers_only
def file(request, pk):
    """A paper sent with an answer, for those who see the assignment."""
    kept = get_object_or_404(AnswerFile.objects.filter(answer__assignment__in=_in_sight(request.user)), pk=pk)
    response = FileResponse(kept.stored.open(), as_attachment=True, filename=kept.name)
    response["Content-Type"] = kept.media_type
    return response


@require_safe
@officers_only
def given(request, plan_pk):
    """Who has received, who is late: the assignments of one plan of ours. Two queries."""
    plan = get_object_or_404(Plan.objects.visible_to(request.user).select_related("unit"), pk=plan_pk)
    if not viewer(request.user).sees(plan.unit_id):
        raise Http404("Không có văn bản này.")
    assignments = list(rows_of(Assignment, plan).in_force().select_related("task", "unit"))
    context = {
        "nav": "desk",
        "plan": plan,
        "groups": grouped(assignments, today()),
        "units": _standing_of_units(assignments),
    }
    return render(request, "tasks/given.html", context)


def _standing_of_units(assignments) -> dict[str, int]:
    """How many units were given work, have received all of theirs, are late with some; and reports to judge."""
    everyone = {assignment.unit_id for assignment in assignments}
    unread = {a.unit_id for a in assignments if a.state == AssignmentState.GIVEN}
    late = {a.unit_id for a in assignments if timing(a.deadline, a.state, today()) == Timing.LATE}
    waiting = sum(a.state == AssignmentState.REPORTED for a in assignments)
    return {"all": len(everyone), "received": len(everyone - unread), "late": len(late), "waiting": waiting}
