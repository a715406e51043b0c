"""The hats of a database of before stay on the same heads, in the unit that stood beside the name."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from childlabour.units.models import Officer, PostKind, Role
from plans.issuing import triggers
from plans.law.roles import roles_towards
from tests.cast import an_office

BEFORE = [("units", "0002_typed_values")]


@pytest.fixture
def as_before(transactional_db):
    """The tables as they were, with the office in it; afterwards as they are."""
    office = an_office()
    triggers.lift(connection)
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    yield office, executor.loader.project_state(BEFORE).apps
    call_command("migrate", verbosity=0)


def test_every_hat_is_where_it_was(as_before):
    office, before = as_before
    people = before.get_model("units", "Officer").objects
    lan = people.get(username="lan")
    assert (lan.unit_id, lan.post, lan.is_drafter) == (office.labour.pk, "Chuyên viên", True), (
        "and back again"
    )
    people.filter(username="lan").update(is_responder=True)
    people.filter(username="mai").update(post="", is_leader=True)
    people.filter(username="son").update(post="Quản trị hệ thống")
    people.create(username="moi", full_name="Chưa có đơn vị", post="Chuyên viên", is_drafter=True)

    call_command("migrate", verbosity=0)

    now = {officer.username: officer for officer in Officer.objects.all()}
    drafts, answers, leads = Role.DRAFTER, Role.RESPONDER, Role.LEADER
    assert roles_towards(now["lan"], office.labour.pk) == {drafts, answers}
    assert roles_towards(now["lan"], office.committee.pk) == {drafts, answers}
    assert roles_towards(now["hung"], office.committee.pk) == {leads}
    assert roles_towards(now["thu"], office.committee.pk) == {Role.CLERK}
    assert roles_towards(now["pao"], office.people_of_tan_thanh.pk) == {drafts, answers}
    assert roles_towards(now["mai"], office.other_labour.pk) == {drafts, leads}
    assert roles_towards(now["mai"], office.other_committee.pk) == {drafts}
    assert now["son"].is_keeper
    assert not now["moi"].appointments.exists()
    posts = {
        officer.username: (held.post.name, held.post.kind)
        for officer in now.values()
        for held in officer.appointments.exclude(post=None)
    }
    assert posts == {
        "lan": ("Chuyên viên", PostKind.SPECIALIST),
        "hung": ("Phó Chủ tịch", PostKind.DEPUTY),
        "thu": ("Văn thư", PostKind.CLERK),
        "pao": ("Công chức Văn hóa - Xã hội", PostKind.SPECIALIST),
    }
