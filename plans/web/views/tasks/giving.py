"""Nhiệm vụ đã giao: what one document of ours gave to whom, how far they are, and what is done with many at once."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.paging import page_of
from childlabour.units.access import Someone
from childlabour.units.gate import OfficersRequest, officers_only, sent, takes_form
from plans.followup.passing_on import GIVES, Commission, give
from plans.followup.together import perform_together
from plans.followup.told import said_of_telling
from plans.law.belonging import rows_of, to_document
from plans.law.roles import roles_towards
from plans.models import (
    UNANSWERED,
    Assignment,
    AssignmentState,
    Document,
    Move,
    Status,
    Task,
    without_words,
)
from plans.models.task import AssignmentQuerySet
from plans.pages.answering import waiting_for_giver
from plans.pages.strips import LATE, REPORTED, Strip, strips_of
from plans.privacy.asking import FIELD, refuse_mentions
from plans.privacy.shown import Shown
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt

from .forms import GiveForm, TogetherForm, problems_in
from .sight import WITH

A_PAGE = 40
TAKEN_AWAY = frozenset({AssignmentState.RECALLED, AssignmentState.PASSED_ON})
CHOSEN, ALL_LATE, ALL_OPEN, ALL_WAITING = "chosen", "late", "open", "waiting"
DONE = {
    Move.ACCEPT: "Đã chấp nhận kết quả của {} nhiệm vụ.",
    Move.GRANT: "Đã đồng ý gia hạn {} nhiệm vụ.",
    Move.EXTEND: "Đã gia hạn {} nhiệm vụ.",
    Move.RECALL: "Đã thu hồi {} nhiệm vụ.",
}
SCOPES = {
    CHOSEN: "các dòng đã đánh dấu",
    ALL_LATE: "mọi việc quá hạn",
    ALL_OPEN: "mọi việc chưa báo cáo",
    ALL_WAITING: "mọi việc chờ duyệt",
}


def _document(user: Someone, pk: int) -> Document:
    documents = Document.objects.with_dealings_seen_by(user).select_related("unit")
    return get_object_or_404(documents, pk=pk)


def _gives(user: Someone, document: Document) -> bool:
    return bool(GIVES & roles_towards(user, document.unit_id))


def _assignments(document: Document) -> AssignmentQuerySet:
    """What this document gave, while it is anybody's business."""
    rows = Assignment.objects.in_force().filter(**{to_document(Assignment): document})
    return rows.select_related("task", "unit")


@takes_form
@officers_only
def given(request: OfficersRequest, document_pk: int) -> HttpResponse:
    """Who has received, who is late; and one step with many of them. Three queries however many."""
    document = _document(request.user, document_pk)
    typed = sent(request).typed
    attempt = Attempt(request)
    if request.method == "POST":
        with attempt:
            _act_together(request, document)
            return redirect("tasks:given", document_pk)
    strips = strips_of(_assignments(document), today())
    gives = _gives(request.user, document) and document.status == Status.ISSUED
    context = {
        "nav": "desk",
        "document": document,
        "strips": strips,
        "units": _standing_of_units(strips),
        "gives": gives,
        "given_to_nobody": _given_to_nobody(document) if gives else (),
        "form": TogetherForm(typed or None) if gives else None,
        "scopes": SCOPES,
        "scope": typed.get("scope", CHOSEN),
        "chosen": set(typed.getlist("chosen")),
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
    }
    return render(request, "tasks/given.html", context, status=REFUSED if attempt.problems else 200)


def _act_together(request: OfficersRequest, document: Document) -> None:
    form = TogetherForm(request.POST)
    if not form.is_valid():
        raise Refusal(*problems_in(form))
    told = dict(form.cleaned_data)
    move, is_sure = told.pop("move"), told.pop("sure", True)
    meant = _meant(request, document)
    if meant and not is_sure:
        raise Refusal(
            Problem(
                f"Thu hồi {len(meant)} việc: đơn vị không phải làm nữa. Đánh dấu “Đã xem lại” rồi bấm lần nữa.",
                "sure",
            )
        )
    done = perform_together(move, meant, request.user, **{FIELD: given_in(request)}, **told)
    messages.success(request, DONE[move].format(len(done)))


def _meant(request: OfficersRequest, document: Document) -> list[Assignment]:
    rows = _assignments(document)
    match request.POST.get("scope", CHOSEN):
        case "late":
            return list(rows.overdue(today()))
        case "open":
            return list(rows.filter(state__in=UNANSWERED))
        case "waiting":
            return list(rows.filter(state=AssignmentState.REPORTED))
    chosen = set(request.POST.getlist("chosen"))
    return [one for one in rows if str(one.pk) in chosen]


def _given_to_nobody(document: Document) -> QuerySet[Task]:
    return without_words(rows_of(Task, document).filter(assignments=None).select_related("block"))


def _standing_of_units(strips: Iterable[Strip]) -> dict[str, int]:
    """How many units still have work, have received all of theirs, are late with some; and reports to judge."""
    rows = [unit for strip in strips for unit in strip.units]
    everyone = {unit.assignment.unit_id for unit in rows if unit.assignment.state not in TAKEN_AWAY}
    unread = {unit.assignment.unit_id for unit in rows if unit.assignment.state == AssignmentState.GIVEN}
    late = {unit.assignment.unit_id for unit in rows if unit.look == LATE}
    waiting = sum(unit.look == REPORTED for unit in rows)
    return {"all": len(everyone), "received": len(everyone - unread), "late": len(late), "waiting": waiting}


@require_safe
@officers_only
def waiting(request: OfficersRequest) -> HttpResponse:
    """Across all documents: reports to judge, requests for more time, refusals; the oldest deadline first."""
    rows = waiting_for_giver(request.user).with_deadline().select_related(*WITH)
    rows = without_words(rows).order_by(F("deadline_on").asc(nulls_last=True), "pk")
    return render(request, "tasks/waiting.html", {"nav": "desk", "page": page_of(rows, request, A_PAGE)})


@takes_form
@officers_only
def give_task(request: OfficersRequest, document_pk: int, task_pk: int) -> HttpResponse:
    """One task of an issued document given to units that its words do not name."""
    document = _document(request.user, document_pk)
    task = get_object_or_404(rows_of(Task, document).select_related("block"), pk=task_pk)
    form = GiveForm(task, document, request.user, sent(request).typed or None)
    attempt = Attempt(request)
    if request.method == "POST" and form.is_valid():
        with attempt:
            said = form.cleaned_data | {"units": tuple(form.cleaned_data["units"])}
            refuse_mentions([Shown(said["text"], "lời giao")], given_in(request), request.user)
            new = give(task, Commission(**said), request.user)
            told = said_of_telling([one.unit for one in new])
            messages.success(request, f"Đã giao cho {len(new)} đơn vị. {told}")
            return redirect("tasks:given", document_pk)
    is_wrong = bool(attempt.problems or form.errors)
    context = {
        "nav": "desk",
        "document": document,
        "task": task,
        "form": form,
        "gives": _gives(request.user, document) and document.status == Status.ISSUED,
        "problems": attempt.problems,
        "confirming": confirming(request, attempt.problems),
    }
    return render(request, "tasks/give.html", context, status=REFUSED if is_wrong else 200)
