"""Habits of writing that papers of a strange hand showed: "từ 95% …", counts done alike, "Số …: 200 em"."""

import pytest

from targets.statements import find


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Từ 98% hộ gia đình có trẻ em trở lên được phỏng vấn.", [(">=", 98)]),
        ("Từ 95% giáo viên và từ 80% cha mẹ trở lên được cung cấp kiến thức.", [(">=", 95), (">=", 80)]),
        ("Tỷ lệ trẻ em bỏ học giảm từ 6% xuống còn 4%.", [("<=", 4)]),
        ("Tiếp cận trực tiếp 3.000 lượt cha mẹ và 5.000 lượt trẻ em.", [("=", 3000), ("=", 5000)]),
        ("Mỗi thôn có ít nhất 02 tuyên truyền viên.", [(">=", 2)]),
        ("Số trẻ em được tặng quà: 200 em.", [("=", 200)]),
        ("Tổng số trẻ em: 5.543 trẻ, bao gồm: trẻ em mồ côi: 731 trẻ.", []),
        ("Trẻ em và người chưa thành niên từ 5 đến 17 tuổi.", []),
        (
            "Tiếp tục duy trì kết quả đã đạt được; tỷ lệ lao động trẻ em giảm còn không quá 3%.",
            [("<=", 3)],
        ),
        ("Kết quả đã đạt được như sau: tỷ lệ lao động trẻ em 3%; tỷ lệ bỏ học 2%.", []),
        ("Không quá 2% trẻ em đã được hỗ trợ phải quay lại làm việc.", [("<=", 2)]),
        ("Giảm ít nhất 5% số vụ so với năm 2025.", [(">=", 5)]),
        ("Giảm số giờ làm việc của học sinh từ 14 giờ/tuần xuống không quá 8 giờ/tuần.", [("<=", 8)]),
        ("Một trăm phần trăm (100%) trẻ em bỏ học được tư vấn.", [("=", 100)]),
        ("Phấn đấu trên chín mươi phần trăm (90%) hộ ký cam kết.", [(">", 90)]),
        ("100% trẻ em (95% trẻ em trai) được tư vấn.", [("=", 100)]),
        ("100% học sinh được tư vấn, trong đó 40% vào học nghề.", [("=", 100), ("=", 40)]),
        ("Phấn đấu ７０％ trẻ em được tư vấn.", [("=", 70)]),
        ("Làng nghề đạt từ 90 điểm trở lên được công nhận; giảm 05 điểm cho mỗi vụ vi phạm.", []),
        ("Thôn có dưới 50% hộ tham gia không được xét.", []),
        ("Phấn đấu 80% thôn được công nhận thôn văn hóa.", [("=", 80)]),
    ],
)
def test_what_a_sentence_promises(text, promised):
    assert [(found.statement.comparator, found.statement.value) for found in find(text)] == promised
