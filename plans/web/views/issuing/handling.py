"""One page on which a document is moved on: what it says, what changed, what may be done, what happened."""

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from childlabour.core.errors import Refusal
from plans.issuing.steps import DOCUMENTS
from plans.issuing.workflow import available, perform
from plans.models import Action, Plan, RelationKind, Status, Submission
from plans.pages.telling import stages, with_addresses
from plans.paper.compare import compare, differs, tags
from plans.paper.compose import paper_of
from plans.paper.frozen import from_data
from plans.paper.html import screen_style, to_html

from .forms import form_for
from .gate import officers_only, own_plan

# Acts with a page of their own, because they need a file or a key.
ELSEWHERE = {
    Action.RECORD: "issuing:scan",
    Action.SIGN: "issuing:sign",
    Action.SEAL: "issuing:sign",
    Action.TAKE_BACK: "issuing:take_back",
}
OPENS_DRAFT = {
    Action.AMEND: RelationKind.AMENDS,
    Action.REPLACE: RelationKind.REPLACES,
    Action.CORRECT: RelationKind.CORRECTS,
}


@officers_only
@require_safe
def plan(request, pk):
    return _shown(request, own_plan(request, pk))


@officers_only
@require_POST
def act(request, pk, action):
    document = own_plan(request, pk)
    if action not in Action:
        raise Http404
    form = form_for(Action(action), document, request.POST)
    if not form.is_valid():
        return _shown(request, document, wrong={Action(action): form}, status=422)
    try:
        document = perform(Action(action), document, request.user, **form.cleaned_data)
    except Refusal as refusal:
        document = own_plan(request, pk)
        return _shown(
            request, document, wrong={Action(action): form}, refused=(Action(action), refusal), status=422
        )
    return _after(request, Action(action), document)


def _after(request, action: Action, document: Plan):
    messages.success(request, DOCUMENTS[action].words.done.format(row=document))
    if action in OPENS_DRAFT:
        relation = document.later_relations.filter(kind=OPENS_DRAFT[action]).latest("pk")
        return redirect("desk:editor", relation.later_id)
    return redirect("issuing:plan", document.pk)


def _shown(request, document: Plan, *, wrong=None, refused=None, status=200):
    """Some fifteen queries, however long the document and its history."""
    sheet, is_marked = _sheet(document)
    latest = document.submissions.values_list("pk", flat=True).last()
    prefetch_related_objects([document], "signatures")
    choices = []
    for step in available(document, request.user):
        form = (wrong or {}).get(step.name) or form_for(step.name, document)
        if step.name == Action.APPROVE and not form.is_bound:
            form.initial = {"seen": latest}
        choices.append({"step": step, "form": form, "elsewhere": ELSEWHERE.get(step.name)})
    # What comes next stands first, as in the table; of the others first what one press does.
    choices.sort(key=_nearness)
    for choice in choices[:1]:
        choice["is_next"] = choice["step"].leads
    context = {
        "nav": "desk",
        "plan": document,
        "choices": choices,
        "problems": with_addresses(refused[1].problems, document) if refused else (),
        "stages": stages(document),
        "sheet": sheet,
        "is_marked": is_marked,
        "paper_figures": screen_style(),
        "events": document.events.order_by("-at", "-pk"),
        "signatures": document.signatures.all(),
        "later": document.later_relations.select_related("later__unit"),
        "earlier": document.earlier_relations.select_related("earlier__unit"),
    }
    return render(request, "issuing/plan.html", context, status=status)


def _nearness(choice: dict) -> tuple[bool, bool]:
    leads = choice["step"].leads
    return not leads, not leads and bool(choice["form"].visible_fields())


def _sheet(document: Plan) -> tuple[str, bool]:
    """The paper; while it waits for approval, with what changed since it was last laid before the leader."""
    paper = paper_of(document)
    if document.status in (Status.SUBMITTED, Status.DRAFT):
        earlier = _laid_before(document)
        if earlier:
            marked = compare(from_data(earlier.paper), paper)
            if differs(marked):
                return tags(to_html(marked, live=True)), True
    return to_html(paper, live=True), False


def _laid_before(document: Plan) -> Submission | None:
    """What the leader saw last: the submission before this one, or the last one of a draft sent back."""
    skip = 1 if document.status == Status.SUBMITTED else 0
    return document.submissions.order_by("-pk")[skip : skip + 1].first()
