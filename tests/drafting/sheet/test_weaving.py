"""Whatever two people do on two sheets, rows stay in tables, and both sheets come to say the same."""

from random import Random
from typing import Any

import pytest

from plans.content.asking import content_of
from plans.models import Document
from tests.cast import a_plan, an_officer

from .sheets import Sheet, said_by
from .test_saving import TABLE, a_row

pytestmark = pytest.mark.django_db

ROUNDS, CHANGES = 20, 5


class Writer:
    """Somebody who does this and that on a sheet, and takes the other's words where both changed one block."""

    def __init__(self, sheet: Sheet, name: str, chance: Random):
        self.sheet, self.name, self.chance = sheet, name, chance
        self.number = 0

    def word(self) -> str:
        self.number += 1
        return f"{self.name}{self.number}"

    def writes(self) -> None:
        entries: dict[str, dict[str, Any]] = {}
        removed: set[str] = set()
        for _ in range(self.chance.randint(1, CHANGES)):
            self._does_something(entries, removed)
        self._saves(list(entries.values()), tuple(removed - entries.keys()))

    def _does_something(self, entries: dict[str, dict[str, Any]], removed: set[str]) -> None:
        key = self.chance.choice([key for key in self.sheet.keys if key not in removed])
        block = self.sheet.blocks[key]
        match self.chance.choice(("type", "type", "new", "remove", "move")):
            case "type" if block["type"] not in ("table", "row"):
                word = self.word()
                entries[key] = self.sheet.typed(key, f"{said_by(block)} {word}")
            case "type" if block["type"] == "row":
                word = self.word()
                changed = a_row(key, word, *("x" for _ in block["cells"][1:]))
                entries[key] = {
                    "block": changed,
                    "over": self.sheet.over[key],
                    "after": self.sheet.before(key),
                }
            case "new" if block["type"] in ("table", "row"):
                fresh = a_row(f"{self.name}-{self.number}", self.word(), "x")
                entries[fresh["key"]] = {"block": fresh, "over": "", "after": [key], "moved": True}
            case "new":
                fresh_key = f"{self.name}-{self.number}"
                entries[fresh_key] = self.sheet.new(fresh_key, self.word(), key)
            case "remove" if key not in entries:
                removed.update(self._with_rows(key))
            case "move" if block["type"] not in ("table", "row") and key not in entries:
                entries[key] = self.sheet.moved(key, self.chance.choice(["", *self.sheet.keys]))

    def _with_rows(self, key: str) -> list[str]:
        """Of a table all of it; a writer's own sheet never leaves rows without one."""
        if self.sheet.blocks[key]["type"] != "table":
            return [key]
        rows = []
        for other in self.sheet.keys[self.sheet.keys.index(key) + 1 :]:
            if self.sheet.blocks[other]["type"] != "row":
                break
            rows.append(other)
        return [key, *rows]

    def _saves(self, entries: list[dict[str, Any]], removed: tuple[str, ...]) -> None:
        order = {key: place for place, key in enumerate(self.sheet.keys)}
        entries.sort(key=lambda entry: order.get(entry.get("key") or entry["block"]["key"], len(order)))
        told = self.sheet.save(*entries, removed=removed)
        for clash in told["clashes"]:
            self.sheet.over[clash["key"]] = clash["over"]
            self.sheet.blocks[clash["key"]] = clash["theirs"]


@pytest.mark.parametrize("seed", range(2))
def test_two_sheets_come_to_say_the_same_whatever_is_done_on_them(office, seed):
    chance = Random(seed)
    document = a_plan(office.committee, targets=2, tasks=2)
    first = Sheet(document, office.lan)
    blocks = (TABLE, a_row("dau", "Việc", "Ai"), a_row("r1", "Rà soát", "Xã"), a_row("r2", "Hỗ trợ", "Huyện"))
    behind = (first.keys[-1], *(block["key"] for block in blocks))
    first.save(
        *(
            {"block": block, "over": "", "after": [key], "moved": True}
            for block, key in zip(blocks, behind, strict=False)
        )
    )
    hoa = an_officer("hoa", "Bế Thị Hoa", office.labour, is_drafter=True)
    writers = [
        Writer(Sheet(document, who), name, chance) for who, name in ((office.lan, "lan"), (hoa, "hoa"))
    ]
    for _ in range(ROUNDS):
        writer = chance.choice(writers)
        writer.writes()
        if chance.random() < 0.3:
            chance.choice(writers).sheet.news()
    for writer in writers:
        writer.sheet.news()
    content = content_of(Document.objects.get(pk=document.pk))
    for writer in writers:
        assert writer.sheet.keys == [block.key for block in content.blocks]
        opened_now = Sheet(document, writer.sheet.officer)
        assert writer.sheet.blocks == opened_now.blocks
        assert {key: writer.sheet.over[key] for key in writer.sheet.keys} == opened_now.over
