"""A list of years and values is as many targets, each of the people named before the list."""

import pytest

from targets.statements import find


def promised(text: str) -> list[tuple]:
    said = [found.statement for found in find(text)]
    return [(s.comparator, str(s.value), s.horizon, s.population, s.outcome) for s in said]


@pytest.mark.parametrize(
    "text",
    [
        "Trẻ em gái được học bơi: 2026: 60%; 2027: 75%.",
        "Trẻ em gái được học bơi: năm 2026: 60%; năm 2027: 75%.",
        "Trẻ em gái được học bơi: 2026 - 60%, 2027 - 75%.",
        "Tỷ lệ trẻ em gái được học bơi: 2026: 60%, 2027: 75%.",
        "Tỷ lệ trẻ em gái được học bơi: 2026 đạt 60%, 2027 đạt 75%.",
        "Tỷ lệ trẻ em gái được học bơi năm 2026 đạt 60%, năm 2027 đạt 75%.",
        "Phấn đấu tỷ lệ trẻ em gái được học bơi qua các năm như sau: 2026: 60%; 2027: 75%.",
    ],
)
def test_each_year_has_its_value_and_the_people_of_the_list(text):
    assert promised(text) == [
        ("=", "60", 2026, "trẻ em gái", "được học bơi"),
        ("=", "75", 2027, "trẻ em gái", "được học bơi"),
    ]


def test_years_of_a_list_keep_what_compares():
    text = "Tỷ lệ trẻ em gái được học bơi: 2026: trên 60%; 2027: ≥ 75%."
    assert [part[:3] for part in promised(text)] == [(">", "60", 2026), (">=", "75", 2027)]


def test_a_period_is_no_list_of_years():
    assert [part[:3] for part in promised("Giai đoạn 2026 - 2030: 90% trẻ em gái được học bơi.")] == [
        ("=", "90", 2030)
    ]


def test_a_year_that_opens_a_sentence_holds_behind_its_semicolon():
    text = "Đến năm 2027, xã hoàn thành việc rà soát; 90% trẻ em gái được học bơi."
    assert promised(text) == [("=", "90", 2027, "trẻ em gái", "được học bơi")]


def test_a_year_of_one_item_does_not_end_the_year_of_the_list():
    text = "Đến năm 2028:\n- Năm 2026, xã rà soát các hộ;\n- 90% trẻ em gái được học bơi."
    assert promised(text) == [("=", "90", 2028, "trẻ em gái", "được học bơi")]


def test_what_nếu_opens_behind_a_value_is_its_condition():
    text = (
        "Đến năm 2027, 100% lớp học có nhà vệ sinh riêng, nếu trong lớp có tỷ lệ học sinh nữ từ 30% trở lên."
    )
    assert [part[:3] for part in promised(text)] == [("=", "100", 2027)]
    (first,) = promised("Nếu bị xâm hại, 100% trẻ em được can thiệp.")
    assert first[:2] == ("=", "100")


@pytest.mark.parametrize(
    "text",
    [
        "Đạt 2/3 số thôn có đội tuyên truyền.",
        "Phấn đấu đến năm 2027 giảm một nửa số trẻ em bỏ học.",
        "Ít nhất 1/2 số trường có câu lạc bộ bơi.",
        "Phấn đấu hai phần ba số hộ ký cam kết.",
    ],
)
def test_a_fraction_has_no_unit_to_be_measured_in_and_is_left_to_the_officer(text):
    assert promised(text) == []
