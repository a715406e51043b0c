"""Values as JSON and back: only what was asked for can come out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum

import pytest

from childlabour.airlock.carrying import made, plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Leaf:
    colour: Colour | None
    day: date
    moment: datetime
    share: Decimal
    width: float


@dataclass(frozen=True)
class Other:
    name: str


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf | Other, ...]


HANOI = timezone(timedelta(hours=7))
LEAF = Leaf(Colour.RED, date(2024, 6, 5), datetime(2024, 6, 5, 8, tzinfo=HANOI), Decimal("86.5"), 2.0)


def test_a_tree_of_values_survives():
    tree = Tree((LEAF, Other("x"), Leaf(None, LEAF.day, LEAF.moment, LEAF.share, 3.5)))
    assert made(Tree, plain(tree)) == tree


@pytest.mark.parametrize(
    "strange",
    [
        None,
        [],
        {"leaves": 3},
        {"leaves": [{"name": 3}]},
        {"leaves": [{"name": "x", "more": 1}]},
        {"leaves": [plain(LEAF) | {"colour": "green"}]},
        {"leaves": [plain(LEAF) | {"share": "much"}]},
        {"leaves": [plain(LEAF) | {"moment": "soon"}]},
    ],
)
def test_what_is_no_such_value_is_refused(strange):
    with pytest.raises(ValueError, match=r".+"):
        made(Tree, strange)
