"""Where the words for people end and what becomes of them begins; conditions."""

from .patterns import listed, single

PASSIVE = "được"
ADVERBS = single("đều | đã | sẽ | phải | cần | luôn | thường | xuyên | chưa | không | cùng")
# "nắm được": one verb.
TAKING_PASSIVE = listed("""
    nắm | hiểu | nhận | đạt | biết | làm | tìm | giữ | bố trí | xây dựng | thành lập | duy trì |
    vận dụng | tiếp cận | nhận biết | phân biệt | nhớ
""")
# They say which children, not what is done for them, when another "được" follows.
FINDING = listed("""
    được phát hiện | được xác định | được thông báo | được tiếp nhận | được nhận diện |
    được sàng lọc | được ghi nhận | được trình báo | được thống kê | được rà soát | được tố giác |
    được báo cáo | được quản lý | được xác minh
""")
PREDICATES = listed("""
    biết | hiểu | hiểu biết | nắm | nắm vững | nắm được | ký | ký cam kết | cam kết | hoàn thành |
    xây dựng | ban hành | triển khai | thực hiện | tổ chức | thành lập | bố trí | cập nhật | đạt |
    tiếp cận | trở lại | quay lại | đi học | ra lớp | đến lớp | đến trường | tới trường | tốt nghiệp | không |
    chấp hành | tuân thủ | báo cáo | kiện toàn | lồng ghép | áp dụng | đăng ký | nhận thức | duy trì |
    chuyển | thoát | bỏ học | hưởng ứng | nói không | vận dụng | nâng cao | phối hợp | ghi nhận |
    công khai | phát hiện | theo học | vào học | nhập học | học nghề | có việc làm | tuyên truyền | xác nhận |
    truyền thông | kết nối | vận hành | hoạt động hiệu quả | hoạt động có hiệu quả | sẵn sàng | nhận |
    rà soát | quan tâm | bảo đảm | đảm bảo | đáp ứng | sử dụng thành thạo | chủ động | phát sóng
""")
MAYBE_PREDICATES = listed("có | tham gia | là | thuộc diện")
NO_OUTCOMES = listed("tham gia lao động")  # which children: nothing that becomes of them
# "trẻ em có nguy cơ", "cơ quan có liên quan": a kind of people, nothing that becomes of them.
NO_PREDICATE_AFTER_HAVING = single("""
    nguy | hoàn | liên | quan | sử | thuê | đông | nghề | lao | thông | yêu | nhu | điều | dấu | con |
    cha | mẹ | trẻ | người | tổ | hộ | khả | nhiều | ít | công | đủ | tính | trách | chức | độ |
    tuổi | làng | tham | thẩm | hành | từ | trên | thu
""")
# "công tác truyền thông", "việc thực hiện": a noun before makes the verb a noun.
NO_PREDICATE_BEFORE = single("""
    công | việc | sự | quá | lĩnh | năng | hoạt | nhiệm | ngành | ban | về | phải | chính | kế | đề |
    nội | mạng | trạng | tình | để | và | , | trong | cho | ở | tại | có | cơ | kiến | chương
""")
CONDITIONS = listed("""
    khi | sau khi | ngay khi | ngay sau khi | kể từ khi | nếu | trong trường hợp | mỗi khi | từ khi
""")
# "trước khi vào lớp 1": which children.
NO_CONDITION_AFTER = single("trước | trong | đôi | tới | đến | tính")  # "giới tính khi sinh"
MORE_OF_THE_SAME = single(", | và | hoặc | -")  # "…, được quản lý": one more of the same
