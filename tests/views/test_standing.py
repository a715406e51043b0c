"""On the page of a task the unit reads first what was asked for, the giver what was sent."""

import pytest
from django.urls import reverse

from plans.models import Move
from tests.followup.work import given_to_the_commune, step

pytestmark = pytest.mark.django_db


def seen_by(client, officer, given) -> str:
    client.force_login(officer)
    return client.get(reverse("tasks:assignment", args=[given.pk])).content.decode()


def test_why_it_was_sent_back_stands_above_the_box_to_answer_in(client, office):
    given = given_to_the_commune(office)
    step(Move.FINISH, given, office.pao, text="Đã làm xong.")
    step(Move.SEND_BACK, given, office.lan, text="Thiếu số liệu thôn Đồng Tiến.")
    shown = seen_by(client, office.pao, given)
    assert shown.index("yêu cầu làm lại:") < shown.index("Thiếu số liệu") < shown.index('id="answer"')


def test_the_newest_report_stands_above_the_buttons_and_the_log_below(client, office):
    given = given_to_the_commune(office)
    step(Move.FINISH, given, office.pao, text="Đã làm xong.")
    shown = seen_by(client, office.lan, given)
    assert shown.index("Đơn vị vừa gửi") < shown.index('id="judge"') < shown.index('id="said"')


def test_a_long_log_is_folded(client, office):
    given = given_to_the_commune(office)
    for day in range(6):
        step(Move.REPORT, given, office.pao, text=f"Ngày {day}.")
    assert "Xem cả 6 lần" in seen_by(client, office.lan, given)


@pytest.mark.parametrize(
    ("side", "move", "said"),
    [
        ("pao", Move.FINISH, "chưa phải làm gì thêm"),
        ("pao", Move.REFUSE, "thời hạn vẫn tính"),
        ("lan", Move.SUSPEND, "không tính hạn cho đến khi được làm tiếp"),
        ("lan", Move.RECALL, "không phải làm nữa"),
    ],
)
def test_the_unit_reads_why_there_is_nothing_to_press(client, office, side, move, said):
    given = given_to_the_commune(office)
    step(move, given, getattr(office, side), text="Có lý do.")
    assert said in seen_by(client, office.pao, given)
    assert said not in seen_by(client, office.lan, given)


def test_a_late_task_says_why_no_more_time_is_asked_for(client, office):
    shown = seen_by(client, office.pao, given_to_the_commune(office, due=-1))
    assert "không xin gia hạn được nữa" in shown and "có thể tự gia hạn" in shown
    assert "không xin gia hạn" not in seen_by(client, office.pao, given_to_the_commune(office, due=1))
