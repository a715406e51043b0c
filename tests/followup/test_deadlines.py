"""What presses first: late, soon, later, done, and within each the nearest day."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from plans.followup.deadlines import SOON, Timing, grouped, timing
from plans.models import AssignmentState

TODAY = date(2026, 11, 20)
UNFINISHED = set(AssignmentState) - {AssignmentState.REPORTED, AssignmentState.DONE}


@dataclass(frozen=True)
class Given:
    pk: int
    deadline: date | None
    state: str = AssignmentState.GIVEN


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize("state", sorted(UNFINISHED))
@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, Timing.LATE),
        (0, Timing.SOON),
        (SOON, Timing.SOON),
        (SOON + 1, Timing.LATER),
    ],
)
def test_the_day_itself_is_not_late_and_the_last_day_of_soon_still_is_soon(state, days, expected):
    assert timing(in_days(days), state, TODAY) == expected


@pytest.mark.parametrize("state", [AssignmentState.REPORTED, AssignmentState.DONE])
def test_what_was_reported_is_late_no_more(state):
    assert timing(in_days(-100), state, TODAY) == Timing.DONE
    assert timing(None, state, TODAY) == Timing.DONE


def test_without_a_day_nothing_is_ever_late():
    assert timing(None, AssignmentState.GIVEN, TODAY) == Timing.LATER


def test_the_most_pressing_stands_first_and_nothing_empty_is_shown():
    late, later_late = Given(3, in_days(-9)), Given(2, in_days(-2))
    soon, someday = Given(1, in_days(3)), Given(4, None)
    groups = grouped([someday, soon, later_late, late], TODAY)
    assert [group.timing for group in groups] == [Timing.LATE, Timing.SOON, Timing.LATER]
    assert [group.heading for group in groups] == ["Quá hạn", "Sắp đến hạn", "Chưa đến hạn"]
    assert groups[0].items == (late, later_late)


def test_of_one_day_the_earlier_given_stands_first_and_what_has_no_day_last():
    groups = grouped([Given(9, None), Given(7, in_days(40)), Given(5, in_days(40))], TODAY)
    assert [given.pk for given in groups[0].items] == [5, 7, 9]


def test_no_work_is_no_groups():
    assert grouped([], TODAY) == []
