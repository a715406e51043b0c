"""One task in the hands of one unit: the page of who does it, and of who gave it."""

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.vietnamese import short_date
from childlabour.units.access import viewer
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form, wants_json
from childlabour.units.once import comes_first
from plans.followup.attachments import ACCEPTED
from plans.followup.reminding import may_remind_of
from plans.followup.steps import ASSIGNMENTS
from plans.law.belonging import document_of
from plans.models import IN_HAND, AnswerFile, Assignment, Move, Status
from plans.pages.answering import who_answers
from plans.pages.outline import below, due_of, words_to_read
from plans.privacy.asking import FIELD
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt

from .sight import in_sight


@takes_form
@officers_only
def assignment(request: OfficersRequest, pk: int) -> HttpResponse:
    """One task: its words, what was answered so far, and the steps open to me."""
    shown = get_object_or_404(in_sight(request.user), pk=pk)
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
        "condition": shown.condition_on(today()),
        "answers": shown.answers.prefetch_related("files"),
        "reminders": list(
            shown.reminders.exclude(letter__status=Status.CANCELLED).select_related("letter__unit")
        ),
        "may_remind": shown.state in IN_HAND and may_remind_of(request.user, shown),
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
    kept_ones = AnswerFile.objects.filter(answer__assignment__in=in_sight(request.user)).exclude(stored="")
    kept = get_object_or_404(kept_ones, pk=pk)
    response = FileResponse(kept.stored.open(), as_attachment=True, filename=kept.name)
    response["Content-Type"] = kept.media_type
    return response
