"""The door of the sheet: who may save through it, and what it makes of hostile JSON."""

import json
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.content.asking import content_of
from plans.drafting.sheet.arriving import MOST_BYTES
from plans.issuing.workflow import perform
from plans.models import Action, Document, Presence
from tests.cast import a_plan
from tests.drafting.sheet.sheets import Sheet, posted, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(office) -> Document:
    return a_plan(office.committee, targets=2, tasks=2)


@pytest.fixture
def lan_in(client, office) -> Client:
    client.force_login(office.lan)
    return client


@pytest.fixture
def sheet(office, draft) -> Sheet:
    return Sheet(draft, office.lan)


def a_change(sheet: Sheet, said: str = "Xong.") -> dict:
    return sheet.data(sheet.typed(sheet.keys[-1], said))


def test_a_save_answers_with_what_it_was_stored_as(lan_in, draft, sheet):
    answer = posted(lan_in, draft, a_change(sheet))
    assert answer.status_code == 200
    assert answer.json()["blocks"][0]["key"] == sheet.keys[-1]
    assert words(draft)[-1] == "Xong."
    assert Presence.objects.get(document=draft).officer_id == sheet.officer.pk


def test_the_page_of_a_long_draft_costs_few_queries(lan_in, office):
    long = a_plan(office.committee, targets=100, tasks=180)
    address = reverse("desk:editor", args=[long.pk])
    lan_in.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert lan_in.get(address).status_code == 200
    assert len(queries) < 40


@pytest.mark.parametrize("name", ["sheet_save", "sheet_news"])
@pytest.mark.parametrize(
    ("who", "status"), [("lan", 200), ("hung", 422), ("thu", 422), ("mai", 404), ("pao", 404), ("son", 200)]
)
def test_only_who_drafts_for_the_office_saves(client, office, draft, sheet, who, status, name):
    client.force_login(getattr(office, who))
    before = words(draft)
    data = a_change(sheet) if name == "sheet_save" else sheet.data()
    assert posted(client, draft, data, name).status_code == status
    if status != 200:
        assert words(draft) == before


def test_a_stranger_and_a_retired_colleague_are_asked_to_log_in(client, office, draft, sheet):
    assert posted(client, draft, a_change(sheet)).status_code == 401
    client.force_login(office.lan)
    office.lan.is_active = False
    office.lan.save()
    assert posted(client, draft, a_change(sheet)).status_code == 401


def test_a_draft_that_was_submitted_takes_no_more_words(lan_in, office, draft, sheet):
    perform(Action.SUBMIT, draft, office.lan)
    answer = posted(lan_in, draft, a_change(sheet))
    assert answer.status_code == 422
    assert "văn bản đã trình" in answer.json()["problems"][0]["message"]


def test_without_the_token_of_the_page_nothing_is_saved(office, draft, sheet):
    client = Client(enforce_csrf_checks=True)
    client.force_login(office.lan)
    before = words(draft)
    assert posted(client, draft, a_change(sheet)).status_code == 403
    assert words(draft) == before


def test_a_sheet_of_before_an_upgrade_is_told_so(lan_in, draft, sheet):
    answer = posted(lan_in, draft, a_change(sheet) | {"shape": 0})
    assert answer.status_code == 409
    assert answer.json()["old_shape"]


def test_what_is_too_much_is_not_even_read(lan_in, draft):
    assert posted(lan_in, draft, "[" * (MOST_BYTES + 1)).status_code == 413


def test_news_change_nothing(lan_in, draft, sheet):
    before = words(draft)
    assert posted(lan_in, draft, a_change(sheet), "sheet_news").status_code == 200
    assert words(draft) == before


def test_what_is_wrong_is_said_at_its_block_and_nothing_is_laid(lan_in, draft, sheet):
    before = words(draft)
    wrong = sheet.typed(sheet.keys[0], "Sai bậc.", level=9)
    answer = posted(lan_in, draft, sheet.data(wrong, sheet.typed(sheet.keys[-1], "Đúng.")))
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert sheet.keys[0] in (problem.get("anchor"), problem["field"])
    assert words(draft) == before


def block(**more) -> dict:
    return {"key": "la", "type": "paragraph", "level": 3, "runs": [["Chữ", False, False, []]]} | more


def a_mark(**more) -> dict:
    return {"id": "m1", "sentence": "Trên 72% trẻ em", "statement": {}} | more


