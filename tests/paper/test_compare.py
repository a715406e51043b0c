"""What changed since the leader last read the paper."""

import json
from dataclasses import replace

from plans.paper.compare import compare, differs, tags
from plans.paper.document import (
    Heading,
    Letterhead,
    Level,
    Paper,
    Paragraph,
    Recipients,
    SignatureBlock,
    Table,
)
from plans.paper.frozen import from_data, to_data
from plans.paper.html import to_html

DRAFT = Paper(
    kind="KH",
    type_name="Kế hoạch",
    letterhead=Letterhead(("Ủy ban nhân dân", "xã Tân Thành")),
    number="",
    symbol="KH-UBND",
    place_and_date="Tân Thành, ngày 01 tháng 6 năm 2023",
    title="Phòng ngừa trẻ em lao động trái quy định năm 2023",
    blocks=(
        Heading(Level.PART, "I", "Mục đích"),
        Paragraph("Nâng cao nhận thức của cha mẹ và trẻ em.", "1."),
        Heading(Level.PART, "II", "Mục tiêu"),
        Paragraph("100% trẻ em được hỗ trợ.", "-"),
        Table((), (("1", "một"), ("2", "hai"))),
    ),
    recipients=Recipients(("Các trường học", "Lưu: VT")),
    signature=SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Phan Quang Vinh"),
)


def shown(paper):
    return tags(" ".join(getattr(block, "text", "") for block in paper.blocks))


def test_the_same_paper_shows_no_change():
    assert not differs(compare(DRAFT, DRAFT))


def test_a_changed_value_is_struck_out_and_written_beside_it():
    new = replace(
        DRAFT, blocks=(*DRAFT.blocks[:3], Paragraph("95% trẻ em được hỗ trợ.", "-"), DRAFT.blocks[4])
    )
    assert "<del>100%</del><ins>95%</ins> trẻ em được hỗ trợ." in shown(compare(DRAFT, new))


def test_a_new_paragraph_is_inserted_whole_and_leaves_its_neighbours_alone():
    new = replace(
        DRAFT,
        blocks=(*DRAFT.blocks[:2], Paragraph("Chủ động phòng ngừa từ thôn bản.", "2."), *DRAFT.blocks[2:]),
    )
    text = shown(compare(DRAFT, new))
    assert "<ins>Chủ động phòng ngừa từ thôn bản.</ins>" in text
    assert text.count("<ins>") == 1
    assert "<del>" not in text


def test_a_removed_paragraph_stays_readable_where_it_stood():
    new = replace(DRAFT, blocks=(DRAFT.blocks[0], *DRAFT.blocks[2:]))
    text = shown(compare(DRAFT, new))
    assert text.index("<del>Nâng cao nhận thức") < text.index("Mục tiêu")


def test_a_new_recipient_another_signer_and_a_table_row_are_marked():
    new = replace(
        DRAFT,
        recipients=Recipients(("Các trường học", "Công an xã", "Lưu: VT")),
        signature=SignatureBlock(("CHỦ TỊCH",), "Nguyễn Văn Bình"),
        blocks=(*DRAFT.blocks[:4], Table((), (("1", "một"), ("2", "ba")))),
    )
    marked = json.dumps(to_data(compare(DRAFT, new)), ensure_ascii=False)
    for change in (
        "<ins>Công an xã</ins>",
        "<del>KT. </del>CHỦ TỊCH",
        "<del>Phan Quang Vinh</del><ins>Nguyễn Văn Bình</ins>",
        "<ins>ba</ins>",
    ):
        assert change in tags(marked)


def test_a_change_over_two_lines_of_a_head_is_marked_in_each():
    new = replace(DRAFT, letterhead=Letterhead(("Ban Chỉ đạo phòng ngừa lao động trẻ em",)))
    html = tags(to_html(compare(DRAFT, new), live=True))
    assert "<ins>BAN CHỈ ĐẠO PHÒNG NGỪA</ins></p>" in html
    assert '<p class="agency"><ins>LAO ĐỘNG TRẺ EM</ins>' in html


def test_text_that_holds_our_marks_cannot_forge_a_change():
    forged = replace(DRAFT, title="Kế \ue000hoạch\ue001 năm 2023")
    assert not differs(compare(forged, forged))


def test_a_paper_comes_back_from_its_stored_data_unchanged():
    assert from_data(json.loads(json.dumps(to_data(DRAFT)))) == DRAFT
