"""A report of what is, not a promise of what shall be; and money, whose shares are no targets."""

from .patterns import listed, single

NOW = listed("hiện nay | hiện tại | đến nay | hiện | trước đây")
FORMERLY = listed("năm rồi | năm ngoái | năm trước | hiện nay | hiện tại | hiện mới | trước đây")
REPORTING = listed("""
    hiện nay | hiện tại | đến nay | tính đến | đến thời điểm | theo số liệu | theo báo cáo |
    theo thống kê | theo kết quả | kết quả thực hiện | kết quả đạt được | ước đạt | ước tính |
    cùng kỳ | năm trước | năm ngoái | năm rồi | qua khảo sát | qua điều tra | trong năm qua | thời gian qua |
    những năm qua | qua rà soát | mới đạt | chỉ đạt | tương đương | tương ứng | chiếm |
    trung bình cả nước | tổn thương cơ thể | tổn hại sức khỏe | được biết | năm thực hiện |
    kết quả năm | kết quả điều tra | kết quả khảo sát | cho thấy | kết quả: | vẫn còn | hiện còn |
    còn khoảng | toàn tỉnh có | toàn huyện có | toàn xã có | cả nước có | đã đạt | đã có | đã giảm |
    đã tăng | đã được | đã hỗ trợ | đã tổ chức | đã xây dựng | đã mở | đã thành lập | đã triển khai |
    đã thực hiện | đã tập huấn | đã hoàn thành | đã duy trì | đã ban hành | đã tiếp nhận |
    đã phát hiện | đã can thiệp | đã xử lý | đã trợ giúp | đã tuyên truyền | đã nâng | đã kéo giảm |
    đã cung cấp | đã cấp
""")
MONEY = listed("""
    kinh phí | ngân sách | nguồn vốn | vốn đối ứng | vốn đầu tư | triệu đồng | tỷ đồng | dự toán | mức chi |
    mức đóng | mức hỗ trợ | phụ cấp
""")
SPENT = listed("kinh phí | ngân sách | nguồn vốn | dự toán | mức chi | mức đóng | mức hỗ trợ | phụ cấp | chi")
# Of these a sum of money is no cost but where to arrive: "Thu nhập bình quân đầu người đạt 65 triệu đồng".
EARNINGS = listed("""
    thu nhập | giá trị | doanh thu | tổng thu | tổng sản phẩm | vận động | huy động | thu hút | quỹ
""")
SHARE_OF = listed("""
    tổng số | dân số | tổng | số | trong tổng số | so với tổng số | diện tích | trên tổng số
""")

# --- Figures that set no aim ---------------------------------------------------------------------------

SCORING = single("cộng | trừ | được | tính | chấm")  # "đạt từ 88% trở lên cộng 02 điểm"
POINTS = single("điểm")
AWARDS = listed("được khen | khen thưởng | tặng giấy khen | tặng bằng khen | được tuyên dương | xếp loại")
# What is done with whoever reached so many points, or with whom no figure was reached.
HAVING = listed("có | sử dụng | thuê | nuôi | gồm | sinh")  # "cơ sở sử dụng từ 10 lao động phải …"
OWING = single("phải | được | chỉ | thì | không")
JUDGED = listed("được công nhận | được xét | được xếp | xếp loại | cho mỗi | mỗi trường hợp")
REFUSED = listed("không được xét | không được công nhận | không xét | không được xếp | không công nhận")
SUPPOSING = listed(
    "trường hợp | nếu | đơn vị nào | xã nào | địa phương nào | ấp nào | thôn nào | nơi nào"
)  # a sentence that opens so supposes
BEFORE_NO_ONLY = single("chứng | tín")  # "chứng chỉ đạt 28%" does not say "only"
CASES = single("khi | nếu")  # "khi nghỉ học từ 05 buổi"
CONSEQUENCES = single("thì")
