"""Issued means delivered: on the desk of each unit with its tasks, opened and received by name, seen from above."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from childlabour.core.clock import now, today
from childlabour.core.errors import Refusal
from childlabour.notices.models import Notice
from childlabour.units.models import Unit
from plans.content.asking import content_of
from plans.content.values import Receiver
from plans.delivery.reaching import DONE, LATE, OPEN, RECEIVED, counts_of, reach_of
from plans.delivery.receiving import note_opening, receive
from plans.delivery.reminding import remind
from plans.delivery.sending import names_all_communes, only_in_words
from plans.drafting.carrying_out import open_own_plan
from plans.followup.receipt import receive_with_tasks
from plans.issuing.workflow import perform
from plans.models import Action, Assignment, AssignmentState, Channel, Delivery, Document, Reminder, Status
from plans.pages.incoming import incoming_of
from targets.models import Target
from tests.cast import a_letter, a_plan, an_issued_plan, an_officer, revised
from tests.issuing.way import carried_over, issued, signed
from tests.units.reform import a_unit_after, hand_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(office) -> Document:
    """Gives one task to each of the commune, the police, the school and the Front."""
    return issued(office, a_plan(office=office, tasks=4))


@pytest.fixture
def came(office, document) -> Delivery:
    return Delivery.objects.get(document=document, unit=office.people_of_tan_thanh)


def look_of(document: Document, unit: Unit) -> str:
    return next(one.look for one in reach_of(document) if one.delivery.unit == unit)


def told(officer) -> list[str]:
    return list(Notice.objects.of(officer).order_by("pk").values_list("words", flat=True))


class TestSent:
    def test_every_unit_that_is_named_or_given_work_gets_it_once(self, office, document):
        assert set(Delivery.objects.filter(document=document).values_list("unit", flat=True)) == {
            unit.pk for unit in office.responsible_units
        }

    def test_who_works_here_finds_it_on_the_desk_with_its_tasks(self, office, came):
        assert (came.channel, came.sent_at is not None) == (Channel.DESK, True)
        (found,) = incoming_of(office.pao)
        assert (found, found.tasks) == (came, 1)

    def test_nothing_is_delivered_when_the_issue_fails(self, office):
        document = signed(office, a_plan(office=office))
        with pytest.raises(RuntimeError), transaction.atomic():
            perform(Action.ISSUE, document, office.thu)
            raise RuntimeError
        assert not Delivery.objects.exists()

    def test_a_unit_without_people_waits_for_the_clerk(self, office, document):
        school = Delivery.objects.get(document=document, unit=office.school)
        assert (school.channel, school.sent_at, school.waits_for_clerk) == (Channel.FILE, None, True)

    def test_a_unit_without_people_but_with_a_mailbox_gets_it_by_mail(self, office):
        Unit.objects.filter(pk=office.school.pk).update(email="truong@tanthanh.example")
        document = issued(office, a_plan(office=office, tasks=4))
        school = Delivery.objects.get(document=document, unit=office.school)
        assert (school.channel, school.mailbox, school.sent_at) == (
            Channel.MAIL,
            "truong@tanthanh.example",
            None,
        )

    def test_the_file_copy_and_the_issuer_itself_are_no_receivers(self, office):
        lines = (
            Receiver("UBND huyện Hữu Lũng", unit=office.committee.pk),
            Receiver("Lưu: VT", "file", office.labour.pk),
        )
        document = revised(a_plan(office=office, tasks=0), lambda content: replace(content, recipients=lines))
        issued(office, document)
        assert not Delivery.objects.exists()

    def test_all_communes_in_one_line_are_every_commune(self, office):
        lines = (
            Receiver("UBND các xã, thị trấn"),
            Receiver("Như Điều 3"),
            Receiver("Lưu: VT, LĐTBXH", "file"),
        )
        document = revised(a_plan(office=office, tasks=0), lambda content: replace(content, recipients=lines))
        issued(office, document)
        assert [one.unit for one in Delivery.objects.all()] == [office.people_of_tan_thanh]
        assert only_in_words(document) == ["Như Điều 3"]

    def test_a_paper_of_old_times_was_sent_on_paper_long_ago(self, office):
        carried_over(office)
        assert not Delivery.objects.exists()

    def test_a_unit_gets_a_document_once(self, came):
        with pytest.raises(IntegrityError), transaction.atomic():
            Delivery.objects.create(document=came.document, unit=came.unit, channel=Channel.DESK)


@pytest.mark.parametrize(
    ("line", "is_all"),
    [
        ("UBND các xã, thị trấn", True),
        ("- UBND các xã, phường;", True),
        ("Ủy ban nhân dân các xã, thị trấn (để thực hiện)", True),
        ("Uỷ ban nhân dân 24 xã, thị trấn", True),
        ("Đảng ủy, HĐND, UBND các xã", True),
        ("Các xã, thị trấn", True),
        ("UBND tất cả các phường", True),
        ("UBND xã Tân Thành", False),
        ("Các phòng, ban, ngành", False),
        ("UBND các huyện, thành phố", False),
        ("Các xã hội nghề nghiệp", True),  # nobody writes so; a line is judged by its first words
        ("Trường học các xã", False),
        ("", False),
    ],
)
def test_lines_that_name_every_commune(line, is_all):
    assert names_all_communes(line) == is_all


class TestReceived:
    def test_who_looks_first_opened_it(self, office, came):
        note_opening(came, office.pao)
        first = Delivery.objects.get(pk=came.pk)
        assert first.opened_by_name == "Giàng A Páo"
        note_opening(Delivery.objects.get(pk=came.pk), an_officer("hai", "Người Hai", came.unit))
        assert Delivery.objects.get(pk=came.pk).opened_at == first.opened_at

    def test_others_who_look_do_not_open_it(self, office, came):
        for officer in (office.lan, office.son, office.mai):
            note_opening(came, officer)
        assert Delivery.objects.get(pk=came.pk).opened_at is None

    def test_received_says_by_whom_and_when_once(self, office, came):
        first = receive(came, office.pao)
        assert (first.received_by_name, first.opened_by_name) == ("Giàng A Páo", "Giàng A Páo")
        again = receive(came, an_officer("hai", "Người Hai", came.unit, is_clerk=True))
        assert again.received_at == first.received_at

    @pytest.mark.parametrize("who", ["lan", "hung", "mai", "son"])
    def test_nobody_receives_for_another_unit_and_is_told_who_does(self, office, came, who):
        with pytest.raises(Refusal, match="Người nhận: Giàng A Páo"):
            receive(came, getattr(office, who))

    def test_one_press_receives_the_tasks_too(self, office, came):
        assert receive_with_tasks(came, office.pao) == 1
        given = Assignment.objects.get(task__block__document=came.document, unit=came.unit)
        assert given.state == AssignmentState.RECEIVED
        assert receive_with_tasks(came, office.pao) == 0

    def test_who_only_keeps_the_book_receives_the_document_and_no_task(self, office, came):
        clerk = an_officer("van-thu-xa", "Văn thư xã", came.unit, is_clerk=True)
        assert receive_with_tasks(came, clerk) == 0
        assert Delivery.objects.get(pk=came.pk).received_by_name == "Văn thư xã"

    def test_what_came_to_a_unit_that_has_ended_is_received_by_who_took_its_place(self, office, came):
        heir = a_unit_after(came.unit, "Ủy ban nhân dân xã Tân Thành mới")
        hand_on(came.unit, heir)
        officer = an_officer("moi", "Người Mới", heir, is_responder=True)
        assert list(incoming_of(officer)) == [came]
        assert receive(came, officer).received_by_name == "Người Mới"


class TestOwnPlan:
    def test_one_press_opens_it_with_all_that_is_known(self, office, came):
        own = open_own_plan(came, office.pao)
        upper = came.document
        assert (own.unit, own.parent, own.period_from, own.status) == (came.unit, upper, 2023, Status.DRAFT)
        taken = Target.objects.filter(block__document=own)
        assert taken.count() == Target.objects.filter(block__document=upper).count() > 0
        assert all(target.upper.block.document_id == upper.pk for target in taken)
        words = " ".join(block.text for block in content_of(own).blocks)
        assert f"Thực hiện Kế hoạch số {upper.code}" in words
        assert "Nhiệm vụ 1: rà soát" in words
        assert "Nhiệm vụ 2: rà soát" not in words, "the work of others stays above"

    def test_what_has_come_is_received_by_it(self, office, came):
        open_own_plan(came, office.pao)
        assert Delivery.objects.get(pk=came.pk).received_by_name == "Giàng A Páo"

    def test_a_second_press_opens_the_same_draft(self, office, came):
        assert open_own_plan(came, office.pao) == open_own_plan(came, office.pao)
        assert Document.objects.filter(parent=came.document).count() == 1

    def test_a_cancelled_draft_is_in_nobody_s_way(self, office, came):
        first = open_own_plan(came, office.pao)
        perform(Action.CANCEL, first, office.pao, reason="Lập nhầm.")
        assert open_own_plan(came, office.pao) != first

    def test_nobody_opens_it_for_another_unit(self, office, came):
        with pytest.raises(Refusal, match="soạn thảo của UBND xã Tân Thành"):
            open_own_plan(came, office.mai)

    def test_a_letter_is_carried_out_by_its_tasks_alone(self, office):
        letter = issued(office, a_letter(office=office))
        came = Delivery.objects.get(document=letter, unit=office.people_of_tan_thanh)
        with pytest.raises(Refusal, match="không triển khai bằng kế hoạch"):
            open_own_plan(came, office.pao)

    def test_whoever_took_the_place_of_the_unit_opens_it_in_its_own_name_with_its_tasks(self, office):
        this_year = {"period_from": today().year, "period_to": today().year}
        document = issued(office, a_plan(office=office, tasks=4, **this_year))
        came = Delivery.objects.get(document=document, unit=office.people_of_tan_thanh)
        heir = a_unit_after(came.unit, "Ủy ban nhân dân xã Tân Thành mới")
        hand_on(came.unit, heir)
        officer = an_officer("moi", "Người Mới", heir, is_drafter=True)
        own = open_own_plan(came, officer)
        assert own.unit == heir
        assert "Nhiệm vụ 1: rà soát" in " ".join(block.text for block in content_of(own).blocks)
        assert open_own_plan(came, officer) == own

    def test_of_a_unit_that_was_split_each_heir_has_its_own(self, office):
        this_year = {"period_from": today().year, "period_to": today().year}
        document = issued(office, a_plan(office=office, tasks=4, **this_year))
        came = Delivery.objects.get(document=document, unit=office.people_of_tan_thanh)
        owns = []
        for number, name in enumerate(("Ủy ban nhân dân xã Đông", "Ủy ban nhân dân xã Tây")):
            heir = a_unit_after(came.unit, name)
            hand_on(came.unit, heir, kind="split")
            owns.append(open_own_plan(came, an_officer(f"moi-{number}", name, heir, is_drafter=True)))
        assert [own.unit.name for own in owns] == ["Ủy ban nhân dân xã Đông", "Ủy ban nhân dân xã Tây"]

    def test_what_was_revoked_above_is_not_carried_out(self, office, came):
        perform(Action.REVOKE, came.document, office.hung, reason="Trái thẩm quyền.")
        with pytest.raises(Refusal, match="không triển khai nữa"):
            open_own_plan(came, office.pao)


class TestSeenFromAbove:
    def test_a_unit_goes_from_sent_to_received_to_its_own_plan(self, office, came):
        document, unit = came.document, came.unit
        assert look_of(document, unit) == OPEN
        receive(came, office.pao)
        assert look_of(document, unit) == RECEIVED
        open_own_plan(came, office.pao)
        assert look_of(document, unit) == RECEIVED, "a draft below is nobody's business above"
        an_issued_plan(unit, office=office, frozen=False, parent=document)
        assert look_of(document, unit) == DONE

    def test_a_unit_that_writes_no_plan_is_done_when_it_has_received(self, office, document):
        officer = an_officer("ca", "Công An", office.police, is_responder=True)
        receive(Delivery.objects.get(document=document, unit=office.police), officer)
        assert look_of(document, office.police) == DONE

    def test_late_is_who_has_not_received_by_the_end_of_the_next_working_day(self, office, came):
        Delivery.objects.filter(pk=came.pk).update(sent_at=now() - timedelta(days=7))
        first, *_ = reach_of(came.document)
        assert (first.delivery.unit, first.look) == (came.unit, LATE)
        receive(came, office.pao)
        assert look_of(came.document, came.unit) == RECEIVED

    def test_the_plan_of_who_took_its_place_counts_for_the_unit_that_has_ended(self, office, came):
        heir = a_unit_after(came.unit, "Ủy ban nhân dân xã Tân Thành mới")
        hand_on(came.unit, heir)
        an_issued_plan(heir, office=office, frozen=False, parent=came.document)
        assert look_of(came.document, came.unit) == DONE

    def test_counts_say_how_many(self, office, came):
        receive(came, office.pao)
        counts = counts_of(reach_of(came.document))
        assert (counts.sent, counts.received, counts.to_plan, counts.issued, counts.waiting) == (
            1,
            1,
            1,
            0,
            3,
        )

    def test_a_thousand_units_cost_what_three_cost(self, office, document):
        few = queries_of(document)
        many = [
            Unit(name=f"UBND xã {number}", place=office.commune, function="committee", search_key=str(number))
            for number in range(1000)
        ]
        Unit.objects.bulk_create(many)
        Delivery.objects.bulk_create(
            Delivery(document=document, unit=unit, channel=Channel.DESK, sent_at=now()) for unit in many
        )
        assert queries_of(document) == few


def queries_of(document: Document) -> int:
    with CaptureQueriesContext(connection) as captured:
        reach_of(document)
    return len(captured)


class TestReminded:
    def test_all_that_lag_behind_are_told_in_one_act(self, office, came):
        reminder = remind(came.document, office.lan)
        assert (reminder.units, reminder.officer_name) == (1, "Hoàng Thị Lan")
        assert told(office.pao)[-1] == (
            f"UBND huyện Hữu Lũng đôn đốc: UBND xã Tân Thành chưa xác nhận đã nhận kế hoạch số {came.document.code}."
        )

    def test_who_has_received_is_reminded_of_the_plan(self, office, came):
        receive(came, office.pao)
        remind(came.document, office.lan)
        assert "chưa ban hành kế hoạch triển khai" in told(office.pao)[-1]

    def test_who_is_done_hears_nothing_and_then_nobody_is_left(self, office, came):
        receive(came, office.pao)
        an_issued_plan(came.unit, office=office, frozen=False, parent=came.document)
        before = told(office.pao)
        with pytest.raises(Refusal, match="Không còn đơn vị nào"):
            remind(came.document, office.lan)
        assert told(office.pao) == before

    def test_once_a_day_and_the_second_hears_who_did_it(self, office, came):
        remind(came.document, office.lan)
        with pytest.raises(Refusal, match="Hoàng Thị Lan đã đôn đốc 1 đơn vị"):
            remind(came.document, office.thu)
        Reminder.objects.update(day=now().date() - timedelta(days=1))
        remind(came.document, office.thu)
        assert Reminder.objects.count() == 2

    def test_of_what_was_revoked_nobody_is_reminded(self, office, came):
        perform(Action.REVOKE, came.document, office.hung, reason="Trái thẩm quyền.")
        with pytest.raises(Refusal, match="không đôn đốc nữa"):
            remind(came.document, office.lan)

    @pytest.mark.parametrize("units", [2, 40])
    def test_to_remind_many_costs_what_few_cost(self, office, document, units):
        for number in range(units):
            unit = Unit.objects.create(name=f"Ủy ban nhân dân xã {number}", place=office.commune)
            an_officer(f"xa-{number}", f"Cán bộ xã {number}", unit, is_responder=True)
            Delivery.objects.create(document=document, unit=unit, channel=Channel.DESK, sent_at=now())
        with CaptureQueriesContext(connection) as captured:
            remind(document, office.lan)
        assert len(captured) <= 17

    @pytest.mark.parametrize("who", ["pao", "mai", "son"])
    def test_nobody_else_reminds(self, office, came, who):
        with pytest.raises(Refusal, match="Chỉ cán bộ của UBND huyện Hữu Lũng"):
            remind(came.document, getattr(office, who))
