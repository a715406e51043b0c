"""Every rule of the decree, measured on every kind of paper."""

import pytest

from plans.paper.pdf import to_pdf
from tests.paper import papers
from tests.paper.printed import Printed
from tests.paper.rules import check
from tests.paper.rules.measure import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
@pytest.mark.parametrize("name", papers.ALL)
def test_the_paper_keeps_the_rule(name, rule, printed):
    assert list(rule.measure(printed(name))) == []


def test_a_plan_of_sixty_lines_takes_two_pages_and_forty_pages_are_forty(printed):
    assert len(printed("sixty_lines").lines) == 2
    assert 38 <= len(printed("forty_pages").lines) <= 48


@pytest.mark.parametrize("paragraphs", range(1, 61))
def test_the_signature_stays_with_the_text_wherever_the_text_ends(paragraphs):
    paper = papers.filled(paragraphs)
    assert check(to_pdf(paper), paper) == []


@pytest.mark.parametrize("agency", [1, 2, 3])
@pytest.mark.parametrize("superior", [0, 1, 2])
def test_number_and_date_are_level_under_names_of_any_length(agency, superior):
    paper = papers.named(agency_lines=agency, superior_lines=superior)
    assert check(to_pdf(paper), paper) == []


def test_a_draft_breaks_its_lines_and_pages_where_the_copy_for_signature_does():
    draft, clean = papers.commune_draft(), papers.signing_copy()
    assert _lines_but_the_mark(draft) == _lines_but_the_mark(clean)


def _lines_but_the_mark(paper):
    printed = Printed(to_pdf(paper), paper)
    return [[line.text for line in page if line not in printed.draft_mark] for page in printed.lines]
