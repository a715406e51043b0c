"""What `/api/v1/` promised before bodies were blocks: preamble, sections and closing, as a view of the blocks.

A section begins at each chapter, part and annex. What stands before the first of them, and the last words of the body
that belong to no part, stay outside while nothing hangs on them. Nothing is said twice and nothing left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from plans.content.asking import block_of
from plans.content.values import Block, extents
from plans.law.blocks import BlockType
from plans.models import StoredBlock, Task
from targets.models import Target

BEGINS = (BlockType.CHAPTER, BlockType.PART, BlockType.ANNEX)


@dataclass(frozen=True)
class ToldSection:
    heading: str
    kind: str
    body: str
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class ToldBody:
    """The body of a document as the API tells it, new and old."""

    blocks: tuple[Block, ...]
    preamble: str
    sections: tuple[ToldSection, ...]
    closing: str


@dataclass(frozen=True)
class _Told:
    """A block and the row that it is kept as."""

    block: Block
    row: StoredBlock

    @property
    def begins(self) -> bool:
        return self.block.type in BEGINS

    @property
    def is_bare(self) -> bool:
        marks = self.block.targets or self.block.task or self.block.charge
        return self.block.type == BlockType.PARAGRAPH and not marks

    @property
    def closes(self) -> bool:
        return self.is_bare and self.block.level <= BlockType.PART.facts.usual_level


def body_of(rows: Sequence[StoredBlock]) -> ToldBody:
    """Free when marks were fetched along; each task is given its `words_below`."""
    told = [_Told(block_of(row), row) for row in rows]
    blocks = tuple(one.block for one in told)
    for one, extent in zip(told, extents(blocks), strict=True):
        if one.block.task:
            one.row.task.words_below = blocks[extent.first + 1 : extent.end]
    start = _how_many(told, lambda one: one.is_bare)
    annex = next((place for place, block in enumerate(blocks) if block.type == BlockType.ANNEX), len(blocks))
    end = annex - _how_many(told[start:annex][::-1], lambda one: one.closes)
    return ToldBody(
        blocks,
        preamble=lines_of(blocks[:start]),
        sections=(*_sections(told[start:end]), *_sections(told[annex:])),
        closing=lines_of(blocks[end:annex]),
    )


def lines_of(blocks: Sequence[Block]) -> str:
    """A block a line, as printed; cells of a row joined by " | "."""
    return "\n".join(block.printed for block in blocks if block.printed)


def _how_many(told: Sequence[_Told], at_the_start) -> int:
    return len(list(takewhile(at_the_start, told)))


def _sections(told: Sequence[_Told]) -> Iterator[ToldSection]:
    starts = {place for place, one in enumerate(told) if one.begins}
    for start, end in pairwise(sorted({0, *starts, len(told)})):
        yield _section(told[start:end])


def _section(told: Sequence[_Told]) -> ToldSection:
    first = told[0].block
    heading = first.printed if first.type == BlockType.ANNEX else first.text
    return ToldSection(
        heading=heading if told[0].begins else "",
        kind=_kind([one.block for one in told]),
        body=lines_of([one.block for one in (told[1:] if told[0].begins else told)]),
        targets=tuple(target for one in told for target in one.row.targets.all()),
        tasks=tuple(one.row.task for one in told if one.block.task),
    )


def _kind(blocks: Sequence[Block]) -> str:
    """What hangs on them, in the words that the API has for it."""
    if any(block.targets for block in blocks):
        return "objectives"
    if any(block.charge for block in blocks):
        return "organisation"
    return "tasks" if any(block.task for block in blocks) else "prose"
