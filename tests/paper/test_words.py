"""The words of the paper are the words of the blocks, whatever it is written as."""

import io
from collections import Counter
from dataclasses import replace
from html import unescape
from re import sub

import pypdfium2
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings

from plans.content.words import words_in, words_of
from plans.law.blocks import BlockType
from plans.paper.document import Paper, Recipients
from plans.paper.docx import to_docx
from plans.paper.html import style, to_html, unstyled, unstyled_as_before
from plans.paper.pdf import Press
from plans.paper.text import to_text
from plans.paper.words import page_that_differs, said_by
from tests.content.making import contents
from tests.content.writing import note, paragraph, row, table
from tests.paper import papers
from tests.paper.test_docx import notes_of
from tests.paper.test_docx import words_of as words_of_file

FORMS = ("district_document", "with_annexes", "decision", "with_tables")


def bag(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in words_of(text))


def said(paper: Paper) -> Counter[str]:
    """Words of the blocks, and the mark of each note once more: where it is called."""
    called = {
        mark for block in paper.blocks for runs in block.stretches for run in runs for mark in run.marks
    }
    notes = [block.marker for block in paper.blocks if block.type == BlockType.NOTE and block.key in called]
    return Counter(word.casefold() for word in words_in(paper.blocks)) + bag(" ".join(notes))


def in_html(html: str) -> str:
    body = sub(r"<(style|title)\b.*?</\1>", "", html.replace("\n", " "))
    apart = sub(r"</(?:p|h\d|td|th|div|sup)>|<br>|<sup\b[^>]*>", " ", body)
    return unescape(sub(r"<[^>]*>", "", apart))


def in_pdf(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        text = page.get_textpage()
        pages.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return pages


def written(paper: Paper) -> Paper:
    """Only the blocks: head and foot without a word of their own."""
    return replace(paper, citations=(), enclosed="")


HEAD = replace(papers.short_letter(), blocks=(), citations=())


def of_blocks(render, paper: Paper) -> Counter[str]:
    """What a form says beside what it says of a paper without blocks."""
    return bag(render(paper)) - bag(render(replace(paper, blocks=())))


def screen(paper):
    return in_html(to_html(paper))


def word_file(paper):
    file = Document(io.BytesIO(to_docx(paper)))
    return f"{words_of_file(file)}\n{notes_of(file)}"


@pytest.mark.parametrize("render", [screen, word_file, to_text])
@pytest.mark.parametrize("name", FORMS)
def test_every_form_says_the_words_of_the_blocks_and_no_other(name, render):
    paper = written(papers.ALL[name]())
    wanted = said(paper)
    if render is to_text:  # a block a line: a note is not called, it stands where it stands
        wanted = Counter(word.casefold() for word in words_in(paper.blocks))
    assert of_blocks(render, paper) == wanted


@pytest.mark.parametrize("name", ["decision", "with_tables", "with_annexes"])
def test_the_pages_say_what_the_paper_says(name, pdf_of):
    paper = papers.ALL[name]()
    pages = in_pdf(pdf_of(name))
    same = replace(paper, blocks=paper.blocks)
    assert page_that_differs(same, pages) is None
    other = replace(paper, blocks=(*paper.blocks[:1], paragraph("Thêm một câu."), *paper.blocks[1:]))
    assert page_that_differs(other, pages) is not None


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(contents())
def test_whatever_is_written_is_on_the_screen_in_word_and_in_text(content):
    paper = replace(HEAD, blocks=content.blocks)
    assert of_blocks(screen, paper) == said(paper)
    assert of_blocks(word_file, paper) == said(paper)
    lines = to_text(paper).splitlines()
    assert of_blocks(to_text, paper) == Counter(word.casefold() for word in words_in(paper.blocks))
    assert len(lines) - len(to_text(HEAD).splitlines()) == sum(
        b.printed.strip() != "" for b in content.blocks
    )


def test_the_text_reads_from_head_to_signature_and_on_to_the_annexes():
    lines = to_text(papers.with_tables()).splitlines()
    assert lines[:5] == [
        "UBND tỉnh Lạng Sơn",
        "Ủy ban nhân dân",
        "huyện Hữu Lũng",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert "TT | Nhiệm vụ | Thực hiện | Thời hạn" in lines
    assert "1 | Tập huấn cho cộng tác viên Mỗi xã một lớp | Phòng Y tế | 12 | Quý II/2026" in lines
    signed = lines.index("Nguyễn Thị Hồng Hạnh")
    assert lines[signed + 1 : signed + 4] == [
        "Phụ lục Tiến độ thực hiện",
        papers.ENCLOSED,
        "TT | Việc | Khi nào",
    ]
    assert lines[-1].endswith("Quý I./.")


def test_two_papers_say_the_same_whatever_keys_and_looks_they_have():
    one = replace(HEAD, blocks=(paragraph("Trẻ em được **hỗ trợ**."), table(100), row("A")))
    other = replace(HEAD, blocks=(paragraph("Trẻ em được hỗ trợ."), table(100), row("*A*")))
    assert said_by(one) == said_by(other)
    assert said_by(one) != said_by(replace(other, title="Khác"))


def test_a_note_that_nothing_calls_is_printed_where_it_stands():
    paper = replace(HEAD, blocks=(paragraph("A."), note("1", "Không ai gọi."), paragraph("B.")))
    assert "Không ai gọi." in in_html(unstyled(paper))
    assert of_blocks(screen, paper) == bag("A 1 Không ai gọi B")


@pytest.mark.parametrize("recipients", [1, 14, 60])
def test_pages_printed_before_the_code_moved_say_what_the_paper_says(recipients):
    lines = (*(f"UBND xã thứ {n}" for n in range(recipients)), "Lưu: VT")
    paper = replace(
        papers.district_document(),
        recipients=Recipients(lines),
        verification="https://a.vn/tra-cuu/ABCDEFGH23456789/",
    )
    for before in unstyled_as_before(paper):
        pages = in_pdf(Press(style()).print(before))
        assert page_that_differs(paper, pages) is None
        assert page_that_differs(replace(paper, title="Việc khác"), pages) is not None
