"""Rules about one row: every sentence at once, beside its field, and none about what could not be read."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from childlabour.core.rules import DEEPEST, no_circle, problems_of, rule
from childlabour.units.models import Place


def in_order(first: int, last: int) -> str:
    return "" if first <= last else f"{last} đứng trước {first}."


class Span:
    first, last = 5, 3


def said(place: Place) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        place.clean_fields()
    return refused.value.message_dict


def test_a_rule_stands_beside_its_last_field_unless_told():
    assert rule(in_order, "first", "last").at == "last"
    assert rule(in_order, "first", "last", at="first").at == "first"


def test_a_rule_reads_its_fields_in_order():
    (problem,) = problems_of(Span(), [rule(in_order, "first", "last")])
    assert (problem.message, problem.field) == ("3 đứng trước 5.", "last")
    assert list(problems_of(Span(), [rule(in_order, "last", "first")])) == []


@pytest.mark.parametrize("unread", ["first", "last"])
def test_a_rule_waits_for_a_value_that_could_not_be_read(unread):
    rules = [rule(in_order, "first", "last")]
    assert list(problems_of(Span(), rules, unread=frozenset({unread}))) == []
    assert list(problems_of(Span(), rules, unread=frozenset({"elsewhere"})))


def test_a_row_says_what_its_fields_and_what_its_rules_refuse_at_once():
    place = Place(valid_from=date(2025, 7, 1), valid_to=date(2025, 6, 30))
    assert set(said(place)) == {"name", "level", "valid_to"}


def test_a_field_that_was_left_out_is_not_complained_about():
    place = Place(name="x", level="commune", valid_from=date(2025, 7, 1), valid_to=date(2025, 6, 30))
    assert list(said(place)) == ["valid_to"]
    place.clean_fields(exclude=["valid_to"])


@pytest.mark.django_db
def test_a_rule_beside_a_field_that_was_left_out_asks_nothing(django_assert_num_queries):
    """One that walks up a foreign key costs a query a row: the writer of many rows leaves it out."""
    upper = Place.objects.create(name="tỉnh", level="province")
    place = Place.objects.get(pk=Place.objects.create(name="xã", level="commune", parent=upper).pk)
    with django_assert_num_queries(0):
        place.clean_fields(exclude=["parent"])


def chain(length: int) -> Place:
    """The lowest of so many places, each below the one before."""
    place = None
    for pk in range(length, 0, -1):
        place = Place(pk=pk, parent=place)
    return place


def test_a_row_below_itself_is_refused_however_long_the_way_round():
    check = no_circle("parent").check
    assert no_circle("parent").fields == ("pk", "parent")
    assert check(1, None) == check(None, chain(3)) == check(99, chain(3)) == ""
    assert "dưới chính nó" in check(3, chain(3))
    assert check(99, chain(DEEPEST - 1)) == ""
    assert "thành vòng" in check(99, chain(DEEPEST))
