"""What is not published cannot be reckoned back from what is."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.reckoning.suppressing import hidden_in, is_small


def table(*cells):
    return {place: (Decimal(n), None if d is None else Decimal(d)) for place, (n, d) in enumerate(cells)}


@pytest.mark.parametrize(
    ("numbers", "small"),
    [
        ((0, 20), False),
        ((1, 20), True),
        ((4, 20), True),
        ((5, 20), False),
        ((18, 20), False),
        ((20, 20), False),
        ((3, 3), True),
        ((4, None), True),
        ((5, None), False),
        ((0, None), False),
    ],
)
def test_one_to_four_people_are_few_whether_reached_or_all(numbers, small):
    assert is_small(table(numbers)[0]) is small


def test_where_nobody_is_few_everything_is_shown():
    assert hidden_in(table((10, 20), (5, 15), (30, 30))) == hidden_in({})


def test_one_small_cell_takes_another_along():
    hidden = hidden_in(table((2, 30), (40, 60), (10, 25)))
    assert hidden.cells == {0, 2}
    assert not hidden.total


def test_a_unit_that_is_alone_and_small_takes_the_total_along():
    assert hidden_in(table((2, 30))).total


def test_a_total_that_is_small_is_hidden_itself():
    assert hidden_in(table((1, 40), (2, 60), (0, 10))).total


cells = st.lists(
    st.integers(0, 30).flatmap(lambda d: st.tuples(st.integers(0, d), st.just(d))), min_size=1, max_size=12
)


@given(cells)
def test_what_is_hidden_is_never_what_is_missing_from_the_total(found):
    rows = table(*[(n, d) for n, d in found if d])
    hidden = hidden_in(rows)
    assert all(not is_small(numbers) for place, numbers in rows.items() if place not in hidden.cells)
    if hidden.cells and not hidden.total:
        left = [rows[place] for place in hidden.cells]
        together = (sum(n for n, _ in left), sum(d for _, d in left))
        assert len(left) > 1
        assert not is_small(together)


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_counts_without_a_whole_are_guarded_too(found):
    rows = table(*[(n, None) for n in found])
    hidden = hidden_in(rows)
    if hidden.cells and not hidden.total:
        assert not 0 < sum(rows[place][0] for place in hidden.cells) < 5
