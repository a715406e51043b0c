"""Which act does a căn cứ name, and which one does a plan carry out?"""

from datetime import date

import pytest

from plans.citing.act import Span
from plans.citing.acts import (
    carried_out_in,
    citations_in,
    day_in,
    names_act,
    number_misspelt,
    parsed_act,
    tidy_number,
)

CASES = [
    (
        "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ phê duyệt Chương trình phòng ngừa",
        ("Quyết định", "782/QĐ-TTg", date(2021, 5, 27), "Thủ tướng Chính phủ"),
    ),
    (
        "Thực hiện Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng về triển khai",
        ("Kế hoạch", "192/KH-UBND", date(2023, 5, 26), "Ủy ban nhân dân huyện Hữu Lũng"),
    ),
    (
        "Thông tư số 13/2021/TT-BLĐTBXH ngày 30 tháng 9 năm 2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        (
            "Thông tư",
            "13/2021/TT-BLĐTBXH",
            date(2021, 9, 30),
            "Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        ),
    ),
    (
        "Chỉ thị số 20-CT/TW ngày 05/11/2012 của Bộ Chính trị",
        ("Chỉ thị", "20-CT/TW", date(2012, 11, 5), "Bộ Chính trị"),
    ),
    (
        "Công văn số 464/SLĐTBXH-TE&BĐG ngày 03/3/2022 của Sở Lao động - Thương binh và Xã hội",
        (
            "Công văn",
            "464/SLĐTBXH-TE&BĐG",
            date(2022, 3, 3),
            "Sở Lao động - Thương binh và Xã hội",
        ),
    ),
    (
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
        ("Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ"),
    ),
    ("Căn cứ Luật Trẻ em năm 2016", ("Luật", "", None, "")),
    ("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019", ("Bộ luật", "", date(2019, 11, 20), "")),
    (
        "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
        ("Nghị quyết", "202/2025/QH15", date(2025, 6, 12), "Quốc hội"),
    ),
    (
        "Căn cứ Thông tri số 02-TT/TU ngày 03 tháng 10 năm 2025 của Thành ủy về lãnh đạo công tác trẻ em;",
        ("Thông tri", "02-TT/TU", date(2025, 10, 3), "Thành ủy"),
    ),
    (
        "Căn cứ Thông báo kết luận số 196-TB/TW ngày 16 tháng 3 năm 2015 của Ban Bí thư;",
        ("Thông báo kết luận", "196-TB/TW", date(2015, 3, 16), "Ban Bí thư"),
    ),
    (
        "Căn cứ Chương trình hành động số 30-CTr/TU ngày 29/12/2017 của Thành ủy;",
        ("Chương trình hành động", "30-CTr/TU", date(2017, 12, 29), "Thành ủy"),
    ),
    (
        "Căn cứ Chỉ thị số 28 CT/TW ngày 25/12/2023 của Bộ Chính trị;",
        ("Chỉ thị", "28-CT/TW", date(2023, 12, 25), "Bộ Chính trị"),
    ),
    (
        "Căn cứ Quyết định 2270/QĐ-TTg của Thủ tướng Chính phủ ngày 14.10.2025;",
        ("Quyết định", "2270/QĐ-TTg", date(2025, 10, 14), "Thủ tướng Chính phủ"),
    ),
    (
        "Căn cứ Thông báo số 552/TB-VPCP ngày 13/10/2025 của Văn phòng Chính phủ;",
        ("Thông báo", "552/TB-VPCP", date(2025, 10, 13), "Văn phòng Chính phủ"),
    ),
    (
        "Căn cứ Kế hoạch số 15/KH-BCĐ ngày 02/3/2026 của Ban Chỉ đạo phòng, chống tội phạm;",
        ("Kế hoạch", "15/KH-BCĐ", date(2026, 3, 2), "Ban Chỉ đạo phòng, chống tội phạm"),
    ),
    (
        "Căn cứ Kế hoạch số 9/KH-BCH ngày 02/3/2026 của Bộ Chỉ huy Bộ đội Biên phòng tỉnh phòng, chống ma túy;",
        ("Kế hoạch", "9/KH-BCH", date(2026, 3, 2), "Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
    ),
    (
        "Theo đề nghị của Sở Y tế tại Tờ trình số 77/TTr-SYT ngày 01/3/2026.",
        ("Tờ trình", "77/TTr-SYT", date(2026, 3, 1), "Sở Y tế"),
    ),
    (
        "Quyết định số 1/QĐ-UBND ngày 31/02/2024 của Ủy ban nhân dân xã",
        ("Quyết định", "1/QĐ-UBND", None, "Ủy ban nhân dân xã"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[1][1] or case[0][:20] for case in CASES])
def test_a_citation_names_its_act(text, expected):
    act = parsed_act(text)
    assert (act.kind, act.number, act.date, act.issuer) == expected


def test_an_act_keeps_its_words_and_its_title_without_the_marks_around_them():
    act = parsed_act(" Kế hoạch số 187/KH-UBND ngày 02/8/2021 của UBND tỉnh Lạng Sơn về trẻ em; ")
    assert act.text == "Kế hoạch số 187/KH-UBND ngày 02/8/2021 của UBND tỉnh Lạng Sơn về trẻ em"
    assert act.title == "về trẻ em"
    assert act.is_basis


def test_a_law_is_known_by_its_name_and_a_number_when_it_says_one():
    law = parsed_act("Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016;")
    assert (law.kind, law.title, law.number, law.date) == (
        "Luật",
        "Trẻ em",
        "102/2016/QH13",
        date(2016, 4, 5),
    )
    constitution = parsed_act("Căn cứ vào Hiến pháp năm 2013")
    assert (constitution.kind, constitution.title, constitution.date) == ("Hiến pháp", "", None)


def test_a_text_that_names_no_act_gives_empty_parts():
    act = parsed_act("Theo đề nghị của Phòng")
    assert (act.kind, act.number, act.date, act.issuer) == ("", "", None, "")
    assert act.text == "Theo đề nghị của Phòng"


def test_the_title_goes_on_to_the_end_of_the_ground():
    act = parsed_act(
        "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình "
        "phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật;"
    )
    assert act.title.startswith("phê duyệt Chương trình phòng ngừa")
    assert act.text.endswith("trái quy định của pháp luật")


# ── Several in one passage


def test_grounds_in_one_paragraph_are_told_apart_and_found_again():
    text = "Căn cứ Luật Trẻ em năm 2016; Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021;"
    first, second = citations_in(text, 4)
    assert (first.title, second.number) == ("Trẻ em", "782/QĐ-TTg")
    assert [act.span.passage for act in (first, second)] == [4, 4]
    pieces = [text[act.span.start : act.span.end] for act in (first, second)]
    assert pieces == ["Căn cứ Luật Trẻ em năm 2016; ", "Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021;"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Căn cứ Bộ luật Lao động năm 2019; Luật Trẻ em năm 2016;",
            [("Bộ luật", "", "Lao động"), ("Luật", "", "Trẻ em")],
        ),
        (
            "Căn cứ Công ước số 138 và Công ước số 182 của Tổ chức Lao động quốc tế;",
            [("Công ước", "138", ""), ("Công ước", "182", "")],
        ),
        (
            "Căn cứ Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương;",
            [("Luật", "", "Tổ chức Chính phủ"), ("Luật", "", "Tổ chức chính quyền địa phương")],
        ),
        (
            "Thực hiện Thông tri số 02-TT/TU ngày 03/10/2025 của Thành ủy về “Tháng hành động” và hướng dẫn của Bộ Nội "
            "vụ tại Công văn số 8935/BNV-CTTN&BĐG ngày 03/10/2025 về việc hướng dẫn;",
            [
                ("Thông tri", "02-TT/TU", "về “Tháng hành động”"),
                ("Công văn", "8935/BNV-CTTN&BĐG", "về việc hướng dẫn"),
            ],
        ),
        (
            "Căn cứ Nghị định số 5/2026/NĐ-CP ngày 02/01/2026 quy định chi tiết Bộ luật Lao động và Luật Trẻ em;",
            [("Nghị định", "5/2026/NĐ-CP", "quy định chi tiết Bộ luật Lao động và Luật Trẻ em")],
        ),
    ],
)
def test_several_acts_of_one_line_are_each_an_act(text, told):
    assert [(act.kind, act.number, act.title) for act in citations_in(text, 0)] == told


