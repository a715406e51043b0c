"""What the lines of a title should not be torn between: compounds of this field, and words that lean on the next."""

from .patterns import single

COMPOUNDS = single("""
    ban chỉ | bình đẳng | bảo vệ | bộ đội | chiến sĩ | chính trị | chăm sóc | chương trình | chỉ đạo | chủ tịch |
    công an | công tác | dân tộc | gia đình | giai đoạn | giáo dục | giảm thiểu | hành động | hỗ trợ | hội đồng |
    khoa học | kế hoạch | lao động | mặt trận | mục tiêu | nhiệm vụ | nhân dân | nâng cao | nội vụ | phong trào |
    pháp luật | phát triển | phòng chống | phòng ngừa | phối hợp | quy định | quản lý | quốc gia | thi đua |
    thiếu niên | thành phố | thông tin | thương binh | thị trấn | thị xã | thực hiện | triển khai | trái quy |
    trẻ em | trọng tâm | tuyên truyền | tài chính | tăng cường | tổ chức | tổ quốc | việt nam | văn hóa |
    xây dựng | xã hội | y tế | đào tạo | đơn vị | địa bàn | định hướng | ổn định | ủy ban
""")
LEANING = single("""
    năm | tháng | ngày | số | xã | phường | huyện | quận | tỉnh | của | và | về | các | trên | tại | từ | đến |
    cho
""")
