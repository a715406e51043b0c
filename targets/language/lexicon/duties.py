"""Who has to do what: labels of a task's lines, what is asked of whom, what a sentence says they do."""

from .patterns import listed

WHO = listed("cơ quan | đơn vị | bộ phận | người | cá nhân | tổ chức | phòng, ban | đầu mối")
LEAD = listed("""
    chủ trì | chủ trì thực hiện | chủ trì tham mưu | thực hiện | phụ trách | chịu trách nhiệm |
    chịu trách nhiệm chính | tham mưu | đầu mối | trực tiếp thực hiện
""")
PARTNERS = listed("phối hợp | phối hợp thực hiện | cùng phối hợp | cùng thực hiện")
DUE = listed("""
    thời hạn | thời hạn thực hiện | thời hạn hoàn thành | thời hạn tổ chức | thời gian | thời gian thực hiện |
    thời gian hoàn thành | thời gian tổ chức | tiến độ | hoàn thành
""")
PRODUCT = listed("""
    sản phẩm | sản phẩm dự kiến | sản phẩm đầu ra | kết quả | kết quả dự kiến | kết quả đầu ra
""")
PRINTED = listed("chủ trì | phối hợp | thời hạn | sản phẩm")  # as our own paper prints a task's assignment

# What begins as the name of a body does, and is none: "Ban hành …", "Bố trí …".
NO_BODIES = listed("""
    ban hành | bố trí | hội nghị | hội thảo | hội thi | hội chợ | vụ việc | xã hội hóa | xã hội hoá |
    cơ sở dữ liệu | cơ sở vật chất | sở hữu | phương án | phương thức | phương pháp | phương tiện |
    phương hướng | xã hội | bà mẹ | buôn bán | thành phần | bộ máy | bộ tài liệu | bộ tiêu chí | bộ chỉ số |
    bộ công cụ | đoàn kết | hội nhập | hội tụ | trường hợp | viện trợ | viện dẫn | viện phí |
    thanh tra, kiểm tra | thanh tra việc | thanh tra, giám sát | ban đầu | vụ án |
    ngân hàng dữ liệu | bảo hiểm y tế cho | bảo hiểm xã hội cho | cục bộ | đoàn thanh tra, kiểm tra | báo cáo |
    báo tin | báo động | đài thọ | khối lượng | tổ chức lại | lãnh đạo, chỉ đạo | gia đình văn hóa |
    trường lớp
""")
# "Tổ chức chính trị - xã hội" is a body; "Tổ chức tập huấn" is what one does.
BODIES_CALLED_ORGANISATIONS = listed("""
    chính trị | xã hội | đoàn thể | hội | công đoàn | đảng | tôn giáo | phi chính phủ | quốc tế | thành viên |
    kinh tế | nghề nghiệp | sự nghiệp | cơ sở | trong và ngoài nước
""")

# Before who acts, and a comma behind it.
WHEN_AT_FIRST = listed("""
    định kỳ | hằng | hàng | trước | sau | đến | cuối | đầu | mỗi | kết thúc
""")
ASKING = listed("""
    kính đề nghị | trân trọng đề nghị | đ/c | các đ/c |
    đề nghị | giao | yêu cầu | giao cho | đối với | trách nhiệm của | phân công | mời | các đồng chí |
    đồng chí |
    đề nghị các đồng chí
""")
TIMES = listed(
    "tháng | quý | từ | trước | đến | ngày | năm | tuần"
)  # "- Tháng 4/2026: Phòng Nội vụ tham mưu …"
# What a short heading or a label's value begins with where it names nobody: "Thường xuyên", "Khen thưởng".
NAMING_NOBODY = listed("""
    thường xuyên | hằng | hàng | định kỳ | trong | cả năm | theo | sau | các nội dung | chế độ | công tác |
    khen thưởng | thi đua | kỷ luật | kinh phí | hiệu lực | điều khoản | việc | về | cơ chế | chính sách |
    lộ trình | thông tin | một số | chi phí | phương pháp | cách | quy trình | truyền thông | giáo dục |
    can thiệp |
    đào tạo | bồi dưỡng | phòng ngừa | phòng, chống | cấp
""")
HANDING = listed(
    "giao | giao cho | phân công | yêu cầu | giao nhiệm vụ cho"
)  # before the name, and no part of it
ASKING_OF_A_UNIT = listed("đề nghị | giao | yêu cầu")
HANDING_ON = listed("giao | phân công | cử | yêu cầu | đề nghị")  # inside a name: who hands on, not who acts

# What a sentence goes on with after the name of who acts.
_ALWAYS = listed("""
    chủ trì | làm đầu mối | tham mưu | phối hợp | có trách nhiệm | tổ chức | thực hiện | xây dựng |
    hướng dẫn | triển khai | theo dõi | đôn đốc | rà soát | kiểm tra
""")
DONE_WHEN_HANDED = (
    *_ALWAYS,
    *listed("""
        là cơ quan chủ trì | là cơ quan đầu mối | là đơn vị chủ trì | là đơn vị đầu mối
    """),
)
DONE = (
    *_ALWAYS,
    *listed("""
        có nhiệm vụ | chịu trách nhiệm | căn cứ | theo chức năng | theo lĩnh vực | theo nhiệm vụ |
        theo thẩm quyền | tiếp tục | đẩy mạnh | tăng cường |
        là cơ quan | chỉ đạo | lồng ghép | bố trí | quan tâm | tuyên truyền | cân đối | thẩm định | hỗ trợ |
        phát động | vận động | giúp | báo cáo | đưa tin | quản lý | giám sát | cử | phân công | vận hành |
        tiếp nhận | tổng hợp | thông báo | tập huấn | cung cấp | cập nhật | duy trì | tuần tra | đấu tranh |
        xác minh | xử lý | phát hiện | bảo đảm | đảm bảo | nhận | sơ kết | tổng kết | khảo sát | nghiên cứu |
        đề xuất | lập | mở | in ấn | phổ biến | huy động | phân bổ | kịp thời | chủ động | thường xuyên | nắm |
        bàn giao | đưa | khám | tư vấn | làm tốt | nâng cao | hằng năm | định kỳ | trực tiếp | tham gia |
        đồng thời | đánh giá | ký cam kết | cam kết | trợ giúp | đến từng | thu thập | phản ánh | kết nối |
        đăng ký |
        thành lập | chăm lo | can thiệp | khẩn trương | nghiêm túc | treo | gương mẫu
    """),
)
# Where the names of partners end.
BEHIND_PARTNERS = listed("""
    kiểm soát | phát hiện | đấu tranh | quản lý | xác minh | tập huấn | thực hiện | truy tố | điều tra |
    ngăn chặn | hỗ trợ | trong | để | theo dõi | đôn đốc | tổng hợp | tiếp nhận | xử lý | giám sát |
    thẩm định | cung cấp | kịp thời | thường xuyên | nghiên cứu | đề xuất | bố trí | lồng ghép | tăng cường |
    chỉ đạo | vận động | báo cáo | hỗ trợ | tổ chức | xây dựng | tham mưu | triển khai | thực hiện | rà soát |
    hướng dẫn | kiểm tra | tuyên truyền | đẩy mạnh
""")
