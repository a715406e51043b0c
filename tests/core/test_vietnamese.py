"""Text, numbers, dates and numbering, as they come from offices and go back to paper."""

import re
import time
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from childlabour.core.vietnamese import (
    clean,
    letter,
    nfc,
    person_sort_key,
    read_date,
    read_letter,
    read_number,
    read_roman,
    roman,
    search_key,
    short_date,
    sort_key,
    upper,
    write_date,
    write_date_gaps,
    write_number,
)

SYLLABLES = re.findall(
    r"\S+",
    "Ủy ban nhân dân xã Đồng Tiến phòng ngừa giảm thiểu trẻ em lao động trái quy định pháp luật hòa thuỷ "
    "khoẻ đường ngưỡng ễ ỗ ỡ ự ỵ Ð 05 2023 KH-UBND 10/KH-UBND – — “ ” ( ) ; , . % …",
)
vietnamese = st.lists(st.sampled_from(SYLLABLES), max_size=12).map(" ".join)
any_text = st.one_of(vietnamese, st.text(max_size=60))


def apart(text):
    return unicodedata.normalize("NFD", text)


class TestTextAsTypedAndAsStored:
    def test_letters_typed_in_parts_are_stored_whole(self):
        assert clean(apart("Ủy ban nhân dân xã Đồng Tiến")) == "Ủy ban nhân dân xã Đồng Tiến"

    def test_nobody_sees_what_cleaning_takes_away(self):
        pasted = "\ufeffKế\xa0hoạch\u200b số 05\u2009/KH\xad-UBND  \r\nxã\x00 Tân\x07 Thành\t\r\x0bhết \n\n "
        assert clean(pasted) == "Kế hoạch số 05 /KH-UBND\nxã Tân Thành\n\nhết"

    def test_markup_stays_text_and_indents_stay(self):
        assert clean("  <b>1.</b> &amp;\n\t- “thôn” – bản …") == "  <b>1.</b> &amp;\n\t- “thôn” – bản …"

    def test_half_a_letter_that_no_file_can_hold_is_dropped(self):
        assert clean("xã\ud800 Pu Nhi") == "xã Pu Nhi"

    @given(any_text)
    def test_cleaning_twice_changes_nothing(self, text):
        assert clean(clean(text)) == clean(text)
        assert unicodedata.is_normalized("NFC", clean(text))

    @given(vietnamese)
    def test_text_that_is_in_order_is_left_alone(self, text):
        assert clean(text) == text

    def test_a_page_of_stacked_marks_costs_no_more_than_a_page(self):
        hostile = "a" + "\u0323\u0301" * 100_000
        started = time.process_time()
        for tidy in (nfc, clean, search_key, sort_key, upper):
            tidy(hostile)
        assert time.process_time() - started < 5  # without the cut: minutes

    def test_upper_case_of_a_letterhead(self):
        assert upper(apart("Ủy ban nhân dân huyện Điện Biên Đông")) == "ỦY BAN NHÂN DÂN HUYỆN ĐIỆN BIÊN ĐÔNG"


class TestFindingWithoutMarks:
    @pytest.mark.parametrize(
        ("typed", "stored"),
        [
            ("dien bien dong", "HUYỆN ĐIỆN BIÊN ĐÔNG"),
            ("dien bien", "ÐIỆN BIÊN"),  # Ð as in Icelandic, from an old typing program
            ("hoa nhap", "hoà nhập"),
            ("hoà nhập", "hòa nhập"),
            ("10/kh-ubnd", "Kế hoạch số 10/KH-UBND ngày 11/01/2024"),
            ("10/KH-UBND", "Kế hoạch số 10 / KH – UBND"),
            ("2021-2025", "giai đoạn 2021 - 2025"),
            ("lao dong - thuong binh", "Phòng Lao động – Thương binh và Xã hội"),
            ("lao động trẻ em", "lao  động\ntrẻ\xa0em"),
            ("uỷ ban", "Ủy ban"),
            ("(111)", "Tổng đài quốc gia bảo vệ trẻ em (111)"),
        ],
    )
    def test_found(self, typed, stored):
        assert search_key(typed) in search_key(stored)

    def test_a_syllable_that_only_looks_alike_is_another_word(self):
        assert search_key("hoàn thành") == "hoan thanh"
        assert search_key("- Lưu: VT, VX.") == "- luu: vt, vx."

    @given(any_text)
    def test_the_way_of_typing_makes_no_difference(self, text):
        key = search_key(text)
        assert search_key(apart(text)) == key
        assert search_key(key) == key

    @given(vietnamese)
    def test_the_key_of_vietnamese_text_is_plain_ascii(self, text):
        assert search_key(text).isascii()


