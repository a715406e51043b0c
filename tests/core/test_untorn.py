"""What a browser may not break at its hyphen."""

import pytest

from childlabour.core.templatetags.vietnamese import untorn


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Kế hoạch số 192/KH-UBND năm 2023", ["192/KH-UBND"]),
        ("giai đoạn 2021-2025, định hướng đến năm 2030", ["2021-2025"]),
        ("464/SLĐTBXH-TE&BĐG", ["464/SLĐTBXH-TE&amp;BĐG"]),
        ("Sở Lao động - Thương binh và Xã hội", []),
        ("Bà Rịa-Vũng Tàu", []),
        (f"12/{'A' * 30}-B", []),
    ],
)
def test_numbers_and_periods_stay_on_one_line_and_words_do_not(said, kept):
    html = untorn(said)
    assert [part.split("</span>")[0] for part in html.split('<span class="nowrap">')[1:]] == kept


def test_every_sign_is_escaped():
    assert untorn("<b>1-2<i>") == '&lt;b&gt;<span class="nowrap">1-2</span>&lt;i&gt;'
