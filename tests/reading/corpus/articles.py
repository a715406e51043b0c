# ruff: noqa: E501 - a paragraph of a page is one line
"""News items that retell a plan, with what stands around them on a page; in our own words."""

from dataclasses import dataclass

from .facts import Goal


@dataclass(frozen=True)
class Item:
    name: str
    text: str
    goals: tuple[Goal, ...]
    number: str = ""
    issuer: str = ""


RIVER = Item(
    "tin-huyen-song-ma",
    """Trang chủ > Tin tức > Văn hóa - Xã hội
Sông Mã triển khai kế hoạch phòng ngừa trẻ em lao động trái quy định của pháp luật năm 2024
Ngày đăng: 18/03/2024 14:05
Lượt xem: 1.204
UBND huyện Sông Mã vừa ban hành Kế hoạch số 66/KH-UBND ngày 14/3/2024 về thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật năm 2024 trên địa bàn huyện, với sự tham gia của 19 xã, thị trấn.
Mục tiêu của Kế hoạch gồm: Thứ nhất, phòng ngừa, phát hiện và can thiệp: 100% trẻ em bị bóc lột sức lao động khi có thông báo được can thiệp; trên 65% trẻ em có nguy cơ được học nghề phù hợp. Về truyền thông, 88% học sinh, 72% phụ huynh được cung cấp thông tin về lao động trẻ em. Về tập huấn, ít nhất 90% trưởng bản được tập huấn kỹ năng phát hiện trẻ em lao động trái quy định.
Theo số liệu năm 2023, huyện có 48.300 trẻ em, chiếm 31,2% dân số; tỷ lệ hộ nghèo còn 24,8%.
Để đạt mục tiêu, huyện tăng cường truyền thông tại các chợ phiên, kiểm tra cơ sở sử dụng lao động, hỗ trợ sinh kế cho hộ nghèo và nhân rộng mô hình bản không có trẻ em bỏ học.
Nguồn tin: Cổng thông tin huyện
Các tin khác
Sông Mã đạt 98,5% kế hoạch thu ngân sách (15/03/2024)
100% bản có nhà văn hóa (12/03/2024)
Giá nhãn tăng 30% (10/03/2024)
""",
    (
        Goal("=", "100", "MT1"),
        Goal(">", "65", "MT1"),
        Goal("=", "88", "MT2"),
        Goal("=", "72", "MT2"),
        Goal(">=", "90", "MT3"),
    ),
    "66",
    "UBND huyện Sông Mã",
)

CITY = Item(
    "tin-quan-hai-chau",
    """QUẬN HẢI CHÂU ĐẶT MỤC TIÊU GIẢM LAO ĐỘNG TRẺ EM DƯỚI 0,8%

(Baoquan) - UBND quận Hải Châu đã xây dựng kế hoạch thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025, định hướng đến năm 2030 trên địa bàn quận.

Theo kế hoạch, phấn đấu đến năm 2025 giảm tỷ lệ lao động trẻ em và người chưa thành niên trong độ tuổi từ 5 đến 17 tuổi xuống dưới 0,8%; từ 95% trở lên trẻ em có nguy cơ được tiếp cận giáo dục phổ thông, đào tạo nghề. Mục tiêu truyền thông: 92% cha mẹ và 98% cán bộ, giáo viên được cung cấp kiến thức về phòng ngừa lao động trẻ em.

Kế hoạch nêu rõ nhiệm vụ và giải pháp: tăng cường truyền thông, quản lý địa bàn; kiểm tra 100 cơ sở dịch vụ ăn uống; tổng đài 111 hoạt động 24/24 giờ, 7 ngày trong tuần.

Ảnh: Minh Trí

TIN LIÊN QUAN
Khai mạc hè 2022
Tỷ lệ tiêm vắc xin đạt 99%
""",
    (
        Goal("<", "0.8", "MT1"),
        Goal(">=", "95", "MT1"),
        Goal("=", "92", "MT2"),
        Goal("=", "98", "MT2"),
    ),
    "",
    "UBND quận Hải Châu",
)

REPORT = Item(
    "tin-tong-ket",
    """Kết quả công tác trẻ em năm 2023 và nhiệm vụ năm 2024
Sáng nay, Phòng Lao động - Thương binh và Xã hội tổ chức hội nghị tổng kết công tác trẻ em, triển khai nhiệm vụ năm 2024 trên địa bàn huyện theo kế hoạch của UBND huyện đã ban hành từ đầu năm.
Năm 2023, toàn huyện đã tổ chức 34 buổi truyền thông cho 4.100 lượt người, đạt 112% kế hoạch; 96% trẻ em có hoàn cảnh đặc biệt được trợ giúp, tăng 3% so với năm 2022; tỷ lệ trẻ em suy dinh dưỡng là 11,4%.
Hội nghị thống nhất nhiệm vụ năm 2024: tiếp tục phối hợp với các ngành rà soát trẻ em có nguy cơ, tổ chức diễn đàn trẻ em và xây dựng xã phù hợp với trẻ em.
Bình luận
""",
    (),
    "",
    "UBND huyện",
)

ARTICLES = (RIVER, CITY, REPORT)
