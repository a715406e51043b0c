"""Hats are worn in a unit, from a day to a day: what counts where."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from childlabour.core.clock import today
from childlabour.units.access import viewer
from childlabour.units.holding import serving_as, writing_symbol
from childlabour.units.models import Appointment, Officer, Post, Role, Room, Unit
from plans.followup.steps import Move
from plans.law.rights import issuers_for, may_create, may_create_for, may_edit, usual_issuer
from plans.law.roles import roles_towards
from plans.models import Action, Assignment, AssignmentState, Document, Status
from tests.cast import a_plan, an_issued_plan, an_officer, appoint
from tests.laws.test_rights import MORE_TIME_IS_ASKED, TASKS, done, open_to, opened_by, told_with

pytestmark = pytest.mark.django_db

YESTERDAY, TOMORROW = today() - timedelta(days=1), today() + timedelta(days=1)


@pytest.fixture
def culture(office) -> Unit:
    """Phòng Văn hóa - Xã hội of the commune: drafts for its committee."""
    return Unit.objects.create(
        name="Phòng Văn hóa - Xã hội xã Tân Thành",
        place=office.commune,
        symbol="VHXH",
        drafts_for=office.people_of_tan_thanh,
    )


@pytest.fixture
def seo(office, culture) -> Officer:
    """One official of a commune: writes and answers in her room, keeps the seal of her committee."""
    seo = an_officer("seo", "Vàng Thị Seo", culture, "Công chức", is_drafter=True, is_responder=True)
    appoint(seo, office.people_of_tan_thanh, "Văn thư", is_clerk=True)
    return seo


class TestAnOfficerOfTwoUnits:
    def test_wears_each_hat_where_it_was_given_and_drafts_for_the_committee(self, office, culture, seo):
        drafts = {Role.DRAFTER, Role.RESPONDER}
        assert roles_towards(seo, culture.pk) == drafts
        assert roles_towards(seo, office.people_of_tan_thanh.pk) == drafts | {Role.CLERK}
        assert roles_towards(seo, office.committee.pk) == frozenset()
        assert viewer(seo).roles == drafts | {Role.CLERK}

    def test_may_exactly_what_the_hats_of_each_unit_allow(self, office, culture, seo):
        worn = {
            culture: {Role.DRAFTER, Role.RESPONDER},
            office.people_of_tan_thanh: {Role.DRAFTER, Role.RESPONDER, Role.CLERK},
            office.committee: set(),
        }
        for unit, hats in worn.items():
            document = a_plan(unit, office=office)
            for action, status in product(Action, Status):
                document.status = status
                expected = bool(hats & opened_by(action, status))
                assert open_to(seo, action, document) == expected, (unit, action, status)

    def test_begins_drafts_for_both_the_committee_first(self, office, culture, seo):
        assert set(issuers_for(seo)) == {culture, office.people_of_tan_thanh}
        assert usual_issuer(issuers_for(seo)) == office.people_of_tan_thanh

    def test_finds_the_tasks_of_both(self, office, culture, seo):
        document = an_issued_plan(office.committee, frozen=False, tasks=4)
        Assignment.objects.filter(task__block__document=document, unit=office.police).update(unit=culture)
        given = Assignment.objects.given_to(seo)
        assert {assignment.unit for assignment in given} == {culture, office.people_of_tan_thanh}


def test_every_step_of_a_task_is_open_by_the_hat_of_its_side_alone(office):
    """She answers for the police and writes for the district: not the other way round."""
    her = an_officer("hoa", "Bế Thị Hoa", office.police, is_responder=True)
    appoint(her, office.labour, is_drafter=True)
    document = an_issued_plan(office.committee, office=office, frozen=False, tasks=4)
    below = an_issued_plan(office.people_of_tan_thanh, office=office, frozen=False, tasks=4)
    sides = {
        Assignment.objects.get(task__block__document=document, unit=office.police): {"unit", "issuer"},
        Assignment.objects.get(task__block__document=document, unit=office.school): {"issuer"},
        Assignment.objects.get(task__block__document=below, unit=office.police): {"unit"},
        Assignment.objects.get(task__block__document=below, unit=office.school): set(),
    }
    told = {given: told_with(given.unit, office.front) for given in sides}
    for (given, hers), state, move in product(sides.items(), AssignmentState, Move):
        side, states, _ = TASKS[move.value]
        Assignment.objects.filter(pk=given.pk).update(state=state, **MORE_TIME_IS_ASKED)
        expected = side in hers and state.value in states.split()
        assert done(move, given, her, told[given].get(move, {})) == expected, (str(given), move, state)


def test_a_clerk_alone_begins_nothing(office, culture):
    clerk = an_officer("van-thu", "Chỉ là văn thư", office.people_of_tan_thanh, is_clerk=True)
    assert not may_create(clerk)
    assert not issuers_for(clerk).exists()
    assert usual_issuer(issuers_for(clerk)) is None


def test_a_hat_worn_elsewhere_opens_no_draft_here(office, culture):
    """She drafts in another district; here she only keeps the seal."""
    her = an_officer("ly", "Lý Thị Lý", office.other_labour, is_drafter=True)
    appoint(her, office.people_of_tan_thanh, is_clerk=True)
    assert not may_create_for(her, office.people_of_tan_thanh.pk)
    assert not may_edit(her, a_plan(office.people_of_tan_thanh, office=office))
    assert may_create_for(her, office.other_committee.pk)


def test_the_head_of_the_drafting_office_neither_leads_nor_seals_for_the_committee(office):
    head = an_officer("thang", "Mã Văn Thắng", office.labour, is_leader=True, is_clerk=True, is_drafter=True)
    assert roles_towards(head, office.labour.pk) == {Role.LEADER, Role.CLERK, Role.DRAFTER}
    assert roles_towards(head, office.committee.pk) == {Role.DRAFTER}


@pytest.mark.parametrize(
    ("valid", "counts"),
    [
        ({"valid_to": YESTERDAY}, False),
        ({"valid_to": today()}, True),
        ({"valid_from": today()}, True),
        ({"valid_from": TOMORROW}, False),
    ],
)
def test_a_hat_counts_from_its_first_to_its_last_day(office, valid, counts):
    officer = an_officer("hoa", "Bế Thị Hoa", office.committee, is_leader=True)
    officer.appointments.update(**valid)
    assert (Role.LEADER in roles_towards(officer, office.committee.pk)) == counts
    assert (office.committee.pk in viewer(officer).seen_unit_ids) == counts
    assert (officer in serving_as(Role.LEADER, office.committee.pk)) == counts


def test_a_closed_account_has_no_eyes_and_leads_nobody(office):
    office.hung.is_active = False
    office.hung.save()
    assert viewer(office.hung).unit_ids == frozenset()
    assert office.hung not in serving_as(Role.LEADER, office.committee.pk)


def test_the_keepers_hats_count_everywhere(office):
    keeper = an_officer("giu", "Người giữ hệ thống", office.committee, is_keeper=True, is_drafter=True)
    assert roles_towards(keeper, office.other_committee.pk) == {Role.KEEPER, Role.DRAFTER}
    assert viewer(keeper).sees(office.other_committee.pk)


def test_who_one_is_costs_one_query_a_request_and_nothing_for_the_public(office, django_assert_num_queries):
    lan = Officer.objects.get(pk=office.lan.pk)
    with django_assert_num_queries(1):
        for _ in range(3):
            eyes = viewer(lan)
            assert eyes.unit_ids == eyes.seen_unit_ids == {office.labour.pk, office.committee.pk}
            assert roles_towards(lan, office.committee.pk) == {Role.DRAFTER}
    with django_assert_num_queries(0):
        assert viewer(AnonymousUser()).seen_unit_ids == frozenset()
    son = Officer.objects.get(pk=office.son.pk)
    with django_assert_num_queries(0):
        assert viewer(son).is_keeper
        assert Document.objects.visible_to(son).query.where.children == []


class TestTheLineOfFileCopies:
    def test_names_the_office_that_drafts(self, office):
        assert writing_symbol(office.lan, office.committee) == "LĐTBXH"
        assert writing_symbol(office.lan, office.labour) == ""

    def test_names_the_room_inside(self, office):
        room = Room.objects.create(unit=office.people_of_tan_thanh, name="Văn phòng", symbol="VP")
        office.pao.appointments.update(room=room)
        assert writing_symbol(office.pao, office.people_of_tan_thanh) == "VP"

    def test_does_not_name_where_one_only_seals(self, office):
        room = Room.objects.create(unit=office.committee, name="Văn phòng", symbol="VP")
        office.thu.appointments.update(room=room)
        assert writing_symbol(office.thu, office.committee) == ""


class TestAnAppointment:
    def test_is_made_once_for_a_place_and_a_first_day(self, office):
        held = office.pao.appointments.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Appointment.objects.create(officer=office.pao, unit=held.unit, post=held.post)
        Appointment.objects.create(officer=office.pao, unit=held.unit, post=held.post, valid_from=TOMORROW)
        Appointment.objects.create(officer=office.pao, unit=held.unit)

    def test_ends_after_it_begins(self, office):
        with pytest.raises(IntegrityError), transaction.atomic():
            Appointment.objects.create(
                officer=office.pao, unit=office.police, valid_from=TOMORROW, valid_to=YESTERDAY
            )

    def test_is_to_a_room_and_a_post_of_its_own_unit(self, office):
        room = Room.objects.create(unit=office.committee, name="Văn phòng")
        other = Room.objects.create(unit=office.committee, name="Phòng Nội vụ")
        post = Post.objects.create(unit=office.committee, room=room, name="Chuyên viên")
        for wrong, said in (
            (Appointment(officer=office.pao, unit=office.police, room=room), {"room"}),
            (Appointment(officer=office.pao, unit=office.police, post=post), {"post"}),
            (Appointment(officer=office.pao, unit=office.committee, room=other, post=post), {"post"}),
            (Post(unit=office.police, room=room, name="Đội trưởng"), {"room"}),
        ):
            with pytest.raises(ValidationError) as refused:
                wrong.full_clean()
            assert set(refused.value.message_dict) == said
        Appointment(officer=office.pao, unit=office.committee, room=room, post=post).full_clean()

    def test_says_where_in_words(self, office):
        room = Room.objects.create(unit=office.committee, name="Văn phòng", short_name="VP")
        held = office.thu.appointments.get()
        held.room = room
        assert str(held) == "Văn thư, VP, UBND huyện Hữu Lũng"


def test_rooms_and_posts_of_a_unit_have_a_name_of_their_own(office):
    Room.objects.create(unit=office.committee, name="Văn phòng")
    Post.objects.create(unit=office.committee, name="Chánh Văn phòng")
    for model, name in ((Room, "Văn phòng"), (Post, "Chánh Văn phòng")):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(unit=office.committee, name=name)
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(unit=office.police, name=name, valid_from=TOMORROW, valid_to=YESTERDAY)
        model.objects.create(unit=office.police, name=name)
