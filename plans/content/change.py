"""What one body says otherwise than another. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .later import frozen_block, hangs_later
from .steps import rising
from .values import Block, inherited


@dataclass(frozen=True)
class Change:
    """From the blocks `before` to those `after`, both by key; sets of keys are in the order of the paper."""

    before: dict[str, Block]
    after: dict[str, Block]
    places: dict[str, int]  # of those after
    touched: tuple[str, ...]  # new, or saying something else
    gone: tuple[str, ...]
    is_arranged_anew: bool
    moved: tuple[
        str, ...
    ]  # as few as tell the new order: what stands behind an insert keeps its place among the others
    given_anew: tuple[str, ...]  # tasks that the heading above gives to others than before

    @classmethod
    def between(cls, before: Sequence[Block], after: Sequence[Block]) -> "Change":
        old, new = ({block.key: block for block in blocks} for blocks in (before, after))
        is_arranged_anew = list(old) != list(new)
        above, was_above = inherited(tuple(after)), inherited(tuple(before))
        return cls(
            before=old,
            after=new,
            places={key: place for place, key in enumerate(new)},
            touched=tuple(key for key, block in new.items() if old.get(key) != block),
            gone=tuple(key for key in old if key not in new),
            is_arranged_anew=is_arranged_anew,
            moved=_moved(list(old), list(new)) if is_arranged_anew else (),
            given_anew=tuple(key for key in new if above.get(key) != was_above.get(key)),
        )

    @property
    def is_one(self) -> bool:
        return bool(self.touched or self.gone or self.given_anew) or self.is_arranged_anew

    @property
    def left_alone(self) -> frozenset[str]:
        return frozenset(self.after).difference(self.touched)

    @property
    def keys(self) -> tuple[str, ...]:
        """Of the blocks whose rows change."""
        return (*self.touched, *self.gone)

    def adds_only(self, key: str) -> bool:
        """Whether of a block that was frozen only what came later changed: the rows of the rest stay as they are, and
        are not even reckoned anew (their order, their group may be told otherwise by now).
        """
        before, after = self.before.get(key), self.after[key]
        if before is None or not (hangs_later(before) or hangs_later(after)):
            return False
        return frozen_block(before) == frozen_block(after)

    def touches(self, part: str) -> bool:
        """Whether something of the kind `part` ("targets", "task", "charge") hangs or hung on what changes."""
        old = (self.before[key] for key in self.keys if key in self.before)
        new = (self.after[key] for key in self.touched)
        return any(getattr(block, part) for block in (*old, *new))


def _moved(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    both = set(old).intersection(new)
    kept = {new[place] for _, place in rising(old, new, both)}
    return tuple(key for key in new if key in both and key not in kept)
