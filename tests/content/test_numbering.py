"""Numbers of headings run on; where they do not it is said, and one press puts it right."""

import pytest
from hypothesis import given

from plans.content.numbering import renumbered, slips, step_of
from plans.content.values import Content
from tests.content.making import contents
from tests.content.writing import annex, article, chapter, clause, paragraph, part, point


def said(*blocks):
    return [(slip.after, slip.block.marker, slip.right) for slip in slips(blocks)]


def test_a_gap_and_a_repeat_are_told():
    assert said(part("I.", "MỤC ĐÍCH"), part("III.", "MỤC TIÊU")) == [("I.", "III.", "II.")]
    assert said(clause("1.", "Rà soát"), clause("1.", "Hỗ trợ")) == [("1.", "1.", "2.")]
    assert said(clause("1.1.", "Rà soát", level=3), clause("1.3.", "Hỗ trợ", level=3)) == [
        ("1.1.", "1.3.", "1.2.")
    ]
    assert said(point("d)", "Rà soát"), point("e)", "Hỗ trợ")) == [("d)", "e)", "đ)")]
    assert said(article("Điều 1.", "Ban hành"), article("Điều 3.", "Hiệu lực")) == [
        ("Điều 1.", "Điều 3.", "Điều 2.")
    ]


def test_what_stands_under_another_heading_begins_anew():
    assert (
        said(
            part("I.", "MỤC ĐÍCH"),
            clause("1.", "Nâng cao nhận thức"),
            clause("2.", "Can thiệp sớm"),
            part("II.", "MỤC TIÊU"),
            clause("1.", "Phòng ngừa"),
            point("a)", "Trẻ em"),
            point("b)", "Gia đình"),
            clause("2.", "Truyền thông"),
            point("a)", "Nhà trường"),
            annex("Phụ lục I", "CHỈ TIÊU"),
            part("I.", "CHUNG"),
        )
        == []
    )


def test_a_second_list_and_a_list_that_goes_on_from_elsewhere_are_no_slips():
    lists = [clause(marker, "Rà soát") for marker in ("1.", "2.", "3.", "1.", "2.")]
    assert said(*lists, part("IV.", "KINH PHÍ"), part("V.", "TỔ CHỨC")) == []
    assert (
        said(chapter("Chương I", "CHUNG"), article("Điều 4.", "Áp dụng"), article("Điều 5.", "Hiệu lực"))
        == []
    )


def test_dashes_and_words_before_a_line_are_no_numbers():
    assert said(paragraph("Rà soát", "-"), paragraph("Hỗ trợ", "+"), clause("Bước một:", "Gặp gỡ")) == []
    assert step_of("IIII.") is None


def test_numbers_run_on_after_one_press_and_nothing_else_changes():
    blocks = [
        part("I.", "MỤC ĐÍCH"),
        part("III.", "MỤC TIÊU"),
        clause("1.", "Một"),
        clause("1.", "Hai"),
        clause("4.", "Ba"),
        part("IV.", "TỔ CHỨC"),
    ]
    mended = renumbered(blocks)
    assert [block.marker for block in mended] == ["I.", "II.", "1.", "2.", "3.", "III."]
    assert [(block.key, block.runs) for block in mended] == [(block.key, block.runs) for block in blocks]


@given(contents())
def test_whatever_is_numbered_anew_has_no_slip_left(content: Content):
    mended = renumbered(content.blocks)
    assert slips(mended) == []
    assert renumbered(mended) == mended


@pytest.mark.parametrize("many", [2_500])
def test_a_draft_of_the_longest_kind_is_numbered_in_one_pass(many):
    blocks = [clause("1.", "Rà soát") for _ in range(many)]
    assert [block.marker for block in renumbered(blocks)][-1] == f"{many}."
