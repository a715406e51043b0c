"""What was given beside the words of a task, written into the words. Pure."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from childlabour.core.vietnamese import short_date
from plans.law.blocks import DEEPEST, BlockType

from .values import Block, TaskMark, TextRun, plain

Naming = Callable[[Iterable[int]], str]  # ids of units → how a text names them together
NAMED = {"lead": "Chủ trì", "partners": "Phối hợp", "due": "Thời hạn", "product": "Sản phẩm"}


def with_given_said(
    blocks: Iterable[Block],
    key: str,
    naming: Naming,
    new_key: Callable[[], str],
    against: Collection[str] = (),
) -> tuple[Block, ...]:
    """The same blocks, and for the task at `key` the parts that were given and stood nowhere in its words.

    They are lines under it, each a block; in a row of a table they are paragraphs of the cell with most words.
    `against`: parts of which the words say another; they stay beside them, for a person to decide.
    """
    said: list[Block] = []
    for block in blocks:
        if block.key == key and block.task:
            unsaid = block.task.given - {*against}
            told = list(_told(block.task, unsaid, naming))
            block = replace(block, task=replace(block.task, given=block.task.given - unsaid))
            said += _in_the_row(block, told) if block.cells else [block, *_below(block, told, new_key)]
        else:
            said.append(block)
    return tuple(said)


def _told(task: TaskMark, unsaid: Collection[str], naming: Naming) -> Iterator[str]:
    texts = {
        "lead": naming(task.lead) or task.units_said,
        "partners": naming(task.partners),
        "due": task.due_text or (short_date(task.due) if task.due else ""),
        "product": task.product,
    }
    return (f"{NAMED[part]}: {texts[part].rstrip('.')}." for part in NAMED if part in unsaid and texts[part])


def _below(block: Block, told: Iterable[str], new_key: Callable[[], str]) -> list[Block]:
    level, marker = min(block.level + 1, DEEPEST), "+" if block.marker == "-" else "-"
    return [Block(new_key(), BlockType.PARAGRAPH, level, marker, (TextRun(text),)) for text in told]


def _in_the_row(row: Block, told: Iterable[str]) -> list[Block]:
    lengths = [sum(len(plain(runs)) for runs in cell.paragraphs) for cell in row.cells]
    widest = lengths.index(max(lengths))
    cells = list(row.cells)
    lines = tuple((TextRun(text),) for text in told)
    cells[widest] = replace(cells[widest], paragraphs=(*cells[widest].paragraphs, *lines))
    return [replace(row, cells=tuple(cells))]
