"""Acts that texts name: their parts, one after the other, and nothing where nothing is named."""

from datetime import date

import pytest

from plans.citing.acts import carried_out_in, citations_in, day_in, names_act, parsed_act, tidy_number

DECISION = (
    "Căn cứ Quyết định số 782/QĐ-TTg ngày 27 tháng 5 năm 2021 của Thủ tướng Chính phủ phê duyệt Chương trình "
    "phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật;"
)


def parts(text: str) -> tuple:
    act = parsed_act(text)
    return act.kind, act.number, act.date, act.issuer


def test_a_decision_is_taken_apart_to_its_title():
    act = parsed_act(DECISION)
    assert parts(DECISION) == ("Quyết định", "782/QĐ-TTg", date(2021, 5, 27), "Thủ tướng Chính phủ")
    assert act.title.startswith("phê duyệt Chương trình phòng ngừa")
    assert act.text == DECISION.rstrip(";")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016",
            ("Luật", "102/2016/QH13", date(2016, 4, 5), ""),
        ),
        ("Căn cứ Luật Trẻ em năm 2016", ("Luật", "", None, "")),
        ("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019", ("Bộ luật", "", date(2019, 11, 20), "")),
        (
            "Thực hiện Kế hoạch số 192/KH-UBND ngày 26/5/2023 của Ủy ban nhân dân huyện Hữu Lũng về trẻ em",
            ("Kế hoạch", "192/KH-UBND", date(2023, 5, 26), "Ủy ban nhân dân huyện Hữu Lũng"),
        ),
        (
            "Theo Chỉ thị số 20-CT/TW ngày 05/11/2012 của Bộ Chính trị",
            ("Chỉ thị", "20-CT/TW", date(2012, 11, 5), "Bộ Chính trị"),
        ),
        (
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
            ("Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ"),
        ),
    ],
)
def test_forms_of_acts_in_the_words_of_an_office(text, expected):
    assert parts(text) == expected


def test_words_that_name_no_act_stay_words():
    act = parsed_act("Xét đề nghị của Trưởng phòng Văn hóa - Xã hội;")
    assert (act.kind, act.number, act.date) == ("", "", None)
    assert act.text == "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội"
    assert not names_act("Các đơn vị nghiêm túc thực hiện.")
    assert names_act("theo Quyết định số 782/QĐ-TTg")


def test_several_grounds_in_one_paragraph_are_parted_each_at_its_own_place():
    text = (
        "Căn cứ Luật Trẻ em năm 2016; Căn cứ Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ;"
    )
    first, second = citations_in(text, passage=4)
    assert (first.kind, second.number) == ("Luật", "782/QĐ-TTg")
    assert text[second.span.start : second.span.end].startswith("Căn cứ Quyết định")
    assert (first.span.passage, first.is_basis) == (4, True)


def test_a_semicolon_inside_one_ground_does_not_part_it():
    text = "Căn cứ Thông tư số 01/2021/TT-BLĐTBXH ngày 05/01/2021 quy định về trẻ em; người chưa thành niên;"
    assert len(list(citations_in(text, passage=0))) == 1


def test_what_a_sentence_carries_out_is_found_in_order_with_its_own_words():
    text = (
        "Thực hiện Quyết định số 782/QĐ-TTg ngày 27/5/2021 của Thủ tướng Chính phủ; Kế hoạch số 192/KH-UBND ngày "
        "26/5/2023 của UBND huyện Hữu Lũng, UBND xã Tân Thành ban hành Kế hoạch như sau:"
    )
    acts = carried_out_in(text, passage=0)
    assert [act.number for act in acts] == ["782/QĐ-TTg", "192/KH-UBND"]
    assert not any(act.is_basis for act in acts)
    assert [text[act.span.start : act.span.end].split(" số")[0] for act in acts] == ["Quyết định", "Kế hoạch"]


def test_a_sentence_that_carries_nothing_out_names_nothing():
    assert carried_out_in("UBND xã xây dựng Kế hoạch năm 2023 như sau:", passage=0) == ()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("782 / QĐ – TTg", "782/QĐ-TTg"), (" 05/KH-UBND ", "05/KH-UBND"), ("20-CT/TW", "20-CT/TW")],
)
def test_a_number_is_kept_without_the_blanks_of_typing(typed, stored):
    assert tidy_number(typed) == stored


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("ngày 27 tháng 5 năm 2021", date(2021, 5, 27)),
        ("27/5/2021", date(2021, 5, 27)),
        ("ngày 31/02/2021", None),
    ],
)
def test_a_day_that_no_calendar_has_is_none(said, day):
    assert day_in(said) == day
    assert day_in(None) is None
