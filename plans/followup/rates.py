"""What a rate of tasks counts, and what it leaves out by name: on time ÷ due, not done ÷ given.

Due is what the day of has gone by. Every assignment lies in one box, so that what stands beside one another adds up,
and the rows behind a number are the rows of its boxes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import Case, CharField, Q, Value, When

from plans.models import Assignment, AssignmentState, Condition
from plans.models.task import AssignmentQuerySet


class TaskBox(models.TextChoices):
    ON_TIME = "on_time", "hoàn thành đúng hạn"
    DONE_LATE = "done_late", "hoàn thành quá hạn"
    WAITING = "waiting", "đã báo cáo, chờ duyệt"
    LATE = "late", "quá hạn, chưa xong"
    EARLY = "early", "hoàn thành trước hạn"
    SOON = "soon", "sắp đến hạn"
    IN_TIME = "in_time", "chưa đến hạn"
    NO_DEADLINE = "no_deadline", "không thời hạn"
    SET_ASIDE = "set_aside", "tạm dừng, thu hồi, chuyển, không thực hiện được"


DUE = (TaskBox.ON_TIME, TaskBox.DONE_LATE, TaskBox.WAITING, TaskBox.LATE)
LEFT_OUT = tuple(box for box in TaskBox if box not in DUE)


def box_of(assignment: Assignment, day: date) -> TaskBox:
    """As it stands on `day`."""
    condition = assignment.condition_on(day)
    match condition:
        case Condition.SET_ASIDE | Condition.NO_DEADLINE | Condition.SOON | Condition.DONE_LATE:
            return TaskBox(condition.value)
    is_due = assignment.deadline is not None and assignment.deadline < day
    if condition == Condition.DONE_ON_TIME:
        return TaskBox.ON_TIME if is_due else TaskBox.EARLY
    if not is_due:
        return TaskBox.IN_TIME
    return TaskBox.WAITING if assignment.state == AssignmentState.REPORTED else TaskBox.LATE


def with_boxes(rows: AssignmentQuerySet, day: date) -> AssignmentQuerySet:
    """Each with `box`, the same as `box_of`, and `deadline_on`."""
    is_due = Q(deadline_on__lt=day)
    said = {
        TaskBox.SET_ASIDE: Q(condition_now=Condition.SET_ASIDE),
        TaskBox.NO_DEADLINE: Q(condition_now=Condition.NO_DEADLINE),
        TaskBox.SOON: Q(condition_now=Condition.SOON),
        TaskBox.DONE_LATE: Q(condition_now=Condition.DONE_LATE),
        TaskBox.ON_TIME: Q(condition_now=Condition.DONE_ON_TIME) & is_due,
        TaskBox.EARLY: Q(condition_now=Condition.DONE_ON_TIME),
        TaskBox.WAITING: is_due & Q(state=AssignmentState.REPORTED),
        TaskBox.LATE: is_due,
    }
    return rows.with_condition(day).annotate(
        box=Case(
            *(When(when, then=Value(box.value)) for box, when in said.items()),
            default=Value(TaskBox.IN_TIME.value),
            output_field=CharField(),
        )
    )


@dataclass(frozen=True)
class Tally:
    """How many lie in each box."""

    counts: Mapping[str, int]

    def of(self, box: str) -> int:
        return self.counts.get(box, 0)

    @property
    def on_time(self) -> int:
        return self.of(TaskBox.ON_TIME)

    @property
    def done_late(self) -> int:
        return self.of(TaskBox.DONE_LATE)

    @property
    def waiting(self) -> int:
        return self.of(TaskBox.WAITING)

    @property
    def late(self) -> int:
        return self.of(TaskBox.LATE)

    @property
    def whole(self) -> int:
        return sum(self.counts.values())

    @property
    def due(self) -> int:
        return sum(self.of(box) for box in DUE)

    @property
    def left_out(self) -> int:
        return self.whole - self.due

    @property
    def rate(self) -> Decimal | None:
        """Per cent, one figure after the comma; None where nothing was due."""
        if not self.due:
            return None
        share = Decimal(100) * self.on_time / self.due
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)
