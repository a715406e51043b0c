"""Words of a block by where they stand: which of its stretches, from which character to which. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .values import Block, Runs, marked


@dataclass(frozen=True)
class Stretch:
    """Words of a block: which of its stretches, and from where to where in it (in characters)."""

    stretch: int
    start: int
    end: int


def spans_of(block: Block, mark: str) -> tuple[Stretch, ...]:
    """Where the words of a mark stand, stretch by stretch."""
    spans: list[Stretch] = []
    for number, runs in enumerate(block.stretches):
        at = 0
        for run in runs:
            end = at + len(run.text)
            if mark in run.marks:
                if spans and (spans[-1].stretch, spans[-1].end) == (number, at):
                    spans[-1] = replace(spans[-1], end=end)
                else:
                    spans.append(Stretch(number, at, end))
            at = end
    return tuple(spans)


def with_mark_on(block: Block, mark: str, spans: Iterable[Stretch]) -> Block:
    """The same words, `mark` hanging on those of `spans`."""
    stretches = list(block.stretches)
    for span in spans:
        stretches[span.stretch] = marked(stretches[span.stretch], span.start, span.end, mark)
    return with_stretches(block, stretches)


def with_stretches(block: Block, stretches: Sequence[Runs]) -> Block:
    """The block with other words (or looks, or marks) in the places of its own."""
    if not block.cells:
        return replace(block, runs=stretches[0])
    left = iter(stretches)
    cells = (replace(cell, paragraphs=tuple(next(left) for _ in cell.paragraphs)) for cell in block.cells)
    return replace(block, cells=tuple(cells))
