"""Which act does a căn cứ name?"""

from datetime import date

import pytest

from plans.citing.acts import parsed_act

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
    ("Căn cứ Luật Trẻ em năm 2016", ("Luật", "", None, "")),
    ("Căn cứ Bộ luật Lao động ngày 20 tháng 11 năm 2019", ("Bộ luật", "", date(2019, 11, 20), "")),
    (
        "Căn cứ Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội",
        ("Nghị quyết", "202/2025/QH15", date(2025, 6, 12), "Quốc hội"),
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


def test_a_text_that_names_no_act_gives_empty_parts():
    act = parsed_act("Theo đề nghị của Phòng")
    assert (act.kind, act.number, act.date, act.issuer) == ("", "", None, "")
