"""Công văn đôn đốc: a draft made from chosen tasks, that goes the way of every document and stands in their log."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.core.errors import Refusal
from childlabour.units.models import Appointment, Officer
from plans.content.asking import content_of
from plans.content.values import plain
from plans.drafting import urging
from plans.drafting.urging import open_urging_letter
from plans.followup.reminding import remind_of
from plans.law.blocks import BlockType
from plans.models import Assignment, AssignmentState, Document, Kind, ReminderWay, Status, Task, TaskReminder
from tests.cast import an_issued_plan, revised
from tests.issuing.way import issued
from tests.units.reform import a_unit_after, hand_on, move

pytestmark = pytest.mark.django_db


@pytest.fixture
def late(office) -> list[Assignment]:
    """Twelve tasks of the district, three in the hands of each of four units, two months over their day."""
    an_issued_plan(office.committee, frozen=False, tasks=12, number=192)
    Task.objects.update(due_on=today() - timedelta(days=63))
    return list(Assignment.objects.order_by("pk"))


def keys(rows: list[Assignment]) -> set[int]:
    return {row.pk for row in rows}


def table_of(letter: Document) -> list[list[str]]:
    rows = (block for block in content_of(letter).blocks if block.type == BlockType.ROW)
    return [[" ".join(map(plain, cell.paragraphs)) for cell in row.cells] for row in rows]


def test_the_letter_has_a_table_of_what_is_late_by_unit_and_by_how_much(office, late):
    letter = open_urging_letter(keys(late[:5]), office.lan)
    assert (letter.kind, letter.status, letter.unit, letter.title) == (
        Kind.LETTER,
        Status.DRAFT,
        office.committee,
        "đôn đốc thực hiện nhiệm vụ được giao",
    )
    head, *rows = table_of(letter)
    assert head == ["TT", "Nhiệm vụ", "Đơn vị thực hiện", "Theo văn bản", "Thời hạn", "Quá hạn"]
    assert len(rows) == 5
    assert all(row[3] == "Kế hoạch 192/KH-UBND" and row[5] == "63 ngày" for row in rows)
    assert {row[2] for row in rows} == {str(one.unit) for one in late[:5]}


def test_it_goes_the_way_of_every_document_to_its_number(client, office, late):
    letter = open_urging_letter(keys(late), office.lan)
    signed_by = {
        "signature_lines": ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        "signer": "Vi Văn Hùng",
    }
    revised(letter, lambda content: replace(content, **signed_by))
    letter = issued(office, letter)
    assert set(letter.deliveries.values_list("unit", flat=True)) == {one.unit_id for one in late}
    client.force_login(office.lan)
    page = client.get(reverse("tasks:assignment", args=[late[0].pk])).content.decode()
    assert f"công văn đôn đốc số {letter.code}" in page


def test_it_is_addressed_and_sent_to_the_units_that_are_urged(office, late):
    letter = open_urging_letter(keys(late), office.lan)
    units = {one.unit for one in late}
    assert set(letter.addressees.splitlines()) == {unit.name for unit in units}
    assert set(letter.recipients.exclude(unit=None).values_list("unit", flat=True)) == {
        unit.pk for unit in units
    }


def test_to_very_many_units_it_is_addressed_by_the_table(office, late, monkeypatch):
    monkeypatch.setattr(urging, "NAMED", 2)
    assert (
        open_urging_letter(keys(late), office.lan).addressees
        == "Các cơ quan, đơn vị có tên trong bảng dưới đây"
    )


def test_it_stands_in_the_log_of_each_task_beside_notices_of_the_same_day(client, office, late):
    mine = [one for one in late if one.unit == office.people_of_tan_thanh]
    remind_of([mine[0].pk], office.lan)
    letter = open_urging_letter(keys(late), office.lan)
    assert {row.assignment_id for row in TaskReminder.objects.filter(letter=letter)} == keys(late)
    client.force_login(office.pao)
    page = client.get(reverse("tasks:assignment", args=[mine[0].pk])).content.decode()
    assert "· Hoàng Thị Lan" in page and "cán bộ nhắc" in page and "công văn đôn đốc (nháp)" in page
    Document.objects.filter(pk=letter.pk).update(status=Status.CANCELLED)
    page = client.get(reverse("tasks:assignment", args=[mine[0].pk])).content.decode()
    assert "công văn đôn đốc (" not in page


def test_what_is_answered_is_left_out_and_what_is_not_due_yet_says_no_delay(office, late):
    Assignment.objects.filter(pk=late[0].pk).update(state=AssignmentState.REPORTED)
    Assignment.objects.filter(pk=late[1].pk).update(extended_to=today() + timedelta(days=3))
    Assignment.objects.filter(pk=late[2].pk).update(state=AssignmentState.REFUSED)
    letter = open_urging_letter(keys(late[:3]), office.lan)
    assert [row[5] for row in table_of(letter)[1:]] == ["63 ngày", ""]


@pytest.mark.parametrize("who", ["pao", "mai", "thu", "hung"])
def test_only_who_drafts_for_the_office_that_gave_them_writes_it(office, late, who):
    with pytest.raises(Refusal, match=r"lập được công văn|Chưa chọn"):
        open_urging_letter(keys(late), getattr(office, who))
    assert not Document.objects.filter(kind=Kind.LETTER).exists() and not TaskReminder.objects.exists()


def test_tasks_of_two_offices_are_two_letters(office, late):
    an_issued_plan(office.other_committee, frozen=False, tasks=1)
    Appointment.objects.create(officer=office.lan, unit=office.other_committee, is_drafter=True)
    with pytest.raises(Refusal, match="mỗi cơ quan một công văn"):
        open_urging_letter(set(Assignment.objects.values_list("pk", flat=True)), office.lan)


def test_nothing_chosen_and_too_much_are_said(office, late, monkeypatch):
    with pytest.raises(Refusal, match="Chưa chọn nhiệm vụ nào"):
        open_urging_letter([], office.lan)
    monkeypatch.setattr(urging, "MOST", 3)
    with pytest.raises(Refusal, match="nhiều nhất 3 nhiệm vụ; đang chọn 12"):
        open_urging_letter(keys(late), office.lan)


def test_a_letter_costs_the_same_however_many_tasks(office, late, django_assert_max_num_queries):
    for tasks in (4, 60):
        an_issued_plan(office.committee, frozen=False, tasks=tasks)
        with django_assert_max_num_queries(75):
            open_urging_letter(set(Assignment.objects.values_list("pk", flat=True)), office.lan)


class TestThePages:
    def test_one_press_reminds_of_the_chosen_ones_and_comes_back(self, client, office, late):
        client.force_login(office.lan)
        mine = [one.pk for one in late if one.unit == office.people_of_tan_thanh]
        back = reverse("tasks:rows") + "?nhom=late"
        answer = client.post(reverse("tasks:remind"), {"viec": mine, "ve": back}, follow=True)
        assert answer.redirect_chain == [(back, 302)]
        assert "Đã nhắc 3 nhiệm vụ." in answer.content.decode()
        assert TaskReminder.objects.filter(way=ReminderWay.BY_HAND).count() == 3

    def test_one_press_opens_the_draft_of_the_letter(self, client, office, late):
        client.force_login(office.lan)
        answer = client.post(reverse("tasks:letter"), {"viec": [one.pk for one in late]})
        assert answer.url == reverse("desk:editor", args=[Document.objects.get(kind=Kind.LETTER).pk])
        assert client.get(answer.url).status_code == 200

    @pytest.mark.parametrize(
        "where", ["//noi-khac.example", "https://noi-khac.example/", "javascript:alert(1)", ""]
    )
    def test_no_form_leads_away_from_here(self, client, office, late, where):
        client.force_login(office.lan)
        mine = [one.pk for one in late if one.unit == office.people_of_tan_thanh]
        assert client.post(reverse("tasks:remind"), {"viec": mine, "ve": where}).url == reverse("tasks:board")

    @pytest.mark.parametrize("said", ["x", "-1", "1" * 30, "²", "\0"])
    def test_what_is_no_number_chooses_nothing(self, client, office, late, said):
        client.force_login(office.lan)
        answer = client.post(reverse("tasks:remind"), {"viec": said})
        assert answer.status_code == 422 and "Chưa chọn nhiệm vụ nào" in answer.content.decode()


def test_lateness_is_said_of_what_is_late_alone():
    day = date(2026, 11, 28)
    assert [urging.lateness(due, day) for due in (None, day, day - timedelta(days=1))] == ["", "", "1 ngày"]


def test_of_an_ended_office_the_letter_is_written_by_what_holds_its_office_now(office, late):
    new = a_unit_after(office.committee, "UBND khu vực Hữu Lũng", drafts_for=None)
    hand_on(office.committee, new)
    lan = Officer.objects.get(pk=office.lan.pk)
    with pytest.raises(Refusal, match="do chuyên viên soạn thảo của UBND khu vực Hữu Lũng lập"):
        open_urging_letter(keys(late), lan)
    assert open_urging_letter(keys(late), move(lan, new, is_drafter=True)).unit == new


def test_who_may_not_write_it_sees_no_button_but_who_may(client, office, late):
    hand_on(office.committee, a_unit_after(office.committee, "UBND khu vực Hữu Lũng"))
    client.force_login(Officer.objects.get(pk=office.lan.pk))
    for place in (f"{reverse('tasks:rows')}?phia=giao", reverse("tasks:assignment", args=[late[0].pk])):
        shown = client.get(place).content.decode()
        assert "công văn đôn đốc do chuyên viên soạn thảo của UBND khu vực Hữu Lũng lập" in shown
        assert "Lập công văn đôn đốc" not in shown
