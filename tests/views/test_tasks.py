"""The commune's two minutes, and what the issuing unit sees of them."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from childlabour.core.clock import now, today
from plans.followup.steps import ASSIGNMENTS
from plans.models import Answer, AnswerFile, Assignment, AssignmentState, Move, Task
from plans.web.views.tasks.home import MOST
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
    assert sum(len(pile.items) for pile in page.context["piles"]) == min(rows, MOST)
    assert sum(pile.count for pile in page.context["piles"]) == rows


def test_the_first_page_is_light(pao_in, given):
    assert len(pao_in.get(reverse("tasks:home")).content) < 20_000


# ── Steps of both sides on their pages ───────────────────────────────────────────────────────────


def in_days(days: int) -> str:
    return (today() + timedelta(days=days)).strftime("%d/%m/%Y")


@pytest.fixture
def due_soon(given):
    Assignment.objects.filter(pk=given.pk).update(due_on=today() + timedelta(days=5))
    return given


def sees(client, officer, place) -> str:
    client.force_login(officer)
    answer = client.get(place)
    assert answer.status_code == 200
    return answer.content.decode()


def test_more_time_is_asked_on_the_phone_and_granted_at_the_desk(client, office, due_soon):
    client.force_login(office.pao)
    place = address(due_soon)
    client.post(place, {"move": "ask_more_time", "text": "Mưa lũ.", "day": in_days(20)})
    assert "đang xin gia hạn" in sees(client, office.pao, place)
    assert f"xin gia hạn đến {in_days(20)}" in sees(client, office.lan, place)
    client.post(place, {"move": "grant", "day": "", "text": ""})
    page = sees(client, office.pao, place)
    assert f"hạn ban đầu {in_days(5)}" in page and "đồng ý gia hạn" in page


def test_a_day_that_cannot_be_read_stays_in_the_form_that_asked_for_it(client, office, due_soon):
    client.force_login(office.pao)
    answer = client.post(address(due_soon), {"move": "ask_more_time", "text": "Mưa lũ.", "day": "sang tuần"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="sang tuần"' in page and "Mưa lũ." in page
    assert "Xin gia hạn đến ngày: " in page


def test_what_was_typed_into_one_form_does_not_stand_in_another(client, office, due_soon):
    client.force_login(office.pao)
    page = client.post(address(due_soon), {"move": "refuse", "text": "Không thuộc xã.", "day": ""}).content
    assert page == b""
    page = client.post(address(due_soon), {"move": "ask_more_time", "text": "Chờ lũ rút.", "day": ""})
    assert page.content.decode().count("Chờ lũ rút.") <= 1


def test_work_is_passed_on_from_the_page_of_who_gave_it(client, office, due_soon):
    office.front.superior = office.committee
    office.front.save()
    Assignment.objects.filter(task=due_soon.task).exclude(pk=due_soon.pk).delete()
    place = address(due_soon)
    page = sees(client, office.lan, place)
    assert f'<option value="{office.front.pk}">' in page
    client.post(place, {"move": "transfer", "text": "Thuộc Mặt trận.", "unit": office.front.pk})
    new = Assignment.objects.get(task=due_soon.task, unit=office.front)
    assert address(new) in sees(client, office.lan, place)
    assert address(new) not in sees(client, office.pao, place), "it is no business of the commune's"


def test_a_plan_of_ones_own_is_written_ticked_and_read_by_who_gave_the_work(client, office, due_soon):
    client.force_login(office.pao)
    client.post(address(due_soon), {"plan": "item", "words": "Họp 9 thôn", "due_on": in_days(2)})
    item = due_soon.work_items.get()
    client.post(reverse("tasks:change_item", args=[due_soon.pk, item.pk]))
    page = sees(client, office.lan, address(due_soon))
    assert "Họp 9 thôn" in page and "· xong" in page
    assert "Thêm đầu việc" not in page
    client.force_login(office.pao)
    client.post(reverse("tasks:change_item", args=[due_soon.pk, item.pk]), {"do": "drop"})
    assert not due_soon.work_items.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "Họp 9 thôn", "due_on": "15/12"}, "Thời hạn của đầu việc: "),
        ({"words": "  ", "due_on": "15/12"}, "Đầu việc: ghi việc phải làm."),
        ({"words": "Gặp cháu Vàng A Súa", "due_on": ""}, "Không phải dữ liệu của trẻ em, tiếp tục"),
    ],
)
def test_a_step_of_ones_own_is_refused_where_it_was_typed(client, office, due_soon, typed, said):
    client.force_login(office.pao)
    answer = client.post(address(due_soon), {"plan": "item"} | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index('id="dau-viec"') < page.index("Chưa thêm được đầu việc:") < page.rindex(said)
    assert all(f'value="{value}"' in page for value in typed.values() if value.strip())
    assert not due_soon.work_items.exists()


def test_a_step_that_may_no_longer_be_added_is_refused_on_top_of_the_page(client, office, due_soon):
    Assignment.objects.filter(pk=due_soon.pk).update(state=AssignmentState.DONE)
    client.force_login(office.pao)
    answer = client.post(address(due_soon), {"plan": "item", "words": "Họp 9 thôn"})
    assert answer.status_code == 422
    assert "Chỉ cán bộ thực hiện của" in answer.content.decode()


@pytest.mark.parametrize("who", ["lan", "pao", "thu"])
@pytest.mark.parametrize("state", AssignmentState)
def test_the_page_of_a_task_in_any_state_offers_what_the_table_opens(client, office, due_soon, who, state):
    Assignment.objects.filter(pk=due_soon.pk).update(state=state, asked_until=today() + timedelta(days=9))
    officer = getattr(office, who)
    page = sees(client, officer, address(due_soon))
    opened = {step.name.value for step in ASSIGNMENTS.available(officer, again(due_soon))}
    if "receive" in opened:
        opened.discard("start")  # one thing at a time on a phone
    assert {move for move in Move.values if f'name="move" value="{move}"' in page} == opened


def again(given: Assignment) -> Assignment:
    return Assignment.objects.select_related("task__block__document__unit", "unit").get(pk=given.pk)


def test_many_reports_are_accepted_in_one_press(client, office, document):
    rows = Assignment.objects.filter(task__block__document=document)
    rows.update(state=AssignmentState.REPORTED)
    client.force_login(office.lan)
    place = reverse("tasks:given", args=[document.pk])
    client.post(place, {"scope": "waiting", "move": "accept"})
    assert set(rows.values_list("state", flat=True)) == {AssignmentState.DONE}


def test_all_that_is_late_is_extended_and_chosen_rows_stay_chosen_when_it_is_refused(
    client, office, document
):
    rows = Assignment.objects.filter(task__block__document=document)
    client.force_login(office.lan)
    place = reverse("tasks:given", args=[document.pk])
    one = rows.first()
    answer = client.post(place, {"scope": "chosen", "chosen": [one.pk], "move": "extend", "text": "Mưa lũ."})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ghi thời hạn mới." in page and f'value="{one.pk}" checked' in page
    client.post(place, {"scope": "late", "move": "extend", "day": in_days(9), "text": "Mưa lũ."})
    assert set(rows.values_list("extended_to", flat=True)) == {today() + timedelta(days=9)}


def test_all_that_is_still_to_be_reported_is_extended_in_one_press(client, office, document):
    rows = Assignment.objects.filter(task__block__document=document)
    reported = rows.first()
    Assignment.objects.filter(pk=reported.pk).update(state=AssignmentState.REPORTED)
    client.force_login(office.lan)
    said = {"scope": "open", "move": "extend", "day": in_days(9), "text": "Mưa lũ."}
    assert client.post(reverse("tasks:given", args=[document.pk]), said).status_code == 302
    assert set(rows.exclude(pk=reported.pk).values_list("extended_to", flat=True)) == {
        today() + timedelta(days=9)
    }
    assert rows.get(pk=reported.pk).extended_to is None


def test_a_task_is_given_to_a_unit_that_the_words_do_not_name(client, office, document, given):
    office.front.superior = office.committee
    office.front.save()
    place = reverse("tasks:give", args=[document.pk, given.task_id])
    client.force_login(office.lan)
    said = {"units": [office.front.pk], "role": "partner", "due_on": in_days(30), "text": "Cùng làm."}
    assert client.post(place, said | {"units": []}).status_code == 422
    assert client.post(place, said).status_code == 302
    new = Assignment.objects.get(task=given.task, unit=office.front)
    assert (new.role, new.answers.get().text) == ("partner", "Cùng làm.")
    assert "giao ngoài văn bản" in sees(client, office.lan, address(new))


@pytest.mark.parametrize("rows", [1, 15])
def test_what_was_given_costs_the_same_however_many_units(client, office, rows, django_assert_num_queries):
    document = an_issued_plan(office.committee, frozen=False, tasks=rows * 4)
    client.force_login(office.lan)
    client.get("/")
    with django_assert_num_queries(7):
        client.get(reverse("tasks:given", args=[document.pk]))


@pytest.mark.parametrize("rows", [1, 30])
def test_one_task_costs_the_same_however_much_was_said(
    client, office, due_soon, rows, django_assert_num_queries
):
    Answer.objects.bulk_create(
        Answer(
            assignment=due_soon, at=now(), officer_name="Páo", state="under_way", move="report", text="Họp."
        )
        for _ in range(rows)
    )
    client.force_login(office.pao)
    client.get("/")
    with django_assert_num_queries(17):
        client.get(address(due_soon))


def test_one_pile_is_opened_page_by_page(pao_in, office):
    an_issued_plan(office.committee, frozen=False, tasks=400)
    page = pao_in.get(reverse("tasks:home"), {"nhom": "late", "page": 3})
    assert len(page.context["page"].object_list) == 100 - 2 * MOST
    assert page.context["page"].paginator.count == 100


def test_what_units_have_said_waits_for_who_gave_the_work_and_for_nobody_else(client, office, due_soon):
    place = reverse("tasks:waiting")
    assert "Không có việc nào chờ" in sees(client, office.lan, place)
    ASSIGNMENTS.perform(Move.ASK_MORE_TIME, due_soon, office.pao, text="Lũ.", day=today() + timedelta(days=9))
    assert str(due_soon.unit) in sees(client, office.lan, place)
    assert "việc đã giao chờ trả lời" in sees(client, office.lan, "/ban-lam-viec/")
    for other in (office.pao, office.mai):
        assert str(due_soon.task) not in sees(client, other, place)
    ASSIGNMENTS.perform(Move.DECLINE, due_soon, office.lan, text="Không được.")
    assert "Không có việc nào chờ" in sees(client, office.lan, place)


def test_many_are_recalled_with_a_second_press_and_no_longer_count_among_who_received(
    client, office, document
):
    rows = Assignment.objects.filter(task__block__document=document)
    client.force_login(office.lan)
    place = reverse("tasks:given", args=[document.pk])
    asked = {"scope": "late", "move": "recall", "text": "Đã làm ở kế hoạch khác."}
    answer = client.post(place, asked)
    assert answer.status_code == 422
    assert f"Thu hồi {rows.count()} việc" in answer.content.decode()
    assert AssignmentState.RECALLED not in rows.values_list("state", flat=True)
    shown = client.post(place, asked | {"sure": "on"}, follow=True).content.decode()
    assert set(rows.values_list("state", flat=True)) == {AssignmentState.RECALLED}
    assert f"Đã thu hồi {rows.count()} nhiệm vụ." in shown
    assert "<dd>0/0</dd>" in shown and "quá hạn (hạn" not in shown
