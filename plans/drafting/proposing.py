"""What the words propose to be: sentences that look like targets, clauses like tasks, headings that name units. Pure.

Nothing is marked by itself: a proposal is shown, and a person takes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from plans.content.markers import is_title
from plans.content.stretches import spans_of
from plans.content.task_rows import said_of_rows
from plans.content.values import Block, ChargeMark, Content, TaskMark
from plans.law.blocks import BlockType
from targets.language.assigning import handed_to, names_unit, said_in
from targets.language.headings import kind_of_heading
from targets.statements import Found

from .marking import found_in, is_detail, places_of


class ProposalKind(StrEnum):
    TARGET = "target"
    TASK = "task"
    CHARGE = "charge"


@dataclass(frozen=True)
class Proposal:
    kind: ProposalKind
    block: str  # key
    words: str  # of a target the stretch that it would lie on, else those of the block


_kind_of = lru_cache(maxsize=4096)(kind_of_heading)  # headings are asked about at every save


@dataclass
class _Above:
    """The headings that a block stands under, the nearest last."""

    headings: list[Block]
    only_points: Mapping[str, Block] = field(default_factory=dict)  # key of a heading → the one line under it

    def enter(self, block: Block) -> None:
        while self.headings and self.headings[-1].level >= block.level:
            self.headings.pop()

    @property
    def kind(self) -> str:
        """Of the nearest part whose words tell: "objectives", "tasks", "organisation", "situation", "prose"."""
        told = (_kind_of(heading.text) for heading in reversed(self.headings))
        return next((kind for kind in told if kind != "prose"), "prose")

    @property
    def is_charged(self) -> bool:
        return bool(self.headings) and self.headings[-1].charge is not None

    @property
    def is_below_task(self) -> bool:
        return any(heading.task for heading in self.headings)

    @property
    def is_below_part(self) -> bool:
        return not self.headings or self.headings[-1].type != BlockType.CLAUSE


def proposals(
    content: Content, since: int | None = None, key: str = "", *, onward: bool = False
) -> Iterator[Proposal]:
    """In the order of the paper, or of the block `key` alone.

    `since`: the first year of the plan, before which a figure is a report. `onward`: what is proposed counts for the
    lines below it as if it were taken, so that all can be taken at once.
    """
    above = _Above([], dict(_only_points(content.blocks)))
    is_made = False
    rows = said_of_rows(content.blocks)
    for block in content.blocks:
        if block.type not in (BlockType.ROW, BlockType.NOTE):
            is_made = bool(block.made_from)  # a table that lists what is marked already
        if block.type not in (BlockType.ROW, BlockType.TABLE, BlockType.NOTE):
            above.enter(block)
        if not is_made and (onward or not key or block.key == key):
            found = list(_of_block(block, above, since, rows.get(block.key)))
            yield from found
            block = _as_taken(block, found) if onward else block
        if block.type.facts.heads or block.task or block.charge:
            above.headings.append(block)


def _as_taken(block: Block, found: list[Proposal]) -> Block:
    kinds = {proposal.kind for proposal in found}
    charge = ChargeMark() if ProposalKind.CHARGE in kinds else block.charge
    return replace(block, charge=charge, task=TaskMark() if ProposalKind.TASK in kinds else block.task)


def proposals_of(content: Content, key: str, since: int | None = None) -> list[Proposal]:
    return list(proposals(content, since, key))


def _of_block(
    block: Block, above: _Above, since: int | None, said: tuple[str, ...] | None
) -> Iterator[Proposal]:
    """`said`: of a row that says a task, what it says (`said_of_rows`)."""
    if block.type in (BlockType.TABLE, BlockType.NOTE, BlockType.ANNEX):
        return
    if ProposalKind.TARGET not in block.declined:
        for words in target_words(block, above, since):
            yield Proposal(ProposalKind.TARGET, block.key, words)
    kind = _kind_of_whole(block, above, bool(said))
    if kind and kind not in block.declined:
        yield Proposal(kind, block.key, said[0] if said else block.text)


def _kind_of_whole(block: Block, above: _Above, is_row_of_work: bool) -> ProposalKind | None:
    """What the block as a whole may be."""
    if block.task or block.charge:
        return None
    if block.type == BlockType.ROW:
        return ProposalKind.TASK if is_row_of_work and above.kind != "situation" else None
    if _names_who_acts(block) and above.kind != "objectives":
        return ProposalKind.CHARGE
    return ProposalKind.TASK if _is_task(block, above) else None


def target_words(block: Block, above: _Above, since: int | None) -> Iterator[str]:
    """Stretches that promise a figure and carry no target; what only may be one counts under objectives alone."""
    taken = [span for target in block.targets for span in spans_of(block, target.id)]
    for number, runs in enumerate(block.stretches):
        text = "".join(run.text for run in runs)
        for item in found_in(text, since):
            touched = any(span.stretch == number and _overlap(item, span.start, span.end) for span in taken)
            words = text[item.start : item.end].strip(" ;,.")
            if not touched and _is_promise(item, above.kind) and places_of(block, words):
                yield words


def _is_promise(item: Found, kind: str) -> bool:
    return kind != "situation" and (item.certain or kind == "objectives")


def _overlap(item: Found, start: int, end: int) -> bool:
    return item.start < end and start < item.end


def _names_who_acts(block: Block) -> bool:
    """ "1. Công an xã", "- Đề nghị Ủy ban MTTQ:": a marked line that is nothing but a name."""
    text = block.text.strip().removesuffix(":").strip()
    if block.type == BlockType.PART or not block.marker or ":" in text or not is_title(text):
        return False
    return names_unit(text) and not handed_to(text)


def _is_task(block: Block, above: _Above) -> bool:
    if block.type not in (BlockType.CLAUSE, BlockType.PARAGRAPH, BlockType.ARTICLE) or is_detail(block):
        return False
    text = block.text.strip()
    if above.is_charged and text:
        return True
    if _says_who(text):
        return True
    is_clause = block.type == BlockType.CLAUSE and block.level == BlockType.CLAUSE.facts.usual_level
    if not (is_clause and above.kind == "tasks" and above.is_below_part and not above.is_below_task):
        return False
    point = above.only_points.get(block.key)
    return point is None or not (point.task or _says_who(point.text))


def _says_who(text: str) -> bool:
    return bool(said_in(text).get("lead") or names_unit(handed_to(text)))


_POINTS = (BlockType.CLAUSE, BlockType.PARAGRAPH)


def _only_points(blocks: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    """Headings with one line under them: where that says who does what, the heading proposes nothing beside it."""
    lines = [block for block in blocks if block.type not in (BlockType.ROW, BlockType.NOTE)]
    for place, heading in enumerate(lines):
        under = lines[place + 1 : place + 3]
        below = [block for block in under if block.level > heading.level]
        if heading.type == BlockType.CLAUSE and below and below == under[:1] and below[0].type in _POINTS:
            yield heading.key, below[0]
