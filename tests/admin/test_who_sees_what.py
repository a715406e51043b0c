"""Who sees and who changes what in the admin: the roles decide, never Django's permission rows."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from childlabour.core.clock import now
from childlabour.units.models import Appointment, Officer, Place, Post, Role, Room, SigningCapacity, Unit
from plans.content.values import ChargeMark, Ground, Receiver, TargetMark, TaskMark, marked
from plans.law import belonging as belongings
from plans.models import (
    Assignment,
    Charge,
    Citation,
    Document,
    Event,
    NumberSeries,
    Recipient,
    RegisterBook,
    RegisterEntry,
    Status,
    StoredBlock,
    Task,
)
from targets.models import (
    CalendarDay,
    Indicator,
    LegalAct,
    ObjectiveGroup,
    Parameter,
    Programme,
    Target,
)
from targets.statements import parse
from tests.admin.pages import address, as_shown, desk_of, list_of, messages_on, new_row, problems_on, words_on
from tests.cast import a_plan, an_issued_plan, appoint, revised
from tests.content import writing

SECRET = "Dự thảo chưa ai được xem"
ROWS = (Citation, StoredBlock, Recipient, Target, Task, Charge, Assignment)
WRITTEN_ELSEWHERE = (
    Citation,
    StoredBlock,
    Recipient,
    Target,
    Task,
    Charge,
)  # on the page of the document, at the desk


def rows_of(document: Document) -> list:
    """The plan and one row of every kind that hangs on it."""
    document.blocks.exclude(removed_at=None).delete()
    return [document, *(belongings.rows_of(model, document).first() for model in ROWS)]


def marked_document(office, unit, **fields) -> Document:
    """A plan whose every row carries the same telling words."""
    document = a_plan(unit, office=office, title=SECRET, tasks=0, **fields)
    target = TargetMark("m", SECRET, parse(SECRET))
    return revised(
        document,
        lambda content: replace(
            content,
            citations=(Ground(SECRET),),
            blocks=(
                writing.clause("1.", SECRET, charge=ChargeMark((office.police.pk,), SECRET)),
                writing.paragraph(
                    marked(writing.runs(SECRET), 0, 7, "m"), targets=(target,), task=TaskMark()
                ),
            ),
            recipients=(Receiver(SECRET),),
        ),
    )


class TestAForeignDraft:
    def test_stands_in_no_list(self, office, lan):
        marked_document(office, office.other_committee)
        desk = desk_of(lan)
        for model in (Document, *ROWS):
            page = desk.get(list_of(model))
            assert SECRET not in words_on(page), model
            assert page.context["cl"].result_count == 0, model

    @pytest.mark.parametrize("what", ["change", "delete", "history"])
    def test_has_no_page_and_is_not_named_on_the_way(self, office, lan, what):
        document = marked_document(office, office.other_committee)
        desk = desk_of(lan)
        for row in rows_of(document):
            for answer in (
                desk.get(address(row, what), follow=True),
                desk.post(address(row, what), follow=True),
            ):
                assert answer.redirect_chain == [(reverse("admin:index"), 302)], row
                assert SECRET not in words_on(answer)
                assert messages_on(answer)[0].startswith("Không có ")
        assert Document.objects.filter(pk=document.pk).exists()

    def test_is_not_proposed_as_what_a_plan_carries_out(self, office, lan):
        marked_document(office, office.other_committee)
        own = a_plan(office=office, title="Kế hoạch của mình")
        found = desk_of(lan).get(
            reverse("admin:autocomplete"),
            {"app_label": "plans", "model_name": "document", "field_name": "parent", "term": ""},
        )
        assert [row["id"] for row in found.json()["results"]] == [str(own.pk)]

    def test_is_not_taken_as_what_a_plan_carries_out(self, office, lan):
        foreign = marked_document(office, office.other_committee)
        own, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(own))) | {"parent": str(foreign.pk)}
        answer = desk.post(address(own), sent)
        assert list(answer.context["adminform"].form.errors) == ["parent"]
        assert SECRET not in words_on(answer)

    def test_is_seen_and_written_by_the_keeper(self, office, keeper):
        document = marked_document(office, office.other_committee)
        desk = desk_of(keeper)
        for row in rows_of(document):
            page = desk.get(address(row))
            assert page.status_code == 200, row
            assert page.context["has_change_permission"] != isinstance(row, WRITTEN_ELSEWHERE), row


@pytest.mark.parametrize("pk", ["0", "abc", "99999999999999999999", "1_2F", "%00", "-1"])
def test_an_id_that_nothing_has_leads_back_with_a_word(office, lan, pk):
    answer = desk_of(lan).get(f"{list_of(Document)}{pk}/change/", follow=True)
    assert answer.status_code == 200
    assert messages_on(answer)[0].startswith("Không có ")


def with_a_charge(office) -> Document:
    """Issued, with a row of every kind."""
    document = a_plan(office=office)
    heading = writing.clause("1.", "Công an", charge=ChargeMark((office.police.pk,), "Công an"))
    revised(document, lambda content: replace(content, blocks=(*content.blocks, heading)))
    Document.objects.filter(pk=document.pk).update(
        status=Status.ISSUED, number=1, number_year=2023, issued_on=date(2023, 5, 26)
    )
    return Document.objects.get(pk=document.pk)


class TestWhatIsIssued:
    """Nothing of it changes, by any page, for anyone."""

    @pytest.mark.parametrize("who", ["lan", "son"])
    def test_every_page_of_it_is_for_reading_only(self, office, who):
        document = with_a_charge(office)
        desk = desk_of(getattr(office, who))
        for row in rows_of(document):
            page = desk.get(address(row))
            assert page.status_code == 200, row
            assert not page.context["has_change_permission"], row
            assert not page.context["has_delete_permission"], row
            assert not any(
                inline.has_add_permission or inline.has_change_permission or inline.has_delete_permission
                for inline in page.context["inline_admin_formsets"]
            ), row
        assert "chỉ xem, không sửa" in words_on(desk.get(address(document)))

    @pytest.mark.parametrize("who", ["lan", "son"])
    def test_what_is_sent_to_its_pages_is_refused(self, office, who):
        document = with_a_charge(office)
        desk = desk_of(getattr(office, who))
        before = list(Document.objects.filter(pk=document.pk).values())
        for row in rows_of(document):
            assert desk.post(address(row), {"title": "khác", "heading": "khác"}).status_code == 403, row
            assert desk.post(address(row, "delete"), {"post": "yes"}).status_code == 403, row
        assert list(Document.objects.filter(pk=document.pk).values()) == before
        assert Target.objects.filter(block__document=document).count() == 2

    def test_it_survives_the_deletion_of_many(self, office, keeper):
        issued, draft = an_issued_plan(office=office, frozen=False), a_plan(office=office)
        action = {"action": "delete_selected", "_selected_action": [issued.pk, draft.pk], "post": "yes"}
        desk_of(keeper).post(list_of(Document), action)
        assert Document.objects.filter(pk=issued.pk).exists()

    def test_a_form_opened_while_it_was_a_draft_comes_too_late(self, office, lan):
        document = a_plan(office=office)
        desk = desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"title": "Sửa sau khi trình"}
        Document.objects.filter(pk=document.pk).update(status=Status.SUBMITTED)
        assert desk.post(address(document), sent).status_code == 403
        document.refresh_from_db()
        assert document.title != "Sửa sau khi trình"


class TestADraft:
    def test_is_changed_by_its_drafter(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {"title": "Tên mới"}
        assert desk.post(address(document), sent).status_code == 302
        document.refresh_from_db()
        assert document.title == "Tên mới"

    @pytest.mark.parametrize("who", ["hung", "thu"])
    def test_is_only_read_by_leader_and_clerk(self, office, who):
        document, desk = a_plan(office=office), desk_of(getattr(office, who))
        page = desk.get(address(document))
        assert page.status_code == 200
        assert not page.context["has_change_permission"]
        assert "ở đây chỉ xem" in words_on(page)
        assert desk.post(address(document), {"title": "khác"}).status_code == 403

    def test_keeps_its_state_and_origin_whatever_is_sent(self, office, lan):
        document, desk = a_plan(office=office), desk_of(lan)
        sent = as_shown(desk.get(address(document))) | {
            "status": "issued",
            "origin": "carried_over",
            "number": "7",
        }
        desk.post(address(document), sent)
        document.refresh_from_db()
        assert (document.status, document.origin, document.number) == ("draft", "here", None)

    def test_is_deleted_while_nothing_has_happened_to_it(self, office, lan):
        document = a_plan(office=office)
        desk_of(lan).post(address(document, "delete"), {"post": "yes"})
        assert not Document.objects.filter(pk=document.pk).exists()

    def test_is_not_deleted_once_it_has_been_on_its_way(self, office, lan):
        document = a_plan(office=office)
        Event.objects.create(document=document, at=now(), action="send_back", status_after=Status.DRAFT)
        desk = desk_of(lan)
        assert desk.post(address(document, "delete"), {"post": "yes"}).status_code == 403
        action = {"action": "delete_selected", "_selected_action": [document.pk], "post": "yes"}
        desk.post(list_of(Document), action)
        assert Document.objects.filter(pk=document.pk).exists()

    def test_is_begun_only_for_the_units_one_drafts_for(self, office, lan):
        desk = desk_of(lan)
        page = desk.get(reverse("admin:plans_document_add"))
        choices = page.context["adminform"].form.fields["unit"].queryset
        assert set(choices) == {office.labour, office.committee}
        assert page.context["adminform"].form["unit"].value() == office.committee.pk
        sent = as_shown(page) | {
            "unit": str(office.other_committee.pk),
            "title": "Cho huyện khác",
            "period_from": "2023",
            "period_to": "2023",
        }
        answer = desk.post(reverse("admin:plans_document_add"), sent)
        assert list(answer.context["adminform"].form.errors) == ["unit"]

    def test_is_begun_by_a_drafter_and_by_nobody_else(self, office, lan):
        assert desk_of(lan).get(reverse("admin:plans_document_add")).status_code == 200
        for other in (office.hung, office.thu):
            assert desk_of(other).get(reverse("admin:plans_document_add")).status_code == 403


class TestTheCatalogue:
    MODELS = (
        Unit,
        Place,
        SigningCapacity,
        Programme,
        ObjectiveGroup,
        Indicator,
        LegalAct,
        Parameter,
        CalendarDay,
    )

    def test_is_read_by_everyone_and_written_by_the_keeper(self, office, lan, keeper):
        for model in self.MODELS:
            add = list_of(model) + "add/"
            assert desk_of(lan).get(list_of(model)).status_code == 200, model
            assert desk_of(lan).get(add).status_code == 403, model
            assert desk_of(keeper).get(add).status_code == 200, model

    def test_a_drafter_changes_no_unit(self, office, lan):
        page = desk_of(lan).get(address(office.committee))
        assert not page.context["has_change_permission"]
        assert desk_of(lan).post(address(office.committee), {"name": "khác"}).status_code == 403

    def test_what_changed_in_a_unit_stays_on_record(self, office, keeper):
        desk = desk_of(keeper)
        sent = as_shown(desk.get(address(office.committee))) | {"seat": "Thị trấn Hữu Lũng"}
        assert desk.post(address(office.committee), sent).status_code == 302
        page = desk.get(address(office.committee, "history"))
        assert "Hữu Lũng → Thị trấn Hữu Lũng" in words_on(page)


class TestPeople:
    def test_are_looked_after_by_the_keeper_alone(self, office, lan, keeper):
        assert desk_of(lan).get(list_of(Officer)).status_code == 403
        assert desk_of(lan).get(address(office.mai)).status_code == 403
        assert desk_of(keeper).get(list_of(Officer)).status_code == 200

    def test_a_keeper_makes_an_account_with_its_roles(self, office, keeper):
        keeper.is_superuser = False
        desk, add = desk_of(keeper), reverse("admin:units_officer_add")
        page = desk.get(add)
        sent = as_shown(page) | {
            "username": "hoa",
            "usable_password": "true",
            "password1": "Mot-mat-khau-dai-2023",
            "password2": "Mot-mat-khau-dai-2023",
            "full_name": "Nông Thị Hoa",
            "is_staff": "on",
        }
        sent |= new_row(page, Appointment, unit=office.labour.pk, is_drafter="on")
        answer = desk.post(add, sent)
        assert answer.status_code == 302, problems_on(answer)
        hoa = Officer.objects.get(username="hoa")
        assert (hoa.is_keeper, hoa.is_staff, hoa.is_superuser) == (False, True, False)
        assert hoa.check_password("Mot-mat-khau-dai-2023")
        served = hoa.appointments.get()
        assert (served.unit, served.roles) == (office.labour, {Role.DRAFTER})

    def test_an_officer_is_given_a_second_unit_on_the_same_page(self, office, keeper):
        desk = desk_of(keeper)
        page = desk.get(address(office.pao))
        second = new_row(page, Appointment, unit=office.committee.pk, is_clerk="on", valid_from="01/7/2025")
        answer = desk.post(address(office.pao), as_shown(page) | second)
        assert answer.status_code == 302, problems_on(answer)
        assert [(served.unit, served.roles) for served in office.pao.appointments.all()] == [
            (office.people_of_tan_thanh, {Role.DRAFTER, Role.RESPONDER}),
            (office.committee, {Role.CLERK}),
        ]

    def test_a_place_is_given_once(self, office, keeper):
        desk = desk_of(keeper)
        page = desk.get(address(office.hung))
        new = new_row(page, Appointment, unit=office.police.pk)
        twice = new | {name.replace("-1-", "-2-"): value for name, value in new.items()}
        answer = desk.post(address(office.hung), as_shown(page) | twice | {"appointments-TOTAL_FORMS": "3"})
        assert problems_on(answer) == {
            "appointments-2-unit": ["Hai dòng phân công giống nhau: gộp vai trò vào một dòng."]
        }

    def test_a_post_counts_in_its_own_unit(self, office, keeper):
        desk = desk_of(keeper)
        deputy = Post.objects.get(unit=office.committee, name="Phó Chủ tịch")
        page = desk.get(address(office.mai))
        wrong = new_row(page, Appointment, unit=office.police.pk, post=deputy.pk)
        answer = desk.post(address(office.mai), as_shown(page) | wrong)
        assert problems_on(answer) == {
            "appointments-1-post": [
                "“Phó Chủ tịch” thuộc UBND huyện Hữu Lũng: chọn phòng, chức danh của chính đơn vị này."
            ]
        }

    def test_who_serves_in_two_units_stands_in_the_list_once(self, office, keeper):
        appoint(office.lan, office.police, is_responder=True)
        desk = desk_of(keeper)
        for asked in ({"q": "huu lung"}, {"vai-tro": "is_drafter"}):
            found = list(desk.get(list_of(Officer), asked).context["cl"].result_list)
            assert found.count(office.lan) == 1, asked
        assert (
            "Chuyên viên, Phòng LĐTBXH huyện Hữu Lũng (soạn thảo); Công an huyện Hữu Lũng (thực hiện nhiệm vụ)"
            in (words_on(desk.get(list_of(Officer), {"vai-tro": "is_responder"})))
        )
        assert (
            not desk.get(list_of(Officer), {"vai-tro": "is_keeper"})
            .context["cl"]
            .result_list.filter(pk=office.lan.pk)
        )

    def test_nobody_but_the_keeper_gives_a_post(self, office, lan):
        desk = desk_of(lan)
        page = address(office.lan)
        hats = {
            "appointments-TOTAL_FORMS": "1",
            "appointments-INITIAL_FORMS": "0",
            "appointments-0-is_leader": "on",
        }
        assert desk.get(page).status_code == 403
        assert desk.post(page, hats | {"appointments-0-unit": str(office.committee.pk)}).status_code == 403
        assert [served.roles for served in lan.appointments.all()] == [{Role.DRAFTER}]
        for model in (Room, Post):
            assert desk.get(list_of(model)).status_code == 200
            assert desk.get(list_of(model) + "add/").status_code == 403

    def test_a_keeper_does_not_take_over_the_installers_account(self, office, keeper):
        second = Officer.objects.create(username="second", full_name="Quản trị thứ hai", is_keeper=True)
        desk = desk_of(second)
        assert not desk.get(address(keeper)).context["has_change_permission"]
        assert desk.post(address(keeper), {"username": "x"}).status_code == 403
        rows = desk.get(address(keeper)).context["inline_admin_formsets"]
        assert [inline.has_add_permission for inline in rows] == [False]
        password = reverse("admin:auth_user_password_change", args=[keeper.pk])
        assert desk.post(password, {"password1": "x", "password2": "x"}).status_code == 403

    def test_nobody_gives_the_installers_rights_by_a_form(self, office, keeper):
        desk = desk_of(keeper)
        sent = as_shown(desk.get(address(office.lan))) | {"is_superuser": "on", "user_permissions": "1"}
        desk.post(address(office.lan), sent)
        office.lan.refresh_from_db()
        assert not office.lan.is_superuser


class TestTheDoor:
    def test_who_is_not_logged_in_is_asked_to(self, office):
        document = a_plan(office=office)
        answer = Client().get(address(document))
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("admin:login"))

    def test_an_officer_without_leave_to_come_in_stays_outside(self, office, lan):
        client = Client()
        client.force_login(lan)
        assert client.get(reverse("admin:index")).status_code == 302
        assert client.get(address(a_plan(office=office))).status_code == 302

    def test_a_closed_account_stays_outside(self, office, lan):
        desk = desk_of(lan)
        lan.is_active = False
        lan.save()
        assert desk.get(reverse("admin:index")).status_code == 302


class TestTheRegister:
    def test_is_split_by_the_keeper_with_kinds_that_exist(self, office, keeper):
        desk, add = desk_of(keeper), list_of(NumberSeries) + "add/"
        sent = {"unit": str(office.committee.pk), "name": "kế hoạch", "kinds": "KH,XX"}
        answer = desk.post(add, sent)
        assert "Không có loại “XX”" in answer.context["adminform"].form.errors["kinds"][0]
        assert desk.post(add, sent | {"kinds": "KH,BC"}).status_code == 302
        assert NumberSeries.objects.get().kinds == "KH, BC"

    def test_stays_as_it_is_once_a_number_was_given(self, office, keeper):
        book = book_with_a_number(office.committee)
        for row in (book, book.series, book.entries.get()):
            page = desk_of(keeper).get(address(row))
            assert page.status_code == 200, row
            assert not page.context["has_change_permission"], row
            assert desk_of(keeper).post(address(row), {"name": "khác"}).status_code == 403, row

    def test_is_read_by_the_agencys_own_people_alone(self, office, lan):
        book_with_a_number(office.committee)
        assert desk_of(lan).get(list_of(RegisterEntry)).context["cl"].result_count == 1
        assert desk_of(office.mai).get(list_of(RegisterEntry)).context["cl"].result_count == 0


def book_with_a_number(unit) -> RegisterBook:
    series = NumberSeries.objects.create(unit=unit, name="chung")
    book = RegisterBook.objects.create(series=series, year=2023)
    RegisterEntry.objects.create(
        book=book, number=1, state="void", dated=date(2023, 5, 26), reason="ghi nhầm", given_at=now()
    )
    return book
