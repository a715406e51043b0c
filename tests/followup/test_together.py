"""One step with many tasks at once: all of them or none, and every reason told once."""

import pytest

from childlabour.core.errors import Refusal
from plans.followup.together import perform_together
from plans.followup.work_items import MOST, Planned, drop, plan, tick
from plans.models import Assignment, AssignmentState, Move, WorkItem
from tests.cast import an_issued_plan

from .work import as_stored, given_to_the_commune, in_days, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(office) -> list[Assignment]:
    an_issued_plan(office.committee, frozen=False, tasks=4)
    return list(Assignment.objects.order_by("pk"))


def test_reports_are_accepted_in_one_act(office, rows):
    Assignment.objects.update(state=AssignmentState.REPORTED)
    assert len(perform_together(Move.ACCEPT, rows, office.lan)) == 4
    assert set(Assignment.objects.values_list("state", flat=True)) == {AssignmentState.DONE}


def test_where_one_cannot_be_none_is_and_it_is_named(office, rows):
    Assignment.objects.exclude(pk=rows[2].pk).update(state=AssignmentState.REPORTED)
    before = as_stored()
    with pytest.raises(Refusal) as refused:
        perform_together(Move.ACCEPT, rows, office.lan)
    (problem,) = refused.value.problems
    assert str(rows[2].unit) in problem.message and "Chưa có báo cáo để chấp nhận" in problem.message
    assert as_stored() == before


def test_what_lacks_for_all_is_said_once(office, rows):
    with pytest.raises(Refusal) as refused:
        perform_together(Move.EXTEND, rows, office.lan)
    assert [problem.message for problem in refused.value.problems] == [
        "Ghi thời hạn mới.",
        "Ghi lý do gia hạn.",
    ]


def test_all_that_are_late_are_extended(office, rows):
    perform_together(Move.EXTEND, rows, office.lan, day=in_days(9), text="Mưa lũ.")
    assert set(Assignment.objects.values_list("extended_to", flat=True)) == {in_days(9)}


def test_who_did_not_give_does_nothing_and_some_steps_are_for_one_alone(office, rows):
    Assignment.objects.update(state=AssignmentState.REPORTED)
    with pytest.raises(Refusal, match="cơ quan giao nhiệm vụ"):
        perform_together(Move.ACCEPT, rows, office.pao)
    with pytest.raises(Refusal, match="từng nhiệm vụ"):
        perform_together(Move.SEND_BACK, rows, office.lan, text="Làm lại.")
    with pytest.raises(Refusal, match="Chưa chọn việc nào"):
        perform_together(Move.ACCEPT, [], office.lan)


# ── The unit's own plan ──────────────────────────────────────────────────────────────────────────


def test_a_unit_plans_its_steps_ticks_and_drops_them(office):
    given = given_to_the_commune(office)
    item = plan(given, Planned("Họp 9 thôn", in_days(2)), office.pao)
    tick(item, office.pao)
    assert WorkItem.objects.get().done_on == in_days(0)
    tick(item, office.pao)
    assert WorkItem.objects.get().done_on is None
    drop(item, office.pao)
    assert not WorkItem.objects.exists()


def test_only_who_does_the_work_plans_it_while_it_is_there(office):
    given = given_to_the_commune(office)
    with pytest.raises(Refusal, match="Chỉ cán bộ thực hiện"):
        plan(given, Planned("Họp"), office.lan)
    with pytest.raises(Refusal, match="Ghi đầu việc"):
        plan(given, Planned("  "), office.pao)
    foreign = office.committee.posts.first()
    with pytest.raises(Refusal, match="chọn chức danh của"):
        plan(given, Planned("Họp", post=foreign), office.pao)
    WorkItem.objects.bulk_create(WorkItem(assignment=given, words=f"{n}") for n in range(MOST))
    with pytest.raises(Refusal, match="gộp bớt"):
        plan(given, Planned("Họp"), office.pao)
    step(Move.FINISH, given, office.pao, text="Xong.")
    with pytest.raises(Refusal, match="Chỉ cán bộ thực hiện"):
        tick(WorkItem.objects.first(), office.pao)


def test_no_child_is_named_in_a_step_of_ones_own(office):
    with pytest.raises(Refusal, match="tên của một trẻ em"):
        plan(given_to_the_commune(office), Planned("Thăm em Vàng Thị Mỷ ở thôn Khe"), office.pao)
