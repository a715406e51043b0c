"""The Word file: the same words and figures as the sheet, in real styles, tables and headers."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.paper.document import Paragraph, Recipients
from plans.paper.docx import to_docx
from tests.paper import papers
from tests.paper.lines import squeezed

WORD_UNIT = Pt(1) // 20  # Word counts in twentieths of a point


def opened(paper):
    return Document(io.BytesIO(to_docx(paper)))


def words_of(container) -> str:
    """All text in reading order, tables cell by cell."""
    text = []
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            cells = dict.fromkeys(cell._tc for cell in item._cells)
            text += [words_of(cell) for cell in item._cells if cells.pop(cell._tc, "gone") != "gone"]
        else:
            text.append(item.text)
    return "\n".join(text)


def styled(word, name):
    return [p for p in everything(word) if p.style.name == name]


def everything(container):
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from everything(cell)
        else:
            yield item


@pytest.mark.parametrize("name", papers.ALL)
def test_every_word_of_the_printed_paper_is_in_the_word_file(name, printed):
    text, seen = words_of(opened(papers.ALL[name]())), printed(name)
    lines = [line for n, page in enumerate(seen.lines) for line in page if line is not seen.page_number(n)]
    assert {word for line in lines for word in re.findall(r"\w+", line.text)} <= set(re.findall(r"\w+", text))
    have = squeezed(text)
    for block in (*seen.sets, *(s for i in range(len(seen.annex_starts)) for s in seen.annex_sets(i))):
        assert squeezed(block.text) in have


def test_paper_and_margins_are_those_of_the_decree():
    for section in opened(papers.with_annexes()).sections:
        assert section.page_width == pytest.approx(Mm(210), abs=WORD_UNIT)
        assert section.page_height == pytest.approx(Mm(297), abs=WORD_UNIT)
        for margin, low, high in (
            (section.top_margin, 20, 25),
            (section.bottom_margin, 20, 25),
            (section.left_margin, 30, 35),
            (section.right_margin, 15, 20),
        ):
            assert Mm(low) - WORD_UNIT <= margin <= Mm(high) + WORD_UNIT


def test_the_page_number_is_a_field_in_the_header_hidden_on_the_first_page():
    word = opened(papers.with_annexes())
    assert len(word.sections) == 3
    for section in word.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xpath("string(.//w:instrText)")
        assert not section.first_page_header.paragraphs[0].text
        assert section.header.paragraphs[0].style.paragraph_format.alignment == ALIGN.CENTER
    for section in word.sections[1:]:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


@pytest.mark.parametrize(
    ("style", "size", "bold", "italic"),
    [
        ("Quốc hiệu", 12, True, False),
        ("Tiêu ngữ", 13, True, False),
        ("Cơ quan chủ quản", 12, False, False),
        ("Cơ quan ban hành", 12, True, False),
        ("Số và ký hiệu", 13, False, False),
        ("Địa danh và thời gian", 13, False, True),
        ("Tên loại văn bản", 14, True, False),
        ("Trích yếu nội dung", 14, True, False),
        ("Căn cứ ban hành", 14, False, True),
        ("Body Text", 14, False, False),
        ("Heading 1", 14, True, False),
        ("Heading 2", 14, True, False),
        ("Heading 3", 14, False, False),
        ("Nơi nhận", 12, True, True),
        ("Danh sách nơi nhận", 11, False, False),
        ("Quyền hạn và chức vụ", 14, True, False),
        ("Họ tên người ký", 14, True, False),
    ],
)
def test_each_element_has_a_style_of_its_own(style, size, bold, italic):
    word = opened(papers.district_document())
    used = styled(word, style)
    assert used, style
    font = word.styles[style].font
    assert (font.name, font.size, font.bold, font.italic) == ("Times New Roman", Pt(size), bold, italic)
    assert str(font.color.rgb) == "000000"
    for run in (run for paragraph in used for run in paragraph.runs):
        assert (run.font.name, run.font.size, run.font.color.rgb) == (None, None, None)


def test_the_text_is_justified_indented_and_spaced():
    form = opened(papers.district_document()).styles["Body Text"].paragraph_format
    assert form.alignment == ALIGN.JUSTIFY
    assert form.first_line_indent == pytest.approx(Mm(12.7), abs=WORD_UNIT)
    assert form.space_after >= Pt(6)
    assert 1 <= form.line_spacing <= 1.5


def test_heads_and_signature_stand_in_tables_without_lines():
    word = opened(papers.district_document())
    heads, closing = word.tables
    assert heads.cell(1, 0).text == "Số: 05/KH-UBND"
    assert heads.cell(1, 1).text == "Hữu Lũng, ngày 03 tháng 01 năm 2024"
    assert closing.cell(0, 0).text.startswith("Nơi nhận:\n- Sở LĐTB&XH tỉnh (b/c);\n")
    assert closing.cell(0, 1).text.endswith("PHÓ CHỦ TỊCH\nNguyễn Thị Hồng Hạnh")
    for table in (heads, closing):
        assert table._tbl.tblPr.find(qn("w:tblBorders")) is None
        assert table.style.name == "Normal Table"


def test_the_last_paragraphs_and_the_signature_are_held_together():
    word = opened(papers.district_document())
    last = [p for p in word.paragraphs if p.text.strip()][-2:]
    assert all(p.paragraph_format.keep_with_next for p in last)
    assert word.tables[-1].rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_a_table_of_an_annex_repeats_its_titles_and_keeps_its_rows_whole():
    table = opened(papers.with_annexes()).tables[2]
    assert table.style.name == "Table Grid"
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows[1:])
    assert [cell.text for cell in table.rows[0].cells][:2] == ["TT", "Chỉ tiêu"]


def test_a_draft_says_so_and_the_copy_for_signature_does_not():
    assert "DỰ THẢO" in words_of(opened(papers.commune_draft()))
    assert "DỰ THẢO" not in words_of(opened(papers.signing_copy()))


def test_the_file_is_about_the_plan_and_not_about_a_template():
    about = opened(papers.district_document()).core_properties
    assert about.title.startswith("Kế hoạch số 05/KH-UBND: Thực hiện")
    assert about.author == "ỦY BAN NHÂN DÂN HUYỆN HỮU LŨNG"
    assert (about.language, about.comments) == ("vi-VN", "")


@settings(deadline=None, max_examples=15)
@given(st.text(max_size=80))
def test_any_text_whatever_makes_a_file_that_opens(text):
    paper = replace(
        papers.short_letter(), blocks=(Paragraph(text),), recipients=Recipients((text,)), title=text
    )
    opened(paper)
