"""What nobody could print is said while it is written: pages are told from the words alone."""

import time
from dataclasses import replace

import pypdfium2
import pytest

from plans.content.values import Content, Ground, Receiver
from plans.paper.extent import LONGEST_WORD, MOST_PAGES, about_pages, too_long
from plans.paper.pdf import to_pdf
from tests.content.writing import cell, paragraph, row, table
from tests.paper import papers

SENTENCE = "Tăng cường phối hợp liên ngành trong phòng ngừa lao động trẻ em trên địa bàn huyện và các xã. "
SECONDS_TO_PRINT = 30


def saying(*blocks):
    """A content with the head and foot of a whole paper."""
    paper = papers.district_document()
    return Content(
        title=paper.title,
        citations=tuple(map(Ground, paper.citations)),
        blocks=blocks,
        recipients=tuple(map(Receiver, paper.recipients.lines)),
    )


def printed(content):
    return to_pdf(replace(papers.district_document(), blocks=content.blocks))


NOTHING = Content()


ROWS = {
    "rows": [row("Xã Tân Thành", "Xã Hòa Sơn") for _ in range(500)],
    "full rows": [row(SENTENCE, cell(SENTENCE, SENTENCE)) for _ in range(100)],
    "wide rows": [row(cell(SENTENCE, across=2)) for _ in range(150)],
}


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph(SENTENCE * 300)],
        [paragraph(SENTENCE) for _ in range(300)],
        [paragraph("Trẻ em.") for _ in range(900)],
        *([table(50, 50, head_rows=0), *rows] for rows in ROWS.values()),
    ],
    ids=["one long paragraph", "paragraphs", "short lines", *ROWS],
)
def test_pages_are_told_without_printing(blocks):
    content = saying(*blocks)
    pages = len(pypdfium2.PdfDocument(printed(content)))
    assert abs(about_pages(content) - pages) <= max(1, pages * 0.25), (about_pages(content), pages)


def test_a_paper_too_long_to_print_is_told_so():
    (said,) = too_long(saying(*(paragraph("Trẻ em.") for _ in range(12_000))), NOTHING)
    assert f"quá {MOST_PAGES} trang" in str(said)


@pytest.mark.parametrize("block", [paragraph, row])
def test_a_word_without_end_is_told_with_its_first_letters(block):
    (said,) = too_long(saying(table(100), block(f"Xem {'1' * (LONGEST_WORD + 1)} nhé.")), NOTHING)
    assert "“1111" in str(said)
    assert not list(too_long(saying(table(100), block(f"https://{'a' * (LONGEST_WORD - 10)}")), NOTHING))


def test_what_was_too_long_already_may_be_shortened_but_not_lengthened():
    short = paragraph("Trẻ em.")
    before, shorter, longer = (saying(*[short] * many) for many in (12_000, 11_000, 12_200))
    assert list(too_long(shorter, before)) == []
    assert len(list(too_long(longer, before))) == 1


def test_a_word_without_end_does_not_slip_in_where_many_pages_stood():
    before, after = saying(paragraph(SENTENCE * 1_000)), saying(paragraph("A" * 60_000))
    assert "60000 ký tự liền nhau" in str(next(too_long(after, before)))


def test_the_longest_paper_is_printed_within_its_time():
    """The worst of shapes that are let through: 300 pages of one word a line."""
    content = saying(*(paragraph("Trẻ em.") for _ in range(8_500)))
    assert list(too_long(content, NOTHING)) == [] and about_pages(content) > MOST_PAGES * 0.9
    begun = time.process_time()
    printed(content)
    assert time.process_time() - begun < SECONDS_TO_PRINT
