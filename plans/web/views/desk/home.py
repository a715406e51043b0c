"""The desk: what needs me now and why, who holds the rest, the year of my units."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from childlabour.core.clock import today
from childlabour.core.paging import page_of
from childlabour.units.gate import officers_only
from plans.followup.piles import HEADINGS, PRESSING, counts_of
from plans.issuing.standing_in import handed_over_by, handed_over_to, led_by
from plans.issuing.workflow import may, waiting_for
from plans.law.belonging import document_of, to_document
from plans.law.rights import may_create
from plans.law.seeing import of_own_units
from plans.models import Action, Assignment, AssignmentRole, Condition, Document
from plans.pages.answering import units_given, waiting_for_giver, who_answers
from plans.pages.desk import (
    issued_by_month,
    waiting_for_me,
    waiting_for_others,
    whereabouts_of,
)
from plans.pages.desk_filter import DeskFilter
from plans.pages.incoming import waiting_of
from plans.pages.returned import returns_of
from plans.pages.telling import stages
from plans.reading.intakes import open_for
from plans.takedown.rights import waiting_for as take_downs_waiting_for

MOST_MINE, MOST_OTHERS, MOST_ISSUED = 30, 20, 10
A_PAGE = 30


@require_safe
@officers_only
def home(request):
    """Some twenty queries, however many documents the units have: of each list its first rows and its length."""
    mine, many_mine = _first(waiting_for_me(request.user), MOST_MINE)
    others, many_others = _first(waiting_for_others(request.user), MOST_OTHERS)
    with_rows([*mine, *others])
    year = today().year
    issued = of_own_units(Document.objects.issued(), request.user).filter(issued_on__year=year)
    due = (
        of_own_units(Assignment.objects.in_force(), request.user)
        .filter(role=AssignmentRole.LEAD)
        .open_until(today())
        .select_related(to_document(Assignment), "unit")
        .order_by("deadline_on", "task_id", "unit__place__path")[:500]
    )
    overdue = _by_task(due)
    to_answer = waiting_for_giver(request.user).count()
    given = Assignment.objects.given_to(request.user)
    own_tasks = {key: count for key, count in counts_of(given, today()).items() if key in PRESSING}
    incoming = waiting_of(request.user)
    return render(
        request,
        "desk/home.html",
        {
            "nav": "desk",
            "mine": mine,
            "more_mine": many_mine - len(mine),
            "others": others,
            "more_others": many_others - len(others),
            "issued": issued.for_lists()[:MOST_ISSUED],
            "months": issued_by_month(issued, year),
            "overdue": overdue,
            "incoming": incoming,
            "intakes": open_for(request.user)[:10],
            "take_downs": take_downs_waiting_for(request.user),
            "own_tasks": [(key, HEADINGS[key].lower(), count) for key, count in own_tasks.items()],
            "answers_for": who_answers(request.user, units_given(request.user)) if own_tasks else "",
            "tiles": _tiles(many_mine, many_others, own_tasks, overdue, to_answer),
            "year": year,
            "may_create": may_create(request.user),
            "leads": led_by(request.user).exists(),
            "away": handed_over_by(request.user),
            "standing_in": handed_over_to(request.user),
        },
    )


@require_safe
@officers_only
def documents(request):
    """All documents of the officer's units, also the cancelled ones. Some twelve queries, a page at a time."""
    narrowed = DeskFilter(request.GET, request.user)
    found = narrowed.qs.for_lists().order_by("-updated_at", "-pk")
    page = page_of(found, request, A_PAGE)
    rows = with_rows(page)
    for document in rows:
        document.may_reopen = may(request.user, Action.REOPEN, document)
    context = {"nav": "desk", "form": narrowed.form, "page": page, "rows": rows}
    return render(request, "desk/documents.html", context | {"may_create": may_create(request.user)})


def _first(documents, most: int) -> tuple[list[Document], int]:
    """The first rows and how many there are; the second query only where they do not all fit."""
    rows = list(documents.for_lists()[: most + 1])
    return rows[:most], documents.order_by().count() if len(rows) > most else len(rows)


def with_rows(documents: Iterable[Document]) -> list[Document]:
    """Each with what `desk/home_row.html` prints. Six queries however many."""
    rows = list(documents)
    returns, lying = returns_of(rows), whereabouts_of(rows)
    for document in rows:
        step = waiting_for(document)
        document.waiting_for = step.words.waiting if step else ""
        document.returned = returns.get(document.pk)
        document.whereabouts = lying.get(document.pk)
        document.stages = stages(document)
        document.address = _address(document)
    return rows


def _address(document: Document) -> str:
    return reverse("desk:editor" if document.is_editable else "issuing:document", args=[document.pk])


@dataclass(frozen=True)
class Tile:
    """A count that leads to what it counts."""

    count: int
    words: str
    address: str
    tone: str = ""


def _tiles(mine: int, others: int, own_tasks: dict[str, int], overdue, to_answer: int) -> list[Tile]:
    """Only where there is something."""
    late = own_tasks.get(Condition.LATE.value, 0)
    tiles = (
        Tile(mine, "văn bản cần xử lý", "#mine"),
        Tile(
            late,
            "nhiệm vụ của đơn vị quá hạn",
            f"{reverse('tasks:home')}?nhom={Condition.LATE.value}",
            "seal",
        ),
        Tile(len(overdue), "nhiệm vụ đã giao, quá hạn", "#late", "seal"),
        Tile(to_answer, "việc đã giao chờ trả lời", reverse("tasks:waiting")),
        Tile(others, "văn bản chờ người khác", "#others-wait"),
    )
    return [tile for tile in tiles if tile.count]


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
