"""What a person decided about a reading, applied to it: refused, corrected, put back. Pure.

Words of the body are written on the paper, once it is a draft; here only marks are decided, the head, slips, and what
was left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

from plans.content.stretches import with_stretches
from plans.content.values import (
    Block,
    Content,
    Ground,
    Receiver,
    Runs,
    TargetMark,
    cut,
    keeping,
    plain,
    tidy,
)
from plans.law.blocks import BlockType
from targets.statements import Statement

from .bringing_back import taken_back
from .readings import Doubtful, FileRead


@dataclass(frozen=True)
class Parts:
    """What a target says, as a person sees it."""

    statement: Statement
    group: str


@dataclass(frozen=True)
class Decisions:
    """Every decision of one review, by the ids and keys of the reading that was shown."""

    title: str
    place: str
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    targets: frozenset[str]  # the kept ones, by id
    tasks: frozenset[str]  # the kept ones, by the key of the block; so are charges
    charges: frozenset[str]
    citations: frozenset[int]
    parts: dict[str, Parts] = field(
        default_factory=dict
    )  # of targets, where they are otherwise than was read
    slips: frozenset[str] = frozenset()  # findings whose suggestion is taken
    put_back: frozenset[int] = frozenset()  # lines that were left out


def as_proposed(reading: FileRead) -> Decisions:
    """Everything taken as it was read."""
    content = reading.content
    return Decisions(
        title=content.title,
        place=reading.head.place,
        recipients=tuple(receiver.text for receiver in content.recipients),
        authority=content.signature_lines,
        signer=content.signer,
        targets=frozenset(mark.id for _, mark in content.targets),
        tasks=frozenset(block.key for block, _ in content.tasks),
        charges=frozenset(block.key for block in content.blocks if block.charge),
        citations=frozenset(range(len(content.citations))),
    )


def decided(reading: FileRead, decisions: Decisions) -> Content:
    """The content as it will be laid; of what was refused the words stay in their place, unmarked."""
    slips = _by_place(reading, decisions.slips)
    blocks = _with_lines_back(reading, decisions.put_back)
    head = slips.get("", ())
    return Content(
        title=_corrected(decisions.title, head),
        addressees=tuple(_corrected(line, head) for line in reading.content.addressees),
        citations=tuple(
            _ground(ground, head)
            for number, ground in enumerate(reading.content.citations)
            if number in decisions.citations
        ),
        blocks=tuple(_with_slips(_marked(block, decisions), slips.get(block.key, ())) for block in blocks),
        recipients=tuple(Receiver(_corrected(line, head)) for line in decisions.recipients),
        signature_lines=decisions.authority,
        signer=decisions.signer,
        beside=reading.content.beside,
        handling=reading.content.handling,
    )


# ── Marks ────────────────────────────────────────────────────────────────────────────────────────


def _marked(block: Block, decisions: Decisions) -> Block:
    refused = {mark.id for mark in block.targets} - decisions.targets
    if refused:
        stretches = [keeping(runs, lambda mark: mark not in refused) for runs in block.stretches]
        block = with_stretches(block, stretches)
    return replace(
        block,
        targets=tuple(
            _with_parts(mark, decisions.parts.get(mark.id))
            for mark in block.targets
            if mark.id in decisions.targets
        ),
        task=block.task if block.key in decisions.tasks else None,
        charge=block.charge if block.key in decisions.charges else None,
    )


def _with_parts(mark: TargetMark, parts: Parts | None) -> TargetMark:
    """What is otherwise than the words say is given beside them."""
    if parts is None:
        return mark
    given = frozenset(
        part.name
        for part in fields(Statement)
        if getattr(parts.statement, part.name) != getattr(mark.statement, part.name)
    )
    return replace(mark, statement=parts.statement, group=parts.group, given=mark.given | given)


# ── What was left out ────────────────────────────────────────────────────────────────────────────


def _with_lines_back(reading: FileRead, lines: Iterable[int]) -> list[Block]:
    """Each as a paragraph behind the block that stands before it in the source, or before all of them."""
    blocks = list(reading.content.blocks)
    for number in sorted(lines, reverse=True):
        at = _place_behind(blocks, _block_before(reading, number))
        level = _level_behind(blocks[at - 1]) if at else 1
        blocks.insert(at, taken_back(reading, number, level))
    return blocks


def _block_before(reading: FileRead, number: int) -> str:
    return next((line.block for line in reversed(reading.lines[:number]) if line.block), "")


def _place_behind(blocks: list[Block], key: str) -> int:
    """Behind the whole table, where the block is a row: no paragraph stands between two rows."""
    at = next((place for place, block in enumerate(blocks) if block.key == key), -1) + 1
    while 0 < at < len(blocks) and blocks[at].type in (BlockType.ROW, BlockType.NOTE):
        at += 1
    return at


def _level_behind(block: Block) -> int:
    if block.type is BlockType.ROW:
        return block.level - 1
    return block.level if block.type in (BlockType.PARAGRAPH, BlockType.NOTE) else block.level + 1


# ── Slips ────────────────────────────────────────────────────────────────────────────────────────


def _by_place(reading: FileRead, taken: frozenset[str]) -> dict[str, tuple[Doubtful, ...]]:
    """Slips by the key of the block they stand in, "" for head and foot; from the last of a line to its first."""
    found: dict[str, list[Doubtful]] = {}
    for slip in reading.slips:
        if slip.id in taken and slip.line is not None and slip.words and slip.suggestion:
            found.setdefault(reading.lines[slip.line].block, []).append(slip)
    return {
        key: tuple(sorted(slips, key=lambda slip: (slip.line or 0, slip.at), reverse=True))
        for key, slips in found.items()
    }


def _with_slips(block: Block, slips: tuple[Doubtful, ...]) -> Block:
    for slip in slips:
        block = _with_slip(block, slip)
    return block


def _with_slip(block: Block, slip: Doubtful) -> Block:
    """The suggestion where the slip stands, and wherever what hangs on the block says those words again."""
    stretches = list(block.stretches)
    for number, runs in enumerate(stretches):
        if (at := _place_of(slip, plain(runs))) >= 0:
            stretches[number] = _rewritten(runs, at, slip)
            break
    else:
        return block
    once = (slip,)
    task, charge = block.task, block.charge
    if task:
        task = replace(
            task, units_said=_corrected(task.units_said, once), product=_corrected(task.product, once)
        )
    if charge:
        charge = replace(charge, units_said=_corrected(charge.units_said, once))
    targets = tuple(replace(mark, sentence=_corrected(mark.sentence, once)) for mark in block.targets)
    return replace(with_stretches(block, stretches), targets=targets, task=task, charge=charge)


def _place_of(slip: Doubtful, text: str) -> int:
    if text[slip.at : slip.at + len(slip.words)] == slip.words:
        return slip.at
    return text.find(slip.words)


def _rewritten(runs: Runs, at: int, slip: Doubtful) -> Runs:
    """In the look, and with the marks, of the first of the words that were there."""
    end = at + len(slip.words)
    first = cut(runs, at, at + 1)[0]
    return tidy((*cut(runs, 0, at), replace(first, text=slip.suggestion), *cut(runs, end, len(plain(runs)))))


def _corrected(text: str, slips: tuple[Doubtful, ...]) -> str:
    for slip in slips:
        text = text.replace(slip.words, slip.suggestion, 1)
    return text


def _ground(ground: Ground, slips: tuple[Doubtful, ...]) -> Ground:
    return replace(ground, text=_corrected(ground.text, slips))
