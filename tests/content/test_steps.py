"""From one row of lines or words to another: nothing is lost on the way, and no row takes for ever."""

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.content.steps import steps_between

ROWS = st.lists(st.sampled_from("abcd"), max_size=60)


@settings(deadline=None, max_examples=300)
@given(ROWS, ROWS)
def test_the_steps_lead_from_one_to_the_other_without_a_gap(old, new):
    at = (0, 0)
    for tag, i1, i2, j1, j2 in steps_between(old, new):
        assert (i1, j1) == at
        assert (i2 > i1, j2 > j1) == {
            "equal": (True, True),
            "replace": (True, True),
            "delete": (True, False),
            "insert": (False, True),
        }[tag]
        assert (old[i1:i2] == new[j1:j2]) == (tag == "equal")
        at = (i2, j2)
    assert at == (len(old), len(new))


def test_short_rows_are_compared_as_ever():
    old, new = "trên 72% trẻ em được hỗ trợ", "trên 85% trẻ em nghèo được hỗ trợ kịp thời"
    expected = SequenceMatcher(None, old.split(), new.split(), autojunk=False).get_opcodes()
    assert steps_between(old.split(), new.split()) == expected


def test_of_long_rows_every_line_that_stands_once_and_in_order_is_kept():
    old = [f"- {number}" for number in range(2_000)]
    new = [line for place, line in enumerate(old) if place % 3]
    kept = [(i1, i2) for tag, i1, i2, _, _ in steps_between(old, new) if tag == "equal"]
    assert sum(end - start for start, end in kept) == len(new)


@pytest.mark.parametrize(
    "old, new",
    [
        (["x"] * 2_500, ["x" if place % 2 else f"y{place}" for place in range(2_500)]),
        (["."] * 10_000, [".", ","] * 10_000),
        (list("ab" * 5_000), [*list("ba" * 5_000), "c"]),
        ([f"{n % 50}" for n in range(2_500)], [f"{n % 49}" for n in range(2_500)]),
        ([str(n) for n in range(5_000)], [str(n) for n in range(5_000, 0, -1)]),
        ([f"{n // 2}" for n in range(5_000)], [f"{n // 2}" for n in range(5_000, 0, -1)]),
    ],
)
def test_rows_that_repeat_take_no_more_than_a_second(old, new):
    begun = time.thread_time()
    steps_between(old, new)
    assert time.thread_time() - begun < 1
