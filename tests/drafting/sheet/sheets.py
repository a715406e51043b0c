"""An open sheet as the server sees it: what it was opened with, what it sends, what it is told."""

from copy import deepcopy
from typing import Any

from django.test import Client
from django.urls import reverse

from childlabour.units.models import Officer
from plans.content.asking import content_of
from plans.drafting.saving import draft_of
from plans.drafting.sheet.arriving import arrived_from
from plans.drafting.sheet.opening import draft_as_data
from plans.drafting.sheet.saving import news_for, save_sheet
from plans.models import Document


class Sheet:
    """A window of `officer` on a draft."""

    def __init__(self, document: Document, officer: Officer):
        self.document, self.officer = document, officer
        self.draft = draft_as_data(draft_of(document.pk, officer))
        self.revision = self.draft["revision"]
        self.blocks = {block["key"]: block for block in deepcopy(self.draft["content"]["blocks"])}
        self.over = {key: block.pop("over") for key, block in self.blocks.items()}
        self.parts = dict(self.draft["parts"])

    @property
    def keys(self) -> list[str]:
        return list(self.blocks)

    def key_of(self, words: str) -> str:
        return next(key for key, block in self.blocks.items() if words in said_by(block))

    def typed(self, key: str, words: str, **more: Any) -> dict[str, Any]:
        """The entry of a block that now says `words`."""
        block = self.blocks[key] | {"runs": [[words, False, False, []]]} | more
        block.pop("targets", None)
        return {"block": block, "over": self.over[key], "after": self.before(key)}

    def as_it_stands(self, key: str) -> dict[str, Any]:
        return {"block": self.blocks[key], "over": self.over[key], "after": self.before(key)}

    def new(self, key: str, words: str, after: str = "", **more: Any) -> dict[str, Any]:
        block = {"key": key, "type": "paragraph", "level": 3, "runs": [[words, False, False, []]]} | more
        return {"block": block, "over": "", "after": [after] if after else [], "moved": True}

    def moved(self, key: str, after: str = "") -> dict[str, Any]:
        return {"key": key, "over": self.over[key], "after": [after] if after else [], "moved": True}

    def before(self, key: str) -> list[str]:
        return self.keys[: self.keys.index(key)][::-1][:5]

    def data(
        self, *entries: dict[str, Any], removed: tuple[str, ...] = (), name: str = "", **parts: Any
    ) -> dict:
        sent: dict[str, Any] = {
            "shape": 1,
            "revision": self.revision,
            "name": name,
            "blocks": list(entries),
            "removed": [[key, self.over[key]] for key in removed],
            "parts": {part: {"over": over} for part, over in self.parts.items()},
            "findings": "",
            "spot": "body",
        }
        for part, said in parts.items():
            sent["parts"][part]["is"] = said
        return sent

    def save(self, *entries: dict[str, Any], **more: Any) -> dict[str, Any]:
        """Saves, and takes over what it is told."""
        told = save_sheet(self.document.pk, arrived_from(self.data(*entries, **more)), self.officer)
        return self.told(told.as_data(), *entries)

    def news(self) -> dict[str, Any]:
        return self.told(news_for(self.document.pk, arrived_from(self.data()), self.officer).as_data())

    def told(self, told: dict[str, Any], *entries: dict[str, Any]) -> dict[str, Any]:
        """Takes over what the server tells of a save of `entries`."""
        self.revision = told["revision"]
        sent = {entry["block"]["key"]: entry["block"] for entry in entries if "block" in entry}
        order = [key for key in self.blocks if key not in told["gone"]]
        for entry in told["blocks"]:
            key = entry["key"]
            self.over[key] = entry.get("over", self.over.get(key, ""))
            self.blocks[key] = entry.get("block") or sent.get(key) or self.blocks[key]
            if key in order:
                order.remove(key)
            order.insert(order.index(entry["after"]) + 1 if entry["after"] else 0, key)
        self.blocks = {key: self.blocks[key] for key in order}
        self.parts |= {name: part["over"] for name, part in told["parts"].items()}
        return told


def said_by(block: dict[str, Any]) -> str:
    if "cells" in block:
        return " | ".join(
            "".join(run[0] for runs in cell["paragraphs"] for run in runs) for cell in block["cells"]
        )
    return "".join(run[0] for run in block.get("runs", ()))


def words(document: Document) -> list[str]:
    return [block.text for block in content_of(Document.objects.get(pk=document.pk)).blocks]


def posted(client: Client, document: Document, data: Any, name: str = "sheet_save") -> Any:
    return client.post(
        reverse(f"desk:{name}", args=[document.pk]),
        data,
        content_type="application/json",
        headers={"accept": "application/json"},
    )
