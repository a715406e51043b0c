"""Marks of secrecy are told from words about secrets."""

from datetime import date

import pytest

from plans.law.handling import Circulation, Urgency, law_on_secrets, mark_of_secrecy


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT  MẬT", "TUYỆT MẬT"),
        ("Tuyệt mật", "TUYỆT MẬT"),
        ("(MẬT)", "MẬT"),
        ("Kế hoạch phòng, chống lao động trẻ em (TỐI MẬT)", "TỐI MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("Mức độ mật: tối mật.", "TỐI MẬT"),
        ("Trích yếu\nMẬT\nnăm 2026", "MẬT"),
        ("MẬT", "MẬT"),
        ("bảo vệ bí mật đời sống riêng tư của trẻ em", ""),
        ("Mật", "MẬT"),
        ("DẤU MẬT", "MẬT"),
        ("Dấu chỉ độ mật: Tối mật", "TỐI MẬT"),
        ("MẬT - KHẨN", "MẬT"),
        ("HỎA TỐC – TUYỆT MẬT", "TUYỆT MẬT"),
        ("T Ố I   M Ậ T", "TỐI MẬT"),
        ("Mật độ", ""),
        ("Bí mật", ""),
        ("Độ mật", ""),
        ("KHẨN", ""),
        ("Thông tin mật thì không nêu", ""),
        ("MẤT", ""),
        ("DÂN SỐ VÀ MẬT ĐỘ", ""),
        ("", ""),
    ],
)
def test_a_mark_is_a_line_of_its_own(text, mark):
    assert mark_of_secrecy(["Chữ khác.", text]) == mark


def test_marks_are_printed_in_the_words_of_the_decree():
    assert Urgency.labels == ["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]
    assert Circulation.labels == ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ"]


def test_the_law_on_secrets_is_the_one_in_force():
    assert law_on_secrets(date(2026, 2, 28)).endswith("29/2018/QH14")
    assert law_on_secrets(date(2026, 3, 1)).endswith("117/2025/QH15")
