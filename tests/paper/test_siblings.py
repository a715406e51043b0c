"""The siblings of the plan on paper: every rule of the decree, however long their names, lists and texts are."""

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from plans.paper.document import Paper, Recipients, SignatureBlock
from plans.paper.docx import to_docx
from plans.paper.frozen import from_data, to_data
from plans.paper.pdf import to_pdf
from tests.content.writing import paragraph
from tests.paper import siblings
from tests.paper.lines import squeezed
from tests.paper.papers import LONG, SHORT
from tests.paper.rules import check

LONGEST_POST = "Trưởng phòng Lao động - Thương binh và Xã hội - Dân tộc huyện Điện Biên Đông"
LONGEST_NAME = "Công Tằng Tôn Nữ Thị Huyền Trang"


def _as_it_is(paper: Paper) -> Paper:
    return paper


def _a_draft(paper: Paper) -> Paper:
    gaps = paper.place_and_date and "Hữu Lũng, ngày      tháng      năm 2024"
    return replace(paper, number="", place_and_date=gaps, draft=True)


def _long_title(paper: Paper) -> Paper:
    return replace(
        paper, title=f"{paper.title} trên địa bàn các xã vùng đồng bào dân tộc thiểu số và miền núi"
    )


def _long_posts_and_names(paper: Paper) -> Paper:
    lines = (*paper.signature.lines[:-1], LONGEST_POST)
    beside = paper.beside and SignatureBlock(("THƯ KÝ",), LONGEST_NAME)
    return replace(paper, signature=SignatureBlock(lines, LONGEST_NAME), beside=beside)


def _many_recipients(paper: Paper) -> Paper:
    units = (f"UBND xã thứ {number} trên địa bàn huyện" for number in range(1, 41))
    return replace(paper, recipients=Recipients((*units, paper.recipients.lines[-1])))


def _first_page_full(paper: Paper) -> Paper:
    return _lengthened(paper, 7)


def _a_page_more(paper: Paper) -> Paper:
    return _lengthened(paper, 12)


def _lengthened(paper: Paper, by: int) -> Paper:
    more = tuple(paragraph(SHORT if number % 3 else LONG, level=3) for number in range(by))
    return replace(paper, blocks=(*paper.blocks[:2], *more, *paper.blocks[2:]))


def _no_recipients_but_the_file(paper: Paper) -> Paper:
    return replace(paper, recipients=Recipients(paper.recipients.lines[-1:]))


def _verified(paper: Paper) -> Paper:
    return replace(paper, verification="https://example.vn/xac-thuc/ABCD-EFGH-JKMM-NPQR/")


def _of_many_pages(paper: Paper) -> Paper:
    return _lengthened(paper, 60)


HOSTILE = (
    _as_it_is,
    _a_draft,
    _long_title,
    _long_posts_and_names,
    _many_recipients,
    _first_page_full,
    _a_page_more,
    _no_recipients_but_the_file,
    _verified,
    _of_many_pages,
)


@pytest.mark.parametrize("change", HOSTILE, ids=lambda change: change.__name__.strip("_"))
@pytest.mark.parametrize("name", siblings.ALL)
def test_a_paper_of_its_kind_keeps_every_rule(name, change):
    paper = change(siblings.ALL[name]())
    assert [str(breach) for breach in check(to_pdf(paper), paper)] == []


@pytest.mark.parametrize("name", siblings.ALL)
def test_word_says_what_the_paper_says(name):
    paper = siblings.ALL[name]()
    word = docx.Document(io.BytesIO(to_docx(paper)))
    said = squeezed("".join(words.text or "" for words in word.element.body.iter(qn("w:t"))))
    beside = (*paper.beside.lines, paper.beside.signer) if paper.beside else ()
    for words in (paper.title, paper.deciding, paper.signature.signer, *beside):
        assert squeezed(words) in said


@pytest.mark.parametrize("name", siblings.ALL)
def test_what_is_kept_of_it_is_the_same_paper(name):
    paper = siblings.ALL[name]()
    assert from_data(to_data(paper)) == replace(paper, source=None)
