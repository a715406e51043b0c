"""Two writers of one text: what was sent out, what was typed over it, what stands by now. Pure.

What was sent out comes back as a line of digests (`Sent`), so nothing is kept here of an open page. Lines that the
writer left alone are whatever stands now, lines that nobody else touched are as the writer typed them. Only a line
that both changed is asked about (`Clash`).
"""

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from plans.content.lines import BodyLine, blocks_said, likely_pairs, lines_in, lines_of
from plans.content.steps import steps_between
from plans.content.values import Block

DIGEST = 6  # bytes: of a hundred thousand drafts at their longest, one in a hundred would mistake a line


@lru_cache(maxsize=10_000)
def digest(line: str) -> str:
    return base64.urlsafe_b64encode(hashlib.blake2b(line.encode(), digest_size=DIGEST).digest()).decode()


@dataclass(frozen=True)
class SentLine:
    """A line of the writer's text: of which block, and how it read when it was sent."""

    key: str
    said: str  # digest


Sent = tuple[SentLine, ...]


def sent(lines: Iterable[BodyLine]) -> Sent:
    return tuple(SentLine(line.key, digest(line.text)) for line in lines)


def as_text(lines: Sent) -> str:
    """Some 26 bytes a line."""
    return " ".join(f"{line.key}:{line.said}" for line in lines)


def sent_from(text: str) -> Sent:
    """What `as_text` wrote; a word of another shape, or a key once more, is left out."""
    found: dict[str, SentLine] = {}
    for word in text.split():
        key, _, said = word.partition(":")
        if key and said:
            found.setdefault(key, SentLine(key, said))
    return tuple(found.values())


@dataclass(frozen=True)
class Clash:
    """A line that two people changed."""

    key: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Merged:
    """The blocks; as they stand, and nothing else, where there is a clash that nobody decided."""

    blocks: tuple[Block, ...]
    clashes: tuple[Clash, ...] = ()
    kept_though_removed: tuple[str, ...] = ()  # lines that the writer took out while another changed them
    kept_though_gone: tuple[str, ...] = ()  # lines that the writer changed while another took them out


def merged(
    before: Sent,
    typed: str,
    now: Sequence[Block],
    ours: bool | None = None,
    lines_now: list[BodyLine] | None = None,
    gone: Callable[[], Sequence[Block]] = tuple,
) -> Merged:
    """`typed` over `before`, where `now` stands; what `before` does not name was not open, and stays where it is.

    `ours`: of a clash the writer's line (True) or the one that stands (False); None asks. `lines_now`: those of `now`,
    where they are at hand. `gone`: blocks that were taken out before, asked for where a line is new.
    """
    return _Merger(before, lines_in(typed), now, lines_now or lines_of(now), ours, gone).merged()


@dataclass
class _Typed:
    """A line of the writer's: what it was (if anything), and whether it was changed."""

    line: BodyLine
    of: SentLine | None = None
    is_changed: bool = True
    name: str = ""  # of its block, or one of its own until that has a key


