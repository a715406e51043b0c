"""How an assignment stands by its days: one truth, asked of Python and of the database over every case."""

from datetime import date, timedelta
from itertools import product

import pytest

from plans.followup.piles import HEADINGS, pile_of, with_piles
from plans.models import Assignment, AssignmentState, Condition, Task
from plans.models.condition import SOON, condition_of
from tests.cast import an_issued_plan

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 30)
State = AssignmentState
UNANSWERED = [State.GIVEN, State.RECEIVED, State.UNDER_WAY, State.SENT_BACK, State.REFUSED]
NOT_COUNTED = [State.SUSPENDED, State.RECALLED, State.PASSED_ON, State.IMPOSSIBLE]


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


# ── What the office means ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("state", UNANSWERED)
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Condition.LATE),
        (0, Condition.SOON),
        (SOON, Condition.SOON),
        (SOON + 1, Condition.IN_TIME),
    ],
)
def test_the_day_itself_is_not_late_and_the_last_day_of_soon_still_is_soon(state, days, expected):
    assert condition_of(state, in_days(days), None, TODAY) == expected


@pytest.mark.parametrize(
    ("answered", "expected"),
    [
        (DUE - timedelta(days=9), "done_on_time"),
        (DUE, "done_on_time"),
        (DUE + timedelta(days=1), "done_late"),
    ],
)
def test_what_is_done_is_judged_by_the_day_of_its_report_whenever_that_was_read(answered, expected):
    for looked_at in (DUE, DUE + timedelta(days=400)):
        assert condition_of(State.DONE, DUE, answered, looked_at) == expected


def test_what_waits_for_acceptance_is_not_done_and_late_only_if_it_came_late():
    long_after = DUE + timedelta(days=60)
    assert condition_of(State.REPORTED, DUE, DUE, long_after) == Condition.IN_TIME
    assert condition_of(State.REPORTED, DUE, DUE + timedelta(days=1), long_after) == Condition.LATE
    assert condition_of(State.REPORTED, DUE, None, long_after) == Condition.LATE, "nobody knows when"
    assert condition_of(State.REPORTED, in_days(3), TODAY, TODAY) == Condition.IN_TIME, "nothing to hurry"


@pytest.mark.parametrize("state", sorted(set(State) - set(NOT_COUNTED)))
def test_without_a_day_nothing_is_ever_late(state):
    assert condition_of(state, None, None, TODAY) == Condition.NO_DEADLINE


@pytest.mark.parametrize("state", NOT_COUNTED)
def test_what_was_stopped_or_taken_away_is_not_counted(state):
    assert condition_of(state, in_days(-100), None, TODAY) == Condition.SET_ASIDE


# ── The same in both tongues ─────────────────────────────────────────────────────────────────────


DAYS = [None, *(in_days(days) for days in (-1, 0, 1, SOON, SOON + 1))]
ANSWERED = [None, in_days(-1), in_days(0), in_days(1)]


@pytest.mark.django_db
def test_the_database_says_of_every_case_what_the_program_says(office):
    """Every state × task's day × unit's own day × extension × report × acceptance."""
    given = an_issued_plan(office.committee, frozen=False, tasks=1)
    task = Task.objects.get(block__document=given)
    unit = office.people_of_tan_thanh
    seen = set()
    for task_day in (None, in_days(0)):
        Task.objects.filter(pk=task.pk).update(due_on=task_day)
        cases = list(product(State, DAYS, (None, in_days(20)), ANSWERED, (None, in_days(2))))
        Assignment.objects.all().delete()
        Assignment.objects.bulk_create(
            Assignment(
                task=task,
                unit=unit,
                turn=f"{place:07}",
                given_at="2026-11-01T00:00:00+07:00",
                state=state,
                due_on=own,
                extended_to=extended,
                reported_on=reported,
                accepted_on=accepted,
            )
            for place, (state, own, extended, reported, accepted) in enumerate(cases)
        )
        rows = with_piles(Assignment.objects.all(), TODAY).select_related("task")
        assert len(rows) == len(cases)
        for row in rows:
            assert row.condition_now == row.condition_on(TODAY), vars(row)
            assert row.deadline_on == row.deadline
            assert row.pile == pile_of(row, TODAY)
            seen.add((row.condition_now, row.pile))
    assert {condition for condition, _ in seen} == set(Condition)
    assert {pile for _, pile in seen} == set(HEADINGS)
