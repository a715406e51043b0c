"""Deadlines in the calendar of a telephone: by a key of one's own that stands in no address and in no log."""

import base64
import logging
from datetime import timedelta

import pytest
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.notices.feed import new_key, revoke
from plans.models import Assignment, AssignmentState, Task
from tests.cast import an_issued_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(office):
    document = an_issued_plan(office.committee, frozen=False, tasks=8)
    Task.objects.filter(block__document=document).update(due_on=today() + timedelta(days=20))
    return document


def calendar(client, officer, key: str, name: str = "tasks:calendar", *args):
    coded = base64.b64encode(f"{officer.username}:{key}".encode()).decode()
    return client.get(reverse(name, args=args), headers={"Authorization": f"Basic {coded}"})


def entries(answer) -> int:
    return answer.content.count(b"BEGIN:VEVENT")


def test_a_telephone_reads_what_the_units_of_its_officer_have_to_do(client, office, plan):
    answer = calendar(client, office.pao, new_key(office.pao))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    assert entries(answer) == Assignment.objects.filter(unit=office.people_of_tan_thanh).count() == 2
    assert f"DTSTART;VALUE=DATE:{today() + timedelta(days=20):%Y%m%d}" in answer.content.decode()


def test_one_unit_has_a_calendar_of_its_own_for_those_who_stand_for_it(client, office, plan):
    key = new_key(office.pao)
    unit = office.people_of_tan_thanh
    assert entries(calendar(client, office.pao, key, "tasks:unit_calendar", unit.pk)) == 2
    assert calendar(client, office.pao, key, "tasks:unit_calendar", office.committee.pk).status_code == 404
    assert (
        calendar(client, office.mai, new_key(office.mai), "tasks:unit_calendar", unit.pk).status_code == 404
    )


def test_what_is_finished_or_has_no_day_stands_in_no_calendar(client, office, plan):
    done, other = Assignment.objects.filter(unit=office.people_of_tan_thanh)
    Assignment.objects.filter(pk=done.pk).update(state=AssignmentState.DONE)
    Task.objects.filter(pk=other.task_id).update(due_on=None)
    assert entries(calendar(client, office.pao, new_key(office.pao))) == 0


def test_a_key_that_was_taken_back_opens_no_calendar(client, office, plan):
    key = new_key(office.pao)
    revoke(office.pao)
    refused = calendar(client, office.pao, key)
    assert refused.status_code == 401 and refused["WWW-Authenticate"].startswith("Basic")


def test_the_key_stands_in_no_address_and_in_no_log(client, office, plan, caplog):
    key = new_key(office.pao)
    with caplog.at_level(logging.DEBUG):
        calendar(client, office.pao, key)
        calendar(client, office.pao, f"{key}x")
    assert key not in reverse("tasks:calendar") + caplog.text


def test_whoever_is_logged_in_takes_it_as_a_file(client, office, plan):
    client.force_login(office.pao)
    assert entries(client.get(reverse("tasks:calendar"))) == 2


def test_a_calendar_costs_the_same_however_many_tasks(client, office, plan, django_assert_num_queries):
    client.force_login(office.pao)
    client.get(reverse("tasks:calendar"))
    for _ in range(2):
        with django_assert_num_queries(5):
            client.get(reverse("tasks:calendar"))
        an_issued_plan(office.committee, frozen=False, tasks=30)
