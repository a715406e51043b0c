"""Numbers that run on: which headings jump or repeat, and the same blocks numbered in order. Pure.

Markers are words: nothing is ever numbered by itself. A series that begins anew at its first number ("1." after "3.")
is a new list, not a slip.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from childlabour.core.vietnamese import read_roman, roman

from .markers import LETTERS
from .values import Block

_NUMBERED = re.compile(
    r"^(?P<before>(?:\w+ )?(?:\d{1,2}\.)*)(?P<last>\d{1,3}|[IVXLC]{1,7}|[a-zđ])(?P<end>[.):]?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ordinal:
    """A marker as a place in a series: of "1.2." the series is ("1.", "digits", ".") and the place 2."""

    series: tuple[str, str, str]
    place: int


@dataclass(frozen=True)
class Slip:
    block: Block
    after: str  # the marker before it
    right: str  # what it would be if the series ran on


def slips(blocks: Sequence[Block]) -> list[Slip]:
    """Headings whose number does not follow that of the sibling before, in the order of the paper."""
    found: list[Slip] = []
    siblings = _Siblings()
    for block in blocks:
        step = step_of(block.marker)
        before = siblings.before(block, step)
        if before and step and not _follows(before.place, step.place):
            after, right = (written(step, place) for place in (before.place, before.place + 1))
            found.append(Slip(block, after, right))
        siblings.note(block, step)
    return found


def renumbered(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Every series runs on from its first number; everything else stays as it is."""
    done: list[Block] = []
    siblings, as_it_was = _Siblings(), _Siblings()
    for block in blocks:
        step = step_of(block.marker)
        before, stood = siblings.before(block, step), as_it_was.before(block, step)
        as_it_was.note(block, step)
        begins_anew = step and stood and step.place == 1 and stood.place > 1
        if before and step and not begins_anew:
            step = replace(step, place=before.place + 1)
            block = replace(block, marker=written(step, step.place))
        siblings.note(block, step)
        done.append(block)
    return tuple(done)


@lru_cache(maxsize=4096)
def step_of(marker: str) -> Ordinal | None:
    """None for a dash, for words and for what no series has."""
    found = _NUMBERED.match(marker)
    if not found:
        return None
    before, last, end = found["before"], found["last"], found["end"]
    if last.isdecimal():
        return Ordinal((before, "digits", end), int(last))
    if end == ")" and last.lower() in LETTERS:
        return Ordinal((before, "letters", end), LETTERS.index(last.lower()) + 1)
    try:
        return Ordinal((before, "roman", end), read_roman(last)) if last.isupper() else None
    except ValueError:
        return None


def written(step: Ordinal, place: int) -> str:
    before, signs, end = step.series
    if signs == "letters" and place <= len(LETTERS):
        return f"{before}{LETTERS[place - 1]}{end}"
    return f"{before}{roman(place) if signs == 'roman' else place}{end}"


def _follows(was: int, here: int) -> bool:
    begins_anew = here == 1 and was > 1
    return here == was + 1 or begins_anew


class _Siblings:
    """The last numbered heading of each level under the headings that are open."""

    def __init__(self) -> None:
        self._last: dict[int, tuple[Block, Ordinal]] = {}

    def before(self, block: Block, step: Ordinal | None) -> Ordinal | None:
        """The step of the sibling before: of its level, its type and its series, under the same heading."""
        sibling, at = self._last.get(block.level, (None, None))
        alike = sibling and at and step and sibling.type == block.type and at.series == step.series
        return at if alike and block.type.facts.heads else None

    def note(self, block: Block, step: Ordinal | None) -> None:
        if not block.type.facts.heads:
            return
        self._last = {level: pair for level, pair in self._last.items() if level < block.level}
        if step:
            self._last[block.level] = (block, step)