@dataclass
class _Merger:
    before: Sent
    lines: list[BodyLine]
    now: Sequence[Block]
    lines_now: list[BodyLine]
    ours: bool | None
    gone: Callable[[], Sequence[Block]]
    clashes: list[Clash] = field(default_factory=list)
    kept_though_removed: list[str] = field(default_factory=list)
    kept_though_gone: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.standing = {line.key: line for line in self.lines_now}
        self.opened = {of.key: of for of in self.before}

    def merged(self) -> Merged:
        typed = self._typed()
        woven = self._woven(typed)
        if self.clashes:
            return Merged(tuple(self.now), tuple(self.clashes))
        lines = [line for _, line in woven]
        blocks = tuple(self.now)
        if lines != self.lines_now:
            gone = self.gone() if self.kept_though_gone or any(line.of is None for line in typed) else ()
            was = _in_order_of(lines, (*_back_again(lines, gone, self.now), *self.now))
            blocks = blocks_said(lines, was, gone=gone, lines_were=self.lines_now)
        return Merged(blocks, (), tuple(self.kept_though_removed), tuple(self.kept_though_gone))

    # ── What became of each line ─────────────────────────────────────────────────────────────────

    def _typed(self) -> list[_Typed]:
        """Which typed line was which; the same line elsewhere is a move."""
        typed = [_Typed(line, name=f" {place}") for place, line in enumerate(self.lines)]
        digests = [digest(line.text) for line in self.lines]
        left: list[SentLine] = []
        for tag, i1, i2, j1, j2 in steps_between([line.said for line in self.before], digests):
            if tag == "equal":
                for line, of in zip(typed[j1:j2], self.before[i1:i2], strict=True):
                    line.of, line.is_changed = of, False
            elif tag == "replace":
                left += self._pair(typed[j1:j2], self.before[i1:i2])
            elif tag == "delete":
                left += self.before[i1:i2]
        self._find_moved(typed, digests, left)
        for line in typed:
            line.name = line.of.key if line.of else line.name
        return typed

    def _pair(self, typed: list[_Typed], before: Sent) -> list[SentLine]:
        """Changed lines and what they were; returns what none of them was."""
        known = [self.standing[of.key].text if of.key in self.standing else "" for of in before]
        pairs = likely_pairs(known, [line.line.text for line in typed])
        if len(before) == 1 and len(self.before) == 1 and all(place is None for place in pairs):
            pairs[0] = 0  # the only line that was open, however it was rewritten
        for line, place in zip(typed, pairs, strict=True):
            line.of = before[place] if place is not None else None
        used = {place for place in pairs if place is not None}
        return [of for place, of in enumerate(before) if place not in used]

    def _find_moved(self, typed: list[_Typed], digests: list[str], left: list[SentLine]) -> None:
        by_digest = {of.said: of for of in reversed(left)}
        for line, own in zip(typed, digests, strict=True):
            if line.of is None and own in by_digest:
                line.of, line.is_changed = by_digest.pop(own), False

    def _line(self, typed: _Typed) -> BodyLine | None:
        """How the merged text has a line of the writer's; None where another took out what he left alone."""
        if typed.of is None:
            return typed.line
        theirs = self.standing.get(typed.of.key)
        mine = replace(typed.line, key=typed.of.key)
        if theirs and typed.line is self.lines[0]:
            mine = replace(mine, parted=theirs.parted)  # no empty line can be typed before the first
        if theirs is None:
            if typed.is_changed:
                self.kept_though_gone.append(mine.text)
            return mine if typed.is_changed else None
        if not typed.is_changed:
            return replace(theirs, parted=mine.parted)
        if digest(theirs.text) in (typed.of.said, digest(mine.text)):
            return mine
        return self._decided(mine, theirs)

    def _decided(self, mine: BodyLine, theirs: BodyLine) -> BodyLine:
        if self.ours is None:
            self.clashes.append(Clash(mine.key, mine.text, theirs.text))
        return theirs if self.ours is False else mine

    # ── Their order and mine ─────────────────────────────────────────────────────────────────────

    def _woven(self, typed: list[_Typed]) -> list[tuple[str, BodyLine]]:
        said = {line.name: self._line(line) for line in typed}
        mine = [(line.name, text) for line in typed if (text := said[line.name])]
        theirs = [
            (line.key, said.get(line.key) or line) for line in self.lines_now if self._stays(line, said)
        ]
        my_order = [line.of.key for line in typed if line.of]
        mine_there = set(my_order)
        has_moved = my_order != [of.key for of in self.before if of.key in mine_there]
        return _woven(mine, theirs) if has_moved else _woven(theirs, mine, self._key_before_it())

    def _stays(self, line: BodyLine, said: dict[str, BodyLine | None]) -> bool:
        """Of the lines that stand all but those that the writer took out and nobody changed."""
        was = self.opened.get(line.key)
        if was is None or line.key in said:
            return True
        if digest(line.text) == was.said:
            return False
        self.kept_though_removed.append(line.text)
        return True

    def _key_before_it(self) -> str:
        """Of the line that stands before all that were open; what is typed above them follows it."""
        before = [line.key for line in takewhile(lambda line: line.key not in self.opened, self.lines_now)]
        return before[-1] if before and len(before) < len(self.lines_now) else ""


def _woven(
    frame: list[tuple[str, BodyLine]], others: list[tuple[str, BodyLine]], last: str = ""
) -> list[tuple[str, BodyLine]]:
    """`frame` in its order, and what only `others` have behind the nearest before it that both have, or `last`."""
    names = {name for name, _ in frame}
    behind: dict[str, list[tuple[str, BodyLine]]] = {}
    for name, line in others:
        if name in names:
            last = name
        else:
            behind.setdefault(last, []).append((name, line))
    return [
        *behind.get("", []),
        *(item for name, line in frame for item in ((name, line), *behind.get(name, []))),
    ]


def _back_again(lines: Sequence[BodyLine], gone: Sequence[Block], now: Sequence[Block]) -> Iterator[Block]:
    """Those that were taken out and whose lines stand all the same, with what hung on them and on nothing else now."""
    standing = {block.key for block in now}
    keys = {line.key for line in lines} - standing
    elsewhere = {mark.id for block in now for mark in block.targets}
    for block in gone:
        if block.key in keys:
            yield replace(block, targets=tuple(mark for mark in block.targets if mark.id not in elsewhere))


def _in_order_of(lines: Sequence[BodyLine], blocks: Sequence[Block]) -> list[Block]:
    """The blocks in the order of these lines; what no line names (a table, what is out) before what it led to."""
    kept = {line.key for line in lines}
    by_key = {block.key: block for block in blocks}
    ahead: dict[str, list[Block]] = {}
    waiting: list[Block] = []
    for block in blocks:
        if block.key in kept:
            ahead[block.key] = waiting
            waiting = []
        else:
            waiting.append(block)
    ordered = [
        found
        for line in lines
        if line.key in by_key
        for found in (*ahead.get(line.key, ()), by_key[line.key])
    ]
    return [*ordered, *waiting]
