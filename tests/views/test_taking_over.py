"""Anh Páo moves to the commune of 1/7/2025: what he left lies on his desk, and on nobody else's."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.models import Assignment, AssignmentState, Document, Event, RegisterEntry, Status
from plans.models.register import NumberSeries, RegisterBook
from tests.admin.pages import address, as_shown, desk_of, list_of, problems_on
from tests.cast import a_plan, an_issued_plan, an_officer, appoint
from tests.units.reform import Reform, move

pytestmark = pytest.mark.django_db

OLD_TITLE = "Kế hoạch dở dang của xã cũ"


@pytest.fixture
def draft(office, reform) -> Document:
    return a_plan(reform.old, office=office, title=OLD_TITLE)


@pytest.fixture
def given(office, reform) -> Assignment:
    document = an_issued_plan(office.committee, office=office, frozen=False, tasks=4)
    return Assignment.objects.get(task__block__document=document, unit=reform.old)


@pytest.fixture
def pao(client, office, reform: Reform):
    pao = move(office.pao, reform.culture, is_drafter=True, is_responder=True)
    client.force_login(pao)
    return pao


def page_of(client, name: str, *args) -> str:
    got = client.get(reverse(name, args=args))
    assert got.status_code == 200, (name, got.status_code)
    return got.content.decode()


def test_his_draft_lies_on_the_desk_and_is_written_on(client, pao, draft):
    assert OLD_TITLE in page_of(client, "desk:home")
    page_of(client, "desk:editor", draft.pk)
    client.post(reverse("desk:spot", args=[draft.pk, "signature"]), {"signer": "Bế Văn Mới"})
    draft.refresh_from_db()
    assert draft.signer == "Bế Văn Mới"
    assert draft.unit_id != pao.appointments.get().unit_id, "it is still the old commune's"


def test_its_history_comes_with_it(client, pao, draft):
    when = draft.created_at
    Event.objects.create(
        document=draft, at=when, officer_name="Bế Văn Cũ", action="withdraw", status_after=Status.DRAFT
    )
    assert "Bế Văn Cũ" in page_of(client, "desk:history", draft.pk)
    assert "Bế Văn Cũ" in page_of(client, "issuing:document", draft.pk)


def test_open_tasks_are_found_and_answered(client, pao, given):
    assert str(given.task) in page_of(client, "tasks:home")
    client.post(reverse("tasks:assignment", args=[given.pk]), {"move": "finish", "text": "Đã rà soát xong."})
    given.refresh_from_db()
    assert given.state == AssignmentState.REPORTED
    assert given.answers.get().officer_name == "Giàng A Páo"


def test_what_the_old_commune_gave_out_is_judged_by_the_new_one(client, office, pao, reform):
    document = an_issued_plan(reform.old, office=office, frozen=False, tasks=4)
    reported = Assignment.objects.get(task__block__document=document, unit=office.school)
    Assignment.objects.filter(pk=reported.pk).update(state=AssignmentState.REPORTED)
    assert "Trường Trung học cơ sở" in page_of(client, "tasks:given", document.pk)
    client.post(reverse("tasks:assignment", args=[reported.pk]), {"move": "accept"})
    reported.refresh_from_db()
    assert reported.state == AssignmentState.DONE


def test_last_years_plan_is_offered_and_begun_from_in_the_new_name(client, office, pao, reform):
    source = an_issued_plan(
        reform.old, office=office, frozen=False, title="Phòng, chống lao động trẻ em năm 2023"
    )
    page = page_of(client, "desk:start")
    assert f'<option value="{source.pk}"' in page
    asked = {"way": "last_year", "unit": reform.new.pk, "year": 2026, "last_year": source.pk}
    assert client.post(reverse("desk:start"), asked).status_code == 302
    document = Document.objects.get(unit=reform.new)
    assert document.title == "Phòng, chống lao động trẻ em năm 2026"
    assert (document.signer, document.signature_lines) == ("", ""), "others signed for the old commune"
    assert document.recipients.count() == source.recipients.count()


def test_nothing_is_begun_in_the_old_name(client, pao, reform, draft):
    assert f'<option value="{reform.old.pk}"' not in page_of(client, "desk:start")
    asked = {"way": "blank", "unit": reform.old.pk, "year": 2025}
    client.post(reverse("desk:start"), asked)
    assert list(Document.objects.filter(unit=reform.old)) == [draft]


def test_the_closed_book_is_read_and_not_written_in(client, office, reform):
    series = NumberSeries.objects.create(unit=reform.old)
    book = RegisterBook.objects.create(series=series, year=2025)
    entry = RegisterEntry.objects.create(
        book=book,
        number=7,
        state="reserved",
        dated=date(2025, 5, 26),
        reason="để dành cho họp hội đồng",
        given_at="2025-05-26T00:00+07:00",
    )
    client.force_login(an_officer("moi", "Văn thư xã mới", reform.new, is_clerk=True))
    books = client.get(reverse("issuing:register")).context["units"]
    assert books == [reform.new, reform.old], "the own book first, though it has no number yet"
    kept = f"{reverse('issuing:register')}?unit={reform.old.pk}&since=01/01/2025&until=31/12/2025"
    page = client.get(kept)
    assert "họp hội đồng" in page.content.decode()
    assert not page.context["may_keep"]
    assert client.get(reverse("issuing:register_file", args=[reform.old.pk, "xlsx"])).status_code == 200
    told = {"day": "01/6/2025", "count": "1", "reason": "x", "void": "x"}
    assert client.post(reverse("issuing:reserve", args=[reform.old.pk]), told).status_code == 404
    assert client.post(reverse("issuing:entry", args=[entry.pk]), told).status_code == 404
    client.force_login(office.mai)
    assert client.get(reverse("issuing:register_file", args=[reform.old.pk, "xlsx"])).status_code == 404


def test_the_new_clerk_and_leader_read_the_draft_and_move_nothing_in_the_old_name(client, reform, draft):
    both = an_officer("moi", "Lãnh đạo mới", reform.new, is_leader=True, is_clerk=True)
    client.force_login(both)
    Document.objects.filter(pk=draft.pk).update(status=Status.SUBMITTED)
    assert OLD_TITLE in page_of(client, "desk:home")
    assert client.get(reverse("issuing:document", args=[draft.pk])).context["choices"] == []
    assert client.post(reverse("issuing:act", args=[draft.pk, "approve"])).status_code == 422
    draft.refresh_from_db()
    assert draft.status == Status.SUBMITTED


def test_the_admin_shows_and_changes_the_draft_and_keeps_its_issuer(pao, reform, draft):
    desk = desk_of(pao)
    assert desk.get(list_of(Document), {"cua-toi": "co"}).context["cl"].result_count == 1
    page = desk.get(address(draft))
    assert set(page.context["adminform"].form.fields["unit"].queryset) == {
        reform.culture,
        reform.new,
        reform.old,
    }
    answer = desk.post(address(draft), as_shown(page) | {"title": "Sửa ở xã mới"})
    assert answer.status_code == 302, problems_on(answer)
    draft.refresh_from_db()
    assert (draft.title, draft.unit) == ("Sửa ở xã mới", reform.old)
    new = desk.get(reverse("admin:plans_document_add")).context["adminform"].form
    assert set(new.fields["unit"].queryset) == {reform.culture, reform.new}
    assert new["unit"].value() == reform.new.pk


PAGES = ("desk:editor", "desk:history", "issuing:document", "public:document", "public:sheet")


@pytest.mark.parametrize("page", PAGES)
def test_for_another_district_it_is_still_not_there(client, office, draft, page):
    client.force_login(office.mai)
    assert client.get(reverse(page, args=[draft.pk])).status_code == 404


def test_another_district_finds_neither_task_nor_draft(client, office, draft, given):
    client.force_login(office.mai)
    assert OLD_TITLE not in page_of(client, "desk:home")
    assert client.get(reverse("tasks:assignment", args=[given.pk])).status_code == 404
    assert client.get(f"/api/v1/plans/{draft.pk}/").status_code == 404
    assert desk_of(office.mai).get(list_of(Document)).context["cl"].result_count == 1, "the issued one"


def test_the_commune_next_door_that_took_nothing_over_sees_nothing(client, office, reform, draft):
    appoint(office.mai, office.school, is_drafter=True)
    client.force_login(office.mai)
    assert client.get(reverse("desk:editor", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("page", ["desk:home", "tasks:home", "desk:start"])
def test_to_have_taken_over_costs_no_query_more(client, office, reform, page):
    def price(unit) -> int:
        client.force_login(move(office.pao, unit, is_drafter=True, is_responder=True))
        client.get(reverse(page))
        with CaptureQueriesContext(connection) as spent:
            client.get(reverse(page))
        return len(spent)

    a_plan(reform.old, office=office)
    assert price(reform.new) == price(reform.old)
