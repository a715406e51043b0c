"""The marks of the decree, put to the words."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.paper.document import Column, Letterhead, Paragraph, Recipients, SignatureBlock, Table
from plans.paper.lines import balanced, width
from plans.paper.sheet import NBSP, end_marked, sheet_of
from tests.paper import papers


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
    table = Table((Column("TT", 100),), (("1",),))
    sheet = sheet_of(replace(papers.district_document(), blocks=(Paragraph("Như sau:"), table)))
    assert [getattr(block, "text", None) for block in sheet.blocks] == ["Như sau:", None, "./."]


def test_every_citation_ends_with_a_semicolon_and_the_last_with_a_full_stop():
    paper = replace(papers.district_document(), citations=("Căn cứ A,", "Căn cứ B.", "Căn cứ C;"))
    assert [line.text for line in sheet_of(paper).citations] == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]


def test_recipients_get_their_marks_and_the_archive_line_its_colon():
    paper = replace(
        papers.district_document(), recipients=Recipients(("- Sở Y tế;", "UBND các xã", "Lưu VT, VX."))
    )
    assert sheet_of(paper).recipients == ("Sở Y tế;", "UBND các xã;", "Lưu: VT, VX.")


def test_the_abbreviation_of_authority_is_followed_by_a_blank():
    paper = replace(
        papers.district_document(), signature=SignatureBlock(("TM.Ủy ban nhân dân", "KT.  Chủ tịch"), "A")
    )
    assert sheet_of(paper).authority == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")


def test_a_draft_leaves_room_for_number_and_day():
    sheet = sheet_of(papers.commune_draft())
    assert sheet.number == f"Số: {NBSP * 5}/KH-UBND"
    assert f"ngày{NBSP * 6}tháng{NBSP * 6}năm 2023" in sheet.date[0]


def test_one_annex_has_no_number_and_two_are_numbered_in_roman():
    two = papers.with_annexes()
    assert [annex.label for annex in sheet_of(two).annexes] == ["Phụ lục I", "Phụ lục II"]
    assert [annex.label for annex in sheet_of(replace(two, annexes=two.annexes[:1])).annexes] == ["Phụ lục"]


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
        blocks=(Paragraph(text), Table((Column(text, 50), Column("B", 50)), ((text, "b"), (text,)))),
        citations=(text,),
        recipients=Recipients((text, text)),
        signature=SignatureBlock((text,), text),
        letterhead=Letterhead((text,), (text,)),
        place_and_date=text,
    )
    sheet = sheet_of(paper)
    heads = "".join((*sheet.title, *sheet.agency, *sheet.date))
    assert not re.search(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", heads)
