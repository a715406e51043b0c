"""Copies of the web: heads broken after any word, lines that got lost, furniture of the page."""

import pytest

from plans.citing.acts import carried_out_in
from plans.reading import Unreadable, read
from plans.reading.parts.draft import as_json
from plans.reading.text.heads import in_pieces


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


HEAD = "ỦY BAN NHÂN DÂN\nXÃ TÂN HẢI\nSố: 7/KH-UBND\nTân Hải, ngày 01 tháng 4 năm 2021\nKẾ HOẠCH\n"


def _promised(draft: dict) -> list[tuple]:
    return [(t["comparator"], t["value"], t["horizon"]) for t in draft["targets"]]


def test_a_table_that_came_one_cell_a_line_is_a_table_again():
    cells = (
        "TT", "Nội dung chỉ tiêu", "Đơn vị tính", "Giai đoạn 2021 - 2025", "Giai đoạn 2026 - 2030",
        "1", "Tỷ lệ trẻ em khuyết tật được đi học", "%", "80", "90",
        "2", "Số trẻ em được dạy nghề", "Trẻ em", "1.000", "1.500",
    )  # fmt: skip
    draft = _read(HEAD + "Về trẻ em giai đoạn 2021 - 2030\n\nI. MỤC TIÊU\n\n" + "\n\n".join(cells))
    assert _promised(draft) == [
        ("=", "80", 2025),
        ("=", "90", 2030),
        ("=", "1000", 2025),
        ("=", "1500", 2030),
    ]


def test_long_cells_of_such_a_table_may_go_on_in_a_second_line():
    cells = (
        "TT", "Nội dung chỉ tiêu", "ĐVT", "Năm 2024", "Năm 2025",
        "1", "Tỷ lệ trẻ em mồ côi được nhận đỡ đầu", "%", "80", "90",
        "2", "Tỷ lệ trẻ em trong độ tuổi đi học ở các thôn vùng cao", "được cấp vở viết", "%", "70", "80",
        "3", "Số mô hình phòng ngừa lao động trẻ em tại chợ", "mô hình", "2", "3",
        "4", "Số gia đình có trẻ em bỏ học được cán bộ thôn đến", "nhà vận động", "Gia đình", "40", "60",
    )  # fmt: skip
    draft = _read(
        HEAD + "Về trẻ em năm 2024 - 2025\n\nI. MỤC TIÊU\n\n" + "\n\n".join(cells) + "\n\nII. NHIỆM VỤ"
    )
    assert [value for _, value, _ in _promised(draft)] == ["80", "90", "70", "80", "2", "3", "40", "60"]
    assert "ở các thôn vùng cao được cấp vở viết" in draft["targets"][2]["text"]


def test_a_number_may_carry_its_year_before_the_symbol():
    draft = _read(
        HEAD.replace("7/KH-UBND", "7/2021/QĐ-UBND").replace("KẾ HOẠCH", "QUYẾT ĐỊNH") + "Về trẻ em\n"
    )
    said = [draft[part] for part in ("kind", "number", "symbol", "issuer")]
    assert said == ["QĐ", "7", "2021/QĐ-UBND", "Ủy ban nhân dân xã Tân Hải"]


def test_the_year_of_a_heading_holds_for_the_lines_below_it():
    draft = _read(
        HEAD
        + "Về trẻ em giai đoạn 2021 - 2030\n\nI. MỤC TIÊU\n1. Mục tiêu cụ thể\na) Giai đoạn 2021 - 2025\n"
        "- Hằng năm khoảng 80% trẻ em khuyết tật được khám.\nb) Giai đoạn 2026 - 2030\n- 90% trẻ em được khám.\n"
        "2. Mục tiêu khác\n- 70% xã có cộng tác viên."
    )
    assert _promised(draft) == [("=", "80", 2025), ("=", "90", 2030), ("=", "70", 2030)]


def test_a_plan_until_a_year_begins_with_its_issue():
    draft = _read(
        HEAD + "Phòng ngừa lao động trẻ em đến năm 2025\n\nI. MỤC TIÊU\n"
        "- Đến năm 2023 có 85% và đến năm 2025 có 95% hộ gia đình được tuyên truyền."
    )
    assert _promised(draft) == [("=", "85", 2023), ("=", "95", 2025)]


def test_counts_beside_targets_in_one_sentence_of_the_news_are_targets():
    draft = _read(
        "Tin về chương trình trẻ em giai đoạn 2021 - 2025\n\nChương trình phấn đấu 300 xã đạt tiêu chuẩn cộng đồng an "
        "toàn; 10.000 trường học đạt tiêu chuẩn an toàn; giảm 25% số trẻ em tử vong so với năm 2020.\n\nToàn tỉnh có "
        "786 hộ gia đình đạt tiêu chí, 52 trường học đạt tiêu chí. Mục tiêu là an toàn cho trẻ em."
    )
    assert [value for _, value, _ in _promised(draft)] == ["300", "10000", "25"]


def test_the_subject_of_a_letter_may_stand_behind_its_number():
    draft = _read(
        "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 375/LĐTBXH-TE V/v\nhướng dẫn "
        "công tác trẻ em | Hà Nội, ngày 23 tháng 02 năm 2021 |\nKính gửi: UBND các tỉnh\nNăm 2021 là năm đầu."
    )
    assert (draft["kind"], draft["number"], draft["title"]) == ("CV", "375", "hướng dẫn công tác trẻ em")
    assert "Năm 2021" not in draft["preamble"].splitlines()[0]
