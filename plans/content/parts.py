"""The flat list of blocks as a reader sees it: tables with their rows, annexes with what they hold, titles. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from plans.law.blocks import BlockType

from .markers import is_title
from .values import Block, Runs, keeping, plain

_ENCLOSED = re.compile(r"\(\s*(?:Ban hành )?kèm theo\b", re.IGNORECASE)


@dataclass(frozen=True)
class WholeTable:
    """A table and its rows."""

    table: Block
    rows: tuple[Block, ...]


@dataclass(frozen=True)
class WholeAnnex:
    """An annex and everything down to the next one."""

    annex: Block
    blocks: tuple[Block, ...]

    @property
    def reference(self) -> str:
        """The line below its title that says what it is enclosed with; "" where it says none (III.1c)."""
        first = self.blocks[0] if self.blocks else None
        says = first and first.type == BlockType.PARAGRAPH and says_enclosed(first.printed)
        return first.printed if first and says else ""


def says_enclosed(text: str) -> bool:
    """ "(Kèm theo Kế hoạch số …)", "(Ban hành kèm theo …)"."""
    return bool(_ENCLOSED.match(text))


def with_rows(blocks: Iterable[Block]) -> Iterator[Block | WholeTable]:
    """Blocks in order, a table together with its rows; notes that stand among the rows come behind them.

    Rows without a table (no content has them, an old paper of a later shape might) make a table of their own.
    """
    table: Block | None = None
    rows: list[Block] = []
    notes: list[Block] = []

    def closed() -> Iterator[Block | WholeTable]:
        if table is not None:
            yield WholeTable(table, tuple(rows))
        yield from notes

    for block in blocks:
        if block.type == BlockType.ROW:
            table = table or Block(f"{block.key}-table", BlockType.TABLE, block.level)
            rows.append(block)
        elif block.type == BlockType.NOTE and table is not None:
            notes.append(block)
        else:
            yield from closed()
            table, rows, notes = None, [], []
            if block.type == BlockType.TABLE:
                table = block
            else:
                yield block
    yield from closed()


def at_annexes(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[WholeAnnex, ...]]:
    """The body, and each annex with its own blocks: a sheet of its own."""
    starts = [place for place, block in enumerate(blocks) if block.type == BlockType.ANNEX]
    body = tuple(blocks[: starts[0]] if starts else blocks)
    annexes = (
        WholeAnnex(blocks[start], tuple(blocks[start + 1 : end]))
        for start, end in pairwise((*starts, len(blocks)))
    )
    return body, tuple(annexes)


def words_alone(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same words and looks without what hangs on them; calls of notes stay, they are printed."""
    blocks = tuple(blocks)
    notes = frozenset(block.key for block in blocks if block.type == BlockType.NOTE)
    return tuple(_words_alone(block, notes) for block in blocks)


@lru_cache(maxsize=5_000)  # all blocks but one are the same from one letter typed to the next
def _words_alone(block: Block, notes: frozenset[str]) -> Block:
    return replace(
        block,
        runs=keeping(block.runs, notes.__contains__),
        cells=tuple(
            replace(cell, paragraphs=tuple(keeping(runs, notes.__contains__) for runs in cell.paragraphs))
            for cell in block.cells
        ),
        made_from="",
        source=None,
        targets=(),
        task=None,
        charge=None,
        declined=frozenset(),
    )


def called_notes(runs: Runs, notes: dict[str, Block]) -> list[tuple[int, Block]]:
    """The notes that hang on these words, each with the place of the run behind which it is called."""
    last = {mark: place for place, run in enumerate(runs) for mark in run.marks if mark in notes}
    return [(place, notes[mark]) for mark, place in last.items()]


# ── Titles ───────────────────────────────────────────────────────────────────────────────────────


def titles(blocks: Sequence[Block]) -> frozenset[str]:
    """Keys of the clauses and articles that are set bold because they title what follows.

    Decided for a whole run of siblings (one level, one kind, under one heading): where at least half of them read as
    titles and have something beneath, every sibling that reads as a title is bold, the last and empty one too;
    otherwise none is. Points ("a)") never are (NĐ 30/2020, Phụ lục I, II.6đ).
    """
    printed = [block for block in blocks if block.type != BlockType.NOTE]
    found: set[str] = set()
    for run in _siblings(printed):
        reading = [place for place in run if is_title(plain(printed[place].runs).strip())]
        if 2 * sum(_has_beneath(printed, place) for place in reading) >= len(run):
            found.update(printed[place].key for place in reading)
    return frozenset(found)


def lead_in(blocks: Sequence[Block]) -> frozenset[str]:
    """Keys of the headings with something beneath them: they are not left alone at the foot of a page."""
    printed = [block for block in blocks if block.type != BlockType.NOTE]
    return frozenset(
        block.key
        for place, block in enumerate(printed)
        if block.type.facts.heads and _has_beneath(printed, place)
    )


def _siblings(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Places of the clauses and articles, run by run."""
    open_runs: dict[tuple[int, BlockType], list[int]] = {}
    for place, block in enumerate(blocks):
        for which in [which for which in open_runs if which[0] > block.level]:
            yield open_runs.pop(which)
        if _may_title(block):
            open_runs.setdefault((block.level, block.type), []).append(place)
    yield from open_runs.values()


def _may_title(block: Block) -> bool:
    if block.type == BlockType.CLAUSE:
        return not block.marker or block.marker[0].isdigit()
    return block.type == BlockType.ARTICLE


def _has_beneath(blocks: Sequence[Block], place: int) -> bool:
    return place + 1 < len(blocks) and blocks[place + 1].level > blocks[place].level
