"""The blocks of a document with what hangs on them, in words: one row a block that says something."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from childlabour.core.vietnamese import short_date
from plans.content.values import Block, Content, TaskMark
from plans.models import Document
from plans.paper.naming import Names, leads_of


@dataclass(frozen=True)
class Hanging:
    """One mark: what it says, and since when where it came after the issue."""

    kind: str
    words: str
    since: datetime | None


@dataclass(frozen=True)
class HangingRow:
    key: str
    text: str
    heads: bool
    marks: tuple[Hanging, ...]


def hanging_on(document: Document, content: Content) -> list[HangingRow]:
    """One query, for the names of units, and one more where all the communes are named."""
    names, leads = Names(document, content), leads_of(content)
    return [
        HangingRow(block.key, block.printed, block.type.facts.heads, tuple(_marks(block, names, leads)))
        for block in content.blocks
        if block.text
    ]


def _marks(block: Block, names: Names, leads: dict[str, tuple[tuple[int, ...], str]]) -> Iterator[Hanging]:
    for target in block.targets:
        yield Hanging("Chỉ tiêu", target.sentence, _moment(target.added_at))
    if block.task:
        units, said = leads[block.key]
        yield Hanging(
            "Nhiệm vụ", _task(block.task, said or names.together(units), names), _moment(block.task.added_at)
        )
    if block.charge:
        units_said = names.together(block.charge.units) or block.charge.units_said
        yield Hanging("Giao đơn vị", units_said, _moment(block.charge.added_at))


def _task(task: TaskMark, lead: str, names: Names) -> str:
    said = {
        "chủ trì": lead,
        "phối hợp": names.together(task.partners),
        "thời hạn": task.due_text or (short_date(task.due) if task.due else ""),
        "sản phẩm": task.product,
    }
    return "; ".join(f"{name}: {words}" for name, words in said.items() if words) or "chưa giao đơn vị nào"


def _moment(written: str) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
