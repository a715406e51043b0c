"""What the lines of a title should not be torn between: compounds of this field, and words that lean on the next."""

from .patterns import single

COMPOUNDS = single("""
    ban chỉ | bán trú | bình đẳng | bảo hiểm | bảo trợ | bảo vệ | bộ đội | chiến sĩ | chính sách | chính trị |
    chăm sóc | chương trình | chỉ đạo | chủ tịch | cung cấp | công an | công nghiệp | công nghệ | công tác |
    cơ sở | cộng sản | cộng đồng | cửa khẩu | du lịch | dân số | dân tộc | dân vận | dịch vụ | gia đình |
    giai đoạn | giao thông | giáo dục | giáo sư | giảm nghèo | giảm thiểu | hoàn cảnh | hành động | hạ tầng |
    hỗ trợ | hội đồng | khoa học | khu vực | kinh tế | kiểm lâm | kiểm sát | kiểm tra | kế hoạch | lao động |
    miền núi | môi trường | mặt trận | mục tiêu | nghề nghiệp | nhiệm vụ | nhân dân | nâng cao | nông nghiệp |
    nông thôn | nông trường | nội trú | nội vụ | phong trào | pháp luật | phát thanh | phát triển |
    phòng chống | phòng ngừa | phối hợp | phổ thông | phụ nữ | quy định | quân sự | quản lý | quốc gia |
    thanh niên | thanh tra | thi đua | thiếu niên | thiểu số | thành phố | thông tin | thương binh |
    thường trực | thường xuyên | thầy thuốc | thể thao | thị trấn | thị xã | thực hiện | tiến bộ | tiến sĩ |
    tiểu học | toàn dân | triển khai | trung học | trung tâm | truyền hình | truyền thông | trái quy |
    trẻ em | trọng tâm | tuyên truyền | tài chính | tài nguyên | tăng cường | tư pháp | tệ nạn | tổ chức |
    tổ quốc | tổng hợp | tội phạm | việc làm | việt nam | văn hóa | văn phòng | xây dựng | xã hội | y tế |
    đoàn thể | đào tạo | đô thị | đơn vị | đẳng giới | đặc biệt | địa bàn | định hướng | đồng bào | ổn định |
    ủy ban
""")
LEANING = single("""
    năm | tháng | ngày | số | xã | phường | huyện | quận | tỉnh | của | và | về | các | trên | tại | từ | đến |
    cho
""")