HOSTILE = {
    "not json": "{",
    "not an object": "[]",
    "deep": "[" * 200_000,
    "half a sign": '{"shape": 1, "revision": 0, "spot": "\\ud800"}',
    "not a number": '{"shape": 1, "revision": NaN}',
    "a huge number": '{"shape": 1, "revision": 1' + "0" * 400 + "}",
    "no revision": {"shape": 1},
    "an unknown field": {"shape": 1, "revision": 0, "was": 1},
    "an unknown part": {"shape": 1, "revision": 0, "parts": {"body": {"is": "x"}}},
    "a part of another kind": {"shape": 1, "revision": 0, "parts": {"title": {"is": ["x"]}}},
    "blocks of another kind": {"shape": 1, "revision": 0, "blocks": {"a": 1}},
    "a name of another kind": {"shape": 1, "revision": 0, "name": "a b"},
    **{
        name: {"shape": 1, "revision": 0, "blocks": [{"block": said, "over": "", "after": [], "moved": True}]}
        for name, said in {
            "no key": block(key=""),
            "a key in words": block(key="khóa à"),
            "an unknown type": block(type="scroll"),
            "a level too deep": block(level=7),
            "a level of words": block(level="3"),
            "a sign nobody sees": block(runs=[["a\0b", False, False, []]]),
            "a field nobody knows": block(href="x"),
            "runs of another kind": block(runs=[{"text": "x"}]),
            "a row without a table": {
                "key": "la",
                "type": "row",
                "level": 4,
                "cells": [{"paragraphs": [[]]}],
            },
            "a table of no columns": {"key": "la", "type": "table", "level": 3},
            "a table of a million columns": {
                "key": "la",
                "type": "table",
                "level": 3,
                "columns": [[1, "left"]] * 100_000,
            },
            "a unit nobody has": block(task={"lead": [999_999]}),
            "a unit that is no number": block(task={"lead": ["1; DROP TABLE"]}),
            "a day that is none": block(task={"due": "2026-02-30"}),
            "a product too long": block(task={"product": "x" * 10_000}),
            "a group nobody has": block(runs=[["Chữ", False, False, ["m1"]]], targets=[a_mark(group="X")]),
            "a figure past all bounds": block(
                runs=[["Chữ", False, False, ["m1"]]], targets=[a_mark(statement={"value": "9" * 40})]
            ),
            "a target above of another document": block(
                runs=[["Chữ", False, False, ["m1"]]], targets=[a_mark(upper=1)]
            ),
        }.items()
    },
}


@pytest.mark.parametrize("said", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_data_is_refused_in_a_sentence(lan_in, draft, said):
    before = words(draft)
    answer = posted(lan_in, draft, said if isinstance(said, str) else json.dumps(said))
    assert answer.status_code in (409, 422), answer.content
    assert answer.json()["problems"][0]["message"]
    assert words(draft) == before


HARMLESS = {
    "a mark that says it came after the issue": block(
        runs=[["Chữ", False, False, ["m1"]]], targets=[a_mark(added_at="hôm qua")]
    ),
    "a mark on no words": block(targets=[a_mark()]),
    "a mark of nobody on words": block(runs=[["Chữ", False, False, ["cua-ai"]]]),
    "signs nobody sees in a mark": block(task={"product": "a\0b", "units_said": "\u202e"}),
    "another document as its source": block(source=[999_999, "k"]),
    "markup": block(runs=[["<script>alert(1)</script>", False, False, []]]),
}


@pytest.mark.parametrize("said", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_can_be_understood_is_laid_without_what_cannot(lan_in, draft, said):
    data = {"shape": 1, "revision": 0, "blocks": [{"block": said, "over": "", "after": [], "moved": True}]}
    answer = posted(lan_in, draft, data)
    assert answer.status_code == 200, answer.content
    first = content_of(Document.objects.get(pk=draft.pk)).blocks[0]
    assert first.text == said["runs"][0][0] if "runs" in said else first.key == "la"
    assert (first.targets == () or not first.targets[0].added_at) and first.source is None
    page = lan_in.get(reverse("desk:editor", args=[draft.pk])).content.decode()
    assert "<script>alert(1)" not in page


# ── What no sheet would send ─────────────────────────────────────────────────────────────────────

NUMBERS, TEXTS = (True, -1, 0, 10**11, 2**70, 0.5), ("", "x", "\u202e", "\0", "ééé", "k" * 41, "[^1]")
ODD = (None, *NUMBERS, *TEXTS, [], {}, [[]], {"a": 1})
SPOILT = 60  # each by both doors


def spoilt(data: Any, chance: Random) -> Any:
    """The same data with one place of it made odd."""
    if not isinstance(data, (dict, list)) or not data or chance.random() < 0.15:
        return chance.choice(ODD)
    if isinstance(data, list):
        at = chance.randrange(len(data))
        return [*data[:at], spoilt(data[at], chance), *data[at + chance.randint(0, 1) :]]
    key = chance.choice(list(data))
    if chance.random() < 0.1:
        return {name: said for name, said in data.items() if name != key} | {
            str(chance.choice(ODD)): data[key]
        }
    return data | {key: spoilt(data[key], chance)}


def test_spoilt_saves_are_taken_or_refused_and_never_break(lan_in, office, draft):
    chance = Random(11)
    for _ in range(SPOILT):
        sheet = Sheet(draft, office.lan)
        marked = next(key for key, one in sheet.blocks.items() if "targets" in one)
        task = next(key for key, one in sheet.blocks.items() if "task" in one)
        data = sheet.data(
            sheet.as_it_stands(marked),
            sheet.as_it_stands(task),
            sheet.new("moi", "Mới.", sheet.keys[0]),
            sheet.moved(sheet.keys[-1], sheet.keys[0]),
            removed=(sheet.keys[1],),
            title="Tên",
            citations=[{"text": "Căn cứ Luật Trẻ em ngày 05/4/2016"}],
            recipients=[{"text": "Như trên", "purpose": "act"}],
            signature={"lines": ["CHỦ TỊCH"], "name": "Hùng"},
        )
        part = chance.choice(("blocks", "blocks", "blocks", "parts", "removed", "spot", "name", "findings"))
        data[part] = spoilt(data[part], chance)
        for name in ("sheet_save", "sheet_news"):
            with transaction.atomic():
                answer = posted(lan_in, draft, data, name)
                assert answer.status_code in (200, 422), (data, answer.content)
                transaction.set_rollback(True)