class TestLists:
    def test_the_alphabet_first_then_the_tones(self):
        in_order = re.findall(
            r"\S+", "An Ân Ba Bà Bả Bã Bá Bạ Bằng Cần Dương Đăng Em Êm Lan Lân Oanh Ôn Ơn Uyên Ưng Vũ Y"
        )
        keys = [sort_key(name) for name in in_order]
        assert keys == sorted(set(keys))

    def test_tones_wait_for_the_letters_of_the_whole_name(self):
        assert sorted(["Bá An", "Ba Bể", "Bà An"], key=sort_key) == ["Bà An", "Bá An", "Ba Bể"]

    def test_wards_by_number_go_by_size(self):
        wards = ["Phường 1", "phường 2", "Phường 10", "Phường 12"]
        keys = [sort_key(ward) for ward in wards]
        assert keys == sorted(set(keys))

    def test_a_short_name_before_the_longer_one(self):
        assert sorted(["Hữu Lũng Thượng", "Hữu Lũng", "Hữu Liên"], key=sort_key) == [
            "Hữu Liên",
            "Hữu Lũng",
            "Hữu Lũng Thượng",
        ]

    def test_people_by_given_name(self):
        people = ["Vừ A Chá", "Lò Văn Đức", "Bùi Thị Hà", "Phan Quang Hà", "Đỗ Thị Ánh"]
        assert sorted(people, key=person_sort_key) == [
            "Đỗ Thị Ánh",
            "Vừ A Chá",
            "Lò Văn Đức",
            "Bùi Thị Hà",
            "Phan Quang Hà",
        ]
        assert person_sort_key("") < person_sort_key("An")

    @given(any_text)
    def test_the_way_of_typing_does_not_move_a_name(self, text):
        assert sort_key(apart(text)) == sort_key(text)
        assert "\x00" not in sort_key(text)  # PostgreSQL stores no such character


class TestNumbers:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("4,9", "4.9"),
            ("72", "72"),
            ("05", "5"),
            ("100%", "100"),
            ("37,5 %", "37.5"),
            ("37,5\xa0%", "37.5"),
            (" 80 phần trăm ", "80"),
            ("1.541.829", "1541829"),
            ("15.536,92", "15536.92"),
            ("1.500", "1500"),
            ("1 541 829", "1541829"),
            ("0,05", "0.05"),
            ("-1,2", "-1.2"),
            ("1200", "1200"),
        ],
    )
    def test_read(self, written, value):
        assert read_number(written) == Decimal(value)

    @pytest.mark.parametrize(
        ("written", "proposal"), [("4.9", "4,9"), ("15,536.92", "15.536,92"), ("0.5%", "0,5")]
    )
    def test_an_english_number_is_refused_with_a_proposal(self, written, proposal):
        with pytest.raises(ValueError, match=f"có phải “{proposal}” không"):
            read_number(written)

    @pytest.mark.parametrize(
        "written", ["", "abc", "4,", ",5", "1.54.829", "1..5", "5-17", "٣", "90 %%", "9" * 16]
    )
    def test_what_is_no_number_is_refused_in_vietnamese(self, written):
        with pytest.raises(ValueError, match=r"số.*\."):
            read_number(written)

    @pytest.mark.parametrize(
        ("value", "written"),
        [
            ("4.90", "4,9"),
            ("72", "72"),
            ("1E+2", "100"),
            ("1541829", "1.541.829"),
            ("1500", "1.500"),
            ("-0.5", "-0,5"),
        ],
    )
    def test_written(self, value, written):
        assert write_number(Decimal(value)) == written

    @given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
    def test_what_is_written_reads_back(self, value):
        assert read_number(write_number(value)) == value


