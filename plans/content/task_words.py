"""What the words of a task, and of the lines below it, say of who does it, when and with what result. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from childlabour.core import lengths
from childlabour.core.lengths import whole
from plans.law.blocks import BlockType
from targets.language.assigning import handed_to, names_unit, parted, said_in
from targets.language.deadlines import Due, due_said, when

from .task_rows import said_of_rows
from .values import Block, Content, TaskMark

Called = Callable[[str], tuple[int, ...]]  # names in words → the units that are known by them


def nobody(names: str) -> tuple[int, ...]:
    return ()


def task_said(content: Content, key: str, year: int | None, called: Called = nobody) -> TaskMark:
    """What the words of the task at `key`, and of the lines below it that belong to no other, say of it."""
    place = next((at for at, block in enumerate(content.blocks) if block.key == key), len(content.blocks))
    return task_said_at(content.blocks, place, year, called)


def task_said_at(blocks: Sequence[Block], place: int, year: int | None, called: Called = nobody) -> TaskMark:
    """The same of the task that stands at `place` of `blocks`."""
    return task_said_by(_own_texts(blocks, place), year, called)


def task_said_by(texts: tuple[str, ...], year: int | None, called: Called = nobody) -> TaskMark:
    """The same of a task with these lines."""
    said = _said_by(texts, year)
    leads = called(said.lead) if said.lead else ()
    partners = called(said.partners) if said.partners else ()
    return TaskMark(
        lead=leads,
        partners=tuple(unit for unit in partners if unit not in leads),
        units_said=whole(said.lead, lengths.AGENCY),
        due=said.due.day,
        due_text=whole(said.due.text, lengths.DUE),
        product=whole(said.product, lengths.PRODUCT),
    )


def against_the_words(task: TaskMark, said: TaskMark) -> dict[str, str]:
    """The parts given beside the words where these say another → what they say.

    Only what cannot both be right: two days, or leads of which none is the other's.
    """
    against: dict[str, str] = {}
    if "lead" in task.given and task.lead and said.lead and not {*task.lead} & {*said.lead}:
        against["lead"] = said.units_said
    if "due" in task.given and task.due and said.due and task.due != said.due:
        against["due"] = said.due_text
    return against


@dataclass(frozen=True)
class _Said:
    """As the words have it, by names."""

    lead: str
    partners: str
    due: Due
    product: str


@lru_cache(maxsize=4_096)  # of a draft all tasks but one are the same from one save to the next
def _said_by(texts: tuple[str, ...], year: int | None) -> _Said:
    labels: dict[str, str] = {}
    for text in texts:
        labels = said_in(text) | labels
    lead, partners = parted(labels.get("lead", ""))
    handed = lead if names_unit(lead) else next(filter(names_unit, map(handed_to, texts)), "")
    due = when(labels["due"], year) if "due" in labels else due_said(" ".join(texts), year)
    return _Said(handed, labels.get("partners", "") or partners, due, labels.get("product", ""))


def lines_of_tasks(content: Content) -> dict[str, tuple[str, ...]]:
    """By the key of each task, its lines; two passes."""
    rows = said_of_rows(content.blocks)
    found: dict[str, list[str]] = {}
    task: Block | None = None
    for block in content.blocks:
        if block.task:
            task = block
            found[block.key] = []
        elif task and block.level <= task.level:
            task = None
        if task:
            found[task.key] += (block is task and rows.get(block.key)) or (block.text,)
    return {key: tuple(texts) for key, texts in found.items()}


def _own_texts(blocks: Sequence[Block], place: int) -> tuple[str, ...]:
    """Of the block of a task and what stands below it up to the next task."""
    if place < len(blocks) and blocks[place].type == BlockType.ROW:
        return said_of_rows(_table_of(blocks, place)).get(blocks[place].key) or (blocks[place].text,)
    own: list[str] = []
    for at in range(place, len(blocks)):
        block = blocks[at]
        if own and (block.level <= blocks[place].level or block.task):
            break
        own.append(block.text)
    return tuple(own)


def _table_of(blocks: Sequence[Block], row: int) -> Sequence[Block]:
    """The table that the row at this place stands in, with all of its rows."""
    start = row
    while start and blocks[start].type in (BlockType.ROW, BlockType.NOTE):
        start -= 1
    end = row + 1
    while end < len(blocks) and blocks[end].type in (BlockType.ROW, BlockType.NOTE):
        end += 1
    return blocks[start:end]
