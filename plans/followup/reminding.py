"""Units are reminded of what they have not answered: when its day comes near or is over, and by hand.

Nobody is reminded of what was answered, closed or suspended, and of one task once a day at most. The words are those
of the document: nothing is typed, so no child can be named.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.urls import reverse

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.core.vietnamese import short_date
from childlabour.notices.telling import Telling, tell_all
from childlabour.units.access import Someone
from childlabour.units.holding import standing_for
from childlabour.units.models import Officer, Role
from plans.law.belonging import document_of, to_document
from plans.law.roles import roles_towards
from plans.models import IN_HAND, Assignment, ReminderWay, TaskReminder, without_words
from plans.models.task import AssignmentQuerySet

from .passing_on import GIVES
from .told import address_of, short, where_nobody_answers

STAGES = (30, 7, 1, 0, -1, -7, -30)  # days to the deadline; below zero: days after it
CATCH_UP = 2  # days for which a missed stage is made up; after that the next one comes
AT_ONCE = 500


@dataclass(frozen=True)
class Reminding:
    """What becomes of one press for many: who was reminded, and of the others why not, in words with their count."""

    reminded: int
    left_out: tuple[str, ...]


class NotReminded(StrEnum):
    ANSWERED = "đã trả lời hoặc không còn phải làm"
    TODAY = "hôm nay đã nhắc"
    NOBODY = "đơn vị chưa có người trả lời trên hệ thống"


def may_remind_of(officer: Someone, assignment: Assignment) -> bool:
    """Free when the document is fetched along."""
    return bool(GIVES & roles_towards(officer, document_of(assignment).unit_id))


# ── By hand ───────────────────────────────────────────────────────────────────────────────────────────


@transaction.atomic
def remind_of(chosen: Collection[int], officer: Officer) -> Reminding:
    """One notice a task to whoever answers for its unit. A fixed number of queries, however many.

    Raises Refusal where one of them was given by another unit, and where nobody is left to be reminded. What this
    officer may not see is not there.
    """
    rows = list(_locked(chosen, officer))
    if not rows:
        raise Refusal("Chưa chọn nhiệm vụ nào để nhắc.")
    if others := {str(document_of(row).unit) for row in rows if not may_remind_of(officer, row)}:
        raise Refusal(f"Chỉ cán bộ của cơ quan giao việc mới nhắc được: {', '.join(sorted(others))}.")
    reminded_today = set(_reminded_on(today()).filter(assignment__in=rows))
    people = standing_for({row.unit_id for row in rows}, {Role.RESPONDER})
    why_not = {row: _why_not(row, reminded_today, people[row.unit_id]) for row in rows}
    due = [row for row in rows if not why_not[row]]
    left_out = Counter(why for why in why_not.values() if why)
    deaf = {row.unit_id: row.unit for row in rows if why_not[row] == NotReminded.NOBODY}
    named = f" ({'; '.join(where_nobody_answers(unit) for unit in deaf.values())})" if deaf else ""
    said = tuple(
        f"{how_many} việc {why}{named if why == NotReminded.NOBODY else ''}"
        for why, how_many in left_out.items()
    )
    if not due:
        raise Refusal(f"Không nhắc việc nào: {'; '.join(said)}.")
    _note(due, people, today(), ReminderWay.BY_HAND, officer)
    tell_all(_each(due, people))
    return Reminding(len(due), said)


def _reminded_on(day: date) -> QuerySet[TaskReminder, int]:
    """Assignments whose units got a notice that day."""
    notices = TaskReminder.objects.exclude(way=ReminderWay.LETTER).filter(day=day)
    return notices.order_by().values_list("assignment_id", flat=True)


def _locked(chosen: Collection[int], officer: Officer) -> QuerySet[Assignment]:
    rows = Assignment.objects.in_force().visible_to(officer).filter(pk__in=chosen).order_by("pk")
    return _with_all(rows).select_for_update(of=("self",))


def _with_all(rows: AssignmentQuerySet) -> AssignmentQuerySet:
    """What a reminder says, and to whom."""
    return without_words(
        rows.with_deadline().select_related(to_document(Assignment, "unit"), "unit", "person")
    )


def _why_not(row: Assignment, reminded_today: set[int], people: list[Officer]) -> NotReminded | None:
    if row.state not in IN_HAND:
        return NotReminded.ANSWERED
    if row.pk in reminded_today:
        return NotReminded.TODAY
    return None if people or row.person_id else NotReminded.NOBODY


# ── By the day ────────────────────────────────────────────────────────────────────────────────────────


def remind_by_days(day: date) -> int:
    """How many tasks were reminded of: those that have come to a stage, once each. Bears being run again.

    A unit is told of all its tasks of one stage in one notice.
    """
    reminded = 0
    found = _at_a_stage(day)
    for start in range(0, len(found), AT_ONCE):
        rows = _with_all(Assignment.objects.filter(pk__in=found[start : start + AT_ONCE])).order_by(
            "unit_id", "pk"
        )
        people = standing_for({row.unit_id for row in rows}, {Role.RESPONDER})
        reached = [row for row in rows if _people_of(row, people)]
        _note(reached, people, day, ReminderWay.BY_DAY)
        tell_all(_together(reached, people, day))
        reminded += len(reached)
    return reminded


def stage_of(deadline: date, day: date) -> int | None:
    """The stage that `day` has come to; None between stages, and where it was passed too long ago."""
    left = (deadline - day).days
    reached = min((stage for stage in STAGES if stage >= left), default=None)
    return reached if reached is not None and reached - left <= CATCH_UP else None


def _at_a_stage(day: date) -> list[int]:
    """By unit. Two queries, of numbers and days alone: half a country may be due on one day."""
    days = {day + timedelta(days=stage - late) for stage in STAGES for late in range(CATCH_UP + 1)}
    rows = (
        Assignment.objects.in_force()
        .counted()
        .with_deadline()
        .filter(Q(deadline_on__in=sorted(days)), state__in=IN_HAND)
        .order_by("unit_id", "pk")
        .values_list("pk", F("deadline_on"))
    )
    reminded = _last_reminded(day)
    return [
        pk for pk, deadline in rows if _is_new(stage_of(deadline, day), deadline, reminded.get(pk, date.min))
    ]


def _is_new(stage: int | None, deadline: date, reminded_on: date) -> bool:
    """Whether nobody was reminded since the stage came."""
    return stage is not None and reminded_on < deadline - timedelta(days=stage)


def _last_reminded(day: date) -> dict[int, date]:
    """When each got a notice last, within the days that a stage is made up for. One query."""
    recent = TaskReminder.objects.exclude(way=ReminderWay.LETTER).filter(
        day__gte=day - timedelta(days=CATCH_UP)
    )
    return dict(recent.order_by("day").values_list("assignment_id", "day"))  # the last day stays


def _each(rows: Iterable[Assignment], people: dict[int, list[Officer]]) -> Iterator[Telling]:
    for row in rows:
        words = f"{document_of(row).unit} nhắc: {short(str(row.task))}{_when(row)}"
        yield Telling(_people_of(row, people), words, address_of(row))


def _together(rows: Iterable[Assignment], people: dict[int, list[Officer]], day: date) -> Iterator[Telling]:
    groups: dict[tuple[int, int | None, date | None], list[Assignment]] = defaultdict(list)
    for row in rows:
        groups[row.unit_id, row.person_id, row.deadline].append(row)
    for alike in groups.values():
        first = alike[0]
        task = short(str(first.task)) if len(alike) == 1 else f"{len(alike)} nhiệm vụ của {first.unit}"
        way = address_of(first) if len(alike) == 1 else reverse("tasks:home")
        yield Telling(_people_of(first, people), f"Nhắc việc: {task}{_when(first, day)}", way)


# ── Both ──────────────────────────────────────────────────────────────────────────────────────────────


def _people_of(row: Assignment, people: dict[int, list[Officer]]) -> list[Officer]:
    return [*people[row.unit_id], *([row.person] if row.person else [])]


def _when(row: Assignment, day: date | None = None) -> str:
    """ ", hạn 30/11/2026 (còn 7 ngày)"."""
    if row.deadline is None:
        return ""
    left = (row.deadline - (day or today())).days
    how_far = f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày" if left < 0 else "hôm nay đến hạn"
    return f", hạn {short_date(row.deadline)} ({how_far})"


def _note(
    rows: Iterable[Assignment],
    people: dict[int, list[Officer]],
    day: date,
    way: ReminderWay,
    officer: Officer | None = None,
) -> None:
    """In the log of each task. Of two at once the second is no second line."""
    TaskReminder.objects.bulk_create(
        (
            TaskReminder(
                assignment=row,
                day=day,
                at=now(),
                way=way,
                due_on=row.deadline,
                officer=officer,
                officer_name=str(officer or ""),
                people=len({one.pk for one in _people_of(row, people)}),
            )
            for row in rows
        ),
        AT_ONCE,
        ignore_conflicts=True,
    )