class TestDates:
    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("26/5/2023", date(2023, 5, 26)),
            ("03/01/2019", date(2019, 1, 3)),
            ("09 - 03 - 2022", date(2022, 3, 9)),
            ("23/01/2024 09:21:40 AM", date(2024, 1, 23)),
            ("23/01/2024 09:21:40 CH", date(2024, 1, 23)),
            ("23/01/2024, 9:21 SA", date(2024, 1, 23)),
            ("ngày 01 tháng 6 năm 2023", date(2023, 6, 1)),
            ("Ngày 1  tháng 06\xa0năm 2023.", date(2023, 6, 1)),
            ("ngày 13/9/2021", date(2021, 9, 13)),
            ("01.6.2023", date(2023, 6, 1)),
            ("2023-06-01", date(2023, 6, 1)),
            ("29/02/2024", date(2024, 2, 29)),
        ],
    )
    def test_read(self, written, day):
        assert read_date(written) == day
        assert read_date(apart(written)) == day

    @pytest.mark.parametrize(
        ("written", "said"),
        [
            ("31/02/2023", "Tháng 2 năm 2023 chỉ có từ ngày 1 đến ngày 28"),
            ("29/02/2023", "đến ngày 28"),
            ("05/23/2023", "tháng 23; một năm chỉ có 12 tháng"),
            ("00/5/2023", "từ ngày 1"),
            ("26/5/23", "chưa phải là ngày"),
            ("26/5", "chưa phải là ngày"),
            ("26/5-2023", "chưa phải là ngày"),
            ("01/01/0203", "Năm 203"),
            ("", "chưa phải là ngày"),
            ("ngày      tháng      năm 2023", "chưa phải là ngày"),
        ],
    )
    def test_a_day_that_does_not_exist_is_refused_with_its_reason(self, written, said):
        with pytest.raises(ValueError, match=said):
            read_date(written)

    def test_day_and_month_are_padded_as_the_decree_wants(self):
        assert write_date(date(2023, 6, 1)) == "ngày 01 tháng 6 năm 2023"
        assert write_date(date(2024, 1, 11)) == "ngày 11 tháng 01 năm 2024"
        assert write_date(date(2022, 2, 3)) == "ngày 03 tháng 02 năm 2022"
        assert write_date(date(2022, 12, 30)) == "ngày 30 tháng 12 năm 2022"
        assert short_date(date(2023, 6, 1)) == "01/6/2023"

    def test_a_draft_leaves_room_for_the_day(self):
        assert write_date_gaps(2023) == "ngày      tháng      năm 2023"
        assert write_date_gaps() == "ngày      tháng      năm"

    @given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
    def test_what_is_written_reads_back(self, day):
        assert read_date(write_date(day)) == read_date(short_date(day)) == read_date(day.isoformat()) == day


class TestNumbering:
    def test_parts_in_roman(self):
        assert [roman(n) for n in (1, 4, 9, 14, 40, 1994)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]

    @given(st.integers(min_value=1, max_value=3999))
    def test_roman_reads_back(self, number):
        assert read_roman(roman(number)) == read_roman(roman(number).lower()) == number

    @pytest.mark.parametrize("mark", ["", "IIII", "VX", "IIX", "A", "M" * 5, "1"])
    def test_what_is_not_roman_is_refused(self, mark):
        with pytest.raises(ValueError, match="không phải là số La Mã"):
            read_roman(mark)

    def test_points_follow_the_vietnamese_letters(self):
        assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
        assert [letter(24), letter(25)] == ["aa", "ab"]

    @given(st.integers(min_value=1, max_value=10_000))
    def test_letters_read_back(self, number):
        assert read_letter(letter(number)) == number

    @pytest.mark.parametrize("mark", ["", "f", "j", "w", "z", "1", "a)", "abcd"])
    def test_letters_the_decree_never_uses_are_refused(self, mark):
        with pytest.raises(ValueError, match="không phải là thứ tự của điểm"):
            read_letter(mark)

    def test_nothing_is_numbered_zero(self):
        for number in (0, -1):
            with pytest.raises(ValueError, match="bắt đầu từ 1"):
                letter(number)
            with pytest.raises(ValueError, match="từ 1 đến 3999"):
                roman(number)
