"""Small numbers of people are not published, and cannot be reckoned back from what is. Pure.

A number of 1 to 4 in a cell hides the whole cell (both numbers and the share). What is left out must not come back by
subtraction from the total, so more cells are hidden, the smallest first, until the hidden ones together are no small
number either. Where even all of them are, the total goes too.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

SMALLEST_SHOWN = 5
Numbers = tuple[Decimal, Decimal | None]  # what is reached, of how many; None for a count


@dataclass(frozen=True)
class Hidden:
    cells: frozenset[Hashable]
    total: bool


def is_small(numbers: Numbers) -> bool:
    """Whether it tells of 1 to 4 people: of those reached, or of all."""
    return any(number is not None and 0 < number < SMALLEST_SHOWN for number in numbers)


def hidden_in(cells: Mapping[Hashable, Numbers]) -> Hidden:
    """Which cells of a table stay out of sight, and whether its total does."""
    hidden = [place for place, numbers in cells.items() if is_small(numbers)]
    others = sorted(
        (place for place in cells if place not in hidden), key=lambda place: (_size(cells[place]), str(place))
    )
    while hidden and others and not _is_safe([cells[place] for place in hidden]):
        hidden.append(others.pop(0))
    unsafe = bool(hidden) and not _is_safe([cells[place] for place in hidden])
    return Hidden(frozenset(hidden), total=unsafe or (bool(cells) and is_small(_sum(cells.values()))))


def _is_safe(numbers: list[Numbers]) -> bool:
    """Two at least, so that none is what is missing from the total; and together no small number."""
    return len(numbers) > 1 and not is_small(_sum(numbers))


def _sum(numbers: Iterable[Numbers]) -> Numbers:
    numbers = list(numbers)
    counts = [denominator for _, denominator in numbers if denominator is not None]
    return sum((n for n, _ in numbers), Decimal(0)), sum(counts, Decimal(0)) if counts else None


def _size(numbers: Numbers) -> Decimal:
    numerator, denominator = numbers
    return numerator if denominator is None else denominator
