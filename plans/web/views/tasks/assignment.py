"""One task in the hands of one unit: the page of who does it, and of who gave it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.steps import Step
from childlabour.core.vietnamese import short_date
from childlabour.units.access import viewer
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form, wants_json
from childlabour.units.models import Officer
from childlabour.units.once import comes_first
from plans.drafting.urging import why_no_letter
from plans.followup.attachments import ACCEPTED
from plans.followup.reminding import may_remind_of
from plans.followup.steps import ASSIGNMENTS, Side, sides_of
from plans.followup.told import said_of_telling
from plans.followup.work_items import may_plan
from plans.law.belonging import document_of
from plans.models import IN_HAND, AnswerFile, Assignment, Move, Status
from plans.pages.answering import who_answers
from plans.pages.outline import below, due_of, words_to_read
from plans.pages.standing import LONG, newest_of_the_unit, standing_of
from plans.privacy.asking import FIELD
from plans.web.confirming import ASKED_LATER, confirming, given_in
from plans.web.door import REFUSED, Attempt

from .forms import StepForm, WorkItemForm
from .sight import WITH, in_sight
from .work_items import PLANS, add_item

ANSWERING = (Move.REPORT, Move.FINISH)  # share the one field and the files
JUDGING = (Move.ACCEPT, Move.SEND_BACK)
ON_REQUEST = (Move.GRANT, Move.DECLINE)
MOST_TURNS = 24


@dataclass(frozen=True)
class Offer:
    """One step that is open to the reader, with the form that it needs."""

    step: Step
    form: StepForm
    is_open: bool  # it was just refused


@takes_form
@officers_only
def assignment(request: OfficersRequest, pk: int) -> HttpResponse:
    """One task: its words, its days, what was said and done so far, and the steps open to me."""
    shown = get_object_or_404(in_sight(request.user).select_related(*WITH, "post", "person", "leader"), pk=pk)
    again = sent(request)
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            if PLANS in request.POST:
                return add_item(request, shown)
            _take_step(request, shown)
            if wants_json(request):
                return JsonResponse({"taken": True})
            return redirect("tasks:assignment", pk)
    steps = ASSIGNMENTS.available(request.user, shown)
    item_form = _item_form(request, shown, again.typed)
    is_issuer = shown.unit_id not in viewer(request.user).seen_unit_ids
    may_remind = shown.state in IN_HAND and may_remind_of(request.user, shown)
    answers = list(shown.answers.select_related("to_unit").prefetch_related("files"))
    context = {
        "nav": "tasks",
        "assignment": shown,
        "document": document_of(shown),
        "words": words_to_read(below([shown.task])[shown.task_id]),
        "due": _due_in_words(shown),
        "answers": answers,
        "is_long": len(answers) > LONG,
        "newest": newest_of_the_unit(shown, answers) if is_issuer else None,
        "standing": None if is_issuer else standing_of(shown, answers, today()),
        "beside": in_sight(request.user).filter(made_from=shown).order_by("turn", "pk")[:MOST_TURNS],
        "items": shown.work_items.select_related("post"),
        "plans": PLANS,
        "item_form": item_form,
        "planning": item_form is not None and item_form.is_bound,
        "reminders": list(
            shown.reminders.exclude(letter__status=Status.CANCELLED).select_related("letter__unit")
        ),
        "may_remind": may_remind,
        "no_letter": why_no_letter(request.user, [shown]) if may_remind else (),
        "is_issuer": is_issuer,
        "answers_for": _who_acts(request.user, shown, is_issuer),
        "sent": again,
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
        "asked_later": ASKED_LATER,
        "typed": _typed_into_the_main_form(again.typed),
        "accepted": ACCEPTED,
        **_laid_out(request, shown, steps, again.typed),
    }
    return render(request, "tasks/assignment.html", context, status=REFUSED if attempt.problems else 200)


def _who_acts(reader: Officer, shown: Assignment, is_issuer: bool) -> str:
    """Told to whoever looks at it from one side, and may not act there."""
    if not is_issuer:
        return who_answers(reader, {shown.unit_id})
    if Side.ISSUER in sides_of(reader, shown):
        return ""
    return (
        f"Cán bộ soạn thảo, lãnh đạo của {document_of(shown).unit} duyệt báo cáo, gia hạn, chuyển, thu hồi."
    )


def _item_form(request: OfficersRequest, shown: Assignment, typed: QueryDict) -> WorkItemForm | None:
    """The next step of the unit's own plan, for who may make it."""
    if not may_plan(request.user, shown):
        return None
    return WorkItemForm(shown, request.user, typed if PLANS in typed else None)


