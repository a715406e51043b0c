"""What a sheet changed, woven into what stands by now: only a block that two people changed is asked about. Pure.

Move and edit merge; of delete and edit the edit wins; what was put behind a block that has gone stands behind the
nearest one before it that is left. Rows stay in their tables and marks on their words, whoever moved what.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from plans.content.stretches import with_stretches
from plans.content.values import Block, keeping
from plans.law.blocks import BlockType

from .arriving import Arrived, Touched
from .digests import digest_of

START = ""  # stands before the first block
SHOWN = 60  # characters of a block in a sentence


@dataclass(frozen=True)
class BlockClash:
    """A block that two people changed; what stands is kept until the writer of this sheet chooses."""

    key: str
    theirs: Block


@dataclass(frozen=True)
class Woven:
    blocks: tuple[Block, ...]
    clashes: tuple[BlockClash, ...] = ()
    told: tuple[str, ...] = ()  # sentences: what was kept though somebody took it out
    kept: tuple[str, ...] = ()  # keys of what this sheet took out, and stands


def woven(
    standing: Sequence[Block],
    arrived: Arrived,
    gone: Callable[[], Sequence[Block]],
    new_key: Callable[[], str],
) -> Woven:
    """`gone`: blocks taken out before, in the order in which they stood; asked for where a row has lost its table."""
    return _Weaver(standing, arrived, gone, new_key).woven()


class _Order:
    """Keys one behind the other; each is put behind another in no time."""

    def __init__(self, keys: Iterable[str]):
        self.next: dict[str, str] = {}
        self.last = START
        for key in keys:
            self.put(key, self.last)

    def __contains__(self, key: str) -> bool:
        return key == START or key in self.next or key == self.last

    def put(self, key: str, behind: str) -> None:
        following = self.next.get(behind)
        self.next[behind] = key
        if following is None:
            self.last = key
        else:
            self.next[key] = following

    def __iter__(self) -> Iterator[str]:
        key = self.next.get(START)
        while key is not None:
            yield key
            key = self.next.get(key)


@dataclass
class _Weaver:
    standing: Sequence[Block]
    arrived: Arrived
    gone: Callable[[], Sequence[Block]]
    new_key: Callable[[], str]
    clashes: list[BlockClash] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.was = {block.key: block for block in self.standing}
        self.touched = {one.key: one for one in self.arrived.touched}

    def woven(self) -> Woven:
        says = self.was | {one.key: said for one in self.arrived.touched if (said := self._said(one))}
        order = self._in_order(says)
        blocks = [says[key] for key in order]
        if any(block.type in (BlockType.TABLE, BlockType.ROW) for block in blocks):
            blocks = self._with_rows_at_home(blocks)
        laid = tuple(self._with_marks_on_words(blocks))
        return Woven(laid, tuple(self.clashes), tuple(self.told), tuple(self.kept))

    # ── Words ────────────────────────────────────────────────────────────────────────────────────

    def _said(self, one: Touched) -> Block | None:
        theirs = self.was.get(one.key)
        if one.block is None or theirs is None:
            if one.block and one.over:
                self.told.append(
                    f"Đoạn “{shown(one.block)}” anh/chị sửa thì người khác vừa bỏ đi, nên vẫn giữ lại."
                )
            return one.block
        if digest_of(theirs) in (one.over, digest_of(one.block)):
            return replace(one.block, source=theirs.source)
        self.clashes.append(BlockClash(one.key, theirs))
        return theirs

    def _removed(self) -> set[str]:
        removed = set()
        for key, over in self.arrived.removed:
            theirs = self.was.get(key)
            if theirs is None or key in self.touched:
                continue
            if digest_of(theirs) == over:
                removed.add(key)
            else:
                self.kept.append(key)
                self.told.append(
                    f"Đoạn “{shown(theirs)}” anh/chị bỏ đi thì người khác vừa sửa, nên vẫn giữ lại."
                )
        return removed

    # ── Order ────────────────────────────────────────────────────────────────────────────────────

    def _in_order(self, says: dict[str, Block]) -> Iterable[str]:
        removed = self._removed()
        placed = [
            one
            for one in self.arrived.touched
            if one.key in says and (one.is_moved or one.key not in self.was)
        ]
        away = removed.union(one.key for one in placed)
        order = _Order(block.key for block in self.standing if block.key not in away)
        for one in placed:
            order.put(one.key, self._behind(one, order))
        return order

    def _behind(self, one: Touched, order: _Order) -> str:
        if not one.after:
            return START
        return next((key for key in one.after if key in order), order.last)

    # ── Tables ───────────────────────────────────────────────────────────────────────────────────

    def _with_rows_at_home(self, blocks: list[Block]) -> list[Block]:
        """A row that stands in no table goes back into its own; a table that was taken out comes back with it."""
        home = [*self.standing, *self.gone()] if any(_strays(blocks)) else []
        for row in list(_strays(blocks)):
            blocks = _brought_home(row, blocks, self._before(row, home), home)
        return [*_with_heads_in_bounds(blocks)][::-1]

    def _before(self, row: Block, home: Sequence[Block]) -> list[str]:
        """Keys of the blocks before it, the nearest first: as its sheet says, and as it stood."""
        keys = [block.key for block in home]
        stood = keys[: keys.index(row.key)][::-1] if row.key in keys else []
        return [*(self.touched[row.key].after if row.key in self.touched else ()), *stood]

    # ── What hangs on words ──────────────────────────────────────────────────────────────────────

    def _with_marks_on_words(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """Each mark on the words of one block; calls of notes that are gone are gone with them."""
        notes = {block.key for block in blocks if block.type == BlockType.NOTE}
        taken = {mark.id for block in blocks if self._is_left_alone(block) for mark in block.targets}
        for block in blocks:
            if not self._is_left_alone(block):
                block = self._with_own_marks(block, taken, notes)
            own = {mark.id for mark in block.targets}
            if any(mark not in own and mark not in notes for mark in _marks_on(block)):
                block = _keeping(block, own | notes)
            yield block

    def _is_left_alone(self, block: Block) -> bool:
        return self.was.get(block.key) is block

    def _with_own_marks(self, block: Block, taken: set[str], notes: set[str]) -> Block:
        """A mark that lies on another block already gets an id of its own here."""
        on_words = set(_marks_on(block))
        names = {mark.id: mark.id for mark in block.targets if mark.id in on_words}
        names = {old: self.new_key() if old in taken or old in notes else old for old in names}
        taken.update(names.values())
        targets = tuple(replace(mark, id=names[mark.id]) for mark in block.targets if mark.id in names)
        if all(old == new for old, new in names.items()):
            return block if len(targets) == len(block.targets) else replace(block, targets=targets)
        stretches = [
            tuple(replace(run, marks=tuple(names.get(mark, mark) for mark in run.marks)) for run in runs)
            for runs in block.stretches
        ]
        return replace(with_stretches(block, stretches), targets=targets)


def _strays(blocks: Iterable[Block]) -> Iterator[Block]:
    """Rows that stand in no table."""
    in_table = False
    for block in blocks:
        if block.type == BlockType.ROW:
            if not in_table:
                yield block
        elif block.type != BlockType.NOTE:
            in_table = block.type == BlockType.TABLE


def _brought_home(
    row: Block, blocks: list[Block], before: Sequence[str], home: Sequence[Block]
) -> list[Block]:
    strays = {stray.key for stray in _strays(blocks)}
    if row.key not in strays:
        return blocks
    rest = [block for block in blocks if block.key != row.key]
    places = {
        block.key: place
        for place, block in enumerate(rest)
        if block.type in (BlockType.ROW, BlockType.TABLE) and block.key not in strays
    }
    behind = next((places[key] for key in before if key in places), None)
    if behind is not None:
        return [*rest[: behind + 1], row, *rest[behind + 1 :]]
    kinds = {block.key: block for block in home if block.type == BlockType.TABLE}
    table = next((kinds[key] for key in before if key in kinds), None)
    if table is None:
        return blocks  # of no table that ever stood here: refused by the writer
    place = blocks.index(row)
    return [*blocks[:place], table, *blocks[place:]]


def _with_heads_in_bounds(blocks: Sequence[Block]) -> Iterator[Block]:
    """From the last to the first; a table has no more head rows than rows."""
    rows = 0
    for block in reversed(blocks):
        if block.type == BlockType.TABLE:
            yield block if block.head_rows <= rows else replace(block, head_rows=rows)
            rows = 0
        else:
            rows += block.type == BlockType.ROW
            yield block


def _marks_on(block: Block) -> Iterator[str]:
    return (mark for runs in block.stretches for run in runs for mark in run.marks)


def _keeping(block: Block, known: set[str]) -> Block:
    return with_stretches(block, [keeping(runs, known.__contains__) for runs in block.stretches])


def shown(block: Block) -> str:
    text = block.printed
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
