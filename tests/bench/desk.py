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
            page = client.get(address)
        name = f"page, {len(sheet.keys)} blocks, {len(queries)} queries"
        times[name] = cpu_ms(lambda address=address: client.get(address))
        sizes[f"page, {len(sheet.keys)} blocks"] = len(page.content)
    with capsys.disabled():
        tell("The sheet, server's time", times, base=next(iter(times)))
        tell_bytes(sizes)


PASTED = (
    "- Trên {n}% trẻ em có nguy cơ lao động trái quy định được hỗ trợ, can thiệp kịp thời.",
    "- Giao Công an huyện chủ trì rà soát các cơ sở sử dụng lao động, hoàn thành trước ngày 30/6/2023.",
    "- Nâng cao nhận thức của cha mẹ, người chăm sóc trẻ em về phòng ngừa lao động trẻ em trên địa bàn.",
)


def test_what_words_propose(client, capsys):
    """Sixty lines that were just pasted, each time others; the whole of a draft that was just opened."""
    office = an_office()
    client.force_login(office.lan)
    document = a_plan(office.committee, targets=MANY, tasks=MANY)
    address = reverse("desk:proposals", args=[document.pk])
    turn = iter(range(10_000))

    def ask(data):
        answer = client.post(address, json.dumps(data), "application/json")
        assert answer.status_code == 200
        return answer.json()["proposals"]

    def pasted():
        first = next(turn)
        lines = [
            PASTED[n % 3].format(n=10 + n).replace("trẻ em", f"trẻ em thôn {first}.{n}") for n in range(60)
        ]
        blocks = [
            {
                "key": f"k{n}",
                "type": "paragraph",
                "level": 3,
                "marker": "-",
                "runs": [[line[2:], False, False, []]],
            }
            for n, line in enumerate(lines)
        ]
        assert len(ask({"blocks": blocks, "keys": [block["key"] for block in blocks]})) >= 40

    times = {
        "sixty lines pasted": cpu_ms(pasted),
        "a draft of 400 lines with marks, opened": cpu_ms(lambda: ask({})),
    }
    with capsys.disabled():
        tell("What words propose, server's time", times, base="sixty lines pasted")


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
