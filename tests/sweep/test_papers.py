"""The decree's rules on papers that nobody would write."""

import pytest

from plans.paper.pdf import to_pdf
from tests.paper.rules import check
from tests.sweep.hostile_papers import hostile_paper

pytestmark = pytest.mark.sweep


@pytest.mark.parametrize("number", range(120))
def test_every_rule_holds_on_a_hostile_paper(number):
    paper = hostile_paper(number)
    assert check(to_pdf(paper), paper) == []
