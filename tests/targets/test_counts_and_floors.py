"""Habits of writing that papers of a strange hand showed: "từ 95% …", counts done alike, "Số …: 200 em"."""

from decimal import Decimal

import pytest

from targets.statements import find


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Từ 98% hộ gia đình có trẻ em trở lên được phỏng vấn.", [(">=", 98)]),
        ("Từ 95% giáo viên và từ 80% cha mẹ trở lên được cung cấp kiến thức.", [(">=", 95), (">=", 80)]),
        ("Tỷ lệ trẻ em bỏ học giảm từ 6% xuống còn 4%.", [("<=", 4)]),
        ("Tiếp cận trực tiếp 3.000 lượt cha mẹ và 5.000 lượt trẻ em.", [("=", 3000), ("=", 5000)]),
        ("Mỗi thôn có ít nhất 02 tuyên truyền viên.", [(">=", 2)]),
        ("Số trẻ em được tặng quà: 200 em.", [("=", 200)]),
        ("Tổng số trẻ em: 5.543 trẻ, bao gồm: trẻ em mồ côi: 731 trẻ.", []),
        ("Trẻ em và người chưa thành niên từ 5 đến 17 tuổi.", []),
        (
            "Tiếp tục duy trì kết quả đã đạt được; tỷ lệ lao động trẻ em giảm còn không quá 3%.",
            [("<=", 3)],
        ),
        ("Kết quả đã đạt được như sau: tỷ lệ lao động trẻ em 3%; tỷ lệ bỏ học 2%.", []),
        ("Không quá 2% trẻ em đã được hỗ trợ phải quay lại làm việc.", [("<=", 2)]),
        ("Giảm ít nhất 5% số vụ so với năm 2025.", [(">=", 5)]),
        ("Giảm số giờ làm việc của học sinh từ 14 giờ/tuần xuống không quá 8 giờ/tuần.", [("<=", 8)]),
        ("Một trăm phần trăm (100%) trẻ em bỏ học được tư vấn.", [("=", 100)]),
        ("Phấn đấu trên chín mươi phần trăm (90%) hộ ký cam kết.", [(">", 90)]),
        ("100% trẻ em (95% trẻ em trai) được tư vấn.", [("=", 100)]),
        ("100% học sinh được tư vấn, trong đó 40% vào học nghề.", [("=", 100), ("=", 40)]),
        ("Phấn đấu ７０％ trẻ em được tư vấn.", [("=", 70)]),
        ("Làng nghề đạt từ 90 điểm trở lên được công nhận; giảm 05 điểm cho mỗi vụ vi phạm.", []),
        ("Thôn có dưới 50% hộ tham gia không được xét.", []),
        ("Phấn đấu 80% thôn được công nhận thôn văn hóa.", [("=", 80)]),
        ("Toàn bộ (100%) trẻ em bị xâm hại được trợ giúp.", [("=", 100)]),
        ("Toàn bộ kinh phí (60%) do tỉnh bảo đảm.", []),
        ("Phấn đấu 85% học sinh biết bơi, không để quá 2% số lớp thiếu giáo viên.", [("=", 85), ("<=", 2)]),
        ("Mỗi trường có một phòng tư vấn.", [("=", 1)]),
        ("Trường có một phòng tư vấn.", []),
        ("Mỗi người dân có một cơ hội học tập.", []),
        ("Xây mới 06 điểm vui chơi, 02 bể bơi.", [("=", 6), ("=", 2)]),
        ("Thành lập 03 đội tuyên truyền với ít nhất 40 tình nguyện viên.", [("=", 3), (">=", 40)]),
        ("100% xã có ít nhất 01 đội với tối thiểu 10 tình nguyện viên.", [("=", 100)]),
        ("Số học sinh được học bơi đạt 2.500 em.", [("=", 2500)]),
        ("Thu nhập của hộ nghèo năm 2030 tăng gấp 1,5 lần so với năm 2025.", [("=", Decimal("1.5"))]),
        ("Họp 02 lần/năm.", []),
        ("Tỷ lệ trẻ em được học bơi đạt 70% (trong đó vùng cao đạt 50%).", [("=", 70), ("=", 50)]),
        ("Tỷ lệ trẻ em được học bơi đạt 70% (năm 2025 đạt 50%).", [("=", 70)]),
        ("Mỗi thôn có ít nhất 01 cộng tác viên và mỗi xã có ít nhất 03 cán bộ.", [(">=", 1), (">=", 3)]),
        ("Tỷ lệ lao động có tay nghề đạt 60%, trong đó có chứng chỉ đạt 25%.", [("=", 60), ("=", 25)]),
        ("Mở thêm 02 lớp học bơi, đáp ứng 45% nhu cầu của học sinh.", [("=", 2), ("=", 45)]),
        ("Rút ngắn thời gian giải quyết hồ sơ xuống còn 3 ngày làm việc.", [("<=", 3)]),
        ("2.000 lượt trẻ em được học bơi, trong đó trẻ em gái chiếm ít nhất 40%.", [("=", 2000), (">=", 40)]),
        ("Lắp đặt mới 06 bể bơi.", [("=", 6)]),
        ("Thời gian thực hiện không quá 02 ngày.", []),
        ("Nhằm giảm tai nạn, thời gian từ 8 giờ ngày 5/6/2026.", []),
        ("Báo ngay khi học sinh vắng từ 03 buổi không phép.", []),
        ("Họp khi có ít nhất 2/3 thành viên tham dự.", []),
        ("Phấn đấu 93% hộ đạt chuẩn, năm ngoái đạt 91,4%.", [("=", 93)]),
        ("100% học sinh được tư vấn, trong đó khoảng 40% vào học nghề.", [("=", 100), ("=", 40)]),
        ("Mỗi quý tổ chức từ 08 buổi truyền thông trở lên.", [(">=", 8)]),
        ("Toàn bộ 04 khu phố có góc vui chơi.", [("=", 4)]),
        ("Bình đẳng giới: 02 trung tâm tư vấn hoạt động cả ngày.", [("=", 2)]),
        ("Học sinh bỏ học không quá 03 em trong cả năm học.", [("<=", 3)]),
        ("Hằng năm tổ chức tối thiểu 24 cuộc với 1.200 lượt người dự.", [(">=", 24), ("=", 1200)]),
        ("Số hóa xong 1,2 triệu trang hồ sơ.", [("=", 1_200_000)]),
        ("Trong 120 em được rà soát có 12 em bỏ học.", []),
        ("Mở 03 lớp dạy bơi cho 90 em.", [("=", 3), ("=", 90)]),
    ],
)
def test_what_a_sentence_promises(text, promised):
    assert [(found.statement.comparator, found.statement.value) for found in find(text)] == promised


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("Lắp dựng 25 biển báo tại các bến sông.", [("=", 25, "biển")]),
        ("Di dời 30 hộ ra khỏi vùng sạt lở.", [("=", 30, "hộ")]),
        ("Trợ giúp pháp lý cho 80 nạn nhân bạo lực.", [("=", 80, "nạn nhân")]),
        ("Giai đoạn 2026 - 2030 trồng 2 triệu cây xanh.", [("=", 2_000_000, "cây")]),
        ("Vận động trao 300 thẻ bảo hiểm, 150 xe đạp cho học sinh.", [("=", 300, "thẻ"), ("=", 150, "xe")]),
        ("9 trên 10 xã có mô hình.", [("=", 9, "xã")]),
        ("Mỗi thôn duy trì 01 đội tuyên truyền.", [("=", 1, "đội")]),
        ("Cập nhật thông tin của 98% trẻ em vào phần mềm.", [("=", 98, "%")]),
        ("Thời gian xử lý một tin báo không quá 24 giờ.", [("<=", 24, "giờ")]),
        ("Thu nhập bình quân đạt 65 triệu đồng/người/năm.", [("=", 65, "triệu đồng/người/năm")]),
        ("Chi phí quản lý đạt 65 triệu đồng.", []),
        ("Diện tích tự nhiên 536km2.", []),
        ("Tập trung vào 05 giải pháp.", []),
        ("Tổ chức cho học sinh lớp 9 tham quan.", []),
        ("Gọi Tổng đài 111 miễn phí.", []),
        ("Giá trị sản xuất trên 1 ha đất.", []),
        ("Tài liệu khổ A5, dày 20 trang.", []),
        ("Tiếp nhận hồ sơ từ 7 giờ đến 17 giờ.", []),
    ],
)
def test_any_word_behind_a_number_may_be_what_is_counted(text, promised):
    found = [(each.statement.comparator, each.statement.value, each.statement.unit) for each in find(text)]
    assert found == promised


