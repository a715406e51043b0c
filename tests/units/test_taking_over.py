"""Whoever holds an office now sees and goes on with what was left; nobody else does."""

from itertools import pairwise, product

import pytest

from childlabour.core.clock import today
from childlabour.units.access import viewer
from childlabour.units.models import Officer, Role, Unit, UnitSuccession
from childlabour.units.models.succession import SuccessionKind
from plans.law.rights import issuers_for, may_create_for
from plans.law.roles import roles_towards
from plans.models import Action, Plan, Status
from tests.cast import a_plan, an_officer, appoint
from tests.laws.test_rights import open_to, opened_by
from tests.units.reform import FIRST_DAY, a_unit_after, hand_on, move

pytestmark = pytest.mark.django_db


def seen_by(officer: Officer) -> frozenset[int]:
    return viewer(Officer.objects.get(pk=officer.pk)).seen_unit_ids


def test_the_heir_sees_the_ended_unit_beside_its_own(office, reform):
    pao = move(office.pao, reform.culture, is_drafter=True)
    eyes = viewer(pao)
    assert eyes.unit_ids == {reform.culture.pk, reform.new.pk}
    assert eyes.seen_unit_ids == {reform.culture.pk, reform.new.pk, reform.old.pk}


@pytest.mark.parametrize("kind", SuccessionKind.values)
def test_whatever_became_of_the_unit_its_work_is_handed_on(office, kind):
    heir = a_unit_after(office.police, "Công an tỉnh, bộ phận Hữu Lũng")
    hand_on(office.police, heir, kind)
    assert office.police.pk in seen_by(an_officer("y", "Y", heir))


def test_a_unit_that_was_divided_is_seen_by_all_who_took_a_part(office):
    heirs = [a_unit_after(office.committee, f"UBND xã mới {n}") for n in range(3)]
    for heir in heirs:
        hand_on(office.committee, heir, "split")
    for n, heir in enumerate(heirs):
        assert seen_by(an_officer(f"y{n}", f"Y {n}", heir)) == {heir.pk, office.committee.pk}


def test_the_line_is_followed_to_its_beginning(office, reform):
    newest = a_unit_after(reform.new, "Ủy ban nhân dân phường Tân Thành")
    hand_on(reform.new, newest, "renamed", FIRST_DAY)
    hand_on(office.school, reform.old)
    y = an_officer("y", "Y", newest)
    assert seen_by(y) == {newest.pk, reform.new.pk, reform.old.pk, office.school.pk}


def test_a_circle_in_the_successions_ends(office, reform):
    UnitSuccession.objects.create(old=reform.new, new=reform.old, kind="moved")
    Unit.objects.filter(pk=reform.new.pk).update(valid_to=FIRST_DAY)
    assert seen_by(an_officer("y", "Y", reform.new)) == {reform.new.pk, reform.old.pk}


@pytest.mark.parametrize("last_day", [None, today()])
def test_a_unit_that_still_works_leaves_nothing(office, last_day):
    part = a_unit_after(office.labour, "Phòng Trẻ em huyện Hữu Lũng")
    hand_on(office.labour, part, "split", last_day)
    assert seen_by(an_officer("y", "Y", part)) == {part.pk}


def test_nothing_is_seen_down_the_line(office, reform):
    assert seen_by(office.pao) == {reform.old.pk}


def test_the_whole_country_is_not_asked(office, reform, django_assert_num_queries):
    strangers = Unit.objects.bulk_create(
        Unit(name=f"Đơn vị {n}", place=office.province, valid_to=reform.old.valid_to) for n in range(300)
    )
    UnitSuccession.objects.bulk_create(
        UnitSuccession(old=old, new=new, kind="merged") for old, new in pairwise(strangers)
    )
    pao = move(office.pao, reform.new, is_drafter=True)
    with django_assert_num_queries(1):
        assert viewer(pao).seen_unit_ids == {reform.new.pk, reform.old.pk}


class TestWhatIsLeft:
    """The heir with every hat goes on drafting and answering; nothing is led, numbered or sealed in an old name."""

    CONTINUED = frozenset({Role.DRAFTER, Role.RESPONDER})

    @pytest.fixture
    def heir(self, office, reform) -> Officer:
        hats = {f"is_{role}": True for role in (Role.DRAFTER, Role.LEADER, Role.CLERK, Role.RESPONDER)}
        return move(office.pao, reform.new, **hats)

    def test_is_open_to_the_hats_that_go_on(self, heir, reform):
        assert roles_towards(heir, reform.old.pk) == self.CONTINUED
        assert roles_towards(heir, reform.new.pk) == self.CONTINUED | {Role.LEADER, Role.CLERK}

    def test_may_be_moved_by_these_alone(self, office, heir, reform):
        plan = a_plan(reform.old, office=office)
        for action, status in product(Action, Status):
            plan.status = status
            expected = bool(self.CONTINUED & opened_by(action, status))
            assert open_to(heir, action, plan) == expected, (action, status)

    def test_is_no_name_to_begin_anything_in(self, heir, reform):
        assert not may_create_for(heir, reform.old.pk)
        assert list(issuers_for(heir)) == [reform.new]

    def test_stays_with_the_old_people_as_long_as_they_serve_there(self, office, reform):
        chief = an_officer("cu", "Chủ tịch cũ", reform.old, is_leader=True)
        appoint(chief, reform.new, is_clerk=True)
        assert roles_towards(chief, reform.old.pk) == {Role.LEADER}

    def test_is_not_there_for_a_foreign_district(self, office, reform):
        left = a_plan(reform.old, office=office)
        assert left not in Plan.objects.visible_to(office.mai)
        assert roles_towards(office.mai, reform.old.pk) == frozenset()
