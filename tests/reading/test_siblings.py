"""Files of the plan's siblings: their kind, whom they address, who decides, who signs. As printed, so read."""

import pytest

from plans.law.competence import Competence
from plans.law.kinds import Kind
from plans.paper.document import Paper
from plans.paper.docx import to_docx
from plans.paper.pdf import to_pdf
from plans.paper.text import to_text
from plans.reading import read, read_pasted
from plans.reading.blocks.making import content_read
from plans.reading.review.saving import save
from tests.paper import siblings


def as_word(paper: Paper):
    return read(to_docx(paper), "van-ban.docx")


def as_pdf(paper: Paper):
    return read(to_pdf(paper), "van-ban.pdf")


def as_text(paper: Paper):
    """As it is copied from a paper: the name of its kind and who decides in capitals."""
    in_capitals = {paper.type_name, paper.deciding}
    lines = (line.upper() if line in in_capitals else line for line in to_text(paper).splitlines())
    return read_pasted("\n".join(lines))


@pytest.mark.parametrize("source", [as_word, as_pdf, as_text], ids=lambda source: source.__name__)
@pytest.mark.parametrize("name", siblings.ALL)
def test_what_stands_around_the_text_is_read(name, source):
    paper = siblings.ALL[name]()
    draft = source(paper)
    content = content_read(draft)
    assert (draft.kind, draft.symbol, content.title) == (paper.kind, paper.symbol, paper.title)
    assert content.addressees == paper.addressees
    assert tuple(one.text for one in content.citations) == paper.citations
    assert tuple(one.text for one in content.recipients) == paper.recipients.lines
    assert (content.signature_lines, content.signer) == (paper.signature.lines, paper.signature.signer)
    beside = content.beside and (content.beside.lines, content.beside.signer)
    assert beside == (paper.beside and (paper.beside.lines, paper.beside.signer))


@pytest.mark.parametrize("name", ["decision_of_the_head", "decision_with_a_text"])
def test_who_decides_is_no_line_of_the_text(name):
    paper = siblings.ALL[name]()
    said = [block.text.casefold() for block in content_read(as_word(paper)).blocks]
    assert said[0] == "quyết định:"
    assert paper.deciding.casefold() not in said


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "competence"),
    [
        ("decision_of_the_head", Competence.HEAD),
        ("decision_with_a_text", Competence.COLLECTIVE),
        ("report", Competence.COLLECTIVE),
        ("notice", ""),
        ("minutes", ""),
    ],
)
def test_whose_act_it_is_the_signature_says(office, name, competence):
    paper = siblings.ALL[name]()
    document = save(as_word(paper), office.lan, office.committee)
    assert (document.kind, document.competence) == (Kind(paper.kind), competence)
