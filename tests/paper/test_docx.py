"""The Word file: the same words and figures as the sheet, in real styles, tables and headers."""

import io
import re
from dataclasses import replace

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.content.values import TextRun
from plans.paper.document import Recipients
from plans.paper.docx import to_docx
from plans.paper.sheet import sheet_of
from tests.content.writing import cell, paragraph, row, table
from tests.paper import papers
from tests.paper.lines import squeezed
from tests.paper.unbound import unbound

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


def notes_of(word) -> str:
    """The words of its footnotes."""
    return "\n".join(note.xpath("string(.)") for note in footnotes_of(word))


def footnotes_of(word):
    parts = [rel.target_part for rel in word.part.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
    return [note for part in parts for note in parse_xml(part.blob) if note.get(qn("w:type")) is None]


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
    word, seen = opened(papers.ALL[name]()), printed(name)
    text = f"{words_of(word)}\n{notes_of(word)}"
    lines = [line for n, page in enumerate(seen.lines) for line in page if line is not seen.page_number(n)]
    assert {word for line in lines for word in re.findall(r"\w+", line.text)} <= set(re.findall(r"\w+", text))
    without_calls = re.sub(r"\(\d\)", "", text)  # small figures above the line, which `printed` leaves out
    have = squeezed(f"{text}\n{without_calls}")
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
    for run in (run for used_here in used for run in used_here.runs):
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
    for placing in (heads, closing):
        assert placing._tbl.tblPr.find(qn("w:tblBorders")) is None
        assert placing.style.name == "Normal Table"


def test_the_last_paragraphs_and_the_signature_are_held_together():
    word = opened(papers.district_document())
    last = [p for p in word.paragraphs if p.text.strip()][-2:]
    assert all(p.paragraph_format.keep_with_next for p in last)
    assert word.tables[-1].rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_a_table_of_an_annex_repeats_its_titles_and_keeps_its_rows_whole():
    grid = opened(papers.with_annexes()).tables[2]
    assert grid.style.name == "Table Grid"
    assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in grid.rows[1:])
    assert [one.text for one in grid.rows[0].cells][:2] == ["TT", "Chỉ tiêu"]


def test_a_table_of_the_body_keeps_its_spans_its_paragraphs_and_their_looks():
    grid = opened(papers.with_tables()).tables[1]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in grid.rows][:3] == [True, True, False]
    assert grid.cell(0, 1)._tc is grid.cell(1, 1)._tc
    assert grid.cell(0, 2)._tc is grid.cell(0, 3)._tc
    assert grid.cell(2, 0)._tc is grid.cell(2, 4)._tc
    assert grid.cell(4, 2)._tc is grid.cell(5, 2)._tc
    training = grid.cell(3, 1)
    assert [p.text for p in training.paragraphs] == ["Tập huấn cho cộng tác viên", "Mỗi xã một lớp"]
    assert [run.bold for run in training.paragraphs[0].runs] == [True, None]
    assert training.paragraphs[1].runs[0].italic
    assert grid.cell(3, 3).paragraphs[0].alignment == ALIGN.RIGHT


def test_a_note_is_a_footnote_of_word_with_the_mark_it_is_written_with():
    word = opened(papers.with_tables())
    (foot,) = footnotes_of(word)
    assert unbound(foot.xpath("string(.)")) == "(1) Trẻ em có nguy cơ theo khoản 1 Điều 10 Luật Trẻ em."
    calling = next(p for p in word.paragraphs if p.text.startswith("Trẻ em có nguy cơ"))
    (reference,) = calling._p.iter(qn("w:footnoteReference"))
    assert reference.get(qn("w:id")) == foot.get(qn("w:id"))
    assert reference.get(qn("w:customMarkFollows")) == "1"
    assert calling.text.startswith("Trẻ em có nguy cơ(1) được hỗ trợ")


def test_a_note_of_a_cell_stands_below_its_table():
    word = opened(papers.with_tables())
    assert [p.text for p in styled(word, "Chú thích")] == ["* Bằng tiếng Việt và tiếng dân tộc."]


def test_an_annex_on_its_side_has_a_page_and_a_table_as_wide_as_that():
    word = opened(papers.with_tables())
    upright, lying = word.sections
    assert (upright.orientation, lying.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert lying.page_width == pytest.approx(Mm(297), abs=WORD_UNIT)
    widths = sum(column.width for column in word.tables[-1].columns)
    assert widths == pytest.approx(Mm(247), abs=10 * WORD_UNIT)


def test_chapters_are_centred_and_articles_have_a_bold_marker():
    word = opened(papers.decision())
    assert [p.text for p in styled(word, "Chương, mục")] == [
        "Chương I\nQUY ĐỊNH CHUNG",
        "Chương II\nNỘI DUNG PHỐI HỢP",
    ]
    assert word.styles["Chương, mục"].paragraph_format.alignment == ALIGN.CENTER
    articles = [p for p in word.paragraphs if p.text.startswith("Điều ")]
    assert [[run.bold for run in p.runs] for p in articles[2:4]] == [[True, None, None], [True, True, True]]
    decides = next(p for p in word.paragraphs if p.text == "QUYẾT ĐỊNH:")
    assert decides.alignment == ALIGN.CENTER


def test_each_section_numbers_its_pages_once():
    for section in opened(papers.with_annexes()).sections:
        assert len(section._sectPr.findall(qn("w:pgNumType"))) <= 1


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
        papers.short_letter(),
        blocks=(paragraph((TextRun(text),)), table(50, 50), row(cell((TextRun(text, bold=True),)), "b")),
        recipients=Recipients((text,)),
        title=text,
    )
    opened(paper)


def test_the_subject_of_a_letter_stands_in_a_column_of_the_width_that_its_lines_were_broken_for():
    place_and_date = "Thị trấn Điện Biên Đông, ngày 29 tháng 12 năm 2023"
    paper = replace(papers.official_letter(), symbol="UBND-VHXH-SLĐTBXH-LĐTE", place_and_date=place_and_date)
    columns = sheet_of(paper).columns
    assert columns.names != columns.numbers
    cells = [cell for row in opened(paper).tables[0].rows for cell in row.cells]
    (subject,) = {cell._tc for cell in cells if cell.text.startswith("V/v")}
    (number,) = {cell._tc for cell in cells if cell.text.startswith("Số:")}
    assert subject.width == number.width
