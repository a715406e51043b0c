"""What it costs to type at the desk: from a save to the answer, for a plan of 200 tasks; bytes of each page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.content.asking import content_of
from tests.bench.measuring import cpu_ms, tell
from tests.cast import a_plan, an_issued_plan, an_office

pytestmark = pytest.mark.django_db

FEW, MANY = 5, 200


def test_from_a_key_to_the_paper(client, capsys):
    office = an_office()
    client.force_login(office.lan)
    times, sizes = {}, {}
    for rows in (FEW, MANY):
        document = a_plan(office.committee, targets=rows, tasks=rows)
        *_, last = content_of(document).blocks
        address = reverse("desk:spot", args=[document.pk, f"block-{last.key}"])
        turn = iter(range(10_000))
        known = {"base": client.get(address).context["form"].base}

        def save(address=address, turn=turn, known=known):
            typed = {"lines": f"Câu kết {next(turn)}.", **known}
            answer = client.post(address, typed, headers={"accept": "application/json"})
            known["base"] = answer.json()["base"]
            return answer

        told = save().json()
        sizes[f"first save, {rows} and {rows}"] = len(str(told))
        known |= {"sheet_marks": ",".join(told["sheet"]["marks"]), "outline_mark": told["outline_mark"]}
        with CaptureQueriesContext(connection) as queries:
            answer = save()
        name = f"save, {rows} targets and {rows} tasks, {len(queries)} queries"
        times[name] = cpu_ms(save)
        sizes[name] = len(answer.content)
        page = f"page, {rows} targets and {rows} tasks"
        times[page] = cpu_ms(lambda address=address: client.get(address))
        sizes[page] = len(client.get(address).content)
    with capsys.disabled():
        tell("The editor, server's time", times, base=f"page, {FEW} targets and {FEW} tasks")
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
