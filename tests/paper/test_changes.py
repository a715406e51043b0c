"""A leader goes from change to change: each has a number, a line in the list and a way to the next."""

from dataclasses import replace

from plans.paper.changes import numbered
from plans.paper.compare import compare, tags
from plans.paper.document import SignatureBlock
from plans.paper.html import to_html
from tests.content.writing import paragraph, part, row
from tests.paper.test_compare import DRAFT

PURPOSE, CARE, GOALS, TARGET, TABLE, ONE, TWO = DRAFT.blocks


def told(new):
    return numbered(tags(to_html(compare(DRAFT, new), live=True)))


def with_blocks(*blocks):
    return replace(DRAFT, blocks=blocks)


def test_the_same_paper_has_nothing_to_lead_to():
    sheet, changes = told(DRAFT)
    assert changes == ()
    assert sheet == to_html(DRAFT, live=True)


def test_every_kind_of_change_is_called_what_it_is():
    new = with_blocks(
        PURPOSE,
        paragraph("Chủ động từ thôn bản.", "1."),
        GOALS,
        paragraph("95% trẻ em được hỗ trợ.", "-", "target"),
    )
    _, changes = told(new)
    assert [(change.number, change.kind) for change in changes] == [
        (1, "thêm"),
        (2, "bỏ"),
        (3, "sửa"),
        (4, "bỏ"),
        (5, "bỏ"),
    ]


def test_what_moved_is_told_as_moved_and_once():
    _, changes = told(with_blocks(PURPOSE, GOALS, CARE, TARGET, TABLE, ONE, TWO))
    assert [change.kind for change in changes] == ["chuyển chỗ"]


def test_the_line_of_a_change_says_where_it_stands_what_went_and_what_came():
    _, (change,) = told(
        replace(
            DRAFT,
            blocks=(
                PURPOSE,
                CARE,
                GOALS,
                paragraph("100% trẻ em được cứu giúp.", "-", "target"),
                TABLE,
                ONE,
                TWO,
            ),
        )
    )
    assert change.pieces == (
        ("", "- 100% trẻ em được"),
        ("del", "hỗ"),
        ("ins", "cứu"),
        ("del", "trợ."),
        ("ins", "giúp."),
    )


def test_all_that_changed_in_one_paragraph_is_one_change_and_so_is_a_row():
    care = paragraph("Nâng tầm nhận thức của cha mẹ và trẻ nhỏ.", "1.")
    _, changes = told(with_blocks(PURPOSE, care, GOALS, TARGET, TABLE, ONE, row("3", "ba", key="t-2")))
    assert [change.kind for change in changes] == ["sửa", "sửa"]


def test_each_number_leads_to_the_next_and_the_last_back_to_the_list():
    signature = SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn Bình")
    sheet, changes = told(replace(DRAFT, title="Phòng ngừa trẻ em lao động năm 2024", signature=signature))
    assert [change.anchor for change in changes] == ["thay-doi-1", "thay-doi-2"]
    assert 'id="thay-doi-1" href="#thay-doi-2"' in sheet
    assert 'id="thay-doi-2" href="#cac-cho-sua"' in sheet


def test_a_long_insertion_is_told_short_and_a_sign_of_html_stays_a_sign():
    words = " ".join(["Trẻ em < 13 tuổi & gia đình"] * 9)
    _, (change,) = told(with_blocks(PURPOSE, CARE, part("I.", words), GOALS, TARGET, TABLE, ONE, TWO))
    ((mark, said),) = change.pieces
    assert mark == "ins"
    assert said.startswith("I. TRẺ EM < 13 TUỔI & GIA ĐÌNH")
    assert said.endswith(" …")
    assert len(said.split()) == 25
