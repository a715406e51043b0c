"""An act that a text names is found among the documents kept here."""

from datetime import date

import pytest

from plans.citing.act import NamedAct
from plans.citing.acts import parsed_act
from plans.citing.cited import citation_of, known_document
from plans.models import Document, Status
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

DAY = date(2023, 5, 26)


@pytest.fixture
def upper(office):
    return an_issued_plan(office=office, number=192, issued_on=DAY, frozen=False)


def test_number_symbol_and_day_together_make_it_the_same_act(upper):
    assert known_document(NamedAct("", number="192/KH-UBND", date=DAY)) == upper
    assert known_document(NamedAct("", number="192/kh-ubnd", date=DAY)) == upper


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("193/KH-UBND", DAY),
        ("192a/KH-UBND", DAY),
        ("192/KH-BCĐ", DAY),
        ("192/KH-UBND", date(2023, 5, 27)),
        ("192/KH-UBND", None),
        ("", DAY),
        ("KH-UBND", DAY),
    ],
)
def test_anything_else_is_another_act(upper, number, day):
    assert known_document(NamedAct("", number=number, date=day)) is None


def test_of_two_agencies_with_the_same_number_on_one_day_the_symbol_tells(office, upper):
    other = an_issued_plan(office.other_committee, number=192, frozen=False, issued_on=DAY, symbol="KH-BCĐ")
    assert known_document(NamedAct("", number="192/KH-UBND", date=DAY)) == upper
    assert known_document(NamedAct("", number="192/KH-BCĐ", date=DAY)) == other


def test_no_act_is_no_plan():
    assert known_document(None) is None


def test_a_draft_is_cited_by_nobody(office):
    a_plan(office=office, symbol="KH-UBND")
    assert known_document(NamedAct("", number="1/KH-UBND", date=DAY)) is None


def test_what_is_signed_but_not_issued_is_cited_by_nobody(upper):
    Document.objects.filter(pk=upper.pk).update(status=Status.SIGNED)
    assert known_document(NamedAct("", number="192/KH-UBND", date=DAY)) is None


def test_a_ground_becomes_a_row_that_leads_to_the_document(office, upper):
    document = a_plan(office=office)
    text = "Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng"
    row = citation_of(parsed_act(text), document, 3)
    assert (row.document, row.order, row.text, row.cited_document) == (document, 3, text, upper)
    assert (row.act_type, row.act_number, row.act_date) == ("Kế hoạch", "192/KH-UBND", DAY)
    assert row.act_issuer == "Ủy ban nhân dân huyện Hữu Lũng"
    row.full_clean()
    row.save()
    assert list(upper.cited_by.all()) == [row]


def test_a_part_longer_than_its_column_is_left_to_the_text_and_never_cut(office):
    act = NamedAct("x" * 3000, kind="k" * 100, number="n" * 100, issuer="i" * 300)
    row = citation_of(act, a_plan(office=office))
    assert [len(part) for part in (row.act_type, row.act_number, row.act_issuer)] == [0, 0, 0]
    assert row.text == "x" * 3000
    assert (row.order, row.cited_document) == (0, None)