def test_a_number_that_lost_its_hyphen_is_told():
    assert number_misspelt(parsed_act("Căn cứ Chỉ thị số 28 CT/TW ngày 25/12/2023;")) == "28 CT/TW"
    assert number_misspelt(parsed_act("Căn cứ Chỉ thị số 28-CT/TW ngày 25/12/2023;")) == ""
    assert number_misspelt(parsed_act("Căn cứ Quyết định số 28/QĐ-TTg ngày 25/12/2023;")) == ""


def test_a_semicolon_inside_a_title_parts_nothing():
    text = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư; lưu trữ; hồ sơ"
    assert len(list(citations_in(text, 0))) == 1
    assert len(list(citations_in(text + ";", 0))) == 1
    assert list(citations_in("  ", 0)) == []


def test_an_act_is_named_only_with_its_number():
    assert names_act("Thực hiện Kế hoạch số 192/KH-UBND của huyện")
    assert not names_act("Thực hiện kế hoạch của huyện")
    assert not names_act("Căn cứ Luật Trẻ em năm 2016")


# ── Carried out


def test_what_a_plan_carries_out_is_named_in_order_with_its_place():
    text = (
        "Thực hiện Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ và Kế hoạch số 192/KH-UBND "
        "ngày 26/5/2023 của UBND huyện Hữu Lũng, UBND xã Tân Thành xây dựng Kế hoạch như sau:"
    )
    acts = carried_out_in(text, 2)
    assert [act.number for act in acts] == ["782/QĐ-TTg", "192/KH-UBND"]
    assert not any(act.is_basis for act in acts)
    assert acts[0].span == Span(2, text.index("Quyết"), text.index(" và Kế hoạch số"))
    assert text[acts[1].span.start : acts[1].span.end].endswith("của UBND huyện Hữu Lũng")


