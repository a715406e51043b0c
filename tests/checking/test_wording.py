"""Slips that an eye passes over."""

import pytest

from plans.checking.wording import doubled_words, tone_places, unexplained, wording_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trên đây là Kế hoạch thực hiện thực hiện Chương trình", ["thực hiện thực hiện"]),
        ("triển khai hiệu quả các các chương trình", ["các các"]),
        ("từng bước nâng dần dần chất lượng", []),
        ("phòng ngừa, ngừa bệnh", []),
        ("xã hội, xã hội hóa", []),
        ("tăng cường công tác tăng cường công tác kiểm tra", ["tăng cường công tác tăng cường công tác"]),
        ("Lao động. Động viên", []),
        ("xử lý hành vi vi phạm; Ủy ban ban hành kế hoạch hỗ trợ trợ giúp pháp lý", []),
        ("các hành vi vi trái phép", ["vi vi"]),
    ],
)
def test_words_said_twice(text, found):
    assert list(doubled_words(text)) == found


def test_two_ways_to_place_a_tone_are_told_apart():
    assert tone_places("hòa nhập và hoà nhập") == (["hòa"], ["hoà"])


def test_syllables_that_know_one_way_only_are_left_alone():
    assert tone_places("hoàn thành, toàn dân, quý III, khoán, quà, tuần, thoát nghèo") == ([], [])


@pytest.mark.parametrize("text", ["Ủy ban", "thủy lợi", "sức khỏe", "văn hóa"])
def test_the_tone_on_the_first_vowel(text):
    assert tone_places(text)[0]
    assert not tone_places(text)[1]


@pytest.mark.parametrize("text", ["Uỷ ban", "thuỷ lợi", "sức khoẻ", "văn hoá"])
def test_the_tone_on_the_second_vowel(text):
    assert tone_places(text)[1]
    assert not tone_places(text)[0]


def unexplained_in(*passages: str) -> list[str]:
    return [short for _, short in unexplained(map(wording_of, passages))]


def test_an_abbreviation_in_brackets_after_its_words_is_explained():
    text = "Ủy ban nhân dân (UBND) xã. UBND xã giao Mặt trận Tổ quốc (viết tắt là MTTQ). MTTQ phối hợp."
    assert unexplained_in(text) == []
    assert unexplained_in("Giao MTTQ phối hợp.", "Mặt trận Tổ quốc (MTTQ) phối hợp.") == []


def test_an_abbreviation_nobody_spelled_out_is_named_once_where_it_stands_first():
    passages = ["Giao công an.", "Công chức VHXXH phối hợp LĐTB&XH; VHXXH báo cáo.", "VHXXH tổng hợp."]
    assert unexplained(map(wording_of, passages)) == [(1, "VHXXH"), (1, "LĐTB&XH")]


def test_a_heading_in_capitals_holds_no_abbreviations():
    assert unexplained_in("NỘI DUNG THỰC HIỆN\nGiao VHXH tham mưu.") == ["VHXH"]


def test_numbers_of_acts_and_roman_numerals_are_no_abbreviations():
    assert unexplained_in("Kế hoạch số 192/KH-UBND, Quý III, Phụ lục II, Chỉ thị 20-CT/TW") == []


def test_of_a_draft_that_was_checked_only_what_changed_is_read_again():
    """At a pause in typing: three hundred passages, one of them new."""
    passages = [f"Tổ chức đợt {number} truyền thông tới các thôn, bản." for number in range(300)]
    wording_of.cache_clear()
    for passage in passages:
        wording_of(passage)
    passages[7] = "Tổ chức đợt 7 truyền thông thông tới các thôn, bản."
    said = [words for passage in passages for words in wording_of(passage).doubled]
    assert said == ["thông thông"]
    assert (wording_of.cache_info().misses, wording_of.cache_info().hits) == (301, 299)
