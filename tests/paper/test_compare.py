"""What changed since the leader last read the paper."""

import json
import time
from dataclasses import replace

from plans.paper.compare import compare, differs, tags
from plans.paper.document import Letterhead, Paper, Recipients, SignatureBlock
from plans.paper.frozen import from_data, to_data
from plans.paper.html import to_html
from tests.content.writing import annex, cell, clause, paragraph, part, row, table
from tests.paper import papers

DRAFT = Paper(
    kind="KH",
    type_name="Kế hoạch",
    letterhead=Letterhead(("Ủy ban nhân dân", "xã Tân Thành")),
    number="",
    symbol="KH-UBND",
    place_and_date="Tân Thành, ngày 01 tháng 6 năm 2023",
    title="Phòng ngừa trẻ em lao động trái quy định năm 2023",
    blocks=(
        part("I.", "Mục đích"),
        paragraph("Nâng cao nhận thức của cha mẹ và trẻ em.", "1."),
        part("II.", "Mục tiêu"),
        paragraph("100% trẻ em được hỗ trợ.", "-", "target"),
        table(10, 90, key="t"),
        row("1", "một", key="t-1"),
        row("2", "hai", key="t-2"),
    ),
    recipients=Recipients(("Các trường học", "Lưu: VT")),
    signature=SignatureBlock(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Phan Quang Vinh"),
)


def shown(paper):
    return tags(" ".join(block.text for block in paper.blocks))


def with_blocks(*blocks):
    return replace(DRAFT, blocks=blocks)


def marked_page(old, new):
    return tags(to_html(compare(old, new), live=True))


def test_the_same_paper_shows_no_change():
    assert not differs(compare(DRAFT, DRAFT))


def test_a_changed_value_is_struck_out_and_written_beside_it():
    new = replace(
        DRAFT, blocks=(*DRAFT.blocks[:3], paragraph("95% trẻ em được hỗ trợ.", "-"), *DRAFT.blocks[4:])
    )
    assert "<del>100%</del><ins>95%</ins> trẻ em được hỗ trợ." in shown(compare(DRAFT, new))


def test_a_new_paragraph_is_inserted_whole_and_leaves_its_neighbours_alone():
    new = replace(
        DRAFT,
        blocks=(*DRAFT.blocks[:2], paragraph("Chủ động phòng ngừa từ thôn bản.", "2."), *DRAFT.blocks[2:]),
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
        blocks=(*DRAFT.blocks[:-1], row("2", "ba", key="t-2")),
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
    paper = papers.with_tables()
    assert from_data(json.loads(json.dumps(to_data(paper)))) == paper


def test_a_block_that_keeps_its_key_is_the_same_however_much_it_was_rewritten():
    new = with_blocks(
        *DRAFT.blocks[:3], paragraph("Không còn lao động trẻ em.", "-", "target"), *DRAFT.blocks[4:]
    )
    assert "<ins>Không còn lao động</ins> trẻ <del>em được" in shown(compare(DRAFT, new))


def test_a_change_leaves_the_looks_of_its_words_and_of_those_around_it():
    old = with_blocks(paragraph("Trẻ em được **hỗ trợ kịp thời** và *đúng luật*."))
    new = with_blocks(paragraph("Trẻ em được **hỗ trợ, can thiệp kịp thời** và *đúng quy định*."))
    html = marked_page(old, new)
    assert "<b><del>trợ</del><ins>trợ, can thiệp</ins> kịp thời</b>" in html.replace("<b>hỗ ", "<b>")
    assert "<i>đúng <del>luật</del>" in html


def test_a_change_over_words_of_two_looks_is_marked_in_each():
    old = with_blocks(paragraph("Mở đầu văn bản này."))
    new = with_blocks(paragraph("Mở đầu văn bản này.*Thêm* **đậm**"), paragraph("**Một đoạn** hoàn toàn mới"))
    html = marked_page(old, new)
    assert "<b><ins>Một đoạn</ins></b><ins> hoàn toàn mới" in html


def test_bold_alone_is_no_change_of_words():
    new = with_blocks(
        *DRAFT.blocks[:3], paragraph("**100%** trẻ em được hỗ trợ.", "-", "target"), *DRAFT.blocks[4:]
    )
    assert not differs(compare(DRAFT, new))


def test_the_number_of_a_heading_that_moved_on_is_no_change():
    old = with_blocks(part("I.", "Mục tiêu"), clause("1.", "Phòng ngừa"))
    new = with_blocks(part("II.", "Mục tiêu"), clause("2.", "Phòng ngừa"))
    assert not differs(compare(old, new))


def test_a_row_that_is_gone_stays_in_its_table_and_a_paragraph_of_a_cell_is_inserted_alone():
    new = with_blocks(*DRAFT.blocks[:5], row("1", cell("một", "thêm một dòng"), key="t-1"))
    marked = compare(DRAFT, new)
    assert [block.type for block in marked.blocks[4:]] == ["table", "row", "row"]
    html = marked_page(DRAFT, new)
    assert "<p>một</p><p><ins>thêm một dòng</ins></p>" in html
    assert "<del>hai</del>" in html


def test_a_table_that_gave_way_to_a_paragraph_is_struck_out_whole():
    new = with_blocks(*DRAFT.blocks[:4], paragraph("Không có bảng."))
    marked = compare(DRAFT, new)
    assert sorted(block.type for block in marked.blocks[4:]) == ["paragraph", "row", "row", "table"]
    html = marked_page(DRAFT, new)
    assert html.index('<table class="grid"') < html.index("<del>một</del>")


def test_annexes_are_the_same_by_their_titles_and_one_that_is_gone_is_struck_out():
    old = with_blocks(
        paragraph("A."), annex("", "Chỉ tiêu"), paragraph("90%"), annex("", "Nhiệm vụ"), paragraph("B.")
    )
    new = with_blocks(paragraph("A."), annex("", "Chỉ tiêu"), paragraph("95%"))
    html = marked_page(old, new)
    assert "<del>90%</del>" in html and "<ins>95%</ins>" in html
    assert "<del>NHIỆM VỤ</del>" in html


def test_a_block_that_moved_is_shown_once_where_it_stands_now():
    one, two, three = (paragraph(f"Đoạn thứ {word}.", "-", key=word) for word in ("nhất", "hai", "ba"))
    html = marked_page(with_blocks(one, two, three), with_blocks(two, three, one))
    assert "<mark>Đoạn thứ nhất." in html
    assert "<ins>" not in html and "<del>" not in html
    assert html.count("Đoạn thứ nhất.") == 1


def test_a_block_that_moved_and_was_rewritten_says_both():
    one = paragraph("Rà soát trẻ em có nguy cơ.", "-", key="one")
    others = [paragraph(f"Đoạn {word} khác hẳn.", "-", key=word) for word in ("giữa", "cuối")]
    again = paragraph("Rà soát trẻ em ở mọi thôn.", "-", key="one")
    html = marked_page(with_blocks(one, *others), with_blocks(*others, again))
    assert "<mark>Rà soát trẻ em </mark>" in html
    assert "<ins>ở" in html and "<del>có" in html


def test_without_keys_in_common_a_block_is_known_by_its_words():
    """As two versions of which one is of the first shape."""
    texts = ("Mở đầu.", "Truyền thông.", "Kết thúc.")
    old = with_blocks(*(paragraph(text, key=f"section-{n}") for n, text in enumerate(texts)))
    new = with_blocks(*(paragraph(texts[n], key=f"new-{n}") for n in (1, 2, 0)))
    assert not differs(compare(old, with_blocks(*(paragraph(text) for text in texts))))
    assert "<mark>Mở đầu." in marked_page(old, new)


def test_of_blocks_with_the_same_words_each_moves_once():
    line = [paragraph("Như nhau.", "-", key=f"k{n}") for n in range(2)]
    other = [paragraph(f"Đoạn {word} khác hẳn.", key=word) for word in ("giữa", "cuối")]
    html = marked_page(with_blocks(*line, *other), with_blocks(*other, *line))
    assert html.count("Như nhau.") == 2
    assert "<del>" not in html and "<ins>" not in html


def test_a_row_that_moved_is_told_so_and_a_table_row_by_row():
    head = DRAFT.blocks[4]
    rows = [row(str(n), text, key=f"t-{n}") for n, text in enumerate(("một", "hai", "ba"))]
    changed = row("1", "hai, và bốn", key="t-1")
    html = marked_page(with_blocks(head, *rows), with_blocks(head, changed, rows[2], rows[0]))
    assert "<mark>một" in html
    assert "<del>hai</del><ins>hai, và bốn</ins>" in html
    assert "<del>một" not in html


def test_text_that_holds_our_marks_of_moves_cannot_forge_one():
    forged = replace(DRAFT, title="Kế \ue004hoạch\ue005 năm 2023")
    assert not differs(compare(forged, forged))


def test_a_row_with_another_number_of_cells_is_another_row_and_nothing_of_the_old_one_is_lost():
    new = with_blocks(*DRAFT.blocks[:5], row("1", "một", "thêm", key="t-1"), DRAFT.blocks[6])
    html = marked_page(DRAFT, new)
    assert "<del>một</del>" in html and "<ins>một</ins>" in html and "<ins>thêm</ins>" in html


def a_long_body(word):
    return with_blocks(*(paragraph(" ".join(f"{word}{n}{k}" for k in range(20))) for n in range(1_200)))


def test_two_long_papers_that_have_nothing_in_common_are_compared_in_a_moment():
    begun = time.process_time()
    assert differs(compare(a_long_body("trước"), a_long_body("sau")))
    assert time.process_time() - begun < 20
