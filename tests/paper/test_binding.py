"""What stands together on one line, told by one table for every form of the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.paper.binding import LONGEST_BOUND, NBSP, bind, pieces_of, rules_for_the_editor, stays_whole
from plans.paper.stretching import tears_holes
from plans.paper.widths import ShortLine
from tests.paper.unbound import unbound


def shown(text: str, room: ShortLine | None = None) -> str:
    """ "_" where no line ends."""
    return bind(text, room).replace(NBSP, "_")


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("định hướng đến năm 2030.", "định hướng đến năm_2030."),
        ("ít nhất 90 % số trẻ em", "ít nhất 90_% số trẻ em"),
        ("ngày 26/5/2023 của", "ngày_26/5/2023 của"),
        ("ngày 01 tháng 6 năm 2023", "ngày_01_tháng_6 năm_2023"),
        ("Kế hoạch số 192/KH-UBND", "Kế hoạch số_192/KH-UBND"),
        ("điểm a khoản 2 Điều 103 Chương XII", "điểm_a khoản_2 Điều_103 Chương_XII"),
        ("ngày ..../..../ 2024", "ngày_..../..../_2024"),
        ("trong 6 tháng đầu năm", "trong 6_tháng đầu năm"),
        ("hỗ trợ 5 triệu đồng cho 100 trẻ em", "hỗ trợ 5_triệu_đồng cho 100_trẻ_em"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2021_-_2025"),
        ("đạt > 72% và Quý II/2026", "đạt >_72% và Quý_II/2026"),
        ("thành phố Phan Rang - Tháp Chàm", "thành phố Phan_Rang_- Tháp_Chàm"),
        ("do ông Giàng A Páo, Vi Văn Hùng ký", "do ông Giàng_A_Páo, Vi_Văn_Hùng ký"),
        ("chị Nguyễn Thị B, ở Khu phố 5", "chị Nguyễn_Thị_B, ở Khu phố_5"),
        ("Mục II Kế hoạch và Nhiệm vụ 3", "Mục_II Kế hoạch và Nhiệm vụ_3"),
        ("TP. Hồ Chí Minh, thế kỷ XXI", "TP._Hồ_Chí_Minh, thế kỷ_XXI"),
        ("03 xã nhận 30 suất quà", "03_xã nhận 30_suất quà"),
        ("Sở Nội vụ, Công an huyện Hữu Lũng", "Sở Nội vụ, Công an huyện Hữu_Lũng"),
        ("y tế, giáo dục …", "y tế, giáo dục_…"),
        ("thông số và năm học", "thông số và năm học"),
    ],
)
def test_what_belongs_together_is_bound(typed, bound):
    assert shown(typed) == bound


def test_the_last_two_syllables_of_a_text_of_more_than_a_line_stay_together():
    words = "Trẻ em có nguy cơ được hỗ trợ kịp thời theo quy định của pháp luật."
    assert shown(words).endswith("của pháp_luật.")
    assert shown("Phát tờ rơi.") == "Phát tờ rơi."


@pytest.mark.parametrize(
    ("ends", "bound"),
    [
        ("theo số 192/KH-UBND — 1.541.829.", "theo số_192/KH-UBND_— 1.541.829."),  # no line waits so long
        ("quy định tại Điều 5 — nghiêng", "quy định tại Điều_5_—_nghiêng"),  # a dash is no syllable
        (
            "https://www.chinhphu.gov.vn/van-ban/ke-hoach-2026 trẻ em",
            "trẻ_em",
        ),  # nor an address a number of children
    ],
)
def test_the_row_that_ends_a_text_is_bound_as_far_as_a_line_can_wait(ends, bound):
    assert shown(f"Các cơ quan, đơn vị thực hiện nhiệm vụ {ends}").endswith(bound)


def test_behind_a_dash_that_is_bound_no_line_ends_though_a_long_symbol_stands_before_it():
    row = f"464/SLĐTBXH-TE&BĐG{NBSP}–{NBSP}nghiêng"
    assert pieces_of(row) == [("464/", True), ("SLĐTBXH-", True), (f"TE&BĐG{NBSP}–{NBSP}nghiêng", True)]
    assert pieces_of("464/SLĐTBXH-TE&BĐG") == [("464/SLĐTBXH-TE&BĐG", False)]


def test_a_paragraph_whose_words_would_tear_holes_is_set_ragged():
    hole = f"Thực hiện số{NBSP}192/KH-UBND 464/SLĐTBXH-TE&BĐG số{NBSP}192/KH-UBND của Ủy ban nhân dân huyện."
    assert tears_holes(hole, "v)")
    assert not tears_holes(hole.replace("464/SLĐTBXH-TE&BĐG", "và các văn bản có liên quan của"), "v)")
    assert not tears_holes("Trẻ em có nguy cơ được hỗ trợ kịp thời theo quy định của pháp luật. " * 5)


def test_a_hole_that_opens_only_where_print_is_closer_than_reckoned_is_seen():
    """A period that by reckoning goes to the next line fits in print, and leaves that line with two long symbols."""
    words = (
        "Thực hiện ngày 01 tháng 6 năm 2023 … và/hoặc — 5 triệu đồng lao động đ “trong ngoặc kép” ướt "
        "số 192/KH-UBND ≥ 5 nghiêng – giai đoạn 2021 - 2025 ướt 464/SLĐTBXH-TE&BĐG 464/SLĐTBXH-TE&BĐG "
        "khoản 2 Điều 10 trẻ em trái quy định."
    )
    assert tears_holes(bind(words))


def test_a_narrow_column_binds_only_what_it_holds():
    words = "ngày 01 tháng 6 năm 2023"
    assert shown(words, ShortLine(80, 12)) == "ngày_01_tháng_6 năm_2023"
    assert shown(words, ShortLine(48, 12)) == "ngày_01 tháng_6 năm_2023"
    assert shown(words, ShortLine(48, 12, bold=True)) == "ngày_01 tháng_6 năm 2023"
    assert shown(words, ShortLine(30, 12)) == words


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("Cơ quan quản lý nhà nước", "Cơ quan quản_lý nhà nước"),
        ("TỔ CHỨC THỰC HIỆN", "TỔ_CHỨC THỰC_HIỆN"),
        ("của Ban Chỉ đạo về bình đẳng giới", "của Ban Chỉ_đạo về bình đẳng_giới"),
        ("quản lý, tổ chức", "quản_lý, tổ_chức"),
        ("quản, lý", "quản, lý"),
    ],
)
def test_a_column_binds_compounds_too(typed, bound):
    assert shown(typed, ShortLine(80, 12)) == bound
    assert shown(typed) == typed


def test_a_symbol_that_its_column_does_not_hold_may_break():
    assert pieces_of("192/KH-UBND", ShortLine(80, 12)) == [("192/KH-UBND", True)]
    assert pieces_of("192/KH-UBND", ShortLine(70, 12)) == [("192/KH-UBND", False)]


def test_a_blank_that_was_typed_as_no_break_stays_one_where_a_row_grows_too_long():
    words = NBSP.join(["mười"] * 12)
    assert bind(f"A {words} b") == f"A {words} b"
    assert len(words) > LONGEST_BOUND


@given(st.text(alphabet="ngày số năm 0123456789/-.…%AĐ \u00a0", max_size=90))
def test_binding_changes_blanks_and_nothing_else(text):
    bound = bind(text)
    assert len(bound) == len(text)
    assert unbound(bound) == unbound(text)
    assert all(b == NBSP for a, b in zip(text, bound, strict=True) if a == NBSP)
    assert bind(bound) == bound


@pytest.mark.parametrize(
    "row",
    [
        *("192/KH-UBND", f"số{NBSP}192/KH-UBND", "2021-2025;", f"2021{NBSP}-{NBSP}2025", "và/hoặc"),
        *("110/2024/NĐ-CP.", "110/2024/NĐ-CP./.", f"số{NBSP}123/2024/QĐ-UBND,"),
    ],
)
def test_a_symbol_stays_whole(row):
    assert stays_whole(row)


@pytest.mark.parametrize(
    "row", ["464/SLĐTBXH-TE&BĐG", f"số{NBSP}192/KHLT-UBND-UBMTTQVN-HND", "lao", f"ngày{NBSP}26", "-"]
)
def test_a_long_symbol_breaks_behind_its_marks_and_other_words_are_let_be(row):
    assert not stays_whole(row)


def test_the_editor_gets_the_same_table_as_plain_data():
    rules = rules_for_the_editor()
    assert all(isinstance(pattern, str) for pattern in rules["bound"])
    assert not any(r"\w" in pattern or r"\b" in pattern or r"\d" in pattern for pattern in rules["bound"])
