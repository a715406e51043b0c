"""Kinds of sentences that real plans write and that were once read wrongly, each with what it sets."""

import pytest

from targets.language.lexicon.comparing import SIGNS_OF_A_VALUE
from targets.language.lexicon.moving import HIGHEST, LOWEST, TO_THE_HIGHEST, TO_THE_LOWEST
from targets.language.phrases import COMPARATORS
from targets.statements import drift, find

SENTENCES = {
    # A tail shared over semicolons, said with the last part only.
    "Trên 85% cha, mẹ, người chăm sóc trẻ em; 80% người sử dụng lao động; 95% trẻ em được cung cấp thông tin.": [
        (">", "85", "%", "cha, mẹ, người chăm sóc trẻ em", None),
        ("=", "80", "%", "người sử dụng lao động", None),
        ("=", "95", "%", "trẻ em", None),
    ],
    "Đạt 40% vào năm 2026 và 60% vào năm 2028 số xã có mô hình.": [
        ("=", "40", "%", "xã", 2026),
        ("=", "60", "%", "xã", 2028),
    ],
    # Rates keep what both counts are of.
    "Giảm số giờ trung bình làm công việc nội trợ của phụ nữ còn 1,7 lần so với nam giới vào năm 2026.": [
        ("<=", "1.7", "lần", "trung bình làm công việc nội trợ của phụ nữ", 2026)
    ],
    "Tỷ lệ tử vong bà mẹ dưới 4/100.000 trẻ sinh ra còn sống.": [
        ("<", "4", "/100.000", "tử vong bà mẹ", None)
    ],
    "Giảm từ 23 ca sinh/1.000 phụ nữ xuống 18 ca sinh/1.000 phụ nữ vào năm 2026.": [
        ("<=", "18", "ca sinh/1.000 phụ nữ", "ca sinh/1.000 phụ nữ", 2026)
    ],
    "Tỷ số giới tính khi sinh ở mức 107 bé trai/100 bé gái vào năm 2026.": [
        ("=", "107", "bé trai/100 bé gái", "giới tính khi sinh", 2026)
    ],
    "Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ; tỷ số giới tính khi sinh dưới 109 bé trai/100 bé gái.": [
        ("=", "2.1", "con/phụ nữ", "sinh", None),
        ("<", "109", "bé trai/100 bé gái", "giới tính khi sinh", None),
    ],
    # What a label says of the place holds for the whole list.
    "Tại địa bàn có khu công nghiệp: 55% trẻ đến lớp; 100% cơ sở đạt chuẩn.": [
        ("=", "55", "%", "trẻ tại địa bàn có khu công nghiệp", None),
        ("=", "100", "%", "cơ sở tại địa bàn có khu công nghiệp", None),
    ],
    # Numbers in words, behind a comparing word or beside the figure.
    "Có ít nhất một mô hình tại mỗi xã.": [(">=", "1", "mô hình", "mô hình tại mỗi xã", None)],
    "Mỗi huyện có tối thiểu 02 (hai) câu lạc bộ quyền trẻ em.": [
        (">=", "2", "câu lạc bộ", "mỗi huyện", None)
    ],
    # The comparing word apart from its value.
    "Ít nhất vào năm 2026 đạt 40% số xã.": [(">=", "40", "%", "xã", 2026)],
    "Tỷ lệ cán bộ nữ trong diện quy hoạch ít nhất vào năm 2026 đạt 40%.": [
        (">=", "40", "%", "cán bộ nữ trong diện quy hoạch", 2026)
    ],
    "Nâng tổng số lên 10 câu lạc bộ, trong đó 05 câu lạc bộ mới.": [
        (">=", "10", "câu lạc bộ", "câu lạc bộ", None),
        ("=", "5", "câu lạc bộ", "câu lạc bộ mới", None),
    ],
    "Đến năm 2030, xã, phường “không ma túy” đạt 20%.": [("=", "20", "%", "xã, phường “không ma túy”", 2030)],
    "Mục tiêu 1: Phòng ngừa, hỗ trợ": [],
    "2. Mục tiêu cụ thể": [],
}
NONE = (
    "Xã đạt từ 88% trở lên cộng 02 điểm.",
    "Đạt từ 90-95% cộng 03 điểm; dưới 100% cộng 04 điểm.",
    "Tỷ lệ trẻ em đến lớp từ 95% trở lên được 10 điểm, dưới 80% trừ 05 điểm.",
    "Số tập thể được khen không quá 10% tập thể, 5% cá nhân tham gia.",
    "Trường hợp xã có dưới 50% hộ tham gia thì được hỗ trợ thêm.",
    "Trường hợp xã có dưới 50% hộ tham gia, Ủy ban nhân dân huyện xem xét hỗ trợ thêm.",
    "Nếu tỷ lệ hộ nghèo trên 30% thì được ưu tiên bố trí kinh phí.",
    "Đơn vị thuộc lĩnh vực đặc thù có tỷ lệ nữ thấp dưới 30% có thể điều chỉnh mục tiêu.",
    "Toàn xã có 10 câu lạc bộ, trong đó 05 câu lạc bộ mới.",
    "Cử một cán bộ theo dõi, hai cộng tác viên hỗ trợ.",
)


@pytest.mark.parametrize(("text", "promised"), SENTENCES.items(), ids=[text[:40] for text in SENTENCES])
def test_what_a_sentence_sets(text, promised):
    said = [found.statement for found in find(text)]
    assert [(s.comparator, str(s.value), s.unit, s.population, s.horizon) for s in said] == promised


@pytest.mark.parametrize("text", SENTENCES, ids=[text[:40] for text in SENTENCES])
def test_the_sentence_of_each_target_says_its_parts(text):
    for found in find(text):
        assert drift(found.sentence, found.statement) == (), found


@pytest.mark.parametrize("text", NONE)
def test_figures_that_set_no_aim(text):
    assert find(text) == ()


def test_what_becomes_of_them_is_shared_over_semicolons():
    text = next(iter(SENTENCES))
    assert {found.statement.outcome for found in find(text)} == {"được cung cấp thông tin"}


def test_a_list_that_says_itself_what_becomes_of_each_shares_nothing():
    first, second = find("90% trẻ em đến lớp; 80% cha mẹ được tập huấn.")
    assert (first.statement.outcome, second.statement.outcome) == ("đến lớp", "được tập huấn")


def test_where_it_opens_a_sentence_a_supposition_ends_with_its_comma():
    (found,) = find("Trường hợp có trẻ em bị xâm hại, 100% trẻ em được hỗ trợ trong 24 giờ.")
    assert found.statement.value == 100


def test_what_is_not_looked_at_twice_can_hold_no_value():
    """A text without a figure and without these signs is passed over."""
    phrases = {*COMPARATORS, *LOWEST, *TO_THE_LOWEST, *HIGHEST, *TO_THE_HIGHEST}
    assert [phrase for phrase in phrases if not any(sign in phrase for sign in SIGNS_OF_A_VALUE)] == []
