"""The real documents, as the public downloads them, keep every rule of the decree."""

import pytest

from plans.paper.compose import paper_of
from plans.paper.pdf import to_pdf
from tests.paper.rules import check

NAMES = ("782", "187", "192", "Tân Thành", "10", "Hà Đông", "BR-VT", "464")


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_holds_on_the_sample(samples, name):
    document = samples[name]
    paper = paper_of(document)
    pdf = bytes(document.issue.pdf) if document.is_issued else to_pdf(paper)
    assert check(pdf, paper) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_holds_with_the_annexes_switched_on(samples, name):
    document = samples[name]
    document.annex_of_targets = document.annex_of_tasks = True
    paper = paper_of(document)
    assert len(paper.annexes) == 2
    assert check(to_pdf(paper), paper) == []


def test_the_copy_for_signature_carries_no_draft_mark(samples):
    paper = paper_of(samples["Tân Thành"], signing_copy=True)
    assert not paper.draft
    assert check(to_pdf(paper), paper) == []
