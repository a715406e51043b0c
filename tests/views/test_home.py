"""The desk says what waits for me and why, who holds the rest; all documents of the unit stand on one list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.issuing.workflow import perform
from plans.models import Action, Assignment, Document, Status
from tests.cast import a_plan, an_issued_plan, an_officer
from tests.issuing.way import approved, submitted

pytestmark = pytest.mark.django_db

HOME, LIST = "/ban-lam-viec/", "/ban-lam-viec/van-ban/"
HOME_COSTS, LIST_COSTS = 26, 15  # queries, the log-in included


def listed(client, **asked) -> list[int]:
    return [document.pk for document in client.get(LIST, asked).context["rows"]]


def many_drafts(office, how_many: int, **fields) -> None:
    same = {
        "unit": office.committee,
        "period_from": 2023,
        "period_to": 2023,
        "title": "Thực hiện Chương trình",
        "status": Status.DRAFT,
    }
    Document.objects.bulk_create(Document(**same | fields) for _ in range(how_many))


def test_a_desk_says_why_a_document_lies_there(client, office):
    perform(Action.SUBMIT, a_plan(office=office), office.lan, note="Cần ban hành trước ngày 5.")
    client.force_login(office.hung)
    page = client.get(HOME).content.decode()
    assert f"{office.lan} trình hôm nay" in page
    assert "chờ lãnh đạo duyệt" in page
    assert "“Cần ban hành trước ngày 5.”" in page


def test_what_i_put_forward_stands_first_among_what_others_hold(client, office):
    hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)
    mine = submitted(office)
    hers = perform(Action.SUBMIT, a_plan(office=office), hoa)
    client.force_login(office.lan)
    answer = client.get(HOME)
    assert [document.pk for document in answer.context["others"]] == [mine.pk, hers.pk]
    assert "Ở chỗ Vi Văn Hùng từ hôm nay" in answer.content.decode()


def test_the_list_holds_all_documents_of_the_unit_and_nobody_elses(client, office):
    of_the_unit = [a_plan(office=office), submitted(office), an_issued_plan(frozen=False)]
    gone = perform(Action.CANCEL, a_plan(office=office), office.lan, reason="Nhầm.")
    a_plan(office.other_committee)
    client.force_login(office.lan)
    assert set(listed(client)) == {document.pk for document in [*of_the_unit, gone]}
    assert listed(client, state="cancelled") == [gone.pk]
    assert listed(client, state="draft") == [of_the_unit[0].pk]


def test_it_is_narrowed_by_where_a_document_lies(client, office):
    draft, waiting, further = a_plan(office=office), submitted(office), approved(office)
    issued = an_issued_plan(frozen=False)
    client.force_login(office.lan)
    assert listed(client, lying="toi") == [draft.pk]
    assert set(listed(client, lying="nguoi-khac")) == {waiting.pk, further.pk}
    assert set(listed(client, lying="toi-trinh")) == {waiting.pk, further.pk}
    assert issued.pk in listed(client, q="lao dong", year=2023, kind="KH")
    assert listed(client, q="không có chữ này") == []


def test_a_condition_that_means_nothing_is_said_and_narrows_nothing(client, office):
    draft = a_plan(office=office)
    client.force_login(office.lan)
    page = client.get(LIST, {"state": "bay", "year": "năm ngoái"})
    assert "Chưa hiểu điều kiện lọc" in page.content.decode()
    assert [document.pk for document in page.context["rows"]] == [draft.pk]


def test_a_long_desk_shows_its_beginning_and_the_way_to_the_rest(client, office):
    many_drafts(office, 45)
    client.force_login(office.lan)
    page = client.get(HOME)
    assert len(page.context["mine"]) == 30
    assert "Còn 15 văn bản chờ anh/chị" in page.content.decode()
    assert len(listed(client, lying="toi", page=2)) == 15


@pytest.mark.parametrize("who", ["lan", "hung", "thu", "son", "pao"])
def test_desk_and_list_cost_the_same_however_many_documents_there_are(client, office, who):
    client.force_login(getattr(office, who))
    client.get(HOME)
    spent = []
    for more in (3, 60):
        many_drafts(office, more)
        many_drafts(office, more, status=Status.CANCELLED)
        for _ in range(3):
            perform(Action.SEND_BACK, submitted(office), office.hung, reason="Sửa.")
            submitted(office)
        prices = []
        for address in (HOME, LIST):
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            prices.append(len(asked))
        spent.append(prices)
    (few_home, few_list), (home, long_list) = spent
    assert home <= few_home + 2, "one more for each list that does not fit"
    assert long_list == few_list
    assert (home, long_list) <= (HOME_COSTS, LIST_COSTS)


def test_the_returned_reason_stands_on_the_page_of_the_document_too(client, office):
    document = perform(Action.SEND_BACK, submitted(office), office.hung, reason="Thiếu kinh phí.")
    client.force_login(office.lan)
    for name, more in (("issuing:document", ()), ("desk:editor", ()), ("desk:spot", ("body",))):
        page = client.get(reverse(name, args=[document.pk, *more])).content.decode()
        assert f"Bị trả lại: Thiếu kinh phí ({office.hung})." in page


@pytest.mark.parametrize("where", ["desk:home", "tasks:home", "tasks:assignment"])
def test_who_may_not_answer_a_task_reads_who_may(client, office, where):
    an_issued_plan(frozen=False, tasks=4)
    given = Assignment.objects.filter(unit=office.people_of_tan_thanh).first()
    clerk = an_officer("tam", "Lường Thị Tâm", office.people_of_tan_thanh, is_clerk=True)
    address = reverse(where, args=[given.pk] if where == "tasks:assignment" else [])
    for officer, is_told in ((clerk, True), (office.pao, False)):
        client.force_login(officer)
        assert ("Người trả lời: Giàng A Páo." in client.get(address).content.decode()) == is_told
