"""A cited act that is a document of ours is found by number, symbol and day, and by nothing less."""

from dataclasses import replace
from datetime import date

import pytest

from plans.citing.acts import parsed_act
from plans.citing.cited import citation_of, known_document
from plans.models import Status
from tests.cast import a_plan, an_issued_plan

pytestmark = pytest.mark.django_db

TEXT = "Căn cứ Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng về trẻ em"


@pytest.fixture
def cited(office):
    return an_issued_plan(office.committee, number=192, frozen=False, issued_on=date(2023, 5, 26))


def test_the_document_that_is_meant_is_found_though_its_marks_were_typed_otherwise(cited):
    assert known_document(parsed_act(TEXT)) == cited
    assert known_document(replace(parsed_act(TEXT), number="192/kh-ubnd")) == cited


@pytest.mark.parametrize(
    "other",
    [
        {"number": "193/KH-UBND"},
        {"number": "192/QĐ-UBND"},
        {"number": "192a/KH-UBND"},
        {"number": ""},
        {"date": date(2023, 5, 27)},
        {"date": None},
    ],
    ids=str,
)
def test_less_than_number_symbol_and_day_finds_nothing(cited, other):
    assert known_document(replace(parsed_act(TEXT), **other)) is None
    assert known_document(None) is None


def test_of_two_agencies_with_the_same_number_on_one_day_the_symbol_tells(office, cited):
    other = an_issued_plan(
        office.other_committee, number=192, frozen=False, issued_on=cited.issued_on, symbol="KH-BCĐ"
    )
    assert known_document(parsed_act(TEXT)) == cited
    assert known_document(replace(parsed_act(TEXT), number="192/KH-BCĐ")) == other


def test_a_draft_is_cited_by_nobody(cited):
    type(cited).objects.filter(pk=cited.pk).update(status=Status.SIGNED)
    assert known_document(parsed_act(TEXT)) is None


def test_a_citation_has_the_parts_of_the_act_and_leads_to_it(office, cited):
    document = a_plan(office.people_of_tan_thanh, office=office)
    citation = citation_of(parsed_act(TEXT), document, order=3)
    citation.full_clean()
    citation.save()
    assert (citation.act_type, citation.act_number, citation.act_date) == (
        "Kế hoạch",
        "192/KH-UBND",
        date(2023, 5, 26),
    )
    assert (citation.act_issuer, citation.order) == ("Ủy ban nhân dân huyện Hữu Lũng", 3)
    assert list(cited.cited_by.all()) == [citation]


def test_an_act_whose_parts_are_longer_than_their_columns_is_kept_in_its_words(office):
    act = replace(parsed_act(TEXT), kind="K" * 100, number="9" * 100, issuer="Ủ" * 300)
    citation = citation_of(act, a_plan(office=office))
    citation.full_clean()
    assert (citation.act_type, citation.act_number, citation.act_issuer) == ("", "", "")
    assert citation.text == parsed_act(TEXT).text
