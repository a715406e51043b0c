"""Units are reminded of what they have not answered, by the day and by hand; never of what they have."""

from datetime import date, timedelta

import pytest

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.jobs.chores import do_due_chores
from childlabour.jobs.models import Chore
from childlabour.notices.models import Notice
from plans.followup.reminding import STAGES, remind_by_days, remind_of, stage_of
from plans.followup.steps import ASSIGNMENTS
from plans.models import Assignment, AssignmentState, Move, ReminderWay, Task, TaskReminder
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

DAY = date(2023, 11, 30)


@pytest.fixture
def given(office) -> Assignment:
    """A task of the district in the hands of the commune, due on 30/11/2023."""
    an_issued_plan(office.committee, frozen=False, tasks=4)
    return Assignment.objects.get(unit=office.people_of_tan_thanh)


def told(officer) -> list[str]:
    return list(Notice.objects.of(officer).order_by("pk").values_list("words", flat=True))


def due_in(given: Assignment, days: int) -> None:
    Task.objects.filter(pk=given.task_id).update(due_on=today() + timedelta(days=days))


# ── By the day ────────────────────────────────────────────────────────────────────────────────────────


def test_a_unit_is_reminded_thirty_seven_and_one_day_before_on_the_day_and_after_it(office, given):
    for days in range(60, -61, -1):
        remind_by_days(DAY - timedelta(days=days))
    assert [words.partition("(")[2].rstrip(")") for words in told(office.pao)] == [
        "còn 30 ngày",
        "còn 7 ngày",
        "còn 1 ngày",
        "hôm nay đến hạn",
        "quá hạn 1 ngày",
        "quá hạn 7 ngày",
        "quá hạn 30 ngày",
    ]


@pytest.mark.parametrize(
    ("left", "stage"),
    [
        *((31, None), (30, 30), (28, 30), (27, None), (7, 7), (5, 7), (4, None), (1, 1), (0, 0), (-1, -1)),
        *((-3, -1), (-4, None), (-7, -7), (-9, -7), (-10, None), (-30, -30), (-32, -30), (-33, None)),
        (-400, None),
    ],
)
def test_a_missed_day_is_made_up_for_two_days_and_no_longer(left, stage):
    assert stage_of(DAY, DAY - timedelta(days=left)) == stage


def test_each_stage_is_told_once_however_often_the_chore_runs(office, given):
    due_in(given, 7)
    assert remind_by_days(today()) > 0
    assert remind_by_days(today()) == 0
    TaskReminder.objects.update(day=today() - timedelta(days=1))
    due_in(given, 6)  # one day later
    assert remind_by_days(today()) == 0
    assert len(told(office.pao)) == 1


def test_a_reminder_by_hand_on_the_day_of_a_stage_stands_for_it(office, given):
    due_in(given, 7)
    remind_of([given.pk], office.lan)
    TaskReminder.objects.update(day=today() - timedelta(days=1))
    due_in(given, 6)
    remind_by_days(today())
    assert len(told(office.pao)) == 1


def test_the_next_stage_is_told_though_the_one_before_was_yesterday(office, given):
    due_in(given, 0)
    remind_by_days(today())
    TaskReminder.objects.update(day=today() - timedelta(days=1), due_on=today() - timedelta(days=1))
    due_in(given, -1)
    remind_by_days(today())
    assert len(told(office.pao)) == 2


@pytest.mark.parametrize(
    "state", sorted(set(AssignmentState) - {"given", "received", "under_way", "sent_back"})
)
def test_nobody_is_reminded_of_what_is_answered_or_not_to_be_done(office, given, state):
    due_in(given, 1)
    Assignment.objects.filter(pk=given.pk).update(state=state)
    remind_by_days(today())
    assert told(office.pao) == []


def test_more_time_counts_from_the_new_day(office, given):
    due_in(given, 1)
    Assignment.objects.filter(pk=given.pk).update(extended_to=today() + timedelta(days=20))
    remind_by_days(today())
    assert told(office.pao) == []


def test_many_tasks_of_one_day_are_one_notice_that_leads_to_the_list(office):
    an_issued_plan(office.committee, frozen=False, tasks=12)
    Task.objects.update(due_on=today() + timedelta(days=7))
    remind_by_days(today())
    (notice,) = Notice.objects.of(office.pao)
    assert notice.words.startswith(f"Nhắc việc: 3 nhiệm vụ của {office.people_of_tan_thanh}, hạn ")
    assert notice.address == "/nhiem-vu/"
    assert TaskReminder.objects.filter(assignment__unit=office.people_of_tan_thanh).count() == 3


