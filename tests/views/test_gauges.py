"""One drawing for every target: the promise on its track, the superior's mark, hollow and said in words where lower."""

from datetime import date
from decimal import Decimal

import pytest

from plans.models import Assignment, AssignmentState, Task
from plans.pages.gauges import gauge_of
from plans.pages.strips import strips_of
from targets.models import Target
from targets.statements import parse
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db


def a_target(sentence: str, upper: str = "") -> Target:
    """Not kept: a drawing asks nothing of the database."""
    target = Target(sentence=sentence)
    target.statement = parse(sentence)
    if upper:
        above = a_target(upper)
        above.pk = 1
        target.upper = above
    return target


@pytest.mark.parametrize(
    ("sentence", "words", "value", "bar"),
    [
        ("Trên 72% trẻ em có nguy cơ được hỗ trợ", "trên", "72%", (0, 72)),
        ("100% xã, thị trấn triển khai", "", "100%", (0, 100)),
        ("Giảm tỷ lệ lao động trẻ em xuống còn 4,9%", "xuống còn", "4,9%", (Decimal("4.9"), Decimal("95.1"))),
    ],
)
def test_a_share_lies_on_its_track_and_what_falls_runs_from_the_right(sentence, words, value, bar):
    gauge = gauge_of(a_target(sentence))
    assert (gauge.words, gauge.value, gauge.bar) == (words, value, bar)


def test_a_count_has_no_track_and_words_alone_have_no_value():
    count = gauge_of(a_target("Có ít nhất 10 câu lạc bộ"))
    assert (count.has_track, count.value.split()[0]) == (False, "10")
    words = gauge_of(a_target("Nâng cao nhận thức của gia đình"))
    assert (words.has_track, words.value, words.said) == (False, "", "định tính")


def test_where_ours_is_lower_the_bar_is_hollow_and_the_words_say_by_how_much():
    gauge = gauge_of(a_target("58% cha mẹ được cung cấp thông tin", "70% cha mẹ được cung cấp thông tin"))
    assert (gauge.upper, gauge.upper_share, gauge.weaker) == (
        "cấp trên 70%",
        70,
        "thấp hơn cấp trên 12 điểm",
    )
    assert gauge.said == "58%, cấp trên 70%, thấp hơn cấp trên 12 điểm"


def test_where_ours_is_as_high_nothing_is_said_of_lower():
    gauge = gauge_of(
        a_target("90% cha mẹ được cung cấp thông tin", "trên 70% cha mẹ được cung cấp thông tin")
    )
    assert (gauge.upper, gauge.weaker) == ("cấp trên: trên 70%", "")


class TestTheStrip:
    TODAY = date(2023, 7, 1)

    @pytest.fixture
    def given(self) -> list[Assignment]:
        """One task in the hands of four units, all in time."""
        document = an_issued_plan(tasks=1, frozen=False)
        task = Task.objects.get(block__document=document)
        task.due_on = date(2023, 7, 10)
        found = list(Assignment.objects.filter(task=task).select_related("unit"))
        for assignment in found:
            assignment.task, assignment.due_on, assignment.state = task, None, AssignmentState.GIVEN
        return found

    def test_late_units_come_first_and_what_was_reported_is_counted(self, given):
        first, *others = given
        first.state = AssignmentState.DONE
        for other in others:
            other.due_on = date(2023, 6, 1)
        (strip,) = strips_of(given, self.TODAY)
        assert [unit.look for unit in strip.units] == ["late"] * len(others) + ["done"]
        assert (strip.reported, strip.late) == (1, len(others))

    def test_a_report_that_waits_is_neither_late_nor_done(self, given):
        given[0].state, given[0].due_on = AssignmentState.REPORTED, date(2023, 6, 1)
        (strip,) = strips_of(given[:1], self.TODAY)
        assert [(unit.look, unit.name) for unit in strip.units] == [("reported", "chờ duyệt")]

    def test_an_open_one_says_how_far_it_is(self, given):
        given[0].state = AssignmentState.UNDER_WAY
        (strip,) = strips_of(given[:1], self.TODAY)
        assert strip.units[0].name == "đang thực hiện"
        assert not strip.is_over
