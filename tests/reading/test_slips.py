"""A slip is suggested where two syllables are no words of the language, and not where one word ends at another."""

import pytest

from plans.reading.review.slips import slips_in


def suggested(text: str) -> list[str]:
    return [finding.suggestion for finding in slips_in(text, 0)]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "phù hợp với điều kiện thực tế của xã",
            "tập thể, cá nhân thực hiện tốt",
            "kiểm tra, đánh giá định kỳ",
        ),
        *("Giao Viện kiểm sát nhân dân tỉnh", "cơ quan cùng cấp", "các đơn vị có quan hệ phối hợp"),
        *("mở tuyến truyền thông mới", "kỹ năng cao hơn", "mức tiêu thụ điện", "có quan tâm đến trẻ em"),
        *("Ủy ban nhân dân thực hiện", "theo đội công tác", "cán bộ giáo viện trưởng", "dự kiến thức dậy"),
    ],
)
def test_what_is_right_is_not_suspected(text):
    assert suggested(text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("phòng ngừa, giảm thiếu lao động trẻ em", "giảm thiểu"),
        ("cung cấp kiên thức, kỹ năng", "kiến thức"),
        ("bảo vệ trẻ em khỏi bị xâm hai.", "xâm hại"),
        ("nâng cao nhân thức của người dân", "nhận thức"),
        ("Chỉ thị của gia đinh các em", "gia đình"),
    ],
)
def test_what_is_no_word_is_suspected(text, right):
    assert suggested(text) == [right]
