"""The commune's two minutes, and what the issuing unit sees of them."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from plans.models import AnswerFile, Assignment, AssignmentState, Task
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4\n1 0 obj\n"


@pytest.fixture
def document(office):
    return an_issued_plan(office.committee, frozen=False, tasks=4)


@pytest.fixture
def given(office, document) -> Assignment:
    return Assignment.objects.filter(task__block__document=document, unit=office.people_of_tan_thanh).first()


@pytest.fixture
def pao_in(client, office):
    client.force_login(office.pao)
    return client


def address(assignment):
    return reverse("tasks:assignment", args=[assignment.pk])


def test_the_commune_sees_its_tasks_and_no_others(pao_in, office, given):
    page = pao_in.get(reverse("tasks:home"))
    shown = {assignment.unit_id for pile in page.context["piles"] for assignment in pile.items}
    assert shown == {office.people_of_tan_thanh.pk}


def test_tasks_of_a_draft_are_given_to_nobody_yet(pao_in, office):
    a_plan(office.committee, tasks=4)
    assert pao_in.get(reverse("tasks:home")).context["piles"] == []


def test_receipt_is_confirmed_with_one_press(pao_in, given):
    pao_in.post(address(given), {"move": "receive"})
    given.refresh_from_db()
    assert given.state == AssignmentState.RECEIVED
    assert given.answers.get().officer_name == "Giàng A Páo"


def test_what_was_done_is_written_and_finished(pao_in, given):
    pao_in.post(address(given), {"move": "report", "text": "Đã họp 3 thôn."})
    pao_in.post(address(given), {"move": "finish", "text": "Xong cả 9 thôn."})
    given.refresh_from_db()
    assert given.state == AssignmentState.REPORTED
    assert [answer.text for answer in given.answers.all()] == ["Đã họp 3 thôn.", "Xong cả 9 thôn."]


def test_finishing_without_a_word_is_refused_and_nothing_moves(pao_in, given):
    answer = pao_in.post(address(given), {"move": "finish", "text": "  "})
    assert "Ghi kết quả rồi mới báo cáo hoàn thành." in answer.content.decode()
    given.refresh_from_db()
    assert given.state == AssignmentState.GIVEN


def test_a_file_goes_with_the_answer_and_only_those_concerned_get_it(client, office, given):
    client.force_login(office.pao)
    upload = SimpleUploadedFile("bien-ban.pdf", PDF)
    client.post(address(given), {"move": "report", "text": "Kèm biên bản.", "files": [upload]})
    kept = AnswerFile.objects.get()
    got = client.get(reverse("tasks:file", args=[kept.pk]))
    assert b"".join(got.streaming_content) == PDF
    client.force_login(office.lan)
    assert client.get(reverse("tasks:file", args=[kept.pk])).getvalue() == PDF
    client.force_login(office.mai)
    assert client.get(reverse("tasks:file", args=[kept.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("virus.exe", b"MZ"),
        ("bien-ban.pdf", b"MZ not a pdf"),
        ("macro.docm", b"PK\x03\x04"),
        ("trang.html", b"<html>"),
    ],
)
def test_files_of_other_kinds_are_refused_by_their_content(pao_in, given, name, content):
    upload = SimpleUploadedFile(name, content)
    answer = pao_in.post(address(given), {"move": "report", "text": "Đã họp thôn.", "files": [upload]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert name in page
    assert "Đã họp thôn." in page, "what was typed stays"
    assert not AnswerFile.objects.exists()


def test_a_file_too_large_is_refused_with_its_size(pao_in, given):
    upload = SimpleUploadedFile("anh.pdf", PDF + b"0" * (10 * 1024 * 1024))
    answer = pao_in.post(address(given), {"move": "report", "text": "x", "files": [upload]})
    assert "nhiều nhất 10,0 MB" in answer.content.decode().replace("\xa0", " ")


def test_another_districts_officer_finds_nothing(client, office, given):
    client.force_login(office.mai)
    assert client.get(address(given)).status_code == 404


def test_the_issuer_sees_who_has_received_and_who_is_late(client, office, document, given):
    Task.objects.filter(block__document=document).update(due_on=date(2020, 1, 1))
    given.state = AssignmentState.RECEIVED
    given.save()
    client.force_login(office.lan)
    page = client.get(reverse("tasks:given", args=[document.pk]))
    assert page.context["units"] == {"all": 4, "received": 1, "late": 4, "waiting": 0}
    strip = page.context["strips"][0]
    assert (strip.late, strip.reported) == (len(strip.units), 0)
    assert "quá hạn" in page.content.decode()


def test_the_issuer_accepts_or_sends_back_with_a_reason(client, office, given):
    given.state = AssignmentState.REPORTED
    given.save()
    client.force_login(office.lan)
    assert "Ghi lý do" in client.post(address(given), {"move": "send_back"}).content.decode()
    client.post(address(given), {"move": "send_back", "text": "Thiếu số liệu thôn Khe."})
    given.refresh_from_db()
    assert given.state == AssignmentState.SENT_BACK


def test_the_unit_cannot_accept_its_own_report(pao_in, given):
    given.state = AssignmentState.REPORTED
    given.save()
    answer = pao_in.post(address(given), {"move": "accept"}).content.decode()
    assert "đây là việc của cơ quan giao nhiệm vụ" in answer


@pytest.mark.parametrize("rows", [3, 60])
def test_the_list_costs_the_same_however_many_tasks(client, office, rows, django_assert_num_queries):
    an_issued_plan(office.committee, frozen=False, tasks=rows * 4)
    client.force_login(office.pao)
    client.get("/")  # the first page of a log-in puts it on the list
    with django_assert_num_queries(6):
        page = client.get(reverse("tasks:home"))
    assert sum(len(pile.items) for pile in page.context["piles"]) == min(rows, 40)
    assert sum(pile.count for pile in page.context["piles"]) == rows


def test_the_first_page_is_light(pao_in, given):
    assert len(pao_in.get(reverse("tasks:home")).content) < 20_000
