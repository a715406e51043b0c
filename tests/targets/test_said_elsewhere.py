"""Targets that leave a part of themselves to another sentence, another figure or the reader."""

import pytest

from targets.statements import find


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        (
            "Hiện nay tỷ lệ lao động trẻ em là 4%. Đến năm 2025, tỷ lệ này giảm còn dưới 2,5%.",
            [("<", "2.5", 2025, "lao động trẻ em")],
        ),
        (
            "Tỷ lệ trẻ em bỏ học tiếp tục giảm. Phấn đấu đến năm 2030 tỷ lệ này còn 1%.",
            [("<=", "1", 2030, "trẻ em")],
        ),
        (
            "Hiện nay, tỷ lệ trẻ em nghỉ học là 3,1%; đến năm 2025, tỷ lệ này còn dưới 1,5%.",
            [("<", "1.5", 2025, "trẻ em nghỉ học")],
        ),
        (
            "700 ngôi nhà đạt tiêu chí an toàn vào năm 2025 và 800 vào năm 2030.",
            [("=", "700", 2025, "ngôi nhà"), ("=", "800", 2030, "ngôi nhà")],
        ),
        (
            "Đến năm 2025: 90%; đến năm 2030: 95% trẻ em khuyết tật được tiếp cận dịch vụ.",
            [("=", "90", 2025, "trẻ em khuyết tật"), ("=", "95", 2030, "trẻ em khuyết tật")],
        ),
        (
            "Tỷ lệ học sinh biết bơi lần lượt đạt 45% và 60% vào các năm 2023 và 2024.",
            [("=", "45", 2023, "học sinh"), ("=", "60", 2024, "học sinh")],
        ),
        ("Giảm tỷ suất thương tích xuống dưới 520/100.000 trẻ em2.", [("<", "520", None, "thương tích")]),
        ("Trên 90%[1] trẻ em được tiêm chủng.", [(">", "90", None, "trẻ em")]),
        ("Mỗi năm dạy bơi cho từ 500 trẻ em trở lên.", [(">=", "500", None, "trẻ em")]),
        ("12/12 ấp có tổ tư vấn cộng đồng.", [("=", "12", None, "ấp")]),
        ("Có thêm 15 xã thành lập câu lạc bộ.", [("=", "15", None, "xã thành lập câu lạc bộ")]),
        ("Duy trì tỷ lệ dưới 0,05%.", [("<", "0.05", None, "")]),
        (
            "100% vụ việc trẻ em bị xâm hại (khi phát hiện) được xử lý.",
            [("=", "100", None, "vụ việc trẻ em bị xâm hại")],
        ),
        (
            "Giảm bình quân 2%/năm số cặp tảo hôn và 3%/năm số cặp cận huyết.",
            [("=", "2", None, "cặp tảo hôn"), ("=", "3", None, "cặp cận huyết")],
        ),
        (
            "Đến năm 2025, giảm tỷ lệ trẻ em bỏ học xuống 2%. Trong đó, trẻ em gái giảm ít nhất 10%.",
            [("<=", "2", 2025, "trẻ em"), (">=", "10", 2025, "trẻ em gái")],
        ),
        ("Giảm 03 vụ xâm hại trẻ em so với năm 2023.", [("=", "3", None, "vụ xâm hại trẻ em")]),
        ("Toàn xã có 12 vụ (giảm 3 vụ so với năm 2021).", []),
        ("Giảm từ 0,2 - 0,3%/năm tỷ lệ trẻ em bỏ học.", [(">=", "0.2", None, "trẻ em")]),
        (
            "Năm 2025 đạt 70%, năm 2026 đạt 75%, năm 2027 đạt 80% số trẻ em mồ côi được nhận đỡ đầu.",
            [
                ("=", "70", 2025, "trẻ em mồ côi"),
                ("=", "75", 2026, "trẻ em mồ côi"),
                ("=", "80", 2027, "trẻ em mồ côi"),
            ],
        ),
        ("Kinh phí 620 triệu đồng, trong đó ngân sách huyện bảo đảm 70%.", []),
        ("Toàn xã có 12/12 ấp đã thành lập tổ tư vấn.", []),
    ],
)
def test_are_read_whole(text, promised):
    said = [found.statement for found in find(text)]
    assert [(s.comparator, str(s.value), s.horizon, s.population) for s in said] == promised


def test_a_condition_may_stand_in_brackets():
    (found,) = find("100% vụ việc trẻ em bị xâm hại (khi phát hiện) được xử lý.")
    assert (found.statement.condition, found.statement.outcome) == ("khi phát hiện", "được xử lý")
