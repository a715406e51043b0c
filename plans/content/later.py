"""Marks that came after the words were frozen: they hang on the same words, and the frozen rows stay as they are. Pure.

Where the words of such a target stand is kept with the target (`Target.span`), not in the runs of its block.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .stretches import Stretch, spans_of, with_mark_on, with_stretches
from .values import Block, ChargeMark, Content, TargetMark, TaskMark, keeping


def frozen_part(content: Content) -> Content:
    """What was there when the words were frozen."""
    return replace(content, blocks=tuple(map(frozen_block, content.blocks)))


def frozen_block(block: Block) -> Block:
    later = {target.id for target in block.targets if target.added_at}
    if later:
        block = with_stretches(
            block, [keeping(runs, lambda mark: mark not in later) for runs in block.stretches]
        )
    return replace(
        block,
        targets=tuple(target for target in block.targets if not target.added_at),
        task=None if block.task and block.task.added_at else block.task,
        charge=None if block.charge and block.charge.added_at else block.charge,
    )


def has_later(content: Content) -> bool:
    return any(map(hangs_later, content.blocks))


def hangs_later(block: Block) -> bool:
    """Whether anything hangs on it that came later."""
    return any(mark.added_at for mark in marks_of(block))


def marks_of(block: Block) -> Iterator[TargetMark | TaskMark | ChargeMark]:
    yield from block.targets
    yield from (mark for mark in (block.task, block.charge) if mark)


def span_as_data(block: Block, mark: TargetMark) -> list[list[int]]:
    """`[[stretch, start, end]]` of a later target; of any other one its runs tell."""
    if not mark.added_at:
        return []
    return [[span.stretch, span.start, span.end] for span in spans_of(block, mark.id)]


def with_later(block: Block, spans: Iterable[tuple[str, list[list[int]]]]) -> Block:
    """`block` with the marks of its later targets on their words."""
    for mark, kept in spans:
        if kept:
            block = with_mark_on(block, mark, (Stretch(*span) for span in kept))
    return block
