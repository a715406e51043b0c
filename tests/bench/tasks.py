"""What it costs to open the tasks of a unit: with ten, and with as many old ones as a commune has after years."""

import pytest
from django.urls import reverse

from childlabour.core.clock import now, today
from plans.models import Assignment, Task
from tests.bench.measuring import cpu_ms, tell
from tests.cast import an_issued_plan, an_office

pytestmark = pytest.mark.django_db

FEW, MANY = 10, 5_240
STATES = ("done", "done", "done", "given", "under_way", "reported")


def test_the_tasks_of_a_unit(client, capsys):
    office = an_office()
    client.force_login(office.pao)
    times = {}
    for rows in (FEW, MANY):
        document = an_issued_plan(office.committee, office=office, frozen=False, tasks=4)
        Assignment.objects.all().delete()
        tasks = list(Task.objects.filter(block__document=document))
        Assignment.objects.bulk_create(
            Assignment(
                task=tasks[place % len(tasks)],
                turn=f"{place:07}",
                unit=office.people_of_tan_thanh,
                state=STATES[place % len(STATES)],
                reported_on=today(),
                given_at=now(),
            )
            for place in range(rows)
        )
        address = reverse("tasks:home")
        size = len(client.get(address).content)
        times[f"{rows:,} tasks, {size:,} bytes"] = cpu_ms(lambda address=address: client.get(address))
    with capsys.disabled():
        tell("The tasks of a unit, server's time", times, base=next(iter(times)))
