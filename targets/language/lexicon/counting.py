"""What is counted and what is measured: things, units, and the doing that makes a bare count a promise."""

from childlabour.core.vietnamese import PERCENT

from .patterns import listed, single

# Names of things that are longer than a word, or that every plan counts; of others see UNCOUNTED.
# Not here: mục tiêu, nhiệm vụ, năm, tháng, tuổi, điều, khoản. They number, they do not measure.
COUNTED = listed("""
    lớp | cuộc | buổi | hội nghị | hội thảo | đợt | lượt | lượt người | lượt trẻ em | khóa | khoá |
    mô hình | câu lạc bộ | nhóm | tổ | điểm | điểm tư vấn | địa điểm | đường dây | chuyên mục |
    chuyên đề | tin | bài | tin bài | tin, bài | phóng sự | video | pa nô | pano | áp phích |
    băng rôn | băng zôn | khẩu hiệu | tờ rơi | tờ gấp | cuốn | bộ | bộ tài liệu | tài liệu | cụm |
    tỉnh | thành phố | huyện | quận | thị xã | xã | phường | thị trấn | đặc khu | thôn | bản | ấp |
    khu phố | tổ dân phố | khu dân cư | đơn vị | cơ quan | địa phương | trường | trường học | trẻ em |
    trẻ | em | học sinh | người | hộ | hộ gia đình | gia đình | cán bộ | công chức | viên chức |
    cộng tác viên | giáo viên | cha mẹ | phụ huynh | người dân | doanh nghiệp | hợp tác xã | cơ sở |
    làng nghề | vụ | vụ việc | trường hợp | ca | lần | chương trình | suất học bổng | suất quà |
    suất | sản phẩm | sản phẩm truyền thông | kế hoạch | văn bản | diễn đàn | đội | ngôi nhà |
    đoàn kiểm tra | đoàn | bể bơi | báo cáo | tàu | tàu cá | thuyền | xưởng | quán ăn | nhà hàng |
    phụ nữ | bà mẹ | hội viên | đoàn viên | thanh niên | tuyên truyền viên | tình nguyện viên |
    báo cáo viên | người lao động | chủ cơ sở | chủ hộ |
    khu công nghiệp | công đoàn cơ sở | chi hội | chi đoàn | buôn | xóm | chợ | phiên chợ |
    điểm vui chơi | điểm dạy bơi | hồ bơi | bể bơi lắp ghép | sân chơi | nhà văn hóa | công trình | hộp thư |
    tủ sách | phòng tư vấn | phòng học | giếng | áo phao |
    trạm | thẻ | biển | căn | nhà | máy | xe | cây | con | chiếc | cái | tấm | bức | gói | thùng | ha | km |
    tấn | tạ | kg | lít | kênh | bến | bếp | quỹ | sổ | lịch | loa | camera | chốt | kho | vườn | trại | ao
""")
# What no number counts though it stands behind one: joints, times, money, sizes …
UNCOUNTED = single("""
    trong | ở | tại | trên | dưới | vào | của | theo | bằng | nhằm | để | với | qua | khi | cho | từ |
    đến | tới |
    và | hoặc | là | có | được | bị | đạt | thì | mà | nhưng | trở | lên | xuống | so | về | do | nếu |
    không | đã |
    sẽ | phải | cần | còn | sau | trước | này | đó | tiếp | liên | liền | nói | như | gồm | bao | đang |
    trực | hoạt |
    cùng | đều | mỗi | từng | các | những | ngoài | giữa | tính | quy | ban | thuộc | nhất | hay | thêm | nữa |
    năm | tháng | ngày | giờ | phút | giây | tuần | quý | tuổi | đầu | cuối | h | buổi |
    đồng | triệu | tỷ | nghìn | ngàn | đ | vnđ | mb | gb | mm | cm | m | mét | ml | số | sao | chữ |
    câu | dòng | bậc | of | mức | cấp | bước | khâu | loại | phần | mặt | tập | vòng | kỳ | dịp | ý
""")
# … the parts of a text or of a thought, and what forms, schools and games are made of.
UNCOUNTED_THINGS = listed("""
    mục tiêu | nhiệm vụ | giải pháp | nội dung | chỉ tiêu | tiêu chí | trụ cột | nguyên tắc | quan điểm |
    chương trình mục tiêu | điều | khoản | chương | mục | tiểu mục | giai đoạn | lĩnh vực | vấn đề | yêu cầu |
    hình thức | phương án | phương châm | nguyên nhân | bài học | phụ lục | phụ biểu | danh mục |
    biểu mẫu | mẫu |
    dự thảo | nhóm nội dung | nhóm giải pháp | nhóm nhiệm vụ | học kỳ | năm học | thế hệ | thập kỷ | thế kỷ |
    chiều | chỗ trống | câu hỏi | từ khóa | công việc | đầu việc | nhóm việc | trường thông tin | đại biểu |
    cửa | tại chỗ | bên | phía | thứ tiếng | không | có | thành phần | kịch bản | hạng mục | đầu mối | ca trực
""")
# The word before a number that only names by it: "lớp 5", "Tổng đài 111", "Đề án 06".
NAMED_BY_NUMBERS = single("""
    lớp | khối | đài | án | cấp | mức | hạng | loại | đoạn | bước | kỳ | lộ | tầng | bảng | hình | khu |
    tổ | thôn |
    ấp | bản | nhóm | nghị | thị | luật | định | tư | covid | phường | quận | phòng | đội | dòng | hoạch | trụ
""")
HOW_OFTEN = single("lần | lượt")
HOW_LONG = single("buổi | tiết | lần")  # "nghỉ học từ 03 buổi"
_DOING = listed("""
    phấn đấu | phấn đấu có | có thêm | xây dựng | tổ chức | thành lập | hỗ trợ | mở | nhân rộng | lắp đặt |
    duy trì | in | in ấn | cấp phát | phát hành | sản xuất | biên soạn | phát sóng | thực hiện |
    triển khai | tập huấn | tập huấn cho | đào tạo | đào tạo cho | bồi dưỡng | bồi dưỡng cho |
    trợ giúp | dạy nghề cho | đào tạo nghề cho | tạo việc làm cho | cung cấp thông tin cho |
    cung cấp kiến thức cho | cung cấp thông tin, kiến thức cho | tuyên truyền cho | truyền thông cho |
    tư vấn cho | kiểm tra | giám sát | thanh tra | ban hành | hỗ trợ cho | can thiệp |
    hỗ trợ, can thiệp | hỗ trợ, can thiệp cho | rà soát | giúp đỡ | vận động | trao | trao tặng |
    tặng | công nhận | kiện toàn | bố trí | xây dựng và nhân rộng | cử | cung cấp | phổ biến |
    tham gia | mở được | mở mới | thành lập mới | xây | xây mới | xây dựng mới | lắp mới | sửa chữa | tu sửa |
    đầu tư | hoàn thành | đỡ đầu | nhận đỡ đầu |
    tổ chức được | xây dựng được | hỗ trợ được | tổ chức tập huấn cho | thí điểm | xây dựng thí điểm |
    đăng tải | viết | thu hút | huy động | vận động được | quản lý | theo dõi | trang bị cho |
    khám | khám sức khỏe | khám sức khoẻ | chăm sóc | cấp | giúp | giúp được |
    tiếp cận | tiếp cận trực tiếp | tiếp cận được |
    làm sạch | số hóa | cập nhật | trang bị | lắp | cải tạo | nâng cấp | phát | đăng | đăng, phát | đăng phát |
    đáp ứng | bao phủ | xóa | xóa bỏ | tiếp nhận | xử lý | giải quyết | tiếp nhận, xử lý | tiếp nhận và xử lý
""")
# A bare count promises something only after a doing word.
# "giúp đỡ được 60 em", "mở thêm 04 nhóm"
DOING = (*_DOING, *(f"{word} {more}" for word in _DOING for more in ("được", "thêm", "mới")))
# What opens no deed before a count: "Toàn xã có 12 thôn", "Tổng số …", "Kết quả …".
OPENING_NO_DEED = single("""
    toàn | tổng | các | những | mỗi | từng | mọi | cả | có | còn | hiện | nay | gồm | bao | kết | theo |
    năm | tháng |
    quý | ngày | tỉnh | xã | huyện | số | đối | riêng | nơi | dân |
    diện | mật | dự | ước | khoảng | dày | rộng | dài | và | hoặc | hay | với | trẻ | em | người | được |
    là | đã | chưa | không |
    việc | nếu | khi | do
""")
BESIDE = single("với | cho")  # "mở 03 lớp cho 90 em"
NO_DEED_BEFORE = single("để | với | có | là | và | nhằm")  # "truyền thông để 90% cha mẹ …"
DOING_OF_COUNTS_ALONE = listed("phấn đấu | phấn đấu có | duy trì")
EACH = single("mỗi | từng | tất | các | toàn | một")  # "mỗi xã có ít nhất 01 mô hình"
EVERYBODY = single("mỗi | từng")
WHOLES = (("toàn", "bộ"), ("tất", "cả"))  # "toàn bộ (100%) vụ việc"
OUT_OF = single("/ | trên | trong")  # "9/10 xã", "9 trên 10 xã"
TIMES_AS_MUCH = "lần"
BEFORE_A_MULTIPLE = single("gấp | tăng")
NUMBER_WORDS = listed("trong tổng số | trong số | tổng số | số")  # "90% tổng số xã": the xã are what counts

