"""Every rule of the decree, measured on every kind of paper."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import pdfplumber
import pypdfium2
import pytest

from plans.paper.document import SignatureBlock
from plans.paper.pdf import to_pdf
from tests.content.writing import row, table
from tests.paper import papers
from tests.paper.lines import MM
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
    pages = page_texts(to_pdf(paper))
    text, _, end = pages[-1].partition("Nơi nhận:")
    assert len(re.findall(r"\S.*", text)) >= 2
    assert "KT. CHỦ TỊCH" in end
    assert paper.signature.signer in end
    assert not any("Nơi nhận" in page or "CHỦ TỊCH" in page for page in pages[:-1])
    assert "".join(pages).count(papers.SHORT[:20]) + "".join(pages).count(papers.LONG[:20]) == paragraphs + 1


def test_the_recipients_follow_the_text_closely_even_when_nobody_has_signed_yet():
    paper = replace(papers.short_letter(), signature=SignatureBlock())
    printed = Printed(to_pdf(paper), paper)
    assert printed.label.baseline - printed.text_lines[-1].baseline < 12 * MM


def page_texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    document.close()
    return texts


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


def test_decimal_commas_are_printed_under_each_other():
    figures = ("12,5%", "100%", "-", "1.204,25%", "7,0%")
    rows = (row(str(n), "Trẻ em được hỗ trợ", figure) for n, figure in enumerate(figures, start=1))
    blocks = (table(10, 60, 30), row("TT", "Chỉ tiêu", "Tỷ lệ"), *rows)
    with pdfplumber.open(io.BytesIO(to_pdf(replace(papers.district_document(), blocks=blocks)))) as pdf:
        places = {word["text"]: word["chars"] for word in pdf.pages[0].extract_words(return_chars=True)}
    ends_of_units = [
        next((before["x1"] for before, sign in pairwise(places[figure]) if sign["text"] in ",%"), None)
        for figure in figures
        if figure != "-"
    ]
    assert max(ends_of_units) - min(ends_of_units) < 0.1
