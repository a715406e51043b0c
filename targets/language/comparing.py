"""Our target beside the upper level's: does it ask for more, the same or less?"""

from decimal import Decimal

from childlabour.core.vietnamese import search_key
from targets.language.parts import Comparator, Direction, Standing, Statement

_EXTREMES = (Comparator.MINIMISE, Comparator.MAXIMISE)
_STRICT = (Comparator.ABOVE, Comparator.BELOW)


def compare(ours: Statement, upper: Statement) -> Standing | None:
    """How much ours demands beside the upper target; None when the two cannot be measured on one scale.

    Aware of direction (of two falling targets the lower is the stronger) and of strictness: "trên 72%" asks
    for more than "72%", "dưới 1%" for more than "xuống 1%". Whether both speak of the same people is for the
    caller to know: only linked targets are compared.
    """
    if ours.comparator in _EXTREMES or upper.comparator in _EXTREMES:
        return Standing.SAME if ours.comparator is upper.comparator else None
    if ours.value is None or upper.value is None or not _on_one_scale(ours, upper):
        return None
    ours_first, upper_first = _demand(ours, ours.value), _demand(upper, upper.value)
    if ours_first == upper_first:
        return Standing.SAME
    return Standing.STRONGER if ours_first > upper_first else Standing.WEAKER


def is_weaker(ours: Statement, upper: Statement) -> bool:
    """Whether ours asks for less than the upper target: it then needs a reason."""
    return compare(ours, upper) is Standing.WEAKER


def _on_one_scale(ours: Statement, upper: Statement) -> bool:
    if search_key(ours.unit) != search_key(upper.unit) or ours.change != upper.change:
        return False
    return _falls(ours) == _falls(upper)


def _falls(statement: Statement) -> bool:
    """Whether the target falls; of a level the lower value is then the better, of a change the larger."""
    if statement.change:
        return statement.direction is Direction.DOWN
    if statement.comparator in (Comparator.BELOW, Comparator.AT_MOST):
        return True
    if statement.comparator in (Comparator.ABOVE, Comparator.AT_LEAST):
        return False
    return statement.direction is Direction.DOWN


def _demand(statement: Statement, value: Decimal) -> tuple[Decimal, bool]:
    less_is_more = _falls(statement) and not statement.change
    return -value if less_is_more else value, statement.comparator in _STRICT
