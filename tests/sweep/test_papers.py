"""The decree's rules on papers that nobody would write."""

from dataclasses import replace

import pytest

from plans.issuing import appearance
from plans.paper.document import Paper
from plans.paper.pdf import to_pdf
from plans.signatures.pdf_files import lines_of_text
from tests.paper.printed import Printed
from tests.paper.rules import check, tables
from tests.sweep.hostile_papers import hostile_paper, hostile_table

CODE = "https://vanban.example.vn/tra-cuu/ABCDEFGH23456789/"
FEW = range(6)  # in `make test`
ALL = range(220)


def assert_keeps_every_rule(number: int) -> None:
    paper = hostile_paper(number)
    pdf = to_pdf(paper)
    assert check(pdf, paper) == []
    assert words_under_signature_and_seal(pdf, paper) == []


def assert_columns_hold_their_words(number: int) -> None:
    paper = hostile_table(number)
    assert [breach for breach in check(to_pdf(paper), paper) if breach.rule in tables.IDS] == []


@pytest.mark.parametrize("number", FEW)
def test_every_column_holds_its_words(number):
    assert_columns_hold_their_words(number)


@pytest.mark.sweep
@pytest.mark.parametrize("number", ALL[len(FEW) : 100])
def test_every_column_holds_its_words_whatever_they_are(number):
    assert_columns_hold_their_words(number)


def words_under_signature_and_seal(pdf: bytes, paper: Paper) -> list[str]:
    signature = appearance.place_of_signature(pdf, paper)
    boxes = (signature, appearance.place_of_seal(signature))
    return [line.text for line in lines_of_text(pdf) for box in boxes if line.share_under(box)]


@pytest.mark.parametrize("number", FEW)
def test_every_rule_holds_on_a_few_hostile_papers(number):
    assert_keeps_every_rule(number)


@pytest.mark.sweep
@pytest.mark.parametrize("number", ALL[len(FEW) :])
def test_every_rule_holds_on_a_hostile_paper(number):
    assert_keeps_every_rule(number)


def assert_approved_as_signed(number: int) -> None:
    paper = hostile_paper(number)
    seat = paper.place_and_date.partition(", ngày")[0]
    draft = replace(
        paper, draft=True, number="", place_and_date=f"{seat}, ngày      tháng      năm 2024", verification=""
    )
    numbered = replace(paper, draft=False, number=paper.number or "05", verification=CODE)
    assert lines_but_what_is_given(draft) == lines_but_what_is_given(numbered)


def lines_but_what_is_given(paper: Paper) -> list[list[str]]:
    """Line for line, page for page, without number, day, mark and code."""
    printed = Printed(to_pdf(paper), paper)
    given = {*printed.draft_mark, *printed.numbered, *printed.date}
    return [
        [
            line.text
            for line in page
            if line not in given and not line.text.startswith("Mã tra") and line.text not in CODE
        ]
        for page in printed.lines
    ]


@pytest.mark.parametrize("number", FEW)
def test_the_leader_approves_the_very_pages_that_are_signed(number):
    assert_approved_as_signed(number)


@pytest.mark.sweep
@pytest.mark.parametrize("number", ALL[len(FEW) :: 7])
def test_the_leader_approves_the_very_pages_that_are_signed_whatever_they_say(number):
    assert_approved_as_signed(number)
