"""The days of a task are kept apart, and more time is asked for, granted, refused while the clock goes on."""

import pytest

from plans.models import AssignmentState, Condition, Move

from .work import again, given_to_the_commune, in_days, journal, notices_of, refusal, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(office):
    return given_to_the_commune(office, due=5)


# ── Each day is its own ──────────────────────────────────────────────────────────────────────────


def test_received_reported_said_done_and_accepted_are_four_days(office, given):
    step(Move.RECEIVE, given, office.pao)
    step(Move.FINISH, given, office.pao, text="Xong.", day=in_days(-3))
    waiting = again(given)
    assert (waiting.received_on, waiting.reported_on, waiting.said_done_on) == (
        in_days(0),
        in_days(0),
        in_days(-3),
    )
    assert waiting.accepted_on is None
    assert waiting.condition == Condition.IN_TIME, "waiting is not done"
    step(Move.ACCEPT, given, office.lan)
    assert again(given).accepted_on == in_days(0)
    assert again(given).condition == Condition.DONE_ON_TIME


def test_what_the_unit_says_does_not_make_a_late_report_timely(office):
    late = given_to_the_commune(office, due=-1)
    step(Move.FINISH, late, office.pao, text="Xong từ lâu.", day=in_days(-30))
    step(Move.ACCEPT, late, office.lan)
    assert again(late).condition == Condition.DONE_LATE


def test_a_day_that_has_not_come_is_no_day_on_which_work_was_done(office, given):
    assert "chưa tới" in refusal(Move.FINISH, given, office.pao, text="Xong.", day=in_days(1))


def test_a_report_sent_back_and_repeated_counts_by_the_accepted_one(office, given):
    step(Move.FINISH, given, office.pao, text="Xong.")
    step(Move.SEND_BACK, given, office.lan, text="Thiếu danh sách.")
    sent_back = again(given)
    assert (sent_back.reported_on, sent_back.said_done_on) == (None, None)
    sent_back.due_on = in_days(-1)  # a week goes by
    sent_back.save()
    assert sent_back.condition == Condition.LATE
    step(Move.FINISH, given, office.pao, text="Đã bổ sung.")
    step(Move.ACCEPT, given, office.lan)
    assert again(given).condition == Condition.DONE_LATE
    assert journal(given) == ["finish", "send_back", "finish", "accept"]


def test_whoever_works_on_it_has_received_it(office, given):
    step(Move.START, given, office.pao)
    assert again(given).received_on == in_days(0)


# ── More time ────────────────────────────────────────────────────────────────────────────────────


def test_more_time_is_granted_and_both_days_stay_in_the_journal(office, given):
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(20))
    asked = again(given)
    assert (asked.deadline, asked.asked_until) == (in_days(5), in_days(20)), "the clock goes on"
    assert "xin gia hạn đến" in notices_of(office.lan)[-1]
    step(Move.GRANT, given, office.lan)
    granted = again(given)
    assert (granted.deadline, granted.original_due, granted.asked_until) == (in_days(20), in_days(5), None)
    said = granted.answers.last()
    assert (said.move, said.due_before, said.day) == ("grant", in_days(5), in_days(20))
    assert "đồng ý gia hạn đến" in notices_of(office.pao)[-1]


def test_the_giver_may_grant_another_day(office, given):
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(20))
    step(Move.GRANT, given, office.hung, day=in_days(10))
    assert again(given).deadline == in_days(10)


def test_a_refused_request_leaves_the_deadline_and_may_be_made_again(office, given):
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(20))
    assert "Ghi lý do" in refusal(Move.DECLINE, given, office.lan)
    step(Move.DECLINE, given, office.lan, text="Phải xong trước kỳ họp.")
    assert (again(given).deadline, again(given).asked_until) == (in_days(5), None)
    step(Move.ASK_MORE_TIME, given, office.pao, text="Xin 3 ngày.", day=in_days(8))
    assert again(given).asked_until == in_days(8)


@pytest.mark.parametrize(
    ("due", "day", "why"),
    [
        (5, 5, "phải sau hạn đang có"),
        (5, 5 + 367, "xa quá một năm"),
        (-1, 9, "Đã quá hạn"),
        (None, 9, "không có thời hạn"),
        (5, None, "Ghi ngày xin gia hạn đến"),
    ],
)
def test_a_request_that_cannot_be_is_told_why(office, due, day, why):
    given = given_to_the_commune(office, due=due)
    asked = in_days(day) if day is not None else None
    assert why in refusal(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=asked)


