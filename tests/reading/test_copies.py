"""Copies of the web: heads broken after any word, lines that got lost, furniture of the page."""

import pytest

from plans.citing.acts import carried_out_in
from plans.reading import Unreadable, read
from plans.reading.draft import as_json
from plans.reading.heads import in_pieces


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ỦY", "BAN NHÂN DÂN"),
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM"),
        ("Số:", "512/KH-UBND"),
        ("Đông", "Lâm, ngày 17"),
        ("Thành phố Đông", "Lâm, ngày 17 tháng 3 năm 2022"),
    ],
)
def test_two_lines_of_a_head_are_one(before, after):
    assert in_pieces(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ỦY BAN NHÂN DÂN", "TỈNH ĐÔNG LÂM"),
        ("Hạnh phúc", "Đông Lâm, ngày 17 tháng 3"),
        ("KẾ HOẠCH", "PHÒNG NGỪA LAO ĐỘNG TRẺ EM"),
        ("Số:", "Đông Lâm, ngày 17"),
    ],
)
def test_two_lines_stay_two(before, after):
    assert not in_pieces(before, after)


def test_an_opening_names_every_act_it_carries_out():
    text = (
        "Thực hiện Quyết định số Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương "
        "trình; Kế hoạch 208/KH-UBND ngày 09/6/2021 của Ủy ban nhân dân tỉnh về trẻ em; xét đề nghị của Giám đốc Sở "
        "tại Tờ trình số 05/TTr-SLĐ ngày 04/01/2024, UBND tỉnh ban hành Kế hoạch như sau:"
    )
    assert [act.number for act in carried_out_in(text, 0)] == ["23/QĐ-TTg", "208/KH-UBND", "05/TTr-SLĐ"]


def _read(text: str) -> dict:
    return as_json(read(text.encode(), "a.txt"))


def test_the_programme_that_the_title_takes_up_is_the_parent():
    draft = _read(
        "ỦY BAN NHÂN DÂN\nTỈNH ĐÔNG LÂM\nSố: 9/KH-UBND\nĐông Lâm, ngày 05 tháng 5 năm 2021\nKẾ HOẠCH\n"
        "Thực hiện Chương trình hành động vì trẻ em tỉnh Đông Lâm\n\n"
        "Thực hiện Nghị quyết số 121/2020/QH14 ngày 19/6/2020 của Quốc hội về phòng, chống xâm hại; Quyết định số "
        "23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động vì trẻ em, UBND tỉnh ban "
        "hành Kế hoạch như sau:\n\nI. MỤC TIÊU\n- 90% xã có cộng tác viên."
    )
    assert draft["parent"]["number"] == "23/QĐ-TTg"


def test_a_sentence_that_names_a_plan_is_no_head():
    draft = _read(
        "Kim Hải: Phòng, chống đuối nước trẻ em năm 2024\n\nUBND huyện Kim Hải vừa ban hành Kế hoạch 31/KH-UBND ngày "
        "07-02-2024 về trẻ em.\n\nHuyện phấn đấu 50% học sinh biết bơi; 95% hộ gia đình ký cam kết. Kinh phí 620 triệu "
        "đồng, trong đó ngân sách huyện bảo đảm 70%, còn lại 30% là xã hội hóa."
    )
    assert (draft["number"], draft["date"], draft["issuer"]) == ("31", "2024-02-07", "UBND huyện Kim Hải")
    assert [target["value"] for target in draft["targets"]] == ["50", "95"]


def test_a_clock_of_the_page_is_no_date_line():
    draft = _read(
        "Chủ nhật, Ngày 27/10/2024\n\nỦY BAN NHÂN DÂN\nXÃ TÂN HẢI\n\nSố: 7/KH-UBND\n\n"
        "Tân Hải, ngày 01 tháng 4 năm 2021\n\nKẾ HOẠCH\nVề trẻ em năm 2021\n\nI. MỤC TIÊU\n- 90% trẻ em được tư vấn."
    )
    assert (draft["place"], draft["date"]) == ("Tân Hải", "2021-04-01")


def test_a_signature_may_stand_above_the_recipients_and_carry_a_degree():
    draft = _read(
        "SỞ Y TẾ\nSố: 7/KH-SYT\nTân Hải, ngày 01 tháng 4 năm 2021\nKẾ HOẠCH\nVề trẻ em năm 2021\n\nI. MỤC TIÊU\n"
        "- 90% trẻ em được tư vấn.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\nBS.CKII. Võ Thị Kim Phượng\n\n"
        "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT."
    )
    assert draft["signer"] == {"lines": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": "Võ Thị Kim Phượng"}
    assert draft["recipients"] == ["UBND tỉnh", "Lưu: VT"]


def test_the_general_aim_is_no_target_to_minimise():
    draft = _read(
        "ỦY BAN NHÂN DÂN\nXÃ TÂN HẢI\nSố: 7/KH-UBND\nTân Hải, ngày 01 tháng 4 năm 2021\nKẾ HOẠCH\nVề trẻ em năm 2021\n"
        "\nI. MỤC TIÊU\n1. Mục tiêu chung\nHạn chế đến mức thấp nhất tình trạng trẻ em bỏ học.\n2. Mục tiêu cụ thể\n"
        "- Giảm tối đa tình trạng trẻ em lao động sớm.\n- 90% trẻ em được tư vấn."
    )
    assert [target["comparator"] for target in draft["targets"]] == ["min", "="]


def test_what_sets_no_targets_and_names_no_plan_is_refused():
    with pytest.raises(Unreadable):
        read("Giá vàng hôm nay tăng 2%, chứng khoán giảm 1%. Thị trường trầm lắng.".encode(), "a.txt")
