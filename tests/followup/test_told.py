"""Word of a task reaches everybody who may answer it: the unit's own people, and those of the office beside it."""

import pytest
from django.urls import reverse

from childlabour.core.errors import Refusal
from childlabour.units.holding import standing_for
from childlabour.units.models import Officer, Role, Unit
from plans.followup.detailing import serving
from plans.followup.reminding import remind_of
from plans.models import AssignmentState, Move
from plans.web.views.tasks.forms import units_to_give
from tests.cast import Office, an_officer
from tests.units.reform import FIRST_DAY, LAST_DAY, hand_on, move

from .work import given_to_the_commune, notices_of, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def culture(office: Office) -> Unit:
    """Công chức Văn hóa - Xã hội: an office that drafts and answers for the commune, and all its people there."""
    unit = office.people_of_tan_thanh
    return Unit.objects.create(
        name="Văn hóa - Xã hội xã Tân Thành", place=unit.place, drafts_for=unit, function="children"
    )


@pytest.fixture
def pao(office: Office, culture: Unit) -> Officer:
    return move(office.pao, culture, is_drafter=True, is_responder=True)


def test_who_answers_from_the_office_beside_is_told_and_reminded(office, pao):
    given = given_to_the_commune(office)
    assert remind_of([given.pk], office.lan).reminded == 1
    step(Move.SUSPEND, given, office.lan, text="Chờ hướng dẫn.")
    reminder, suspended = notices_of(pao)
    assert f"{office.committee} nhắc" in reminder
    assert "tạm dừng" in suspended
    assert serving(given.unit_id) == [pao]


def test_of_an_ended_commune_the_office_beside_its_heir_is_told(office, culture, pao):
    old = office.people_of_tan_thanh
    new = Unit.objects.create(name="UBND xã Tân Thành mới", place=old.place, valid_from=FIRST_DAY)
    given = given_to_the_commune(office)
    hand_on(old, new)
    Unit.objects.filter(pk=culture.pk).update(drafts_for=new)
    assert standing_for([old.pk], {Role.RESPONDER}) == {old.pk: [pao]}
    assert remind_of([given.pk], office.lan).reminded == 1


def test_the_office_beside_neither_leads_nor_keeps_the_seal(office, culture):
    an_officer("tam", "Lý Thị Tám", culture, is_leader=True, is_clerk=True)
    unit = office.people_of_tan_thanh.pk
    assert standing_for([unit], {Role.LEADER, Role.CLERK}) == {unit: []}


def test_the_leader_who_follows_a_task_is_told_of_the_report(office):
    given = given_to_the_commune(office)
    given.leader = office.hung
    given.save()
    step(Move.FINISH, given, office.pao, text="Đã làm xong.")
    assert len(notices_of(office.hung)) == len(notices_of(office.lan)) == 1


def test_where_nobody_answers_the_giver_hears_it_and_who_holds_the_office_now(office, client):
    given = given_to_the_commune(office)
    office.pao.appointments.all().delete()
    old = office.people_of_tan_thanh
    new = Unit.objects.create(name="UBND xã Tân Thành mới", place=old.place, valid_from=FIRST_DAY)
    hand_on(old, new)
    with pytest.raises(Refusal, match="nay do UBND xã Tân Thành mới đảm nhiệm"):
        remind_of([given.pk], office.lan)
    client.force_login(office.lan)
    address = reverse("tasks:assignment", args=[given.pk])
    shown = client.post(address, {"move": "suspend", "text": "Chờ hướng dẫn."}, follow=True).content.decode()
    given.refresh_from_db()
    assert given.state == AssignmentState.SUSPENDED
    assert "Chưa báo được: " in shown and "Đã báo" not in shown


def test_work_is_passed_on_to_what_holds_the_office_of_an_ended_unit(office):
    given = given_to_the_commune(office)
    old = office.people_of_tan_thanh
    new = Unit.objects.create(name="UBND xã Tân Thành mới", place=old.place, valid_from=FIRST_DAY)
    hand_on(old, new)
    offered = units_to_give(given.task.block.document, office.lan)
    assert new in offered and old not in offered


def test_where_no_unit_is_left_to_pass_it_on_to_the_form_says_so(office, client):
    given = given_to_the_commune(office)
    Unit.objects.exclude(pk=office.committee.pk).update(valid_to=LAST_DAY)
    client.force_login(office.lan)
    shown = client.get(reverse("tasks:assignment", args=[given.pk])).content.decode()
    assert "Không còn đơn vị nào khác đang hoạt động" in shown
