"""What it costs to write at the desk: from a save to the answer, for a plan of 200 tasks; bytes of each."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.bench.measuring import cpu_ms, tell
from tests.cast import a_plan, an_issued_plan, an_office
from tests.drafting.sheet.sheets import Sheet, posted

pytestmark = pytest.mark.django_db

FEW, MANY = 5, 200


def test_the_sheet(client, capsys):
    """A save of one line; the page of the whole draft."""
    office = an_office()
    client.force_login(office.lan)
    times, sizes = {}, {}
    for rows in (FEW, MANY):
        document = a_plan(office.committee, targets=rows, tasks=rows)
        sheet = Sheet(document, office.lan)
        turn, findings = iter(range(10_000)), {"over": ""}

        def save(document=document, sheet=sheet, turn=turn, findings=findings):
            entry = sheet.typed(sheet.keys[-1], f"Câu kết {next(turn)}.")
            data = sheet.data(entry) | {"findings": findings["over"]}
            answer = posted(client, document, data)
            findings |= sheet.told(answer.json(), entry).get("findings", {})
            return data, answer

        save()
        with CaptureQueriesContext(connection) as queries:
            data, answer = save()
        name = f"save, {len(sheet.keys)} blocks, {len(queries)} queries"
        times[name] = cpu_ms(save)
        sizes[f"sent, {len(sheet.keys)} blocks"] = len(json.dumps(data, ensure_ascii=False).encode())
        sizes[f"told, {len(sheet.keys)} blocks"] = len(answer.content)
        address = reverse("desk:editor", args=[document.pk])
        with CaptureQueriesContext(connection) as queries:
            sizes[f"page, {len(sheet.keys)} blocks"] = len(client.get(address).content)
        times[f"page, {len(sheet.keys)} blocks, {len(queries)} queries"] = cpu_ms(
            lambda address=address: client.get(address)
        )
    with capsys.disabled():
        tell("The sheet, server's time", times, base=next(iter(times)))
        tell_bytes(sizes)


def test_the_communes_page(client, capsys):
    office = an_office()
    client.force_login(office.pao)
    an_issued_plan(office.committee, frozen=False, tasks=4 * MANY)
    address = reverse("tasks:home")
    figures = {f"list of {MANY} tasks": cpu_ms(lambda: client.get(address))}
    with capsys.disabled():
        tell("The commune's page", figures, base=f"list of {MANY} tasks")
        tell_bytes({"list": len(client.get(address).content)})


def tell_bytes(sizes: dict[str, int]) -> None:
    for name, size in sizes.items():
        print(f"  {size / 1000:>8.1f} kB  {name}")
