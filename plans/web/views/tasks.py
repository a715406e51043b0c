"""Nhiệm vụ của đơn vị: made for a phone in the rain."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.access import Someone, viewer
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form, wants_json
from childlabour.units.once import comes_first
from plans.followup.attachments import ACCEPTED
from plans.followup.deadlines import Timing, TimingGroup, grouped, timing
from plans.followup.steps import ASSIGNMENTS, Move
from plans.law.belonging import document_of, to_document
from plans.models import AnswerFile, Assignment, AssignmentState, Document, without_words
from plans.pages.answering import who_answers
from plans.pages.outline import below, due_of, words_to_read
from plans.pages.strips import strips_of
from plans.privacy.asking import FIELD
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt

MOST = 40  # cards on one page (a commune has a few dozen), so that it stays under 60 kB


def _in_sight(user: Someone) -> QuerySet[Assignment]:
    """Assignments this officer has to do, or has given, or whose dealings are otherwise open to them. The queryset of
    every page here.
    """
    shown = Assignment.objects.in_force().visible_to(user)
    return without_words(shown.select_related(to_document(Assignment, "unit"), "unit"))


@require_safe
@officers_only
def home(request: OfficersRequest) -> HttpResponse:
    """What my unit has to do: late, soon, later, done. Two queries, and two more for who may not answer."""
    given = Assignment.objects.given_to(request.user)
    given = without_words(given.select_related(to_document(Assignment, "unit"), "unit"))
    groups = grouped(given, today())
    units = {assignment.unit_id for group in groups for assignment in group.items}
    told = {"nav": "tasks", "answers_for": who_answers(request.user, units)}
    return render(request, "tasks/home.html", told | _shortened(groups))


def _shortened(groups: list[TimingGroup]) -> dict[str, Any]:
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
def assignment(request: OfficersRequest, pk: int) -> HttpResponse:
    """One task: its words, what was answered so far, and the steps open to me."""
    shown = get_object_or_404(_in_sight(request.user), pk=pk)
    again = sent(request)
    typed = again.typed.get("text", "")
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            _answer(request, shown, typed)
            if wants_json(request):
                return JsonResponse({"taken": True})
            return redirect("tasks:assignment", pk)
    steps = ASSIGNMENTS.available(request.user, shown)
    is_issuer = shown.unit_id not in viewer(request.user).seen_unit_ids
    context = {
        "nav": "tasks",
        "assignment": shown,
        "document": document_of(shown),
        "words": words_to_read(below([shown.task])[shown.task_id]),
        "due": short_date(shown.due_on) if shown.due_on else due_of(shown.task),
        "timing": timing(shown.deadline, shown.state, today()),
        "answers": shown.answers.prefetch_related("files"),
        "receipt": next((step for step in steps if step.name == Move.RECEIVE), None),
        "steps": [step for step in steps if step.name != Move.RECEIVE],
        "is_issuer": is_issuer,
        "answers_for": "" if is_issuer else who_answers(request.user, {shown.unit_id}),
        "sent": again,
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
        "typed": typed,
        "accepted": ACCEPTED,
    }
    return render(request, "tasks/assignment.html", context, status=REFUSED if attempt.problems else 200)


def _answer(request: OfficersRequest, shown: Assignment, text: str) -> None:
    move = request.POST.get("move", "")
    if move not in [step.name for step in ASSIGNMENTS]:
        raise Http404(move)
    told = {"text": text, "uploads": request.FILES.getlist("files"), FIELD: given_in(request)}
    with transaction.atomic():
        if comes_first(request):
            ASSIGNMENTS.perform(move, shown, request.user, **told)
    messages.success(request, ASSIGNMENTS[move].words.done.format(row=shown))


@require_safe
@officers_only
def file(request: OfficersRequest, pk: int) -> FileResponse:
    """A paper sent with an answer, for those who see the assignment."""
    kept_ones = AnswerFile.objects.filter(answer__assignment__in=_in_sight(request.user)).exclude(stored="")
    kept = get_object_or_404(kept_ones, pk=pk)
    response = FileResponse(kept.stored.open(), as_attachment=True, filename=kept.name)
    response["Content-Type"] = kept.media_type
    return response


@require_safe
@officers_only
def given(request: OfficersRequest, document_pk: int) -> HttpResponse:
    """Who has received, who is late: the assignments of one plan of ours. Two queries."""
    documents = Document.objects.with_dealings_seen_by(request.user).select_related("unit")
    document = get_object_or_404(documents, pk=document_pk)
    assignments = list(
        Assignment.objects.in_force()
        .filter(**{to_document(Assignment): document})
        .select_related("task", "unit")
    )
    context = {
        "nav": "desk",
        "document": document,
        "strips": strips_of(assignments, today()),
        "units": _standing_of_units(assignments),
    }
    return render(request, "tasks/given.html", context)


def _standing_of_units(assignments: list[Assignment]) -> dict[str, int]:
    """How many units were given work, have received all of theirs, are late with some; and reports to judge."""
    everyone = {assignment.unit_id for assignment in assignments}
    unread = {a.unit_id for a in assignments if a.state == AssignmentState.GIVEN}
    late = {a.unit_id for a in assignments if timing(a.deadline, a.state, today()) == Timing.LATE}
    waiting = sum(a.state == AssignmentState.REPORTED for a in assignments)
    return {"all": len(everyone), "received": len(everyone - unread), "late": len(late), "waiting": waiting}
