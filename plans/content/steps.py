"""The steps from a row of lines or words to another one, as `SequenceMatcher` tells them, in bounded time. Pure.

Its longest common stretch takes the cube of the length where everything repeats (a thousand lines "- x"). Where that
would be dear, what stands exactly once on both sides parts the two first, and what still repeats is compared place by
place: some steps more than needed, never wrong ones.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

Step = tuple[
    str, int, int, int, int
]  # "equal", "replace", "delete", "insert"; from, to in the old one; in the new
Pair = tuple[int, int]  # places of one and the same, in the old row and in the new one
DEAR = 200  # comparisons for each of the items
DEEPEST = 8  # times that a stretch is parted again


def steps_between(old: Sequence[str], new: Sequence[str]) -> list[Step]:
    steps: list[Step] = []
    at = there = begun = begun_there = 0
    for i, j in (*_common(old, new), (len(old), len(new))):
        if (i, j) != (at, there):
            if at > begun:
                steps.append(("equal", begun, at, begun_there, there))
            tag = "replace" if i > at and j > there else "delete" if i > at else "insert"
            steps.append((tag, at, i, there, j))
            begun, begun_there = i, j
        at, there = i + 1, j + 1
    if len(old) > begun:
        steps.append(("equal", begun, len(old), begun_there, len(new)))
    return steps


def _common(old: Sequence[str], new: Sequence[str], depth: int = DEEPEST) -> Iterator[Pair]:
    """What is kept, in order."""
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield from ((place, place) for place in range(start))
    middle = old[start : len(old) - end], new[start : len(new) - end]
    yield from ((start + i, start + j) for i, j in _common_between(*middle, depth))
    yield from ((len(old) - left, len(new) - left) for left in range(end, 0, -1))


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _common_between(old: Sequence[str], new: Sequence[str], depth: int) -> Iterator[Pair]:
    often, often_there = Counter(old), Counter(new)
    both = sum(times * often_there[item] for item, times in often.items())
    if both * min(len(old), len(new)) <= DEAR * (len(old) + len(new)):
        for i, j, length in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((i + step, j + step) for step in range(length))
        return
    once = {item for item, times in often.items() if times == 1 == often_there[item]} if depth else set()
    if once:
        parts = pairwise([(0, 0), *rising(old, new, once), (len(old), len(new))])
        for (i, j), (i_end, j_end) in parts:
            yield from ((i + a, j + b) for a, b in _common(old[i:i_end], new[j:j_end], depth - 1))
    else:
        yield from (
            (place, place) for place, pair in enumerate(zip(old, new, strict=False)) if pair[0] == pair[1]
        )


def rising(old: Sequence[str], new: Sequence[str], once: set[str]) -> list[Pair]:
    """Of those that stand once on both sides as many as keep their order."""
    there = {item: place for place, item in enumerate(new) if item in once}
    ends: list[int] = []  # the least place that a row of each length may end at
    chains: list[tuple[Pair, int]] = []  # each pair, and which of them stands before it
    last: list[int] = []
    for pair in ((place, there[item]) for place, item in enumerate(old) if item in once):
        length = bisect_left(ends, pair[1])
        chains.append((pair, last[length - 1] if length else -1))
        ends[length : length + 1] = [pair[1]]
        last[length : length + 1] = [len(chains) - 1]
    kept: list[Pair] = []
    at = last[-1] if last else -1
    while at >= 0:
        pair, at = chains[at]
        kept.append(pair)
    return kept[::-1]
