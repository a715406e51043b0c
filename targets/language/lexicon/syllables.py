"""Words of two syllables that official papers use, for telling where one word ends and the next begins.

Only those that share a syllable with a word of `spelling.WRITTEN_SO`, as it sounds without its marks: "điều kiện |
thực tế" holds no "kiến thức". A word that is missing here may cost a needless suggestion, no more.
"""

from .patterns import single

WORDS = single("""
    bài báo | bàn giao | bảo hộ | bệnh viện | biện pháp | biệt lập | bổ nhiệm | cá nhân | cách thức | cán bộ |
    can dự | can ngăn | cảnh báo | cảnh quan | cảnh sát | cạnh tranh | cáo buộc | cao cấp | cao đẳng |
    cao điểm | cao nguyên | cao su | cáo trạng | cao tuổi | cận nghèo | cận thị | cấp bách | cấp cứu |
    cấp dưới | cấp giấy | cấp huyện | cập nhật | cấp phát | cấp phép | cấp thẻ | cấp thiết | cấp tỉnh |
    cấp trên | cấp ủy | cấp vốn | cấp xã | cấu thành | chấm công | chậm trễ | chính phủ | chính thức | chủ hộ |
    chuyên gia | chuyên viên | chức danh | chức năng | chức nghiệp | chức sắc | chức trách | chức vụ |
    chứng nhận | công nhân | công nhận | công viên | cơ bản | cơ cấu | cơ chế | cơ động | cơ hội | cơ thể |
    củng cố | danh mục | doanh nhân | dõi theo | dự báo | dự kiến | dự phòng | đảm bảo | đảm nhiệm | đánh giá |
    điều kiện | điều phối | đình chỉ | đình công | định danh | định giá | định hình | định hướng | định kiến |
    định kỳ | đình làng | định lượng | định mức | đình trệ | đoàn viên | đội ngũ | đối phó | đối tác |
    đối thoại | đối tượng | đồng bào | đồng bộ | đồng cảm | đồng chí | động cơ | đông đảo | đồng đều |
    đồng hành | đồng nghiệp | đồng phục | đồng thời | đồng thuận | đồng tình | động viên | đời sống | đức dục |
    đường phố | gia công | giá thành | gia truyền | giảm giá | giám hộ | giảm nghèo | giảng viên | giao tiếp |
    hại đến | hài hòa | hải quan | hành chính | hiện có | hiện diện | hiện đại | hiện hành | hiến kế |
    hiện nay | hiện tại | hiện trạng | hiện tượng | hiện vật | hình thành | hình thức | hòa giải | hoạch định |
    hoàn thành | học tập | hộ nghèo | hội viên | hợp đồng | hợp lệ | hợp lý | hợp pháp | hợp phần | hợp tác |
    hợp thức | khả năng | khai báo | khai giảng | khai mạc | khái niệm | khai sinh | khai thác | khai thuế |
    khai trừ | khai trương | khai tử | kiên cố | kinh doanh | lao công | lập pháp | linh kiện | luật lệ |
    luật pháp | luật sư | lực lưỡng | lực lượng | lực sĩ | lương thực | miễn giảm | nạn nhân | năng động |
    năng khiếu | năng lượng | năng nổ | năng suất | nâng cấp | nâng đỡ | nghiệp dư | nghiệp vụ | nguyên nhân |
    nhân công | nhân viên | nhiệm kỳ | pháp chế | pháp danh | pháp lệnh | pháp lý | pháp nhân | phát thanh |
    phát triển | phân công | phân phối | phi pháp | phí tổn | phụ trách | phức tạp | phương án | phương châm |
    phương hướng | phương pháp | phương thức | phương tiện | quan chức | quan điểm | quan hệ | quan liêu |
    quản lý | quan niệm | quan sát | quan tâm | quan trắc | quản trị | quán triệt | quan trọng | quần chúng |
    quận huyện | quân sự | quốc gia | quyền hạn | quyền lợi | quyền lực | quyền sở | quyền trẻ | sách giáo |
    sách lược | sách vở | sáng kiến | sát sao | sẵn có | sinh kế | sinh viên | sóc trăng | sự kiện |
    tài chính | tàn nhẫn | thách thức | tham gia | thành công | thành phố | thành tố | thân nhân | thi công |
    thiết thực | thiếu hụt | thiểu năng | thiếu nhi | thiếu niên | thiếu sót | thiểu số | thông báo |
    thông cáo | thông điệp | thông lệ | thông minh | thông qua | thông suốt | thông tin | thông tư |
    thời điểm | thời gian | thời hạn | thời kỳ | thời vụ | thúc đẩy | thư viện | thức ăn | thực đơn |
    thực hành | thực phẩm | thực sự | thực tập | thực tế | thực thi | thực tiễn | thực trạng | tiềm năng |
    tiếp đón | tiếp nhận | tiêu biểu | tiêu chí | tiêu chuẩn | tiêu cực | tiêu đề | tiểu học | tiêu thụ |
    tin báo | tín nhiệm | tổ phó | trách phạt | trợ cấp | trợ giúp | trợ lực | trở ngại | trở thành |
    trung thực | truyền hình | truyền máu | truyền nghề | truyền nhiễm | truyền tải | truyền thanh |
    truyền thống | trực tiếp | trực tuyến | trưởng phòng | tuyên giáo | tư pháp | tự phát | ủng hộ | ủy nhiệm |
    văn phòng | vi phạm | vị thế | vị trí | viễn cảnh | viện kiểm | viên quan | viện trưởng | vụ án | vụ mùa |
    vụ việc | xuất phát | xử phạt | ý kiến | ý thức | yếu tố
""")
