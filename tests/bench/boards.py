"""What a board of tasks costs: of a unit with a few hundred among few, and among a million of others; and of who gave
the million.
"""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from childlabour.core.clock import today
from childlabour.units.models import Unit
from plans.models import Assignment
from tests.bench.measuring import cpu_ms, tell
from tests.cast import Office, an_issued_plan, an_office

pytestmark = pytest.mark.django_db

DOCUMENTS, TASKS, UNITS = 25, 80, 500  # a million
STATES = ("done", "done", "done", "given", "under_way", "reported", "suspended", "sent_back")
DAYS = 400


def test_a_board_among_few_and_among_a_million(client, capsys):
    office = an_office()
    for _ in range(6):
        an_issued_plan(office.committee, office=office, frozen=False, tasks=60)
    few = times_of(client, office, office.lan, "among few")
    a_million_of_others(office)
    many = times_of(client, office, office.lan, "among a million")
    giver = times_of(client, office, office.mai, "of who gave the million")
    times = few | many | giver
    with capsys.disabled():
        tell(f"A board of tasks, {Assignment.objects.count():,} in all", times, base=next(iter(times)))


def times_of(client, office: Office, officer, where: str) -> dict[str, float]:
    client.force_login(officer)
    pages = {"board": reverse("tasks:board"), "late ones": f"{reverse('tasks:rows')}?nhom=late"}
    return {f"{name} {where}": cpu_ms(lambda at=address: client.get(at)) for name, address in pages.items()}


def a_million_of_others(office: Office) -> None:
    """Every task of another district in the hands of every one of many units, in one statement."""
    documents = [
        an_issued_plan(office.other_committee, office=office, frozen=False, tasks=TASKS)
        for _ in range(DOCUMENTS)
    ]
    place = office.other_district
    Unit.objects.bulk_create(
        Unit(name=f"Đơn vị {number:04}", short_name=f"Đơn vị {number:04}", place=place, function="other")
        for number in range(UNITS)
    )
    pattern = Assignment.objects.filter(task__block__document=documents[0]).first()
    columns = [field.column for field in Assignment._meta.concrete_fields if not field.primary_key]
    said = {column: f"a.{column}" for column in columns} | {
        "task_id": "t.id",
        "unit_id": "u.id",
        "state": _by_turns(STATES, "t.id + u.id"),
        "due_on": _days_after_the_first("t.id * 7 + u.id"),
        "reported_on": _days_after_the_first("t.id * 3 + u.id * 5"),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO plans_assignment ({', '.join(columns)}) SELECT {', '.join(said[name] for name in columns)} "
            "FROM plans_assignment a, plans_task t, plans_block b, units_unit u "
            "WHERE a.id = %s AND b.id = t.block_id AND b.document_id >= %s AND u.name LIKE %s",
            [pattern.pk, documents[0].pk, "Đơn vị %"],
        )
        cursor.execute("ANALYZE")


def _by_turns(values: Sequence[str], number: str) -> str:
    cases = " ".join(f"WHEN {place} THEN '{value}'" for place, value in enumerate(values))
    return f"CASE ({number}) %% {len(values)} {cases} END"


def _days_after_the_first(number: str) -> str:
    """Half of them over by now, half of them to come."""
    first, turn = today() - timedelta(days=DAYS // 2), f"({number}) %% {DAYS}"
    if connection.vendor == "postgresql":
        return f"DATE '{first}' + CAST({turn} AS integer)"
    return f"date('{first}', '+' || ({turn}) || ' days')"
