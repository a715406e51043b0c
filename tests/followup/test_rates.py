"""A rate is on time ÷ due; every task lies in one box, the same in Python and in SQL."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from plans.followup.rates import DUE, LEFT_OUT, Tally, TaskBox, box_of, with_boxes
from plans.models import Assignment, AssignmentState, Task
from tests.cast import a_plan

DAY = date(2026, 11, 28)
DAYS = (None, *(DAY + timedelta(days=days) for days in (-400, -2, -1, 0, 1, 14, 15, 400)))


@pytest.mark.django_db
def test_python_and_sql_put_every_state_and_every_day_into_the_same_box(office):
    a_plan(office.committee, tasks=1)
    task = Task.objects.get()
    Assignment.objects.all().delete()
    cases = list(product(AssignmentState, DAYS, DAYS))
    rows = Assignment.objects.bulk_create(
        Assignment(
            task=task,
            unit=office.people_of_tan_thanh,
            turn=f"{place:07d}",
            given_at="2026-01-01T00:00Z",
            state=state,
            extended_to=deadline or None,
            reported_on=reported,
        )
        for place, (state, deadline, reported) in enumerate(cases)
    )
    Task.objects.update(due_on=None)
    task.due_on = None
    said = dict(with_boxes(Assignment.objects.all(), DAY).values_list("pk", "box"))
    assert said == {row.pk: box_of(row, DAY).value for row in rows}
    assert set(said.values()) == set(TaskBox.values), "every box was met"


def test_a_task_is_due_when_its_day_is_over_and_on_time_by_the_day_of_its_report():
    def box(state: str, deadline: int, reported: int | None = None) -> TaskBox:
        due = DAY + timedelta(days=deadline)
        said = DAY + timedelta(days=reported) if reported is not None else None
        return box_of(Assignment(state=state, extended_to=due, reported_on=said), DAY)

    assert box("done", -1, -1) == TaskBox.ON_TIME
    assert box("done", -2, -1) == TaskBox.DONE_LATE
    assert box("done", 0, 0) == TaskBox.EARLY, "its day is not over yet"
    assert box("reported", -1, -5) == TaskBox.WAITING, "what waits to be accepted is not done"
    assert box("under_way", -1) == TaskBox.LATE
    assert box("under_way", 0) == TaskBox.SOON
    assert box("refused", -1) == TaskBox.LATE
    assert box("suspended", -1) == TaskBox.SET_ASIDE


def test_a_rate_counts_what_is_due_and_names_what_it_leaves_out():
    tally = Tally({"on_time": 11, "done_late": 2, "waiting": 1, "late": 4, "early": 9, "no_deadline": 3})
    assert (tally.due, tally.left_out, tally.whole) == (18, 12, 30)
    assert tally.rate == Decimal("61.1")
    assert Tally({"early": 5}).rate is None
    assert set(DUE) | set(LEFT_OUT) == set(TaskBox) and not set(DUE) & set(LEFT_OUT)