def test_acts_parted_by_a_semicolon_are_carried_out_each():
    text = (
        "Thực hiện Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ; Kế hoạch số 192/KH-UBND ngày "
        "26/5/2023 của UBND huyện Hữu Lũng, UBND xã Tân Thành ban hành Kế hoạch như sau:"
    )
    acts = carried_out_in(text, 0)
    assert [text[act.span.start : act.span.end].split(" số")[0] for act in acts] == ["Quyết định", "Kế hoạch"]


@pytest.mark.parametrize(
    "text", ["UBND xã xây dựng Kế hoạch như sau:", "Thực hiện kế hoạch năm 2023 của huyện", ""]
)
def test_a_sentence_without_a_number_carries_nothing_out(text):
    assert carried_out_in(text, 0) == ()


# ── Parts


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("192 / KH – UBND", "192/KH-UBND"),
        (" 05/KH-UBND ", "05/KH-UBND"),
        (" 20-CT/TW ", "20-CT/TW"),
        ("464/SLÐTBXH", "464/SLĐTBXH"),
    ],
)
def test_a_number_is_written_one_way(typed, tidy):
    assert tidy_number(typed) == tidy


def test_a_day_that_no_calendar_has_is_no_day():
    assert day_in("ngày  27  tháng 5\nnăm 2021") == date(2021, 5, 27)
    assert day_in("27/5/2021") == date(2021, 5, 27)
    assert day_in("31/02/2024") is None
    assert day_in("") is day_in(None) is None


def test_a_sentence_that_carries_out_one_act_at_the_request_of_another_names_both():
    said = (
        "Thực hiện Quy chế phối hợp số 01/QC-LN ngày 25/01/2024 giữa Bộ Y tế, Bộ Công an; theo đề nghị của Sở Y tế "
        "tại Tờ trình số 233/TTr-SYT ngày 18/9/2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:"
    )
    assert [act.number for act in carried_out_in(said, 0)] == ["01/QC-LN", "233/TTr-SYT"]
