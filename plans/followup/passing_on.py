"""Work goes to a unit that the words of the document do not name: passed on, or given later.

The words stay as they were issued, and who was named in them; what is given beside them is a row of its own
(docs/decisions/0057-given-beside-the-words.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from childlabour.core.clock import now, today
from childlabour.core.errors import Problem, Refusal
from childlabour.core.steps import Act
from childlabour.units.models import Officer, Role, Unit
from plans.law.belonging import document_of, to_document
from plans.law.roles import roles_towards
from plans.models import Answer, Assignment, AssignmentRole, AssignmentState, Move, Status, Task

from .days import deadline_moved_by
from .told import tell_of_new_work

GIVES = frozenset({Role.DRAFTER, Role.LEADER})
CARRIED_ON = (
    "role",
    "due_on",
    "extended_to",
    "leader_id",
    "product",
    "responsibility",
    "authority",
    "priority",
    "recurs",
)


def may_be_passed_to(act: Act) -> Iterator[Problem]:
    """Two who pass it on at once to the same unit wait for one another."""
    unit = act["unit"]
    if unit is None:
        return  # asked for by the step itself
    task = Task.objects.select_for_update(of=("self",), no_key=True).get(pk=act.row.task_id)
    yield from _unit_can_take(unit, task, act.row.turn)


def _unit_can_take(unit: Unit, task: Task, turn: str) -> Iterator[Problem]:
    if unit.valid_to and unit.valid_to < today():
        yield Problem(f"{unit} đã giải thể hoặc sáp nhập: chọn đơn vị thay nó.", "unit")
    elif Assignment.objects.filter(task=task, unit=unit, turn=turn).exists():
        yield Problem(f"{unit} đã được giao nhiệm vụ này: chọn đơn vị khác.", "unit")


def pass_on(act: Act) -> None:
    """The new unit has the deadline and the charges of the old one, unless it is given a later day; and is told."""
    was, moved = act.row, deadline_moved_by(act)
    new = Assignment.objects.create(
        task_id=was.task_id,
        unit=act["unit"],
        turn=was.turn,
        given_at=now(),
        made_from=was,
        **{name: getattr(was, name) for name in CARRIED_ON},
    )
    if moved:
        new.extended_to = moved.after
        new.save(update_fields=["extended_to"])
    new.task = was.task
    _journal_giving(new, act.officer, f"Chuyển từ {was.unit}: {act['text']}")
    tell_of_new_work([new], but=act.officer)


@dataclass(frozen=True)
class Commission:
    """What is given beside the words: to whom, until when, as what."""

    units: tuple[Unit, ...]
    due_on: date | None = None
    role: str = AssignmentRole.LEAD
    text: str = ""


@transaction.atomic
def give(task: Task, commission: Commission, officer: Officer) -> list[Assignment]:
    """Units get a task of an issued document that its words do not give them: of a paper of old times, or one that
    names nobody. All or nothing; raises Refusal with every reason.
    """
    row = (
        Task.objects.select_for_update(of=("self",), no_key=True)
        .select_related(to_document(Task, "unit"))
        .get(pk=task.pk)
    )
    document = document_of(row)
    if not GIVES & roles_towards(officer, document.unit_id):
        raise Refusal(f"Chỉ cán bộ soạn thảo, lãnh đạo của {document.unit} giao thêm việc của văn bản này.")
    if document.status != Status.ISSUED:
        raise Refusal(f"Văn bản {document.get_status_display()}: không giao việc của nó nữa.")
    if problems := list(_problems_of(commission, row)):
        raise Refusal(*problems)
    moment = now()
    given = [
        Assignment.objects.create(
            task=row, unit=unit, role=commission.role, due_on=commission.due_on, given_at=moment
        )
        for unit in commission.units
    ]
    for one in given:
        _journal_giving(one, officer, commission.text)
    tell_of_new_work(given, but=officer)
    return given


def _problems_of(commission: Commission, task: Task) -> Iterator[Problem]:
    if not commission.units:
        yield Problem("Chọn ít nhất một đơn vị để giao.", "units")
    for unit in commission.units:
        yield from _unit_can_take(unit, task, "")
    deadline = commission.due_on or task.due_on
    if deadline and deadline < today():
        yield Problem("Thời hạn đã qua: ghi thời hạn mới cho đơn vị.", "due_on")


def _journal_giving(assignment: Assignment, officer: Officer, text: str) -> None:
    Answer.objects.create(
        assignment=assignment,
        at=now(),
        officer=officer,
        officer_name=str(officer),
        state=AssignmentState.GIVEN,
        move=Move.GIVE,
        text=text,
        day=assignment.deadline,
    )
