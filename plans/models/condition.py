"""How an assignment stands by its days: derived, never stored, one truth for Python and for SQL.

A report counts from the day it was sent on, not from the day it was looked at: what waits for acceptance is not done,
but who answered in time is not late because the giver has not read it yet. What is sent back is open again.
"""

from datetime import date, timedelta

from django.db import models
from django.db.models import Case, DateField, Q, Value, When
from django.db.models.functions import Coalesce

SOON = 14  # days: two working weeks, enough to call a village meeting


class AssignmentState(models.TextChoices):
    GIVEN = "given", "đã giao"
    RECEIVED = "received", "đã tiếp nhận"
    UNDER_WAY = "under_way", "đang thực hiện"
    REPORTED = "reported", "chờ duyệt"
    DONE = "done", "hoàn thành"
    SENT_BACK = "sent_back", "thực hiện lại"
    REFUSED = "refused", "từ chối nhận"
    SUSPENDED = "suspended", "tạm dừng"
    RECALLED = "recalled", "đã thu hồi"
    PASSED_ON = "passed_on", "đã chuyển đơn vị khác"
    IMPOSSIBLE = "impossible", "không thực hiện được"


IN_HAND = (
    AssignmentState.GIVEN,
    AssignmentState.RECEIVED,
    AssignmentState.UNDER_WAY,
    AssignmentState.SENT_BACK,
)  # the unit is to act
UNANSWERED = (*IN_HAND, AssignmentState.REFUSED)  # the clock goes on, and nobody has reported
SET_ASIDE = (
    AssignmentState.SUSPENDED,
    AssignmentState.RECALLED,
    AssignmentState.PASSED_ON,
    AssignmentState.IMPOSSIBLE,
)  # nobody is to act, and no rate counts it


class Condition(models.TextChoices):
    """Five by the days, one without a day, and one for what is not counted."""

    LATE = "late", "đang thực hiện, quá hạn"
    SOON = "soon", "đang thực hiện, sắp đến hạn"
    IN_TIME = "in_time", "đang thực hiện, trong hạn"
    DONE_ON_TIME = "done_on_time", "hoàn thành đúng hạn"
    DONE_LATE = "done_late", "hoàn thành quá hạn"
    NO_DEADLINE = "no_deadline", "không thời hạn"
    SET_ASIDE = "set_aside", "không tính"


def condition_of(state: str, deadline: date | None, answered_on: date | None, today: date) -> Condition:
    """`answered_on`: the day of the report that waits or was accepted; None where nothing was reported."""
    if state in SET_ASIDE:
        return Condition.SET_ASIDE
    if deadline is None:
        return Condition.NO_DEADLINE
    is_answered = state in (AssignmentState.REPORTED, AssignmentState.DONE)
    is_late = deadline < (answered_on if is_answered and answered_on else today)
    if state == AssignmentState.DONE:
        return Condition.DONE_LATE if is_late else Condition.DONE_ON_TIME
    if is_late:
        return Condition.LATE
    is_near = not is_answered and deadline <= today + timedelta(days=SOON)
    return Condition.SOON if is_near else Condition.IN_TIME


DEADLINE = Coalesce("extended_to", "due_on", "task__due_on")
ANSWERED_ON = Coalesce("reported_on", "accepted_on")


def condition_in_sql(today: date) -> Case:
    """The same of a row that bears `deadline_on`: `Assignment.objects.with_condition(today)`."""
    reckoned = Case(
        When(
            state__in=[AssignmentState.REPORTED, AssignmentState.DONE],
            then=Coalesce(ANSWERED_ON, Value(today), output_field=DateField()),
        ),
        default=Value(today),
        output_field=DateField(),
    )
    done = Q(state=AssignmentState.DONE)
    is_late = Q(deadline_on__lt=reckoned)
    is_near = Q(deadline_on__lte=today + timedelta(days=SOON)) & ~Q(state=AssignmentState.REPORTED)
    said = {
        Condition.SET_ASIDE: Q(state__in=SET_ASIDE),
        Condition.NO_DEADLINE: Q(deadline_on=None),
        Condition.DONE_LATE: done & is_late,
        Condition.DONE_ON_TIME: done,
        Condition.LATE: is_late,
        Condition.SOON: is_near,
    }
    return Case(
        *(When(when, then=Value(condition.value)) for condition, when in said.items()),
        default=Value(Condition.IN_TIME.value),
        output_field=models.CharField(),
    )
