"""One page on which a document is moved on: what it says, what changed, what may be done, what happened."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.clock import today
from childlabour.core.errors import Problem
from childlabour.units.gate import OfficersRequest, Sent, officers_only, sent, texts_in
from childlabour.units.models import Officer
from plans.checking.dossier import dossier_of
from plans.checking.findings import Finding, Severity
from plans.checking.rules import check
from plans.issuing.guards import objections_to_a_number
from plans.issuing.register import ahead_of
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import available, perform
from plans.law.rights import may_edit
from plans.models import Action, Document, RelationKind, Status, Submission
from plans.pages.desk import to_judge
from plans.pages.old_papers import old_paper_of
from plans.pages.pairs import pair_of
from plans.pages.returned import returns_of
from plans.pages.telling import stages, with_addresses
from plans.paper.changes import PaperChange, numbered
from plans.paper.compare import compare, differs, tags
from plans.paper.frozen import from_data
from plans.paper.html import screen_style, to_html
from plans.paper.on_file import paper_on_file
from plans.privacy.asking import FIELD
from plans.reading.intakes import source_of
from plans.web.confirming import confirming, given_in
from plans.web.door import REFUSED, Attempt

from .forms import form_for
from .own import own_document

Choice: TypeAlias = dict[str, Any]  # one act as the page offers it
Led: TypeAlias = tuple[Finding, str]  # with the address where it is mended; "" for who may not

ONWARD = "onward"  # the button that goes on to the next document
SHOWN_DOUBTS = 3

# Acts with a page of their own, because they need a file, a key or a choice of words.
ELSEWHERE = {
    Action.RECORD: "issuing:scan",
    Action.CARRY_OVER: "issuing:scan",
    Action.SIGN: "issuing:sign",
    Action.SEAL: "issuing:sign",
    Action.TAKE_BACK: "issuing:take_back",
    Action.MARK: "issuing:marking",
}
# What the leader answers to what is laid before him: side by side.
VERDICTS = (Action.APPROVE, Action.SEND_BACK)
OPENS_DRAFT = {
    Action.AMEND: RelationKind.AMENDS,
    Action.REPLACE: RelationKind.REPLACES,
    Action.CORRECT: RelationKind.CORRECTS,
}


@require_safe
@officers_only
def document(request: OfficersRequest, pk: int) -> HttpResponse:
    return _shown(request, own_document(request, pk))


@require_POST
@officers_only(back=lambda request, pk, action: reverse("issuing:document", args=[pk]))
def act(request: OfficersRequest, pk: int, action: str) -> HttpResponse:
    document = own_document(request, pk)
    if action not in Action:
        raise Http404
    form = form_for(Action(action), document, request.POST)
    attempt = Attempt(request)
    if form.is_valid():
        with attempt:
            told = form.cleaned_data | {FIELD: given_in(request)}
            document = perform(Action(action), document, request.user, **told)
            messages.success(request, DOCUMENTS[action].words.done.format(row=document))
            return redirect(_onward(request, Action(action), document))
    refused = {Action(action): form}
    return _shown(request, own_document(request, pk), refused, attempt.problems, status=REFUSED)


def _onward(request: OfficersRequest, action: Action, document: Document) -> str:
    """The address to go to after an act. Who judges several in a row comes to the next one."""
    if action in OPENS_DRAFT:
        relation = document.later_relations.filter(kind=OPENS_DRAFT[action]).latest("pk")
        return reverse("desk:editor", args=[relation.later_id])
    if action == Action.REOPEN:
        return reverse("desk:editor", args=[document.pk])
    if ONWARD not in request.POST:
        return reverse("issuing:document", args=[document.pk])
    if following := to_judge(request.user).order_by("updated_at", "pk").first():
        return reverse("issuing:document", args=[following.pk])
    messages.info(request, "Không còn văn bản nào chờ anh/chị duyệt.")
    return reverse("desk:home")


def _shown(
    request: OfficersRequest,
    document: Document,
    refused: Mapping[Action, BaseForm] = MappingProxyType({}),
    problems: tuple[Problem, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    """Some twenty queries, however long the document and its history. `refused`: the form of an act, by its name."""
    again = sent(request)
    sheet, changes = _sheet(document)
    laid = document.submissions.defer("paper").last()
    prefetch_related_objects([document], "signatures")
    choices: list[Choice] = []
    for step in available(document, request.user):
        action = Action(step.name)
        typed = again.to(_address_of(action, document))
        form = refused.get(action) or form_for(action, document, typed=typed)
        if action == Action.APPROVE and not form.is_bound:
            form.initial = {"seen": laid and laid.pk}
        elsewhere = ELSEWHERE.get(action)
        choice: Choice = {"step": step, "form": form, "elsewhere": elsewhere, "is_open": bool(typed)}
        choices.append(choice | {"confirming": confirming(request, problems) if action in refused else None})
    # What comes next stands first, as in the table; of the others first what one press does.
    choices.sort(key=_nearness)
    for choice in choices[:1]:
        choice["is_next"] = choice["step"].leads
        choice["is_open"] |= choice["is_next"]
    verdicts = _verdicts(choices)
    open_acts = {choice["step"].name for choice in choices}
    context = {
        "nav": "desk",
        "document": document,
        "verdicts": verdicts,
        "choices": [choice for choice in choices if not verdicts or choice["step"].name not in VERDICTS],
        "findings": _findings(document, request.user) if verdicts or Action.SUBMIT in open_acts else None,
        "to_judge": to_judge(request.user).exclude(pk=document.pk).count() if verdicts else 0,
        "laid": laid if document.status == Status.SUBMITTED else None,
        "returned": returns_of([document]).get(document.pk),
        "ahead": _ahead(document) if Action.NUMBER in open_acts else None,
        "problems": with_addresses(problems, document, request.user),
        "sent": again,
        "texts": _left_over(again, document, choices),
        "stages": stages(document),
        "sheet": sheet,
        "changes": changes,
        "paper_figures": screen_style(),
        "events": document.events.order_by("-at", "-pk"),
        "signatures": document.signatures.all(),
        "takes_scan": document.is_of_old_times and document.is_editable and may_edit(request.user, document),
        "old_paper": old_paper_of(document),
        "source": source_of(document, request.user),
        "copies": document.certified_copies.all(),
        "later": document.later_relations.select_related("later__unit"),
        "earlier": document.earlier_relations.select_related("earlier__unit"),
        "pair": pair_of(document, request.user),
    }
    return render(request, "issuing/plan.html", context, status=status)


@dataclass(frozen=True)
class Findings:
    """What the check finds, before anybody sends or approves: all that stops, three more, the rest folded."""

    stopping: int
    shown: list[Led]
    folded: list[Led]

    @property
    def many(self) -> int:
        return len(self.shown) + len(self.folded)


def _findings(document: Document, reader: Officer) -> Findings | None:
    found = check(dossier_of(document))
    problems = tuple(Problem(finding.message, anchor=finding.anchor) for finding in found)
    led = list(
        zip(found, (told["address"] for told in with_addresses(problems, document, reader)), strict=True)
    )
    stopping = sum(finding.severity == Severity.ERROR for finding in found)
    until = stopping + SHOWN_DOUBTS
    return Findings(stopping, led[:until], led[until:]) if found else None


def _ahead(document: Document) -> dict[str, Any]:
    """The number that comes next, and everything that would be said if it were taken today."""
    number = ahead_of(document, today())
    return {"number": number, "objections": objections_to_a_number(document, number)}


def _nearness(choice: Choice) -> tuple[bool, bool]:
    leads = choice["step"].leads
    return not leads, not leads and bool(choice["form"].visible_fields())


def _address_of(action: Action, document: Document) -> str:
    return reverse("issuing:act", args=[document.pk, action])


def _left_over(again: Sent, document: Document, choices: list[Choice]) -> list[str]:
    """What was typed for an act that is no longer open: it has no form to stand in."""
    open_now = {_address_of(choice["step"].name, document) for choice in choices}
    return [] if again.address in open_now else texts_in(again.typed)


def _verdicts(choices: list[Choice]) -> list[Choice]:
    """Yes and no, for who may say yes; who may only send back has no choice to make."""
    asked = [choice | {"is_verdict": True} for choice in choices if choice["step"].name in VERDICTS]
    return asked if asked and asked[0]["step"].name == Action.APPROVE else []


def _sheet(document: Document) -> tuple[str, tuple[PaperChange, ...]]:
    """The paper; while it waits for approval, with what changed since it was last laid before the leader."""
    paper = paper_on_file(document)
    if document.status in (Status.SUBMITTED, Status.DRAFT):
        earlier = _laid_before(document)
        if earlier:
            marked = compare(from_data(earlier.paper), paper)
            if differs(marked):
                return numbered(tags(to_html(marked, live=True)))
    return to_html(paper, live=True), ()


def _laid_before(document: Document) -> Submission | None:
    """What the leader saw last: the submission before this one, or the last one of a draft sent back."""
    skip = 1 if document.status == Status.SUBMITTED else 0
    return document.submissions.order_by("-pk")[skip : skip + 1].first()