@pytest.mark.parametrize(
    "text",
    [
        "Cơ sở sử dụng từ 10 lao động trở lên phải đăng ký nội quy.",
        "Hộ có từ 03 con trở lên được ưu tiên vay vốn.",
        "Bố trí nhân viên ở trường có từ 28 lớp trở lên.",
    ],
)
def test_how_many_one_has_says_only_whom_a_rule_is_for(text):
    assert find(text) == ()
    assert find("Trên địa bàn có không dưới 500 hộ được công nhận gia đình học tập.") != ()


@pytest.mark.parametrize(
    "text", ["Di dời 30 hộ ra khỏi vùng sạt lở.", "Bàn giao 100% học sinh về sinh hoạt tại địa phương."]
)
def test_a_deed_that_no_list_knows_is_an_aim_only_where_the_place_says_so(text):
    (found,) = find(text)
    assert not found.certain


def test_a_share_by_a_day_is_an_aim_wherever_it_stands():
    (found,) = find("Cắm biển cảnh báo ở 100% điểm nguy hiểm trước ngày 30/5/2026.")
    assert (found.statement.horizon, found.certain) == (2026, True)


def test_what_serves_an_aim_is_not_the_aim():
    (found,) = find("Để đạt mục tiêu, huyện mở 15 lớp dạy bơi.")
    assert not found.aimed
    assert not found.certain


def test_the_year_of_a_quarter_is_the_year_by_which_it_is_reached():
    (found,) = find("Phấn đấu 100% trẻ em được cập nhật hồ sơ trong quý II/2026.")
    assert (found.statement.horizon, found.aimed) == (2026, True)
