"""Whether a promise is kept by what was reached. Exact: shares are compared crosswise and never rounded. Pure."""

from decimal import Decimal
from fractions import Fraction

from targets.statements import Comparator, Direction, Statement


def reached(
    statement: Statement, numerator: Decimal | None, denominator: Decimal | None, per: int | None
) -> bool | None:
    """None: nothing to judge by, or the sentence sets no level ("giảm tối đa", "giảm 10% so với năm 2022")."""
    found = exact(numerator, denominator, per)
    if found is None or statement.value is None or statement.change:
        return None
    return compared(statement.comparator, statement.direction, found, Fraction(statement.value))


def exact(numerator: Decimal | None, denominator: Decimal | None, per: int | None) -> Fraction | None:
    """What was reached in the unit of its target."""
    if numerator is None:
        return None
    if per is None:
        return Fraction(numerator)
    return Fraction(numerator) * per / Fraction(denominator) if denominator else None


def compared(
    comparator: Comparator | None, direction: str, found: Fraction, promised: Fraction
) -> bool | None:
    match comparator:
        case Comparator.ABOVE:
            return found > promised
        case Comparator.AT_LEAST:
            return found >= promised
        case Comparator.BELOW:
            return found < promised
        case Comparator.AT_MOST:
            return found <= promised
        case Comparator.EQUAL:
            # "đạt 90%" is kept by more, "giảm còn 5%" by less.
            return found <= promised if direction == Direction.DOWN else found >= promised
        case _:
            return None


def due_by(start: Fraction, since: int, promised: Fraction, horizon: int, year: int) -> Fraction | None:
    """Where the straight way from what was there in `since` to the promise of `horizon` leads through in `year`."""
    if horizon <= since or not since <= year <= horizon:
        return None
    return start + (promised - start) * Fraction(year - since, horizon - since)
