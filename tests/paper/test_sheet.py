"""The marks of the decree, put to the words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.content.values import TextRun
from plans.law.blocks import BlockType
from plans.paper.document import Letterhead, Recipients, SignatureBlock
from plans.paper.lines import balanced
from plans.paper.setting import NBSP, end_marked
from plans.paper.sheet import sheet_of
from plans.paper.widths import width
from tests.content.writing import annex, cell, clause, paragraph, part, point, row, runs, table
from tests.paper import papers
from tests.paper.unbound import unbound


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("… năm 2023.", "… năm 2023./."),
        ("… năm 2023", "… năm 2023./."),
        ("… năm 2023./.", "… năm 2023./."),
        ("… năm 2023 ./.", "… năm 2023./."),
        ("băng zôn, khẩu hiệu...", "băng zôn, khẩu hiệu..../."),
        ("các đơn vị báo cáo;", "các đơn vị báo cáo./."),
    ],
)
def test_the_text_ends_with_one_end_mark(typed, printed):
    assert end_marked(typed) == printed


def test_a_text_that_ends_with_a_table_has_its_end_mark_below_it():
    blocks = (paragraph("Như sau:"), table(100), row("TT"), row("1"))
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert [getattr(block, "text", None) for block in sheet.blocks] == ["Như sau:", None, "./."]


def test_every_citation_ends_with_a_semicolon_and_the_last_with_a_full_stop():
    paper = replace(papers.district_document(), citations=("Căn cứ A,", "Căn cứ B.", "Căn cứ C;"))
    assert [line.text for line in sheet_of(paper).citations] == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]


def test_recipients_get_their_marks_and_the_archive_line_its_colon():
    paper = replace(
        papers.district_document(), recipients=Recipients(("- Sở Y tế;", "UBND các xã", "Lưu VT, VX."))
    )
    assert tuple(map(unbound, sheet_of(paper).recipients)) == ("Sở Y tế;", "UBND các xã;", "Lưu: VT, VX.")


def test_the_abbreviation_of_authority_is_followed_by_a_blank():
    paper = replace(
        papers.district_document(), signature=SignatureBlock(("TM.Ủy ban nhân dân", "KT.  Chủ tịch"), "A")
    )
    assert sheet_of(paper).authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")


def test_a_draft_leaves_room_for_number_and_day():
    sheet = sheet_of(papers.commune_draft())
    assert sheet.number == (f"Số: {NBSP * 5}/KH-UBND",)
    assert f"ngày{NBSP * 6}tháng{NBSP * 6}năm 2023" in sheet.date[0]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize(
    ("issuer", "symbol"),
    [
        ("Sở Lao động - Thương binh và Xã hội tỉnh Điện Biên", "KH-SLĐTBXH"),
        ("Ủy ban nhân dân phường Điện Biên Phủ", "KH-UBND"),
        ("Ban Chỉ đạo phòng ngừa, giảm thiểu lao động trẻ em tỉnh Bà Rịa - Vũng Tàu", "KH-BCĐ-SLĐTBXH-SGDĐT"),
    ],
)
def test_what_is_signed_has_the_lines_of_its_draft(issuer, symbol, landscape):
    """Number and day fill the room that was left for them."""

    def lines_of(number: str, day: str) -> list[list[str]]:
        paper = papers.with_annexes()
        blocks = [replace(b, landscape=landscape) if b.type == BlockType.ANNEX else b for b in paper.blocks]
        said = f"(Kèm theo Kế hoạch số {number or ' ' * 5}/{symbol} {day} của {issuer})"
        sheet = sheet_of(replace(paper, number=number, symbol=symbol, enclosed=said, blocks=tuple(blocks)))
        broken = (sheet.number, *(annex.reference for annex in sheet.annexes))
        without = re.compile(r"[\d\s]+")
        return [[without.sub("", line) for line in lines] for lines in broken]

    draft = lines_of("", "ngày      tháng      năm 2026")
    assert draft == lines_of("5", "ngày 01 tháng 6 năm 2026") == lines_of("1234", "ngày 28 tháng 11 năm 2026")


def test_an_annex_begins_a_sheet_with_the_label_it_says_and_the_line_it_is_enclosed_by():
    first, second = sheet_of(papers.with_annexes()).annexes
    assert (first.label, second.label) == ("Phụ lục I", "Phụ lục II")
    assert first.title == ("CHỈ TIÊU",)
    assert " ".join(first.reference) == papers.ENCLOSED
    (rules,) = sheet_of(papers.decision()).annexes
    assert rules.label == ""
    assert " ".join(rules.reference) == "(Kèm theo Quyết định số 05/QĐ-UBND ngày 03 tháng 01 năm 2024)"
    assert rules.blocks[0].role == "chapter"


@pytest.mark.parametrize("typed", ["PHỤ LỤC II", "Phụ lục II.", "phụ lục II:"])
def test_the_label_of_an_annex_stands_in_small_letters_without_a_mark(typed):
    paper = replace(papers.short_letter(), blocks=(annex(typed, "DANH MỤC VIỆC"),))
    assert [sheet.label for sheet in sheet_of(paper).annexes] == ["Phụ lục II"]


def test_markers_are_printed_as_they_are_stored():
    blocks = (part("V.", "Mục tiêu"), clause("1.2.", LISTED), point("đ)", LISTED), paragraph(LISTED, "•"))
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert [block.marker for block in sheet.blocks] == ["V.", "1.2.", "đ)", "•"]


LISTED = "Trẻ em được hỗ trợ;"


def test_a_no_break_space_that_was_typed_stays():
    blocks = (paragraph(f"Kế hoạch số{NBSP}192/KH-UBND  của\thuyện"),)
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert sheet.blocks[0].text == f"Kế hoạch số{NBSP}192/KH-UBND của huyện./."


def test_the_end_mark_takes_the_place_of_the_full_stop_in_the_last_words_look():
    blocks = (paragraph(runs("Đề nghị các đơn vị **thực hiện.**")),)
    (last,) = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    assert [(span.text, span.bold) for span in last.strands] == [
        ("Đề nghị các đơn vị ", False),
        ("thực hiện./.", True),
    ]


def test_a_long_row_may_break_over_pages_and_a_short_one_may_not():
    blocks = (table(10, 90), row("TT", "Việc"), row("1", papers.LONG * 6), row("2", papers.SHORT))
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    assert [row.tall for row in grid.rows] == [True, False]


def test_cells_stand_at_their_columns_beside_those_that_reach_down_to_them():
    blocks = (
        table(10, 30, 60, head_rows=0),
        row(cell("1", down=2), "a", "b"),
        row(cell("cd", across=9)),
        row("2", "e", "f", "thừa"),
    )
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    assert [[(cell.column, cell.across, cell.down) for cell in row.cells] for row in grid.rows] == [
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 9, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1), (3, 1, 1)],
    ]
    assert len(grid.shares) == 10


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "TRUNG TÂM GIÁO DỤC NGHỀ NGHIỆP - GIÁO DỤC THƯỜNG XUYÊN HUYỆN MƯỜNG NHÉ",
            ("TRUNG TÂM GIÁO DỤC", "NGHỀ NGHIỆP - GIÁO DỤC", "THƯỜNG XUYÊN", "HUYỆN MƯỜNG NHÉ"),
        ),
        (
            "BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ VÀ BÌNH ĐẲNG GIỚI HUYỆN BẮC TRÀ MY",
            ("BAN VÌ SỰ TIẾN BỘ CỦA", "PHỤ NỮ VÀ BÌNH ĐẲNG GIỚI", "HUYỆN BẮC TRÀ MY"),
        ),
        (
            "TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TRUNG HỌC CƠ SỞ TẢ GIA KHÂU",
            ("TRƯỜNG PHỔ THÔNG", "DÂN TỘC BÁN TRÚ", "TRUNG HỌC CƠ SỞ", "TẢ GIA KHÂU"),
        ),
    ],
)
def test_a_compound_in_the_name_of_an_office_stays_on_one_line(name, lines):
    assert tuple(balanced(name, 200, 13, bold=True)) == lines


def test_a_name_is_broken_between_words_that_belong_apart():
    office = replace(papers.district_document(), letterhead=Letterhead(("Ủy ban nhân dân huyện Hữu Lũng",)))
    assert sheet_of(office).agency == ("ỦY BAN NHÂN DÂN", "HUYỆN HỮU LŨNG")


words = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyÀẠỶẼỗ-,1 "), min_size=1, max_size=300)


@given(words, st.floats(80, 400))
def test_broken_lines_hold_every_word_and_fit_the_room(text, room):
    lines = balanced(text, room, 14, bold=True)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 14, bold=True) <= room for line in lines)


def test_the_reckoned_widths_are_those_of_the_printed_face(printed):
    seen = printed("long_names")
    for line in (*seen.agency, *seen.title):
        assert width(line.text, line.size, bold=True) == pytest.approx(line.length, rel=0.01)
    for line in (*seen.superior, seen.number):
        assert width(line.text, line.size) == pytest.approx(line.length, rel=0.01)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_whatever_can_be_set(text):
    paper = replace(
        papers.district_document(),
        title=text,
        blocks=(
            paragraph((TextRun(text),)),
            table(50, 50),
            row(cell((TextRun(text),)), "B"),
            row(cell((TextRun(text, italic=True),), (TextRun(text),), across=2)),
            annex(text, (TextRun(text),)),
        ),
        citations=(text,),
        recipients=Recipients((text, text)),
        signature=SignatureBlock((text,), text),
        letterhead=Letterhead((text,), (text,)),
        place_and_date=text,
    )
    sheet = sheet_of(paper)
    heads = "".join((*sheet.title, *sheet.agency, *sheet.date))
    assert not re.search(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", heads)


def test_figures_of_a_column_stand_at_the_right_with_commas_under_each_other():
    blocks = (
        table(10, 60, 30),
        row("TT", "Chỉ tiêu", "Số lớp"),
        row("1", "A", "12,5"),
        row("2", "B", "3"),
        row("3", "C", "1.204,25"),
    )
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    last = [row.cells[2] for row in grid.rows]
    assert [cell.paragraphs[0][0].text for cell in last] == [f"12,5{NBSP * 2}", f"3{NBSP * 5}", "1.204,25"]
    assert {cell.align.value for cell in last} == {"right"}
    assert grid.rows[0].cells[0].align.value == "left"


def test_a_sign_per_cent_stays_with_its_figure_and_a_dash_is_no_word():
    said = ("12,5%", "100%", "-", "", "7,25%")
    blocks = (table(60, 40), row("Xã", "Tỷ lệ"), *(row("A", figure) for figure in said))
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    cells = [row.cells[1] for row in grid.rows]
    texts = ["".join(strand.text for strand in cell.paragraphs[0]) for cell in cells]
    assert texts == [f"12,5%{NBSP * 2}", f"100%{NBSP * 5}", f"-{NBSP * 5}", "", "7,25%"]
    assert [cell.align.value for cell in cells] == ["right", "right", "right", "left", "right"]


def test_a_row_all_in_bold_titles_the_rows_below_it():
    blocks = (
        table(10, 60, 30),
        row("TT", "Nội dung", "Ghi chú"),
        row(cell("**I**"), cell("**Truyền thông**", across=2)),
        row("1", "**Tập huấn** cho cộng tác viên", ""),
        row(cell(""), cell(""), cell("")),
        row("**2**", "**Đậm** *" + "rất dài " * 200 + "*", ""),
    )
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    assert [(row.group, row.tall) for row in grid.rows] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
    ]


def test_years_are_no_figures():
    blocks = (table(50, 50), row("A", "Năm"), row("x", "2025"), row("y", "2030"))
    grid, _ = sheet_of(replace(papers.district_document(), blocks=blocks)).blocks
    assert grid.rows[0].cells[1].align.value == "left"


def test_siblings_are_of_one_weight():
    blocks = (clause("1.", "A"), clause("2.", "B"), clause("3.", "C"), paragraph("Câu."))
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert {text.bold for text in sheet.blocks[:3]} == {False}
    blocks = (
        clause("1.", "Mục tiêu chung"),
        clause("1.1.", "Đến 2025", level=3),
        paragraph("x", "-", level=4),
        clause("2.", "Mục tiêu cụ thể"),
        paragraph("y", "-"),
    )
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert [text.bold for text in sheet.blocks] == [True, True, False, True, False]


def test_what_leads_in_stays_with_what_follows():
    blocks = (
        paragraph("Đối với cấp huyện:", "a)"),
        paragraph("Rà soát."),
        paragraph("Hết."),
        paragraph("Hết."),
    )
    sheet = sheet_of(replace(papers.district_document(), blocks=blocks))
    assert [text.leads for text in sheet.blocks] == [True, False, True, True]


def test_a_date_that_just_fits_beside_a_long_symbol_stays_on_one_line():
    paper = replace(
        papers.commune_draft(),
        symbol="KH-BCĐPNGTLĐTE",
        place_and_date="Phường Điện Biên Phủ, ngày 10 tháng 02 năm 2024",
    )
    assert sheet_of(paper).date == ("Phường Điện Biên Phủ, ngày 10 tháng 02 năm 2024",)


def test_what_a_letter_is_about_gets_all_the_width_that_a_long_date_leaves():
    long_date = "Thị trấn Nông trường Việt Lâm, ngày 10 tháng 02 năm 2024"
    paper = replace(papers.official_letter(), symbol="UBND-NV", place_and_date=long_date)
    letter, plan = sheet_of(paper).columns, sheet_of(replace(paper, type_name="Kế hoạch")).columns
    assert letter.numbers > plan.numbers
    assert sheet_of(paper).date == (long_date,)