# "Điều 8 xã …", "năm 2023 xã …", "Mục tiêu 1 trẻ em …": the number names, it does not count.
NUMBERING = single("""
    năm | tháng | ngày | số | điều | khoản | điểm | quý | thứ | mục | phần | chương | tiêu | khóa |
    khoá | tuổi | / | lục | biểu | mẫu | định
""")
NUMBERED_THINGS = single("giải | nhiệm | mục | nội | chỉ | tiêu")  # "05 nhóm giải pháp"

# How per cent and the like are written, and the unit that is meant.
PER_MILLE, POINTS = "‰", "điểm phần trăm"
SHARES = {
    PERCENT: PERCENT,
    PER_MILLE: PER_MILLE,
    "phần trăm": PERCENT,
    "phần nghìn": PER_MILLE,
    "điểm phần trăm": POINTS,
    "điểm %": POINTS,
}
RATES = single("100.000 | 100000 | 10.000 | 10000 | 1.000 | 1000")  # "550/100.000 trẻ em"
COUNTED_IN_RATES = listed("""
    trẻ em | trẻ | dân | người | người dân | trẻ đẻ sống | trẻ đẻ ra sống | trẻ sinh sống | trẻ sinh ra sống |
    trẻ sinh ra còn sống | trẻ đẻ ra còn sống | trẻ sơ sinh sống | ca sinh sống | phụ nữ | bà mẹ | học sinh |
    lao động | người lao động | hộ | hộ gia đình
""")
# "107 bé trai/100 bé gái", "18 ca sinh/1.000 phụ nữ": what the second count may be.
BASES = RATES | single("100")
AFTER_A_RATE = single("và | được | năm | so")  # no part of what is counted
RATIOS = listed(
    "tỷ suất | tỷ số | chỉ số | mức sinh | số giờ"
)  # "2,1 con/phụ nữ" is one where these are named
# "ít nhất một mô hình", "05 (năm) lớp": numbers in words, where a comparing word or the figure stands before them.
SPOKEN = {
    word: number
    for number, word in enumerate(
        listed("một | hai | ba | bốn | năm | sáu | bảy | tám | chín | mười"), start=1
    )
}
# What a share spelt out is made of: "một trăm phần trăm (100%)", "một nửa (50%)".
SPELT = SPOKEN.keys() | single("mươi | mốt | lăm | tư | trăm | phần | nửa | rưỡi | linh | lẻ | phẩy")
CURRENCY, SUMS = "đồng", single("triệu | tỷ | nghìn | ngàn")
THOUSANDS = {"nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000}
SEVERAL = listed("các | những | mọi")  # of things that are not counted
