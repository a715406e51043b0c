"""A form that a phone sends again counts once, and only under the log-in it was written under."""

from datetime import timedelta

import pytest
from django.urls import reverse

from childlabour.accounts.later import tidy_accounts
from childlabour.core.clock import now
from childlabour.units.models import SentForm
from childlabour.units.models.sent_form import REMEMBERED
from plans.models import Answer, Assignment
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db

AS_A_SCRIPT = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def given(office, client) -> Assignment:
    an_issued_plan(office.committee, frozen=False, tasks=4)
    client.force_login(office.pao)
    return Assignment.objects.filter(unit=office.people_of_tan_thanh).first()


def answered(client, given: Assignment, **more):
    told = {"move": "report", "text": "Đã họp 3 thôn."} | more
    return client.post(reverse("tasks:assignment", args=[given.pk]), told, **AS_A_SCRIPT)


def test_the_second_arrival_of_an_answer_changes_nothing_and_is_told_the_same(client, office, given):
    once = {"once": "k1", "by": office.pao.pk}
    first, second = answered(client, given, **once), answered(client, given, **once)
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    assert Answer.objects.count() == 1


def test_the_same_key_of_another_officer_is_another_answer(client, office, given):
    SentForm.objects.create(officer=office.lan, key="k1")
    answered(client, given, once="k1")
    assert Answer.objects.count() == 1


def test_what_was_refused_may_come_again_under_its_key(client, office, given):
    assert answered(client, given, once="k1", text=" ").status_code == 422
    assert answered(client, given, once="k1").status_code == 200
    assert Answer.objects.count() == 1


def test_an_answer_of_another_log_in_is_refused(client, office, given):
    refused = answered(client, given, once="k1", by=office.lan.pk)
    assert refused.status_code == 422
    assert "người khác đăng nhập" in refused.json()["problems"][0]["message"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize("key", ["", "\0", "k" * 41, "a b"])
def test_a_key_that_no_page_of_ours_makes_counts_as_none(client, office, given, key):
    assert answered(client, given, once=key).status_code == 200
    assert not SentForm.objects.exists()


def test_keys_are_forgotten_when_no_phone_would_send_them_any_more(office):
    SentForm.objects.create(officer=office.pao, key="alt", at=now() - REMEMBERED - timedelta(days=1))
    SentForm.objects.create(officer=office.pao, key="neu")
    tidy_accounts()
    assert [form.key for form in SentForm.objects.all()] == ["neu"]