def _typed_into_the_main_form(typed: QueryDict) -> dict[str, str]:
    """Every other form has its own fields of the same names."""
    is_of_it = PLANS not in typed and typed.get("move", "") in ("", *ANSWERING, *JUDGING)
    return {name: typed.get(name, "") if is_of_it else "" for name in ("text", "day", "paper")}


def _take_step(request: OfficersRequest, shown: Assignment) -> None:
    move = request.POST.get("move", "")
    step = next((step for step in ASSIGNMENTS if step.name == move), None)
    if step is None:
        raise Http404(move)
    told = StepForm(step, shown, request.user, request.POST).told()
    told |= {"uploads": request.FILES.getlist("files"), FIELD: given_in(request)}
    with transaction.atomic():
        if comes_first(request):
            ASSIGNMENTS.perform(move, shown, request.user, **told)
    messages.success(request, _said(step, shown, told))


def _said(step: Step, shown: Assignment, told: Mapping[str, Any]) -> str:
    """What was done, and, of what the giver did, whether anybody at the unit gets word of it."""
    done = step.words.done.format(row=shown)
    if Side.ISSUER not in step.who:
        return done
    return f"{done} {said_of_telling([told.get('unit') or shown.unit])}"


def _due_in_words(shown: Assignment) -> str:
    """As it stands; as the words say it where no day of its own was set."""
    own = shown.extended_to or shown.due_on
    return short_date(own) if own else due_of(shown.task)


def _laid_out(
    request: OfficersRequest, shown: Assignment, steps: Iterable[Step], typed: QueryDict
) -> dict[str, Any]:
    """The steps where the page has them: one press first, what belongs together in one form, the others below."""
    open_ones = {step.name: step for step in steps}

    def offered(names: Collection[str]) -> list[Offer]:
        return [_offer(request, shown, open_ones[name], typed) for name in names if name in open_ones]

    apart = {Move.RECEIVE, Move.START, *ANSWERING, *JUDGING, *ON_REQUEST}
    return {
        "receipt": open_ones.get(Move.RECEIVE),
        "start": open_ones.get(Move.START) if Move.RECEIVE not in open_ones else None,
        "answering": [open_ones[name] for name in ANSWERING if name in open_ones],
        "judging": [open_ones[name] for name in JUDGING if name in open_ones],
        "on_request": offered(ON_REQUEST),
        "others": offered([name for name in open_ones if name not in apart]),
    }


def _offer(request: OfficersRequest, shown: Assignment, step: Step, typed: QueryDict) -> Offer:
    is_open = typed.get("move") == step.name
    return Offer(step, StepForm(step, shown, request.user, typed if is_open else None), is_open)


@require_safe
@officers_only
def file(request: OfficersRequest, pk: int) -> FileResponse:
    """A paper sent with an answer, for those who see the assignment."""
    kept_ones = AnswerFile.objects.filter(answer__assignment__in=in_sight(request.user)).exclude(stored="")
    kept = get_object_or_404(kept_ones, pk=pk)
    response = FileResponse(kept.stored.open(), as_attachment=True, filename=kept.name)
    response["Content-Type"] = kept.media_type
    return response