def test_drafts_remind_nobody(office, given):
    Assignment.objects.all().delete()
    a_plan(office.committee, tasks=4)
    Task.objects.update(due_on=today() + timedelta(days=1))
    assert remind_by_days(today()) == 0


def test_the_chore_of_the_day_reminds_and_the_log_says_what_of(office, given):
    due_in(given, 1)
    do_due_chores()
    Chore.objects.filter(name="reminders_of_tasks").update(done_at=date(2020, 1, 1).isoformat() + " 00:00Z")
    do_due_chores()
    row = given.reminders.get()
    assert (row.way, row.due_on, row.people, row.officer) == (
        ReminderWay.BY_DAY,
        today() + timedelta(days=1),
        1,
        None,
    )


def test_a_day_costs_the_same_however_many_tasks(office, django_assert_max_num_queries):
    for tasks in (4, 60):
        an_issued_plan(office.committee, frozen=False, tasks=tasks)
        Task.objects.update(due_on=today() + timedelta(days=1))
        TaskReminder.objects.all().delete()
        with django_assert_max_num_queries(11):
            assert remind_by_days(today()) > 0


# ── By hand ───────────────────────────────────────────────────────────────────────────────────────────


def test_who_gave_the_task_reminds_of_it_and_the_log_says_so(office, given):
    assert remind_of([given.pk], office.lan).reminded == 1
    (words,) = told(office.pao)
    assert words.startswith(f"{office.committee} nhắc: Nhiệm vụ ") and "hạn 30/11/2023 (quá hạn" in words
    row = given.reminders.get()
    assert (row.way, row.officer_name, row.day) == (ReminderWay.BY_HAND, "Hoàng Thị Lan", today())


def test_many_are_reminded_at_once_and_who_is_left_out_is_told_why(office):
    an_issued_plan(office.committee, frozen=False, tasks=12)
    mine = list(Assignment.objects.filter(unit=office.people_of_tan_thanh))
    Assignment.objects.filter(pk=mine[0].pk).update(state=AssignmentState.REPORTED)
    remind_of([mine[1].pk], office.lan)
    done = remind_of([one.pk for one in mine], office.hung)
    assert done.reminded == 1
    assert sorted(done.left_out) == ["1 việc hôm nay đã nhắc", "1 việc đã trả lời hoặc không còn phải làm"]


def test_the_second_reminder_of_a_day_is_refused_also_after_one_that_came_by_itself(office, given):
    due_in(given, 1)
    remind_by_days(today())
    with pytest.raises(Refusal, match="hôm nay đã nhắc"):
        remind_of([given.pk], office.lan)
    TaskReminder.objects.update(day=today() - timedelta(days=1))
    assert remind_of([given.pk], office.lan).reminded == 1


def test_who_has_answered_is_not_reminded(office, given):
    ASSIGNMENTS.perform(Move.FINISH, given, office.pao, text="Xong.")
    with pytest.raises(Refusal, match="đã trả lời"):
        remind_of([given.pk], office.lan)


@pytest.mark.parametrize(
    ("who", "why"),
    [
        ("pao", "Chỉ cán bộ của cơ quan giao việc"),
        ("thu", "Chỉ cán bộ của cơ quan giao việc"),
        ("mai", "Chưa chọn"),
    ],
)
def test_only_the_office_that_gave_it_reminds_and_to_strangers_it_is_not_there(office, given, who, why):
    with pytest.raises(Refusal, match=why):
        remind_of([given.pk], getattr(office, who))
    assert not TaskReminder.objects.exists() and not told(office.pao)


def test_nothing_chosen_and_nobody_to_be_told_are_said(office, given):
    with pytest.raises(Refusal, match="Chưa chọn nhiệm vụ nào"):
        remind_of([], office.lan)
    of_the_school = Assignment.objects.get(unit=office.school)
    with pytest.raises(Refusal, match="chưa có người trả lời"):
        remind_of([of_the_school.pk], office.lan)


def test_the_stages_are_those_the_office_knows():
    assert STAGES == (30, 7, 1, 0, -1, -7, -30)