def test_on_the_day_itself_it_may_still_be_asked_and_all_reasons_come_at_once(office):
    given = given_to_the_commune(office, due=0)
    said = refusal(Move.ASK_MORE_TIME, given, office.pao, text=" ", day=in_days(-1))
    assert "Ghi lý do xin gia hạn" in said and "phải sau hạn đang có" in said
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(1))


def test_nobody_grants_what_nobody_asked_for(office, given):
    for move in (Move.GRANT, Move.DECLINE):
        assert "không xin gia hạn" in refusal(move, given, office.lan, text="Được.", day=in_days(9))


def test_a_request_is_over_once_the_unit_has_reported(office, given):
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(20))
    step(Move.FINISH, given, office.pao, text="Xong rồi.")
    assert again(given).asked_until is None


def test_the_giver_extends_of_his_own_accord_also_what_is_late(office):
    late = given_to_the_commune(office, due=-3)
    assert "Ghi thời hạn mới" in refusal(Move.EXTEND, late, office.lan, text="Mưa lũ.")
    assert "đã qua" in refusal(Move.EXTEND, late, office.lan, text="Mưa lũ.", day=in_days(-1))
    step(Move.EXTEND, late, office.lan, text="Cả huyện mưa lũ.", day=in_days(9))
    assert again(late).condition == Condition.SOON


# ── Stopped, taken away, opened again ────────────────────────────────────────────────────────────


def test_a_suspended_task_is_not_late_and_goes_on_with_a_new_day(office):
    late = given_to_the_commune(office, due=-3)
    step(Move.SUSPEND, late, office.lan, text="Chờ hướng dẫn của tỉnh.")
    assert again(late).condition == Condition.SET_ASIDE
    assert "“tạm dừng”" in refusal(Move.REPORT, late, office.pao, text="Đã họp.")
    step(Move.RESUME, late, office.lan, day=in_days(9))
    assert (again(late).state, again(late).deadline) == (AssignmentState.UNDER_WAY, in_days(9))


def test_without_a_new_day_the_old_one_holds_again(office):
    late = given_to_the_commune(office, due=-3)
    step(Move.SUSPEND, late, office.lan, text="Chờ hướng dẫn.")
    step(Move.RESUME, late, office.lan)
    assert again(late).condition == Condition.LATE


def test_it_is_closed_as_impossible_only_by_a_paper_and_counts_nowhere(office, given):
    assert "Ghi số, ngày của văn bản" in refusal(Move.CLOSE, given, office.lan, text="Trường đã giải thể.")
    step(Move.CLOSE, given, office.lan, text="Trường đã giải thể.", paper="12/UBND-VX ngày 02/11/2026")
    assert again(given).condition == Condition.SET_ASIDE
    assert given.answers.last().paper == "12/UBND-VX ngày 02/11/2026"


def test_what_was_accepted_is_opened_again_and_its_report_no_longer_counts(office, given):
    step(Move.FINISH, given, office.pao, text="Xong.")
    step(Move.ACCEPT, given, office.lan)
    step(Move.REOPEN, given, office.lan, text="Số liệu sai.")
    opened = again(given)
    assert (opened.reported_on, opened.accepted_on) == (None, None)
    assert opened.condition == Condition.SOON


def test_a_refusal_to_receive_goes_to_the_giver_and_the_clock_goes_on(office, given):
    assert "Ghi lý do từ chối" in refusal(Move.REFUSE, given, office.pao)
    step(Move.REFUSE, given, office.pao, text="Việc của ngành giáo dục.")
    assert again(given).condition == Condition.SOON
    assert "từ chối nhận" in notices_of(office.lan)[-1]
    step(Move.GIVE_AGAIN, given, office.hung, text="Xã chủ trì theo quy chế.")
    assert again(given).state == AssignmentState.GIVEN
    assert "vẫn giao" in notices_of(office.pao)[-1]


def test_the_recalled_work_asks_nothing_more_of_the_unit(office, given):
    step(Move.ASK_MORE_TIME, given, office.pao, text="Mưa lũ.", day=in_days(20))
    step(Move.RECALL, given, office.lan, text="Trùng nhiệm vụ khác.")
    assert (again(given).state, again(given).asked_until) == (AssignmentState.RECALLED, None)
    assert "thu hồi" in notices_of(office.pao)[-1]
