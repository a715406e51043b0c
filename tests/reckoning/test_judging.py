"""A promise is kept or not at its very border, and arithmetic on many figures is exact."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.reckoning.judging import due_by, reached
from targets.reckoning.metrics import per_of, value_of
from targets.statements import Comparator, Direction, Statement

PROMISE = Statement(comparator=Comparator.ABOVE, value=Decimal(72), unit="%", population="trẻ em", outcome="")


def kept(comparator, numerator, denominator=100, *, value=72, direction=Direction.UP, **parts):
    statement = replace(PROMISE, comparator=comparator, value=Decimal(value), direction=direction, **parts)
    return reached(statement, Decimal(numerator), Decimal(denominator), 100)


@pytest.mark.parametrize(
    ("comparator", "direction", "below", "at", "above"),
    [
        (Comparator.ABOVE, Direction.UP, False, False, True),
        (Comparator.AT_LEAST, Direction.UP, False, True, True),
        (Comparator.EQUAL, Direction.UP, False, True, True),
        (Comparator.EQUAL, Direction.HOLD, False, True, True),
        (Comparator.EQUAL, Direction.DOWN, True, True, False),
        (Comparator.BELOW, Direction.DOWN, True, False, False),
        (Comparator.BELOW, Direction.HOLD, True, False, False),
        (Comparator.AT_MOST, Direction.DOWN, True, True, False),
    ],
)
def test_each_comparator_at_its_border(comparator, direction, below, at, above):
    found = tuple(kept(comparator, numerator, direction=direction) for numerator in (71, 72, 73))
    assert found == (below, at, above)


def test_the_border_is_exact_where_a_rounded_share_would_lie_on_it():
    assert kept(Comparator.ABOVE, 720001, 1000000) is True
    assert kept(Comparator.ABOVE, 719999, 1000000) is False
    assert kept(Comparator.AT_LEAST, 1, 3, value="33.3333") is True
    assert kept(Comparator.AT_LEAST, 1, 3, value="33.3334") is False


@pytest.mark.parametrize("comparator", [Comparator.MINIMISE, Comparator.MAXIMISE, None])
def test_a_promise_without_a_level_is_not_judged(comparator):
    assert reached(replace(PROMISE, comparator=comparator, value=None), Decimal(1), Decimal(2), 100) is None


def test_a_change_is_not_judged_as_a_level():
    assert kept(Comparator.EQUAL, 10, value=10, change=True) is None


def test_without_a_figure_nothing_is_judged():
    assert reached(PROMISE, None, None, 100) is None
    assert reached(PROMISE, Decimal(0), Decimal(0), 100) is None


def test_a_count_is_judged_by_itself():
    clubs = replace(PROMISE, comparator=Comparator.AT_LEAST, value=Decimal(10), unit="câu lạc bộ")
    assert [reached(clubs, Decimal(n), None, None) for n in (9, 10)] == [False, True]


def test_a_rate_is_reckoned_in_its_own_unit():
    rate = replace(PROMISE, comparator=Comparator.BELOW, value=Decimal("4.5"), unit="/1.000")
    assert per_of("/1.000") == 1000
    assert per_of("‰") == 1000
    assert per_of("trẻ/100.000") == 100000
    assert per_of("lớp") is None
    assert reached(rate, Decimal(9), Decimal(2000), 1000) is False
    assert reached(rate, Decimal(8), Decimal(2000), 1000) is True


counts = st.integers(min_value=0, max_value=10**9)


@given(st.lists(st.tuples(counts, counts), min_size=1, max_size=20))
def test_the_share_of_all_is_that_of_their_sums_and_lies_between_theirs(units):
    pairs = [(min(a, b), max(a, b)) for a, b in units if max(a, b)]
    numerators, denominators = sum(n for n, _ in pairs), sum(d for _, d in pairs)
    value = value_of(Decimal(numerators), Decimal(denominators), 100)
    if not pairs:
        assert value is None
    else:
        shares = [Fraction(n * 100, d) for n, d in pairs]
        together = Fraction(numerators * 100, denominators)
        assert min(shares) <= together <= max(shares)
        assert abs(Fraction(value) - together) < Fraction(1, 10**20)


@given(counts, st.integers(1, 10**9), st.decimals(0, 100, places=4))
def test_above_and_at_most_never_agree(numerator, denominator, value):
    found = {
        comparator: kept(comparator, numerator, denominator, value=value)
        for comparator in (Comparator.ABOVE, Comparator.AT_MOST, Comparator.BELOW, Comparator.AT_LEAST)
    }
    assert found[Comparator.ABOVE] is not found[Comparator.AT_MOST]
    assert found[Comparator.BELOW] is not found[Comparator.AT_LEAST]


def test_the_way_to_a_horizon_is_straight():
    way = [due_by(Fraction(50), 2021, Fraction(90), 2025, year) for year in range(2020, 2027)]
    assert way == [None, 50, 60, 70, 80, 90, None]
    assert due_by(Fraction(50), 2025, Fraction(90), 2025, 2025) is None
    assert due_by(Fraction(9), 2021, Fraction(5), 2025, 2023) == 7
