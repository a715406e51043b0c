"""Whose hats count: one's own agency's all of them, those of whom one drafts for without leading and sealing."""

import pytest
from django.contrib.auth.models import AnonymousUser

from childlabour.units.access import viewer
from childlabour.units.models import Role
from plans.law.roles import roles_towards
from tests.cast import an_officer

pytestmark = pytest.mark.django_db


def test_in_the_own_agency_every_hat_counts(office, hung, thu):
    assert roles_towards(hung, office.committee.pk) == viewer(hung).roles == {Role.LEADER}
    assert roles_towards(thu, office.committee.pk) == {Role.CLERK}


def test_for_whom_one_drafts_one_neither_leads_nor_seals(office):
    chief = an_officer(
        "truong", "Trưởng phòng", office.labour, is_drafter=True, is_leader=True, is_clerk=True
    )
    assert roles_towards(chief, office.committee.pk) == {Role.DRAFTER}
    assert roles_towards(chief, office.labour.pk) == {Role.DRAFTER, Role.LEADER, Role.CLERK}


def test_elsewhere_no_hat_counts(office, lan, hung):
    assert roles_towards(lan, office.other_committee.pk) == frozenset()
    assert roles_towards(hung, office.labour.pk) == frozenset()
    assert roles_towards(AnonymousUser(), office.committee.pk) == frozenset()


def test_the_keepers_hat_counts_everywhere(office, keeper):
    assert roles_towards(keeper, office.other_committee.pk) == viewer(keeper).roles


def test_who_has_left_wears_no_hat(office, lan):
    lan.is_active = False
    assert roles_towards(lan, office.committee.pk) == frozenset()
