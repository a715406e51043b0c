"""Words that stand on one line with what follows or precedes them on paper."""

from .patterns import listed

NUMBERED = listed(  # "khoản 2", "ngày 26"
    "số | ngày | tháng | năm | quý | tuần | khoản | điểm | điều | mục | chương | phần | phụ lục | khóa | lớp | quận"
    "| phường | tổ | kỳ | thứ | biểu | mẫu | lần | tổng đài | mức | bảng | trang"
)
ONE_OF_SEVERAL = listed(  # "Nhiệm vụ 3"; a line that ends in one may be a heading ("II. MỤC TIÊU")
    "khu | phố | thôn | ấp | cấp | kỷ | hạng | loại | nhóm | bước | đợt | án | tiêu | vụ"
)
MEASURES = listed(  # "90 người"
    "đồng | đ | triệu | tỷ | tỉ | nghìn | ngàn | tuổi | người | hộ | lớp | cuộc | buổi | lượt | giờ | phút"
    "| km | km² | m | m² | m2 | m³ | m3 | ha | kg | tấn | lít | xã | em | cháu | suất"
)
NUMBERED_TOO = listed(
    "ngày | tháng | năm | lần | điểm"
)  # measures that may begin a unit of their own: "3 ngày 26"
SHORT_TITLES = listed(
    "TP | Tp | TX | TT | Q | P | H | X | GS | PGS | TS | ThS | BS | KS"
)  # "TP. Hồ Chí Minh"
SCALES = listed("triệu | tỷ | nghìn | ngàn")  # "triệu đồng"
BODIES = listed(  # begin the name of an office, which is no name of a person
    "Sở | Phòng | Ban | Bộ | Hội | Đoàn | Cục | Chi | Ủy | Trạm | Trường | Đài | Các | Công | Nhà | Tòa | Viện | Luật"
    "| Kế"
)
