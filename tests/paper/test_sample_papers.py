"""The real documents, as the public downloads them, keep every rule of the decree."""

from dataclasses import replace

import pytest

from childlabour.core.vietnamese import roman
from plans.content.asking import content_of
from plans.models import Document
from plans.paper.annexes import TARGETS, TASKS, table_of
from plans.paper.compose import paper_of
from plans.paper.document import Paper
from plans.paper.naming import Names
from plans.paper.pdf import to_pdf
from tests.content.writing import annex
from tests.paper.rules import check

NAMES = ("782", "187", "192", "Tân Thành", "10", "Hà Đông", "BR-VT", "464")


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_holds_on_the_sample(samples, name):
    document = samples[name]
    paper = paper_of(document)
    pdf = bytes(document.issue.pdf) if document.is_issued else to_pdf(paper)
    assert check(pdf, paper) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_holds_with_annexes_made_from_its_marks(samples, name):
    paper = with_annexes_made_from_marks(samples[name])
    assert check(to_pdf(paper), paper) == []


def with_annexes_made_from_marks(document: Document) -> Paper:
    content = content_of(document)
    naming = Names(document, content).together
    enclosed = [
        block
        for number, (title, made_from) in enumerate((("Chỉ tiêu", TARGETS), ("Nhiệm vụ", TASKS)), start=1)
        for block in (annex(f"Phụ lục {roman(number)}", title), *table_of(content, made_from, naming))
    ]
    paper = paper_of(document)
    return replace(paper, blocks=(*paper.blocks, *enclosed), enclosed="(Kèm theo Kế hoạch này)")


def test_the_copy_for_signature_carries_no_draft_mark(samples):
    paper = paper_of(samples["Tân Thành"], signing_copy=True)
    assert not paper.draft
    assert check(to_pdf(paper), paper) == []
