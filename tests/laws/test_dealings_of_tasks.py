"""What units and givers say to each other about a task stands on no page that everybody reads."""

import pytest
from django.urls import reverse

from childlabour.core.vietnamese import short_date
from plans.followup.steps import ASSIGNMENTS
from plans.models import Assignment, Move
from tests.followup.work import in_days
from tests.laws.test_addresses import ADDRESSES, PUBLIC, a_world

pytestmark = pytest.mark.django_db

SAID = "Lời nói riêng giữa hai bên"
DETAILS = {name: f"{SAID}: {name}" for name in ("product", "responsibility", "authority")}


def test_no_public_address_tells_of_more_time_of_powers_or_of_whom_work_was_passed_to(client, office):
    world = a_world(office)
    given = Assignment.objects.get(pk=world["assignment"])
    own_day, longer = in_days(33), in_days(77)
    Assignment.objects.filter(pk=given.pk).update(due_on=own_day)
    for move, officer, told in (
        (Move.ASK_MORE_TIME, office.pao, {"text": SAID, "day": longer}),
        (Move.GRANT, office.lan, {"text": SAID}),
        (Move.DETAIL, office.lan, {"details": DETAILS | {"leader": office.hung, "priority": "at_once"}}),
        (Move.TRANSFER, office.lan, {"text": SAID, "unit": office.other_committee}),
    ):
        ASSIGNMENTS.perform(move, given, officer, **told)
    new = Assignment.objects.get(unit=office.other_committee)
    assert (new.deadline, new.product) == (longer, DETAILS["product"])
    world["unit"] = office.other_committee.pk  # a page of its own, where the task must not stand
    task, walked = str(given.task), 0
    for viewer in (None, office.mai):
        client.logout()
        if viewer:
            client.force_login(viewer)
        for name, row in ADDRESSES.items():
            if row.who != PUBLIC or row.post:
                continue
            answer = client.get(reverse(name, args=[world[arg] for arg in row.args]))
            page = answer.getvalue().decode(errors="replace")
            assert SAID not in page and "hỏa tốc" not in page, name
            assert short_date(longer) not in page and longer.isoformat() not in page, name
            assert name != "public:unit" or task not in page
            walked += 1
    assert walked > 40
