"""Work that comes round again: each turn of it is an assignment of its own, made when the turn begins.

A job comes by every day; made twice, a turn is there once (the database says so).
"""

from datetime import date, timedelta

from django.db import transaction

from childlabour.core.clock import now, today
from childlabour.core.steps import Act
from plans.law.belonging import document_of, to_document
from plans.law.recurring import Turn, turn_of, turns_between
from plans.models import IN_HAND, Assignment, Status

from .told import tell_of_new_work

CARRIED_ON = (
    *("role", "post_id", "person_id", "leader_id"),
    *("product", "responsibility", "authority", "priority"),
)
MOST_BACK = 12  # turns made up for at once, where nobody came by for long
A_DAY = timedelta(days=1)


def begin_turns(act: Act) -> None:
    """Once a task is said to come round again, the turns that have begun by today are there."""
    if act.row.recurs:
        make_turns_of(act.row.pk, today())


def make_turns(day: date) -> int:
    """Every turn that has begun by `day` and is not there yet; how many were made."""
    going_on = Assignment.objects.exclude(recurs="").filter(
        state__in=IN_HAND, **{to_document(Assignment, "status"): Status.ISSUED}
    )
    return sum(make_turns_of(pk, day) for pk in going_on.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def make_turns_of(pk: int, day: date) -> int:
    """Under a lock on what recurs: of two that come at once the second finds all of it made."""
    rows = Assignment.objects.select_for_update(of=("self",)).select_related(
        to_document(Assignment, "unit"), "unit"
    )
    source = rows.get(pk=pk)
    known = set(
        Assignment.objects.filter(task=source.task_id, unit=source.unit_id).values_list("turn", flat=True)
    )
    new = [_turn(source, turn) for turn in _begun(source, day) if turn.code not in known]
    made = Assignment.objects.bulk_create(new)
    tell_of_new_work(made)
    return len(made)


def _begun(source: Assignment, day: date) -> list[Turn]:
    """The turn of today and what was missed since the last one; nothing of before it was said to come round again, and
    nothing beyond what its document plans.
    """
    last = source.made.exclude(turn="").order_by("-due_on").first()
    first = last.due_on + A_DAY if last and last.due_on else turn_of(source.recurs, day).first
    return turns_between(source.recurs, first, min(day, document_of(source).last_day))[-MOST_BACK:]


def _turn(source: Assignment, turn: Turn) -> Assignment:
    return Assignment(
        task=source.task,
        unit=source.unit,
        turn=turn.code,
        due_on=turn.last,
        given_at=now(),
        made_from=source,
        **{name: getattr(source, name) for name in CARRIED_ON},
    )
